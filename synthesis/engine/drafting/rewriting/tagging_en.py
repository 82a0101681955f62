"""Words of an English sentence with their place, and what each may be by form and neighbours. A reader of report prose, not
a parser: where the neighbours leave a doubt the answer is no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from synthesis.engine.drafting.rewriting import verbs_more_en
from synthesis.engine.drafting.rewriting.inflect_en import gerund, past, third
from synthesis.engine.drafting.rewriting.verbs_en import KNOWN, NOUN_LIKE, ROWS
from synthesis.engine.patterns import lazy_pattern

DETERMINERS = frozenset(
    "the a an this these those its their his her our your my each every some any no many most more several few both all such another either neither less fewer".split()
)
PREPOSITIONS = frozenset(
    "of in on at for with by from to as into across within before after during between until since through under over per against among without towards than via"
    " despite throughout along behind above below beyond around near off onto upon unlike like".split()
)
BE, HAVE = frozenset("is are was were be been being".split()), frozenset("has have had having".split())
MODALS = frozenset("can could may might must shall should will would cannot".split())
LINKS = frozenset(
    "and or but nor yet so because although though while whereas if when where which that who whose whom than once unless as".split()
)
ADVERBS = frozenset(
    "so not also now still already often never only just even then always sometimes again almost nearly once soon rather quite very too well far faster slower sooner later earlier longer better worse further alike".split()
)
PARTICLES = frozenset("aside up out off back down away forward together apart ahead".split())
_PARTS = frozenset("third quarter fifth sixth seventh eighth ninth tenth further factor".split())
_PLURAL_SUBJECTS = frozenset("they we you people women men children who that which police staff data".split())
_WORD = lazy_pattern(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*|[$€£]?\d[\d.,]*\d|[$€£]?\d|\S")


class Token(NamedTuple):
    """A word, number or mark as written, with its span in code points, half-open."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """Lower-cased."""
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        """Letters, no mark and no figure."""
        return self.text[0].isalpha()


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words, figures and marks of `text` in order."""
    return tuple(Token(m.group(0), m.start(), m.end()) for m in _WORD.finditer(text))


@lru_cache(maxsize=1)
def verb_rows() -> dict[str, list[tuple[str, tuple[tuple[str, int], ...]]]]:
    """Each verb with its frames: (what must follow, ((alternative, cost), …))."""
    rows: dict[str, list[tuple[str, tuple[tuple[str, int], ...]]]] = {}
    for row in re.split(r"\n| \| ", ROWS.strip() + verbs_more_en.ROWS.rstrip()):
        key, _, alternatives = row.partition(": ")
        base, _, frame = key.partition(" ")
        rows.setdefault(base, []).append((frame, priced(alternatives)))
    return rows


def priced(alternatives: str) -> tuple[tuple[str, int], ...]:
    """`rise, go up~2` → ((rise, 1), (go up, 2))."""
    out = []
    for item in alternatives.split(", "):
        text, _, cost = item.partition("~")
        out.append((text, int(cost or 1)))
    return tuple(out)


