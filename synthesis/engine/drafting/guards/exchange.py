"""Things put in the place of others: a member of a closed class for another, or a noun between the same neighbours.

A word that only rewords is left alone: an unknown noun counts as an exchange when the evidence has another noun in
exactly its place, or another member of its class, and the sentence has lost that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import similarity
from synthesis.engine.drafting.guards.commonness import common_word, unlisted
from synthesis.engine.drafting.guards.coverage import covered
from synthesis.engine.drafting.guards.entity_en import new_words
from synthesis.engine.drafting.guards.replaced import replaced_zh
from synthesis.engine.drafting.guards.seats import implied_country
from synthesis.engine.drafting.guards.sides import sides_compared
from synthesis.engine.drafting.guards.spelling import within
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.abbreviations import aliases, known_spans, stands
from synthesis.engine.drafting.lexicon.broader import broadens
from synthesis.engine.drafting.lexicon.deals import DEALS_EN, DEALS_ZH
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH
from synthesis.engine.drafting.lexicon.geography import holds
from synthesis.engine.drafting.lexicon.kinds import Member, members
from synthesis.engine.drafting.lexicon.opposites import is_pole
from synthesis.engine.drafting.lexicon.sides import SIDES_ZH
from synthesis.engine.drafting.lexicon.stop import LIGHT_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_NOUN_ZH = ("n", "j", "nz", "s", "b", "eng", "x", "g")
_NOUN_COPY = (*_NOUN_ZH, "l", "vn", "i", "an", "z", "a", "t")  # what a copy word for word can only have exchanged
_CONVERSE = frozenset("trade trade_side lease employ party".split())
_NEAR_COPY, _NEAR_COPY_EN = 0.55, 0.7
_MATTER = frozenset(
    "诊疗术险水电气油煤粮药车船机癌炎病税酸素酶菌麦米豆鱼矿金铁银铜"
)  # 用水 and 用电 share a beginning and differ


def exchange_findings(case: Case) -> Iterator[Finding]:
    """Objections to exchanged things; one is enough."""
    foreign = next(iter(_foreign(case)), None)
    if foreign:
        yield Finding("entity", "fail", "term", (foreign.text,))
        return
    if ill := next(_illnesses(case), None) or _ended(case):
        yield Finding("entity", "fail", "term", (ill,))
        return
    slots = _slots_zh(case) if case.sentence.language == "zh" else _slots_en(case)
    known = known_spans(case.sentence.text, tuple(text.text for text in case.evidence))
    known_words = "|".join(case.sentence.text[start:end] for start, end in known)
    for word in slots:
        if SIDES_ZH.get(word, ("", ""))[1] in {"#", "="}:
            continue  # read by `guards.sides`
        if word in known_words or any(word in told != word for told in SIDES_ZH if told in case.sentence.text):
            continue
        yield Finding("entity", "check", "term", (word,))
        return


@lru_cache(maxsize=4096)
def _things(text: Passage) -> frozenset[tuple[str, str]]:
    return frozenset((m.kind, m.thing) for m in members(text.text, text.language) if _whole(text, m))


def _whole(text: Passage, member: Member) -> bool:
    """Whether a Chinese name begins and ends with words (not 中学 in 高中学生); one character stands alone."""
    if text.language == "en":
        return True
    starts = {w.start for w in text.words}
    ends = {w.end for w in text.words}
    return member.start in starts or member.end in ends or len(member.text) > 3


def _foreign(case: Case) -> Iterator[Member]:
    """Members the evidence does not have while it has others of the class, the same place in the text spoken of."""
    theirs: set[tuple[str, str]] = set()
    for text in case.evidence:
        theirs |= _things(text)
    kinds = {kind for kind, _ in theirs}
    found = [m for m in members(case.sentence.text, case.sentence.language) if _whole(case.sentence, m)]
    spoken = {m.thing for m in found}
    known = {m.start for m in found if (m.kind, m.thing) in theirs}
    whole = " ".join(text.text for text in case.evidence)
    everything = whole.lower()
    for member in found:
        if member.start in known or member.kind not in kinds or member.text.lower() in everything:
            continue
        if any(member.text.lower() in term for term in case.glossary):
            continue
        if member.kind == "country" and implied_country(member.text, everything):
            continue
        if member.kind in {"country", "region"} and holds(member.text, whole):
            continue
        if member.kind in _CONVERSE and any(s <= member.start < e for s, e in sides_compared(case).alike):
            continue  # exported by those of whom the evidence says that others import it from them
        if broadens(member.text, whole) or not {t for kind, t in theirs if kind == member.kind} - spoken:
            continue  # a broader word, or one beside all that the evidence has of the class
        yield member


# Illnesses are known by their last word; the one before it tells which it is.
_ILL = {
    "zh": lazy_pattern(
        r"(?P<which>[\u4e00-\u9fff]{2})(?P<head>病(?![区例程种人患床房情史假因理毒菌死害残症痛媒株案灶])|炎(?![症性热])|癌(?![症细前])|瘤(?!体)|综合征)"
    ),
    "en": lazy_pattern(
        r"\b(?P<which>[A-Za-z'’-]{4,})\s(?P<head>cancer|disease|fever|flu|virus|syndrome|disorder|infection|tumour|tumor|blight|rust|rot)(?:e?s)?\b"
    ),
}
_ANY_ILL = {
    "zh": lazy_pattern(
        r".*[疾患发看治生致因得染抗重大两防诊慢性犯死种杂多百常怪疫此该各类同某这那其有无去急贫富老小新旧些害]$|.*(?:传染|职业|流行|遗传|共患|病虫|罕见)$"
    ),
    "en": lazy_pattern(
        r"(?:[a-z]+(?:ing|ive|ed|ous)|chronic|rare|common|severe|acute|early|late|other|many|most|some|such|this|that|these|serious|fatal|infectious|advanced|mild|deadly|heritable|genetic|with|from|against|having|into|cause|causes|fight|spread|treat|detect)$",
        re.IGNORECASE,
    ),
}


def _illnesses(case: Case) -> Iterator[str]:
    """Illnesses of the sentence the evidence has not, while the sentence has lost one that the evidence has."""
    language = case.sentence.language
    texts = [text.text for text in case.evidence if text.language == language]
    everything = " ".join(texts)
    theirs = {_illness(m) for text in texts for m in _ILL[language].finditer(text)}
    lost = [name for name in theirs if name and name not in case.sentence.text.lower()]
    for match in _ILL[language].finditer(case.sentence.text):
        name = _illness(match)
        known = not name or name in everything.lower() or any(stands(a, everything) for a in aliases(match.group()))
        if (
            lost
            and not known
            and not _ANY_ILL[language].match(match["which"])
            and not broadens(match.group(), everything)
        ):
            yield match.group()


# English illnesses known by how they end; both the lost and the new one must end so.
_ENDS_ILL = lazy_pattern(
    r"\b(?!(?:dia|pro)gnosis|hypnosis|osmosis|symbiosis|metamorphosis|diploma|aroma|empathy|sympathy|apathy|antipathy|telepathy|trophy|academia|dysbiosis)"
    r"[a-z]{3,}(?:itis|osis|iasis|oma|a?emia|opathy|algia|plegia|rrhoea|rrhea|sclerosis|plasia|penia|dystrophy)\b",
    re.IGNORECASE,
)


def _ended(case: Case) -> str:
    """An illness of an English sentence that stands where the evidence has another (psoriasis for dermatitis)."""
    mine = {m.group().lower().replace("ae", "e") for m in _ENDS_ILL.finditer(case.sentence.text)}
    theirs = {m.group().lower().replace("ae", "e") for t in case.evidence for m in _ENDS_ILL.finditer(t.text)}
    return min(mine - theirs, default="") if theirs - mine else ""


def _illness(match: re.Match[str]) -> str:
    known = _ANY_ILL["zh" if match.group()[0] > "\u2e80" else "en"].match(match["which"])
    return "" if known else f"{match['which']} {match['head']}".lower() if match.group().isascii() else match.group()


def _slots_zh(case: Case) -> Iterator[str]:
    """Nouns that stand where a near copy of the clause has others."""
    for clause in case.sentence.clauses:
        for _, other in _nearest(case, clause):
            matcher = SequenceMatcher(None, clause.text, other.text, autojunk=False)
            blocks = _merged(matcher.get_opcodes())
            same = sum(_han(clause.text[i1:i2]) for tag, i1, i2, _, _ in blocks if tag == "equal")
            if same < 4 or same < _NEAR_COPY * _han(clause.text):
                continue
            for k, (tag, i1, i2, j1, j2) in enumerate(blocks):
                if tag != "replace" or not _framed(blocks, k, 2):
                    continue
                mine = _covering(clause.words, clause.start + i1, clause.start + i2)
                theirs = _covering(other.words, other.start + j1, other.start + j2)
                pieces = clause.text[i1:i2], other.text[j1:j2]
                nouns = _NOUN_COPY if same >= 0.7 * _han(clause.text) else _NOUN_ZH
                if word := _exchanged_zh(case, mine, theirs, pieces, nouns):
                    yield word
                    return


def _nearest(case: Case, clause: Clause) -> list[tuple[Passage, Clause]]:
    pairs = [(text, other) for text in case.evidence for other in text.clauses]
    pairs.sort(key=lambda pair: -similarity(clause, pair[1]))
    return pairs[:3]


def _han(text: str) -> int:
    """How many characters of a text are no figures or marks."""
    return sum(c.isalpha() for c in text)


_Block = tuple[str, int, int, int, int]


def _merged(blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks of a comparison, single equal characters between unequal ones joined with them (砷化镓, 碳化硅)."""
    out: list[_Block] = []
    for k, (tag, i1, i2, j1, j2) in enumerate(blocks):
        lone = tag == "equal" and i2 - i1 == 1 and 0 < k < len(blocks) - 1
        if out and out[-1][0] != "equal" and (tag != "equal" or lone):
            _, a1, _, b1, _ = out[-1]
            out[-1] = ("replace", a1, i2, b1, j2)
        else:
            out.append((tag, i1, i2, j1, j2))
    return out


