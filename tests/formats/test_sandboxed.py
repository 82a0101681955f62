"""The same readers in the sandbox: its limits let honest files through, and hostile ones end with a reason."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from synthesis.engine.text.reading import ReadingText
from synthesis.infra.parsers import office_place
from synthesis.infra.sandbox import ParserFailed, read_source
from synthesis.infra.sniff_office import asks_for_password
from synthesis.infra.uploads import UploadRefused, inspect
from tests.formats import open_document
from tests.formats.archive_writers import chrome_archive, slides, workbook
from tests.formats.cases import cases
from tests.formats.documents import CHINESE, ENGLISH
from tests.formats.measuring import blocks_of, share_in_order, text_of
from tests.formats.writers import by_pandoc, page

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize("name", ["zh.pptx", "zh-explorer.mht", "zh-pandoc.docx"])
def test_honest_files_pass_the_sandbox(tmp_path: Path, name: str) -> None:
    case = next(c for c in cases() if c.name == name)
    path = tmp_path / name
    path.write_bytes(case.make())
    reading = read_source(path, inspect(path, name).kind)
    assert share_in_order(case.expected, text_of(reading)) >= 0.99
    assert [text for _, text in blocks_of(reading, "table")] == case.tables


def with_part(data: bytes, name: str, body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, body if info.filename == name else old.read(info))
    return out.getvalue()


def hostile() -> dict[str, bytes]:
    sheet = workbook([("a", "visible", '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>')], ["x", "y"])
    deck = slides(ENGLISH)
    deep = "<p:grpSp>" * 5000 + "</p:grpSp>" * 5000
    names = 'xmlns:p="p" xmlns:a="a"'
    many = 'table:number-{}-repeated="9999999"'.format
    cell = f"<table:table-cell {many('columns')}><text:p>x</text:p></table:table-cell>"
    endless = f"<table:table-row {many('rows')}>{cell}</table:table-row>"
    return {
        "laughing.xlsx": with_part(sheet, "xl/sharedStrings.xml", f"{LAUGHS}<sst><si><t>&i;</t></si></sst>"),
        "laughing.ods": with_part(
            open_document.package("spreadsheet", ""),
            "content.xml",
            f"{LAUGHS}<t:table xmlns:t='t'><t:table-row>&i;</t:table-row></t:table>",
        ),
        "repeated.ods": open_document.package("spreadsheet", open_document.sheet("a", endless)),
        "laughing.pptx": with_part(deck, "ppt/slides/slide1.xml", f"{LAUGHS}<p:sld {names}><a:t>&i;</a:t></p:sld>"),
        "deep.pptx": with_part(deck, "ppt/presentation.xml", f"<p:presentation {names}>{deep}</p:presentation>"),
        "wide.html": f"<table>{'<tr><td colspan=99999 rowspan=99999>x' * 300}</table>".encode(),
        "nested.mht": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n"
        + b"".join(b"--a\r\nContent-Type: multipart/related; boundary=a\r\n\r\n" for _ in range(500)),
        "quoted.csv": b'a,"' + b"b," * 2_000_000,
        "endless.rtf": b"{\\rtf1" + b"{" * 20_000 + b"\\'b0" * 20_000,
    }


@pytest.mark.parametrize("name", list(hostile()))
def test_hostile_files_end_in_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(hostile()[name])
    kind = inspect(path, name).kind
    outcome = ended(path, kind)
    if isinstance(outcome, str):
        assert outcome in {"unreadable", "no_text", "memory", "output_too_large"}
    else:
        assert len(outcome.text) < 5_000_000
        assert "haha" not in outcome.text


def ended(path: Path, kind: str) -> ReadingText | str:
    try:
        return read_source(path, kind)
    except ParserFailed as failure:
        return failure.code


@pytest.mark.parametrize(("stream", "code"), [("EncryptedPackage", "encrypted"), ("Workbook", "old_office")])
def test_old_containers_are_told_apart(tmp_path: Path, stream: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_place, "installed", lambda: False)
    path = tmp_path / "file"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + f"{stream}\0".encode("utf-16-le") + bytes(500))
    with pytest.raises(UploadRefused) as refused:
        inspect(path, "file")
    assert refused.value.code == code


def test_without_libreoffice_an_old_text_is_refused_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_place, "installed", lambda: False)
    path = tmp_path / "file"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "WordDocument\0".encode("utf-16-le"))
    with pytest.raises(UploadRefused) as refused:
        inspect(path, "file.doc")
    assert (refused.value.code, refused.value.params) == ("old_office", {"newer": "DOCX"})


@pytest.mark.skipif(not (office_place.installed() and shutil.which("soffice")), reason="no LibreOffice here")
@pytest.mark.parametrize("kind", ["doc", "xls"])
def test_old_files_by_libreoffice(tmp_path: Path, kind: str) -> None:
    new = tmp_path / ("text.docx" if kind == "doc" else "text.fods")
    table = "".join(open_document.sheet(name, open_document.rows([["区", "户数"], [name, "1,200"]])) for name in "甲乙")
    new.write_bytes(by_pandoc(CHINESE, "docx") if kind == "doc" else open_document.flat("spreadsheet", table))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(new)],
        check=True,
        env={**os.environ, **dict.fromkeys(("TEMP", "TMP", "TMPDIR"), str(tmp_path))},
    )
    old = new.with_suffix(f".{kind}")
    assert inspect(old, old.name).kind == kind
    reading = read_source(old, kind)
    if kind == "xls":
        assert blocks_of(reading, "heading") == [(1, "甲"), (1, "乙")]
        assert blocks_of(reading, "table") == [(None, "区\t户数\n甲\t1,200"), (None, "区\t户数\n乙\t1,200")]
    else:
        assert share_in_order(CHINESE.characters(), text_of(reading)) >= 0.99
        assert blocks_of(reading, "heading") == CHINESE.headings


def container(stream: str, data: bytes) -> bytes:
    """A container as far as it is looked at: sectors of 512 bytes, the directory, then the stream."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + b"\x09\0"
    entry = f"{stream}\0".encode("utf-16-le").ljust(116, b"\0") + b"\x01\0\0\0"
    return head.ljust(512, b"\0") + entry.ljust(512, b"\0") + data


@pytest.mark.parametrize("locked", [False, True])
def test_old_files_behind_a_password_are_told_from_damaged_ones(locked: bool) -> None:
    text = b"\xec\xa5\xc1\0".ljust(11, b"\0") + (b"\x13" if locked else b"\x12") + bytes(500)
    book = b"\x09\x08\x10\0\0\x06\x05\0" + bytes(12) + (b"\x2f\0" if locked else b"\xe1\0") + bytes(500)
    assert asks_for_password(container("WordDocument", text)) is locked
    assert asks_for_password(container("Workbook", book)) is locked


def test_an_old_file_without_its_end_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(container("?", bytes(4000)))
    with pytest.raises(UploadRefused) as refused:
        inspect(path, "report.doc")
    assert refused.value.code == "damaged"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (chrome_archive(page(ENGLISH)), "page", "mhtml"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nA letter.", "letter.eml", "txt"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHi.", "notes.txt", "subtitles"),
        (b"Times are written as 00:01 --> 00:02 here.", "notes.txt", "txt"),
        (b"a,b\n1,2\n", "table.csv", "csv"),
        (b"a,b\n1,2\n", "table.txt", "txt"),
        (b"only words", "table.csv", "txt"),
    ],
)
def test_kinds_of_text(tmp_path: Path, data: bytes, name: str, kind: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert inspect(path, name).kind == kind
