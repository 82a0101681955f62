"""The article of a web page with its citation data; where none is found, all the text of the body is taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, BinaryIO

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from synthesis.engine.text.extraction import BlockKind, ExtractedBlock, Extraction
from synthesis.infra.parsers.encodings import decode
from synthesis.infra.parsers.html_article import article_blocks
from synthesis.infra.parsers.html_body import HEADINGS, BodyWalker, PageBlock
from synthesis.infra.parsers.html_encoding import declared_encoding
from synthesis.infra.parsers.unreadable import Unreadable

#: What stands before an author's name in a by-line.
_BYLINE = re.compile(r"^(?:作者|撰文|记者|記者|文|by)\s*[:：|｜/]?\s*(?=\S)", re.I)
#: What some pages call their author.
_OFFICE = re.compile(
    r"(?:责任|网站|本站|系统)?(?:编辑|管理员|小编|站长)|(?:site |web)?(?:admin|administrator|editor|master)", re.I
)
_META = {
    "author": "author",
    "article:author": "author",
    "og:article:author": "author",
    "date": "date",
    "pubdate": "date",
    "article:published_time": "date",
    "og:site_name": "sitename",
    "og:title": "title",
}
#: Citation data as journals state them (Highwire Press, Dublin Core), kept under their own names.
_SCHOLARLY = re.compile(
    r"^(?:citation_|dc\.|dcterms\.|prism\.)(?!reference|abstract|keyword|fulltext_world|pdf)[\w.-]{2,40}$"
)
#: How the name of a site begins behind a page's title.
_SITE = re.compile(r"\s*[-_|｜–—·»]+\s*\S")
_LEAST_TITLE = 4
#: A tag that is long enough to hold MOST_ATTRIBUTES; values in quotes, which may hold spaces.
_MOST_ATTRIBUTES = 5000
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{10000,}")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
#: Of these a page has one element for each person.
_PEOPLE = ("citation_author", "dc.creator")
#: An extraction of so few characters is no article when it keeps less than this share of the page, or the page is short.
_LEAST_SHARE, _LEAST = 0.1, 200


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """Headings, paragraphs, lists and tables of the page's article with its metadata. Raises Unreadable."""
    data = source.read()
    name = declared_encoding(data)
    text, encoding, warnings = (data.decode(name, "replace"), name, ()) if name else decode(data)
    tell(0.2)
    return page_of(text, kind=kind, encoding=encoding, warnings=warnings, tell=tell)


def page_of(
    text: str, *, kind: str, encoding: str | None, warnings: tuple[str, ...], tell: Callable[[float], None]
) -> Extraction:
    """The article of the page whose source is `text`. Raises Unreadable."""
    if _has_too_many_attributes(text):
        raise Unreadable("too many attributes")
    try:
        tree = lxml_html.fromstring(
            text.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8", huge_tree=False)
        )
    except (etree.ParserError, ValueError) as fault:
        raise Unreadable("no HTML tree") from fault
    page = BodyWalker().walk(tree)
    tell(0.5)
    declared = _declared(tree)
    named = (tree.findtext(".//title") or "").strip()
    article, metadata = _article(text, page, declared.get("title") or named)
    kept = sum(len(b.text) for b in article)
    whole = sum(len(p.block.text) for p in page if not p.chrome)
    if not article or (kept < _LEAST and (whole < _LEAST or kept < _LEAST_SHARE * whole)):
        own = sum(len(p.block.text) for p in page if not p.frames)
        # A page may be a list of links and nothing else.
        article = [p.framed() if p.chrome or 2 * own >= whole else p.block for p in page]
        warnings = (*warnings, "article-not-found")
    if not article:
        raise Unreadable("no text", code="no_text")
    metadata = {**declared, **metadata}
    author = _BYLINE.sub("", declared.get("author") or metadata.get("author", ""))
    if author and not _OFFICE.fullmatch(author):
        metadata["author"] = author
    else:
        metadata.pop("author", None)
    title = _without_site(metadata.pop("title", "") or named, page)
    tell(1.0)
    return Extraction(tuple(article), title, metadata, warnings, kind, encoding, structured=True)


def _without_site(title: str, page: list[PageBlock]) -> str:
    """`title` as a line of the page has it, when only the name of the site follows there."""
    for own in (p.block.text for p in page):
        if len(own) >= _LEAST_TITLE and title.startswith(own) and _SITE.match(title, len(own)):
            return own
    return title


def _has_too_many_attributes(text: str) -> bool:
    """Whether an element has more attributes than any page needs: lxml's time grows with the square of their number."""
    return any(len(_VALUE.sub("", tag.group()).split()) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text))


def _declared(tree: Any) -> dict[str, str]:
    """What the page's own meta elements say; trafilatura drops names that are not in Latin form."""
    found: dict[str, str] = {}
    people: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = str(element.get("name") or element.get("property") or "").lower()
        content = str(element.get("content") or "").strip()
        if name in _META and content:
            found.setdefault(_META[name], content)
        elif name in _PEOPLE and content:
            people.setdefault(name, []).append(content)
        elif content and _SCHOLARLY.match(name):
            found.setdefault(name, content[:500])
    if authors := next((people[name] for name in _PEOPLE if name in people), []):
        found["author"] = "; ".join(authors[:100])
    return found


def _article(text: str, page: list[PageBlock], title: str) -> tuple[list[ExtractedBlock], dict[str, str]]:
    document: Any = trafilatura.bare_extraction(
        text,
        include_tables=True,
        include_comments=False,
        with_metadata=True,
        include_formatting=False,
        favor_recall=True,
        # A date that the page does not state is a guess from any year in its text.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None:
        return [], {}
    fields = {
        k: getattr(document, k, None) for k in ("title", "author", "date", "sitename", "hostname", "url", "language")
    }
    metadata = {k: str(v) for k, v in fields.items() if v}
    if document.body is None:
        return [], metadata
    blocks = article_blocks(page, "".join(document.body.itertext()), title)
    if not blocks:
        _own_blocks(document.body, blocks)
    return blocks, metadata


def _own_blocks(element: Any, blocks: list[ExtractedBlock]) -> None:
    """trafilatura's own blocks, for a page whose tree does not agree: head (with rend="h2"), p, list/item, table/row/cell, quote."""
    for child in element:
        tag = child.tag
        if tag == "head":
            level = HEADINGS.get(str(child.get("rend") or "h2"), 2)
            _add(blocks, _text(child), "heading", level)
        elif tag == "list":
            for item in child.iter("item"):
                _add(blocks, _text(item), "list", 1)
        elif tag == "table":
            rows = [[_text(cell) for cell in row.iter("cell")] for row in child.iter("row")]
            rows = [row for row in rows if any(row)]
            # The caption comes as a first row of one cell.
            if len(rows) > 1 and len([cell for cell in rows[0] if cell]) == 1 < len([cell for cell in rows[1] if cell]):
                _add(blocks, "".join(rows.pop(0)), "caption", None)
            _add(blocks, "\n".join("\t".join(row) for row in rows), "table", None)
        elif tag in {"div", "main", "body"} and len(child):
            _own_blocks(child, blocks)
        else:
            _add(blocks, _text(child), "paragraph", None)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _add(blocks: list[ExtractedBlock], text: str, kind: BlockKind, level: int | None) -> None:
    if text.strip():
        blocks.append(ExtractedBlock(text, kind, level))
