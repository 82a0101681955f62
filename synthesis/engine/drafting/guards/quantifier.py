"""Guard of quantifiers and degree: 部分 must not become 全部, 较大 not 最大, nor 首次 appear from nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import Aligned, aligned
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage

_ZH = {
    "all": r"全部(?![署])|所有(?!权|制|者)|一切|每[一个家项名]|任何|完全|全数|无一例外|毫无例外|百分之百|全都|始终|从来|一律|全面(?!推|建|深|发)|悉数|各家",
    "all_soft": r"(?<![平])均(?![衡匀线价值数速])|都(?![市会])|皆",
    "most": r"大多数|绝大多数|绝大部分|多数(?!据)|大部分|大多|大都|普遍|主要(?=由|来自|集中|依赖|依靠)|基本上?(?=[实形完依都由被全])",
    "some": r"(?<!大)(?<!全)部分(?!之|的?是)|有些|一些|若干|某些|有的|一部分|局部|个别|少数|极少数|少量",
    "few": r"个别|少数|极少数|少量|极少",
    "first": r"首次|首个|首家|首款|首例|首创|首台|首批|首先(?=获|实现|推出)|第一个|第一家|第一款|最早|率先|开创性",
    "only": r"唯一|仅有|只有|仅仅|独家|仅(?!次于|仅)|只(?=[有能在占是])|独有",
    "superlative": r"最(?![近后新初终多少高低])(?=[\u4e00-\u9fff])|之最|首位|居首|第一(?![个家款次批期代季步线产时部手])(?=$|[，。的大名位、])|排名第一|顶尖|顶级",
    "superlative_level": r"最[高低多少](?![^，。；]{0,4}[\d一二两三四五六七八九十百千几数]|法|人民|检)",
    "often": r"往往|通常|一般(?=情况|来说|而言|会|在|为|用|采|由|是|可|需|不|都|以)|经常|时常|常常|大都",
    "sometimes": r"有时|偶尔|间或|偶有",
    "strong": r"大幅|显著|明显|急剧|迅猛|飞速|极大|大大|巨大|极其|极为|剧烈|猛增|锐减|激增|根本性|彻底|全方位|高度(?=依赖|集中|重视)|严重|十分|非常|绝对",
    "weak": r"小幅|略(?=有|微|高|低|增|降|升|减|为)|稍(?=有|微|高|低)|轻微|微幅|有所|些许|轻度|一定程度|逐步|缓慢",
}
_EN = {
    "all": r"all(?!\s+over)|every(?! (?:year|month|day|week|time|quarter|decade)\b)|entire(?:ly)?|complete(?:ly)?|always|any|without exception|universally|whole|fully|each",
    "most": r"most(?=\s+(?:of|[a-z]+s\b))|majority|mainly|mostly|predominantly|largely|generally|primarily",
    "some": r"some|certain|several|a number of|part of|partial(?:ly)?|partly|selected",
    "few": r"(?:a\s+)?few|a handful of|a minority of|minority|isolated",
    "first": r"(?:the\s+)?first(?!\s+(?:half|quarter|of|phase|line|year|time\s+buyers))|first-ever|pioneer\w*|earliest",
    "only": r"only|sole(?:ly)?|exclusive(?:ly)?|unique(?:ly)?|alone",
    "superlative": r"(?:the\s+)?(?:largest|biggest|greatest|best|fastest|strongest|leading|top|smallest|worst|weakest|slowest|cheapest|richest|poorest)|most\s+(?=[a-z]+(?:ive|ant|ent|ful|ous|al|ed|ing|ic|able)\b)|unprecedented",
    "superlative_level": r"highest|lowest",
    "often": r"often|usually|typically|commonly|frequently|normally",
    "sometimes": r"sometimes|occasionally|rarely|seldom",
    "strong": r"significant(?:ly)?|sharp(?:ly)?|dramatic(?:ally)?|substantial(?:ly)?|considerabl[ey]|markedly|steeply|massive(?:ly)?|huge(?:ly)?|severe(?:ly)?|rapid(?:ly)?|drastic(?:ally)?|strongly|extremely|very|highly",
    "weak": r"slight(?:ly)?|marginal(?:ly)?|modest(?:ly)?|moderate(?:ly)?|minor|gradual(?:ly)?|somewhat|a little",
}
_WORDS = {
    "zh": {name: re.compile(pattern) for name, pattern in _ZH.items()},
    "en": {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _EN.items()},
}
# What each class of the sentence may rest on in the evidence.
_RESTS_ON = {
    "all": {"all", "all_soft"},
    "most": {"most", "all", "all_soft"},
    "first": {"first"},
    "only": {"only"},
    "superlative": {"superlative", "superlative_level", "first"},
    "superlative_level": {"superlative_level", "superlative"},
    "often": {"often", "all", "most"},
    "strong": {"strong", "superlative", "all"},
}
_WEAKER = ("most", "some", "few", "often", "sometimes", "weak")
# Classes whose loss makes the statement stronger.
_LIMITS = ("some", "few", "sometimes", "only", "most", "often")


@lru_cache(maxsize=4096)
def quantifiers_in(text: str, language: str) -> dict[str, str]:
    """Quantifier classes of a text with the first word of each."""
    return {name: m.group() for name, pattern in _WORDS[language].items() if (m := pattern.search(text))}


def quantifier_findings(case: Case) -> Iterator[Finding]:
    """Objections to quantifiers strengthened, invented or lost."""
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start]
        mine = quantifiers_in(clause.text, case.sentence.language)
        theirs = _reach(case, near)
        yield from _strengthened(mine, theirs, near)
        if near and near[0].score >= 0.55:
            yield from _lost(case, clause, mine, near)


def _reach(case: Case, near: list[Aligned]) -> dict[str, str]:
    """Quantifiers of the evidence clauses that match, or of all evidence where nothing matches."""
    texts = [a.text.sentence_of(a.clause) for a in near] or [p.text for p in case.evidence]
    languages = [a.text.language for a in near] or [p.language for p in case.evidence]
    found: dict[str, str] = {}
    for text, language in zip(texts, languages, strict=True):
        found |= quantifiers_in(text, language)
    return found


def _strengthened(mine: dict[str, str], theirs: dict[str, str], near: list[Aligned]) -> Iterator[Finding]:
    for name, word in mine.items():
        if name == "all_soft":
            weaker = next((theirs[w] for w in ("some", "few", "most") if w in theirs), None)
            if weaker and "all_soft" not in theirs and not (set(mine) & {"some", "few", "most"}):
                yield Finding("quantifier", "fail", "quantifier_strengthened", (word, weaker))
            continue
        if name in {"some", "few"} and theirs and not set(theirs) & {"some", "few"} and set(theirs) & {"all", "most"}:
            stated = theirs.get("all") or theirs.get("most") or ""
            if not set(mine) & {"all", "most"}:
                yield Finding("quantifier", "check", "quantifier_strengthened", (word, stated))
            continue
        if name == "weak" and "strong" in theirs and "weak" not in theirs and "strong" not in mine:
            yield Finding("quantifier", "check", "quantifier_strengthened", (word, theirs["strong"]))
            continue
        if name == "sometimes" and "often" in theirs and "sometimes" not in theirs:
            yield Finding("quantifier", "check", "quantifier_strengthened", (word, theirs["often"]))
            continue
        if (
            name not in _RESTS_ON
            or _RESTS_ON[name] & set(theirs)
            or (name == "only" and "few" in mine and "few" in theirs)
        ):
            continue
        weaker = next((theirs[w] for w in _WEAKER if w in theirs and w != name), None)
        if weaker:
            yield Finding("quantifier", "fail", "quantifier_strengthened", (word, weaker))
        else:
            yield Finding("quantifier", "check" if name in {"strong", "often"} else "fail", "quantifier_new", (word,))


def _other_figures(case: Case, clause: Clause, best: list[Aligned]) -> bool:
    """Whether the limit of the evidence clause stands with a figure that this sentence does not tell."""
    told = {(q.unit_class, abs(q.value)) for q in case.sentence.quantities}
    limited = {
        (q.unit_class, abs(q.value))
        for a in best
        for q in a.text.quantities
        if a.clause.start <= q.start < a.clause.end and re.search(r"[仅只]\D{0,3}$", a.text.text[: q.start])
    }
    return bool(limited) and not limited & told


def _lost(case: Case, clause: Clause, mine: dict[str, str], near: list[Aligned]) -> Iterator[Finding]:
    """Limits of the evidence (部分, 仅, 多数) the sentence left out."""
    spoken = quantifiers_in(_whole(case.sentence, clause), case.sentence.language)
    for name in _LIMITS:
        best = [a for a in near if a.score >= near[0].score - 0.08]
        words = [quantifiers_in(a.clause.text, a.text.language).get(name) for a in best]
        if not all(words) or name in spoken or _limit_kept(name, spoken):
            continue
        if any(code in mine for code in ("all", "all_soft")):
            return
        if name == "only" and _other_figures(case, clause, best):
            continue
        yield Finding("quantifier", "check", "quantifier_dropped", (str(words[0]),))
        return


def _whole(text: Passage, clause: Clause) -> str:
    return text.sentence_of(clause)


def _limit_kept(name: str, spoken: dict[str, str]) -> bool:
    groups = [{"some", "few"}, {"most", "often"}, {"sometimes", "few", "some"}]
    return any(name in group and group & set(spoken) for group in groups)
