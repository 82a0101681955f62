"""The evidence table: everything an excerpt states, a row for each figure and for each statement without one.

For people to read, correct and filter before anything is written, and for programs. Nothing is dropped: what is
damaged or could not be typed stands there with its reason. Not for choosing or wording; see `planning` and `realise`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from synthesis.engine.drafting.evidence import flaws as evidence_flaws
from synthesis.engine.drafting.evidence.facts import Fact, clauses_of
from synthesis.engine.drafting.evidence.measures import counted_things, measure_before, subject_in, whole
from synthesis.engine.drafting.evidence.naming import speaker_of
from synthesis.engine.drafting.evidence.units import Excerpt, Unit, units_of
from synthesis.engine.drafting.evidence.words import is_nominal, words_of
from synthesis.engine.drafting.lexicon.folding import simplified
from synthesis.engine.drafting.rewriting.parse_en import parsed
from synthesis.engine.patterns import lazy_pattern

_MOST_WORDS = 8  # of a subject
TYPES = ("figure", "change", "comparison", "policy", "cause", "list", "definition", "opinion", "quotation")
_UP = lazy_pattern(
    r"增|升|涨|提高|扩大|加快|rose|rise|grew|grow|increas|up\b|gain|more than|climb|higher", re.IGNORECASE
)
_DOWN = lazy_pattern(
    r"降|减|跌|下滑|缩|回落|放缓|fell|fall|declin|decreas|drop|down\b|less than|lower|shrank", re.IGNORECASE
)
_CAUSE_ZH = (
    lazy_pattern(r"(?:由于|因为)(?P<cause>[^，。；]{2,60})，(?:因此|因而|所以|从而)?(?P<effect>[^。；]{2,80})"),
    lazy_pattern(
        r"(?P<effect>[^，。；]{2,60}?)(?:得益于|(?<![能资来水财起电货])源于|归因于|缘于)(?P<cause>[^。；]{2,60})"
    ),
    lazy_pattern(
        r"(?P<cause>(?:(?!成为|[^成]为|是)[^，。；]){2,60}?)(?:导致|造成|引发|促使|使得|推动|促进|带动|拉动)了?(?P<effect>[^。；]{2,60})"
    ),
    lazy_pattern(r"受(?P<cause>[^，。；]{2,40}?)(?:的?影响|带动|推动)，?(?P<effect>[^。；]{2,60})"),
)
_CAUSE_EN = (
    lazy_pattern(
        r"\b(?:[Bb]ecause of|[Dd]ue to|[Oo]wing to|[Bb]ecause|[Ss]ince) (?P<cause>[^,.;]{3,90}), (?P<effect>[^.;]{3,120})"
    ),
    lazy_pattern(
        r"(?P<effect>[^,.;]{3,120}?),? (?:because of|due to|owing to|because|driven by) (?P<cause>[^.;]{3,120})"
    ),
    lazy_pattern(
        r"(?P<cause>[^,.;]{3,120}?) (?:leads? to|led to|results? in|resulted in|caused|brings? about|brought about) (?P<effect>[^.;]{3,120})"
    ),
)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One statement of an excerpt, or one of its figures.

    `start`/`end` are the statement, `figure_start`/`figure_end` the figure in it (both -1 when there is none): code
    points of the excerpt's text, half-open. `value` and `high` (the upper end of a range) are exact, in the base unit
    `unit` of `unit_class`; `qualifier` is "", about, near, over, at_least, under, at_most or some; `direction` is "up",
    "down" or "". `time` is "" | "2024" | "2024-11". `polarity` is positive or negative, `modality` asserted, hedged or
    planned. `attribution` is who the sentence says says so. `usable` tells whether a draft may rest on it; if not,
    `flaw` holds the code of the reason (`evidence.flaws.flaw_of`).
    """

    excerpt_id: str
    source: str
    type: str
    subject: str
    indicator: str
    value: Decimal | None
    high: Decimal | None
    unit: str
    unit_class: str
    qualifier: str
    phrase: str
    direction: str
    time: str
    place: str
    actor: str
    polarity: str
    modality: str
    attribution: str
    cause: str
    effect: str
    text: str
    start: int
    end: int
    figure_start: int
    figure_end: int
    flaw: str

    @property
    def usable(self) -> bool:
        """Whether a sentence of a draft may be made of it."""
        return not self.flaw


def evidence_rows(excerpt: Excerpt) -> tuple[EvidenceRow, ...]:
    """The rows of one excerpt in order of the text; none for an empty one. Pure and deterministic."""
    return tuple(row for unit in units_of(excerpt) for row in rows_of_unit(unit))


