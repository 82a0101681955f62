"""ZIP files of documents: names in every code page, bounds, and members that are no documents."""

from __future__ import annotations

import io
import struct
import zlib

import pytest

from synthesis.infra import bundles
from synthesis.infra.bundles import Bundle, opened
from synthesis.infra.refusals import MESSAGES, UploadRefused
from tests.zipped import zipped


def zipped_raw(names: list[bytes], extra: bytes = b"") -> bytes:
    """A ZIP with these bytes for names and no word of their encoding, as old programs on Windows and macOS write it."""
    local = central = b""
    for name in names:
        data = b"text of " + name
        head = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0, zlib.crc32(data), len(data), len(data), len(name), len(extra))
        central += (
            b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, len(local)) + name + extra
        )
        local += b"PK\x03\x04" + head + name + extra + data
    end = struct.pack("<HHHHIIH", 0, 0, len(names), len(names), len(central), len(local), 0)
    return local + central + b"PK\x05\x06" + end


def bundle_of(data: bytes) -> Bundle:
    package = opened(io.BytesIO(data))
    assert package is not None
    return Bundle(package)


def paths(data: bytes) -> list[str]:
    return [member.path for member in bundle_of(data).members]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "big5", "cp932"])
def test_names_without_a_declared_encoding(encoding: str) -> None:
    names = (
        ["報告/資料.txt", "報告/附錄一.docx"]
        if encoding in {"big5", "cp932"}
        else ["调研/夜校名单.txt", "调研/附录一.docx"]
    )
    names = ["資料/報告書の一覧.txt"] if encoding == "cp932" else names
    assert paths(zipped_raw([name.encode(encoding) for name in names])) == names


def test_western_names_and_a_unicode_path() -> None:
    assert paths(zipped_raw(["Übersicht.txt".encode("cp437")])) == ["Übersicht.txt"]
    stated = "名单.txt".encode()
    extra = struct.pack("<HHBI", 0x7075, 5 + len(stated), 1, 0) + stated
    assert paths(zipped_raw([b"????.txt"], extra)) == ["名单.txt"]


def test_what_systems_leave_behind_is_no_document() -> None:
    litter = ["__MACOSX/._a.txt", ".DS_Store", "f/Thumbs.db", "f/~$a.docx", "f/"]
    assert paths(zipped({**dict.fromkeys(litter, b"x"), "f/a.txt": b"x"})) == ["f/a.txt"]


def test_a_document_that_is_a_package_is_no_bundle() -> None:
    assert opened(io.BytesIO(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<d/>"}))) is None
    assert opened(io.BytesIO(b"PK\x03\x04 broken")) is None
    assert opened(io.BytesIO(b"plain text")) is None


def lying(data: bytes) -> bytes:
    """The sizes that the headers state, made smaller."""
    size = struct.pack("<I", 100_000)
    return data.replace(size, struct.pack("<I", 10))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({"inner.zip": zipped({"a.txt": b"x"})}), "nested"),
        (zipped({"renamed.txt": zipped({"a.txt": b"x"})}), "nested"),
        (lying(zipped({"a.txt": b"a" * 100_000})), "damaged"),
        (zipped({"a.txt": b"\0" * 40_000_000}), "bomb"),
    ],
)
def test_a_bad_member_is_refused(data: bytes, code: str) -> None:
    bundle = bundle_of(data)
    with pytest.raises(UploadRefused) as refused:
        list(bundle.chunks(bundle.members[0]))
    assert refused.value.code == code
    assert refused.value.message in MESSAGES


def test_bundles_have_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "MAX_DOCUMENTS", 3)
    monkeypatch.setattr(bundles, "MAX_TOTAL", 1000)
    for data, code in [
        (zipped({f"{n}.txt": b"x" for n in range(4)}), "bundle_many"),
        (zipped({"a.txt": b"x" * 1001}), "bomb"),
        (zipped({"f/": b""}), "bundle_empty"),
    ]:
        with pytest.raises(UploadRefused) as refused:
            bundle_of(data)
        assert refused.value.code == code
        assert refused.value.message in MESSAGES
