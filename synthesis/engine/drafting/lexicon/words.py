"""Words with a comparison key: Chinese by rjieba with parts of speech, English by a light stemmer.

The key of a word is the representative of its vetted group (`lexicon.equivalents`), so 企业 and 公司 compare equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from synthesis.engine.drafting.lexicon.equivalents import EQUIVALENT_EN, EQUIVALENT_ZH
from synthesis.engine.drafting.lexicon.stop import STOP_EN, STOP_ZH
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text import segment

_CONTENT_TAGS = ("n", "v", "a", "i", "l", "j", "z", "t", "s", "b", "f", "eng", "nz")
_LATIN = lazy_pattern(r"[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ0-9]*(?:[-'’/.&][A-Za-zÀ-ÖØ-öø-ɏ0-9]+)*")
_HAN = lazy_pattern(r"[一-鿿]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a passage: text, part of speech (rjieba's; "en" for English), span, key, whether it carries content."""

    text: str
    tag: str
    start: int
    end: int
    key: str
    content: bool


def words_of(
    text: str, language: str, cuts: tuple[int, ...] = (), names: tuple[tuple[int, int], ...] = ()
) -> tuple[Word, ...]:
    """The words of a folded text in order, offsets in code points; no Chinese word runs across one of the `cuts`, and each of
    the spans `names` (half-open) is one word, the name of a body."""
    if language == "en":
        return _english(text)
    inner = {c for c in cuts if not any(a < c < b for a, b in names)} | {c for span in names for c in span}
    ends = [0, *sorted(c for c in inner if 0 < c < len(text)), len(text)]
    return tuple(
        word
        for start, end in pairwise(ends)
        for word in ((_name(text, start, end),) if (start, end) in names else _chinese(text[start:end], start))
    )


def _name(text: str, start: int, end: int) -> Word:
    return Word(text[start:end], "nt", start, end, text[start:end], True)


def _chinese(text: str, offset: int) -> tuple[Word, ...]:
    words, position = [], 0
    for piece, tag in _pieces(text):
        start = text.find(piece, position)
        if start < 0:
            continue
        position = start + len(piece)
        key = piece.lower() if piece.isascii() else EQUIVALENT_ZH.get(piece, piece)
        content = tag.startswith(_CONTENT_TAGS) and piece not in STOP_ZH and bool(_HAN.search(piece) or piece.isalpha())
        if len(piece) == 1 and not tag.startswith("n"):
            content = False
        words.append(Word(piece, tag, start + offset, position + offset, key, content))
    return tuple(words)


_TURN = lazy_pattern(
    r"(?:上升|下降|增长|提高|降低|减少|增加|上涨|下跌|下滑|扩大|缩小|加快|放缓|改善|短缺|不足|过剩|获批|上市|收购|审批|应用)$"
)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """rjieba's words; phrases its dictionary keeps whole (价格下降) are cut before the verb."""
    for piece, tag in segment.tag(text):
        match = _TURN.search(piece) if len(piece) >= 4 else None
        if match and match.start() >= 2:
            yield piece[: match.start()], "n"
            yield match.group(), "v"
        elif 1 < len(piece) < 5 and _GLUED.search(piece) and len(parts := _listed(piece)) > 1:
            yield from parts
        else:
            yield piece, tag


_GLUED = lazy_pattern(r"^[是为由被把将与按同对从向给归]|[是为由被把将则于自向对]$|^.是")


@lru_cache(maxsize=4096)
def _listed(piece: str) -> tuple[tuple[str, str], ...]:
    """The dictionary's words in a guessed one (为省, 赛力斯为), a name before or after the particle kept whole."""
    parts = tuple(segment.tag(piece, guess=False))
    if len(parts) == 1 and parts[0][1] == "nr" and len(piece) > 2 and piece[0] in "为由被把将按对从给":
        return ((piece[0], "p"), (piece[1:], "nz"))  # 从宁远: of reports, hardly the poet
    if len(parts) > 2 and all(len(p) == 1 for p, _ in parts):
        if piece[-1] in "于自向对":
            return ((piece[:-1], "v"), (piece[-1], "p"))  # 现藏于
        head = piece[0] in "是为由被把将与按同对从向给归"
        name = piece[1:] if head else piece[:-1]
        return ((piece[0], "p"), (name, "nz")) if head else ((name, "nz"), (piece[-1], "p"))
    return parts


