"""The part of speech of each word of an English sentence, as one letter a word, told from closed classes, listed verbs,
endings and neighbours; which words are the finite verbs of their clauses is settled clause by clause.

D determiner  A adjective  N noun  S plural noun  P name  # figure  I preposition  T to before a verb  V finite verb
U bare verb  E participle  G -ing form  M modal  B is, was  b be, been  H has, had  O do  R adverb  X not  C and, or
K but, so  L because, when …  Q that, whether  W which, who  Y pronoun  c closing particle; marks stand for themselves.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from synthesis.engine.drafting.rewriting.inflect_en import gerund, past, third
from synthesis.engine.drafting.rewriting.tagging_en import (
    ADVERBS,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PARTICLES,
    PREPOSITIONS,
    Token,
    is_adjective,
    tokens_of,
)
from synthesis.engine.drafting.rewriting.tagging_en import (
    verb_forms as listed_forms,
)
from synthesis.engine.drafting.rewriting.verbs_en import NOUN_LIKE
from synthesis.engine.drafting.rewriting.verbs_known_en import BOTH, MORE

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety dozen hundred thousand million billion trillion half third thirds quarter quarters fifth fifths tenth tenths percent cent twice double".split()
)
_PRONOUNS = frozenset(
    "it they he she we you i them him us itself themselves himself herself others everyone everything nobody nothing none".split()
)
_EITHER = frozenset("as since before after until than like once".split())  # before a noun phrase or before a clause
_LINK = frozenset(
    "because although though while whereas if unless when whenever wherever provided so-called lest".split()
)
_ASKS = frozenset("that whether how why what".split())
_POINTERS = frozenset("this these those some many most several few both all each another such more less".split())
_LY_ADJECTIVES = frozenset(
    "daily weekly monthly yearly quarterly hourly early likely unlikely costly elderly friendly lonely lively timely orderly deadly".split()
)
_LY_NOUNS = frozenset("supply family assembly anomaly monopoly ally reply poly".split())
_ING_NOUNS = frozenset(
    "building training housing funding spending planning banking shipping farming fishing mining manufacturing engineering marketing advertising lighting heating cooling bearing"
    " saving savings earnings meeting hearing opening finding findings testing monitoring processing recycling packaging financing lending borrowing pricing warning ruling"
    " clothing learning teaching nursing parking policing broadcasting screening offering setting settings evening morning beginning something anything nothing everything king"
    " spring string ring wing thing during sibling ceiling wedding pudding dwelling holding holdings proceeding proceedings rating ratings timing".split()
)
_ADVERBS = frozenset(
    "however moreover instead meanwhile therefore thus hence otherwise nevertheless nonetheless besides overall abroad together ahead apart back away ago altogether"
    " indeed perhaps maybe elsewhere everywhere nowhere here there today yesterday tomorrow tonight twofold threefold abroad upwards onwards overnight".split()
)
_TOWARDS = re.compile(r"(?:attribut|contribut|owing|due$|link|relat|respon|led$|leads?$|compar|amount|access)")
_FINITE = "VBMHO"
_FLAT = str.maketrans("vz", "NS")


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each form of a verb that is recognised with (base, form)."""
    forms = {form: list(found) for form, found in listed_forms().items()}
    for base in MORE.split():
        made = (base, third(base), *past(base), gerund(base))
        for form, name in zip(made, ("base", "third", "past", "participle", "gerund"), strict=True):
            forms.setdefault(form, []).append((base, name))
    return {form: tuple(dict.fromkeys(found)) for form, found in forms.items()}


@lru_cache(maxsize=1)
def _nouns_too() -> frozenset[str]:
    return frozenset({*NOUN_LIKE, *BOTH.split()})


def only_verb(word: str) -> bool:
    """Whether a small word is the bare, third or past form of a verb and nothing else that is listed."""
    found = verb_forms().get(word, ())
    return (
        any(form in {"base", "third", "past"} for _, form in found)
        and not any(form == "participle" for _, form in found)
        and not any(base in _nouns_too() for base, _ in found)
        and word not in DETERMINERS
        and word not in ADVERBS
        and not is_adjective(word)
    )


@lru_cache(maxsize=4096)
def tags_of(text: str) -> str:
    """One letter for each token of `text`, as `tokens_of` cuts it."""
    tokens = tokens_of(text)
    rough = [_rough(tokens, i) for i in range(len(tokens))]
    for at in range(len(tokens)):
        if rough[at] == "?":
            rough[at] = _verb_or_not(tokens, rough, at)
    return _settled(tokens, rough)


