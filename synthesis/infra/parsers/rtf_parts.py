r"""What pandoc loses or keeps wrongly in RTF, put right: headings that only their style tells, words that a person struck
in tracked changes, numbers that were counted, text boxes, tables inside cells.

Works on RTF whose characters are Unicode escapes already (`rtf_codepages`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from synthesis.infra.parsers.raised import raised
from synthesis.infra.parsers.rtf_codepages import TOKEN

_STYLE = re.compile(rb"\{(?:\\\*)?\\s(\d{1,4})\b((?:[^{};]|\{[^{}]*\})*);\}")
_WORD = re.compile(rb"\\(?!u-?\d)[a-zA-Z]+-?\d* ?|\{[^{}]*\}|[\r\n]")
_ESCAPE = re.compile(rb"\\u(-?\d+) ?(?:\\'[0-9a-f]{2}|\?)?")
_OUTLINE = re.compile(rb"\\outlinelevel(\d)\b")
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_TITLE = re.compile(r"(?:title|标题)", re.I)
#: Groups with the number of an item as it is shown.
_LABELS = frozenset({b"listtext", b"pntext"})
#: Groups at the head of a file, whose names pandoc takes for text when they are not in Latin letters.
_TABLES = frozenset({b"fonttbl", b"colortbl", b"stylesheet", b"listtable", b"listoverridetable", b"revtbl", b"filetbl"})
#: Words that make items of pandoc's own of what is numbered already, and say that a table lies in a cell.
_DROPPED = frozenset({b"ls", b"ilvl", b"itap", b"nestrow", b"outlinelevel"})
#: Words for what holds of the characters that follow, and whether they begin or end it. pandoc lets raised type run on.
_TURNED = {b"deleted": True, b"super": True, b"sub": False, b"nosupersub": False}
_BULLET = rb"\u8226 ?"
_PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    deleted: bool = False
    raised: bool = False
    label: bool = False
    dropped: bool = False
    box: bool = False


def mended(data: bytes) -> bytes:
    """`data` as RTF in which pandoc finds its headings, items and boxes."""
    return _Mender(data).mended()


class _Mender:
    def __init__(self, data: bytes) -> None:
        self._data = data
        start = data.find(b"{\\stylesheet")
        self._levels = _levels(data[start : _end_of_group(data, start)])
        self._out = bytearray()
        self._box = bytearray()
        self._in_table = False
        self._state = _State()
        self._outer: list[_State] = []

    def mended(self) -> bytes:
        """The whole file, token by token."""
        at = 0
        while at < len(self._data):
            match = TOKEN.match(self._data, at)
            if match is None:
                self._put(self._data[at : at + 1])
                at += 1
                continue
            at = match.end()
            if match["bin"] is not None:
                at = min(len(self._data), at + int(match["bin"]))
            elif match["brace"]:
                self._brace(match[0])
            elif match["word"]:
                self._word(match["word"], match["value"], match[0])
            else:
                self._text(match[0])
        return bytes(self._out)

    def _put(self, data: bytes) -> None:
        if not self._state.dropped:
            (self._box if self._state.box else self._out).extend(data)

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            self._put(brace)
            self._outer.append(self._state)
            return
        closing = self._state
        self._state = self._outer.pop() if self._outer else _State()
        if closing.box and not self._state.box:
            self._box += b"\\par "
        self._put(brace)

    def _word(self, word: bytes, value: bytes | None, whole: bytes) -> None:
        if word in {b"pard", b"intbl"} and not self._state.label:
            self._in_table = word == b"intbl"
        if word in _LABELS:
            self._state = replace(self._state, label=True)
        elif word in _TABLES or word == b"nonesttables":
            self._state = replace(self._state, dropped=True)
        elif word == b"shptxt":
            # What stands in a box is read after the paragraph that holds the box.
            self._state = replace(self._state, box=True, label=False)
        elif word in _TURNED or word == b"plain":
            on = word in _TURNED and _TURNED[word] and value != b"0"
            names = {b"deleted": ("deleted",), b"plain": ("deleted", "raised")}.get(word, ("raised",))
            self._state = replace(self._state, **dict.fromkeys(names, on))
            self._put(whole if word == b"plain" and not self._state.label else b"")
        elif word == b"nestcell" or (self._state.label and word == b"tab"):
            self._put(b" ")
        elif word == b"u":
            code = int(value or b"0") % 0x10000
            # A sign of a symbol font; in a code page it may stand for nothing.
            self._text(_BULLET[:-1] if self._state.label and (code in _PRIVATE or code == 0xFFFD) else whole)
        elif word == b"s" and value is not None and int(value) in self._levels and not self._state.label:
            self._put(b"%s\\outlinelevel%d " % (whole.rstrip(), self._levels[int(value)] - 1))
        elif word == b"par" and self._in_table:
            # Of a cell of several paragraphs pandoc keeps one.
            self._put(b"\\line ")
        elif word not in (_DROPPED if self._levels or word != b"outlinelevel" else ()) and not self._state.label:
            self._put(whole)
            if word == b"par" and self._box and not self._state.box:
                self._put(b"{\\pard " + bytes(self._box) + b"}")
                self._box.clear()

    def _text(self, whole: bytes) -> None:
        if self._state.deleted:
            return
        if self._state.label and whole.lower() == b"\\'b7":
            whole = _BULLET
        if self._state.raised:
            whole = b"".join(
                b"\\u%d ?" % ord(c) if ord(c) > 0x7F else c.encode() for c in raised(whole.decode("latin-1"))
            )
        self._put(whole)


def _levels(styles: bytes) -> dict[int, int]:
    """The levels of headings, from 1, by the numbers of their styles; a title's is 1."""
    found: dict[int, int] = {}
    for match in _STYLE.finditer(styles):
        outline = _OUTLINE.search(match[2])
        name = _named(_WORD.sub(b"", match[2]))
        heading = _HEADING.fullmatch(name)
        if heading:
            found[int(match[1])] = int(heading[1])
        elif _TITLE.fullmatch(name):
            found[int(match[1])] = 1
        elif outline and int(outline[1]) < 9:
            found[int(match[1])] = int(outline[1]) + 1
    return found


def _named(name: bytes) -> str:
    unescaped = _ESCAPE.sub(lambda m: chr(int(m[1]) % 0x10000).encode("utf-8", "replace"), name)
    return unescaped.decode("utf-8", "replace").strip()


def _end_of_group(data: bytes, start: int) -> int:
    """Where the group that begins at `start` ends; 0 when there is none."""
    depth = 0
    for match in TOKEN.finditer(data, start) if start >= 0 else ():
        if match["brace"]:
            depth += 1 if match[0] == b"{" else -1
            if depth == 0:
                return match.end()
    return 0
