"""A statement in the words of those who put its columns right, so that whoever writes from it writes what they said.

A column that has no words of its own changes nothing: type, direction, polarity and modality were misread, and the words
that were misread stand. An emptied column changes nothing either. Not for keeping corrections or showing them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from synthesis.engine.drafting.evidence.facts import Fact, clauses_of
from synthesis.engine.drafting.evidence.naming import speaker_of
from synthesis.engine.drafting.evidence.table import EvidenceRow, evidence_rows
from synthesis.engine.drafting.evidence.units import Excerpt, Unit, units_of
from synthesis.engine.drafting.evidence.words import is_nominal, words_of
from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.find import find_dates
from synthesis.engine.patterns import lazy_pattern

_NUMBER = lazy_pattern(r"\d[\d,]*(?:\.\d+)?")
_TAIL = lazy_pattern(
    r"(?P<scale>\s*(?:[十百千万亿]+|(?:hundred|thousand|million|billion|trillion)\b))?(?P<more>[余多])?(?P<unit>.*?)"
    r"(?P<after>左右|上下|以上|以下|以内|以外| or more)?$",
    re.DOTALL,
)
_CHINESE, _ENGLISH = lazy_pattern(numerals.CHINESE), lazy_pattern(rf"\b{numerals.ENGLISH}\b", re.IGNORECASE)
_TIME = lazy_pattern(r"(\d{4})(?:-(0?[1-9]|1[0-2]))?(?:[~～](\d{4}))?")
# What a clause may open with after the name of what it tells.
_OPENS = lazy_pattern(
    r"同比|环比|增长|增加|上升|提高|下降|减少|降低|回落|较|比|占|为|是|达|约|近|超|不足|已|将|预计|有望|仅|则|却|也|还|就"
)
_FRACTION = lazy_pattern(r"分之|\b(?:half|thirds?|quarters?)\b")
_SIGN = lazy_pattern(r"[$€£¥￥]|US\$")
_BEFORE = {
    "zh": {"about": "约", "near": "近", "over": "超过", "at_least": "至少", "under": "不足", "at_most": "不超过"},
    "en": {
        "about": "about ",
        "near": "nearly ",
        "over": "more than ",
        "at_least": "at least ",
        "under": "less than ",
        "at_most": "at most ",
        "some": "some ",
    },
}
_UNITS_EN = {"元": "yuan", "美元": "US dollars", "欧元": "euros", "日元": "yen", "英镑": "pounds"}
_RELATIVE = lazy_pattern(
    r"去年|今年|当年|同年|上年|本年度?|前年|目前|当前|\b(?:last|this|the same|the previous) year\b", re.IGNORECASE
)
_POINTS = lazy_pattern(
    r"(?P<noun>该|这一|这种|这类|此类)|(?:其(?![他余中])|它们?|他们)|\b(?:[Ii]t|[Tt]hey|(?:[Tt]his|[Tt]hese|[Tt]hat) \w+)\b"
)
_DOCUMENT = lazy_pattern(r"(?:数据|统计|报告|调查|测算|》)$")
_REMARK = {
    "zh": "依据证据表中由人改正的内容；摘录原文的写法不同。",
    "en": "Rests on what a person put right in the evidence table; the excerpt's own words differ.",
}
_MONTHS = (
    "January February March April May June July August September October November December"  # as English writes them
).split()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row's figure stands in `text`: `start`/`end`, and `clause`/`clause_end` around it; of a statement without one
    the end, and the whole. `times`: what is put right in the rows' times."""

    text: str
    language: str
    row: EvidenceRow
    facts: tuple[Fact, ...]
    number: int
    offset: int
    start: int
    end: int
    clause: int
    clause_end: int
    times: Mapping[int, str]

    @property
    def fact(self) -> Fact | None:
        return self.facts[self.number] if self.facts else None

    def is_shared(self, at: int) -> bool:
        """Whether a figure before this one stands behind what is at `at`, and so is told with it."""
        return any(self.offset + f.start > at for f in self.facts[: self.number])

    def last(self, words: str) -> int:
        """Where `words` stand for the last time before the figure, -1 for nowhere and for none."""
        return self.text.rfind(words, 0, self.start) if words else -1

    def replaced(self, start: int, end: int, words: str) -> str:
        return self.text[:start] + words + self.text[end:]

    def dated(self, date: str) -> str:
        """With a date for this figure alone, or for the statement that has none."""
        if self.language == "zh":
            return self.replaced(self.clause, self.clause, date if self.facts else f"{date}，")
        return self.replaced(self.end, self.end, f" in {date}") if self.facts else self.before_stop(f" in {date}")

    def before_stop(self, words: str) -> str:
        """`words` at the end, before the full stop."""
        stop = len(self.text.rstrip("。．.！!；; "))
        return self.replaced(stop, stop, words)