def _framed(blocks: Sequence[_Block], k: int, least: int) -> bool:
    """Whether what stands on both sides of a replaced piece is equal; an edge of the clause needs a longer other side."""
    sides = [
        blocks[i][2] - blocks[i][1] if 0 <= i < len(blocks) and blocks[i][0] == "equal" else None
        for i in (k - 1, k + 1)
    ]
    edges = [
        k == 0 or (k == 1 and (sides[0] or 0) < least),
        k + 1 == len(blocks) or (k + 2 == len(blocks) and (sides[1] or 0) < least),
    ]
    if any(edges):
        return any((s or 0) >= 2 * least for s in sides)
    return all(s is not None and s >= least for s in sides)


def _covering(words: tuple[Word, ...], start: int, end: int) -> list[Word]:
    return [w for w in words if w.start < end and start < w.end]


# Verbs and adverbs the dictionary tags as nouns: 降息, 退市, 无权, 最低.
_NO_THING_ZH = lazy_pattern(
    r"^(?:最.|所.|位?居.+|用[时工料途]|投[产用运]|业主|大[都多]|(?!出口|代码|加工|停车)[降加退无代出增减停禁免购售撤拟待应可需未已].|症结|主张|学会|加盟)$"
)


def _exchanged_zh(
    case: Case, mine: list[Word], theirs: list[Word], pieces: tuple[str, str], nouns: tuple[str, ...]
) -> str:
    lost = [
        w for w in theirs if w.text not in case.sentence.text and w.text not in LIGHT_ZH and w.text not in GENERIC_ZH
    ]
    lost = [w for w in lost if w.content or (len(w.text) == 1 and w.tag.startswith("n"))]
    if len(mine) == len(theirs) == 1 and _told_by_none(case, mine[0].text) and replaced_zh(mine[0], theirs[0]):
        return mine[0].text if theirs[0].text not in case.sentence.text else ""
    for word in mine:
        if _NO_THING_ZH.match(word.text):
            continue
        if any(
            within(other.text, case.sentence.text[max(0, word.start - 3) : word.end], 9)
            for other in lost
            if len(other.text) > 2
        ):
            continue  # 博士研究生 for 博士生
        if any(broadens(word.text, text.text) for text in case.evidence):
            continue
        if any(_one_thing(word.text, other.text) for other in theirs) or _within_known(case, word.text):
            continue
        for other in lost:
            if word.text in DEALS_ZH and other.text in DEALS_ZH:
                continue  # 许可 for 授权: the guard of roles' question
            alike = word.text[-1] == other.text[-1]
            several = len(mine) > 1 or len(theirs) > 1
            if (
                word.tag.startswith("n")
                and other.tag.startswith("v")
                and (several or alike)
                and (not alike or word.text[-1] not in _MATTER)
            ):
                continue  # 下调利率 for 降息
            if other.key != word.key and _open_zh(case, word, other, nouns):
                return word.text
    return pieces[0] if lost and _unknown(case, mine, *pieces) else ""