def _rough(tokens: tuple[Token, ...], at: int) -> str:
    """The tag that the word alone tells, "?" for a form of a verb that needs its neighbours."""
    token, low = tokens[at], tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    prior = tokens[at - 1].low if at else ""
    if not token.is_word:
        if token.text in "-–" and at and tokens[at - 1].end == token.start:
            return "-"
        return "#" if re.match(r"[$€£]?\d|%", token.text) else token.text
    closed = "P" if token.text == "US" else _closed(low, prior, following)
    if closed:
        return closed
    if at and token.text[0].isupper():
        return "P"
    if low == "to":
        return _to(tokens, at, prior)
    if low in _NUMBERS:
        return "#"
    if low in DETERMINERS:
        return "Y" if low in _POINTERS and _verbal(following) else "D"
    if low in {"over", "under", "above", "below", "around", "about"} and (
        prior in {"and", "or"} or (prior in {"", ";"} and re.match(r"[$€£]?\d", following) and not _timed(tokens, at))
    ):
        return "R"
    if low in PREPOSITIONS or low == "per" or (low == "because" and following == "of"):
        return "I"
    if low in PARTICLES and verb_forms().get(prior):
        return "c"
    if low in ADVERBS or low in _ADVERBS:
        return "R"
    if low in verb_forms():
        return "?"
    return _by_ending(token, at)


def _closed(low: str, prior: str, following: str) -> str:
    """Words of closed classes; "" for others."""
    if low in {"not", "never"}:
        return "X"
    if low in BE:
        return "b" if low in {"be", "been", "being"} else "B"
    if low in HAVE:
        return "G" if low == "having" else "H"
    if low in MODALS and not (low == "may" and prior in PREPOSITIONS | DETERMINERS):
        return "M"
    if low in {"do", "does", "did"}:
        return "O"
    if low in {"and", "or", "nor"}:
        return "C"
    if low in {"but", "yet", "so"}:
        return "K" if prior in {",", ";"} or (low == "but" and prior) else "R"
    if low in _EITHER and not (low == "as" and following in {"well", "many", "much", "of"}):
        return "J"
    if low in _LINK and not (low == "because" and following == "of"):
        return "L"
    if low in _ASKS:
        return "D" if low == "that" and following in {"year", "month", "day", "period", "time", "same"} else "Q"
    if low in {"which", "who", "whom", "whose", "where"}:
        return "W"
    if low == "there":
        return "Y" if following in BE | MODALS else "R"
    return "Y" if low in _PRONOUNS else ""


def _to(tokens: tuple[Token, ...], at: int, prior: str) -> str:
    ahead = at + 1
    while ahead < len(tokens) and tokens[ahead].low.endswith("ly") and len(tokens[ahead].text) > 4:
        ahead += 1
    if ahead >= len(tokens) or not tokens[ahead].text[0].islower():
        return "I"
    low = tokens[ahead].low
    if low in {"be", "have", "do"}:
        return "T"
    base = any(form == "base" for _, form in verb_forms().get(low, ()))
    if not base or prior in {"according", "due", "owing", "compared", "contrary", "access", "response"}:
        return "I"
    if is_adjective(low) and any(_TOWARDS.match(t.low) for t in tokens[max(0, at - 8) : at]):
        return "I"  # attributed to lower limits
    if low in _nouns_too() and ahead + 1 < len(tokens):
        after = tokens[ahead + 1]
        opens = after.low in DETERMINERS or after.low in PREPOSITIONS - {"of"} or not after.text[0].islower()
        return "T" if opens or after.low.endswith("s") or is_adjective(after.low) else "I"
    return "T"


def _timed(tokens: tuple[Token, ...], at: int) -> bool:
    """Over 14 months, …: a span of time, not an amount."""
    return any(
        re.match(r"(?:year|month|week|day|hour|minute|season|decade)s?$", t.low) for t in tokens[at + 2 : at + 4]
    )


def _verbal(word: str) -> bool:
    """Whether a word is a plain sign that a verb group begins."""
    return word in BE | HAVE | MODALS | {"do", "does", "did"}