def remark(language: str) -> str:
    """What is said of a sentence that follows a correction where the excerpt's own words differ."""
    return _REMARK[language]


def put_right(statement: str, rows: Mapping[int, Mapping[str, str]]) -> str:
    """One sentence of an excerpt with the columns that were put right, by the number of the row, in its words.

    `rows` are counted as `evidence_rows` gives those of the statement, from 0; columns are named as in `EvidenceRow`, their
    texts as a person writes them (value: in digits, in the base unit). What would make several sentences or other figures
    of it is left out.
    """
    words = statement
    times = {number: fields["time"] for number, fields in rows.items() if fields.get("time")}
    for number in sorted(rows):
        for column, write in _WRITERS:
            fields = {name: rows[number][name] for name in column if rows[number].get(name)}
            place = _place(words, number, times) if fields else None
            if place is None:
                continue
            told = write(place, fields)
            told = told if place.language == "zh" else told[:1].upper() + told[1:]
            if told != place.text and _says(_place(told, number, times), place, fields):
                words = told
    return words


def _says(told: _Place | None, before: _Place, fields: Mapping[str, str]) -> bool:
    """Whether a statement is still one, reads as was asked where that can be read, and tells the other figures as before."""
    if told is None or len(told.facts) != len(before.facts):
        return False
    for number, (new, old) in enumerate(zip(told.facts, before.facts, strict=True)):
        if number != before.number and (new.value, new.high, new.unit) != (old.value, old.high, old.unit):
            return False
    if "value" in fields and told.row.value is not None:
        return round(told.row.value - Decimal(fields["value"]), 6) == 0
    key = _time_key(fields.get("time", ""))
    return not key or told.row.time == key


def _place(words: str, number: int, times: Mapping[int, str]) -> _Place | None:
    """Where row `number` stands; None when the words are not one statement that has it."""
    excerpt = Excerpt("", "", words)
    units, rows = units_of(excerpt), evidence_rows(excerpt)
    if len(units) != 1 or not number < len(rows):
        return None
    unit: Unit = units[0]
    text, facts = unit.text, unit.facts
    if not facts:
        end = len(text)
        return _Place(text, unit.language, rows[number], facts, number, 0, end, end, 0, end, times)
    # What is said begins behind who says it.
    offset = next((n for n in range(len(text)) if all(_stands(text, f, n) for f in facts)), None)
    if offset is None:
        return None
    start, end = offset + facts[number].start, offset + facts[number].end
    low, high = next(((a, b) for a, b in clauses_of(text) if a <= start < b), (0, len(text)))
    return _Place(
        text, unit.language, rows[number], facts, number, offset, start, end, max(low, offset), max(high, end), times
    )


def _stands(text: str, fact: Fact, offset: int) -> bool:
    return text[offset + fact.start : offset + fact.end].strip().replace("约为", "约") == fact.phrase


