"""Names in English sentences: capitalised words, designations and drug names the evidence does not have.

Nationalities, initials and their expansions count as the name they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.abbreviations import aliases, stands
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, NAME_SUFFIX_EN
from synthesis.engine.drafting.lexicon.geography import holds, wholes_in
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.stop import STOP_EN
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.drafting.quantities.units import UNITS
from synthesis.engine.patterns import lazy_pattern

_CAPITAL = lazy_pattern(r"(?:[A-ZÀ-ÖØ-Þ][\w&]*|[a-z]+[A-Z0-9]\w*)(?:[-./]\w+)*")
_TIME = lazy_pattern(r"(?:Q[1-4]|H[12]|FY\d*)")
_TITLES = frozenset(
    "mr mrs ms dr prof professor president minister january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday "
    "sunday ii iii iv i gdp cpi ceo usd us$ rmb eur gbp ai it act law euro olympic olympics state ministry department "
    "parliament internet earth day eve".split()
)
# A first word that ends so is a common noun, not a name.
COMMON_END = lazy_pattern(
    r"(?:tion|sion|ment|ity|ness|ing|ance|ence|ism|ship|age|ure|cy|ly|ts|rs|ns|ds|ys|es|ls|ks|gs|ms|ps|hs|th|al|ed|ive|ous|er|or|ist|dom|ful|able|"
    r"ible|ic|ry|gy|my|phy|care|work)$"
)
#: Who or what it is, told between commas: Vestas, the Danish maker of turbines, …
_APPOSITION = lazy_pattern(r", (?:the|an?|which|who|whose|one of|based|headquartered|owned)\b[^.;,]{3,90},")
_PREDICATE = lazy_pattern(
    r"(?:\w+ed|is|was|are|were|has|have|had|will|would|can|could|may|might|must|shall|should|did|does|said|says|ran|won|lost|beat|held|"
    r"made|took|became|rose|fell|grew|paid|bought|sold|led|put|cut|set|left|saw|met|built|got|went|came|began|remains?|plans?|expects?|accounts?|'s)$"
)


def english_names(case: Case, inside: list[tuple[int, int]], evidence: str) -> Iterator[Finding]:
    """Objections to names of an English sentence; `inside` are spans of figures, `evidence` its letters squeezed."""
    known = {w.key for text in case.evidence for w in text.words}
    raw = frozenset(w.text.lower() for text in case.evidence for w in text.words)
    starts = {s for s, _ in case.sentence.sentences}
    spans = _known_members(case) + inside + _known_wholes(case)
    for position, word in enumerate(case.sentence.words):
        bare = word.text.removesuffix("'s").removesuffix("’s")
        low = bare.lower()
        if (
            any(s < word.end and word.start < e for s, e in spans)
            or low in _TITLES
            or _TIME.fullmatch(bare)
            or bare in UNITS
        ):
            continue
        plain = word.key in known or _letters(bare) in evidence or any(low in term for term in case.glossary)
        plain = plain or any(stands(alias, text.text) for alias in aliases(bare) for text in case.evidence)
        if plain or derived(bare, raw) or _short_form(case, position) or _parts_known(bare, known, raw, case):
            continue
        if NAME_SUFFIX_EN.search(low) and word.content and low not in COMMON_EN:
            yield Finding("entity", "fail", "name", (word.text,))
            continue
        first = any(not case.sentence.text[s : word.start].strip(" \"“'(") for s in starts if s <= word.start)
        if not _CAPITAL.fullmatch(bare) or (low in COMMON_EN and bare[1:].islower()):
            continue
        if first and word.text[1:].islower() and not _leads(case, position):
            continue
        yield Finding("entity", "fail", "name", (word.text,))


def _letters(text: str) -> str:
    return re.sub(r"[^\w]+", "", text).lower()


def _known_members(case: Case) -> list[tuple[int, int]]:
    """Spans of names that stand for a name of the evidence (German for Germany)."""
    theirs = {(m.kind, m.thing) for text in case.evidence for m in members(text.text, text.language)}
    if any("European" in text.text for text in case.evidence):
        theirs |= {(m.kind, m.thing) for m in members("Europe", "en")}  # Brussels for the European Commission
    return [(m.start, m.end) for m in members(case.sentence.text, "en") if (m.kind, m.thing) in theirs]


def _known_wholes(case: Case) -> list[tuple[int, int]]:
    """Spans of names of places that hold a place of the evidence, or are its capital or country (East Asian for Japan)."""
    everything = " ".join(text.text for text in case.evidence)
    return [(start, end) for start, end, name in wholes_in(case.sentence.text) if holds(name, everything)]


def _leads(case: Case, position: int) -> bool:
    """Whether the first word of a sentence is a name: no common ending, a verb or another capital after it."""
    words = case.sentence.words
    word = words[position]
    low = word.text.lower()
    if low in STOP_EN or low in COMMON_EN or COMMON_END.search(low) or position + 1 >= len(words):
        return word.text.endswith(("'s", "’s")) and low not in STOP_EN
    after = words[position + 1]
    if word.text.endswith(("'s", "’s")):
        return True
    quoted = case.sentence.text[word.end : word.end + 1] in {'"', "”"}
    return (
        quoted
        or bool(_APPOSITION.match(case.sentence.text, word.end))
        or bool(_PREDICATE.match(after.text.lower()))
        or (after.text[:1].isupper() and after.start == word.end + 1)
    )


def _parts_known(bare: str, known: set[str], raw: frozenset[str], case: Case) -> bool:
    """A compound (EU-bound, Chinese-made) whose capitalised parts are known."""
    if "-" not in bare:
        return False
    theirs = {(m.kind, m.thing) for text in case.evidence for m in members(text.text, text.language)}
    parts = [p for p in bare.split("-") if p[:1].isupper() or any(c.isdigit() for c in p)]
    return all(
        p.lower() in raw
        or (p.isupper() and any(_initials(text, p.lower()) for text in case.evidence))
        or any((m.kind, m.thing) in theirs for m in members(p, "en"))
        or derived(p, raw)
        for p in parts
    )


def _short_form(case: Case, position: int) -> bool:
    """Initials of words of the evidence (GP, RCTs), or a word of a phrase whose initials stand there."""
    words = case.sentence.words
    token = words[position].text.removesuffix("'s").removesuffix("’s")
    if re.fullmatch(r"[A-Z]{2,6}s?", token):
        return any(_initials(text, token.removesuffix("s").lower()) for text in case.evidence) or _initials(
            case.sentence, token.removesuffix("s").lower()
        )
    wanted = {
        w.text.removesuffix("s").lower()
        for text in case.evidence
        for w in text.words
        if re.fullmatch(r"[A-Z]{2,6}s?", w.text)
    }
    for start in range(max(0, position - 5), position + 1):
        for stop in range(position + 1, min(len(words), start + 7) + 1):
            phrase = [
                w.text[0].lower() for w in words[start:stop] if w.text.lower() not in {"of", "the", "and", "for", "on"}
            ]
            if len(phrase) >= 2 and "".join(phrase) in wanted:
                return True
    return False


@lru_cache(maxsize=4096)
def _initials(text: Passage, letters: str) -> bool:
    """Whether consecutive words (or parts of compounds) of a text begin with these letters."""
    parts = [
        p
        for w in text.words
        for p in re.split(r"[-/]", w.text)
        if p and p.lower() not in {"of", "the", "and", "for", "on"}
    ]
    heads = "".join(p[0].lower() for p in parts)
    names = "".join(w.text[0].lower() for w in text.words if w.text[0].isupper())
    if len(letters) > 2 and letters in names:
        return True
    return letters in heads or (len(letters) > 2 and letters[0] + letters[2:] in heads)


_ENDINGS = lazy_pattern(
    r"(?:|e|y|d|de|n|s|an|ian|ean|ese|ish|sion|tion|ation|ition|ion|ing|al|ial|ity|ment|er|or|ive|ative|ly|ness|ence|ance|ed|ant|ent|ic|ical|"
    r"ism|ist|ous|able|ible|ary|ise|ize|isation|ization|ate|ts|t|nt|nd|se|ce|cy|ure|id|ying|ies|ied|age|ship|hood|ful|less|ers|ors)"
)


def derived(word: str, known: frozenset[str]) -> bool:
    """Whether a word is of one family with a word of the evidence (Brazil, Brazilian; extend, extension)."""
    low = word.lower()
    for other in known:
        size = next((i for i, (a, b) in enumerate(zip(low, other, strict=False)) if a != b), min(len(low), len(other)))
        if size >= 5 and _ENDINGS.fullmatch(low[size:]) and _ENDINGS.fullmatch(other[size:]):
            return True
    return False


def new_words(case: Case) -> list[Word]:
    """The content words of the sentence no evidence has in any form."""
    known = {w.key for text in case.evidence for w in text.words}
    raw = frozenset(w.text.lower() for text in case.evidence for w in text.words)
    return [w for w in case.sentence.words if w.content and w.key not in known and not derived(w.text, raw)]