def _by_ending(token: Token, at: int) -> str:
    low = token.low
    if low in _ING_NOUNS:
        return "S" if low.endswith("ings") else "N"
    if low.endswith("ly") and len(low) > 4 and low not in _LY_NOUNS:
        return "A" if low in _LY_ADJECTIVES else "R"
    if low.endswith("ing") and len(low) > 5:
        return "?"
    if "-" in low and re.search(r"-(?:[a-z]+ed|[a-z]+ing|led|made|built|run|held|owned)$", low):
        return "A"
    if low.endswith("ed") and len(low) > 4 and not low.endswith(("eed", "hundred")):
        return "?"
    if is_adjective(low):
        return "A"
    if re.search(r"-(?:based|led|old|wide|long|free|style|term|scale|speed|related|year|sized)$", low):
        return "A"
    plural = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s"))
    return "S" if plural or low in {"people", "women", "men", "children", "data", "police"} else "N"


def _prior(rough: list[str], at: int) -> str:
    """The tag before `at`, adverbs and not passed over."""
    at -= 1
    while at >= 0 and rough[at] in "RX":
        at -= 1
    return rough[at] if at >= 0 else ""


def _forms(low: str) -> set[str]:
    names = {form for _, form in verb_forms().get(low, ())}
    if not names and low.endswith("ed"):
        names = {"past", "participle"}
    if not names and low.endswith("ing"):
        names = {"gerund"}
    return names


def _verb_or_not(tokens: tuple[Token, ...], rough: list[str], at: int) -> str:
    """The tag of a form of a verb by what stands before it; `v` (past) and `z` (third, base) where the clause decides."""
    names, prior, low = _forms(tokens[at].low), _prior(rough, at), tokens[at].low
    straight = rough[at - 1] if at else ""
    if "gerund" in names:
        noun = low in _ING_NOUNS or straight in tuple("DA") or (straight == "#" and rough[at - 1 : at])
        return "N" if noun and prior not in tuple("Bb") else "G"
    if low == "aged":
        return "E"
    if names & {"past", "participle"} and names != {"past"}:
        noun = at + 1 < len(tokens) and rough[at + 1] in tuple("NSPA?")
        if straight == "#" and not noun:
            straight = "N"
        if prior in tuple("BbH"):
            return "E"
        if straight in {"", "D", "A", "#", "I", "T", ","} and not ("base" in names and straight == "T"):
            return "E" if straight in {",", ""} else "A"
        if "base" in names and prior in tuple("MTO"):
            return "U"
        return "v" if "past" in names else "E"
    if names == {"past"}:
        return "A" if straight in tuple("DA") else "V"
    if "base" in names:
        if prior in tuple("MTO"):
            return "U"
        if straight in tuple("DAI#") or prior in tuple("VUEGBbH") or not at:
            return "N" if low in _nouns_too() or not is_adjective(low) else "A"
        return "z"
    if straight in tuple("DAI#") or (prior in tuple("VUGBb") and straight not in {"C", "R"}) or not at:
        return "S"
    return "z"


_STOPS = frozenset(",;:()—–KLQW")
_SAID = frozenset("said says say".split())  # that may be left out behind these


def _settled(tokens: tuple[Token, ...], rough: list[str]) -> str:
    """The finite verbs of each stretch between marks and joints told from participles and nouns."""
    _relatives(tokens, rough)
    bounds = [
        -1,
        *(i for i, tag in enumerate(rough) if tag in _STOPS or (i and tokens[i].low in _SAID and rough[i] in "vzV")),
        len(rough),
    ]
    for low, high in itertools.pairwise(bounds):
        _settle(tokens, rough, low + 1, high)
    for at, tag in enumerate(rough):
        if tag == "J":
            rough[at] = "I"
        elif tokens[at].low in _SAID and tag in "vz":
            rough[at] = "V"
    return "".join(tag if len(tag) == 1 else "." for tag in rough).translate(_FLAT)


def _relatives(tokens: tuple[Token, ...], rough: list[str]) -> None:
    """The verbs of relative clauses inside a subject: farmers who replace pumps save; the premium that farmers obtain fell."""
    for at, tag in enumerate(rough[:-1]):
        if tag not in "WQ" or not at or rough[at - 1] not in "NSP#" or tokens[at].low in {"whether", "how", "why"}:
            continue
        start = at
        while start and rough[start - 1] not in _STOPS:
            start -= 1
        if tag == "Q" and any(t in _FINITE + "vz" for t in rough[start:at]):
            continue  # they say that …
        end = next((i for i in range(at + 1, len(rough)) if rough[i] in _STOPS), len(rough))
        first = next((i for i in range(at + 1, end) if rough[i] in _FINITE + "vz"), None)
        if first is not None and rough[first] in "vz" and not any(t in _FINITE for t in rough[start:at]):
            rough[first] = "V"
            if any(t in _FINITE + "vz" for t in rough[first + 1 : end]):
                _settle(tokens, rough, first + 1, end)


