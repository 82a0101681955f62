"""Those who can act in a clause: things with a name, and common nouns for those who act."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from synthesis.engine.drafting.guards.mentions import comparable_texts, naming
from synthesis.engine.drafting.guards.spelling import occurrences
from synthesis.engine.drafting.guards.types import Case, Clause, Mention, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_ACTOR_ZH = lazy_pattern(
    r"(?:[人方者员工商国省市县州盟企民生师户军厅社厂店校队局部委院会署团行所]|[校院市省县局部处科队]长|董事长|行长|公司|集团|股份|政府|机构|企业|平台|基金|大学|中心|团队|客户|专家|银行|科技|电子|技术|药业|生物|能源|资本|资产|控股|东|友|夫|童|妇|族|部门|家庭|医院|法院|游客|乘客|顾客|货主|船东|业主|旅客|买家|卖家|厂家|商家)$"
)
_ACTOR_EN = lazy_pattern(
    r"(?:ers?|ors?|ists?|ees?|ants?|ents?|staff|army|navy|police|council|compan(?:y|ies)|firms?|banks?|ministr(?:y|ies)|governments?|authorit(?:y|ies)|commissions?|bod(?:y|ies)"
    r"|unions?|courts?|boards?|agenc(?:y|ies)|departments?|universit(?:y|ies)|schools?|hospitals?|pupils?|students?|people|teams?|counsel|funds?|groups?|institutes?|committees?|clubs?"
    r"|part(?:y|ies)|wom[ae]n|m[ae]n|child(?:ren)?|nurses?|airlines?|retailers?|states?|cit(?:y|ies)|countr(?:y|ies)|nations?|landlords?|famil(?:y|ies)|couples?|crews?|tribes?|villages?|churche?s?|charit(?:y|ies)|nations|insurers?)$",
    re.IGNORECASE,
)
VERB_EN = lazy_pattern(r"\b[a-z]+(?:s|ed|ing|d|t|n|e)\b|\b(?:sue|pay|sold|won|beat|gave|took|led)\b")


@dataclass(frozen=True, slots=True)
class Party:
    """A party named in a clause: keys of its telling words and its span."""

    keys: frozenset[str]
    text: str
    start: int
    end: int


def _general(word: Word) -> bool:
    return word.text in GENERIC_ZH or word.text.lower() in COMMON_EN


_NAMES = frozenset("nr nt nz ns nrt nrfg".split())


def parties(text: Passage, clause: Clause, known: frozenset[str], named: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who can act in a clause, in order: `named` ones first; `known` are the words that both texts have."""
    read = _parties_zh if text.language == "zh" else _parties_en
    found = [p for p in named if clause.start <= p.start and p.end <= clause.end and "旗下" not in p.text]
    found += [p for p in read(text, clause, known) if not any(p.start < o.end and o.start < p.end for o in found)]
    return tuple(sorted(found, key=lambda p: p.start))


def _parties_zh(text: Passage, clause: Clause, known: frozenset[str]) -> Iterator[Party]:
    """Words both texts have that are names or end like those who act; class members under any name."""
    taken = [
        Party(frozenset({f"{m.kind}:{m.thing}"}), m.text, m.start, m.end)
        for m in members(text.text, "zh")
        if clause.start <= m.start < clause.end
        and m.kind in _ACTING_KINDS
        and m.text not in _ONESELF
        and not (m.kind in PLACES and _OF_BODY.match(text.text, m.end))
    ]
    for name in sorted(known, key=len, reverse=True):
        for start in occurrences(name, text.text, clause.start, clause.end):
            end = start + len(name)
            if not any(start < p.end and p.start < end for p in taken):
                taken.append(Party(frozenset({name}), name, start, end))
    yield from taken


PLACES = ("country", "region", "city")
_OF_BODY = lazy_pattern(r"[\u4e00-\u9fff]{0,5}?(?:大学|公司|银行|医院|学院|集团|研究院|协会|法院)")
_ACTING_KINDS = frozenset(
    "country region city agency world_body company university museum party trade_side lease employ school_people care_people court".split()
)


def _parties_en(text: Passage, clause: Clause, known: frozenset[str]) -> Iterator[Party]:
    run: list[Word] = []
    for word in (*clause.words, None):
        joined = word is not None and run and word.start - run[-1].end == 1
        fits = word is not None and word.content and _party_word(word, run)
        if run and not (joined and fits):
            yield from _party_en(text, run)
            run = []
        if fits and word is not None:
            run.append(word)


