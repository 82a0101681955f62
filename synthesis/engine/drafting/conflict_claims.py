"""Whether two figures of two sentences measure one thing, told by the words of their clauses, and whether they agree.

For figures that could not be named; those with a measure of their own are compared by name in `conflicts`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from synthesis.engine.drafting.conflict_names import clause_zh, head_en
from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.patterns import lazy_pattern

_TOLERANCE = {"": Decimal("0.005"), "about": Decimal("0.03"), "near": Decimal("0.05"), "some": Decimal("0.2")}
_LOWER, _UPPER = {"over", "at_least"}, {"under", "at_most"}  # what a bound leaves open lies above, below it


def bigrams(text: str) -> frozenset[str]:
    """Character pairs of the letters, digits and Han characters of `text`, lower case."""
    plain = "".join(c for c in text.lower() if c.isalnum())
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1)) or frozenset({plain} if plain else ())


def same_claim_zh(first: Unit, a: Fact, second: Unit, b: Fact) -> bool:
    """Whether two Chinese figures that could not be named measure one thing: most pairs of the shorter clause's
    characters, figures and dates apart, stand in the other sentence, and about half the other way round."""
    if tells_both(first, a, second, b):
        return False
    clauses = [bare_zh(clause_zh(u.text, f)) for u, f in ((first, a), (second, b))]
    wholes = [bigrams(bare_zh(u.text)) for u in (first, second)]
    if a.unit_class == "count" and set(_ONLY_SOME.findall(clauses[0])) != set(_ONLY_SOME.findall(clauses[1])):
        return False
    one, two = bigrams(clauses[0]), bigrams(clauses[1])
    if min(len(one), len(two)) < 5:
        return False
    forth, back = len(one & wholes[1]) / len(one), len(two & wholes[0]) / len(two)
    alike = max(forth, back) >= 0.7 and min(forth, back) >= 0.45 and len(one & two) >= 4
    if alike and (a.time == b.time or min(forth, back) >= 0.6):
        return True
    if a.unit_class == "count" and a.time == b.time and _same_things(*clauses):
        return True
    if a.unit_class == "count" and a.time == b.time and max(forth, back) >= 0.55 and min(forth, back) >= 0.4:
        sides = [_beside(clause_zh(u.text, f), f) for u, f in ((first, a), (second, b))]
        if any(_ends_alike(x, y) for x in sides[0] for y in sides[1]):
            return True
    signs = [set(c) - set("的了在对和与为") for c in (*clauses, *map(bare_zh, (first.text, second.text)))]
    held = [len(s & w) / max(8, len(s)) for s, w in ((signs[0], signs[3]), (signs[1], signs[2]))]
    return max(held) >= (0.75 if a.time == b.time else 0.8) and min(held) >= 0.7


_ONLY_SOME = lazy_pattern(r"新增|净增|其中|平均|每[年月日]|拟|计划|关闭|退出|新建|在建|首批|第[一二三四五六]批")


def _same_things(one: str, two: str) -> bool:
    """Whether two clauses count things of one long name (国家级海洋牧场示范区) in no two places."""
    shared = next((two[i : i + 7] for i in range(len(two) - 6) if two[i : i + 7] in one), "")
    places = [re.findall(r"[\u4e00-\u9fff]{2}[省市县]", c) for c in (one, two)]
    return bool(shared) and not (all(places) and places[0] != places[1])


_COUNTED = 4  # characters of what is counted that stand beside both figures


def _beside(clause: str, fact: Fact) -> tuple[tuple[str, bool], ...]:
    """What stands right before a count (作业远洋渔船为2387艘) and right behind it (63个数据中心…), and whether behind."""
    number = re.search(r"\d[\d.]*[万亿]*", fact.phrase)
    at = clause.find(number.group()) if number else -1
    if number is None or at < 0:
        return ()
    before = re.sub(
        r"(?:约|近|超过|不足|为|有|共|已|仅|只|达到?|总数|数量|人次|人数|拥)+$", "", clause[:at].replace("的", "")
    )
    behind = clause[at + len(number.group()) :].removeprefix(fact.unit)
    return (before, False), (behind, True)


def _ends_alike(one: tuple[str, bool], two: tuple[str, bool]) -> bool:
    """Whether the same thing stands beside two counts."""
    things = [text[:_COUNTED] if behind else text[-_COUNTED:] for text, behind in (one, two)]
    if one[1] != two[1]:  # 63个数据中心, 数据中心只有41个
        long, short = (one[0], things[1]) if one[1] else (two[0], things[0])
        return len(short) == _COUNTED and long.startswith(short)
    return things[0] == things[1] and len(things[0]) == _COUNTED


def bare_zh(text: str) -> str:
    """A Chinese text without its figures, years, hedges and who says so."""
    return re.sub(
        r"\d{4}年(?:\d{1,2}月)?|的|约|超过|不足|接近|近|最高|以上|[\d.]+(?:%|[万亿]*[\u4e00-\u9fff])"
        r"|[百千]万[\u4e00-\u9fff]|预计|(?<![\u4e00-\u9fff])据[^，]{2,10}，",
        "",
        text,
    )


_SAID_EN = frozenset(
    "according data figures estimate estimates estimated report reports reported put puts say says said survey study show shows"
    " about around roughly nearly almost over more than some total in at of the a an and or for to from by with on as that which"
    " carried out counted conducted recorded registered found took place was were is are be been has have had stood reached came amounted made worth than it its their this these between up"
    " they own aged set aside earmarked allocated reserved provided year years share proportion units only just merely nearly almost".split()
)


def content_en(text: str, source: str) -> frozenset[str]:
    """Stems of the words that say what a sentence is about, without figures, reporting verbs and the source's name."""
    named = set(re.findall(r"[A-Za-z]+", source))  # as written: the port of a text is not Port Economics
    text = SAYS_EN.sub("", text)
    text = re.sub(r"\b(?:a|per|each|every) year\b|\b(?:yearly|annually)\b", "annual", text)
    words = re.findall(r"[A-Za-z][A-Za-z-]+", re.sub(r"\d[\d.,]*%?", " ", text))
    scale = {"million", "billion", "trillion", "percent", "euros", "dollars", "pounds", "yuan", "yen"}
    stems = (
        w.lower().removesuffix("s")[:7]
        for w in words
        if w.lower() not in _SAID_EN and w not in named and w.lower() not in scale
    )
    return frozenset(_ACTS.get(stem, _PLACE_EN.sub("", stem)) for stem in stems)


