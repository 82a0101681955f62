"""Guard of roles: who does what to whom, and from where to where.

Voice and markers (被 由 对 向 把 将 by) are undone first, so that passive and active agree and only a true swap is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.acts import Act, acts
from synthesis.engine.drafting.guards.assigned import assigned_findings
from synthesis.engine.drafting.guards.compare import comparisons
from synthesis.engine.drafting.guards.converses import converse_findings, converses
from synthesis.engine.drafting.guards.deals import deal_findings, deals_compared
from synthesis.engine.drafting.guards.doers import doer_findings
from synthesis.engine.drafting.guards.flow import SHARE_OF, flow_findings
from synthesis.engine.drafting.guards.for_each import each_findings
from synthesis.engine.drafting.guards.objects import object_findings
from synthesis.engine.drafting.guards.parts import part_findings
from synthesis.engine.drafting.guards.payments import payment_findings
from synthesis.engine.drafting.guards.ranks import rank_findings
from synthesis.engine.drafting.guards.ratio import ratio_findings, ratios_alike
from synthesis.engine.drafting.guards.sides import side_findings, sides_compared
from synthesis.engine.drafting.guards.subject import subject_findings
from synthesis.engine.drafting.guards.substitutes import substitute_findings
from synthesis.engine.drafting.guards.swap import swap_findings
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.guards.voices import voice_findings
from synthesis.engine.drafting.lexicon.geography import holds
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.patterns import lazy_pattern


def role_findings(case: Case) -> Iterator[Finding]:
    """Objections to agents and patients, or starts and ends, that have changed places."""
    sure = deals_compared(case).alike
    spans = (*converses(case).alike, *sides_compared(case).alike, *sure)
    alike = [case.sentence.text[start:end].strip() for start, end in spans]
    constructed = alike[len(alike) - len(sure) :]
    turned = deals_compared(case).reversed
    for finding in deal_findings(case):
        if finding.parts[0] not in alike or (turned is not None and turned.sure):
            yield finding
    yield from substitute_findings(case)
    if deals_compared(case).settled:
        yield from (f for f in side_findings(case) if f.parts[0] not in constructed)
        return
    theirs = [act for text in case.evidence for act in acts(text)]
    for mine in acts(case.sentence):
        if any(mine.text.strip() in told for told in alike) or SHARE_OF.search(mine.text):
            continue
        if comparisons(case.sentence) and not mine.names <= mine.agents:
            continue
        contest = (_WINS_ZH if case.sentence.language == "zh" else _WINS_EN).search(mine.text)
        if contest and not _REPLACES.match(contest["v"]):
            continue  # read by `_contests`
        same = [other for other in theirs if other.verb == mine.verb and not _revoiced(mine, other)]
        if (
            same
            and all(_swapped(mine, other) for other in same if _related(mine, other))
            and any(_swapped(mine, other) for other in same)
        ):
            yield Finding("role", "fail", "role", (mine.text,))
            break
        if replaced := _replaced(mine, same):
            yield Finding("role", "fail", "subject", ("、".join(sorted(mine.agents & mine.names)), replaced))
            break
    for finding in (*converse_findings(case), *side_findings(case)):
        if finding.parts[0] not in constructed:
            yield finding
    counted = ratios_alike(case)
    for finding in (*flow_findings(case), *_contests(case), *_markers(case), *payment_findings(case)):
        told = finding.parts[0].strip()
        if not any(told in span for span in alike) and not any(ratio in told for ratio in counted):
            yield finding
    yield from _slots(case)
    yield from _paths(case)
    yield from subject_findings(case)
    yield from swap_findings(case)
    yield from voice_findings(case)
    yield from doer_findings(case)
    yield from object_findings(case)
    yield from part_findings(case)
    yield from assigned_findings(case)
    yield from rank_findings(case)
    yield from each_findings(case)
    yield from ratio_findings(case)


_VOICE = lazy_pattern(r"由|受到|向|获得?|被")


def _revoiced(mine: Act, other: Act) -> bool:
    """Whether only one of two clauses has a marker of voice: `guards.flow` reads these."""
    return set(_VOICE.findall(mine.text)) != set(_VOICE.findall(other.text))


_WINS_ZH = lazy_pattern(
    r"(?P<a>[^，。；：]{1,24}?)(?P<v>击败|战胜|力克|淘汰|取代|替代|代替|接替|顶替|险胜|横扫|完胜|大胜|逆转|胜出|不敌|负于|输给|败给|惜败|败于|负|让位于|让位给|让给)(?:了)?(?P<b>[^，。；：\d]{1,24})"
)
_REPLACES = lazy_pattern(r"取代|替代|代替|接替|顶替|replac|(?:is|are|been|was|were) replaced")
_BEATEN_ZH = lazy_pattern(
    r"(?P<b>[^，。；：]{1,24}?)被(?P<a>[^，。；：用]{1,20}?)(?:所)?(?:击败|战胜|力克|淘汰|取代|替代|代替|接替|顶替|横扫|逆转)"
)
_LOSES_ZH = frozenset("不敌 负于 输给 败给 惜败 败于 负 让位于 让位给 让给".split())
_WINS_EN = lazy_pattern(
    r"(?P<a>[^.;,:]{1,60}?)\s(?P<v>beat|beats|beating|defeat(?:ed|s|ing)?(?!\sby)|overc[oa]me|edged(?: out)?|thrashed|knocked out|outperform(?:ed|s)?(?!\sby)|mov(?:ed|es) past|pull(?:ed|s) ahead of|leapfrogg\w+|supplanted|displaced|unseated|replac(?:ed|es|ing)(?!\sby)|t(?:ook|akes?|aking) over from|overt(?:ook|akes?|aken)(?!\sby)"
    r"|lost(?:\s[\d–-]+)?\sto|loses?\sto|losing\sto|g(?:ave|ives?|iving) way to|(?:is|are|been|was|were) (?:beaten|defeated|outperformed|overtaken|knocked out|replaced|supplanted|displaced)(?:\s[\d–-]+)?(?:[^.;,]{0,24}?)\sby|win over|victory over|fell(?:\s[\d–-]+)?\sto(?=\s[A-Z]))\s(?P<b>[^.;,:]{1,60})"
)


def _contests(case: Case) -> Iterator[Finding]:
    """Objections to contests told with winner and loser exchanged, whatever the verb (击败, 不敌, beat, lost to)."""
    theirs = [pair for text in case.evidence for pair in _won(text)]
    for winner, loser in _won(case.sentence):
        for other_winner, other_loser in theirs:
            crossed = winner & other_loser and loser & other_winner
            if crossed and not (winner & other_winner and loser & other_loser):
                yield Finding("role", "fail", "role", ("、".join(sorted(winner)),))
                return


def _won(text: Passage) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """What wins, or takes the place, and what loses; a thing somebody uses for it (薄膜被团队用来取代袖带) takes the place."""
    chinese = text.language == "zh"
    told = [
        *((_WINS_ZH if chinese else _WINS_EN).finditer(text.text)),
        *(_BEATEN_ZH.finditer(text.text) if chinese else ()),
    ]
    for match in told:
        first, second = (text.content_keys(*match.span(name)) for name in ("a", "b"))
        verb = match.groupdict().get("v", "").lower()
        passive = chinese and verb and "被" in match["a"] and "用" not in match["a"].partition("被")[2]
        if not first or not second or passive:
            continue
        lost = verb in _LOSES_ZH or verb.startswith(
            ("lost", "lose", "losing", "was", "were", "is", "are", "been", "fell", "gave", "give", "giving")
        )
        yield (second, first) if lost else (first, second)


_SLOTS = {
    "zh": lazy_pattern(
        r"(?P<m>来自|源自|自|从|对|向|原产于|产自|出口到|出口至|进口自|(?:转移|迁移|搬迁|外迁|迁|搬|运|销|发|转|扩展|扩张)(?:到|至|往))(?=(?P<rest>[\u4e00-\u9fff]{2,10}))"
    ),
    "en": lazy_pattern(r"\b(?P<m>from|to|against|towards?)\s(?:the\s)?(?P<rest>[A-Za-z]+(?:\s[A-Za-z]+){0,2})"),
}


def _slots(case: Case) -> Iterator[Finding]:
    """Objections to a member of a class put into the slot of another (imports from Japan, from the buyer)."""
    mine = _filled(case.sentence)
    theirs: dict[tuple[str, str], set[str]] = {}
    for text in case.evidence:
        for slot, things in _filled(text).items():
            theirs.setdefault(slot, set()).update(things)
    for slot, things in mine.items():
        if slot in theirs and not things & theirs[slot] and not any(_holds(a, b) for a in things for b in theirs[slot]):
            yield Finding("role", "fail", "swap", ("、".join(sorted(things)), "、".join(sorted(theirs[slot]))))
            return


_ONE_MARK = {
    "来自": "自",
    "源自": "自",
    "原产于": "自",
    "产自": "自",
    "进口自": "自",
    "出口到": "向",
    "出口至": "向",
    "toward": "to",
    "towards": "to",
}


_CLAUSE_OF = lazy_pattern(r"[\u4e00-\u9fff]{2,12}的")


def _within(text: Passage, marker: str, end: int) -> bool:
    """Whether a member after 对 or 向 only stands in a clause that describes what the marker governs: 对美方加诸其企业的要求."""
    match = _CLAUSE_OF.match(text.text, end) if marker in {"对", "向"} else None
    return match is not None and any(
        w.tag.startswith("v") and w.tag != "vn" for w in text.words if end <= w.start and w.end <= match.end()
    )


def _holds(one: str, other: str) -> bool:
    """Whether of two places one lies in the other: 欧盟 where the evidence says 法国等欧盟成员国."""
    return holds(one, other) or holds(other, one)


def _filled(text: Passage) -> dict[tuple[str, str], set[str]]:
    """Marker and class → the members of the class right after that marker."""
    found: dict[tuple[str, str], set[str]] = {}
    named = members(text.text, text.language)
    for match in _SLOTS[text.language].finditer(text.text):
        for member in named:
            if member.start == match.start("rest") and not _within(text, match["m"], member.end):
                mark = match["m"].lower()
                mark = "到" if mark[-1:] in {"到", "至", "往"} and not mark.startswith("出口") else mark
                found.setdefault((_ONE_MARK.get(mark, mark), member.kind), set()).add(member.thing)
    return found


def _replaced(mine: Act, same: list[Act]) -> str:
    """The named agents of the evidence when the sentence gives this very act to another name; else empty."""
    acting = mine.agents & mine.names
    like = [other for other in same if (mine.patients & other.patients) or not (mine.patients or other.patients)]
    if not acting or not like or any(mine.agents & other.agents or not other.agents & other.names for other in like):
        return ""
    if any(other.agents & other.names & (mine.patients | mine.agents) for other in like):
        return ""
    return "、".join(sorted(like[0].agents & like[0].names))


def _related(mine: Act, other: Act) -> bool:
    return bool((mine.agents | mine.patients) & (other.agents | other.patients))


def _swapped(mine: Act, other: Act) -> bool:
    """Both sides have changed places, or a name that acted in the evidence is acted upon while another now acts."""
    if mine.agents & other.patients and mine.patients & other.agents:
        return True
    moved = mine.patients & other.agents & mine.names & other.names
    return (
        bool(moved) and not other.patients & mine.patients and bool((mine.agents & mine.names) - other.agents - moved)
    )


_FROM_TO_ZH = lazy_pattern(
    r"(?:从|由|自)(?P<a>[^，。；：]{1,16}?)(?:逐步|逐渐|加快|加速|成功|全面|进一步|持续|不断)?(?:转向|走向|迈向|转变为|转变成|转化为|升级为|过渡到|扩展到|扩展至|延伸至|延伸到|发展到|发展为|变为|提高到|提升到|提升至|提高至|增至|增长到|增长至|升至|降至|下降到|下降至|降到|减少到|减少至|转移到|转移至|向|到|至)(?P<b>[^，。；：]{1,16})"
)
_FROM_TO_EN = lazy_pattern(
    r"\bfrom\s+(?P<a>[^.,;:]{1,40}?)\s+(?:to|towards?|into)\s+(?P<b>[^.,;:]{1,40})", re.IGNORECASE
)


def _paths(case: Case) -> Iterator[Finding]:
    pattern = _FROM_TO_ZH if case.sentence.language == "zh" else _FROM_TO_EN
    theirs = [_ends(text, m) for text in case.evidence for m in pattern.finditer(text.text)]
    theirs += [ends for text in case.evidence for ends in _reached(text)]
    found = [(m.group(), *_ends(case.sentence, m)) for m in pattern.finditer(case.sentence.text)]
    for words, start, end in [*found, *(("—", *ends) for ends in _reached(case.sentence))]:
        if not start or not end:
            continue
        for other_start, other_end in theirs:
            crossed = bool(start & other_end) and bool(end & other_start)
            if crossed and len(start & other_end) + len(end & other_start) > len(start & other_start) + len(
                end & other_end
            ):
                yield Finding("role", "fail", "path", (words,))
                return


def _reached(text: Passage) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Start and end of `1.4 billion, up from 1.1 billion`."""
    for i, quantity in enumerate(text.quantities):
        before = [q for q in text.quantities[:i] if q.unit_class == quantity.unit_class]
        if before and re.search(r"\b(?:up|down) from\s*$", text.text[: quantity.start], re.IGNORECASE):
            yield frozenset({str(abs(quantity.value.normalize()))}), frozenset({str(abs(before[-1].value.normalize()))})


