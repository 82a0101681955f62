"""What holds for every reading text, whatever the file."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import ReadingText, build_reading_text
from tests.engine.text.samples import TRADITIONAL

PIECES = st.lists(
    st.sampled_from(
        [
            "醫(yī)療",
            "產(chǎn)業(yè)",
            "图书馆。",
            "e\u0301",
            "\r\n",
            "\r",
            "\n\n",
            "\ufeff",
            "\U0001f600",
            "\U00020000",
            "\u202e",
            "\x00",
            "\ud800",
            "?qū)動",
            "Word. ",
            "\t",
            "一、标题\n",
            "\u1100\u1161",
            "\uf900",
            " ",
        ]
    ),
    max_size=30,
).map("".join)


def read(text: str) -> ReadingText:
    return build_reading_text(Extraction((ExtractedBlock(text),)))


@settings(max_examples=40, deadline=None)
@given(PIECES, st.data())
def test_invariants(raw: str, data: st.DataObject) -> None:
    reading = read(raw)
    text = reading.text
    assert reading.original == raw
    assert len(reading.written) == len(text)
    assert unicodedata.is_normalized("NFC", reading.written)
    assert not set(text) & set("\r\ufeff\x00\u202e")
    text.encode("utf-8")
    at = 0
    for block in reading.blocks:
        assert at <= block.start < block.end <= len(text)
        assert not set(text[at : block.start]) - set("#* \t\n")
        at = block.end
    for start, end in reading.sentences:
        assert start < end
        assert any(b.start <= start and end <= b.end for b in reading.blocks)
    for repair in reading.repairs:
        assert text[repair.start : repair.end] == repair.after
    for damage in reading.damage:
        assert text[damage.start : damage.end] == damage.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start < end:
        assert reading.offset_map.to_text(*reading.offset_map.to_original(start, end)) == (start, end)
    assert ReadingText.from_json(reading.to_store()) is not None


def test_script_repairs_say_what_was_written() -> None:
    reading = read(TRADITIONAL)
    scripts = [r for r in reading.all_repairs() if r.kind == "script"]
    assert scripts
    assert all(reading.written[r.start : r.end] == r.before for r in scripts)
    assert reading.language == "zh-Hant"


def test_store_and_contract_forms_agree() -> None:
    reading = read("醫(yī)療產(chǎn)業(yè)。\r\n第二行")
    again = ReadingText.from_json(reading.to_store())
    assert again.to_store() == reading.to_store()
    answer = reading.to_json()
    assert ReadingText.from_json(answer).to_json() == answer
    assert set(reading.to_json()) == {
        "title",
        "language",
        "text",
        "original",
        "blocks",
        "sentences",
        "repairs",
        "damage",
        "warnings",
    }
    assert reading.text == "医疗产业。\n第二行"
    assert reading.offset_map.to_original(0, 2) == (0, 6)


def test_foreign_characters_are_listed_as_damage() -> None:
    reading = read("好\ufffd的\ue123字")
    assert [(d.reason, d.text) for d in reading.damage] == [("replacement", "\ufffd"), ("private_use", "\ue123")]
