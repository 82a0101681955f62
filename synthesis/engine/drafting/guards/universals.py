"""When all, every or first may stand though the evidence has no such word: rules, named lists, what never was before."""

from __future__ import annotations

import re
from decimal import Decimal

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.labels import labels
from synthesis.engine.drafting.guards.listing import list_sizes
from synthesis.engine.drafting.guards.nearness import comparable
from synthesis.engine.drafting.guards.types import Case, Clause, Passage
from synthesis.engine.drafting.quantities.likeness import same_value
from synthesis.engine.drafting.quantities.numerals import english
from synthesis.engine.patterns import lazy_pattern

NEVER_BEFORE = lazy_pattern(
    r"(?:此前|之前|以前|历史上|过去)[^，。；]{0,16}(?:从未|从来没有|没有|未曾|未有|尚无|并无)|从未(?:有|出现|发生)|前所未|史无前例|先例|先河|率先|早于[^，。；]{0,6}(?:其他|别的)"
    r"|\b(?:never|no|not|hitherto|unprecedented)\b[^.;]{0,60}\b(?:before|previously|until|ever|prior|precedent)\b|\bunprecedented\b|\bbefore any other\b|\bahead of (?:any|all) other|\bno\b[^.;]{0,60}\bearlier\b",
    re.IGNORECASE,
)
BUT_ONE = lazy_pattern(r"[仅只]|唯|之外|除|\b(?:only|alone|except|apart|one|not|but|exception)\b|n't", re.IGNORECASE)
#: What must be done before something else: no first of its kind.
BEFOREHAND = lazy_pattern(
    r"\b(?:must|should|shall|need(?:s|ed)? to|ha(?:s|ve|d) to|required to|can|may|will|would|cannot|without) (?:be )?first\b(?! (?:\w+ ){0,2}(?:to|in)\b)",
    re.IGNORECASE,
)
#: Things in the order of their figures.
IN_ORDER = lazy_pattern(
    r"(?:[居列]前|前[二三四五六七八九十]|排名|位次|由[高多大]到[低少小]|从[高多大]到[低少小])[^。；]{0,24}(?:依次|分别|为|是)|\b(?:in (?:that|descending) order|followed by|list(?:s|ed)? \w+ first|top (?:three|four|five|ten)\b)",
    re.IGNORECASE,
)
#: The second of those named in order.
_NEXT_NAMED = lazy_pattern(
    r"其次|次之|紧随其后|\b(?:followed by|second came|ahead of|with \w+ (?:next|second))\b", re.IGNORECASE
)
NONE = lazy_pattern(
    r"逐一|逐个|单[个项家户笔名位]|各[个项家户地]|无人|没有[人哪任]|[未没][有曾能]?(?:检出|发现|出现|发生|收到|见)|除[^，。；]{1,20}外|没有一|无一|均(?:不|未|无)|都(?:不|没|未)|每|\b(?:none|no|nobody|not (?:a|one)(?: single)?|neither|every|each|except|all but|without)\b"
)
CONTRARY = lazy_pattern(
    r"[没未不无非]|拒|驳回|落选|淘汰|放弃|缺|失败|\b(?:not|no|never|un\w{4,}|fail\w*|miss\w*|lack\w*|without|reject\w*|refus\w*|turned (?:down|away)|declin\w*|den(?:y|ied)|oppos\w*|lost|dropp\w*)\b|n't\b",
    re.IGNORECASE,
)
_RULE = lazy_pattern(
    r"应当?(?=[\u4e00-\u9fff])|必须|须|不得|禁止|有权|一律|强制|规定|\b(?:must|shall|required?|entitled|obliged|prohibit\w*|banned|mandatory|compulsory|obligatory|eligible|grants?|guarantee\w*|free for|open to)\b",
    re.IGNORECASE,
)
_ONE_BY_ONE = lazy_pattern(r"每|各|任何|全面|一律|\b(?:each|every\w*|all|anyone)\b", re.IGNORECASE)
_ALL_OF = lazy_pattern(
    r"\b(?:all|each of|every one of|both|all of)(?: of)?(?: the| these| those| its| their)? (?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b",
    re.IGNORECASE,
)


