"""Who holds which office: a person of the evidence must not be given the office of another, or one nobody holds there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

_ZH = (
    r"(?:代理|执行|联席|常务|名誉)?(?:首席[\u4e00-\u9fff]{2,4}?(?:官|家|师)|副?董事长|副?总裁|副?总经理|副?行长|副?院长|副?校长|副?部长|副?局长|副?厅长|副?主席|副?会长"
    r"|副?秘书长|副?理事长|监事长|监事会主席|董事会秘书|董秘|独立董事|技术顾问|(?:财务|技术|市场|营销|艺术|人事|运营|销售|创意|产品|设计|法务)总监|总工程师|总设计师|总编辑?|副?馆长|副?所长|副?台长"
    r"|副?[省市县区镇]长|主教练|助理教练|领队|总指挥|CEO|CFO|COO|CTO|CMO)"
)
_EN = (
    r"(?:(?:deputy|vice|interim|acting|co-|assistant|honorary) ?)?(?:chief (?:\w+ ){0,2}?(?:officer|executive|scientist|economist|engineer|of staff)(?: officer)?|chief executive|chair(?:man|woman|person)?|(?:vice[- ])?president"
    r"|managing director|(?:finance|technical|artistic|marketing|sales|creative|sporting|medical|executive|museum|festival) director|(?:company|general) secretary|secretary[- ]general|governor|mayor|head coach|head of [a-z]+|treasurer|rector|dean|vice[- ]chancellor|editor[- ]in[- ]chief|CEO|CFO|COO|CTO|CMO)"
)
_OFFICE = {"zh": lazy_pattern(_ZH), "en": lazy_pattern(rf"\b{_EN}\b", re.IGNORECASE)}
#: What stands between a person and the office held, and between the office and its holder.
_TO = {
    "zh": lazy_pattern(
        r"(?:将|已|则|仍|现|正式|继续|转而?|此次|获|被|自[^，。；]{1,8}起)*(?:升任|出任|担任|接任|兼任|就任|改任|转任|调任|当选|任命|聘任|推选|选举|委任|提拔|任|为|是|系)(?:了)?(?:为|成为|担任|任)?[^，。；、]{0,14}"
    ),
    "en": lazy_pattern(
        r"(?:,| (?:is|was|will be|has been|becomes?|became|remains?|continues|stays(?: on)?|serves?|takes over|took over|joins?|joined|steps up|rises|has|been|being|will|to|be|become|named|appointed|made|promoted|elected|confirmed|hired))*(?: (?:as|to|the|its|their|a|an|new|next|first|group|company|post|of|[\w-]+(?:'s|s')))*,? "
    ),
}
_OF = {
    "zh": lazy_pattern(
        r"(?:一职|职务|的职务|职位|的位子)?(?:则|仍|将|改|继续|现)*(?:由|是|为|归|交给|交由|换成)?(?:了|[^，。；、]{0,4}的)?"
    ),
    "en": lazy_pattern(
        r"(?: (?:is|was|will be|has been|remains|goes to|went to|position|post|role|named|held|by|of|[A-Z][\w-]+))*?,? "
    ),
}
_SAME = {"ceo": "chief executive", "chief executive officer": "chief executive", "cfo": "chief financial officer", "coo": "chief operating officer",
         "cto": "chief technology officer", "cmo": "chief marketing officer", "董秘": "董事会秘书", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
         "finance director": "chief financial officer"}  # fmt: skip
_SAME_ZH = {"ceo": "首席执行官", "cfo": "首席财务官", "coo": "首席运营官", "cto": "首席技术官", "cmo": "首席营销官"}
_PAST = lazy_pattern(r"前任?|原|时任|曾|卸任|辞去|former|ex-|then|once|previous", re.IGNORECASE)


def office_findings(case: Case) -> Iterator[Finding]:
    """An objection to an office that the evidence gives to another person, or gives no one while it gives this one others."""
    language = case.sentence.language
    texts = [text for text in case.evidence if text.language == language]
    for person in _persons(case.sentence, texts):
        mine = _held(case.sentence, person)
        theirs = frozenset[str]().union(*(_held(text, person) for text in texts))
        wrong = next(iter(sorted(mine - theirs)), None)
        if wrong is None or not theirs or mine & theirs or any(_akin(wrong, other) for other in theirs):
            continue
        yield Finding("entity", "fail", "subject", (person, wrong))
        return


def _akin(one: str, other: str) -> bool:
    """Whether one office may be another told shorter: 总裁 for 执行总裁; not 副总裁."""
    short, long = sorted((one, other), key=len)
    rest = long.replace(short, "", 1).strip()
    return short in long and not re.search(r"副|助理|代理|deputy|vice|assistant|acting|interim", rest)


def _persons(text: Passage, texts: list[Passage]) -> Iterator[str]:
    """Persons named in the sentence and in its evidence; English ones by the last of their names."""
    seen = set()
    for word in text.words:
        if text.language == "zh":
            named = word.tag.startswith("nr") and 2 <= len(word.text) <= 4
        else:
            named = word.text[:1].isupper() and word.text[1:].islower() and not _OFFICE["en"].fullmatch(word.text)
        name = word.text.removesuffix("'s")
        if named and name not in seen and any(name in other.text for other in texts):
            seen.add(name)
            yield name


def _held(text: Passage, person: str) -> frozenset[str]:
    """The offices a text gives to a person right beside the name, as they are usually called."""
    language = text.language
    found = set()
    spans = [m.span() for m in re.finditer(re.escape(person), text.text)]
    for match in _OFFICE[language].finditer(text.text):
        if _PAST.search(text.text[max(0, match.start() - 6) : match.start()]):
            continue
        for start, end in spans:
            after = end <= match.start() and _TO[language].fullmatch(text.text, end, match.start())
            before = match.end() <= start and _OF[language].fullmatch(text.text, match.end(), _first(text, start))
            if after or before:
                called = match.group().lower()
                called = _SAME_ZH.get(called, called) if language == "zh" else called
                found.add(_SAME.get(called, called))
    return frozenset(found)


def _first(text: Passage, start: int) -> int:
    """Where a person's names begin of which the last stands here."""
    if text.language == "zh":
        return start
    match = re.search(r"(?:[A-Z][\w.-]+ ){1,2}$", text.text[:start])
    if match is None or _OFFICE["en"].search(match.group()):
        return start
    return match.start()
