"""Who does a thing: an act of the evidence must not be given to another of those it names (组织, 由甲组织, 甲负责组织).

Read without grammar beyond the words before the first verb of a clause and those after 由 or 被 (English: after `by`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.commonness import BODY, unlisted
from synthesis.engine.drafting.guards.doers_en import DoingEn, doings_en
from synthesis.engine.drafting.guards.mentions import comparable_texts, like_kinds, naming
from synthesis.engine.drafting.guards.spelling import within
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Mention, Passage
from synthesis.engine.drafting.lexicon.abbreviations import aliases
from synthesis.engine.drafting.lexicon.broader import broadens
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH
from synthesis.engine.drafting.lexicon.geography import holds
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_WHO = lazy_pattern(
    r"(?:[人方者员工商民生师士户军厅社厂店校队局部委院会署团所处长馆台站室司科组]|公司|集团|政府|机构|企业|平台|大学|中心|团队|专家|银行|股份|科技|资本|基金|法院|医院|家长|协会|村?集体|村委|[^行产作专企创商工农事就职毕]业)$"
)
_NO_WHO = lazy_pattern(
    r"部|会|.*(?:机器人|全部|内部|外部|局部|干部|[东西南北中上下底顶头胸腹]部|机会|社会|不会|[大年展晚宴]会|(?:博览|展览|发布|运动|音乐|座谈|研讨|听证|交流|推介)会|工商|人工|化工|施工|职工|员工|加工|增长|成长|市长|人生|民生|卫生|发生|场所|研究所|到处|用处)"
)
_NAMES = frozenset("nr ns nt nz nrt nrfg".split())
_LIGHT = frozenset(
    "负责 承担 进行 开展 实施 完成 主持 执行 担任 承办 参与 予以 加以 作为 成为 得到 获得 提供 需要 要求 可以 应当 必须 继续 开始 使用 利用 通过 包括 位于 来自 表示 认为 指出".split()
)
_HANDS_ON = frozenset("委托 受托 委派 授权 交给 交由 转交 租给 聘请 雇用 责成 责令 要求 邀请 允许 组成 构成".split())
_POINTING = lazy_pattern(
    r"其(?!中|余|他|它)|该|此(?!前|后|外)|前者|后者|双方|对方|两者|二者|各自|分别|自己|本人|它|他们|她们"
)
_KIN = lazy_pattern(r"(?:的|之|旗下的?|下属的?|所属的?|附属的?|直属的?|委托的?|领导下的?|支持的?|控股的?)?")


@dataclass(frozen=True, slots=True)
class Doing:
    """An agent by its wording, the keys of the verbs and of the other words of its clause, and that clause."""

    agent: str
    verbs: frozenset[str]
    things: frozenset[str]
    clause: Clause
    text: Passage


@lru_cache(maxsize=2048)
def doings(text: Passage) -> tuple[Doing, ...]:
    """The acts of a Chinese passage whose agent is named in the same clause, or carried on from the clause before."""
    found: list[Doing] = []
    for number in range(len(text.sentences)):
        before: frozenset[str] = frozenset()
        for clause in text.clauses_of(number):
            found += _read(text, clause, before)
            before = clause.keys if not any(w.text == "由" for w in clause.words) else before
    return tuple(found)


def _read(text: Passage, clause: Clause, before: frozenset[str]) -> list[Doing]:
    words = clause.words
    mark = next((i for i, w in enumerate(words) if w.text in _MARKS), None)
    marked = mark is not None
    run = _agent(_nominal_run(words, 0 if mark is None else mark + 1, marked), marked)
    if not run or not _actor(run):
        return []
    runs = [run, *(_joined(text, words, run) if marked else ())]
    rest = _commissioned(words[words.index(runs[-1][-1]) + 1 :])
    predicates = [w for w in rest if _verb(w) or (marked and w.content and len(w.text) > 1)]
    if any(w.key in _HANDS_ON for w in predicates):
        return []  # 甲委托乙运营
    before_mark = [w for w in words[: mark or 0] if w.content]
    if not marked and (not predicates or rest[0].text in _NOT_AFTER):
        return []
    verbs = frozenset(w.key for w in (predicates if marked else _chain(rest)))
    if marked:
        verbs |= frozenset(w.key for w in before_mark if w.tag.startswith("v") and text.text[w.end : w.end + 1] != "的")
    things = frozenset(
        w.key for w in words if w.content and not any(w in r for r in runs) and (marked or w.key not in verbs)
    )
    if mark == 0 and not (things - verbs):
        things |= before
    return [Doing(text.text[r[0].start : r[-1].end], verbs, things, clause, text) for r in runs]


def _commissioned(rest: Sequence[Word]) -> Sequence[Word]:
    """What follows 受医保部门委托, which only says for whom."""
    if rest and rest[0].text in {"受", "应", "经"}:
        end = next((i for i, w in enumerate(rest[:8]) if w.text in _HANDS_ON), None)
        return rest if end is None else rest[end + 1 :]
    return rest


def _joined(text: Passage, words: Sequence[Word], run: list[Word]) -> Iterator[list[Word]]:
    """The further agents after 由: 由教育局、公安局和消防队开展."""
    while True:
        here = words.index(run[-1]) + 1
        place = next((i for i in range(here, len(words)) if words[i].text not in _AND), len(words))
        if place == len(words) or text.text[run[-1].end : words[place].start] not in _AND:
            return
        run = _agent(_nominal_run(words, place, marked=True), marked=True)
        if not run or run[0] is not words[place] or not _actor(run):
            return
        yield run


_MARKS = frozenset("由 被 归 交由 交给 改由 转由".split())
_AND = frozenset("、 和 与 及 以及".split())
_NOT_AFTER = frozenset("的 和 与 及 、 等 对 向 受 遭 获 被 由 旗下 下属".split())


def _nominal_run(words: Sequence[Word], begin: int, marked: bool) -> list[Word]:
    """The nouns from a place on that name one thing; before an unmarked agent times and connectives may stand."""
    run: list[Word] = []
    for word in words[begin:]:
        named = not word.text.isascii() and len(word.text) > 1 and not run and unlisted(word.text)
        if word.tag.startswith(("n", "j", "eng")) or named or (run and _within_body(words, begin, word)):
            if run and run[-1].end != word.start:
                break
            run.append(word)
        elif run or marked or word.tag.startswith(("v", "p", "u", "r", "m")):
            break
    return run


def _within_body(words: Sequence[Word], begin: int, word: Word) -> bool:
    """Whether a word that is no noun is part of what a body is called: 省|卫生|健康|委员会, 市场|监督|管理|局."""
    if not word.tag.startswith(("a", "v", "b")) or len(word.text) < 2 or word.text in _HANDS_ON:
        return False
    here = next(i for i, w in enumerate(words) if w is word)
    for last, after in zip(words[here:], words[here + 1 : here + 4], strict=False):
        if after.start != last.end or not after.tag.startswith(("n", "a", "v", "b")) or after.text in _LIGHT:
            return False
        if BODY.search(after.text) and not _NO_WHO.fullmatch(after.text):
            return True
    return False


def _agent(run: list[Word], marked: bool) -> list[Word]:
    """The words of a run that name an agent: after 由 a verb that is tagged as a noun may follow them (康复师讲授)."""
    if marked:
        for size in range(1, len(run)):
            if _actor(run[:size]) and not _actor(run[: size + 1]):
                return run[:size]
    return run


def _actor(run: Sequence[Word]) -> bool:
    wording = "".join(w.text for w in run)
    if wording in GENERIC_ZH or (run[-1].text in GENERIC_ZH and len(run) == 1):
        return False
    return (bool(_WHO.search(wording)) and not _NO_WHO.fullmatch(run[-1].text)) or run[-1].tag in _NAMES


def acts_on_its_own(wording: str) -> bool:
    """Whether a Chinese wording ends like the name of one who acts."""
    return bool(_WHO.search(wording)) and not _NO_WHO.fullmatch(wording[-2:]) and wording not in GENERIC_ZH


def _verb(word: Word) -> bool:
    return word.tag.startswith("v") and len(word.text) > 1


_UNDER = frozenset("依 按 据 依据 依照 按照 根据 凭 经".split())


def _chain(rest: Sequence[Word]) -> list[Word]:
    """The first verb and those right after it (组织开展)."""
    chain: list[Word] = []
    for position, word in enumerate(rest):
        if _verb(word) and any(w.text in _UNDER for w in rest[max(0, position - 2) : position]):
            continue  # 依二审判决支付
        if _verb(word):
            chain.append(word)
        elif chain and word.text not in {"和", "与", "并", "了", "、"}:
            break
    return chain


def doer_findings(case: Case) -> Iterator[Finding]:
    """An objection when the sentence gives an act of the evidence to another of those the evidence names."""
    if case.sentence.language != "zh":
        yield from _english(case)
        return
    texts = [text for text in case.evidence if text.language == "zh"]
    everything = "".join(text.text for text in texts)
    theirs = [d for text in texts for d in doings(text)]
    for mine in doings(case.sentence):
        known = _known(mine.agent, everything)
        if _POINTING.search(mine.clause.text) or not (known or _particular(mine, everything)):
            continue
        like = [d for d in theirs if _same_act(mine, d)]
        if not like or any(_akin(mine.agent, d.agent) or _kin(mine.agent, d) for d in like):
            continue
        if any(_POINTING.search(d.clause.text) or _known(d.agent, mine.clause.text) for d in like):
            continue
        if any(d.agent.startswith(f"全{mine.agent[-1]}") for d in like):
            continue  # 贵州省, of which 全省 is told
        yield Finding("role", "fail", "subject", (mine.agent, like[0].agent))
        return


#: Whoever does it: a word by which any body may be called.
_ANY_BODY = lazy_pattern(
    r"部门|官方|当局|机构|单位|政府|有关|相关|主管|监管|当地|各地|各方|地方|国家|方面|企业|公司|集团|平台|团队|专家|学者|人员|研究[者员人]|业内|业界|公众|居民|村民|市民|消费者|用户|员工|者$|人$|方$"
)


def _particular(mine: Doing, everything: str) -> bool:
    """Whether an agent behind 由 or 被 is one of whom the evidence has not a word, and no word for just anybody."""
    at = mine.text.text.find(mine.agent, mine.clause.start)
    marked = mine.text.text[max(0, at - 1) : at] in {"由", "被"}
    pairs = [mine.agent[i : i + 2] for i in range(len(mine.agent) - 1)]
    return marked and not _ANY_BODY.search(mine.agent) and not any(p in everything for p in pairs)


def _english(case: Case) -> Iterator[Finding]:
    named = naming(case)
    texts = comparable_texts(case)
    which = {
        (number, d.agent.start): named.which.get((number, d.agent.start), d.agent.text)
        for number, text in enumerate(texts)
        for d in doings_en(text)
    }
    theirs = [(number, d) for number, text in enumerate(texts) for d in doings_en(text)]
    for mine in doings_en(case.sentence):
        meant = named.meant.get(mine.agent.start, frozenset())
        if len(meant) != 1 or re.search(r"\b(?:both|each|jointly|together|also|too)\b", mine.clause.text):
            continue
        like = [(n, d) for n, d in theirs if d.verb == mine.verb and _shared(mine, d)]
        others = {which[n, d.agent.start] for n, d in like}
        if _ROLE_EN.search(mine.agent.text) and all(d.agent.text[0].isupper() for _, d in like):
            continue
        if not like or meant & others or not all(_rivals(named.things, next(iter(meant)), o) for o in others):
            continue
        if any(d.agent.keys <= {w.key for w in mine.clause.words if w.end <= mine.agent.start} for _, d in like):
            continue
        named_behind = {w.key for w in mine.clause.words if mine.agent.end <= w.start <= mine.agent.end + 2}
        if any(d.agent.keys & named_behind for _, d in like):
            continue  # by the dairy group Skovlund
        yield Finding("role", "fail", "subject", (mine.agent.text, like[0][1].agent.text))
        return


# The contractor for Acme Ltd, which won the contract.
_ROLE_EN = lazy_pattern(
    r"^(?:[a-z-]+ )?(?:contractor|supplier|builder|operator|developer|manufacturer|producer|maker|buyer|seller|vendor|owner|bidder|winner|"
    r"tenant|landlord|lender|borrower|investor|employer|insurer|carrier|retailer|applicant|claimant|plaintiff|defendant|partner|licensee)s?$"
)


def _shared(mine: DoingEn, theirs: DoingEn) -> bool:
    common = mine.things & theirs.things - theirs.agent.keys - mine.agent.keys
    return any(k not in COMMON_EN for k in common)


def _rivals(things: dict[str, Mention], mine: str, other: str) -> bool:
    """Whether two things of the evidence are of like kinds and no part of one another."""
    one, two = things.get(mine), things.get(other)
    if one is None or two is None or one.keys & two.keys:
        return False
    return like_kinds(one.kind, two.kind, "en")


def _known(name: str, text: str) -> bool:
    return name in text or within(name, text, 2 * len(name) + 2)


def _same_act(mine: Doing, theirs: Doing) -> bool:
    verbs = (mine.verbs & theirs.verbs) - _LIGHT
    light = mine.verbs & theirs.verbs & _LIGHT
    things = {t for t in mine.things & theirs.things if t not in GENERIC_ZH} - verbs
    return bool((verbs and things) or len(verbs) > 1 or (light and len(things) > 1))


def _akin(mine: str, theirs: str) -> bool:
    """Whether two wordings may name one agent: a part, a short form, a broader word, a place and what lies in it."""
    short, long = sorted((mine, theirs), key=len)
    if short in long or set(short) <= set(long) or within(short, long, len(long)):
        return True
    if broadens(mine, theirs) or broadens(theirs, mine) or holds(mine, theirs) or theirs in aliases(mine):
        return True
    return mine[:2] == theirs[:2]


def _kin(agent: str, theirs: Doing) -> bool:
    """Whether the agent stands right before that of the evidence, as what it belongs to or acts for."""
    text = theirs.text.text
    at = text.find(theirs.agent, theirs.clause.start)
    before = text[max(0, at - len(agent) - 8) : at]
    place = before.rfind(agent)
    return place >= 0 and _KIN.fullmatch(before[place + len(agent) :]) is not None
