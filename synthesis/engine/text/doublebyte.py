"""Double-byte text read in the wrong charset or one byte out of phase, and UTF-8 read as GBK that lost bytes on the way.

The general case of `byteshift`: no scraper and no annotation is needed, because a whole run is wrong. A run is written back to
the bytes it was made of and read again; only where the result reads like a text, and the run as it stands like none, is it
a repair. Where bytes are missing and several characters may fill the place, the readings are suggestions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import regex

from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.charmodel import common_characters
from synthesis.engine.text.fluency import likelihood, mean_likelihood
from synthesis.engine.text.mojibake import decoded
from synthesis.engine.text.script import to_simplified

_CHARSETS = ("gbk", "big5", "cp932")
#: GB 18030 also writes what decoders of GBK show as private-use characters.
_WRITTEN = {"gbk": "gb18030", "big5": "big5", "cp932": "cp932"}
#: A run ends where a decoder gave up, and at blanks.
_RUN = regex.compile(r"[^\s\ufffd?]*[^\x00-\x7f\ufffd][^\s\ufffd?]*")
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_ASCII = lazy_pattern("[\x00-\x7f]+")
_GAPPED_RUN = regex.compile(r"[^\x00-\x7f\s][^\s]{2,}")
#: Sound text has at least this share of common characters.
_COMMON = 0.6
#: Mean ln P of a character: above it is text, below it is none; the repair must gain this much besides.
_TEXT, _NO_TEXT, _GAIN = -6.5, -8.5, 3.0
#: So many characters of a run prove something; of Japanese, by its share of kana.
_LEAST, _LEAST_JAPANESE = 6, 8
_KANA = regex.compile(r"[ぁ-ゖァ-ヺー]")
_KANJI = regex.compile(r"[\p{Han}ぁ-ゖァ-ヺー、。「」（）・0-9A-Za-z]")
#: Letters that no charset of Chinese or Japanese has in plenty: such a run is another language.
_OTHER = regex.compile(r"[\p{L}--[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}A-Za-z]]", regex.V1)
_MUCH_OTHER = 0.5
_MUCH_KANA = 0.3
#: P that a filling must have among all to be a repair, at a run's beginning, where nothing before it vouches for it, and how
#: many are suggested.
_SURE, _SURE_FIRST, _SHOWN = 0.95, 0.995, 5
#: At either end a run may hold something else, or half a character.
_SPARE = 1
#: Lost characters of one run that are worth a search.
_MOST_GAPS = 12
_AROUND = 5


@dataclass(frozen=True, slots=True)
class Reread:
    """`text[start:end]` was decoded wrongly; `after` is what it says, or None with ranked `suggestions`."""

    start: int
    end: int
    after: str | None
    kind: str
    confidence: float
    suggestions: tuple[str, ...] = ()


def find_reread(text: str, simplify: Callable[[str], str] = to_simplified) -> list[Reread]:
    """The wrongly read double-byte runs of `text`, ascending, not overlapping. Linear in its length.

    `simplify`: `to_simplified`, for a caller that keeps what it gave.
    """
    if text.isascii():
        return []
    # Half a surrogate pair is no character.
    text = _SURROGATE.sub("\ufffd", text)
    found: list[Reread] = []
    at = 0
    simplified = text
    for match in _GAPPED_RUN.finditer(text):
        if _sound(simplified[match.start() : match.end()]):
            continue
        if simplified is text:
            # From the first Traditional run on all are looked at so.
            simplified = simplify(text)
            if _sound(simplified[match.start() : match.end()]):
                continue
        if _sound(match.group()):
            continue
        lossy = _lossy_utf8(match.group(), match.start())
        pieces = [lossy] if lossy else _double_bytes(match.group(), match.start())
        for one in pieces:
            if one.start >= at:
                found.append(one)
                at = one.end
    return found


def _sound(simplified: str) -> bool:
    """Whether a run is made of the characters that texts are made of."""
    wide = _ASCII.sub("", simplified)
    return len(wide) < _LEAST // 2 or sum(map(common_characters().__contains__, wide)) >= _COMMON * len(wide)


def _double_bytes(gapped: str, offset: int) -> Iterator[Reread]:
    for match in _RUN.finditer(gapped):
        run = match.group()
        if len(run) < _LEAST or len(_OTHER.findall(run)) > _MUCH_OTHER * len(run) or mean_likelihood(run) > _NO_TEXT:
            continue
        best = max(_rereadings(run), key=lambda r: r[0], default=None)
        if best is None or best[0] < mean_likelihood(run) + _GAIN:
            continue
        _, start, end, after, kind, lost = best
        start, end = offset + match.start() + start, offset + match.start() + end
        if not lost:
            yield Reread(start, end, after, kind, 0.9)
            continue
        options = _first_characters(lost, after)
        if options[0][0] >= _SURE_FIRST:
            yield Reread(start, end, options[0][1] + after, kind, round(min(options[0][0], 0.9), 2))
        else:
            yield Reread(start, end, None, kind, 0.0, tuple(char + after for _, char in options[:_SHOWN]))


def _rereadings(run: str) -> Iterator[tuple[float, int, int, str, str, tuple[bytes, str] | None]]:
    """The ways to read a run that make a text: mean ln P, place in the run, what it says, kind, the half character lost."""
    for shown_as in _CHARSETS:
        for start, left_out in product(range(_SPARE + 1), repeat=2):
            end = len(run) - left_out
            try:
                raw = run[start:end].encode(_WRITTEN[shown_as])
            except UnicodeEncodeError:
                continue
            for charset, phase in product(_CHARSETS, (0, 1)):
                if charset == shown_as and not phase:
                    continue
                after = decoded(raw[phase:], charset) or decoded(raw[phase:-1], charset)
                if not _reads_well(after):
                    continue
                lost = (raw[:1], charset) if phase else None
                mean = _TEXT if _japanese(after) else mean_likelihood(after)
                kind = "byteshift" if phase else "encoding"
                yield mean + 0.001 * (end - start), start, end, after, kind, lost


def _reads_well(after: str) -> bool:
    return len(after) >= _LEAST and (_japanese(after) or mean_likelihood(after) > _TEXT)


def _japanese(text: str) -> bool:
    """Whether text is Japanese: kana among characters that Japanese is written with, and nothing else."""
    kana = len(_KANA.findall(text))
    return len(text) >= _LEAST_JAPANESE and kana >= _MUCH_KANA * len(text) and len(_KANJI.findall(text)) == len(text)


def _first_characters(lost: tuple[bytes, str], after: str) -> list[tuple[float, str]]:
    """The characters that end in a lone byte, with P before what follows, likeliest first."""
    trail, charset = lost
    chars = {decoded(bytes((lead,)) + trail, charset) for lead in range(0x81, 0xFF)}
    return _weighed([(likelihood(char + after[:_AROUND]), char) for char in sorted(chars) if len(char) == 1])


def _lossy_utf8(run: str, offset: int) -> Reread | None:
    """UTF-8 read as GBK, some bytes of which meant nothing there and are gone or shown as marks."""
    try:
        raw = run.replace("\ufffd", "").replace("?", "").encode("gb18030")
    except UnicodeEncodeError:
        return None
    parts = _characters(raw)
    gaps = [i for i, part in enumerate(parts) if len(part) > 1]
    whole = len(parts) - len(gaps)
    if not gaps or len(gaps) > min(_MOST_GAPS, whole) or whole < 2 or any(not part for part in parts):
        return None
    sure = 1.0
    texts = [""]
    for i, part in enumerate(parts):
        options = _filled(texts[0], part, parts[i + 1 :]) if len(part) > 1 else [(1.0, part[0])]
        sure = min(sure, options[0][0])
        texts = [text + char for text in texts for _, char in options[: _SHOWN if len(texts) == 1 else 1]][:_SHOWN]
    if mean_likelihood(texts[0]) < _TEXT or mean_likelihood(run) > _NO_TEXT:
        return None
    if sure >= _SURE:
        return Reread(offset, offset + len(run), texts[0], "encoding", round(min(sure, 0.9), 2))
    return Reread(offset, offset + len(run), None, "encoding", 0.0, tuple(texts))


def _characters(raw: bytes) -> list[list[str]]:
    """The characters of bytes of UTF-8 of which some are missing, each as all that it may be; empty for what is none."""
    parts: list[list[str]] = []
    at = 0
    while at < len(raw):
        first = raw[at]
        tail = raw[at + 1 : at + 3]
        following = [b for i, b in enumerate(tail) if all(0x80 <= c < 0xC0 for c in tail[: i + 1])]
        if first < 0x80:
            parts.append([chr(first)])
            at += 1
        elif 0xE3 <= first <= 0xEF and len(following) == 2:
            parts.append([decoded(raw[at : at + 3], "utf-8")] if decoded(raw[at : at + 3], "utf-8") else [])
            at += 3
        elif 0xE4 <= first <= 0xE9 and len(following) == 1:
            middle = following[0]
            made = [bytes((first, middle, last)) for last in range(0x80, 0xC0)]
            made += [bytes((first, lost, middle)) for lost in range(0x80, 0xC0)]
            parts.append([c for c in (decoded(b, "utf-8") for b in made) if c in common_characters()])
            at += 2
        elif 0x80 <= first < 0xC0 and len(following) >= 1:
            made = [bytes((lost, first, following[0])) for lost in range(0xE4, 0xEA)]
            parts.append([c for c in (decoded(b, "utf-8") for b in made) if c])
            at += 2
        else:
            return []
    return parts


def _filled(before: str, options: Sequence[str], behind: Sequence[Sequence[str]]) -> list[tuple[float, str]]:
    right = ""
    for part in behind[:_AROUND]:
        if len(part) != 1:
            break
        right += part[0]
    left = before[-_AROUND:]
    return _weighed([(likelihood(left + char + right), char) for char in options])


def _weighed(options: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Each option with its P among all of them instead of its ln P, likeliest first."""
    best = max(score for score, _ in options)
    total = sum(math.exp(score - best) for score, _ in options)
    return sorted(((math.exp(score - best) / total, char) for score, char in options), reverse=True)