def _subject(place: _Place, fields: Mapping[str, str]) -> str:
    found, new = place.row.subject, fields["subject"]
    named = found and found != place.row.indicator  # a guess may take the measure for the subject
    at = place.last(found) if named and place.fact else place.text.find(found) if named else -1
    if at >= 0 and not place.is_shared(at):
        return place.replaced(at, at + len(found), new)
    points = _POINTS.match(place.text, place.clause)
    if points:
        end = points.end()
        for word in words_of(place.text[end : place.start]) if points.group("noun") else ():
            if not is_nominal(word):
                break
            end += len(word.text)
        return place.replaced(points.start(), end, new)
    return _before_clause(place, new)


def _indicator(place: _Place, fields: Mapping[str, str]) -> str:
    found, new = place.row.indicator, fields["indicator"]
    at = place.last(found)
    if at >= 0 and not place.is_shared(at):
        return place.replaced(at, at + len(found), new)
    if place.language != "zh" or place.fact is None:
        return place.text
    subject = place.row.subject
    at = place.text.find(subject, place.clause, place.start) if subject else -1
    return place.replaced(at + len(subject), at + len(subject), new) if at >= 0 else _before_clause(place, new)


def _before_clause(place: _Place, words: str) -> str:
    """`words` where the figure's clause begins, behind its date, if that opens with what can follow a name (Chinese only)."""
    at = place.clause
    for date in find_dates(place.text):
        if date.start == at:
            at = date.end + (place.text[date.end : date.end + 1] == "，")
    opens = _OPENS.match(place.text, at) or place.text.startswith(place.row.indicator or "\n", at)
    return place.replaced(at, at, words) if place.language == "zh" and opens else place.text


def _time(place: _Place, fields: Mapping[str, str]) -> str:
    new, fact = _worded_time(fields["time"], place.language), place.fact
    if fact is None:
        date = next((d for d in find_dates(place.text) if d.year), None)
        if date is not None:
            return place.replaced(date.start, date.end, new)
    elif fact.time_text:
        return _redated(place, fact, new)
    relative = _RELATIVE.search(place.text, place.clause, place.clause_end)
    if relative:
        lead = "in " if place.language == "en" else ""
        return place.replaced(relative.start(), relative.end(), lead + new)
    return place.dated(new)


def _redated(place: _Place, fact: Fact, new: str) -> str:
    """Another date in the place of the figure's; figures that share it, and are not to have the same, keep theirs."""
    old = fact.time_text
    if old not in place.text and old.removesuffix("年") in place.text:  # 2021—2023年 has no 2021年
        old, new = old.removesuffix("年"), new.removesuffix("年")
    before, behind = place.text.rfind(old, 0, place.start), place.text.find(old, place.end)
    at = before if before >= 0 else behind
    sharing = [n for n, f in enumerate(place.facts) if f.time_text == old and n != place.number]
    wanted = place.times.get(place.number)
    apart = [place.facts[n] for n in sharing if place.times.get(n) != wanted]
    if at < 0 or any(place.offset + f.start < place.clause_end for f in apart):
        return place.dated(new)
    text = place.text
    for other in reversed(apart):
        start, end = place.offset + other.start, place.offset + other.end
        own = next((a for a, b in clauses_of(text) if a <= start < b), start)
        text = text[:own] + old + text[own:] if place.language == "zh" else f"{text[:end]} in {old}{text[end:]}"
    return text[:at] + new + text[at + len(old) :]


def _worded_time(value: str, language: str) -> str:
    """ "2024", "2024-11" and "2015~2019" as a sentence writes them; anything else as it is."""
    parts = _TIME.fullmatch(value)
    if not parts:
        return value
    year, month, last = parts.groups()
    if language == "zh":
        return f"{year}{f'—{last}' if last else ''}年{f'{int(month)}月' if month else ''}"
    return f"{_MONTHS[int(month) - 1]} {year}" if month else f"{year}–{last}" if last else year


def _time_key(value: str) -> str:
    """The time as a row would read it; "" for what is no year, month or span of years."""
    parts = _TIME.fullmatch(value)
    if not parts:
        return ""
    year, month, last = parts.groups()
    return f"{year}-{int(month):02d}" if month else f"{year}~{last}" if last else year