def _told_by_none(case: Case, word: str) -> bool:
    return not any(word in text.text for text in case.evidence)


def _within_known(case: Case, word: str) -> bool:
    """中国队 where the evidence has 中国; words that point a way are the direction guard's."""
    if any(len(w.text) >= 2 and word.startswith(w.text) for text in case.evidence for w in text.words):
        return True
    return is_pole(word, "zh") or word.endswith("于")


def _unknown(case: Case, words: list[Word], mine: str, theirs: str) -> bool:
    """Whether a piece no dictionary knows as words stands for another: an unknown name."""
    everything = "".join(text.text for text in case.evidence)
    plain = all(w.tag[:1] in {"n", "x", "g", "j", "f", "q", "b", "s"} for w in words)
    single = any(len(w.text) == 1 and w.tag[:1] != "f" and w.text not in everything for w in words)
    return plain and single and len(mine) >= 2 and len(theirs) >= 2 and mine not in everything


def _one_thing(first: str, second: str) -> bool:
    """Whether two words are likely two wordings: a shared beginning (效果, 效应) or one inside the other."""
    if first[-1] in _MATTER and second[-1] in _MATTER:
        return first == second
    if first[0] == second[-1] or first[-1] == second[0]:  # 闭园, 关闭
        return True
    return first[0] == second[0] or first in second or second in first or set(first) <= set(second)


