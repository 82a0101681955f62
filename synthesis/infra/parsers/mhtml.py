"""Web archives (MHTML, .mht): the page that was saved, with its address and the day it was saved."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import errors, policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from synthesis.engine.text.extraction import Extraction
from synthesis.infra.parsers.encodings import decode
from synthesis.infra.parsers.html import page_of
from synthesis.infra.parsers.html_encoding import SUPERSETS, declared_encoding
from synthesis.infra.parsers.unreadable import Unreadable

#: A frame set's own page holds no text; then the frame with the most is the page.
_LEAST = 200


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The article of the archived page (see `html.page_of`); url, accessed and a title from the archive. Raises Unreadable."""
    try:
        archive = BytesParser(EmailMessage, policy=policy.default).parse(source)
        pages = list(_pages(archive))
    except (errors.MessageError, LookupError, ValueError) as fault:
        raise Unreadable(f"no web archive: {fault}") from fault
    tell(0.2)
    if not pages:
        raise Unreadable("no page in the archive")
    root = next((p for p in pages if _is_root(archive, p)), pages[0])
    read: list[Extraction] = []
    for part in [root, *(p for p in pages if p is not root)]:
        try:
            read.append(_page(part, kind, tell))
        except Unreadable:
            continue
        if _length(read[0]) >= _LEAST:
            break
    if not read:
        raise Unreadable("no text", code="no_text")
    page = read[0] if _length(read[0]) >= _LEAST else max(read, key=_length)
    metadata = {**page.metadata, **_facts(archive, root)}
    return replace(page, title=page.title or _header(archive, "Subject"), metadata=metadata)


def _pages(archive: EmailMessage) -> Iterator[EmailMessage]:
    for part in archive.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and isinstance(part, EmailMessage):
            yield part


def _is_root(archive: EmailMessage, part: EmailMessage) -> bool:
    """Whether the archive names this part as its first: by the id that it gives, or by the address it was saved from."""
    start = archive.get_param("start")
    if isinstance(start, str) and _header(part, "Content-ID") == start:
        return True
    address = _header(archive, "Snapshot-Content-Location")
    return bool(address) and _header(part, "Content-Location") == address


def _page(part: EmailMessage, kind: str, tell: Callable[[float], None]) -> Extraction:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise Unreadable("an empty page")
    name = _charset(part, data) or declared_encoding(data)
    text, encoding, warnings = (data.decode(name, "replace"), name, ()) if name else decode(data)
    return page_of(text, kind=kind, encoding=encoding, warnings=warnings, tell=tell)


def _charset(part: EmailMessage, data: bytes) -> str | None:
    """The encoding that the part's header names, when its bytes agree."""
    try:
        name = codecs.lookup(part.get_content_charset() or "").name
        name = SUPERSETS.get(name, name)
        data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return name


def _facts(archive: EmailMessage, root: EmailMessage) -> dict[str, str]:
    facts = {}
    address = _header(archive, "Snapshot-Content-Location") or _header(root, "Content-Location")
    if address.startswith(("http://", "https://")):
        facts["url"] = address
    try:
        facts["accessed"] = parsedate_to_datetime(_header(archive, "Date")).date().isoformat()
    except (TypeError, ValueError, IndexError):
        # No date, or none that can be read: then the archive does not say when it was saved.
        return facts
    return facts


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "").strip()
    except (ValueError, IndexError, AttributeError):
        # The parser of headers gives up on malformed ones in its own ways.
        return ""


def _length(extraction: Extraction) -> int:
    return sum(len(b.text) for b in extraction.blocks)