def all_listed(case: Case, word: str) -> bool:
    """Whether all of them are as many as the evidence lists by name (in each of the three cities)."""
    match = _ALL_OF.search(case.sentence.text)
    if match is None or not match.group().lower().startswith(word.lower()[:3]):
        return False
    size = Decimal(match["n"]) if match["n"].isdigit() else english(match["n"])
    return any(size == n and not _of(match["n"], text.text) for text in case.evidence for n in list_sizes(text))


def _of(number: str, text: str) -> bool:
    """Whether a text tells of some of so many (of the four candidates, Ames and Boyle)."""
    return re.search(rf"\bof (?:the |its |their |these )?{number}\b", text, re.IGNORECASE) is not None


_NOT_ALL = lazy_pattern(
    r"(?:并非|不是|并不是)[^，。；]{0,8}(?:全部|所有|全体|每|都)|\bnot (?:all|every|everyone)\b", re.IGNORECASE
)
_SOME_NOT = lazy_pattern(
    r"(?:有的|有些|部分|一些|某些|个别|[只仅还]差|仅剩|只剩|仅余|[只仅]有)[^，。；]{1,16}[不未没无]|\bsome\b[^,.;]{1,50}\b(?:not|no|never|cannot|\w+n't)\b",
    re.IGNORECASE,
)


def partly_denied(text: Passage) -> bool:
    """Whether a passage says that not all do, or that some do not: the same in other words."""
    return bool(_NOT_ALL.search(text.text) or _SOME_NOT.search(text.text))


def granted(case: Case, word: str, everything: str) -> bool:
    """Whether a rule of the evidence holds for everyone it names (members must pay: every member), or 全面 only tells of an act."""
    told = {abs(q.value) for q in case.sentence.quantities}
    bound = [q for text in case.evidence for q in text.quantities if q.qualifier or q.unit_class == "age"]
    if any(abs(q.value) not in told for q in bound):
        return False  # free for people over 60: not for everyone
    limited = _SOME_OF.search(_BOUNDED.sub("", everything) if bound else everything)
    return word == "全面" or bool(_ONE_BY_ONE.match(word) and _RULE.search(everything) and not limited)


#: Bounds that the sentence tells, too.
_BOUNDED = lazy_pattern(r"以上|\b(?:more than|at least)\b", re.IGNORECASE)
_SOME_OF = lazy_pattern(
    r"[仅只]|除|试点|任[一意选]|之一|\b(?:any|either|one of|at least|only|except|unless|if|pilot|selected|larger|listed)\b|[\d一二三四五六七八九]+[家个名户所]以上|\bmore than\b",
    re.IGNORECASE,
)


_DENIES = lazy_pattern(r"[没未不无非]|\b(?:not|no|never|un\w{4,}|without|fail\w*)\b|n't\b", re.IGNORECASE)


_PREDICATE = lazy_pattern(r"\b(?:is|are|was|were|been|had|have|has) (?:not )?(?P<verb>[a-z]+)", re.IGNORECASE)


def counts_the_others(case: Case, clause: Clause) -> bool:
    """Whether a clause counts those of whom the evidence does not speak: 17 of 27 have not, for 10 of 27 have."""
    known = {q.value for t in case.evidence for q in t.quantities if q.unit_class in _COUNTED and q.high is None}
    mine = [q for q in case.sentence.quantities if clause.start <= q.start < clause.end and q.unit_class in _COUNTED]
    return any(q.value not in known and whole - q.value in known for q in mine for whole in known)


_COUNTED = frozenset({"count", "number", "person"})


