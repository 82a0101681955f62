"""How many times in a row: 连续三个季度, 连续第三个季度, the third quarterly fall in a row, three quarters running."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_NTH = rf"(?P<n>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))"
_N = r"(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_PERIOD = r"(?P<u>year|annual|quarter|month|week|season|day|daily|summer|winter)"
_ROW = r"(?:consecutive|straight|successive|running|back-to-back)"
_IN_A_ROW = r"(?:in a row|running|in succession|on the trot|on end|without (?:a break|interruption))\b"
_TIME_ZH = r"个?(?P<u>年|季|月|周|天|日)"
_PATTERNS = {
    "zh": (
        rf"(?:连续|接连|一连|连着|连)[升涨跌降增减]?(?:了|第)?(?P<n>[二两三四五六七八九十]{{1,3}}|\d+){_TIME_ZH}",
        rf"第(?P<n>[二两三四五六七八九十]{{1,3}}|\d+){_TIME_ZH}度?(?:连续|接连|连着)",
        r"第(?P<n>[二两三四五六七八九十]{1,3}|\d+)个(?:连续|接连|连着)[^，。；]{0,8}?(?P<u>年|季|月|周|天|日)",
    ),
    "en": (
        rf"\b(?:{_NTH}|{_N.replace('<n>', '<m>')})[ -](?:{_PERIOD}ly )?{_ROW}[ -]{_PERIOD.replace('<u>', '<v>')}",
        rf"\b(?:{_NTH}|{_N.replace('<n>', '<m>')}) {_PERIOD}(?:s|ly)?(?: [a-z]+){{0,4}}? {_IN_A_ROW}",
    ),
}
_FORMS = {language: [lazy_pattern(p, re.IGNORECASE) for p in forms] for language, forms in _PATTERNS.items()}
_UNITS = {
    "annual": "年",
    "year": "年",
    "quarter": "季",
    "month": "月",
    "week": "周",
    "day": "天",
    "daily": "天",
    "日": "天",
}


@lru_cache(maxsize=1024)
def _runs(text: Passage) -> tuple[tuple[int, int, Decimal, str], ...]:
    """Half-open span, length and period of each run that a passage tells."""
    found = []
    for form in _FORMS[text.language]:
        for match in form.finditer(text.text):
            groups = match.groupdict()
            length = _length(groups["n"] or groups.get("m") or "")
            unit = (groups.get("v") or groups["u"]).lower()
            if length is not None:
                found.append((*match.span(), length, _UNITS.get(unit, unit)))
    return tuple(found)


def _length(word: str) -> Decimal | None:
    word = word.lower()
    if word in _ORDINALS:
        return Decimal(_ORDINALS.index(word) + 2)
    return numerals.chinese(word) or numerals.any_numeral(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", word))


_WAYS = {
    1: lazy_pattern(r"[升涨增]|走高|\b(?:ris(?:e|es|en|ing)|rose|gr[eo]w\w*|gain\w*|increas\w*|up|climb\w*|expan\w+|higher)\b", re.IGNORECASE),
    -1: lazy_pattern(r"[跌降减]|走低|下滑|回落|\b(?:f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|down|shr[aiu]nk\w*|contract\w*|slid\w*|lower)\b", re.IGNORECASE),
}  # fmt: skip


def _way(text: Passage, start: int, end: int) -> int:
    """1 or −1 where the clause of a run only tells of rises or of falls, else 0."""
    clause = clause_at(text, start)
    told = text.text[max(clause.start, start - 30) : min(clause.end, end + 12)] if clause else ""
    up, down = (bool(_WAYS[way].search(told)) for way in (1, -1))
    return up - down


def run_findings(case: Case) -> Iterator[Finding]:
    """Objections to so many falls in a row told as so many rises, or the reverse."""
    for start, end, length, unit in _runs(case.sentence):
        mine = _way(case.sentence, start, end)
        theirs = [_way(t, s, e) for t in case.evidence for s, e, n, u in _runs(t) if (n, u) == (length, unit)]
        if mine and theirs and all(way == -mine for way in theirs):
            yield Finding("direction", "fail", "direction", (case.sentence.text[start:end], "—"))
            return


def same_run(case: Case, quantity: Quantity) -> bool:
    """Whether a figure is the length of a run that the evidence tells in another form, over periods of the same kind."""
    mine = {
        (length, unit)
        for start, end, length, unit in _runs(case.sentence)
        if start < quantity.end and quantity.start < end
    }
    return bool(mine) and any((length, unit) in mine for text in case.evidence for *_, length, unit in _runs(text))