def rows_of_unit(unit: Unit) -> list[EvidenceRow]:
    """The rows of one statement: one for each of its figures, in order, or one for a statement without any."""
    cause, effect = _cause(unit)
    at = 0
    rows: list[EvidenceRow] = []
    for fact in unit.facts or (None,):
        low, high = _figure_span(unit, fact, at) if fact else (-1, -1)
        at = high - unit.start if high >= 0 else at
        of = _named(unit, fact, rows[-1] if rows else None)
        rows.append(_row(unit, fact, of, (cause, effect), (low, high)))
    return rows


def _row(
    unit: Unit, fact: Fact | None, of: tuple[str, str], reason: tuple[str, str], figure: tuple[int, int]
) -> EvidenceRow:
    return EvidenceRow(
        excerpt_id=unit.excerpt_id,
        source=unit.source,
        type=_type(unit, fact),
        subject=of[0],
        indicator=of[1],
        value=fact.value if fact else None,
        high=fact.high if fact else None,
        unit=fact.unit if fact else "",
        unit_class=fact.unit_class if fact else "",
        qualifier=fact.qualifier if fact else "",
        phrase=fact.phrase if fact else "",
        direction=_direction(unit, fact),
        time=(fact.time if fact else "") or unit.time,
        place=unit.place,
        actor=unit.actor,
        polarity=unit.polarity,
        modality=_modality(unit, fact),
        attribution=speaker_of(unit.attribution, unit.language),
        cause=reason[0],
        effect=reason[1],
        text=unit.raw,
        start=unit.start,
        end=unit.end,
        figure_start=figure[0],
        figure_end=figure[1],
        flaw=unit.flaw,
    )


_SHARE = lazy_pattern(
    r"(?P<x>[^，。；]{2,24}?)(?:约|仅|已|则|只)?占(?!比|有率)(?:到|据|了)?(?P<y>[^，。；\d]{2,20}?)的?(?:约|近|超过|逾)?$"
)
_MOVED = lazy_pattern(r"(?P<what>[^，。；]{2,24}?)(?:已)?[从由](?:\d{4}年[^\d，。]{0,3}?的?)?$")

_PART = lazy_pattern(r"(?:约|仅|已|则|只)?占(?!比|有率|地)(?:到|据|了)?(?P<y>[^，。；\d]{2,20}?)的?(?:约|近|超过|逾)?$")
_LEVEL_EN = lazy_pattern(r"\b(?:reached|was|were|is|are|at|totall?ed|numbered|amounted to) $")
_AGAINST = lazy_pattern(r"同比|环比|[比较]")


def _named(unit: Unit, fact: Fact | None, last: EvidenceRow | None) -> tuple[str, str]:
    """(subject, measure) of a row. A share is measured against its whole; a change, a difference and what follows without
    a name of its own are of what the row before told."""
    guess = unit.subject if len(unit.subject) > 1 else subject_guess(_body(unit), unit.language)
    if fact is None:
        return guess, ""
    subject, indicator = fact.subject, fact.indicator
    own = against = False  # whether the figure's clause names something, and whether it compares with what was told
    if unit.language == "zh":
        body = _body(unit)
        before = re.split(r"[，。；：]", body[: fact.start])[-1]
        against = _AGAINST.match(before) is not None
        share, moved, part = _SHARE.search(before), _MOVED.search(before), _PART.match(before)
        if share:
            subject, indicator = re.sub("^(?:其中|要求|规定|预计)", "", share.group("x")), _share_of(share)
        elif part and last is not None:
            subject, indicator = last.subject or last.indicator, _share_of(part)
        elif moved and not indicator:
            named = measure_before(moved.group("what"))
            subject, indicator = named if all(named) else ("", moved.group("what"))
        elif not indicator and not against:
            named = measure_before(before)
            subject, indicator, own = named[0] or subject, named[1], any(named)
        elif indicator:
            subject, indicator = whole(subject, indicator)
            subject = subject_in(subject)
    elif not subject and fact.unit_class in {"number", "count"} and not _LEVEL_EN.search(_body(unit)[: fact.start]):
        subject = counted_things(_body(unit), fact.phrase, fact.end)
    told_before = fact.change or against or (unit.language == "zh" and not subject)
    if not indicator and not own and last is not None and told_before and (last.indicator or unit.language == "zh"):
        return last.subject or subject, last.indicator
    if not subject or subject == indicator:
        subject = last.subject if last is not None and last.indicator and unit.language == "zh" else guess
    return subject if subject != indicator else "", indicator


def _share_of(match: re.Match[str]) -> str:
    """What a share is measured as, by the whole that was found."""
    return f"占{re.sub('的?(?:比重|比例|份额)(?:已|由|从|将|为)*$', '', match.group('y'))}的比重"


