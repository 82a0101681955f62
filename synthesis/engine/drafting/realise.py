"""One sentence of the draft out of one or more evidence units: candidates, verified, the least copied one chosen.

A sentence that cannot be worded without a long shared run, or that the verifier refuses, is not made; the caller
lists its excerpt instead. Not for choosing units or their order; see `compose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from synthesis.engine.drafting.conflicts import Conflict
from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.flaws import split_attribution, subjectless
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.frames import en as frames_en
from synthesis.engine.drafting.frames import text as frames_text
from synthesis.engine.drafting.frames import zh as frames_zh
from synthesis.engine.drafting.rewriting import units_en
from synthesis.engine.drafting.rewriting.capitals_en import UNSURE
from synthesis.engine.drafting.rewriting.figures_en import in_style, style_of
from synthesis.engine.drafting.rewriting.fluency_en import is_common, with_articles
from synthesis.engine.drafting.rewriting.fluency_en import strange as strange_en
from synthesis.engine.drafting.rewriting.fluency_seams import torn, unlinked
from synthesis.engine.drafting.rewriting.fluency_zh import strange
from synthesis.engine.drafting.rewriting.reword import reword
from synthesis.engine.drafting.rewriting.search_en import named_otherwise
from synthesis.engine.drafting.rewriting.shares import Wording, effective_left
from synthesis.engine.drafting.verify import Verdict, verify_sentence
from synthesis.engine.overlap.runs import RunIndex
from synthesis.engine.patterns import lazy_pattern

_TRIES = 16
_LEFT = 24  # counted characters of one run that may stay, marked as still to be reworded
_SHARED = 24  # counted characters of names and figures in long runs that a Chinese sentence may have
_DATA = lazy_pattern(
    r"(?:数据|统计|研究|报告|调查|结果|财报|年报|资料|测算|梳理|分析|》)[^，]{0,6}$|^(?:data|figures|estimates|surveys?|stud|reports?|according to (?:data|figures|estimates|the report))",
    re.IGNORECASE,
)
# What led from a sentence that is not here; connectives are put in when the paragraph stands.
_LED_ZH = lazy_pattern(
    r"^(?:但是?(?![凡愿，是])|(?:事实上|实际上|其实|可以说|总的来说|总体来看|不过|但是|但|然而|与之相比|相比之下|相较之下|相反|反之)，)+"
)
# What adds to a sentence that is not here: 还有近10家企业, but not 还有差距 (still).
_ADDS_ZH = lazy_pattern(
    r"^(?!(?:[^，]{2,12}，)?[^，]*(?:连|即使|哪怕|再|什么|谁|任何|同样|不仅|不但|除))((?:(?:目前|当前|现阶段|近年来|未来|\d{4}年[^，]{0,6})，)?[^，《“]{2,20}?)(?:还|也|亦)(?=有(?:近|约|超过|逾|多)?[\d一二两三四五六七八九十数多]|(?:将|在|已|可以|通过|推出|建立|设立|提供|开展|出台|发布|提出|计划|拟|对|把|向|从|与|为|正在|正)(?![未没不]))"
)
_ADDS_EN = lazy_pattern(r"^((?!.*\b(?:not only|not just)\b)[A-Z][^,;]{2,60}?)(?<!but)(?<!and)(?<!or) also (?=[a-z])")
# A firm, town or document that only its excerpt's source names: 公司预计, 该市, 通知要求, the company installed.
_NAMELESS_ZH = lazy_pattern(
    r"^((?:(?:截至|到)?\d{4}年[^，]{0,8}，|目前，|近年来，)?)(?:(公司)(?![法债章治])|(课题组|项目组|研究团队|调查组)(?=[\u4e00-\u9fff])|(?:该|本|我)([市县省区镇])(?![值场])|(通知|方案|意见|办法|规划|文件|条例|细则)(?=(?:还|同时|并|将|已)?(?:要求|提出|明确|强调|规定|指出)))"
)


_PAPER_OF = lazy_pattern(
    r"([\u4e00-\u9fffA-Za-z]{2,12}?)(?:\d{4}年)?(?:年报|年度报告|半年报|中报|[一三]?季报|财报|公告|招股书|招股说明书|业绩预告|业绩快报)"
)
_TOLD = lazy_pattern(r"(?:在[^，。]{2,24}时)?(介绍|表示|称)")


def _one_of(match: re.Match[str]) -> str:
    """What stands for what an excerpt does not name: 某公司, 有课题组, 当地, 有关通知."""
    firm, group, place, paper = match.group(2, 3, 4, 5)
    return f"某{firm}" if firm else f"有{group}" if group else "当地" if place else f"有关{paper}"


_NAMELESS_EN = lazy_pattern(
    r"(^|, )[Tt]he (company|firm|group|operator)\b(?!['’]| (?:said|says|added|adds|reported|reports|stated))"
)
_NAME_EN = lazy_pattern(
    r"(?<=[a-z,;] )(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Europe|European)\b)[A-Z][A-Za-z]+"
)
_TITLES = lazy_pattern(r"《[^》]*》")
_SPEAKER = lazy_pattern(r"(?:在[^，。]{2,24}时)?(?:表示|认为|指出|强调|坦言|介绍|称)$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of the draft as the `compose` contract has it; `text` ends with its full stop."""

    text: str
    cites: tuple[str, ...]
    kind: str
    state: str
    checks: Mapping[str, str]
    ratio: float
    longest_run: int
    facts: frozenset[str] = field(default=frozenset(), compare=False)

    def to_json(self) -> dict[str, object]:
        """The shape of the contract."""
        overlap = {"ratio": round(self.ratio, 4), "longest_run": self.longest_run}
        return {
            "text": self.text,
            "cites": list(self.cites),
            "kind": self.kind,
            "state": self.state,
            "checks": dict(self.checks),
            "overlap": overlap,
        }


