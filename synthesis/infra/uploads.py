"""What comes in from outside: is it one of the readable kinds, and safe to hand to a parser? Decided by content.

Nothing here parses a document; that is the sandbox's business. No Django: refusals are codes with English msgids, which
the view translates (`message % params`).
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import puremagic

from synthesis.infra import archives, sniff_office
from synthesis.infra.refusals import UploadRefused
from synthesis.infra.sniff_text import text_kind
from synthesis.infra.utf16 import utf16_order

__all__ = ["Inspected", "UploadRefused", "check_name", "inspect"]

MAX_BYTES = 100 * 1024 * 1024
MAX_NAME_BYTES = 255
_CHUNK = 1024 * 1024
_HEAD = 64 * 1024

MEDIA_TYPES = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "rtf": "application/rtf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "epub": "application/epub+zip",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "subtitles": "text/vtt",
    "mhtml": "multipart/related",
    "doc": "application/msword",
    "ppt": "application/vnd.ms-powerpoint",
    "xls": "application/vnd.ms-excel",
    "image": "image/*",
}
#: Extensions that promise a binary format: plain text under such a name is somebody's mistake, and is said to be.
_BINARY_NAMES = frozenset(
    "pdf docx doc odt ods odp epub pptx ppt xlsx xls zip png jpg jpeg gif tif tiff webp exe dll".split()
)
#: Programs that write web pages or tables under these names are many, and people cannot tell.
_FALSE_NAMES = {"doc": frozenset({"html", "mhtml"}), "xls": frozenset({"html", "mhtml", "csv"})}
_FALSE_NAMES["docx"], _FALSE_NAMES["xlsx"] = _FALSE_NAMES["doc"], _FALSE_NAMES["xls"]
_IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
_EXECUTABLES = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"MSCF")
_UTF16_OR_32_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
#: Right-to-left overrides and marks that make a name read otherwise than it is: `fdp.exe` for `exe.pdf`.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Inspected:
    """An accepted file: `kind` chooses the parser; `size` in bytes; `sha256` of the bytes, hexadecimal."""

    media_type: str
    kind: str
    size: int
    sha256: str


def check_name(name: str) -> str:
    """`name` in NFC without blanks at its ends. Raises UploadRefused for names that are paths, hide or deceive."""
    if any(c in "/\\" for c in name):
        raise UploadRefused("name_path", "The file name contains a path.")
    for char in name:
        if char in _BIDI or unicodedata.category(char) in {"Cc", "Cs"} or char in "\u2028\u2029":
            raise UploadRefused("name_characters", "The file name contains characters that cannot be shown.")
    clean = unicodedata.normalize("NFC", name).strip()
    if not clean or not clean.strip("."):
        raise UploadRefused("name_empty", "The file has no name.")
    if len(clean.encode("utf-8")) > MAX_NAME_BYTES:
        raise UploadRefused("name_long", "The file name is longer than %(limit)d bytes.", limit=MAX_NAME_BYTES)
    return clean


def inspect(path: Path, name: str) -> Inspected:
    """Kind, size and digest of the file at `path`, uploaded as `name`; read in pieces, never whole.

    Raises UploadRefused when the name, the size, the kind or the structure is not acceptable; OSError when the file
    cannot be read.
    """
    clean = check_name(name)
    size = path.stat().st_size
    if size == 0:
        raise UploadRefused("empty", "The file is empty.")
    if size > MAX_BYTES:
        raise UploadRefused("too_large", "The file is larger than %(limit)d MB.", limit=MAX_BYTES // 1024 // 1024)
    digest, head = _digest(path)
    kind = _kind(path, head, clean)
    media_type = _image_type(head) if kind == "image" else MEDIA_TYPES[kind]
    return Inspected(media_type or MEDIA_TYPES[kind], kind, size, digest)


def _digest(path: Path) -> tuple[str, bytes]:
    digest = hashlib.sha256()
    head = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            head = head or chunk[:_HEAD]
            digest.update(chunk)
    return digest.hexdigest(), head


def _kind(path: Path, head: bytes, name: str) -> str:
    if head.startswith(_EXECUTABLES):
        raise UploadRefused("executable", "The file is a program, not a document.")
    if head.startswith(b"%PDF-") or b"%PDF-" in head[:1024]:
        _check_pdf(path)
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return archives.inspect_package(path)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        raise UploadRefused("archive", "The file is an archive; upload the documents inside it.")
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if head.startswith(sniff_office.SIGNATURE):
        return _old_office(path, extension)
    if _image_type(head):
        return _image()
    if b"\x00" in head and not head.startswith(_UTF16_OR_32_BOMS) and utf16_order(head) is None:
        raise UploadRefused("unsupported", "This kind of file cannot be read: %(type)s.", type=_described(head))
    kind = text_kind(head, extension)
    if kind is None:
        raise UploadRefused("unsupported", "This kind of file cannot be read: %(type)s.", type=_described(head))
    if extension in _BINARY_NAMES and kind not in _FALSE_NAMES.get(extension, ()):
        raise UploadRefused("mismatch", "The file is not what its name says (.%(extension)s).", extension=extension)
    return kind


def _old_office(path: Path, extension: str) -> str:
    from synthesis.infra.parsers import office_place

    kind = sniff_office.ole_kind(path)
    if kind == "encrypted":
        raise UploadRefused("encrypted", "The file is protected by a password.")
    if kind in {"doc", "ppt", "xls"} and office_place.installed():
        return kind
    if kind is None and extension in {"doc", "ppt", "xls"}:
        # The list of its parts is gone, which stands near the end.
        raise UploadRefused("damaged", "The file is damaged and cannot be opened.")
    newer = {"doc": "DOCX", "ppt": "PPTX", "xls": "XLSX"}.get(kind or "", "PDF")
    raise UploadRefused("old_office", "The file is in an old Office format; save it as %(newer)s first.", newer=newer)


def _image_type(head: bytes) -> str | None:
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return next((name for signature, name in _IMAGES.items() if head.startswith(signature)), None)


def _image() -> str:
    from synthesis.infra.parsers import ocr_installed

    if not ocr_installed.installed():
        raise UploadRefused("picture", "Text in pictures cannot be recognised here.")
    return "image"


def _check_pdf(path: Path) -> None:
    # Counting pages means parsing, and parsing happens in the sandbox only; imported here because it starts processes.
    from synthesis.infra.sandbox import ParserFailed, count_pages

    try:
        pages = count_pages(path)
    except ParserFailed as failure:
        if failure.detail == "encrypted":
            raise UploadRefused("encrypted", "The file is protected by a password.") from failure
        raise UploadRefused("damaged", "The file is damaged and cannot be opened.") from failure
    if pages == 0:
        raise UploadRefused("no_pages", "The PDF has no pages.")


def _described(head: bytes) -> str:
    try:
        return str(puremagic.from_string(head, mime=True)) or "binary data"
    except (puremagic.PureError, ValueError):
        return "binary data"
