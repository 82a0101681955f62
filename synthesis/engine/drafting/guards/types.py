"""What a guard reports, and the text it looks at, split once for all guards."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from synthesis.engine.drafting.lexicon.firms import places
from synthesis.engine.drafting.lexicon.folding import clause_spans, fold, language, sentence_spans
from synthesis.engine.drafting.lexicon.words import Word, words_of
from synthesis.engine.drafting.quantities.find import DateMention, Quantity, find_dates, find_quantities
from synthesis.engine.patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection: the guard, "fail" (contradicts or is in no evidence) or "check" (a person should look).

    `code` names a message of `verify_messages`; `parts` fill it.
    """

    guard: str
    level: str
    code: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or an actor in a text: half-open span, wording, kind, and the keys or characters it is known by."""

    start: int
    end: int
    text: str
    kind: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: they are cache keys
class Clause:
    """A clause of a passage: half-open span, its words, and the index of its sentence."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    sentence: int
    keys: frozenset[str]  # of the content words


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: they are cache keys
class Passage:
    """A folded text with its language, words, sentences, clauses, figures and dates."""

    text: str
    language: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    clauses: tuple[Clause, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]

    def sentence_span(self, offset: int) -> tuple[int, int]:
        """The half-open span of the sentence an offset lies in, of the whole text when it lies in none."""
        return next(((s, e) for s, e in self.sentences if s <= offset < e), (0, len(self.text)))

    def sentence_of(self, clause: Clause) -> str:
        """The text of the sentence a clause stands in."""
        start, end = self.sentences[clause.sentence]
        return self.text[start:end]

    def content_keys(self, start: int, end: int) -> frozenset[str]:
        """Keys of the content words that lie wholly in the span."""
        return frozenset(w.key for w in self.words if w.content and start <= w.start and w.end <= end)

    def clauses_of(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of one sentence."""
        return tuple(c for c in self.clauses if c.sentence == sentence)


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: they are cache keys
class Case:
    """A sentence to verify with the evidence it rests on and the fixed terms of the workspace."""

    sentence: Passage
    evidence: tuple[Passage, ...]
    glossary: frozenset[str] = field(default_factory=frozenset)


def _without_figures(
    words: tuple[Word, ...], figures: list[tuple[int, int]], dates: list[tuple[int, int]]
) -> tuple[Word, ...]:
    """The words, those that are part of a figure or date without content (万人, 年底); counted English nouns keep it."""

    def inside(word: Word, spans: list[tuple[int, int]]) -> bool:
        return any(start < word.end and word.start < end for start, end in spans)

    return tuple(
        replace(w, content=False) if w.content and (inside(w, dates) or (w.tag != "en" and inside(w, figures))) else w
        for w in words
    )


def _qualified(text: str, quantity: Quantity) -> tuple[int, ...]:
    """Where the qualifier before a figure begins: 和约132亿元 holds no 和约."""
    before = text[quantity.start - 1 : quantity.start] if quantity.start else ""
    inside = text[quantity.start : quantity.start + 1]
    return (
        (quantity.start - 1,)
        if before in _QUALIFIERS and before
        else (quantity.start + 1,)
        if inside in _QUALIFIERS
        else ()
    )


_QUALIFIERS = frozenset("约近超逾")
#: Stops of Chinese that were written narrow: beside a character of Chinese, or behind a figure's sign.
_HALF_WIDTH = lazy_pattern(
    r"(?<=[\u4e00-\u9fff）》”%])[,;:?!](?!\d)|(?<=[\u4e00-\u9fff）》”%])[,;](?=\d)|(?<=[\u4e00-\u9fff）》”%])\.(?=\s|$|[\u4e00-\u9fff“《])|,(?=[\u4e00-\u9fff“《])"
)
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}


#: Behind a conjunction that opens a clause, and between 每 and a unit, no word of Chinese runs on: 而|丽颜集团, 每|千克.
_CUT = lazy_pattern(
    r"(?<=[，；。])(?:而(?![且后是今已言立])|但(?![是凡愿])|并(?![且非不未无排购网行存])|则|另(?![外有一行据]))|每(?=千克|千瓦|立方)|可(?=分得|分成|得到|获得|拿到)"
)


@lru_cache(maxsize=2048)
def passage(text: str, names: tuple[str, ...] = ()) -> Passage:
    """`text` split for the guards, each of the `names` one word; cached, because evidence is cited again and again."""
    folded = fold(text)
    lang = language(folded)
    if lang == "zh":
        folded = _HALF_WIDTH.sub(lambda match: _FULL_WIDTH[match.group()], folded)
    quantities, dates = tuple(find_quantities(folded)), tuple(find_dates(folded))
    words = _without_figures(
        words_of(
            folded,
            lang,
            tuple(x for q in quantities for x in (q.start, q.end, *_qualified(folded, q)))
            + tuple(x for d in dates for x in (d.start, d.end))
            + (tuple(m.end() for m in _CUT.finditer(folded)) if lang == "zh" else ()),
            places(folded, names) if lang == "zh" else (),
        ),
        [(q.start, q.end) for q in quantities],
        [(d.start, d.end) for d in dates],
    )
    sentences = tuple(sentence_spans(folded))
    clauses = []
    for number, (begin, stop) in enumerate(sentences):
        for start, end in clause_spans(folded[begin:stop]):
            inside = tuple(w for w in words if begin + start <= w.start and w.end <= begin + end)
            keys = frozenset(w.key for w in inside if w.content)
            clauses.append(
                Clause(begin + start, begin + end, folded[begin + start : begin + end], inside, number, keys)
            )
    return Passage(folded, lang, words, sentences, tuple(clauses), quantities, dates)
