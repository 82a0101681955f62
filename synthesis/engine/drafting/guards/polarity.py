"""Guard of polarity: negations added, lost or moved to another word.

A negation is read with the words it denies. Double negations cancel; 缺乏, 难以, 有待, lack, fail to count as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from synthesis.engine.drafting.guards.alignment import Aligned, aligned, features, similarity
from synthesis.engine.drafting.guards.bearers import turned_shares
from synthesis.engine.drafting.guards.disclaimers import DISCLAIMS
from synthesis.engine.drafting.guards.exceptions import alike, exception_findings
from synthesis.engine.drafting.guards.negations import left_closed, marks_in
from synthesis.engine.drafting.guards.opposition import explained
from synthesis.engine.drafting.guards.preconditions import let_without, precondition_told
from synthesis.engine.drafting.guards.prefixed import denials_in_words, prefixed_findings
from synthesis.engine.drafting.guards.rendered import only_then, rendered
from synthesis.engine.drafting.guards.thresholds import beyond
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.guards.universals import all_fail, counts_the_others, none_do, told_of_a_part
from synthesis.engine.drafting.guards.unreal import but_for
from synthesis.engine.drafting.lexicon.negation import DENIAL, NO_DENIAL, PLAIN, TURNED, WITHHELD
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_PENDING = lazy_pattern(r"有待|尚待|亟待|尚需|仍需")
_SCOPE = 3
_SCOPE_TAGS = ("v", "a", "n", "i", "l", "en", "j", "z", "b", "t")
_BARE = frozenset("是 有 会 能 可 要 应 得 被 把 将 对 在 再 可以 能够".split())
_AUXILIARY = frozenset("is are was were be been being have has had do does did the a an any to yet".split())


def denied(text: Passage, clause: Clause, mark: re.Match[str]) -> list[Word]:
    """The first words after a negation in its clause: what it denies."""
    words = [
        w for w in clause.words if w.start >= mark.end() or (w.start <= mark.start() < w.end and w.end > mark.end())
    ]
    words = [
        w for w in words if w.tag.startswith(_SCOPE_TAGS) and w.text not in _BARE and w.text.lower() not in _AUXILIARY
    ]
    return [w for w in words if w.end > mark.end() and (w.content or w.tag != "en")][:_SCOPE]


# Wordings that deny or withhold without a negation; and those that limit, which a negation may render.
_IMPLICIT = {
    "zh": lazy_pattern(
        r"避免|驳回|拒绝|否决|禁止|严禁|杜绝|缺|不足|尚待|有待|紧缺|短缺|落空|未|无|阙如|空白|失败|除非|若不|否则|首次|首位|首个|第一|仅|只有|只|少数|方能|方可|才能|才可|须"
        r"|以外|之外|降低|减少|取消|停止|终止|中断|放弃|反对|不|没|非|难|持平|一样|相同|相近|罕|鲜|隐|失"
    ),
    "en": lazy_pattern(
        r"\b(?:too [a-z]+ (?:for (?:[\w-]+ ){1,3}?)?to|un(?!i|der|til)\w{3,}|in(?:valid|effective|sufficient|complete|dependent|accurate|ability)|im(?:possible|practical)|ir\w{4,}|dis\w{4,}|non-?\w+|\w+less|without|unless|lack\w*|fail\w*|few\w*|only|little|"
        r"refus\w*|reject\w*|den(?:y|ied|ies)|ban(?:ned|s)?|prohibit\w*|block\w*|cancel\w*|dropp\w+|lift(?:s|ed)?|remov\w+|repeal\w*|revok\w*|waiv\w*|within|exempt\w*|abandon\w*|scrap\w*|stop\w*|halt\w*|absen\w+|scarce\w*|short\w*|miss(?:ed|es|ing)?|pending|withh[eo]ld\w*|await\w*|avoid\w*|prevent\w*|oppos\w+|"
        r"flat|unchanged|same|similar|first|rare\w*|hardly|barely|optional|free of|voluntary|lowest|before|until|yet|remain\w*|turn(?:ed)? down|even|though|although|despite|other|neither|nor|no|not|never|none)\b|n[’']t\b",
        re.IGNORECASE,
    ),
}
_COPY = 0.8


def polarity_findings(case: Case) -> Iterator[Finding]:
    """Objections to clauses that deny what the nearest clauses of the evidence state, or state what these deny.

    In near copies the plain count of negations decides.
    """
    found = next(chain(exception_findings(case), prefixed_findings(case), turned_shares(case), _turned(case)), None)
    if found is None and case.sentence.language == "zh":
        found = next(iter(_only_denied(case)), None)
    if found is None:
        plain = [
            c
            for c in case.sentence.clauses
            if not (_explained(case, c) or but_for(case.sentence, c) or counts_the_others(case, c))
        ]
        found = next((f for clause in plain for f in _copied(case, clause)), None)
    if found is not None:
        yield found


def _explained(case: Case, clause: Clause) -> bool:
    return explained(case, clause) or clause.start in alike(case) or clause.start in beyond(case)


_ALIKE, _SURE = 0.4, 0.5


def _turned(case: Case) -> Iterator[Finding]:
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    for clause in case.sentence.clauses:
        scored = [
            (similarity(clause, other), other, text)
            for text in texts
            for other in text.clauses
            if not _ADVERBIAL.search(other.text)
        ]
        if not scored:
            return
        score, best, text = max(scored, key=lambda item: (item[0], len(clause.keys & item[1].keys)))
        if _CONTRAST.match(clause.text) or _explained(case, clause) or _ADVERBIAL.search(clause.text):
            continue
        if score < _ALIKE or _few(clause, best) or clause.text.strip() == best.text.strip():
            continue
        denies = parity(case.sentence, clause, best)
        if denies and any(all_fail(c) and parity(t, c) for t in texts for c in t.clauses) and none_do(clause):
            continue  # all five failed: none passed
        if any(parity(t, c, clause) == denies for s, c, t in scored if s >= score - 0.12):
            continue
        if _excused(case, clause, text, best) or told_of_a_part(case, clause, text, best, denies):
            continue
        told = (case.sentence, clause, text, best) if denies else (text, best, case.sentence, clause)
        if not _retold(*told, near=score >= _LIKE_COPY):
            continue
        level = "fail" if score >= _SURE else "check"
        code = "negation_added" if denies else "negation_dropped"
        yield Finding("polarity", level, code, (clause.text.strip(), best.text.strip()))


def _few(clause: Clause, other: Clause) -> bool:
    """Whether two clauses share less than two words, or than four pairs of characters."""
    return len(clause.keys & other.keys) < 2 and len(features(clause)[1] & features(other)[1]) < _PAIRS


_PAIRS = 4
_LIKE_COPY, _STEM = 0.75, 6


def _retold(text: Passage, denying: Clause, other_text: Passage, other: Clause, *, near: bool) -> bool:
    """Whether what one clause denies is told by the other, and without a word that withholds it in another way."""
    if not near and WITHHELD[text.language].search(other_text.sentence_of(other)):
        return False
    if _GOES_ON.search(other.text) and _NO_MORE.search(denying.text):
        return True
    told = {w.key for w in other_text.words if w.content and other.start <= w.start < other.end}
    for mark in denials(denying.text, text.language):
        at, end = denying.start + mark.start(), denying.start + mark.end()
        after = [w for w in denying.words if w.content and end <= w.start and w.key not in _EMPTY]
        inside = [w for w in denying.words if w.start < end < w.end or w.start <= at < w.end]
        before = [w for w in denying.words if w.content and w.end <= at]
        heads = [*inside, *after[:_SCOPE], *([] if after else before[-2:])]
        if any(w.key in told or any(_kin(w.key, k) for k in told) for w in heads):
            return True
    return False


_GOES_ON = lazy_pattern(
    r"仍(?!未|不|无|没|待|需)|继续|依旧|照旧|照常|\b(?:still|continu\w+|remains?|keeps?|persist\w*)\b", re.IGNORECASE
)
_NO_MORE = lazy_pattern(r"不再|不复|无需再|停止|\b(?:no longer|not any ?more|ceased?|stopped)\b", re.IGNORECASE)


def _kin(first: str, second: str) -> bool:
    """Whether two keys are of one English stem (measurable, measurably) or Chinese verbs that share one (签署, 签订)."""
    if not first.isascii():
        return len(first) == len(second) == 2 and first[0] == second[0]
    return first.isascii() and len(first) >= _STEM and first[:_STEM] == second[:_STEM]


_EMPTY = frozenset("longer two single sign evidenc any trac".split())


#: Clauses that only open another: their predicate stands there.
_ADVERBIAL = lazy_pattern(
    r"^\s*(?:在|自|从|经|对|据|随着)[^，。；]*(?:中|时|后|下|前|上|来|起|看|说)$|^\s*(?:in|according to|from|by|under|unlike|despite|with|for|at|on|as for)\b(?:\s+[\w'’-]+){1,5}\s*$",
    re.IGNORECASE,
)
#: A thing set aside, no denial of a predicate: "not the wind farm itself".
_CONTRAST = lazy_pattern(
    r"\s*(?:and |but )?not (?:because |for |as |with |by |in |on |to )?(?:the|a|an|its|their|his|her|any)\b|\s*(?:而|且)?(?:并非|不是|非)",
    re.IGNORECASE,
)
_BARE_ZH = lazy_pattern(r"[不未没无并尚还从]有?|而|但|却")


def _only_denied(case: Case) -> Iterator[Finding]:
    """A clause of the evidence with nothing but a plain Chinese negation put in or taken out, and what only few may let to all."""
    known = {_BARE_ZH.sub("", c.text).strip(): (t, c) for t in case.evidence for c in t.clauses}
    for clause in case.sentence.clauses:
        text, other = known.get(_BARE_ZH.sub("", clause.text).strip(), (None, None))
        if text is not None and other is not None and parity(case.sentence, clause) != parity(text, other):
            code = "negation_added" if parity(case.sentence, clause) else "negation_dropped"
            yield Finding("polarity", "fail", code, (clause.text.strip(), other.text.strip()))
    for text in case.evidence:
        if let_without(case.sentence.text, text.text):
            yield Finding("polarity", "check", "negation_dropped", (case.sentence.text.strip(), text.text.strip()))


def _excused(case: Case, clause: Clause, text: Passage, best: Clause) -> bool:
    """Whether the difference may be one of wording: conditions, comparisons, a denial told elsewhere, clauses cut anew."""
    here, there = case.sentence.sentence_of(clause), text.sentence_of(best)
    if precondition_told(case.sentence.sentence_of(clause), text.sentence_of(best)):
        return True
    if _turns_of(here, there) != _turns_of(there, here) or _COMPARES.search(clause.text) or _COMPARES.search(best.text):
        return True
    language = text.language
    if _halved(clause, best) or counts_the_others(case, clause) or left_closed(clause.text, best.text):
        return True
    if any(short.search(clause.text) and short.search(best.text) for short in (_SCARCE, _FAILS)):
        return True  # scant rain, low rainfall; 不达标, 未达标
    if rendered(here, there, clause.text, text, best) or _denied_beside(clause, text, best):
        return True
    if _RATHER.search(here) and _RATHER.search(there):
        return True  # what is set against something else
    if DISCLAIMS.search(best.text) and any(parity(case.sentence, c) for c in case.sentence.clauses):
        return True  # what was not shown may be told at another place: 没能证明
    if _YET.search(there) and _AWAITS.search(here):
        return True  # yet to approve it, subject to approval
    if _NONE_ABOVE.search(here + there) or (_YET.search(here) and _PLANNED.search(there)):
        return True
    if parity(case.sentence, clause) == parity(text, best):
        return True  # both deny, in words of which the other has none
    if parity(case.sentence, clause):
        implied = [m.group() for m in denials(clause.text, language) if not PLAIN[language].search(m.group())]
        if any(len(word) > 1 and word in text.text for word in implied):
            return True
    mine, theirs = case.sentence.clauses, text.clauses_of(best.sentence)
    if sum(parity(case.sentence, c) for c in mine) == sum(parity(text, c) for c in theirs):
        return True
    return sum(len(denials(c.text, language)) for c in mine) == sum(len(denials(c.text, language)) for c in theirs)


def _turns_of(text: str, other: str) -> frozenset[str]:
    """The conditions, exceptions and firsts of a sentence: the same on both sides they turn nothing, nor does an exception
    where the other side tells of no part."""
    turns = (m.group().lower() for m in TURNED.finditer(text))
    return frozenset(t for t in turns if not _ALL_BUT.search(t) or _SOME.search(other) or _ALL_BUT.search(other))


_SOME = lazy_pattern(
    r"[只仅唯些]|个别|少数|多数|部分|例外|其余|其他|\b(?:only|alone|some|few|most|others?|rest|remaining)\b",
    re.IGNORECASE,
)


_SCARCE = lazy_pattern(
    r"缺乏|缺少|短缺|不足|紧缺|匮乏|缺口|紧张|有限|偏[少低]|稀[少缺]|\b(?:scant|sparse|scarc\w+|shortages?|short of|little|few|lack\w*|dearth|insufficient|inadequate|low|lower|fewer|less|poor|limited|thin|weak)\b",
    re.IGNORECASE,
)
_RATHER = lazy_pattern(r"而非|而不是|并非|\brather than\b|, not\b|\bnot\b.*\bbut\b|\binstead of\b", re.IGNORECASE)
_NONE_ABOVE = lazy_pattern(
    r"没有(?:哪|任何|一)[^，。；]*(?:比|超过|高于|能及)|\bno (?:other|\w+)\b[^.;]*\b(?:than|as \w+ as)\b", re.IGNORECASE
)
_AWAITS = lazy_pattern(
    r"待|须经|\b(?:subject to|pending|await\w*|outstanding|still (?:needs?|requires?))\b", re.IGNORECASE
)
_YET = lazy_pattern(r"尚未|还未|仍未|还没|\bnot (?:\w+ )?yet\b|\byet to\b", re.IGNORECASE)
_PLANNED = lazy_pattern(
    r"将|计划|预计|拟|力争|有望|待|\b(?:outstanding|pending|awaited|awaits?|still to (?:come|be)|remains? to|will|plans?|planned|expected|due to|scheduled|set to)\b",
    re.IGNORECASE,
)
_EXCEPTS = lazy_pattern(r"其余|唯有|唯独|除|\b(?:save|except|alone|apart from|other than|all but)\b", re.IGNORECASE)
_COMPARES = lazy_pattern(r"\bthan\b|相比|高于|低于")


@lru_cache(maxsize=8192)
def denials(text: str, language: str) -> tuple[re.Match[str], ...]:
    """The words of a text that deny, by form or meaning."""
    return tuple(DENIAL[language].finditer(NO_DENIAL[language].sub(lambda m: "_" * len(m.group()), text)))


_FAILS = lazy_pattern(r"[不未没]能?(?:达标|合格)|[需待须](?:经|要|报)?[^，。；]{0,10}(?:批准|审批|核准|许可|同意)")


def parity(text: Passage, clause: Clause, other: Clause | None = None) -> int:
    """1 when a clause denies, 0 when it states or denies a denial; beside `other` only what bears on words of both."""
    found = [m for m in denials(clause.text, text.language) if other is None or _bears(text, clause, m, other)]
    found = [m for m in found if not _ATTACHED.search(clause.text[: m.start()]) or _STANDS.match(m.group())]
    found = [m for m in found if not _NAMES_WHAT.match(clause.text, m.end())]
    why = _WHY.search(clause.text)
    if why and any(m.start() < why.start() for m in found):
        found = [m for m in found if m.start() < why.start()]
    plain = [m for m in found if PLAIN[text.language].search(m.group())]
    words = {m.group().lower() for m in plain}
    count = sum(m.group().lower() != "nor" for m in plain) if "neither" in words else len(plain)
    return (count + (len(found) > len(plain))) % 2


#: 不满的是没有收据: what is denied only names what is spoken of.
_NAMES_WHAT = lazy_pattern(r"[^，。；]{0,6}的(?:[只正就]?是|原因)|[^，。；]{0,2}是(?=[没未缺无])")
_WHY = lazy_pattern(r"\b(?:because|since|owing to|due to)\b|因为|由于", re.IGNORECASE)
_ATTACHED = lazy_pattern(r"\b(?:for|of|over|about|on|against|following|despite|any)\s$", re.IGNORECASE)
_STANDS = lazy_pattern(r"no|not|never|none|neither|nor|lack|want|short|scarc|dearth", re.IGNORECASE)
_SUBORDINATE = lazy_pattern(
    r"\b(?:because|after|when|since|although|though|despite|while|until|before|than|as)\b", re.IGNORECASE
)


def _bears(text: Passage, clause: Clause, mark: re.Match[str], other: Clause) -> bool:
    """Whether a denial bears on a word that another clause has, in whatever company (满意 in 表示满意)."""
    words = _reach(text, clause, mark)
    if any(w.key in other.keys for w in words):
        return True
    if text.language == "zh":
        return any(len(w.text) > 1 and w.text in other.text for w in words)
    return any(_BY_PREFIX.sub("", w.key) in other.keys for w in words if len(w.key) > _STEM)


_BY_PREFIX = lazy_pattern(r"^(?:un|dis|in|im|ir|non-?)")


def _reach(text: Passage, clause: Clause, mark: re.Match[str]) -> list[Word]:
    """What a denial bears on: the words after it, and before one that denies by meaning."""
    start, end = clause.start + mark.start(), clause.start + mark.end()
    cut = _SUBORDINATE.search(text.text, end, clause.end)
    stop = cut.start() if cut else clause.end
    after = [w for w in clause.words if w.content and end <= w.start < stop][:5]
    inside = [w for w in clause.words if w.start < end < w.end or w.start <= start < w.end]
    plain = PLAIN[text.language].search(mark.group())
    before = [] if (plain and (after or text.language == "en")) else _before(clause, start)
    return [*after, *inside, *before]


def _before(clause: Clause, start: int) -> list[Word]:
    since = max((m.end() for m in _SUBORDINATE.finditer(clause.text, 0, start - clause.start)), default=0)
    return [w for w in clause.words if w.content and clause.start + since <= w.start and w.end <= start][-3:]


def _copied(case: Case, clause: Clause) -> Iterator[Finding]:
    near = [
        a
        for a in aligned(case)[clause.start]
        if a.score >= _COPY and 0.75 * len(clause.keys) <= len(a.clause.keys) <= 1.35 * len(clause.keys)
    ]
    odd = _odd(case.sentence, clause)
    if (
        not near
        or any(_odd(a.text, a.clause) == odd for a in near)
        or (_BUT_NOT.search(clause.text) and denials(near[0].text.sentence_of(near[0].clause), near[0].text.language))
        or _denied_beside(clause, near[0].text, near[0].clause)
        or only_then(clause.text, near[0].text.sentence_of(near[0].clause))
        or _EXCEPTS.search(clause.text + near[0].clause.text)
    ):
        return
    best = near[0]
    if _halved(clause, best.clause) or _turned_exception(case.sentence.sentence_of(clause), best):
        return
    language = case.sentence.language
    here, there = denials(clause.text, language), _IMPLICIT[language].search(best.clause.text)
    if not (there if odd else here):
        yield from _changed(case, clause, best.text, best.clause, odd)


_BUT_NOT = lazy_pattern(r"\bbut not\b|而[非不]", re.IGNORECASE)


def _denied_beside(clause: Clause, text: Passage, best: Clause) -> bool:
    """Whether another clause of the evidence sentence denies, of what the clause is about and the nearest one is not."""
    own = clause.keys - best.keys
    return any(
        len(own & other.keys) >= _ABOUT_IT and _odd(text, other)
        for other in text.clauses_of(best.sentence)
        if other is not best
    )


_ABOUT_IT = 2
_HALF = lazy_pattern(r"一半|半数|(?<!\d)(?:50|五十)\s?[%％]|五成|\bhalf\b|\b50 ?(?:%|per ?cent)", re.IGNORECASE)
_ALL_BUT = lazy_pattern(
    r"除[^，。；]{1,16}外|[以之]外|\b(?:except|apart from|other than|all but|save)\b", re.IGNORECASE
)
_ONLY = lazy_pattern(r"[只仅]|唯|\b(?:only|alone)\b", re.IGNORECASE)


def _halved(first: Clause, second: Clause) -> bool:
    """Whether both are of a half: half have it where half have not."""
    return bool(_HALF.search(first.text) and _HALF.search(second.text))


def _turned_exception(here: str, best: Aligned) -> bool:
    """Whether one sentence tells of all but some what the other denies of these alone."""
    there = best.text.sentence_of(best.clause)
    return bool((_ALL_BUT.search(here) and _ONLY.search(there)) or (_ONLY.search(here) and _ALL_BUT.search(there)))


def _odd(text: Passage, clause: Clause) -> bool:
    marks = [m.group().lower() for m in marks_in(text, clause)]
    if "neither" in marks:
        marks = [m for m in marks if m != "nor"]
    return (len(marks) + denials_in_words(text, clause)) % 2 == 1


def _changed(case: Case, clause: Clause, text: Passage, other: Clause, odd: bool) -> Iterator[Finding]:
    needed = precondition_told(case.sentence.sentence_of(clause), text.sentence_of(other))
    if needed or told_of_a_part(case, clause, text, other, odd):
        return
    if odd:
        words = [w.text for m in marks_in(case.sentence, clause) for w in denied(case.sentence, clause, m)]
        yield Finding("polarity", "fail", "negation_added", ((words or [clause.text.strip()])[0], other.text.strip()))
        return
    if _PENDING.search(clause.text):
        return
    reach = 1 if text.language == "en" else _SCOPE  # English denies its verb; Chinese marks stand before adverbs too
    heads = [w for m in marks_in(text, other) for w in denied(text, other, m)[:reach]]
    present = [w for w in heads if w.key in {v.key for v in clause.words} or w.text in clause.text]
    if present or not heads:
        name = present[0].text if present else other.text.strip()
        if present or denials_in_words(text, other):
            yield Finding("polarity", "fail", "negation_dropped", (name, other.text.strip()))
