"""Uploads over HTTP: several at once, refusals in plain words, caps while receiving, CSRF, roles."""

from __future__ import annotations

import io
import json
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from synthesis.sources.models import Source
from tests.sources.kept import kept

GOOD = "诊所的护士记录了两百次测量。".encode()
BOUNDARY = "----b0undary"
SCRIPT = "<img src=x onerror=alert(1)>.txt"


def body_of(*files: tuple[str, bytes]) -> bytes:
    """A multipart body as browsers make it, with any file name."""
    parts = []
    for name, data in files:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def post(world, *files, who="bob", client=None, accept="application/json", body=None):
    return (client or world.client(who)).post(
        world.url("sources/upload"),
        data=body if body is not None else body_of(*files),
        content_type=f"multipart/form-data; boundary={BOUNDARY}",
        headers={"accept": accept},
    )


def bomb() -> bytes:
    """A DOCX whose document part unpacks to far more than it weighs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b"\0" * 1024 * 1024)
    return out.getvalue()


def empty_pdf() -> bytes:
    """A well-formed PDF without a page."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 3\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def test_several_at_once_each_with_its_result(world, store):
    response = post(world, ("gut.txt", GOOD), ("leer.txt", b""), ("gut-kopie.txt", GOOD), ("../b.txt", GOOD + b"2"))
    assert response.status_code == 200
    results = response.json()
    assert [r["name"] for r in results] == ["gut.txt", "leer.txt", "gut-kopie.txt", "../b.txt"]
    assert [bool(r["id"]) for r in results] == [True, False, True, False]
    assert [r["already"] for r in results] == [False, False, True, False]
    assert results[0]["state"] == "queued"
    assert results[1]["error"] == "The file is empty."
    assert "path" in results[3]["error"]
    assert len(kept(store)) == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("leer.pdf", b"", "empty"),
        ("rechnung.pdf", b"MZ\x90\x00" + b"\x00" * 600, "executable"),
        ("rechnung2.pdf", b"\x7fELF\x02\x01\x01" + b"\x00" * 600, "executable"),
        ("seiten.pdf", empty_pdf(), "no_pages damaged"),
        ("bombe.docx", bomb, "bomb"),
        ("../../../etc/cron.d/x.txt", GOOD, "name_path"),
        ("..\\..\\x.txt", GOOD, "name_path"),
        ("/etc/passwd", GOOD, "name_path"),
        ("a\x00b.txt", GOOD, None),
        ("..", GOOD, "name_empty"),
    ],
)
def test_refused_with_a_message_and_nothing_stored(world, store, name, data, code):
    # What is large is made here, not when tests are collected.
    (result,) = post(world, (name, data() if callable(data) else data)).json()
    assert result["id"] is None
    assert result["error"]
    assert code is None or result["code"] in code.split()
    assert kept(store) == []
    assert Source.objects.count() == 1


def test_too_large_is_cut_while_it_comes_in(world, store, settings, tmp_path):
    settings.SOURCE_MAX_BYTES = 100_000
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "spool")
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    (tmp_path / "spool").mkdir()
    results = post(world, ("gross.txt", b"x" * 5_000_000), ("klein.txt", GOOD)).json()
    assert [r["code"] for r in results] == ["too_large", ""]
    assert results[1]["id"]
    assert len(kept(store)) == 1
    assert list((tmp_path / "spool").iterdir()) == []


class Endless(io.RawIOBase):
    """A request body of 300 MB that exists nowhere; remembers the largest piece that was asked for."""

    def __init__(self, size: int) -> None:
        self.head = body_of(("gross.txt", b""))[: -len(f"\r\n--{BOUNDARY}--\r\n")]
        self.tail = f"\r\n--{BOUNDARY}--\r\n".encode()
        self.left = [self.head, size, self.tail]
        self.length = len(self.head) + size + len(self.tail)
        self.largest = 0

    def readable(self):
        return True

    def read(self, size=-1):
        assert size > 0, "the body must be read in pieces"
        self.largest = max(self.largest, size)
        while self.left:
            first = self.left[0]
            if isinstance(first, bytes):
                piece, rest = first[:size], first[size:]
            else:
                piece, rest = b"x" * min(size, first), first - min(size, first)
            self.left[0] = rest
            if not rest:
                self.left.pop(0)
            if piece:
                return piece
        return b""


