"""The sides of acts in an English text, one at a time: the acquirer was A, it was A that sued B, A's purchase of B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.participles import describes
from synthesis.engine.drafting.guards.relations import Side
from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.lexicon.sides import ACTS_EN, SIDES_EN
from synthesis.engine.patterns import lazy_pattern

#: A noun phrase of at most five words, that ends where a verb, a preposition or a mark begins.
_STOPS = (
    "is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|and|or|but|while|whereas|that|which|who|whom|"
    "to|from|by|for|of|in|on|at|with|into|over|under|against|after|before|since|because|when|where|as|than|not|now|then|also|last|next|within|during|about|each|per|annually|yearly|"
    "back|among|between|upon|through|until|if|though|although|so|it|they|them|he|she|him|her|this|these|those|both|there"
)
_ARTICLES = "the|an?|its|their|his|her"
_WORD = rf"(?!(?:{_STOPS}|{_ARTICLES})\b(?!-))[\w&-]+(?:['’](?!s\b)\w+)*"
_NP = rf"(?:(?:the|an?|its|their|his|her|one of the|some|all|several)\s)?{_WORD}(?:\s(?:of\s(?:the\s)?(?=[A-Z]))?{_WORD}){{0,4}}?"
_FIRST = ("(?P<a>(?:(?:the", "(?P<b>(?:(?:the")
_STOP_WORDS, _ARTICLE_WORDS = frozenset(_STOPS.split("|")), frozenset("the a an its their his her".split())
_BE = r"(?:is|are|was|were|has been|have been|had been|be|been|being|will be)(?:\s(?:not|also|then|later|now|\w+ly))?"
_VERBS = {word: read for word, read in SIDES_EN.items() if read[1] in "+-?"}
_NOUNS = {word: read for word, read in SIDES_EN.items() if read[1] in "#="}
_NOUN_FORMS = _NOUNS.keys() | {f"{noun}s" for noun in _NOUNS}
_VERB_WORDS = frozenset(verb.split()[0] for verb in _VERBS)
_V = "(?:" + "|".join(sorted(map(re.escape, _VERBS), key=len, reverse=True)) + ")"
_N = "(?:" + "|".join(sorted(map(re.escape, _NOUNS), key=len, reverse=True)) + ")s?"
_A = "(?:" + "|".join(sorted(map(re.escape, ACTS_EN), key=len, reverse=True)) + ")"
_MODAL = r"(?:(?:will|would|must|may|might|can|could|should|shall|has|have|had|did|does|do|also|then|later|has to|have to|had to|is to|are to|was to|were to|now|\w+ly)\s)*"
_END = rf"(?=[.,;:)]|$|['’]s?\s|\s(?:{_STOPS})\b|\s[£$€\d])"


def _read(pattern: str) -> re.Pattern[str]:
    return lazy_pattern(pattern, re.IGNORECASE)


_CLEFT = _read(
    rf"\bit (?:is|was) (?P<a>{_NP}) (?:that|which|who) (?:the \w+ (?:ordered|told|asked|required) to )?{_MODAL}(?P<v>{_V})\b(?:\s(?P<b>{_NP}){_END})?"
)
_PASSIVE = _read(rf"(?P<b>{_NP}) {_BE} (?P<v>{_V})(?:\s(?!by\b)[^.,;:]{{1,40}}?)? by (?P<a>{_NP}){_END}")
_PASSIVE_TO = _read(rf"(?P<b>{_NP}) {_BE} (?P<v>sold|leased|let|lent) to (?P<c>{_NP}){_END}")
_ACTIVE = _read(rf"(?P<a>{_NP}) {_MODAL}(?:to )?(?P<v>{_V})\b(?!-)(?=(?P<rest>[^.,;:]*))")
_HOLDER = (
    _read(rf"\b(?:the|its|their) (?P<n>{_N})(?: (?:of|for|in|to) (?P<b>{_NP}))? (?:is|are|was|were|being|will be) (?P<a>{_NP}){_END}"),
    _read(rf"(?P<a>{_NP}) (?:is|are|was|were|became|becomes|remains|being|acts as|acted as)(?: now| still| also)? (?:(?:the|an?|one of the)\s(?:\w+\s)?|(?P<b>{_NP})['’]s?\s(?:\w+\s)?)?(?P<n>{_N})\b(?! [a-z]+(?:ed|ing)\b)(?: (?:of|for|to|with) (?P<c>{_NP}){_END})?"),
    _read(rf"(?P<a>{_NP}), (?:as |the |an? )(?:\w+ )?(?P<n>{_N}),"),
    _read(rf"(?:^|[.;] )(?:as (?:the )?|the )(?P<n>{_N}), (?P<a>{_NP}),"),
    _read(rf"(?P<b>{_NP})['’]s? (?:\w+ )?(?P<n>{_N})(?: of [^.,;:]{{1,30}}?)? (?:is|are|was|were) (?P<a>{_NP}){_END}"),
    _read(rf"(?P<b>{_NP}) (?:counts?|counted|has|had) (?P<a>{_NP}) (?:among|as one of) its (?P<n>{_N})\b"),
    _read(rf"\band (?P<a>{_NP}) the (?P<n>{_N}){_END}"),
)  # fmt: skip
_NOMINAL = (
    _read(rf"(?P<a>{_NP})['’]s? (?:\w+ )?(?P<v>{_A}) (?:of|from|against|to|on|over) (?P<b>{_NP}){_END}"),
    _read(rf"\b(?P<v>{_A}) (?:of|against|on|to) (?P<b>{_NP})(?: \w+)? (?:was |were |is )?(?:\w+ )?(?:by|from) (?P<a>{_NP}){_END}"),
    _read(rf"(?P<b>{_NP}) (?:face[sd]?|faces|received|receives|got|drew|suffered|met) (?:an? |the )?(?:\w+ )?(?P<v>{_A}) (?:from|by|at the hands of) (?P<a>{_NP}){_END}"),
    _read(rf"(?P<a>{_NP}) (?:filed|files|brought|brings|launched|launches|made|makes|imposed|imposes|placed|places) (?:an? |the )?(?:\w+ )?(?P<v>{_A}) (?:of [£$€\d][^.;]{{1,16}}? )?(?:against|on|of|to|for|at|with) (?P<b>{_NP}){_END}"),
)  # fmt: skip
#: Frame, the sides of a and b, and how both or one is told at once.
_WHOLE = (
    ("suit", "+", "-", _read(rf"(?P<a>{_NP}) (?:took|takes|take|has taken|have taken) (?P<b>{_NP}) to court")),
    ("acquire", "-", "+", _read(rf"(?P<a>{_NP}) (?:has |have |had )?(?:belong(?:s|ed)?|became part of|becomes part of|(?:is|was|were) (?:now )?(?:part of|owned by|merged into|absorbed by))(?: to)? (?P<b>{_NP}){_END}")),
    ("acquire", "+", "-", _read(rf"(?P<a>{_NP}) (?:took|takes|has taken|had taken) (?:over (?P<b>{_NP}){_END}|control of (?P<c>{_NP}){_END})")),
    ("eat", "+", "-", _read(rf"(?P<a>{_NP}) (?:feeds?|fed|preys?|preyed|lives?) (?:\w+ly )?on (?P<b>{_NP}){_END}")),
    ("hire", "-", "+", _read(rf"\bby (?P<a>{_NP}) (?:on behalf of|at the request of|on the instructions of|acting for) (?P<b>{_NP}){_END}")),
    ("hire", "-", "+", _read(rf"(?P<a>{_NP}) \w+ed [^.,;:]{{2,40}}? (?:on behalf of|at the request of|on the instructions of) (?P<b>{_NP}){_END}")),
    ("fine", "+", "-", _read(rf"\bfines? (?:of [^.;]{{1,20}}? )?(?:was|were) imposed on (?P<b>{_NP}) by (?P<a>{_NP}){_END}")),
    ("lead", "+", "", _read(rf"\b(?:under the (?:lead|leadership|direction)|led jointly|led|(?:lead|leadership) of [^.,;:]{{2,40}}? (?:lay|lies|rests?|rested)) (?:of|by|with) (?P<a>{_NP}){_END}")),
    ("lead", "+", "", _read(rf"(?P<a>{_NP}) (?:is|was|were|are|took|takes) (?:in )?the lead\b")),
    ("goods", "-", "+", _read(rf"(?P<a>{_NP})['’]s? [\w -]{{2,30}}? (?:come|comes|came) from (?P<b>{_NP}){_END}")),
)  # fmt: skip
_GOODS = frozenset("goods rent loan give pay right lead".split())
_TO, _FROM, _WITH, _OVER = (
    _read(rf"\b(?:{word}) (?P<x>{_NP}){_END}") for word in ("to", "from", "with", "over|against")
)
#: What is given, after who gets it: lent the club £900, paid them the rent.
_THING = _read(r"\s(?:[£$€\d]|(?:the|an?|its|their|some|all)\s)")
_NO_DIRECT = frozenset("won wins lost loses learn learns learned learnt".split())
_DIRECT = _read(rf"^\s(?P<x>{_NP}){_END}")
_NO_VERB = _read(r"(?:\b(?:the|an?|its|their|his|her|of|in|no|any|for|with|by|from)\s|-)$")
_NO_NOUN = _read(r"(?:\b(?:the|an?|its|their|his|her|no|any)\s(?:[a-z]+\s)?|\b(?:of|in|for|with|by|from)\s|-)$")
_NOUN_TOO = frozenset(
    "order orders supply supplies purchase import imports export exports fine fines lease leases rent rents license licence praise praises".split()
)
_OPENS = _read(r"\s(?:the|an?|its|their|his|her|two|three|four|five|six|several|some|all|[A-Z])")
_BOTH = lazy_pattern(r"\b(?:each other|one another|both|jointly|together|also|mutual\w*)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def sides_en(text: Passage) -> tuple[Side, ...]:
    """The sides a passage names."""
    found: list[Side] = []
    for start, end in text.sentences:
        if not _BOTH.search(text.text, start, end):
            found += _sentence(text, start, end)
    return tuple(s for s in found if s.keys)


def _turned(side: str) -> str:
    return "-" if side == "+" else "+"


def _sentence(text: Passage, start: int, end: int) -> Iterator[Side]:
    found = _Phrases(text, start, end)
    for frame, first, second, pattern in _WHOLE:
        for match in found.read(pattern):
            yield _side(text, match, frame, first, "a")
            if second:
                yield _side(text, match, frame, second, "b" if match["b"] else "c")
    if found.words & _NOUN_FORMS:
        for pattern in _HOLDER:
            for match in found.read(pattern):
                yield from _held(text, match)
    if found.words & ACTS_EN.keys():
        for pattern in _NOMINAL:
            for match in found.read(pattern):
                frame = ACTS_EN[match["v"].lower()]
                yield _side(text, match, frame, "+", "a")
                yield _side(text, match, frame, "-", "b")
    if found.words & _VERB_WORDS:
        yield from _predicates(text, found)


def _predicates(text: Passage, found: _Phrases) -> Iterator[Side]:
    taken: list[tuple[int, int]] = []
    for match in (*found.read(_CLEFT), *(found.read(_PASSIVE) if "by" in found.words else ())):
        taken.append(match.span("v"))
        yield from _by(text, match)
    for match in found.read(_PASSIVE_TO):
        taken.append(match.span("v"))
        yield _side(text, match, "acquire", "-", "b")
        yield _side(text, match, "acquire", "+", "c")
    for match in found.read(_ACTIVE):
        verb = match.span("v")
        if match["v"][0].isupper():
            continue  # Pell Shipping
        noun = _NO_NOUN if match["v"].lower() in _NOUN_TOO and not _OPENS.match(match["rest"]) else _NO_VERB
        if not any(s < verb[1] and verb[0] < e for s, e in taken) and not noun.search(text.text[found.start : verb[0]]):
            yield from _done(text, match)


class _Phrases:
    """A sentence with its words in small letters and the places where a noun phrase can begin."""

    def __init__(self, text: Passage, start: int, end: int) -> None:
        self.text, self.start, self.end = text.text, start, end
        inside = [w for w in text.words if start <= w.start and w.end <= end]
        self.words = frozenset(w.text.lower() for w in inside)
        self._starts: list[int] = []
        last, open_run = start, False
        for word in inside:
            low = word.text.lower()
            if low in _STOP_WORDS:
                open_run = False
            elif not open_run or low in _ARTICLE_WORDS or word.start - last != 1:
                self._starts.append(word.start)
                open_run = True
            last = word.end

    def read(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """The matches of a pattern, at the phrases when it begins with one."""
        if not pattern.pattern.startswith(_FIRST):
            return list(pattern.finditer(self.text, self.start, self.end))
        found = (pattern.match(self.text, at, self.end) for at in self._starts)
        return [m for m in found if m is not None]


def _held(text: Passage, match: re.Match[str]) -> Iterator[Side]:
    word = match["n"].lower()
    frame, kind = _NOUNS.get(word) or _NOUNS[word.removesuffix("s")]
    side = "+" if kind == "#" else "-"
    yield _side(text, match, frame, side, "a")
    for name in ("b", "c"):
        if match.groupdict().get(name):
            yield _side(text, match, frame, _turned(side), name)


def _by(text: Passage, match: re.Match[str]) -> Iterator[Side]:
    frame, side = _VERBS[match["v"].lower()]
    if side == "?":
        return
    yield _side(text, match, frame, side, "a")
    if match["b"] and frame not in _GOODS:
        yield _side(text, match, frame, _turned(side), "b")


def _done(text: Passage, match: re.Match[str]) -> Iterator[Side]:
    """A sues B, A supplies B with it, A supplies it to B, A buys it from B."""
    frame, side = _VERBS[match["v"].lower()]
    rest = match["rest"]
    if side == "?" or frame == "rent":
        given, got = _TO.search(rest) or rest.startswith(" out"), _FROM.search(rest)
        if bool(given) != bool(got):
            side = "+" if given else "-"
        elif side == "?":
            return
    clause = clause_at(text, match.start("v"))
    if rest.startswith(" by ") or (clause is not None and describes(clause, *match.span("v"))):
        return
    subject = _side(text, match, frame, side, "a")
    if not subject.keys:
        return
    yield subject
    direct = _DIRECT.match(rest)
    mark = _OVER if frame == "beat" and side == "+" else _TO if (side == "+") != (frame == "beat") else _FROM
    other = mark.search(rest) if direct is None or side == "-" or frame in {*_GOODS, "beat"} else direct
    twice = direct is not None and _THING.match(rest, direct.end())
    told = frame not in _GOODS or frame == "pay" or twice or _WITH.search(rest) or match["v"].lower().startswith("owe")
    if other is None and told and match["v"].lower() not in _NO_DIRECT:
        other = direct
    if other is not None:
        at = match.start("rest")
        yield _spanned(text, match, frame, _turned(side), at + other.start("x"), at + other.end("x"))


def _side(text: Passage, match: re.Match[str], frame: str, side: str, name: str) -> Side:
    return _spanned(text, match, frame, side, *match.span(name))


def _spanned(text: Passage, match: re.Match[str], frame: str, side: str, start: int, end: int) -> Side:
    clause = next((c for c in text.clauses if c.start <= match.start() < c.end), None)
    span = (clause.start, clause.end) if clause else match.span()
    keys = text.content_keys(start, end)
    return Side(frame, side, keys, *span, text.content_keys(*span), marked=True)