def _party_word(word: Word, run: list[Word]) -> bool:
    """A capital, or a common noun that names those who act; a verb between two names parts them."""
    bare = word.text.removesuffix("'s").removesuffix("’s")
    return word.text[:1].isupper() or bool(
        _ACTOR_EN.search(bare) and not bare.endswith(_NOT_ACTORS) and not bare.removesuffix("s").endswith(_NOT_ACTORS)
    )


_NOT_ACTORS = (
    "lent", "sent", "went", "spent", "meant", "smaller", "bigger", "greater", "older", "younger", "wider", "newer", "richer", "poorer", "stronger", "weaker", "cheaper", "slower", "deeper", "earlier",
    "voucher", "vouchers", "computer", "server", "container", "trailer", "boiler", "cooler", "heater", "refrigerator", "conditioner", "washer", "dryer", "burner",
    "reactor", "semiconductor", "sensor", "motor", "motors", "tractor", "harvester", "scanner", "printer", "router", "charger", "tower", "shower", "flower", "timber",
    "rubber", "fiber", "polymer", "filter", "counter", "register", "barrier", "corner", "chapter", "charter", "disorder", "cancer", "fever", "tumour", "tumor",
    "predictor", "indicator", "corridor", "mirror", "elevator", "detector", "generator", "transformer", "inverter", "converter", "accelerator", "document", "element",
    "accident", "incident", "talent", "rent", "ingredient", "nutrient", "moment", "pollutant", "coolant", "warrant", "covenant", "tree", "knee", "layer", "meter",
    "weather", "leather", "feather", "copper", "silver", "pepper", "sugar", "butter", "thunder", "danger", "anger", "hunger", "manner", "summer", "dinner",
    "ment", "ments", "number", "numbers", "water", "paper", "after", "over", "under", "other", "power", "order", "orders", "per", "never", "ever", "higher",
    "lower", "more", "later", "former", "latter", "percent", "cent", "different", "recent", "current", "present", "different", "important", "significant",
    "whether", "rather", "further", "together", "quarter", "quarters", "matter", "event", "events", "patent", "patents", "content", "plant", "plants", "grant", "grants",
    "tender", "border", "fee", "fees", "guarantee", "committee's", "degree", "coffee", "agreement", "offer", "cover", "answer", "letter", "fertiliser", "winter", "summer", "river", "fibre", "centre", "center", "factor", "factors", "sector", "sectors", "investment",
    "for", "nor", "or", "floor", "labour", "major", "minor", "error", "restaurant", "component", "extent", "consent", "accent", "shorter", "longer", "faster", "larger",
)  # fmt: skip


def _party_en(text: Passage, run: list[Word]) -> Iterator[Party]:
    start, end = run[0].start, run[-1].end
    if any(q.start < end and start < q.end for q in text.quantities) or any(
        d.start < end and start < d.end for d in text.dates
    ):
        return
    first = len(run) == 1 and start in {s for s, _ in text.sentences}
    if (
        first
        and run[0].text[1:].islower()
        and not _ACTOR_EN.search(run[0].text)
        and not VERB_EN.match(text.text[end + 1 :].split(" ")[0] if end + 1 < len(text.text) else "")
    ):
        return
    told = frozenset(
        f"{m.kind}:{m.thing}" for m in members(text.text, "en") if start <= m.start < end and m.kind in _ACTING_KINDS
    )
    if run[-1].text.endswith(("'s", "’s", "s'")):
        return
    yield Party(
        told or frozenset(w.key for w in run if not _general(w)) or frozenset(w.key for w in run),
        text.text[start:end],
        start,
        end,
    )


def shared_names(sentence: Passage, evidence: tuple[Passage, ...]) -> frozenset[str]:
    """Words and runs of characters of two or more that stand in both texts and can name those who act (Chinese)."""
    everything = "\n".join(text.text for text in evidence)
    found = set()
    for clause in sentence.clauses:
        position = 0
        while position < len(clause.words):
            stop = position
            while stop < len(clause.words) and _joins(clause.words, position, stop, everything, sentence):
                stop += 1
            run = clause.words[position:stop]
            name = sentence.text[run[0].start : run[-1].end] if run else ""
            if (
                len(name) >= 2
                and (_ACTOR_ZH.search(name) or run[-1].tag in _NAMES)
                and (not _PLAIN.search(name) or run[-1].tag == "nt" or _called_firm(sentence, clause, run))
                and (not _WORKS.search(name) or run[-1].tag == "nt")
            ):
                found.add(name)
            position = max(stop, position + 1)
    return frozenset(found)