SAYS_EN = lazy_pattern(
    r"^According to [^,]{2,50}, |^(?:The |An? )[\w' -]{2,40}? (?=puts?\b|gives?\b|gave\b|count(?:s|ed)\b|estimate[sd]?\b|recorded\b|registered\b|reported\b)"
)  # who says so
_PLACE_EN = lazy_pattern(r"(?<=^europe)a$|(?<=^americ)a$")  # the European market, a market in Europe
# What is done and what it is called: losses are what was lost.
_ACTS = {
    "lost": "lose", "los": "lose", "loss": "lose", "losse": "lose", "loses": "lose", "sold": "sell", "sale": "sell", "grew": "grow", "grown": "grow", "growth": "grow",
    "spent": "spend", "spendin": "spend", "paid": "pay", "payment": "pay", "built": "build", "buildin": "build", "bought": "buy", "died": "die", "death": "die",
    "born": "birth", "chose": "choose", "chosen": "choose", "choice": "choose", "flew": "fly", "flown": "fly", "flight": "fly", "produce": "produc", "product": "produc", "consume": "consum",
    "consump": "consum", "stored": "storage", "store": "storage", "visited": "visit", "worked": "employ", "exporte": "export", "importe": "import", "visitor": "visit", "employe": "employ", "employm": "employ",
}  # fmt: skip


def same_claim_en(first: Unit, a: Fact, second: Unit, b: Fact) -> bool:
    """Whether two English figures of one time and class measure one thing: nearly all words of the shorter clause stand
    in the other sentence, the names in it among them, and the noun the figure hangs on is the same."""
    if differ_en(first, a, second, b):
        return False
    clause_a, clause_b = clause_en(first.text, a), clause_en(second.text, b)
    one, two = content_en(clause_a, first.source), content_en(clause_b, second.source)
    whole_one, whole_two = content_en(first.text, first.source), content_en(second.text, second.source)
    if min(len(one), len(two)) < 2:
        return False
    if min(len(one), len(two)) == 2:  # robot exports, robots exported: little is told, so that nearly all must be alike
        few, many = sorted((one, two), key=len)
        money = a.unit_class == b.unit_class not in {"count", "number", "percent"}
        return few <= many and (len(many) < 4 if a.time == b.time else money)
    short, other = (one, whole_two) if len(one) <= len(two) else (two, whole_one)
    return len(short & other) >= 0.75 * len(short) and len(one & two) >= 0.4 * max(len(one), len(two))


