"""Office files and e-books are ZIP packages: their structure and their true inflated size, before anything opens them.

Sizes are counted while inflating, because headers lie. Nothing is written.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from synthesis.infra.refusals import UploadRefused

MAX_MEMBERS = 2000
MAX_INFLATED = 200 * 1024 * 1024
#: A ratio above this is refused once so much has come out; small files of blanks compress well and are harmless.
MAX_RATIO = 100
RATIO_FROM = 32 * 1024 * 1024
_CHUNK = 256 * 1024
_NESTED = (".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".jar", ".tar", ".docx", ".odt", ".epub")
#: Charts keep their spreadsheets there; nothing of ours opens them.
_EMBEDDINGS = ("word/embeddings/", "ppt/embeddings/", "xl/embeddings/")
#: Main parts of Office files. SharePoint numbers those of Word.
_MAIN_PARTS = (
    ("docx", re.compile(r"word/document\d*\.xml")),
    ("pptx", re.compile(r"ppt/presentation\d*\.xml")),
    ("xlsx", re.compile(r"xl/workbook\d*\.xml")),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_MANIFEST = "META-INF/manifest.xml"
_DECLARED = {
    b"application/epub+zip": "epub",
    _OPEN_DOCUMENT + b"text": "odt",
    _OPEN_DOCUMENT + b"spreadsheet": "ods",
    _OPEN_DOCUMENT + b"presentation": "odp",
}


def inspect_package(path: Path) -> str:
    """The kind ("docx", "pptx", "xlsx", "odt", "ods", "odp", "epub") of the ZIP package at `path`.

    Raises UploadRefused for other archives and for packages that are damaged, encrypted, too large inside, nested, or
    whose parts point outside.
    """
    try:
        with zipfile.ZipFile(path) as package, path.open("rb") as raw:
            members = package.infolist()
            _check_members(members)
            kind = _package_kind(package, {m.filename for m in members})
            _check_sizes(raw, members, path.stat().st_size)
            return kind
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, UnicodeError) as fault:
        raise UploadRefused("damaged", "The file is damaged and cannot be opened.") from fault


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise UploadRefused("too_many_parts", "The file holds more than %(limit)d parts.", limit=MAX_MEMBERS)
    seen: set[str] = set()
    for member in members:
        name = member.orig_filename
        if member.flag_bits & 0x1:
            raise UploadRefused("encrypted", "The file is protected by a password.")
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or name.startswith(("/", "\\")) or "\x00" in name or ":" in parts[0]:
            raise UploadRefused("traversal", "The file contains parts that point outside it.")
        # A symbolic link (mode 0120000 in the upper half of the attributes) points somewhere by nature.
        if (member.external_attr >> 16) & 0o170000 == 0o120000:
            raise UploadRefused("traversal", "The file contains parts that point outside it.")
        if name.lower().endswith(_NESTED) and not name.startswith(_EMBEDDINGS):
            raise UploadRefused("nested", "The file contains another archive.")
        if name in seen:
            raise zipfile.BadZipFile("two parts of one name")
        seen.add(name)


def _package_kind(package: zipfile.ZipFile, names: set[str]) -> str:
    kind = package_kind(package, names)
    if kind is None:
        raise UploadRefused("archive", "The file is an archive; upload the documents inside it.")
    return kind


def package_kind(package: zipfile.ZipFile, names: set[str]) -> str | None:
    """The kind of document that a ZIP file with these part names is, None for a mere archive.

    Raises UploadRefused for documents of kinds that cannot be read.
    """
    if "[Content_Types].xml" in names:
        for kind, part in _MAIN_PARTS:
            if any(part.fullmatch(name) for name in names):
                return kind
        if "xl/workbook.bin" in names:
            raise UploadRefused("binary_sheet", "The file is a binary workbook (XLSB); save it as XLSX first.")
        raise UploadRefused("unsupported", "This kind of file cannot be read: %(type)s.", type="Office")
    if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
        declared = package.read("mimetype").strip()
        if declared in _DECLARED:
            _check_open(package, names)
            return _DECLARED[declared]
        if declared.startswith(_OPEN_DOCUMENT):
            raise UploadRefused(
                "open_document", "Of OpenDocument files only texts, sheets and slides (ODT, ODS, ODP) can be read."
            )
    if any(name.endswith(".iwa") for name in names):
        raise UploadRefused("apple", "The file is a document of Apple's Pages, Numbers or Keynote.")
    return None


def _check_open(package: zipfile.ZipFile, names: set[str]) -> None:
    """OpenDocument encrypts part by part, and says so in its manifest."""
    if _MANIFEST in names:
        with package.open(_MANIFEST) as manifest:
            if b":encryption-data" in manifest.read(_CHUNK):
                raise UploadRefused("encrypted", "The file is protected by a password.")


def _check_sizes(raw: BinaryIO, members: list[zipfile.ZipInfo], size: int) -> None:
    """Inflate every member into nothing, counting. Overlapping members (one stream used many times) are refused."""
    total = 0
    covered = 0
    for member in sorted(members, key=lambda m: m.header_offset):
        start = _data_start(raw, member)
        if member.header_offset < covered or start + member.compress_size > size:
            raise zipfile.BadZipFile("parts overlap or end outside the file")
        covered = start + member.compress_size
        inflated = 0
        for piece in _inflate(raw, start, member):
            inflated += len(piece)
            total += len(piece)
            if total > MAX_INFLATED or (total > RATIO_FROM and total > MAX_RATIO * size):
                raise UploadRefused("bomb", "The file grows too much when it is unpacked.")
        if inflated != member.file_size:
            raise zipfile.BadZipFile("a header lies about the size of a part")


def _data_start(raw: BinaryIO, member: zipfile.ZipInfo) -> int:
    raw.seek(member.header_offset)
    header = raw.read(30)
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile("a part has no header")
    flags = struct.unpack("<H", header[6:8])[0]
    if flags & 0x1:
        raise UploadRefused("encrypted", "The file is protected by a password.")
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    name = raw.read(name_length).decode("utf-8" if flags & 0x800 else "cp437")
    if name != member.orig_filename:
        raise zipfile.BadZipFile("the two names of a part differ")
    return member.header_offset + 30 + int(name_length) + int(extra_length)


def _inflate(raw: BinaryIO, start: int, member: zipfile.ZipInfo):  # type: ignore[no-untyped-def]
    """The inflated bytes of a member, piece by piece, from its own stream whatever its header says."""
    raw.seek(start)
    left = member.compress_size
    if member.compress_type == zipfile.ZIP_STORED:
        while left > 0 and (chunk := raw.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk
        return
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile("a part is compressed in an unusual way")
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    while left > 0 and not inflater.eof:
        chunk = raw.read(min(_CHUNK, left))
        if not chunk:
            break
        left -= len(chunk)
        while chunk and not inflater.eof:
            yield inflater.decompress(chunk, _CHUNK)
            chunk = inflater.unconsumed_tail
    yield inflater.flush()