def forms_with_bases(bases: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Each form of these verbs with (base, form), in the order given."""
    forms: dict[str, list[tuple[str, str]]] = {}
    for base in dict.fromkeys(bases):
        made = (base, third(base), *past(base), gerund(base))
        for form, name in zip(made, ("base", "third", "past", "participle", "gerund"), strict=True):
            forms.setdefault(form, []).append((base, name))
    return {form: tuple(dict.fromkeys(found)) for form, found in forms.items()}


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each form of a listed verb with (base, form)."""
    return forms_with_bases([*verb_rows(), *KNOWN.split(), *sorted(NOUN_LIKE)])


def before(tokens: Sequence[Token], at: int) -> str:
    """The word before `at`, adverbs passed over; "" at the start."""
    at -= 1
    while at >= 0 and (tokens[at].low in ADVERBS or (tokens[at].low.endswith("ly") and len(tokens[at].text) > 4)):
        at -= 1
    return tokens[at].low if at >= 0 else ""


def after(tokens: Sequence[Token], at: int, step: int = 1) -> str:
    """The word after `at`; "" at the end."""
    return tokens[at + step].low if at + step < len(tokens) else ""


_ADJECTIVE = lazy_pattern(r"(?:al|ive|ous|ful|less|able|ible|ic|ant|ent|ary|ish)$")
_ADJECTIVES = frozenset(
    "new old large small high low long short good poor strong weak big great main major minor rapid slow cheap costly heavy light early late first second third last next"
    " own other same different similar common public private local rural urban young elderly older younger wide broad narrow deep free full empty open rare fair safe clean"
    " dirty hot cold warm dry wet hard soft easy rich severe serious considerable substantial existing rising falling growing leading current present recent former future"
    " overall average total annual monthly daily weekly extra further mere sheer whole entire half double single several mature scarce simple complex key top low-income"
    " larger smaller higher lower longer shorter better worse stronger weaker bigger cheaper faster slower earlier later wider tighter stricter closer largest smallest highest"
    " lowest longest shortest best worst strongest biggest cheapest fastest slowest latest".split()
)
_NO_ADJECTIVE = frozenset(
    "material potential capital proposal arrival approval hospital rental terminal signal animal journal manual individual festival mineral chemical professional removal"
    " renewal appraisal disposal denial trial rival interval withdrawal plant applicant consultant tenant participant merchant restaurant grant student agent parent patient"
    " client president accident incident component content investment management government department equipment treatment movement event percent percentage cement element"
    " document instrument payment employment development environment improvement agreement incentive initiative objective directive representative cooperative alternative"
    " relative archive perspective narrative fabric traffic topic public clinic logistic metric republic vegetable table cable variable library salary boundary summary"
    " secondary dictionary publisher debt rent moment segment talent extent accent judgement settlement requirement measurement consumption".split()
)


def is_adjective(word: str) -> bool:
    """Whether a word is known as one, or ends as they do."""
    low = word.lower()
    return low in _ADJECTIVES or (
        low not in _NO_ADJECTIVE and len(low) > 4 and bool(_ADJECTIVE.search(low)) and not low.endswith("ment")
    )


def is_function(word: str) -> bool:
    """A word without a matter of its own: article, preposition, auxiliary, link."""
    low = word.lower()
    return (
        low in DETERMINERS
        or low in PREPOSITIONS
        or low in BE
        or low in HAVE
        or low in MODALS
        or low in LINKS
        or low in ADVERBS
    )


def _adverb(low: str) -> bool:
    return low.endswith("ly") and len(low) > 4


def takes_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase follows the verb at `at`."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    low = following.low
    if low in {"more", "less"} and (after(tokens, at, 2) == "than" or _adverb(after(tokens, at, 2))):
        return False  # rose more than, rose more quickly
    if low.endswith("ed") and any(form == "past" for _, form in verb_forms().get(low, ())):
        return False  # the contracts examined led to …
    if low in PARTICLES:
        return False
    if low in DETERMINERS or re.match(r"[$€£\d“\"]", following.text):
        return True
    if not following.is_word or low in PREPOSITIONS or low in LINKS or low in BE or low in HAVE or low in MODALS:
        return False
    if low.endswith("ing") and len(low) > 5:
        return False
    if low in ADVERBS or _adverb(low):
        return low in {"only", "almost", "nearly"}
    return True


def _finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` may be a finite verb, generously: what stands before it is no article, preposition or verb."""
    low = tokens[at].low
    if low in MODALS or (low in BE and low not in {"be", "been", "being"}) or (low in HAVE and low != "having"):
        return True
    names = {form for _, form in verb_forms().get(low, ())} & {"base", "third", "past"}
    prior = tokens[at - 1].low if at else ""
    if not names or prior in DETERMINERS or prior in PREPOSITIONS or prior in BE or prior in HAVE or prior in MODALS:
        return False
    if prior in {"to", ""} or is_adjective(prior):
        return False
    return "past" in names or "third" in names or prior.endswith("s") or prior in _PLURAL_SUBJECTS


def sole_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is the only one of its clause that can be the finite verb: then it is, noun-like or not.
    A clause here reaches from one mark or link (that, which, because, but) to the next; and joins."""
    low, high = at, at + 1
    while low and tokens[low - 1].is_word and tokens[low - 1].low not in LINKS - {"and", "or", "than", "as"}:
        low -= 1
    while high < len(tokens) and tokens[high].text not in {",", ";", ":", "(", ")"}:
        if tokens[high].low in LINKS - {"and", "or", "than", "as"}:
            break
        high += 1
    if at - low < 1 or tokens[low].low in PREPOSITIONS or tokens[at - 1].low in LINKS or not _finite(tokens, at):
        return False
    return not any(i != at and _finite(tokens, i) and tokens[i - 1].low not in {"and", "or"} for i in range(low, high))


def form_at(tokens: Sequence[Token], at: int, base: str, form: str) -> str:
    """The form in which the word at `at` is the verb `base`, "" when it may be something else; `passive` for a participle
    whose object stands before it."""
    prior, following = before(tokens, at), after(tokens, at)
    noun_like = base in NOUN_LIKE
    straight = tokens[at - 1].low if at else ""
    if straight in DETERMINERS or (
        at and is_adjective(tokens[at - 1].text) and form != "gerund" and not straight.endswith("s")
    ):
        return ""
    if form == "gerund":
        if prior in BE:
            return "gerund"
        sure = (
            prior in {"by", "without", "after", "before", "while", "when"}
            or following in DETERMINERS
            or bool(re.match(r"[$€£\d]", following))
        )
        if prior in (PREPOSITIONS - {"to"}) or prior in {"", ",", "and", "or", "while", "when"}:
            return "gerund" if sure and takes_object(tokens, at) else ""  # in producing countries is no object
        return "gerund" if prior.endswith("s") and prior not in DETERMINERS and takes_object(tokens, at) else ""
    if form in {"past", "participle"}:
        if prior in BE:
            return "passive"
        if prior in HAVE:
            return "participle"
        if prior in PREPOSITIONS or prior in {"", ",", "and", "or"}:
            return "past" if prior in {"and", "or"} and takes_object(tokens, at) and form == "past" else ""
        if following == "by" and not re.match(
            r"\d|up$|an$|about$|around$|roughly$|nearly$|almost$|half$|more$|over$|as$|one$|two$|three$",
            after(tokens, at, 2),
        ):
            part = after(tokens, at, 2) == "a" and after(tokens, at, 3) in _PARTS
            return "past" if part and form == "past" else "" if part else "passive"
        if prior in verb_forms() and not any(b in NOUN_LIKE for b, _ in verb_forms()[prior]):
            return ""  # accept | paid help
        if prior.endswith("ed") or any(name == "past" for _, name in verb_forms().get(prior, ())):
            return ""  # reported measured results, opened directly operated shops
        return "past" if form == "past" and tokens[at].low != base else ""
    if form == "base":
        if prior in MODALS or (prior == "to" and (not noun_like or takes_object(tokens, at))):
            return "base"
        if prior in _PLURAL_SUBJECTS or (prior.endswith("s") and not is_function(prior) and not prior.endswith("ss")):
            if any(b == base and name == "past" for b, name in verb_forms().get(tokens[at].low, ())):
                return ""  # the archives cut: now or then
            sure = following in DETERMINERS or bool(re.match(r"[$€£\d]|that$", following)) or prior in _PLURAL_SUBJECTS
            return "base" if sure or not noun_like or sole_finite(tokens, at) else ""
        return ""
    if prior in PREPOSITIONS or prior in MODALS or prior in BE or prior in HAVE or prior in {"", ",", "and", "or", "("}:
        return ""
    if noun_like and not (
        prior in {"which", "that", "who", "it"}
        or following in DETERMINERS
        or bool(re.match(r"[$€£\d]", following))
        or sole_finite(tokens, at)
    ):
        return ""
    return "third"
