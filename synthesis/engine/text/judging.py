"""Which of the fillings of a damaged place reads best with the words and marks on both sides of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

import regex

from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.charmodel import CharModel
from synthesis.engine.text.realign import Filling
from synthesis.engine.text.script import to_simplified
from synthesis.engine.text.wordforms import form_in_word
from synthesis.engine.text.wordmodel import WordModel

#: Marks as wide as the models want them.
WIDE = {ord(c): ord(c) + 0xFEE0 for c in "!,:;?()"}
#: Of fillings not so far behind the best one in ln P so many are judged, more where nothing tells the lost byte.
_JUDGED, _MANY_JUDGED, _HOPELESS, _MANY_HOPELESS = 20, 30, 8.0, 10.0
#: Mean ln P of a character with which a filling that has no rival need not be judged.
_FLUENT = -5.0
#: Weights of the two models' ln P, which share their evidence, and what they ask too much for each character.
_CHARS, _WORDS, _LENGTH = 0.35, 0.65, 0.3
#: Between texts that are made plain together; no text holds it.
_BETWEEN = "\x1f"
#: Quotation marks and brackets come in pairs: what an odd quotation mark costs, and what one is worth that was due.
_CLOSES = {"”": "“", "’": "‘", "』": "『", "」": "「", "》": "《", "）": "（"}
_OPENS = frozenset(_CLOSES.values())
_PAIRED = lazy_pattern("[" + "".join([*_CLOSES, *_OPENS, "()"]) + "]")
_ODD_QUOTE, _DUE, _SELDOM_DUE = 2.5, 2.0, 3.5
#: A term in quotation marks (所谓“出海”) is so short and has no full stop before the closing mark: what one costs. Speech has, but
#: begins behind a mark.
_TERM = regex.compile("(?<=[^\\s：:。！!？?—…])[“‘「『](?P<term>[^”’」』“‘「『。]{0,4})$")
_LONGEST_TERM, _IN_TERM = 4, 3.5
_STOPPED = regex.compile("(?P<rest>[^”’」』。]{0,4})。[”’」』]")
#: Dashes and dots come in twos; what a lone one costs.
_DOUBLED, _LONE = regex.compile(r"(?<![—…\da-zA-Z])(?:—(?!—)|…(?!…))"), 2.5
#: After 百分之 and 三分之 comes a figure; what anything else costs.
_NO_PORTION = regex.compile("[二三四五六七八九十百千万]分之(?![一二三四五六七八九十百千万零两几多0-9]).")
_ODD_PORTION = 3.0
#: Who was spoken of last is likely to be spoken of again: what another pronoun costs.
_PRONOUN = regex.compile("[他她它]")
_OTHER_PERSON = 1.5
#: How far a filling in another written form of the same characters is behind, where the word tells the form.
_OTHER_FORM = 1.5
_score = attrgetter("score")


class Judge:
    """The two models of a page, asked together."""

    def __init__(self, chars: CharModel, words: WordModel) -> None:
        self.chars = chars
        self.words = words

    def judged(
        self, fillings: Sequence[Filling], left: str, right: str, quoted: str, shown: Mapping[int, str]
    ) -> tuple[list[Filling], float]:
        """The best fillings with the scores of both models, best first, and the mean ln P of a character with the best.

        Fillings of no text (as it stands) stay.

        `left` and `right` stand on both sides; `quoted` is what goes before, far enough for quotation marks; `shown`
        is, for the end of each filling, what stands from there to `right`.
        """
        readings = sorted((f for f in fillings if f.text), key=_score, reverse=True)
        as_it_is = [f for f in fillings if not f.text]
        most, behind = (_MANY_JUDGED, _MANY_HOPELESS) if as_it_is else (_JUDGED, _HOPELESS)
        least = readings[0].score - behind
        fillings = [*(f for f in readings[:most] if f.score > least), *as_it_is]
        only = fillings[0]
        if len(fillings) == 1 and only.score > _FLUENT * len(only.text):
            return fillings, only.score / len(only.text)
        known = plain(left)
        begun = self.words.begun(known)
        opened = _opened(quoted)
        term = _TERM.search(quoted)
        person = _PRONOUN.findall(quoted)[-1:]
        judged = []
        middles = [f.text + shown[f.end] for f in fillings]
        plains = plain(_BETWEEN.join(m + right for m in middles)).split(_BETWEEN)
        words = self.words.going_on(known, begun, plains)
        for f, middle, plainly, word in zip(fillings, middles, plains, words, strict=True):
            char = f.score + (self.chars.score((left + middle)[-1:], right[0]) if right.strip() else 0.0)
            score = _CHARS * char + _WORDS * word + _LENGTH * len(middle)
            if f.text:
                stopped = _STOPPED.match(f.text) if term else None
                if term and stopped and len(term["term"]) + len(stopped["rest"]) <= _LONGEST_TERM:
                    score -= _IN_TERM
                score += _quotes(opened, f.text) - _LONE * len(_DOUBLED.findall(left[-1:] + middle + right[:1]))
                score -= _ODD_PORTION * len(_NO_PORTION.findall(known[-3:] + plainly))
                score -= _OTHER_PERSON * (person != [] and _PRONOUN.findall(plainly)[:1] not in ([], person))
            judged.append(Filling(f.text, f.end, score, f.lost))
        if self.chars.forms_by_words:
            judged = self._in_form(judged, left, known, plains)
        means = [word / max(1, len(known) + len(text)) for word, text in zip(words, plains, strict=True)]
        best = max(range(len(judged)), key=lambda i: judged[i].score)
        return sorted(judged, key=_score, reverse=True), means[best]

    def _in_form(self, fillings: list[Filling], left: str, known: str, plains: Sequence[str]) -> list[Filling]:
        """Fillings that differ in written forms alone, in the order that the words around them ask for.

        `known` is `left` made plain, `plains` are the fillings so with what follows them.
        """
        alike: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        for i, f in enumerate(fillings):
            alike[plains[i][: len(f.text)], f.end].append(i)
        for (simplified, _), numbers in alike.items():
            texts = [fillings[i].text for i in numbers]
            if len(numbers) < 2 or self._page_tells(left, texts):
                continue
            whole = known + plains[numbers[0]]
            forms = [form_in_word(whole, len(known) + i) for i in range(len(simplified))]
            fitting = [
                i
                for i in numbers
                if all(not form or form == c for form, c in zip(forms, fillings[i].text, strict=True))
            ]
            if not fitting or not any(forms):
                continue
            best = max(fillings[i].score for i in numbers)
            chosen = max(fitting, key=lambda i: fillings[i].score)
            for i in numbers:
                score = best if i == chosen else min(fillings[i].score, best - _OTHER_FORM)
                fillings[i] = replace(fillings[i], score=score)
        return fillings

    def _page_tells(self, left: str, texts: Sequence[str]) -> bool:
        """Whether the page itself writes one of these forms after the same character."""
        return any(
            len({text[i] for text in texts}) > 1 and self.chars.has_written((left + text)[len(left) + i - 1], text[i])
            for text in texts
            for i in range(len(text))
            if left or i
        )


def plain(text: str) -> str:
    """As the word model wants it: Simplified, marks full width."""
    return to_simplified(text).translate(WIDE)


def _opened(left: str) -> list[str]:
    """The quotation marks and brackets that are open at the end of `left`, the last one last."""
    opened: list[str] = []
    for mark in _PAIRED.findall(left):
        char = mark.translate(WIDE)
        if char in _OPENS:
            opened.append(char)
        elif opened and opened[-1] == _CLOSES[char]:
            opened.pop()
    return opened


def _quotes(before: Sequence[str], text: str) -> float:
    """What the marks in `text` are worth in ln P: less if they close what nothing opened, or open what is open already."""
    opened = list(before)
    worth = 0.0
    for mark in _PAIRED.findall(text):
        char = mark.translate(WIDE)
        if char in _OPENS:
            worth -= _ODD_QUOTE if char in opened and char != "（" else 0.0
            opened.append(char)
        elif opened and opened[-1] == _CLOSES[char]:
            opened.pop()
            worth += _DUE if char in "”）" else _SELDOM_DUE
        elif char != "）":
            worth -= _ODD_QUOTE
    return worth