def test_three_hundred_megabytes(world, store, settings, tmp_path):
    """With the real limit: refused, never held in memory, and at most the limit on the disk."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    endless = Endless(300 * 1024 * 1024)
    response = world.client("bob").generic(
        "POST",
        world.url("sources/upload"),
        headers={"accept": "application/json"},
        **{
            "wsgi.input": endless,
            "CONTENT_LENGTH": str(endless.length),
            "CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}",
        },
    )
    (result,) = response.json()
    assert result["code"] == "too_large"
    assert "MB" in result["error"]
    assert endless.largest < 2 * 1024 * 1024
    assert kept(store) == []


def test_many_large_ones_together_are_too_much(world, settings):
    settings.SOURCE_MAX_BYTES = 1000
    results = post(world, *[(f"{n}.txt", b"%d" % n * 900) for n in range(6)]).json()
    assert [r["code"] for r in results] == ["", "", "too_much", "too_much", "too_much", "too_much"]


def test_a_plain_form_is_answered_with_the_list(world):
    client = world.client("bob")
    response = post(world, ("gut.txt", GOOD), ("leer.txt", b""), client=client, accept="text/html")
    assert response.status_code == 302
    html = client.get(response["Location"]).content.decode()
    assert "1 file added." in html
    assert "leer.txt: The file is empty." in html
    nothing = post(world, client=client, accept="text/html", body=body_of())
    assert "Choose at least one file." in client.get(nothing["Location"]).content.decode()


def test_script_in_a_file_name_is_text(world):
    client = world.client("bob")
    post(world, (SCRIPT.replace('"', "%22"), GOOD), client=client, accept="text/html")
    post(world, (SCRIPT.replace(".txt", "2.txt"), b""), client=client, accept="text/html")
    html = client.get(world.url("sources/")).content.decode()
    assert "<img src=x" not in html
    assert html.count("&lt;img src=x") >= 2
    assert Source.objects.filter(file_name=SCRIPT).exists()


def test_a_long_ending_is_no_fault(world):
    (result,) = post(world, ("a." + "长" * 80, b"x" * 3_000_000)).json()
    assert result["id"] or result["error"]


@pytest.mark.parametrize(("who", "status"), [("dave", 404), ("cara", 403), ("tom", 403), ("rita", 403), (None, 401)])
def test_who_may_not(world, store, who, status):
    assert post(world, ("gut.txt", GOOD), who=who).status_code == status
    assert kept(store) == []


def test_get_is_not_an_upload(world):
    assert world.client("bob").get(world.url("sources/upload")).status_code == 405


def test_the_csrf_token_is_asked_for(world, store):
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    client.force_login(world.people["bob"], backend="allauth.account.auth_backends.AuthenticationBackend")
    assert post(world, ("gut.txt", GOOD), client=client).status_code == 403
    assert kept(store) == []
    client.get(world.url("sources/"))
    token = client.cookies["csrftoken"].value
    ok = client.post(
        world.url("sources/upload"),
        {"files": SimpleUploadedFile("gut.txt", GOOD), "csrfmiddlewaretoken": token},
        headers={"accept": "application/json"},
    )
    assert ok.status_code == 200
    assert ok.json()[0]["id"]


@pytest.mark.parametrize("cut", [1, 40, 150, 200])
def test_a_body_that_breaks_off(world, cut):
    whole = body_of(("gut.txt", GOOD))
    response = post(world, body=whole[: max(0, len(whole) - cut)])
    assert response.status_code in {200, 400}


def test_compressed_rubbish_is_refused(world, store):
    (result,) = post(world, ("x.docx", zlib.compress(GOOD * 1000))).json()
    assert result["id"] is None
    assert kept(store) == []


def test_answers_are_json(world):
    response = post(world, ("gut.txt", GOOD))
    assert response["Content-Type"].startswith("application/json")
    assert json.loads(response.content)[0]["job"]