def _figure(place: _Place, fields: Mapping[str, str]) -> str:
    fact = place.fact
    if fact is None or (fact.high is not None and "qualifier" in fields):
        return place.text
    words = place.text[place.start : place.end]
    found = None if _FRACTION.search(words) else _numeral(words)
    halved = False
    value = Decimal(fields.get("value") or fact.value)
    unit = (
        _UNITS_EN.get(fields.get("unit", ""), fields.get("unit", "")) if place.language == "en" else fields.get("unit")
    )
    if found is None:
        if fact.unit != "%":
            return place.text
        sign, scale, more, after, rest = "", "", "", "", unit or fact.unit
        told, before = _plain(value), ""
    else:
        low, high, own = found
        tail = _TAIL.match(words, high)
        if tail is None:
            return place.text
        scale, more, after = tail.group("scale") or "", tail.group("more") or "", tail.group("after") or ""
        rest, before = tail.group("unit"), words[:low]
        sign = "".join(_SIGN.findall(before))
        told = _plain(value * own / fact.value) if fact.value and "value" in fields else words[low:high]
        if unit:
            sign, rest = "", f" {unit}" if place.language == "en" and unit[0].isalpha() else unit
    if "qualifier" in fields or found is None:
        code = fields.get("qualifier", fact.qualifier)
        before = _BEFORE[place.language].get(code, "") + sign
        halved = bool(after)
        more, after = ("余" if code == "some" and place.language == "zh" else ""), ""
    elif unit:
        before = _SIGN.sub("", before)
    # 在3亿以上: the other half of what stood behind.
    start = place.start - (halved and place.text[: place.start].endswith("在"))
    return place.replaced(start, place.end, f"{before}{told}{scale}{more}{rest}{after}")


def _numeral(words: str) -> tuple[int, int, Decimal] | None:
    """The first number in words or digits, where it stands, without its scale behind digits; None when there is none."""
    digits = _NUMBER.search(words)
    if digits:
        return digits.start(), digits.end(), numerals.arabic(digits.group())
    for pattern, read in ((_CHINESE, numerals.chinese), (_ENGLISH, numerals.english)):
        match = pattern.search(words)
        value = read(match.group()) if match else None
        if match and value:
            return match.start(), match.end(), value
    return None


def _plain(value: Decimal) -> str:
    """In digits, without an exponent and idle zeros."""
    return f"{round(value, 6).normalize():f}"


def _location(place: _Place, fields: Mapping[str, str]) -> str:
    found, new = place.row.place, fields["place"]
    at = place.last(found) if place.last(found) >= 0 else place.text.find(found, place.end)
    if found and at < 0:
        return place.text
    if found:
        edges = {0, *(word.end for word in words_of(place.text))} if place.language == "zh" else {at, at + len(found)}
        return place.replaced(at, at + len(found), new) if {at, at + len(found)} <= edges else place.text
    return f"在{new}，{place.text}" if place.language == "zh" else place.before_stop(f" in {new}")


def _actor(place: _Place, fields: Mapping[str, str]) -> str:
    found = place.row.actor
    return place.text.replace(found, fields["actor"], 1) if found else place.text


def _attribution(place: _Place, fields: Mapping[str, str]) -> str:
    found, new = place.row.attribution, fields["attribution"]
    if found and found in place.text:
        return place.text.replace(found, speaker_of(new, place.language), 1)
    if place.language != "zh":
        return place.before_stop(f", according to {new}")
    return f"据{new}，{place.text}" if _DOCUMENT.search(new) else f"{new}表示，{place.text}"


# In this order: what stands before a figure moves it.
_WRITERS: tuple[tuple[tuple[str, ...], Callable[[_Place, Mapping[str, str]], str]], ...] = (
    (("subject",), _subject),
    (("indicator",), _indicator),
    (("time",), _time),
    (("value", "unit", "qualifier"), _figure),
    (("place",), _location),
    (("actor",), _actor),
    (("attribution",), _attribution),
)