def _settle(tokens: tuple[Token, ...], rough: list[str], low: int, high: int) -> None:
    split = next(
        (
            i
            for i in range(low, high)
            if rough[i] == "J"
            and any(rough[j] in _FINITE + "vz" for j in range(i + 2, high))
            and (i == low or any(rough[j] in _FINITE + "vz" for j in range(low, i)))
        ),
        None,
    )
    if split is not None:
        before, after = list(rough), list(rough)
        _settle(tokens, after, split + 1, high)
        _settle(tokens, before, low, split)
        if any(t in _FINITE for t in after[split + 1 : high]) and (
            split == low or any(t in _FINITE for t in before[low:split])
        ):
            rough[low:split], rough[split + 1 : high] = before[low:split], after[split + 1 : high]
            rough[split] = "L"
            return
        rough[split] = "I"
    sure = [i for i in range(low, high) if rough[i] in _FINITE]
    maybe = [i for i in range(low, high) if rough[i] in "vz"]
    chosen = sure[0] if sure else _best(tokens, rough, low, maybe, _least(rough, low, high))
    for i in maybe:
        joined = _prior(rough, i) == "C" and chosen is not None and i > chosen
        if i == chosen or (joined and (rough[i] == "v" or _alike(tokens, i, chosen))):
            continue
        if chosen is not None and _doubtful(rough, i, chosen):
            rough[i] = "."
            continue
        rough[i] = "E" if rough[i] == "v" else "S" if tokens[i].low.endswith("s") else "N"
    for i in maybe:
        if rough[i] in "vz":
            rough[i] = "V"


def _least(rough: list[str], low: int, high: int) -> int:
    """What a form must score to be finite: more where a stretch need not be a clause, behind a comma."""
    if not low or rough[low - 1] not in ",(":
        return -3
    following = next((tag for tag in rough[high + 1 :] if tag not in "RX"), "")
    if rough[low] in "GEIRA" or (following and following in _FINITE):
        return 9 if following and following in _FINITE else 2
    return 1


def _doubtful(rough: list[str], at: int, chosen: int) -> bool:
    """Whether a form that is no finite verb here may yet be one: evidence suggests the drug might help; X made the glass
    and Y sold it."""
    if at + 1 < len(rough) and rough[at + 1] in tuple("DY") and (rough[at] == "z" or at < chosen):
        return True
    back = at - 1
    while back > chosen and rough[back] in "NSPDA#I":
        back -= 1
    return rough[at] == "v" and back > chosen and rough[back] == "C" and at - back > 1


def _alike(tokens: tuple[Token, ...], at: int, chosen: int | None) -> bool:
    """Whether a form behind and goes with the finite verb before it: both in the present, in the same number."""
    if chosen is None:
        return False
    mine, its = _forms(tokens[at].low), _forms(tokens[chosen].low)
    return bool(mine & its & {"third", "base"})


def _best(tokens: tuple[Token, ...], rough: list[str], low: int, maybe: list[int], least: int) -> int | None:
    """The form that is most likely the finite verb of a stretch without a sure one."""
    best: tuple[int, int] | None = None
    for i in maybe:
        prior = _prior(rough, i)
        after = rough[i + 1] if i + 1 < len(rough) else ""
        score = {"S": 2, "N": 2, "P": 2, "Y": 3, "W": 3, "E": 1, "#": 1}.get(prior, 0)
        names = _forms(tokens[i].low)
        score += 2 if after in tuple("D#PYQ") else 1 if after in tuple("IRASTc") else 0
        score += after in tuple("NS") and rough[i] == "z"
        if rough[i] == "v":
            score += -1 if after in tuple("vV") else 1
            score -= 4 if i + 1 < len(tokens) and tokens[i + 1].low == "by" and not _amount(rough, i + 2) else 0
        elif "third" in names:
            score -= 3 if prior == "S" else 0
        else:
            score -= 0 if prior in tuple("SYW#") or "C" in rough[low:i] or (prior == "," and after == "Q") else 4
        noun_like = rough[i] == "z" and any(base in _nouns_too() for base, _ in verb_forms().get(tokens[i].low, ()))
        score -= noun_like and (prior != "," or after != "Q")
        if (i > low or (low and rough[low - 1] == ",")) and score > least and (best is None or score > best[0]):
            best = (score, i)
    return best[1] if best else None


def _amount(rough: list[str], at: int) -> bool:
    return at < len(rough) and (rough[at] == "#" or (rough[at] in "RIDA" and "#" in rough[at : at + 4]))
