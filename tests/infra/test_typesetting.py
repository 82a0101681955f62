"""PDF by typst: data is never markup, the fonts come with Collate, and a process that goes wrong ends."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest

from synthesis.infra.sandbox import Limits
from synthesis.infra.typesetting import TypesettingFailed, spelled, typeset
from synthesis.infra.typesetting_fonts import characters_of

MADE = datetime(2026, 11, 22, tzinfo=UTC)
SHOW = '#let data = json(bytes(sys.inputs.data))\n#set text(font: "Noto Serif SC")\n#data.text'


def layer(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_what_people_wrote_is_shown_as_it_is_and_the_same_bytes_come_twice() -> None:
    text = '#import "@preview/x:1.0.0" *不是* $x$ \\ #panic() 老師傅“引號”㐀龥'
    first = typeset(SHOW, {"text": text}, made=MADE)
    assert layer(first).strip() == text
    assert typeset(SHOW, {"text": text}, made=MADE) == first


def test_the_fonts_have_every_han_character_of_the_first_plane() -> None:
    missing = {*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)} - characters_of("NotoSerifSC")
    assert not missing


def test_a_character_that_no_font_has_is_spelled_out() -> None:
    assert spelled({"a": ["𠀀中", 1], "b": None}) == {"a": ["〔U+20000〕中", 1], "b": None}
    assert spelled("好😀 한 Ж é ①✅") == "好〔U+1F600〕 〔U+D55C〕 Ж é ①✅"


@pytest.mark.parametrize(
    ("template", "limits", "code"),
    [
        ("#panic()", Limits(wall=30.0), "died"),
        ("#let f() = { let n = 0; while true { n += 1; if n > 9000 { n = 0; f() } } }\n#f()", Limits(cpu=1), "died"),
        ('#read("/etc/hostname")', Limits(wall=30.0), "died"),
    ],
)
def test_what_goes_wrong_is_told(template: str, limits: Limits, code: str) -> None:
    with pytest.raises(TypesettingFailed) as fault:
        typeset(template, {}, made=MADE, limits=limits)
    assert fault.value.code == code


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TypesettingFailed) as fault:
        typeset(SHOW, {"text": ""}, made=MADE, limits=Limits(wall=0.01))
    assert fault.value.code == "timeout"
