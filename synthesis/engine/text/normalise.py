"""The first stage of a reading text: line ends, BOM, control characters, NFC. Changes no word."""

from __future__ import annotations

import unicodedata

import regex

from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.offsets import Edit

#: Removed without a trace in the text: BOM, zero-width marks, soft hyphens, bidirectional controls (they can make a text
#: read otherwise than it is stored), C0 and C1 controls except tab and line feed. NUL cannot be stored in PostgreSQL.
_INVISIBLE = "\ufeff\u200b\u2060\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINE_END = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_SURROGATE = "[\ud800-\udfff]"
_UNSAFE = regex.compile(f"(?P<line>{_LINE_END})|(?P<drop>[{_INVISIBLE}{_CONTROL}]+)|(?P<bad>{_SURROGATE})")
#: One character of any of these: nearly all texts have none, which this tells ten times as fast.
_ANY_UNSAFE = lazy_pattern(f"[\r\x0b\x0c\x85\u2028\u2029{_INVISIBLE}{_CONTROL}\ud800-\udfff]")
_CLUSTER = regex.compile(r"\X")


def normalising_edits(text: str) -> list[Edit]:
    """The edits that clean line ends and controls: CRLF and its kin become LF, unpaired surrogates U+FFFD."""
    if _ANY_UNSAFE.search(text) is None:
        return []
    edits = []
    for match in _UNSAFE.finditer(text):
        after = "\n" if match.lastgroup == "line" else "\ufffd" if match.lastgroup == "bad" else ""
        edits.append(Edit(match.start(), match.end(), after))
    return edits


def composing_edits(text: str) -> list[Edit]:
    """The edits that bring `text` to NFC, one for each grapheme cluster that changes; the result is always NFC."""
    if unicodedata.is_normalized("NFC", text):
        return []
    edits: list[Edit] = []
    at = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            edits.extend(_line_edits(line, at))
        at += len(line) + 1
    return edits


def _line_edits(line: str, at: int) -> list[Edit]:
    edits = []
    pieces = []
    for match in _CLUSTER.finditer(line):
        composed = unicodedata.normalize("NFC", match.group())
        pieces.append(composed)
        if composed != match.group():
            edits.append(Edit(at + match.start(), at + match.end(), composed))
    whole = unicodedata.normalize("NFC", line)
    # Clusters may still compose across their borders (stray Hangul jamo); then the line is one edit.
    return edits if "".join(pieces) == whole else [Edit(at, at + len(line), whole)]
