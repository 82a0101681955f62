"""Bytes that may be text: HTML, Markdown or plain; or not text at all. Looks at the beginning only."""

from __future__ import annotations

import re

from synthesis.infra.utf16 import utf16_order

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_HTML_TAGS = re.compile(rb"<(?:p|div|h[1-6]|br|table|span|ul|li|meta|title)\b[^>]*>", re.I)
_ATX = re.compile(rb"^#{1,6} +\S", re.M)
_MARKUP = re.compile(rb"\*\*\S[^*\n]{0,200}\*\*|\]\([^)\s]+\)|^```|^\|.*\|\s*$|^(?:---|\*\*\*)\s*$", re.M)
#: Control bytes that text of no encoding holds (escape belongs to ISO-2022, form feed and tabs to plain text).
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B, 0x00}) + b"\x7f"
#: Share of control bytes above which a file is data.
_MOST_CONTROLS = 0.002


def text_kind(head: bytes, extension: str = "") -> str | None:
    """ "html", "md" or "txt" for the beginning of a file, None when it is no text.

    Markdown is recognised by its headings together with other marks, whatever the name; a name that ends in .md or
    .markdown is believed.
    """
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not marked and _share_of_controls(head) > _MOST_CONTROLS and utf16_order(head) is None:
        return None
    plain = head.replace(b"\x00", b"")
    if _HTML_START.match(plain.removeprefix(b"\xef\xbb\xbf")) or len(_HTML_TAGS.findall(plain)) >= 8:
        return "html"
    if extension in {"htm", "html", "xhtml"} and len(_HTML_TAGS.findall(plain)) >= 1:
        return "html"
    if extension in {"md", "markdown", "mdown", "mkd"}:
        return "md"
    if extension not in {"srt", "vtt", "csv", "tex"} and len(_ATX.findall(plain)) >= 2 and _MARKUP.search(plain):
        return "md"
    return "txt"


def _share_of_controls(head: bytes) -> float:
    return len(head) and (len(head) - len(head.translate(None, _CONTROLS))) / len(head)
