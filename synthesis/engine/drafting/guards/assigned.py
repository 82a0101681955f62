"""What falls to whom: a duty to one of several bodies, a rule to one of several laws.

An objection needs two holders in the evidence, the thing of one and the name of the other, and nothing they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.doers import acts_on_its_own
from synthesis.engine.drafting.guards.doers_en import finite_en
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_H, _T = r"(?P<h>[^，。；：的由归]{2,14}?)", r"(?P<t>[^，。；：]{2,24}?)"
_DUTY = r"(?:具体|主要|则|也|分别)?(?:负责|主管|分管|承担|掌管)"
_STOP = r"(?=[，。；：]|$)"
_HOLDS = {
    "zh": (
        lazy_pattern(rf"(?:^|[，。；：]){_H}{_DUTY}(?!的)(?P<t>[^，。；：]{{2,24}}?){_STOP}"),
        lazy_pattern(rf"(?:^|[，。；：]){_T}(?:则|都|也)?(?:由|归)(?P<h>[^，。；：的]{{2,14}}?)(?:继续|独自|共同|全额|一力|出面|来|去|一并)?(?:负责|承担|主管|分管|管理?|出资|出钱|买单|埋单|解决|办理|实施|执行|操办|打理|提供|运营|支付|落实|掏钱|执掌|料理){_STOP}"),
        lazy_pattern(rf"(?:^|[，。；：]){_T}的?(?:责任|任务|担子|重任|职责|费用|开销|花费)?(?:则|都|也)?(?:落在|落到|压在|算在|记在)了?(?P<h>[^，。；：的]{{2,14}}?)(?:的)?(?:身上|肩上|头上|账上|名下){_STOP}"),
        lazy_pattern(rf"(?:负责|承担|主管|分管){_T}的(?:则|就|正)?是(?P<h>[^，。；：]{{2,14}}?)(?:则|也)?{_STOP}"),
        lazy_pattern(rf"(?:^|[，。；：]){_T}(?:则)?(?:是|属于|为)(?P<h>[^，。；：]{{2,14}}?)的(?:职责|责任|任务|分内事|工作){_STOP}"),
        lazy_pattern(r"《(?P<h>[^《》]{2,40})》(?:则|还|也)?(?:明确)?(?:规定|要求|明确|提出)，?(?P<t>[^。；《]{4,80})"),
        lazy_pattern(r"(?:根据|依据|按照?|依照)《(?P<h>[^《》]{2,40})》(?:的?(?:规定|要求))?，(?P<t>[^。；《]{4,80})"),
        lazy_pattern(r"(?:^|[。；])(?P<t>[^。；《]{4,80}?)，?(?:这|此|依据|的?规定|的?要求)[^，。；《]{0,4}《(?P<h>[^《》]{2,40})》"),
    ),
    "en": (
        lazy_pattern(r"(?:^|[,;.] |\b(?:while|and|whereas|that) )(?P<h>(?:the )?[\w'’-]+(?: [\w'’-]+){0,3}?) (?:is |are |was |were )?(?:responsible for|in charge of|handles?|handled|looks? after|looked after|manages?|takes? care of) (?P<t>[^.,;]{3,50}?)(?=[.,;]|$| (?:and|while) )", re.IGNORECASE),
        lazy_pattern(r"\bit (?:is|was) (?P<h>(?:the )?[\w'’-]+(?: [\w'’-]+){0,3}?) (?:that|which|who) (?:is |are |was |were )?(?:responsible for|in charge of|handles?|looks? after|manages?) (?P<t>[^.,;]{3,50}?)(?=[.,;]|$)", re.IGNORECASE),
        lazy_pattern(r"(?:^|[,;.] |\band )(?P<t>[^.,;]{3,50}?) (?:is|are|was|were) (?:the responsibility of|handled by|managed by|looked after by|up to) (?P<h>(?:the )?[\w'’-]+(?: [\w'’-]+){0,3}?)(?=[.,;]|$| and )", re.IGNORECASE),
        lazy_pattern(r"\b(?:up to|falls? to|fell to|left to|for) (?P<h>(?:the )?[\w'’-]+(?: [\w'’-]+){0,3}?) to (?P<t>[^.,;]{3,50}?)(?=[.,;]|$)", re.IGNORECASE),
        lazy_pattern(r"(?:^|[,;.] |\band )(?P<t>[^.,;]{3,50}?) (?:is|are|was|were) (?:a (?:matter|task|job|question) for|the (?:job|task|business|duty|remit|work) of|in the hands of|done by|carried out by|undertaken by|entrusted to) (?P<h>(?:the )?[\w'’-]+(?: [\w'’-]+){0,3}?)(?=[.,;]|$| and )", re.IGNORECASE),
        lazy_pattern(r"(?:^|[,;.] |\band |\bfor )(?P<t>[^.,;]{3,50}?) (?:falls? to|fell to|lies with|rests with|lay with) (?P<h>(?:the )?[\w'’-]+(?: [\w'’-]+){0,3}?)(?=[.,;]|$| and )", re.IGNORECASE),
    ),
}  # fmt: skip
_LATTER = lazy_pattern(r"^(?:前者|后者|the (?:former|latter)|it|they|其|该.*|这.*|此.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Held:
    """A holder and what falls to it, by their content words, and the wording of the holder."""

    holder: frozenset[str]
    thing: frozenset[str]
    called: str


@lru_cache(maxsize=1024)
def _acting(text: Passage) -> tuple[_Held, ...]:
    """Who leads a clause and does what the rest of it tells."""
    found = []
    for clause in text.clauses:
        words = [w for w in clause.words if w.text.lower() not in _OPENERS]
        end = _led(words, text.language)
        if not end or not any(w.content for w in words[end:]):
            continue
        first, last = words[0], words[end - 1]
        called = text.text[first.start : last.end]
        holder = _keys(text, first.start, last.end)
        if holder and not _LATTER.match(called):
            found.append(_Held(holder, _keys(text, last.end, clause.end), called))
    return tuple(found)


def _led(words: list[Word], language: str) -> int:
    """How many words a clause opens with that name one who acts, before a verb."""
    if language == "zh":
        for end in range(1, min(len(words), _LONGEST)):
            if not words[end - 1].tag.startswith(("n", "j", "b", "vn", "s", "x", "eng", "g", "v")):
                return 0
            if acts_on_its_own("".join(w.text for w in words[:end])) and not acts_on_its_own(
                "".join(w.text for w in words[: end + 1])
            ):
                return end
        return 0
    for end, word in enumerate(words[:_LONGEST]):
        low = word.text.lower()
        if end and finite_en(low) and any(w.content for w in words[:end]):
            return end
        if low in _NO_SUBJECT:
            return 0
    return 0


_LONGEST = 7
_OPENERS = frozenset("而 但 则 其中 同时 另外 此外 whereas while but and although though the a an".split())
_NO_SUBJECT = frozenset(
    "it they he she this that these those who which what there in on at for under by after before".split()
)


@lru_cache(maxsize=1024)
def _held(text: Passage) -> tuple[_Held, ...]:
    found = []
    for pattern in _HOLDS[text.language]:
        for match in pattern.finditer(text.text):
            if _LATTER.match(match["h"].strip()):
                continue
            holder, thing = (_keys(text, *match.span(name)) for name in ("h", "t"))
            if holder and thing:
                found.append(_Held(holder, thing, match["h"].strip()))
    return tuple(found)


def _keys(text: Passage, start: int, end: int) -> frozenset[str]:
    """The content words of a stretch, in Chinese with its pairs of characters: names are cut differently."""
    keys = text.content_keys(start, end)
    if text.language == "zh":
        told = text.text[start:end]
        keys |= {told[i : i + 2] for i in range(len(told) - 1)}
    return keys


def assigned_findings(case: Case) -> Iterator[Finding]:
    """An objection to what falls to one in the sentence and to another in the evidence, which gives that one other things."""
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    theirs = [h for text in texts for h in (*_held(text), *_acting(text))]
    for mine in _held(case.sentence):
        for own in theirs:
            rivals = [o for o in theirs if not o.holder <= own.holder and _share(mine.holder, o.holder - own.holder)]
            if (
                not rivals
                or not _same_thing(mine.thing, own.thing, rivals)
                or mine.holder & (own.holder - _all(rivals))
                or mine.holder & own.thing
            ):
                continue
            if not any(_share(mine.holder, h.holder) and _share(mine.thing, h.thing - own.thing) for h in theirs):
                yield Finding("role", "fail", "subject", (mine.called, own.called))
                return


def _all(held: list[_Held]) -> frozenset[str]:
    return frozenset[str]().union(*(h.holder for h in held))


def _share(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine & theirs)


def _same_thing(mine: frozenset[str], own: frozenset[str], rivals: list[_Held]) -> bool:
    """Whether at least half of what is told is of one holder's thing, and nothing of that of the others."""
    others = frozenset[str]().union(*(r.thing for r in rivals))
    told = mine & (own - others)
    return 2 * len(told) >= len(mine) and not mine & (others - own)
