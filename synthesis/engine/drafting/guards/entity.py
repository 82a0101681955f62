"""Guard of entities: titles in 《》, names, Latin designations, quoted words and terms must stand in the evidence.

A name of the sentence that no evidence and no glossary knows is an invention or a swap. Common nouns of academic
prose (方面, 水平 …) and vetted equivalents (企业 = 公司) are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.attachment import attachment_findings
from synthesis.engine.drafting.guards.attributes import attribute_findings
from synthesis.engine.drafting.guards.binding import things_misplaced
from synthesis.engine.drafting.guards.commonness import BODY, EVERYDAY, common_word
from synthesis.engine.drafting.guards.complements import complement_findings, foremost_findings
from synthesis.engine.drafting.guards.coverage import covered
from synthesis.engine.drafting.guards.entity_en import english_names
from synthesis.engine.drafting.guards.exchange import exchange_findings
from synthesis.engine.drafting.guards.namesakes import namesake_findings
from synthesis.engine.drafting.guards.offices import office_findings
from synthesis.engine.drafting.guards.ownership import ownership_findings
from synthesis.engine.drafting.guards.residue import residue_findings
from synthesis.engine.drafting.guards.seats import implied_country
from synthesis.engine.drafting.guards.spelling import linked, stretched, within
from synthesis.engine.drafting.guards.term import term_findings
from synthesis.engine.drafting.guards.titles import title_findings
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.drafting.lexicon.abbreviations import aliases, known_spans, stands
from synthesis.engine.drafting.lexicon.entities import (
    GENERIC_ZH,
    NAME_SUFFIX_ZH,
    NOT_NAMES_ZH,
    PLACE_BY_SHORT,
    TITLES_ZH,
)
from synthesis.engine.drafting.lexicon.geography import holds
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.sides import SIDES_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.drafting.quantities.units import UNITS
from synthesis.engine.patterns import lazy_pattern

_TITLE = lazy_pattern(r"《([^《》]{1,60})》")
_QUOTED = lazy_pattern(r"[“「『]([^“”「」『』]{1,40})[”」』]")
_LATIN_ZH = lazy_pattern(r"[A-Za-z][A-Za-z0-9]*(?:[-./&+][A-Za-z0-9]+)*\+?(?:\([a-z]\))?")
_SQUEEZE = lazy_pattern(r"[\s\-‐·•.,，、()（）“”‘’《》「」\"']+")
_NAME_TAGS = ("nr", "ns", "nt", "nz")
_TIME_LATIN = lazy_pattern(r"(?:Q[1-4]|H[12]|FY\d*)")


def entity_findings(case: Case) -> Iterator[Finding]:
    """Objections to names and terms the evidence does not have."""
    evidence = _squeeze(" ".join(text.text for text in case.evidence) + " " + " ".join(case.glossary))
    yield from _delimited(case, evidence)
    if case.sentence.language == "zh":
        yield from _latin(case, evidence)
        yield from _chinese(case, evidence)
        yield from _unknown(case)
        yield from _organisations(case)
        yield from term_findings(case)
    else:
        yield from english_names(case, _figure_spans(case), evidence)
    yield from exchange_findings(case)
    yield from things_misplaced(case)
    yield from ownership_findings(case)
    yield from attachment_findings(case)
    yield from attribute_findings(case)
    yield from complement_findings(case)
    yield from foremost_findings(case)
    yield from title_findings(case)
    yield from namesake_findings(case)
    yield from office_findings(case)
    yield from residue_findings(case)


def _squeeze(text: str) -> str:
    return _SQUEEZE.sub("", text).lower()


def _delimited(case: Case, evidence: str) -> Iterator[Finding]:
    titles = {_squeeze(t) for text in case.evidence for t in _TITLE.findall(text.text)}
    for pattern, code in ((_TITLE, "title"), (_QUOTED, "quoted")):
        for match in pattern.finditer(case.sentence.text):
            if any(d.start < match.end() and match.start() < d.end for d in case.sentence.dates):
                continue  # “十四五”
            known = _titled(match[1], titles) if titles and code == "title" else _squeeze(match[1]) in evidence
            if not known and not _alias_known(match[1], case):
                level = "fail" if code == "title" or len(match[1]) > 1 else "check"
                yield Finding("entity", level, code, (match[1],))


def _titled(title: str, titles: set[str]) -> bool:
    """Whether a title is one of the evidence, but for the country before it or a year or edition in brackets after it."""

    def core(text: str) -> str:
        return re.sub(r"^中华人民共和国|(?:19|20)\d\d年?(?:版|修订)?$|修订版?$|试行$", "", text)

    return core(_squeeze(title)) in {core(t) for t in titles}


def _alias_known(name: str, case: Case) -> bool:
    return any(stands(alias, text.text) for alias in aliases(name) for text in case.evidence)


def _latin(case: Case, evidence: str) -> Iterator[Finding]:
    inside = _figure_spans(case)
    tokens = {t.lower() for text in case.evidence for t in _LATIN_ZH.findall(text.text)}
    for match in _LATIN_ZH.finditer(case.sentence.text):
        name = match.group()
        if any(s <= match.start() < e for s, e in inside) or _TIME_LATIN.fullmatch(name) or name in UNITS:
            continue
        if name.lower() in tokens or _squeeze(name) in {_squeeze(t) for t in tokens} or _alias_known(name, case):
            continue
        if any(name.lower() in term for term in case.glossary) or (len(name) > 3 and _squeeze(name) in evidence):
            continue
        yield Finding("entity", "fail", "latin", (name,))


def _figure_spans(case: Case) -> list[tuple[int, int]]:
    """The spans of figures and dates, and of the other names of what the evidence names."""
    known = known_spans(case.sentence.text, tuple(text.text for text in case.evidence))
    starts, ends = ({getattr(w, edge) for w in case.sentence.words} for edge in ("start", "end"))
    known = tuple((s, e) for s, e in known if case.sentence.language == "en" or (s in starts and e in ends))
    return [
        *((q.start, q.end) for q in case.sentence.quantities),
        *((d.start, d.end) for d in case.sentence.dates),
        *known,
    ]


def _chinese(case: Case, evidence: str) -> Iterator[Finding]:
    inside = _figure_spans(case) + [m.span() for p in (_TITLE, _QUOTED) for m in p.finditer(case.sentence.text)]
    everything = " ".join(text.text for text in case.evidence)
    for word in case.sentence.words:
        if word.text.isascii() or any(s < word.end and word.start < e for s, e in inside):
            continue
        if case.sentence.text[max(0, word.start - 1) : word.start] in _POINTS and word.text[0] in _MEASURES:
            continue  # 这|段时间
        if _cut_wrongly(case, word) or linked(case.sentence.text, word.start, word.end, everything):
            continue
        if word.tag == "ns" and (implied_country(word.text, everything) or holds(word.text, everything)):
            continue
        if _abbreviates(word.text, everything):
            continue
        if _of_known(word.text, case.sentence.text[word.start + 1 : word.end + 2], everything):
            continue
        if (
            _is_name(word)
            and not (word.tag == "nr" and _impersonal(case, word))
            and not common_word(word.text, everything)
            and not (covered(word, case) or _alias_known(word.text, case) or _short_for(case, word))
        ):
            yield Finding("entity", "fail", "name", (_run(case, word),))


_POINTS, _MEASURES = frozenset("这那该此每某各"), frozenset("段批组类种项次场届轮笔")
_GLUED = frozenset("据受由经与向对被给从同和及以应按依在于将把为")
_OFFICIAL = lazy_pattern(r"(?:中央|联邦)?(?:政府|当局|官方|方面|队|方)$")


def _of_known(name: str, rest: str, evidence: str) -> bool:
    """Whether a name is one of the evidence with a preposition cut onto it (据省|医保局; `rest` is what follows that), or
    who speaks for a place that the evidence names (荷兰政府 for 海牙)."""
    if name[0] in _GLUED and rest in evidence:
        return True
    place = _OFFICIAL.sub("", name)
    return 2 <= len(place) < len(name) and (place in evidence or holds(place, evidence))


_SO_MANY = lazy_pattern(
    r"[两二三四五六七八九十诸各数多]+(?:[地省市州县国区港城湖江河岛镇村岸校院企馆队]|大洲|大城|大湖)$"
)


def _abbreviates(name: str, evidence: str) -> bool:
    """Whether every character stands for a place of the evidence: 渝鄂皖三地."""
    short = _SO_MANY.sub("", name)
    if not short:
        return True  # 两城, 三湖
    return all(c in PLACE_BY_SHORT and PLACE_BY_SHORT[c] in evidence for c in short)


def _impersonal(case: Case, word: Word) -> bool:
    """Whether nobody is named by a word the dictionary has for a person's name: an adverb or a common noun stands before
    it (已查明, 材料齐备), a number or a common noun after it (高达三成, 周转效率)."""
    before = next((w for w in case.sentence.words if w.end == word.start), None)
    after = next((w for w in case.sentence.words if w.start == word.end), None)
    if before is not None and before.tag == "a" and word.text[0] == "于":
        return True  # 快|于城镇
    if after is not None and (after.tag[:1] in {"m", "q"} or after.text[:1].isdigit()):
        return True
    if (
        after is not None
        and after.tag in {"n", "vn", "ng"}
        and after.text not in TITLES_ZH
        and not BODY.search(after.text)
    ):
        return len(word.text) == 2
    plain = before is not None and before.tag in {"n", "vn", "l"} and before.text not in TITLES_ZH
    body = before is not None and (BODY.search(before.text) or _WHO_BEFORE.search(before.text))
    return before is not None and (
        before.tag in {"d", "zg"} or before.text in _NOT_ZH or (plain and not body and len(word.text) == 2)
    )


_NOT_ZH = frozenset({"没", "没有", "未", "不", "肯", "两度", "三度", "再度", "几度", "一度"})
_WHO_BEFORE = lazy_pattern(r"[人员者师生长手家友方徒夫妇妻子女兄弟姐妹匠]$")
_PARTICLES = frozenset("为的与和在由对向等了及是被将把从以而并则也都其该自还又")


def _cut_wrongly(case: Case, word: Word) -> bool:
    """Whether a short word only arises from a wrong cut: each character lies in three of the evidence, or is a particle."""
    text = case.sentence.text
    return all(
        text[i] in _PARTICLES
        or any(
            text[s : s + 3] in p.text and len(text[s : s + 3]) == 3 and not (s >= word.start and s + 3 <= word.end)
            for s in range(max(0, i - 2), i + 1)
            for p in case.evidence
        )
        for i in range(word.start, word.end)
    )


def _unknown(case: Case) -> Iterator[Finding]:
    """Names no dictionary knows fall into single characters (钉|钉): runs of which the evidence has no character."""
    evidence = "".join(text.text for text in case.evidence)
    run = ""
    position = -1
    for word in (*case.sentence.words, None):
        single = word is not None and len(word.text) == 1 and not word.tag.startswith(_FUNCTION_TAGS)
        if word is not None and single and word.text not in evidence and word.text not in GENERIC_ZH:
            run = run + word.text if word.start == position else word.text
            position = word.end
            continue
        if len(run) >= 2 and len([c for c in run if c not in EVERYDAY]) >= 2:
            yield Finding("entity", "fail", "name", (run,))
        run = ""


_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康"
    "毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜"
    "詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丘华车冉房边辜吉饶仇"
)
# What no given name holds: the tagger takes 远高于, 承建方, 有多强 for persons.
_COMMON_PARTS = lazy_pattern(r"[于有的了方者率价量额者多少高低是在为被把]")
_REGIONS = frozenset(
    "西南 西北 东南 东北 华东 华南 华北 华中 西南地区 西北地区 东南地区 东北地区 华东地区 华南地区 华北地区 华中地区 大都 江南 中原 珠三角 长三角 京津冀 环渤海 大湾区 粤港澳 成渝 港区".split()
)


def _organisations(case: Case) -> Iterator[Finding]:
    """Bodies named by a run of nouns (国家|市场监督|管理|总局) of which the evidence has not the telling one."""
    words = case.sentence.words
    known = known_spans(case.sentence.text, tuple(text.text for text in case.evidence))
    for i, last in enumerate(words):
        if not BODY.search(last.text) or not last.tag.startswith("n"):
            continue
        low = i
        while low and words[low - 1].end == words[low].start and words[low - 1].tag.startswith(("n", "j", "b")):
            low -= 1
        run = words[low : i + 1]
        name = case.sentence.text[run[0].start : last.end]
        if any(start < last.end <= end for start, end in known):
            continue
        bare = name[1:] if name[0] in _GLUED else name
        if len(name) < (4 if last.text in _ENDINGS else 5) or any(bare in text.text for text in case.evidence):
            continue
        everything = " ".join(text.text for text in case.evidence)
        if stretched(name, everything) or linked(case.sentence.text, run[0].start, run[0].end, everything):
            continue
        new = [w for w in run if len(w.text) >= 2 and w.text not in GENERIC_ZH | NOT_NAMES_ZH and not covered(w, case)]
        new = [w for w in new if w.text not in SIDES_ZH]  # 法院责令银行
        new = [w for w in new if (bare := _FIRM_ENDING.sub("", w.text)) == w.text or bare not in everything]  # 保险公司
        if new and not any(within(w.text, text.text, 4 * len(w.text)) for w in new for text in case.evidence):
            yield Finding("entity", "fail", "name", (name,))
            return


_ENDINGS = frozenset({"集团", "银行", "大学", "药业", "证券", "航空"})  # 国药集团
_FUNCTION_TAGS = ("p", "u", "c", "m", "q", "d", "f", "r", "x", "y", "o", "e", "t")


def _run(case: Case, word: Word) -> str:
    """A name with the nouns glued to it (微创 + 医疗), for the message."""
    after = [w for w in case.sentence.words if w.start == word.end and w.tag.startswith("n") and w.content]
    return word.text + (after[0].text if after else "")


def _is_name(word: Word) -> bool:
    if (
        word.text in GENERIC_ZH
        or word.text in NOT_NAMES_ZH
        or (word.tag.startswith("nr") and len(word.text) > 3 and "·" not in word.text)
    ):
        return False  # a long "person" of the tagger is a phrase (成绩显著)
    if word.tag == "nr" and (
        word.text[0] not in _SURNAMES or len(word.text) > 3 or _COMMON_PARTS.search(word.text[1:])
    ):
        return False
    if _TOO.fullmatch(word.text) or (len(word.text) > 3 and _VERBAL.search(word.text[1:-1])):
        return False  # 太晚, 能赚到钱
    if word.text in _REGIONS or not word.text.strip("东南西北中上下左右内外"):
        return False
    return (
        word.tag in _NAME_TAGS
        or bool(NAME_SUFFIX_ZH.search(word.text))
        or (len(word.text) >= 2 and word.tag in {"nrt", "nrfg"})
    )


_TOO = lazy_pattern(r"[太很更最极颇][早晚高低多少大小快慢贵远近长短]")
_VERBAL = lazy_pattern(r"[到得着过了不]")
_FIRM_ENDING = lazy_pattern(r"(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|集团|股份)$")


def _short_for(case: Case, word: Word) -> bool:
    """Whether a name is a short or a long form of one of the evidence (浙大 of 浙江大学, 世界卫生组织 of 世卫组织)."""
    run = _run(case, word)
    known = {(m.kind, m.thing) for text in case.evidence for m in members(text.text, "zh")}
    if any((m.kind, m.thing) in known and m.start == 0 and len(run) - m.end <= 1 for m in members(run, "zh")):
        return True
    stem = _FIRM_ENDING.sub("", run)
    for text in case.evidence:
        if 2 <= len(stem) < len(run) and stem in text.text:
            return True  # 高通公司 for 高通
        if within(word.text, text.text, 4 * len(word.text) + 4) or stretched(run, text.text):
            return True
        names = [w.text for w in text.words if len(w.text) >= 2 and w.tag.startswith(("n", "j"))]
        if any(n[0] == run[0] and within(n, run, len(run)) and 2 < len(n) < len(run) for n in names):
            return True
    return False
