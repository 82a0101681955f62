"""What stands right at one and the same figure here and there: more and less, all and some, the first and the tenth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.readings import readings
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern

_AT_FIGURE = lazy_pattern(
    r"(?P<way>[高多快长重贵大早增升涨]|[低少慢短轻小晚减降跌省])(?:(?<=省)下|(?<=[多少])[花付用要收给赚卖产耗]|幅(?:度)?(?:为|达|是|有)?|了|出|约|近|超过?|将近|逾|达|至少)*$"
)
_UP = frozenset("高多快长重贵大早增升涨")
#: A word in which such a character says something else.
_NO_WAY = lazy_pattern(
    r"(?:至|减|最|不|缺|提|很|较|从|不|许|更|居|众|诸|最|年|增|降|升|涨|跌|延|加|扩)[多少大小高低长早晚短快慢]$"
)
_STANDARD = lazy_pattern(r"[比较](?P<of>[^，。；\d]{1,16}?)(?:还|要|更|明显|普遍)?(?=[高低多少快慢长短重轻贵大小早晚])")


def opposed_findings(case: Case) -> Iterator[Finding]:
    """Objections to lower by so much told as higher by so much."""
    for quantity in case.sentence.quantities:
        mine = _way(case.sentence, quantity)
        if not mine or quantity.unit_class in {"ordinal", "months"}:
            continue
        theirs = [
            (_way(text, other), text, other)
            for text in case.evidence
            for other in text.quantities
            if alike(quantity, other) and same_value(quantity, other)
        ]
        if theirs and all(way == -mine for way, _, _ in theirs) and not _exchanged(case, quantity, theirs[0][1]):
            parts = (quantity.text.strip(), theirs[0][1].text[max(0, theirs[0][2].start - 8) : theirs[0][2].end])
            yield Finding("direction", "fail", "direction", parts)
            return


def _way(text: Passage, quantity: Quantity) -> int:
    """1 or −1 where a word for more or less stands right before a figure, else 0."""
    if text.language == "en":
        behind = _BEHIND.match(text.text, quantity.end)
        return 0 if behind is None else 1 if behind["up"] else -1
    before = text.text[max(0, quantity.start - 10) : quantity.start]
    match = _AT_FIGURE.search(before)
    if match is None or _NO_WAY.search(before[: match.end("way")]):
        return 0
    return 1 if match["way"] in _UP else -1


_BEHIND = lazy_pattern(
    r"\s(?:[a-z]+ )?(?:(?P<up>longer|higher|later|more|heavier|taller|dearer|older|faster|wider|deeper|warmer)|(?:shorter|lower|sooner|earlier|less|fewer|lighter|cheaper|younger|slower|narrower|shallower|cooler))\b",
    re.IGNORECASE,
)
_THAN = lazy_pattern(r"\bthan (?P<of>[^,.;]{3,40})", re.IGNORECASE)


def _exchanged(case: Case, quantity: Quantity, text: Passage) -> bool:
    """Whether the sentence may set the two beside each other from the other side."""
    clause = clause_at(case.sentence, quantity.start)
    standard = _THAN if text.language == "en" else _STANDARD
    mine = standard.search(clause.text) if clause else None
    theirs = standard.search(text.text)
    if mine is None:
        return False
    return theirs is None or not (mine["of"] in theirs["of"] or theirs["of"] in mine["of"])


_ONLY = lazy_pattern(r"(?:只有|仅有?|才有?)(?P<n>[\d一二两三四五六七八九十]+[家个名项所人户位种座条款])")
_ALL = lazy_pattern(r"均(?![价线值衡])|都(?!市)|皆|全部|一律")
_FIRST = lazy_pattern(r"首(?:个|家|次|位|批|座|条)|第一[个家位]|率先|最早")


def turned_quantity_findings(case: Case) -> Iterator[Finding]:
    """Objections to only so many doing what all of them do, to all going one way where some go the other, and to the first
    told as a later one (of English only the first)."""
    if case.sentence.language == "en":
        yield from _only_for_all_en(case)
        return
    for clause in case.sentence.clauses:
        found = (
            _each_for_mean(case, clause)
            or _only_for_all(case, clause)
            or _all_one_way(case, clause)
            or _later_for_first(case, clause)
        )
        if found:
            yield Finding("quantifier", "fail", "quantifier_strengthened", found)
            return


_EACH_SO_MUCH = lazy_pattern(
    r"每[一\u4e00-\u9fff]{1,3}(?P<what>[^，。；\d]{0,12}?)(?:都|均)(?:为|是|达到?|有|超过?|在)?[\d一二三四五六七八九]"
)
_MEAN = lazy_pattern(r"平均|[人户亩日月年场次]均|均值")


def _each_for_mean(case: Case, clause: Clause) -> tuple[str, str] | None:
    """每场都是91%, where 91% is the mean."""
    mine = _EACH_SO_MUCH.search(clause.text)
    if mine is None or _MEAN.search(case.sentence.text.replace(mine.group(), "")):
        return None
    here = [q for q in case.sentence.quantities if clause.start <= q.start < clause.end]
    for text in case.evidence:
        for other in text.quantities:
            home = clause_at(text, other.start)
            if home and _MEAN.search(home.text) and any(alike(q, other) and same_value(q, other) for q in here):
                return mine.group(), home.text.strip()
    return None


def _only_for_all(case: Case, clause: Clause) -> tuple[str, str] | None:
    mine = _ONLY.search(clause.text)
    if mine is None:
        return None
    acts = {
        w.text
        for w in clause.words
        if w.start >= clause.start + mine.end() and w.tag.startswith("v") and len(w.text) > 1
    }
    for text in case.evidence:
        for other in text.clauses:
            every = _ALL.search(other.text)
            if every is None or _ONLY.search(other.text):
                continue
            told = {w.text for w in other.words if w.start >= other.start + every.end() and w.tag.startswith("v")}
            if acts & told:
                return mine.group(), other.text.strip()
    return None


def _all_one_way(case: Case, clause: Clause) -> tuple[str, str] | None:
    """All rose, where the evidence has some fall."""
    every = _ALL.search(clause.text)
    if every is None or not _EACH_OF.search(clause.text[: every.start()]):
        return None
    for mine in readings(case.sentence):
        if mine.clause is not clause or mine.axis != "amount":
            continue
        for text in case.evidence:
            there = [r for r in readings(text) if r.axis == "amount" and len(r.text.clauses) and r.sign]
            same = [r for r in there if r.sign == mine.sign]
            other = [r for r in there if r.sign == -mine.sign and _BUT.match(r.clause.text)]
            if same and other and same[0].clause.sentence == other[0].clause.sentence:
                return every.group(), other[0].clause.text.strip()
    return None


_EACH_OF = lazy_pattern(r"各|所有|全部|每个|处处")
_BUT = lazy_pattern(r"\s*(?:但|而|不过|只是|惟|唯|仅|其中)")


_MORE_AND_MORE = lazy_pattern(r"越[^，。；]{1,8}，?[^，。；]{0,12}?越")
_TURNS_DOWN = lazy_pattern(r"反而|反倒|(?:但|不过|而)[^，。；]{0,4}(?:超过|再|继续|达到|一旦)")


def turning_findings(case: Case) -> Iterator[Finding]:
    """Objections to the more, the better, where the evidence has it turn (继续增加反而下降). Chinese only."""
    told = _MORE_AND_MORE.search(case.sentence.text)
    turn = next((m for text in case.evidence if (m := _TURNS_DOWN.search(text.text))), None)
    if told and turn and not _TURNS_DOWN.search(case.sentence.text):
        yield Finding("direction", "check", "direction", (told.group(), turn.group()))


def _later_for_first(case: Case, clause: Clause) -> tuple[str, str] | None:
    """第17个, where the evidence has the same one as the first."""
    for quantity in case.sentence.quantities:
        if quantity.unit_class != "ordinal" or quantity.value <= 1 or not clause.start <= quantity.start < clause.end:
            continue
        known = {q.value for text in case.evidence for q in text.quantities if q.unit_class == "ordinal"}
        if quantity.value in known:
            continue
        names = {w.text for w in clause.words if w.tag in {"ns", "nr", "nt", "nz"} and w.end <= quantity.start}
        for text in case.evidence:
            for other in text.clauses:
                if _FIRST.search(other.text) and any(re.search(re.escape(name), other.text) for name in names):
                    return quantity.text, other.text.strip()
    return None


_ONLY_EN = lazy_pattern(r"\b(?:only|just)\s(?:\w+|\d+)\b(?P<rest>[^,.;]*)", re.IGNORECASE)
_ALL_EN = lazy_pattern(r"\b(?:all(?! but)|each|both|every one)\b", re.IGNORECASE)
_PIECES = lazy_pattern(r"[^,;.]+?(?=,|;|\.|\band\b|\bbut\b|$)", re.IGNORECASE)


def _only_for_all_en(case: Case) -> Iterator[Finding]:
    """Only five were asked, where the evidence has all five asked."""
    mine = _ONLY_EN.search(case.sentence.text)
    if mine is None:
        return
    keys = case.sentence.content_keys(*mine.span("rest"))
    for text in case.evidence:
        for piece in _PIECES.finditer(text.text):
            told = text.content_keys(*piece.span())
            if _ALL_EN.search(piece.group()) and len(keys & told) >= 2 and 2 * len(keys & told) >= len(keys):
                yield Finding(
                    "quantifier", "fail", "quantifier_strengthened", (mine.group().strip(), piece.group().strip())
                )
                return