def _called_firm(text: Passage, clause: Clause, run: Sequence[Word]) -> bool:
    """Whether a common word and what firms are called by open a clause or follow a mark of a part: 向远景资本."""
    if len(run) != 2 or run[-1].text not in _FIRM_WORDS or len(run[0].text) != 2:
        return False
    return run[0].start == clause.start or text.text[run[0].start - 1] in "向从由被对给为"


_FIRM_WORDS = frozenset("资本 能源 科技 电子 技术 证券 物流 生物 药业".split())
_PLAIN = lazy_pattern(
    r"(?:机器人|裁员|动员|复员|减员|满员|来源国|目的国|出口国|进口国|申请人|技术|能源|资本|业务|工人日|电子|科技|增长|金牌|银牌|铜牌|门店|许可|雷达|奖|奖项|业务|服务|高铁|铁路|机场|产线)$|^(?:上市|经济|研究|项目)|^(?:全资|控股)?[子母分总孙]公司$"
)


def _joins(words: tuple[Word, ...], first: int, last: int, everything: str, sentence: Passage) -> bool:
    word = words[last]
    if word.text in {"旗下", "下属", "所属", "名下", "手中"}:
        return False  # 海纳游戏旗下子公司: two parties
    if not (
        word.tag.startswith(("n", "j", "b", "x", "g", "eng", "s", "vn", "i", "l"))
        or (len(word.text) == 1 and not word.tag.startswith(("p", "u", "c", "d", "f", "m", "q", "r", "v")))
    ):
        return False
    if any(q.start < word.end and word.start < q.end for q in sentence.quantities):
        return False
    return sentence.text[words[first].start : word.end] in everything


_ACTING = frozenset(
    "person name body actor company agency university museum world_body exchange court country region city place party trade_side lease employ "
    "school_people care_people".split()
)


def named_parties(case: Case) -> tuple[tuple[Party, ...], list[tuple[Party, ...]]]:
    """The mentions of those who act, in the sentence and in each piece of evidence, by the thing they stand for."""
    return _those(case, _can_act)


def acting_parties(case: Case) -> tuple[tuple[Party, ...], list[tuple[Party, ...]]]:
    """Like `named_parties`, with those that only own what the clause is about (Acme's plant was sold)."""
    return _those(case, _acts)


def _those(case: Case, chosen: Callable[[Passage, Mention], bool]) -> tuple[tuple[Party, ...], list[tuple[Party, ...]]]:
    named = naming(case)
    told = [
        tuple(_as_party(m, named.which[number, m.start]) for m in named.told[number] if chosen(text, m))
        for number, text in enumerate(comparable_texts(case))
    ]
    spoken = tuple(
        _as_party(m, next(iter(named.meant[m.start])))
        for m in named.spoken
        if chosen(case.sentence, m) and len(named.meant[m.start]) == 1
    )
    return spoken, told


def bare_key(key: str) -> str:
    """What the key of a party names, without its kind."""
    return re.split(r"[=:]", key)[-1].lower()


_COUNTED = lazy_pattern(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens of|several|some|many|few|an?)\s$",
    re.IGNORECASE,
)
_WORKS_NEXT = lazy_pattern(
    r"(?:高铁|铁路|公路|大桥|平台|实验室|机场|地铁|航线|水库|电站|园区|广场|大厦|商场|小区|商城|酒店|车站|港区|矿区|油田)"
)
_WORKS = lazy_pattern(
    r"(?:高铁|铁路|公路|大桥|平台|实验室|系统|产线|号线|基地|园区|机场|项目|工程|广场|大厦|商场|小区|商城|酒店|车站|奖|奖项)$"
)


_ONESELF = frozenset("国内 我国 本国".split())


def _can_act(text: Passage, mention: Mention) -> bool:
    owns = re.match(r"['’]s (?!(?:\w+ed|on|in|at|to|for|from|with|by|as|and)\b)", text.text[mention.end :])
    return not owns and _acts(text, mention)


def _acts(text: Passage, mention: Mention) -> bool:
    if text.language == "en" and _COUNTED.search(text.text[max(0, mention.start - 12) : mention.start]):
        return mention.kind != "name"  # two Rembrandt sketches
    if mention.text in _ONESELF:
        return False
    works = _WORKS.search(mention.text) or _WORKS_NEXT.match(text.text, mention.end)
    return mention.kind in _ACTING and not works


def _as_party(mention: Mention, thing: str) -> Party:
    return Party(frozenset({f"{mention.kind}={thing}"}), mention.text, mention.start, mention.end)