def _open_zh(case: Case, word: Word, other: Word, nouns: tuple[str, ...]) -> bool:
    """Whether a word names a thing and has no word for it in the evidence; a verb only when it is half of a pair of terms
    (放疗, 化疗) or stands for a name."""
    if not word.content or len(word.text) < 2 or word.text in GENERIC_ZH or word.text in LIGHT_ZH:
        return False
    if word.tag.startswith("v") and word.tag != "vn":
        paired = word.text[-1] == other.text[-1] in _MATTER and len(word.text) == len(other.text) == 2
        if not (paired or other.tag in {"nr", "ns", "nt", "nz"}):
            return False
    elif not word.tag.startswith(nouns) or word.text[0] in "受被由对自从与和为靠经":
        return False
    return not covered(word, case) and not _guessed(case, word.text)


def _guessed(case: Case, word: str) -> bool:
    """Whether a word is the tagger's guess at characters that are not strange to the evidence (做线 in 转做线上直播)."""
    return unlisted(word) and common_word(word, "".join(text.text for text in case.evidence))


_NOT_NOUN = lazy_pattern(
    r"(?:.*(?:ly|ed|ing|ous|ful|able|ible|ive|aid|ought)|(?:high|low|larg|small|great|few|bett|fast|slow|strong|weak|long|short|old|young|cheap|lat|"
    r"earli|wid|narrow|deep|easi|hard|rich|poor|cool|warm|hott|cold|light|heavi|soon|new|saf|clean|steep|mild|clos|near|furth|farth|sharp|bigg)(?:er|est)"
    r"|most|worst|best|worse|whole|entire|total|several|many|huge|vast|severe|steep|heavy|torrential|major|significant|key|crucial|vital)$",
    re.IGNORECASE,
)


def _slots_en(case: Case) -> Iterator[str]:
    measured = [(q.start, q.end) for q in case.sentence.quantities if q.unit_class not in {"count", "number"}]
    new = {w.start for w in new_words(case) if not any(s < w.end and w.start < e for s, e in measured)}
    if not new:
        return
    mine = {w.key for w in case.sentence.words}
    for clause in case.sentence.clauses:
        for text, other in _nearest(case, clause):
            here, there = [w.key for w in clause.words], [w.key for w in other.words]
            if len(here) < 3:
                continue
            matcher = SequenceMatcher(None, here, there, autojunk=False)
            blocks = matcher.get_opcodes()
            same = sum(i2 - i1 for tag, i1, i2, _, _ in blocks if tag == "equal")
            kept = sum(clause.words[i].content for tag, i1, i2, _, _ in blocks if tag == "equal" for i in range(i1, i2))
            if same / len(here) < _NEAR_COPY_EN or kept < (1 if same >= 3 else 2):
                continue
            for k, (tag, i1, i2, j1, j2) in enumerate(blocks):
                lost = [w for w in other.words[j1:j2] if w.content and w.key not in mine]
                named = any(w.text[:1].isupper() for w in other.words[j1:j2])
                if tag == "replace" and lost and _framed(blocks, k, 1) and (i2 - i1 == j2 - j1 <= 2 or named):
                    for word in clause.words[i1:i2]:
                        if word.start in new and any(_exchanged_en(case, word, w, text) for w in lost):
                            yield word.text
                            return


def _exchanged_en(case: Case, mine: Word, theirs: Word, text: Passage) -> bool:
    if covered(mine, case) or mine.text.lower()[:5] == theirs.text.lower()[:5]:
        return False
    named = theirs.text[:1].isupper() and mine.text[:1].isupper()
    for word in (mine, theirs):
        low = word.text.lower()
        if not named and (low in COMMON_EN or _NOT_NOUN.match(low) or DEALS_EN.get(low, ("", "#"))[1] not in "#="):
            return False
    return True
