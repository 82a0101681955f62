"""How often a corrected column of the evidence table finds its place in the statement; run by `make bench`.

Every column of every row of the composer's sets (`tests/bench/composer`) is put right to something else. Printed: how many were
asked, how many statements changed, and how many of these read as was asked (subjects that a figure inherits, and measures and
units under another name, do not read back although they are told).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from synthesis.engine.drafting.evidence.corrections import put_right
from synthesis.engine.drafting.evidence.table import EvidenceRow, evidence_rows
from synthesis.engine.drafting.evidence.units import Excerpt, units_of

SETS = Path(__file__).parents[1] / "composer"
WORDS = {
    "zh": {"subject": "星火公司", "indicator": "销售额", "place": "云南", "attribution": "星火报告", "unit": "台"},
    "en": {"subject": "Acme", "indicator": "net sales", "place": "Ohio", "attribution": "Acme", "unit": "tonnes"},
}


def statements() -> Iterator[tuple[str, str]]:
    """Language and text of each sentence of the sets."""
    for file in sorted(SETS.glob("sets_*.txt")):
        for line in file.read_text("utf-8").splitlines():
            excerpt = Excerpt("", "", line.partition(" | ")[2].strip())
            for unit in units_of(excerpt):
                text = excerpt.text[unit.start : unit.end]
                if len(units_of(Excerpt("", "", text))) == 1:
                    yield unit.language, text


def wanted(row: EvidenceRow, language: str) -> dict[str, str]:
    """Another text for each column of a row."""
    other = {**WORDS[language], "time": "2031", "qualifier": "about" if row.qualifier == "at_least" else "at_least"}
    if row.value is None:
        return {name: other[name] for name in ("subject", "place", "attribution", "time")}
    return {**other, "value": f"{(row.value * 3).normalize():f}"}


def reads(row: EvidenceRow, column: str) -> str:
    value = getattr(row, column)
    return f"{value.normalize():f}" if column == "value" else str(value)


def test_corrections() -> None:
    asked, changed, read = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for language, text in statements():
        for number, row in enumerate(evidence_rows(Excerpt("", "", text))):
            for column, value in wanted(row, language).items():
                told = put_right(text, {number: {column: value}})
                asked[language, column] += 1
                changed[language, column] += told != text
                read[language, column] += told != text and value in reads(
                    evidence_rows(Excerpt("", "", told))[number], column
                )
    print()
    for name in sorted(asked):
        print(f"  {name[0]} {name[1]:12} asked {asked[name]:4}   changed {changed[name]:4}   read back {read[name]:4}")
    assert sum(asked.values())