def _english(text: str) -> tuple[Word, ...]:
    words = []
    for match in _LATIN.finditer(text):
        raw = match.group()
        low = raw.lower().replace("’", "'").removesuffix("'s")
        root = stem(low)
        key = _by_stem().get(root, root)
        words.append(Word(raw, "en", match.start(), match.end(), key, low not in STOP_EN and len(low) > 1))
    return tuple(words)


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, str]:
    return {stem(word): stem(head) for word, head in EQUIVALENT_EN.items()}


_IRREGULAR = {
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow",
    "led": "lead", "made": "make", "held": "hold", "bought": "buy", "sold": "sell", "kept": "keep", "built": "build",
    "became": "become", "began": "begin", "found": "find", "gave": "give", "given": "give", "took": "take",
    "taken": "take", "shown": "show", "showed": "show", "drove": "drive", "driven": "drive", "paid": "pay",
    "lost": "lose", "won": "win", "saw": "see", "seen": "see", "met": "meet", "brought": "bring", "spent": "spend",
    "came": "come", "went": "go", "gone": "go", "data": "datum", "analyses": "analysis", "criteria": "criterion",
    "ran": "run", "drew": "draw", "drawn": "draw", "wrote": "write", "written": "write", "taught": "teach",
    "sought": "seek", "thought": "think", "fought": "fight", "caught": "catch", "spoke": "speak", "spoken": "speak",
    "stood": "stand", "understood": "understand", "told": "tell", "heard": "hear", "felt": "feel", "meant": "mean",
    "lent": "lend", "bound": "bind", "struck": "strike", "flew": "fly", "flown": "fly", "threw": "throw",
    "knew": "know", "known": "know", "wore": "wear", "broke": "break", "broken": "break", "forgave": "forgive",
    "swept": "sweep", "slept": "sleep", "dealt": "deal", "laid": "lay", "hung": "hang", "sang": "sing",
    "swam": "swim", "overtook": "overtake", "overtaken": "overtake", "undertook": "undertake",
    "undertaken": "undertake", "said": "say",
    "left": "leave", "sent": "send", "chose": "choose", "chosen": "choose", "withdrew": "withdraw",
    "withdrawn": "withdraw", "women": "woman", "men": "man", "children": "child", "people": "person",
    "growth": "grow", "loss": "lose", "losses": "lose", "sale": "sell", "sales": "sell", "analyse": "analysis", "analysed": "analysis",
    "reimbursed": "reimburse", "shrank": "shrink", "shrunk": "shrink", "sank": "sink", "sunk": "sink",
    "higher": "high", "lower": "low", "larger": "large", "smaller": "small", "faster": "fast", "slower": "slow",
}  # fmt: skip
_WHOLE = frozenset(
    "supply apply reply rely imply comply multiply family assembly monopoly italy july early daily only".split()
)
_SUFFIXES = (
    ("isations", "ise"), ("isation", "ise"), ("izations", "ise"), ("ization", "ise"), ("izing", "ise"), ("ized", "ise"),
    ("izes", "ise"), ("ize", "ise"), ("ising", "ise"), ("ised", "ise"), ("ises", "ise"), ("ations", "ate"), ("ation", "ate"),
    ("itions", "it"), ("ition", "it"), ("tions", "t"), ("tion", "t"), ("sions", "s"), ("sion", "s"), ("ments", ""),
    ("ment", ""), ("ities", "ity"), ("ies", "y"), ("ied", "y"), ("iers", "y"), ("ally", "al"), ("ily", "y"), ("ly", ""),
    ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ings", ""), ("ing", ""), ("ers", "er"), ("ed", ""), ("es", "e"), ("s", ""),
)  # fmt: skip
_DOUBLED = lazy_pattern(r"([bdfgmnprt])\1$")


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """A light English stem: inflections and the commonest nominal endings removed, final e dropped."""
    if word in _WHOLE:
        return word
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    if len(word) > 4:
        for ending, put in _SUFFIXES:
            if (
                word.endswith(ending)
                and len(word) - len(ending) >= 3
                and not (ending == "s" and word.endswith(("ss", "us", "is")))
            ):
                word = word[: -len(ending)] + put
                if ending in {"ing", "ed", "ings"}:
                    word = _DOUBLED.sub(r"\1", word)
                break
    elif len(word) == 4 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        word = word[:-1]
    if word.endswith("ate") and len(word) > 6:
        word = word[:-3]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
