"""A ZIP of documents: each becomes a source of its own, and one that cannot be read does not stop the others."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from synthesis.sources.models import Source
from tests.zipped import zipped


def post(world, data: bytes, name: str = "资料.zip", accept: str = "application/json"):
    files = {"files": SimpleUploadedFile(name, data)}
    return world.client("bob").post(world.url("sources/upload"), data=files, headers={"accept": accept})


def test_each_document_is_a_source_and_bad_ones_are_named(world, store):
    before = set(Source.objects.values_list("pk", flat=True))
    text = "诊所的护士记录了两百次测量。".encode()
    members = {
        "调研/一.txt": text,
        "调研/表.csv": "年份,人数\n2022,15300\n".encode("gb18030"),
        "调研/程序.exe": b"MZ" + b"\0" * 100,
        "调研/再压缩.zip": zipped({"内.txt": b"x"}),
        "调研/空.txt": b"",
        "副本/一.txt": text,
    }
    results = post(world, zipped(members)).json()
    assert [(r["name"], r["state"], r["code"]) for r in results] == [
        ("调研/一.txt", "queued", ""),
        ("调研/表.csv", "queued", ""),
        ("调研/程序.exe", "refused", "executable"),
        ("调研/再压缩.zip", "refused", "nested"),
        ("调研/空.txt", "refused", "empty"),
        ("副本/一.txt", "queued", ""),
    ]
    assert results[5]["already"]
    assert results[5]["id"] == results[0]["id"]
    added = Source.objects.exclude(pk__in=before)
    assert set(added.values_list("file_name", "kind")) == {("一.txt", "txt"), ("表.csv", "csv")}


def test_a_zip_without_documents_is_refused_as_one(world, store):
    (result,) = post(world, zipped({"__MACOSX/._a": b"x"})).json()
    assert (result["name"], result["code"]) == ("资料.zip", "bundle_empty")
    assert result["error"] == "There are no documents in the ZIP file."


def test_a_bad_name_is_refused_before_anything_is_opened(world, store):
    before = Source.objects.count()
    results = post(world, zipped({"a.txt": b"text"}), name="a\u202ezip.zip").json()
    assert [r["code"] for r in results] == ["name_characters"]
    assert Source.objects.count() == before