def _ends(text: Passage, match: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    return _mentions(text, *match.span("a")), _mentions(text, *match.span("b"))


def _mentions(text: Passage, start: int, end: int) -> frozenset[str]:
    words = set(text.content_keys(start, end))
    for q in text.quantities:
        if start <= q.start < end:
            words.add(str(abs(q.value.normalize())))
        elif q.high is not None and q.start < start < q.end:  # "11% to 18%" was read as one range
            words.add(str(abs(q.high.normalize())))
    words |= {d.text.strip() for d in text.dates if start <= d.start < end}
    return frozenset(words)


_MARKER_ZH = lazy_pattern(
    r"(?P<a>[^，。；：]{1,20}?)(?P<m>对|向|给|被(?!告|申请|上诉)|由|(?<!作)为|(?<!\d)比(?!\d)|较|替代|取代|代替|优先于|依赖|支持|领先)(?P<b>[^，。；：]{1,24})"
)


def _markers(case: Case) -> Iterator[Finding]:
    """`A对B` against `B对A` where the verb differs or was not recognised as one; comparisons are `guards.compare`'s."""
    if case.sentence.language != "zh" or comparisons(case.sentence):
        return
    theirs = [(m["m"], *_sides(text, m)) for text in case.evidence for m in _all_markers(text.text)]
    for match in _all_markers(case.sentence.text):
        start, end = _sides(case.sentence, match)
        for mark, other_start, other_end in theirs:
            if mark != match["m"] or not start or not end:
                continue
            start, end, other_start, other_end = (
                start - end,
                end - start,
                other_start - other_end,
                other_end - other_start,
            )
            nouns = _nouns(case.sentence)
            if start & other_end & nouns and end & other_start & nouns and not start & other_start:
                yield Finding("role", "fail", "role", (match.group(),))
                return


def _nouns(text: Passage) -> frozenset[str]:
    """Keys of the words of a Chinese text that are no plain verbs: what one is on a side by."""
    return frozenset(w.key for w in text.words if w.content and not (w.tag == "v" and len(w.text) > 1))


def _sides(text: Passage, match: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    return text.content_keys(*match.span("a")), text.content_keys(*match.span("b"))


def _all_markers(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while match := _MARKER_ZH.search(text, position):
        yield match
        position = match.end("m")
