"""All text of a web page, block by block, each with what tells whether it belongs to the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import regex
from lxml import etree

from synthesis.engine.text.extraction import BlockKind, ExtractedBlock
from synthesis.infra.parsers.raised import raised
from synthesis.infra.parsers.spans import SpannedRows

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = frozenset(
    "p div section article blockquote pre li dt dd figcaption caption body main header footer nav aside ul ol dl "
    "form fieldset address figure hr table tr".split()
)
_SKIPPED = frozenset(
    "rt rp rtc script style noscript template svg annotation annotation-xml iframe object head select button".split()
)
#: By class: the second picture of a formula, made of pieces; the links beside a heading to change its part.
_SKIPPED_NAMES = ("katex-html", "editsection")
#: What frames a page, by element, role, class or id.
_CHROME = frozenset("nav footer aside".split())
_CHROME_ROLES = frozenset("navigation banner contentinfo search dialog".split())
#: Elements for asides hold a text's notes, too.
_NOTE_ROLES = frozenset({"doc-endnotes", "doc-endnote", "doc-footnote", "doc-bibliography", "note"})
_CHROME_NAMES = regex.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|cookies?|consent|gdpr|share|sharing|social|sidebar|footer"
    r"|toc|catlinks|noprint|related|recommend|advert|ads?|login|toolbar|pagination|pager|copyright)(?:$|[\s_-])",
    regex.IGNORECASE,
)
_CAPTIONS = frozenset({"caption", "figcaption"})
#: A table whose cells hold this much is there to lay the page out.
_LONGEST_CELL = 400
_ONLY_LINKS = 0.9
#: Stands for <br> until white space is settled.
_BREAK = "\u2028"
_HEAVY = regex.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", regex.IGNORECASE)
_MARKS = regex.compile(r"\s*\d{1,3}(?:\s*[,，、–-]\s*\d{1,3})*\s*")
_BACK_LINKS = frozenset("↩↑^⏎")


@dataclass(slots=True)
class _Table:
    cells: SpannedRows = field(default_factory=SpannedRows)
    nested: bool = False


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page; `chrome` when its elements say that it frames the page; `linked` is the share of its letters
    that lead elsewhere, `bold` of those in bold type."""

    block: ExtractedBlock
    chrome: bool
    linked: float
    bold: float = 0.0

    @property
    def frames(self) -> bool:
        """Whether it frames the page, or is nothing but links."""
        return self.chrome or self.linked >= _ONLY_LINKS

    def framed(self) -> ExtractedBlock:
        """The block for a page without an article: what frames it is set apart."""
        return ExtractedBlock(self.block.text, "boilerplate") if self.frames else self.block


