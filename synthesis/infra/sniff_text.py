"""Bytes that may be text: HTML, a web archive, Markdown, a table, subtitles or plain; or not text at all.

Looks at the beginning only.
"""

from __future__ import annotations

import re

from synthesis.infra.utf16 import utf16_order

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_HTML_TAGS = re.compile(rb"<(?:p|div|h[1-6]|br|table|span|ul|li|meta|title)\b[^>]*>", re.I)
_ATX = re.compile(rb"^#{1,6} +\S", re.M)
_MARKUP = re.compile(rb"\*\*\S[^*\n]{0,200}\*\*|\]\([^)\s]+\)|^```|^\|.*\|\s*$|^(?:---|\*\*\*)\s*$", re.M)
_SUBTITLES = re.compile(
    rb"\s*WEBVTT(?:[ \t\r\n]|$)|\s*(?:\d+[ \t]*\r?\n)?(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d"
)
#: What parts cells, next to text.
_SIGN = re.compile(rb"[^\s,;\t|][,;\t|]|[,;\t|][^\s,;\t|]")
#: The headers of a web archive, in any order, before the first empty line.
_ARCHIVE = re.compile(rb"^Content-Type:\s*(?:multipart/related|text/html)\b", re.I | re.M)
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n")
#: Control bytes that text of no encoding holds (escape belongs to ISO-2022, form feed and tabs to plain text).
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B, 0x00}) + b"\x7f"
#: Share of control bytes above which a file is data.
_MOST_CONTROLS = 0.002


def text_kind(head: bytes, extension: str = "") -> str | None:
    """ "html", "mhtml", "subtitles", "md", "csv" or "txt" for the beginning of a file, None when it is no text.

    Markdown is recognised by its headings together with other marks, whatever the name; names that end in .md or .csv
    (and their kin) are believed, because such text shows nothing else.
    """
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not marked and _share_of_controls(head) > _MOST_CONTROLS and utf16_order(head) is None:
        return None
    plain = head.replace(b"\x00", b"")
    bare = plain.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _is_archive(bare):
        return "mhtml"
    if _SUBTITLES.match(bare):
        return "subtitles"
    if _HTML_START.match(bare) or len(_HTML_TAGS.findall(plain)) >= 8:
        return "html"
    if extension in {"htm", "html", "xhtml"} and len(_HTML_TAGS.findall(plain)) >= 1:
        return "html"
    if extension in {"md", "markdown", "mdown", "mkd"}:
        return "md"
    if extension in {"csv", "tsv", "tab", "xls", "xlsx"} and _SIGN.search(plain):
        return "csv"
    if extension != "tex" and len(_ATX.findall(plain)) >= 2 and _MARKUP.search(plain):
        return "md"
    return "txt"


def _share_of_controls(head: bytes) -> float:
    return len(head) and (len(head) - len(head.translate(None, _CONTROLS))) / len(head)


def _is_archive(head: bytes) -> bool:
    """Whether a file begins with the headers of a web archive. A letter has them too, but is of another type."""
    headers = _HEADER.match(head.lstrip())
    if headers is None or b"mime-version:" not in headers.group().lower():
        return False
    return bool(_ARCHIVE.search(headers.group()))
