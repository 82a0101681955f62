"""ZIP files of documents: what is in them, under which names, and each member's bytes within bounds. Nothing is written.

A package that is itself a document (DOCX, EPUB) is no bundle; see `synthesis.infra.archives`.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from synthesis.infra import archives
from synthesis.infra.refusals import UploadRefused

#: Documents in one bundle, and bytes of all of them together.
MAX_DOCUMENTS = 1000
MAX_TOTAL = 500 * 1024 * 1024
#: A member that grows beyond this ratio is a bomb; texts of one repeated line stay below it.
MAX_RATIO = 1000
_CHUNK = 256 * 1024
_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
#: What systems leave behind in folders; nobody meant to add it.
_LITTER = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})
_LITTER_FOLDERS = frozenset({"__MACOSX", "$RECYCLE.BIN", "System Volume Information"})
#: How much like text (`encodings.score`) names must be to be read in a code page of two bytes.
_READABLE = 0.3
_UNICODE_PATH = 0x7075
_UTF8_FLAG = 0x800
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    UnicodeError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A document in a bundle: its path there, for people, and what it is opened by."""

    path: str
    info: zipfile.ZipInfo

    @property
    def name(self) -> str:
        """The file's own name, without its folders."""
        return posixpath.basename(self.path)


class Bundle:
    """An open ZIP file of documents. `members` are its documents in their order, without what systems litter."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        """Raises UploadRefused when there is nothing in it, or too much."""
        self._package = package
        infos = [info for info in package.infolist() if not info.is_dir()]
        paths = names_of(infos)
        self.members = [Member(path, info) for path, info in zip(paths, infos, strict=True) if not _is_litter(path)]
        if not self.members:
            raise UploadRefused("bundle_empty", "There are no documents in the ZIP file.")
        if len(self.members) > MAX_DOCUMENTS:
            raise UploadRefused("bundle_many", "The ZIP file holds more than %(limit)d documents.", limit=MAX_DOCUMENTS)
        if sum(member.info.file_size for member in self.members) > MAX_TOTAL:
            raise UploadRefused("bomb", "The file grows too much when it is unpacked.")

    def chunks(self, member: Member) -> Iterator[bytes]:
        """The bytes of a member. Raises UploadRefused when it is locked, damaged, no plain file, or lies about its size."""
        info = member.info
        if info.flag_bits & 0x1:
            raise UploadRefused("encrypted", "The file is protected by a password.")
        if (info.external_attr >> 16) & 0o170000 == 0o120000:
            raise UploadRefused("traversal", "The file contains parts that point outside it.")
        if info.file_size > archives.RATIO_FROM and info.file_size > MAX_RATIO * max(1, info.compress_size):
            raise UploadRefused("bomb", "The file grows too much when it is unpacked.")
        first = True
        try:
            # zipfile stops at the size that the directory states, and compares the checksum there.
            with self._package.open(info) as file:
                while chunk := file.read(_CHUNK):
                    if first and chunk.startswith(_SIGNATURES):
                        self._refuse_nested(info)
                    first = False
                    yield chunk
        except _FAULTS as fault:
            raise UploadRefused("damaged", "The file is damaged and cannot be opened.") from fault

    def _refuse_nested(self, info: zipfile.ZipInfo) -> None:
        with self._package.open(info) as file:
            inner = opened(file)
        if inner is not None:
            raise UploadRefused("nested", "The file contains another archive.")


def opened(file: IO[bytes]) -> zipfile.ZipFile | None:
    """The ZIP file in `file` when it is one and no document in itself; None for everything else.

    What is damaged is left to whoever reads the file as a document.
    """
    try:
        file.seek(0)
        if file.read(4) not in _SIGNATURES:
            return None
        package = zipfile.ZipFile(file)
        if archives.package_kind(package, set(package.namelist())) is None:
            return package
    except (*_FAULTS, UploadRefused):
        return None
    finally:
        file.seek(0)
    return None


def names_of(infos: list[zipfile.ZipInfo]) -> list[str]:
    """The paths of members. Old ZIP programs write names in the code page of their system and do not say which."""
    names = [_stated_name(info) for info in infos]
    raw = [info.orig_filename.encode("cp437") if name is None else b"" for name, info in zip(names, infos, strict=True)]
    encoding = _encoding_of(b"\n".join(raw))
    return [
        (name if name is not None else data.decode(encoding, "replace")).replace("\\", "/")
        for name, data in zip(names, raw, strict=True)
    ]


def _stated_name(info: zipfile.ZipInfo) -> str | None:
    """The name where the file says how it is encoded: by its flag or by Info-ZIP's Unicode path; else None."""
    extra = info.extra
    while len(extra) >= 4:
        tag, length = struct.unpack("<HH", extra[:4])
        if tag == _UNICODE_PATH and length > 5 and extra[4] == 1:
            try:
                return extra[9 : 4 + length].decode("utf-8")
            except UnicodeDecodeError:
                break
        extra = extra[4 + length :]
    if info.flag_bits & _UTF8_FLAG or info.orig_filename.isascii():
        return info.orig_filename
    return None


def _encoding_of(names: bytes) -> str:
    """UTF-8 where the bytes allow it (macOS); else the code page in which they read best; else that of DOS."""
    from synthesis.infra.parsers.encodings import score

    if _decoded(names, "utf-8") is not None:
        return "utf-8"
    scored = []
    for rank, name in enumerate(("gb18030", "big5hkscs", "cp932", "cp949")):
        text = _decoded(names, name)
        if text is not None:
            scored.append((score(text), -rank, name))
    best = max(scored, default=(0.0, 0, ""))
    if best[0] >= _READABLE:
        return best[2]
    # Rare characters only; but accented letters between plain ones never look like the two bytes of these.
    return "gb18030" if _decoded(names, "gb2312") is not None else "cp437"


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_litter(path: str) -> bool:
    *folders, name = path.split("/")
    return name.startswith((".", "~$")) or name.lower() in _LITTER or bool(_LITTER_FOLDERS.intersection(folders))