class BodyWalker:
    """Walks the tree without recursion, because pages nest as deep as they like."""

    def __init__(self) -> None:
        self.found: list[PageBlock] = []
        self._links = 0
        self._linked = 0
        self._strong = 0
        self._bold = 0
        self._note = ""
        self._pieces: list[str] = []
        self._kind: tuple[BlockKind, int | None] = ("paragraph", None)
        self._skipping = 0
        self._chrome = 0
        self._lists = 0
        self._tables: list[_Table] = []
        self._raised: list[int] = []
        self._called: set[str] = set()

    def walk(self, tree: Any) -> list[PageBlock]:
        """The blocks of `tree`, in the order of the page."""
        self._called = {href for sup in tree.iter("sup") for href in _targets(sup)}
        for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
            if event in {"comment", "pi"}:
                self._pieces.append("" if self._skipping else element.tail or "")
                continue
            tag = element.tag if isinstance(element.tag, str) else ""
            if tag in _SKIPPED or any(name in str(element.get("class") or "") for name in _SKIPPED_NAMES):
                self._skipping += 1 if event == "start" else -1
                if event == "end" and not self._skipping:
                    self._pieces.append(element.tail or "")
            elif not self._skipping:
                self._start(element, tag) if event == "start" else self._end(element, tag)
        self._flush()
        return self.found

    def _start(self, element: Any, tag: str) -> None:
        if tag in _BLOCKS or tag in HEADINGS or tag in {"td", "th"}:
            self._flush()
        if _is_chrome(element, tag):
            self._chrome += 1
        if tag in {"ul", "ol"}:
            self._lists += 1
        elif tag == "table":
            for outer in self._tables:
                self._spill(outer)
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].cells.start_row()
        if tag in HEADINGS:
            self._kind = ("heading", HEADINGS[tag])
        elif tag == "li":
            number = _note_number(element, self._called)
            self._note = f"[{number}] " if number else ""
            self._kind = ("footnote", None) if number else ("list", max(1, self._lists))
        elif tag in _CAPTIONS:
            self._kind = ("caption", None)
        if _leads_elsewhere(element, tag):
            self._links += 1
        if _is_bold(element, tag):
            self._strong += 1
        if tag == "sup":
            self._raised.append(len(self._pieces))
        self._say(_BREAK if tag == "br" else element.text or "")

    def _end(self, element: Any, tag: str) -> None:
        if tag in {"td", "th"} and self._tables and not self._tables[-1].nested:
            self._cell(element)
        elif tag in _BLOCKS or tag in HEADINGS or tag in {"td", "th"}:
            self._flush(ended=True)
        if tag in {"ul", "ol"}:
            self._lists -= 1
        elif tag == "table" and self._tables:
            self._table(self._tables.pop())
        if tag == "sup" and self._raised:
            self._raise(self._raised.pop(), called=_is_note_mark(element))
        if _is_chrome(element, tag):
            self._chrome -= 1
        if _leads_elsewhere(element, tag):
            self._links -= 1
        if _is_bold(element, tag):
            self._strong -= 1
        self._say(element.tail or "")

    def _raise(self, start: int, *, called: bool) -> None:
        """What was said since `start` as a note's mark, or as raised figures: 10⁶ is not 106."""
        words = "".join(self._pieces[start:])
        self._pieces[start:] = [f"[{words.strip()}]" if called else raised(words)]

    def _spill(self, table: _Table) -> None:
        """The cells so far of a table that turns out to lay the page out, before what is inside it."""
        if not table.nested:
            table.cells.end_row()
            cells = [cell for row in table.cells.rows for cell in row]
            table.nested, table.cells = True, SpannedRows()
            for cell in cells:
                self._add(cell, "paragraph", None)
            self._flush()

    def _say(self, text: str) -> None:
        self._pieces.append(text)
        if self._links:
            self._linked += len(text.strip())
        if self._strong:
            self._bold += len(text.strip())

    def _cell(self, element: Any) -> None:
        text = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        height, width = (str(element.get(name) or "") for name in ("rowspan", "colspan"))
        self._tables[-1].cells.add(text.replace(_BREAK, " "), _number(height), _number(width))

    def _table(self, table: _Table) -> None:
        table.cells.end_row()
        rows = [row for row in table.cells.rows if any(row)]
        widest = max((len(row) for row in rows), default=0)
        longest = max((len(cell) for row in rows for cell in row), default=0)
        if widest < 2 or longest > _LONGEST_CELL:
            for row in rows:
                for cell in row:
                    self._add(cell, "paragraph", None)
        else:
            self._add("\n".join("\t".join(row) for row in rows), "table", None)

    def _flush(self, *, ended: bool = False) -> None:
        lines = "".join(self._pieces).split(_BREAK)
        self._pieces.clear()
        between = " " if self._kind[0] == "heading" else "\n"
        kept = between.join(line for line in (" ".join(part.split()) for part in lines) if line)
        # Paragraphs inside a cell belong to the cell.
        if self._tables and not self._tables[-1].nested and self._tables[-1].cells.rows:
            self._pieces.append(kept.replace("\n", " ") + " " if kept else "")
            return
        self._add(kept, *self._kind)
        # A paragraph that opens inside an item is the item's text.
        if kept or ended:
            self._kind = ("paragraph", None)
            self._note = ""

    def _add(self, text: str, kind: BlockKind, level: int | None) -> None:
        text = text.rstrip("\ufe0e\ufe0f ")
        while text and text[-1] in _BACK_LINKS:
            text = text[:-1].rstrip()
        if self._note:
            text = text.lstrip("".join(_BACK_LINKS) + " ")
        if text.strip():
            linked, bold = (min(1.0, letters / len(text)) for letters in (self._linked, self._bold))
            block = ExtractedBlock(self._note + text, kind, level)
            self.found.append(PageBlock(block, self._chrome > 0, linked, bold))
            self._note = ""
        self._linked = self._bold = 0


def _leads_elsewhere(element: Any, tag: str) -> bool:
    return tag == "a" and bool(element.get("href")) and not str(element.get("href")).startswith("#")


def _is_bold(element: Any, tag: str) -> bool:
    return tag in {"strong", "b"} or _HEAVY.search(str(element.get("style") or "")) is not None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _note_number(item: Any, called: set[str]) -> int | None:
    """The number of a list item that is a note: a mark leads to it, or it leads back to one; None for other items."""
    back = any(
        (words := "".join(link.itertext()).strip("\ufe0e\ufe0f "))
        and set(words) <= _BACK_LINKS
        and str(link.get("href") or "").startswith("#")
        for link in item.iter("a")
    )
    if back or item.get("id") in called:
        return 1 + sum(1 for before in item.itersiblings("li", preceding=True))
    return None


def _targets(sup: Any) -> list[str]:
    """The places on the page to which a raised mark leads."""
    parent = sup.getparent()
    links = [*sup.iter("a"), *([parent] if parent is not None and parent.tag == "a" else [])]
    return [str(link.get("href"))[1:] for link in links if str(link.get("href") or "").startswith("#")]


def _is_note_mark(element: Any) -> bool:
    """Whether raised numbers lead to notes of the same page."""
    return _MARKS.fullmatch("".join(element.itertext())) is not None and bool(_targets(element))


def _is_chrome(element: Any, tag: str) -> bool:
    if tag in {"html", "body", "main", "article"} or str(element.get("role") or "") in _NOTE_ROLES:
        return False
    if tag in _CHROME or str(element.get("role") or "") in _CHROME_ROLES:
        return True
    return bool(_CHROME_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