def differ_en(first: Unit, a: Fact, second: Unit, b: Fact) -> bool:
    """Whether two English figures are plainly of two things: of other names, hung on or counting another noun, or each
    sentence tells the other's figure as well (from 1,200 to 2,000 in both)."""
    if tells_both(first, a, second, b):
        return True
    clause_a, clause_b = clause_en(first.text, a), clause_en(second.text, b)
    one, two = content_en(clause_a, first.source), content_en(clause_b, second.source)
    whole_one, whole_two = content_en(first.text, first.source), content_en(second.text, second.source)
    if _one_thing_apart(clause_a, clause_b, one - whole_two, two - whole_one):
        return True
    names = [_names_en(clause_a, first.source), _names_en(clause_b, second.source)]
    if names[0] and names[1] and not {n[:5] for n in names[0]} & {n[:5] for n in names[1]}:
        return True
    heads = head_en(first.text, a), head_en(second.text, b)
    counted = _counted_en(first.text, a), _counted_en(second.text, b)
    return any(all(pair) and pair[0] != pair[1] for pair in (heads, counted))


def tells_both(first: Unit, a: Fact, second: Unit, b: Fact) -> bool:
    """Whether a sentence has the other's figure too: then the two differ in what is measured."""
    return any(agree(f, b) for f in first.facts) or any(agree(a, f) for f in second.facts)


_BEHIND = lazy_pattern(r" ((?:[a-z-]+ ){0,2}[a-z-]+)")
_NO_THING = frozenset(
    "of in at on by to for per from with within under over and or but than that which who a an the was were is are as had has have more less".split()
)


def _counted_en(text: str, fact: Fact) -> str:
    """The stem of what stands counted right behind a figure: kitchen for 84 community kitchens; "" when nothing does."""
    if fact.unit_class not in {"number", "count"}:
        return ""
    at = text.find(fact.phrase)
    behind = _BEHIND.match(text, at + len(fact.phrase)) if at >= 0 else None
    words: list[str] = []
    for word in behind.group(1).split() if behind else ():
        if word in _NO_THING:
            break
        words.append(word)
        if word.endswith("s") and not word.endswith("ss"):
            break
    return words[-1].removesuffix("s")[:7] if words else ""


def _one_thing_apart(one: str, two: str, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two clauses name different things in one place: a hectare of rice, a hectare of wheat."""
    places = [
        {(m.group(1), m.group(2)[:7].removesuffix("s")) for m in _PLACED.finditer(text.lower())} for text in (one, two)
    ]
    return any(
        preposition == other and word in mine and thing in theirs and word[:4] != thing[:4]
        for preposition, word in places[0]
        for other, thing in places[1]
    )


_PLACED = lazy_pattern(
    r"\b(of|in|for|by|on|from|to|at) (?:the |an? )?(?!previous\b|past\b|last\b|preceding\b|prior\b|next\b|coming\b)([a-z][a-z-]+)"
)


def clause_en(text: str, fact: Fact) -> str:
    """The clause of an English sentence that a figure stands in."""
    at = text.find(fact.phrase)
    low = max(
        (m.end() for m in re.finditer(r"[,;:] (?=[a-z]+ )|, (?:and|but|while) ", text) if m.end() <= at), default=0
    )
    lead = re.match(r"(?:In|By|At) [^,]{2,40}, ", text)
    low = 0 if lead and low == lead.end() else low
    high = next((m.start() for m in re.finditer(r"[,;:] ", text) if m.start() >= at + len(fact.phrase)), len(text))
    return text[low:high]


def _names_en(text: str, source: str) -> frozenset[str]:
    named = set(re.findall(r"[A-Za-z]+", source))
    return frozenset(m.group(0) for m in re.finditer(r"(?<=[a-z,\d] )[A-Z][a-z]+", text) if m.group(0) not in named)


def agree(a: Fact, b: Fact) -> bool:
    """Whether two values can be the same figure: equal within precision; a bound agrees with what lies near it."""
    if a.high != b.high:
        return False
    low, high = sorted((a.value, b.value))
    slack = max(_TOLERANCE.get(a.qualifier, Decimal("0.005")), _TOLERANCE.get(b.qualifier, Decimal("0.005")))
    for bound, level in ((a, b), (b, a)):
        if bound.qualifier in _LOWER and level.qualifier not in _UPPER:
            return bound.value * (1 - slack) <= level.value <= bound.value * Decimal("1.15")
        if bound.qualifier in _UPPER and level.qualifier not in _LOWER:
            return bound.value * Decimal("0.85") <= level.value <= bound.value * (1 + slack)
    return high - low <= abs(high) * slack