def subject_guess(text: str, language: str) -> str:
    """The noun phrase the first clause with one opens with, short of its verb; a guess for people to correct."""
    if language != "zh":
        return _subject_en(text)
    for low, high in clauses_of(text):
        end = 0
        words = words_of(text[low:high])
        for n, word in enumerate(words):
            compound = [w.text for w in words[n + 1 : n + 3]]  # 配送|箱|的: a verb that is part of a noun
            inside = end == word.start > 0 and len(compound) == 2 and len(compound[0]) == 1 and compound[1] == "的"
            if word.tag[0] in "vpdcu" and word.tag != "vn" and word.text != "的" and not inside:
                break
            nominal = is_nominal(word) or inside or (end == word.start > 0 and word.tag == "q")
            end = word.end if nominal or word.text in "的和与、" or word.tag[0] == "a" else end
            if end != word.end:
                break
        guess = text[low : low + end].rstrip("的和与、")
        if 2 <= len(guess) <= 24 and not re.match(r"\d|目前|当前|近年来|未来|平均|[由对把被按向]", guess):
            return guess
    return ""


_OPENS_EN = lazy_pattern(
    r"(?:In [^,]{2,30}, )?((?:(?!(?:that|which|who|after|before|when|while|because|if|as)\b)[A-Za-z][\w'-]* ){1,8}?)"
    r"(?:(?:is|are|was|were|can|may|will|could|have|has|had|rose|fell|grew|remains?|became|makes?|made|allows?|reduces?|account(?:s|ed)?)"
    r"|(?!\w+ed [a-z]+s? (?:is|are|has|have))\w{3,}ed) "
)
_POINTING_EN = lazy_pattern(r"(?:it|they|he|she|we|you|i|this|these|that|those|there|one)$", re.IGNORECASE)


def _subject_en(text: str) -> str:
    """The subject of the first clause where the sentence can be read, else what stands before its first verb."""
    read = parsed(text.rstrip(". "))
    said = next((p for p in read.clauses[0].pieces if p.kind == "THAT"), None) if read else None
    if read and said:
        return _subject_en(read.of(said.low, said.high).removeprefix("that "))
    match = None if read else _OPENS_EN.match(text)
    found = read.of(*read.clauses[0].subject) if read else match.group(1).strip() if match else ""
    name = re.sub(r"^(?:the|an?)(?: |$)", "", found, flags=re.IGNORECASE)
    return "" if len(name.split()) > _MOST_WORDS or re.search(r"\d", name) or _POINTING_EN.match(name) else name


def _modality(unit: Unit, fact: Fact | None) -> str:
    """Of a figure its own where one of the sentence's figures has a hedge of its own, else the sentence's."""
    if fact is None or unit.modality == "asserted" or not any(f.modal for f in unit.facts):
        return unit.modality
    return unit.modality if fact.modal else "asserted"


def _type(unit: Unit, fact: Fact | None) -> str:
    """The type of the statement; a level and a change told in one sentence are typed each for itself."""
    if fact is None or unit.kind not in {"figure", "change"}:
        return unit.kind
    return "change" if fact.change else "figure"


def _direction(unit: Unit, fact: Fact | None) -> str:
    """Which way a change goes, by the last word for it before the figure (the sentence's only way when it has none)."""
    if fact is not None and not fact.change:
        return ""
    text = unit.text if fact is None else _body(unit)[max(0, fact.start - 14) : fact.start]
    if fact is None and unit.kind != "change":
        return ""
    ways = sorted([(m.start(), "up") for m in _UP.finditer(text)] + [(m.start(), "down") for m in _DOWN.finditer(text)])
    if fact is None:
        return ways[0][1] if len({w for _, w in ways}) == 1 else ""
    return ways[-1][1] if ways else ""


def _body(unit: Unit) -> str:
    return evidence_flaws.split_attribution(unit.text, unit.language)[1]


def _cause(unit: Unit) -> tuple[str, str]:
    for pattern in _CAUSE_ZH if unit.language == "zh" else _CAUSE_EN:
        match = pattern.search(unit.text)
        if match:
            return match.group("cause").strip(" ，,."), match.group("effect").strip(" ，,.。；")
    return "", ""


def _figure_span(unit: Unit, fact: Fact, at: int) -> tuple[int, int]:
    """Where a figure stands in the excerpt: its wording without spaces and marks sought in the raw sentence from `at`."""
    kept = [(i, c) for i, c in enumerate(unit.raw) if not c.isspace() and c not in ",，*_"]
    raw = simplified("".join(c for _, c in kept))
    if len(raw) != len(kept):
        return -1, -1
    first = next((n for n, (i, _) in enumerate(kept) if i >= at), len(kept))
    for phrase in (
        fact.phrase,
        re.sub(r"^[^\d一二三四五六七八九十百千两半]+", "", fact.phrase),
        *re.findall(r"[\d.]+", fact.phrase),
    ):
        bare = "".join(c for c in phrase if not c.isspace() and c not in ",，*_")
        found = raw.find(bare, first) if bare else -1
        if found >= 0:
            return unit.start + kept[found][0], unit.start + kept[found + len(bare) - 1][0] + 1
    return -1, -1