class Realiser:
    """Words units of one workspace's excerpts. `texts` maps excerpt ids to their texts, `against` are further sources,
    `sources` maps ids to the names of their sources."""

    def __init__(
        self,
        texts: Mapping[str, str],
        against: Sequence[str],
        language: str,
        sources: Mapping[str, str] | None = None,
    ) -> None:
        self.texts = texts
        self.sources = sources or {}
        self.language = language
        self.index = RunIndex([*texts.values(), *against])
        self._known: dict[str, list[Wording]] = {}
        self.style = style_of([*texts.values(), *against])
        self._names, self._common = _capitals([*texts.values(), *against]) if language == "en" else (set(), set())

    def from_unit(
        self,
        unit: Unit,
        cites: Sequence[str],
        kind: str,
        skip: frozenset[str] = frozenset(),
        slack: int | None = None,
        *,
        whole: bool = False,
        beside: Sequence[str] = (),
    ) -> Sentence | None:
        """The unit reworded, None when no wording is sound and free of long runs; `slack` bounds the counted characters
        in runs, names and figures included (None: the usual bound for these, none for anything else). `whole` asks for
        wordings with all of the unit's figures, `beside` are the texts of its paragraph, which should open otherwise."""
        if unit.flaw or unit.language != self.language:
            return None
        said, body = split_attribution(unit.text, unit.language)
        body = _ADDS_ZH.sub(r"\1", _LED_ZH.sub("", body)) if self.language == "zh" else _ADDS_EN.sub(r"\1 ", body)
        body = self._nameless(unit, body, said)
        speaker = "" if not said or _DATA.search(said) else _SPEAKER.sub("", said)
        verb = _TOLD.match(unit.text, len(said))
        frames = frames_zh if self.language == "zh" else frames_en
        framed = [] if speaker else frames.figure_sentences(unit, body.rstrip("。.；"), skip)
        if skip and not framed:
            return None
        texts = [w for f in framed for w in self._worded(f, slack)] + ([] if skip else list(self._worded(body, slack)))
        if whole:
            told = [d for f in unit.facts if f.phrase not in skip for d in re.findall(r"\d[\d.]*", f.phrase)]
            texts = [t for t in texts if all(d in t for d in told) and len(t) >= 0.8 * len(body)]
        if speaker:
            texts = [
                a
                for text in texts[:4]
                for a in frames_text.attributed(self.language, speaker, text, verb[1] if verb else "")
            ]
        source = _ADDS_ZH.sub(r"\1", unit.text) if self.language == "zh" else unit.text
        return self._first_sound(texts, cites, kind, figures=_digits(unit), source=source, beside=beside)

    def _nameless(self, unit: Unit, body: str, said: str) -> str:
        """`body` with a firm or document that it does not name told as one of them: nobody knows which 公司 is meant, unless
        `said`, what the statement is from, names it (科润股份年报)."""
        if self.language == "zh":
            paper = _PAPER_OF.match(said)
            if paper:
                return re.sub(r"^((?:[^，]{2,10}，)?)公司(?![法债章治])", rf"\1{paper[1]}", body)
            return _NAMELESS_ZH.sub(lambda m: m[1] + _one_of(m), body)
        if _NAME_EN.search(self.texts[unit.excerpt_id]):
            return body
        return _NAMELESS_EN.sub(lambda m: f"{m[1]}{'one' if m[1] else 'One'} {m[2]}", body, count=1)

    def claim(self, unit: Unit, cites: Sequence[str]) -> Sentence | None:
        """The unit as the first sentence of a point: whole where that can be worded, else what can be."""
        return self.from_unit(unit, cites, "claim", whole=True) or self.from_unit(unit, cites, "claim")

    def quoting(self, unit: Unit, cites: Sequence[str], slack: int) -> Sentence | None:
        """What a named document or speaker says, its words short and in quotation marks (Chinese only); None when
        nobody is named, the words cannot stand alone, or more than `slack` characters would be shared."""
        if unit.flaw or self.language != "zh" or unit.language != "zh":
            return None
        for text in frames_text.quoted(unit.text):
            if self.index.measure(text).matched > slack + sum(map(len, _TITLES.findall(text))):
                continue
            sentence = self._first_sound([text], cites, "evidence", source=unit.text)
            if sentence is not None and sentence.state == "supported":
                return sentence
        return None

    def from_facts(self, facts: Sequence[Fact], cites: Sequence[str], kind: str) -> Sentence | None:
        """Levels of one measure at several times in one sentence (Chinese only)."""
        texts = [w for f in frames_zh.fused_levels(facts) for w in self._worded(f)] if self.language == "zh" else []
        return self._first_sound(texts, cites, kind)

    def from_conflict(self, conflict: Conflict, time_text: str) -> Sentence | None:
        """The sentence that sets values that differ side by side, citing all of them."""
        if conflict.name == "this measure":
            return None  # what differs cannot be named: it is listed as a conflict
        values = [v.text.replace("人民币", "") for v in conflict.values]
        names = [frames_text.publisher(self.sources.get(v.cites[0], "")) for v in conflict.values]
        sources = names if all(names) and len(set(names)) == len(names) else []
        told = [conflict.name]
        if self.language == "en":  # what the values are of is told in other words where that is safe
            told = named_otherwise(conflict.name, self.index)
            values = [v[:1].lower() + v[1:] if re.match(r"[A-Z][a-z]+ ", v) else v for v in values]
        texts = [t for n in told for t in frames_text.conflict_sentence(self.language, n, time_text, values, sources)]
        # Who says what is worth more than a few characters.
        named = [t for t in texts if sources and all(s in t for s in sources)]
        named.sort(key=lambda t: self.index.measure(t).matched // 6)
        for text in [*named, *(t for t in texts if t not in named)]:
            sentence = self._first_sound([text], conflict.cites, "contrast", own=True, glossary=sources)
            if sentence is not None and sentence.state == "supported":
                return sentence
        return self._first_sound(texts, conflict.cites, "contrast", own=True)

    def from_conflicts(self, conflicts: Sequence[Conflict], times: Sequence[str]) -> Sentence | None:
        """One sentence on one measure that is disputed at several times, citing all; None when none is supported."""
        values = [[v.text.replace("人民币", "") for v in c.values] for c in conflicts]
        texts = frames_text.conflicts_sentence(self.language, conflicts[0].name, times, values)
        cites = tuple(dict.fromkeys(i for c in conflicts for i in c.cites))
        sentence = self._first_sound(texts, cites, "contrast", own=True)
        return sentence if sentence is not None and sentence.state == "supported" else None

    def indicative(self, topics: Sequence[str], cites: Sequence[str]) -> Sentence:
        """What the cited excerpts also speak of; marked as still to be written by a person."""
        text = frames_text.indicative_sentence(self.language, topics) + frames_text.end_mark(self.language)
        verdict = self._verdict(text, cites, own=True)
        return self._sentence(text, cites, "indicative", Verdict("check", verdict.reasons, verdict.checks), needed=True)

    def as_it_stands(self, unit: Unit, cites: Sequence[str]) -> Sentence | None:
        """A statement in the words of its source, marked as still to be put in a person's own words; None when it
        cannot stand alone."""
        text = unit.text.rstrip(".。；; ") + frames_text.end_mark(self.language)
        verdict = self._verdict(text, cites)
        if unit.flaw or verdict.state == "unsupported" or not self._reads_well(text, ""):
            return None
        return self._sentence(text, cites, "indicative", Verdict("check", verdict.reasons, verdict.checks), needed=True)

    def checked(self, text: str, cites: Sequence[str], kind: str, glossary: Sequence[str] = ()) -> Sentence | None:
        """A sentence written elsewhere (a person's claim, a connective put before), verified and measured; None when
        it is not supported. `glossary`: names of sources in it."""
        verdict = self._verdict(text, cites, glossary=glossary)
        return None if verdict.state == "unsupported" else self._sentence(text, cites, kind, verdict)

    def _worded(self, text: str, slack: int | None = None) -> Iterable[str]:
        text = in_style(text, self.style) if self.language == "en" else text
        if text not in self._known:
            self._known[text] = reword(text, self.index, self.language)
        wordings = self._known[text]
        if self.language == "zh" and slack is not None:
            return [w.text for w in wordings if w.left <= _LEFT and self._matched(w.text) <= slack]
        if self.language == "en":  # terms alone fill a run: the least copied wordings may stand, their runs marked
            least = sorted(wordings, key=lambda w: (w.shared + w.dropped + 2 * w.edits, w.text))
            return [w.text for w in least if slack is None or self._matched(w.text) <= slack]
        return [w.text for w in wordings if w.left == 0 and w.shared <= _SHARED]

    def _by_overlap(
        self, texts: Sequence[str], figures: Sequence[str], full: int = 0, beside: Sequence[str] = ()
    ) -> list[str]:
        """Candidates with the least shared text and the fewest figures left out first, then those that open as fewest
        sentences `beside` them; the given order among equals."""
        opened = [frames_text.opening(t, self.language) for t in beside]

        def cost(text: str) -> int:
            left_out = max(0, full - len(text)) // 8 if full else 0
            alike = min(2, opened.count(frames_text.opening(text, self.language)))
            missing = (3 if self.language == "zh" else 6) * sum(f not in text for f in figures)
            return self.index.measure(text).matched // 6 + missing + left_out + alike

        return sorted(dict.fromkeys(texts), key=cost)

    def _first_sound(
        self,
        texts: Sequence[str],
        cites: Sequence[str],
        kind: str,
        *,
        own: bool = False,
        figures: Sequence[str] = (),
        source: str = "",
        glossary: Sequence[str] = (),
        beside: Sequence[str] = (),
    ) -> Sentence | None:
        """The first candidate the verifier supports; one to be checked only when none is supported and it is allowed."""
        doubtful: tuple[str, Verdict] | None = None
        texts = [in_style(t, self.style) for t in texts] if self.language == "en" else texts
        for text in self._by_overlap(texts, figures, len(source) if self.language == "zh" else 0, beside)[
            : _TRIES if self.language == "zh" else 3 * _TRIES
        ]:
            text = polished(self.settled(text), self.language) + frames_text.end_mark(self.language)
            if not self._reads_well(text, source):
                continue
            verdict = self._verdict(text, cites, own=own, glossary=glossary)
            if verdict.state == "supported":
                return self._sentence(text, cites, kind, verdict)
            if verdict.state == "check" and doubtful is None:
                doubtful = (text, verdict)
        if doubtful is None:
            return None
        return self._sentence(doubtful[0], cites, kind, doubtful[1])

    def _reads_well(self, text: str, source: str) -> bool:
        """The gate of wording: whole, no doubled word, nothing cut inside a word of the source (Chinese only)."""
        if self.language != "zh":
            return UNSURE not in text and not strange_en(text)
        return not strange(text) and not (
            source and (torn(text.rstrip("。"), source) or unlinked(text, source) or subjectless(text))
        )

    def _matched(self, text: str) -> int:
        """Counted characters in long runs outside titles in 《》."""
        runs = self.index.measure(text).runs
        titles = [m.span() for m in _TITLES.finditer(text)]
        outside = [c for a, b in runs for i, c in enumerate(text[a:b], a) if not any(s <= i < e for s, e in titles)]
        return sum(c.isalnum() for c in outside)

    def settled(self, text: str) -> str:
        """First words that moved inside the sentence with the capital they have there, as the sources write them; left
        marked where they tell nothing."""
        if UNSURE not in text:
            return text

        def one(match: re.Match[str]) -> str:
            word = match.group(1)
            if word in self._names and word.lower() not in self._common:
                return word
            if word.lower() in self._common or is_common(word, match.group(2)):
                return word[:1].lower() + word[1:]
            return match.group(0) if word not in self._names else word

        text = re.sub(UNSURE + r"([A-Za-z][\w'-]*)(?=(.{0,30}))", one, text)
        if text.startswith(UNSURE):
            text = text[1:]
        return text[:1].upper() + text[1:]

    def _verdict(self, text: str, cites: Sequence[str], *, own: bool = False, glossary: Sequence[str] = ()) -> Verdict:
        """`own`: the sentence speaks about the material; the words for that need no evidence, nor do those of
        `glossary` (the names of sources)."""
        words = (*frames_text.OWN_WORDS, *glossary) if own else tuple(glossary)
        words = (*words, *units_en.NAMES) if self.language == "en" else words  # what they measure the figures tell
        return verify_sentence(text, [self.texts[c] for c in cites], glossary=words)

    def _sentence(
        self, text: str, cites: Sequence[str], kind: str, verdict: Verdict, *, needed: bool = False
    ) -> Sentence:
        return measured(text, cites, kind, verdict, self.index, self.language, needed=needed)


def measured(
    text: str,
    cites: Sequence[str],
    kind: str,
    verdict: Verdict,
    index: RunIndex,
    language: str,
    *,
    needed: bool = False,
) -> Sentence:
    """A checked text as a sentence, with its overlap and, beside the guards, the check "rewrite": none (no long run), exempt
    (only names and figures fill one; in English "short": the pieces between them are), or needed (or asked for)."""
    measure = index.measure(text)
    left = effective_left(text, measure.runs, language)
    rewrite = "needed" if needed or left else "short" if language == "en" else "exempt"
    rewrite = rewrite if needed or measure.runs else "none"
    checks = {**verdict.checks, "rewrite": rewrite}
    ids = tuple(dict.fromkeys(cites))
    return Sentence(text, ids, kind, verdict.state, checks, measure.ratio, measure.longest_run)


def _capitals(texts: Sequence[str]) -> tuple[set[str], set[str]]:
    """Words that texts write with a capital inside a sentence, and words they write small."""
    names, common = set[str](), set[str]()
    for text in texts:
        names |= set(re.findall(r"(?<=[a-z,] )[A-Z][\w'-]*", text))
        common |= set(re.findall(r"(?<![\w'-])[a-z][a-z'-]+", text))
    return names, common


def _digits(unit: Unit) -> list[str]:
    """The figures of a unit as written, to see which a wording leaves out."""
    return [m for f in unit.facts for m in re.findall(r"\d[\d.]*", f.phrase)]


def polished(text: str, language: str) -> str:
    """`text` without doubled or stray punctuation and without a double 的 left by an edit."""
    if language == "zh":
        text = re.sub(r"(?<=[\u4e00-\u9fff]),", "，", text)
        text = re.sub(r"，{2,}", "，", text)
        text = re.sub(r"，和(?=[\u4e00-\u9fff])", "，以及", text)
        text = re.sub(r"(?:为|达到?)约(?=\d)", "约为", text)
        text = text.replace("的范围内", "范围内")
        text = re.sub(r"(?<=[仅只])约为(?=\d)", "约", text)
        text = re.sub(r"平均约(下降|上升|增长|减少|提高|降低|增加)(?=\d)", r"平均\1约", text)
        text = re.sub(r"(?<=[\u4e00-\u9fff])于(\d{4}年[底末初]?)(?=约?为)", r"在\1", text)
        text = re.sub(r"^[，、；：]+|[，、；：。]+$", "", text)
        return re.sub(r"的的", "的", text)
    text = with_articles(re.sub(r"\s{2,}", " ", text).strip(" ,;."))
    return text[:1].upper() + text[1:]
