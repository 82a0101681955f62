"""Which words of an English sentence are the finite verbs of their clauses, told stretch by stretch between marks and joints:
the others of their form are participles or nouns. Works on the letters of `tags_en`; `v` is a past form, `z` a bare or third
one, `J` a word that may open a clause or a phrase, `.` what cannot be told.
"""

from __future__ import annotations

import itertools
import re

from synthesis.engine.drafting.rewriting.tagging_en import Token
from synthesis.engine.drafting.rewriting.verbs_known_en import forms_of, nouns_too, verb_forms

_FINITE = "VBMHO"
_FLAT = str.maketrans("vz", "NS")
_STOPS = frozenset(",;:()—–KLQW")
_SAID = frozenset("said says say".split())  # that may be left out behind these


def prior_tag(rough: list[str], at: int) -> str:
    """The tag before `at`, adverbs and not passed over."""
    at -= 1
    while at >= 0 and rough[at] in "RX":
        at -= 1
    return rough[at] if at >= 0 else ""


def settled(tokens: tuple[Token, ...], rough: list[str]) -> str:
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
    if low >= high:
        return  # nothing stands behind a comma or a bracket that ends the text
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
        joined = prior_tag(rough, i) == "C" and chosen is not None and i > chosen
        if i == chosen or (joined and (rough[i] == "v" or _alike(tokens, i, chosen))):
            continue
        if joined and rough[i] == "z" and "U" in rough[low:i] and not tokens[i].low.endswith("s"):
            rough[i] = "U"
            continue
        if joined is False and chosen is not None and _second_clause(rough, i, chosen):
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
    if not any(tag in _FINITE + "vz" for tag in rough[:low]) and rough[low] in "vzR":
        return -3  # what stood before was the subject and what it is
    following = next((tag for tag in rough[high + 1 :] if tag not in "RX"), "")
    if rough[low] in "GEIRA" or (following and following in _FINITE):
        return 9 if following and following in _FINITE else 2
    return 1


def _second_clause(rough: list[str], at: int, chosen: int) -> bool:
    """Families became smaller and children moved: a past form behind and with a thing, where the first verb has no object."""
    if rough[at] != "v" or at <= chosen:
        return False
    join = next((i for i in range(at - 1, chosen, -1) if rough[i] == "C"), None)
    if join is None or at - join < 2 or any(tag not in "NSPDA#" for tag in rough[join + 1 : at]):
        return False
    between = "".join(rough[chosen + 1 : join])
    return bool(re.fullmatch(r"[RA]*(?:I[DA#]*[NSP#]+)*", between)) and "I" not in between[-1:]


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
    mine, its = forms_of(tokens[at].low), forms_of(tokens[chosen].low)
    return bool(mine & its & {"third", "base"})


def _best(tokens: tuple[Token, ...], rough: list[str], low: int, maybe: list[int], least: int) -> int | None:
    """The form that is most likely the finite verb of a stretch without a sure one."""
    best: tuple[int, int] | None = None
    for i in maybe:
        prior = prior_tag(rough, i)
        if prior == "z" and tokens[i - 1].low.endswith("s"):
            prior = "S"
        after = rough[i + 1] if i + 1 < len(rough) else ""
        score = {"S": 2, "N": 2, "P": 2, "Y": 3, "W": 3, "E": 1, "#": 1}.get(prior, 0)
        names = forms_of(tokens[i].low)
        score += 2 if after in tuple("D#PYQ") else 1 if after in tuple("IRASTc") else 0
        score += after in tuple("NS") and rough[i] == "z"
        if rough[i] == "v":
            score += -1 if after in tuple("vV") else 1
            score -= 7 if i + 1 < len(tokens) and tokens[i + 1].low == "by" and not _amount(rough, i + 2) else 0
        elif "third" in names:
            score -= 3 if prior == "S" else 0
        else:
            score -= 0 if prior in tuple("SYW#") or "C" in rough[low:i] or (prior == "," and after == "Q") else 4
        noun_like = rough[i] == "z" and any(base in nouns_too() for base, _ in verb_forms().get(tokens[i].low, ()))
        score -= noun_like and (prior != "," or after != "Q")
        if (i > low or (low and rough[low - 1] in ",WQ")) and score > least and (best is None or score > best[0]):
            best = (score, i)
    return best[1] if best else None


def _amount(rough: list[str], at: int) -> bool:
    return at < len(rough) and (rough[at] == "#" or (rough[at] in "RIDA" and "#" in rough[at : at + 4]))
