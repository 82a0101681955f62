"""Text in every encoding people bring, short and long; data is still refused."""

from __future__ import annotations

import math
import random
import struct
import zlib
from pathlib import Path

import pytest

from synthesis.infra.parsers.encodings import decode
from synthesis.infra.uploads import UploadRefused, inspect
from synthesis.infra.utf16 import utf16_order
from tests.engine.text.samples import ENGLISH, SIMPLIFIED, TRADITIONAL

UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
TEXTS = {
    "simplified": (SIMPLIFIED, (*UNICODE, "gb18030")),
    "traditional": (TRADITIONAL, (*UNICODE, "gb18030", "big5")),
    "english": (ENGLISH, UNICODE),
    "table": ("年份\t人数\n2021\t12,800\n2022\t15,300（估计）\n", (*UNICODE, "gb18030")),
}


@pytest.mark.parametrize("length", [8, 20, 60, 10_000])
@pytest.mark.parametrize(
    ("text", "encoding"), [(text, e) for text, encodings in TEXTS.values() for e in encodings], ids=lambda v: v[:10]
)
def test_text_comes_back(tmp_path: Path, text: str, encoding: str, length: int) -> None:
    for start in (0, 31, 150) if length < 100 else (0,):
        expected = text[start : start + length].replace("\n", "\r\n")
        data = expected.encode(encoding, "ignore")
        if not data.strip():
            continue
        path = tmp_path / "source"
        path.write_bytes(data)
        assert inspect(path, "source.txt").kind == "txt"
        assert decode(data)[0].lstrip("\ufeff") == data.decode(encoding).lstrip("\ufeff")


def pcm() -> bytes:
    return struct.pack("<800h", *(int(3000 * math.sin(i / 5)) for i in range(800)))


RANDOM = random.Random(3)


@pytest.mark.parametrize(
    "data",
    [
        RANDOM.randbytes(400),
        RANDOM.randbytes(5000),
        zlib.compress(SIMPLIFIED.encode()),
        b"\x89PNG\r\n\x1a\n" + RANDOM.randbytes(3000),
        b"SQLite format 3\x00" + bytes(2000),
        bytes(1000),
        b"\x00\x01" * 500,
        struct.pack("<400i", *range(400)),
        struct.pack("<400f", *(i / 7 for i in range(400))),
        pcm(),
        RANDOM.randbytes(4000) + "图书馆".encode("utf-16-le") * 40,
    ],
)
def test_data_is_no_text(tmp_path: Path, data: bytes) -> None:
    assert utf16_order(data) is None
    path = tmp_path / "source"
    path.write_bytes(data)
    with pytest.raises(UploadRefused):
        inspect(path, "source.txt")


def test_a_sample_cut_within_a_pair_of_surrogates_is_read() -> None:
    assert utf16_order(("图书馆" * 12_000 + "\U00020000" * 40).encode("utf-16-be")) == "utf-16-be"


def test_a_short_text_with_one_torn_character_stays_utf_8() -> None:
    data = "标题：县域医疗的观察。\n这里有一句话，中间坏了一个字节。\n".encode()
    text, encoding, warnings = decode(data[:36] + b"\xff" + data[36:])
    assert encoding == "utf-8"
    assert text.startswith("标题：县域医疗的观察。")
    assert warnings[-1].startswith("encoding-damaged")
