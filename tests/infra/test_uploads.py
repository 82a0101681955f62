"""What is taken and what is refused, by content."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from docx import Document

from synthesis.infra import archives
from synthesis.infra.refusals import MESSAGES
from synthesis.infra.uploads import UploadRefused, check_name, inspect


def pdf_with(pages: int) -> bytes:
    kids = " ".join(f"{3 + n} 0 R" for n in range(pages))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"]
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"] * pages
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write(b"".join(f"{place:010d} 00000 n \n".encode() for place in places))
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def docx(extra: dict[str, bytes] | None = None) -> bytes:
    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph("夜间开放服务")
    document.save(buffer)
    if extra:
        with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
            for name, data in extra.items():
                package.writestr(name, data)
    return buffer.getvalue()


def kind_of(tmp_path: Path, data: bytes, name: str) -> str:
    path = tmp_path / "upload"
    path.write_bytes(data)
    return inspect(path, name).kind


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("纯文本".encode(), "a.txt", "txt"),
        ("纯文本".encode("gb18030"), "没有后缀", "txt"),
        ("純文字".encode("utf-16"), "a.txt", "txt"),
        (b"plain utf-16".decode().encode("utf-16-le"), "a.txt", "txt"),
        ("# 一\n\n**强调**\n\n# 二\n".encode(), "a.txt", "md"),
        ("文".encode(), "a.md", "md"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "a.txt", "html"),
        (b"{\\rtf1 hello}", "a.rtf", "rtf"),
        (docx(), "a.bin", "docx"),
        (pdf_with(1), "a.txt", "pdf"),
    ],
)
def test_kind_comes_from_the_content(tmp_path: Path, data: bytes, name: str, kind: str) -> None:
    assert kind_of(tmp_path, data, name) == kind


def lying_docx() -> bytes:
    """A package whose headers say that a part is small when it is not."""
    data = bytearray(docx({"word/media/pad.bin": b"\x00" * 3_000_000}))
    size = struct.pack("<I", 3_000_000)
    at = data.find(size)
    while at >= 0:
        data[at : at + 4] = struct.pack("<I", 10)
        at = data.find(size)
    return bytes(data)


def encrypted_docx() -> bytes:
    data = bytearray(docx())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "empty"),
        (b"MZ\x90\x00" + b"\x00" * 200, "report.pdf", "executable"),
        (b"\x7fELF" + b"\x00" * 200, "report.pdf", "executable"),
        (pdf_with(0), "a.pdf", "no_pages"),
        (b"%PDF-1.7\nnothing", "a.pdf", "damaged"),
        (b"just text", "a.pdf", "mismatch"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "a.doc", "damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "a.pub", "old_office"),
        (b"\x1f\x8b\x08" + b"\x00" * 100, "a.gz", "archive"),
        (b"GIF89a" + b"\x00" * 100, "a.gif", "unsupported"),
        (docx({"../../etc/passwd": b"x"}), "a.docx", "traversal"),
        (docx({"inner.zip": b"PK"}), "a.docx", "nested"),
        (lying_docx(), "a.docx", "damaged"),
        (encrypted_docx(), "a.docx", "encrypted"),
        (docx()[:-200], "a.docx", "damaged"),
    ],
)
def test_refuses_with_a_code_and_a_known_message(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    with pytest.raises(UploadRefused) as refused:
        kind_of(tmp_path, data, name)
    assert refused.value.code == code
    assert refused.value.message in MESSAGES


def test_refuses_a_bomb_while_inflating(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_INFLATED", 5_000_000)
    with pytest.raises(UploadRefused) as refused:
        kind_of(tmp_path, docx({"word/media/a.bin": b"\x00" * 6_000_000}), "a.docx")
    assert refused.value.code == "bomb"


def test_refuses_by_ratio(tmp_path: Path) -> None:
    with pytest.raises(UploadRefused) as refused:
        kind_of(tmp_path, docx({"word/media/a.bin": b"\x00" * 40_000_000}), "a.docx")
    assert refused.value.code == "bomb"


def test_refuses_too_many_parts(tmp_path: Path) -> None:
    with pytest.raises(UploadRefused) as refused:
        kind_of(tmp_path, docx({f"p/{n}": b"" for n in range(archives.MAX_MEMBERS)}), "a.docx")
    assert refused.value.code == "too_many_parts"


def test_refuses_a_file_that_is_too_large_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(UploadRefused) as refused:
        inspect(path, "large.txt")
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../a.txt", "name_path"),
        ("a\\b.txt", "name_path"),
        ("a\x00.txt", "name_characters"),
        ("a\nb.txt", "name_characters"),
        ("fdp\u202etxt.exe", "name_characters"),
        ("a\ud800.txt", "name_characters"),
        ("", "name_empty"),
        (" .. ", "name_empty"),
        ("长" * 100, "name_long"),
    ],
)
def test_refuses_names(name: str, code: str) -> None:
    with pytest.raises(UploadRefused) as refused:
        check_name(name)
    assert refused.value.code == code


def test_names_are_composed_and_trimmed() -> None:
    assert check_name(" cafe\u0301 <b>.txt ") == "caf\u00e9 <b>.txt"