def complement(case: Case) -> bool:
    """Whether the one part that the evidence counts is below half, of what the sentence does not say or denies.

    Two of 118 samples were contaminated: almost all were clean; 326批次中不合格8批次: 绝大多数合格.
    """
    items = [
        item
        for text in case.evidence
        for item in labels(text)
        if item.quantity.unit_class in {"count", "number", "percent"} and item.quantity.high is None
    ]
    if len(items) == 1 and items[0].quantity.unit_class == "percent":
        whole, part = Decimal(100), items[0]
    elif len(items) == 2 and comparable(items[0].quantity, items[1].quantity):
        low, high = sorted(items, key=lambda item: item.quantity.value)
        whole, part = high.quantity.value, low
    else:
        return False
    if 2 * part.quantity.value >= whole:
        return False
    said = case.sentence.content_keys(0, len(case.sentence.text))
    other = frozenset[str]().union(*(item.near for item in items if item is not part))
    text = next(t for t in case.evidence if part.place[0] == id(t))
    clause = clause_at(text, part.quantity.start)
    turned = clause is not None and bool(_DENIES.search(clause.text)) != bool(_DENIES.search(case.sentence.text))
    own = part.near - other if len(items) == 2 else part.last
    if clause is not None and (told := _PREDICATE.search(clause.text)):
        at = clause.start + told.start("verb")
        own = frozenset(w.key for w in clause.words if w.start == at)
    spoken = case.sentence.text.lower()
    return turned or not any(k in said or _spelt(k, spoken) for k in own)


def _spelt(key: str, text: str) -> bool:
    """Whether a Chinese word stands in a text with others between its characters (报了名)."""
    return not key.isascii() and all(char in text for char in key)


def named_in_order(text: Passage) -> bool:
    """Whether a passage names the first and the next with their figures, the greater first."""
    told = [q for q in text.quantities if q.unit_class not in {"ordinal", "months"}]
    return bool(_NEXT_NAMED.search(text.text)) and len(told) >= 2 and told[0].value > told[1].value


_IN_YEARS = lazy_pattern(
    r"\bfirst\b[^,.;]{0,40}\b(?:in|for|since)\b|[年月来]首[次度个]|首[次度个][^，。；]{0,12}(?:以来|[年月]来)",
    re.IGNORECASE,
)
_LAST_TIME = lazy_pattern(r"上一?次|最近一次|此前一次|\b(?:last|previous\w*|most recent\w*)\b", re.IGNORECASE)


def again_after(told: str, evidence: str) -> bool:
    """Whether a first of so many years is told where the evidence says when it was the last time."""
    return bool(_IN_YEARS.search(told) and _LAST_TIME.search(evidence))


_NONE = lazy_pattern(r"\b(?:none|no|neither|nobody)\b|没有一|无一|均[未没不]|都[没不]", re.IGNORECASE)
_EVERY = lazy_pattern(r"\b(?:all|every|each|both)\b|全部|全都|均|都(?!市)|无一", re.IGNORECASE)


def none_do(clause: Clause) -> bool:
    """Whether a clause tells something of none."""
    return _NONE.search(clause.text) is not None


def all_fail(clause: Clause) -> bool:
    """Whether a clause tells something of all, which it may deny: all five failed is none passed."""
    return _EVERY.search(clause.text) is not None


def told_of_a_part(case: Case, clause: Clause, text: Passage, other: Clause, denies: int) -> bool:
    """Whether a clause differs from another by a denial because it tells the rest of a share, or denies one figure of two."""
    return _tells_the_rest(case.sentence, clause, text, other) or bool(denies and _denied_of_a_figure(case, clause))


def _tells_the_rest(sentence: Passage, clause: Clause, text: Passage, other: Clause) -> bool:
    """Whether a clause tells the rest of a share that the other tells: insured are under 30%, where over 70% are not."""
    mine, theirs = (
        [q.value for q in t.quantities if c.start <= q.start < c.end and q.unit_class == "percent"]
        for t, c in ((sentence, clause), (text, other))
    )
    return any(a + b == 100 for a in mine for b in theirs)


def _denied_of_a_figure(case: Case, clause: Clause) -> bool:
    """Whether what a clause denies it denies of its last figure, as the evidence does: 41% did and 21% never did."""
    inside = [q for q in case.sentence.quantities if clause.start <= q.start < clause.end]
    marks = list(_DENIES.finditer(case.sentence.text, clause.start, clause.end))
    if len(inside) < 2 or not marks or marks[0].start() < inside[-1].end:
        return False
    homes = [
        (text, clause_at(text, q.start), q)
        for text in case.evidence
        for q in text.quantities
        if same_value(q, inside[-1])
    ]
    return any(home is not None and _DENIES.search(text.text, q.end, home.end) for text, home, q in homes)
