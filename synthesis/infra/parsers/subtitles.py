"""Subtitles and transcripts (SRT, VTT): cues joined to paragraphs, the time of each paragraph above it, set apart.

The times are blocks of the kind "boilerplate": shown in grey, so that a passage can be found in the recording, and no part
of what is tagged, compared or cited.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.infra.parsers.encodings import decode
from synthesis.infra.parsers.unreadable import Unreadable

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*{_CLOCK}\s*-->\s*{_CLOCK}")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_INNER_TIME = re.compile(r"<\d{1,3}:\d{2}(?::\d{2})?\.\d{3}>")
_RUBY = re.compile(r"<rt>.*?(?:</rt>|(?=</ruby>)|$)", re.S)
_MARKUP = re.compile(r"</?(?:[biucvs]|font|lang|ruby|rt|rb)(?:[.\s][^<>]*)?/?>|\{\\[^{}]*\}", re.I)
_METADATA_BLOCKS = ("NOTE", "STYLE", "REGION", "WEBVTT")
_SENTENCE_END = tuple('。！？….!?”」』"')
_MARK_END = (*_SENTENCE_END, *"，、；：,;:—")
#: Seconds of silence after which a finished sentence ends its paragraph, and any sentence does.
_PAUSE, _LONG_PAUSE = 2.0, 8.0
#: Display width (a Chinese character counts two) at which the next end of a sentence, or of a cue, ends the paragraph.
_LONG, _LONG_WITHOUT_MARKS = 600, 240
#: Shares of cues: that end in a mark, below which the text is without punctuation; that repeat the line before; that
#: hold two languages, one below the other.
_MARKED, _ROLLING, _BILINGUAL = 0.1, 0.3, 0.5
#: From here on characters are Chinese, kana, Hangul or full-width.
_WIDE = 0x2E80
_TIGHT_AFTER = frozenset("，。！？；：、…—”」』（《")

_TURN = re.compile(r"[-–—](?![-–—])\s*\S")


@dataclass(slots=True)
class _Cue:
    start: float
    end: float
    lines: list[str]
    voice: str = ""


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """Paragraphs of the cues, each under its time. Raises Unreadable when there is no cue with text."""
    text, encoding, warnings = decode(source.read())
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rolling = bool(_INNER_TIME.search(text))
    cues = [cue for cue in _cues(text) if cue.lines]
    tell(0.5)
    cues = _unrolled(cues, rolling)
    if not cues:
        raise Unreadable("no text", code="no_text")
    marked = sum(1 for cue in cues if cue.lines[-1].endswith(_MARK_END)) >= _MARKED * len(cues)
    bilingual = sum(1 for cue in cues if len({_is_wide(line) for line in cue.lines}) > 1) >= _BILINGUAL * len(cues)
    blocks: list[ExtractedBlock] = []
    for group in _paragraphs(cues, marked):
        blocks.append(ExtractedBlock(f"{_shown(group[0].start)} – {_shown(group[-1].end)}", "boilerplate"))
        lines = [line for cue in group for line in cue.lines]
        voices = [[li for li in lines if _is_wide(li) is wide] for wide in (True, False)] if bilingual else [lines]
        voice = f"{group[0].voice}: " if group[0].voice else ""
        if not bilingual and _is_talk(group[0]):
            voices = _turns(lines)
        blocks.extend(ExtractedBlock(voice + _joined(part, tight=marked)) for part in voices if part)
    tell(1.0)
    return Extraction(tuple(blocks), warnings=warnings, kind=kind, encoding=encoding, structured=True)


def _cues(text: str) -> Iterator[_Cue]:
    """Cues in the order of the file; a cue ends at a blank line or at the next line of times."""
    cue: _Cue | None = None
    skipping = False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        times = _TIMES.match(line)
        if times:
            if cue:
                yield cue
            groups = times.groups()
            cue, skipping = _Cue(_seconds(groups[:4]), _seconds(groups[4:]), []), False
        elif not line.strip():
            # A blank line inside a cue is followed by neither a number nor times.
            if cue and _ends_here(lines, number):
                yield cue
                cue = None
            skipping = False
        elif cue is None:
            skipping = skipping or line.startswith(_METADATA_BLOCKS)
        elif not (line.strip().isdigit() and number + 1 < len(lines) and _TIMES.match(lines[number + 1])):
            voice = _VOICE.search(line)
            cue.voice = cue.voice or (html.unescape(voice.group(1)).strip() if voice else "")
            shown = " ".join(html.unescape(_MARKUP.sub("", _INNER_TIME.sub("", _RUBY.sub("", line)))).split())
            if shown:
                cue.lines.append(shown)
    if cue:
        yield cue


def _ends_here(lines: list[str], blank: int) -> bool:
    following = [line for line in lines[blank + 1 : blank + 4] if line.strip()][:2]
    return not following or following[0].startswith(_METADATA_BLOCKS) or any(_TIMES.match(line) for line in following)


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in clock)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _unrolled(cues: list[_Cue], rolling: bool) -> list[_Cue]:
    """Cues without the lines that automatic captions show again while the next line appears below them."""
    repeats = sum(1 for a, b in pairwise(cues) if b.lines[0] == a.lines[-1])
    if not rolling and repeats <= _ROLLING * len(cues):
        return cues
    kept: list[_Cue] = []
    shown: list[str] = []
    for cue in cues:
        fresh = list(cue.lines)
        while fresh and fresh[0] in shown:
            fresh.pop(0)
        shown = cue.lines
        if fresh:
            kept.append(_Cue(cue.start, cue.end, fresh, cue.voice))
    return kept


def _paragraphs(cues: list[_Cue], marked: bool) -> Iterator[list[_Cue]]:
    """Cues that belong together; `marked` when the text has punctuation, so that ends of sentences can be seen."""
    group: list[_Cue] = []
    width = 0
    for cue in cues:
        if group and _parts(group[-1], cue, width, marked):
            yield group
            group, width = [], 0
        group.append(cue)
        width += sum(2 if ord(char) >= _WIDE else 1 for line in cue.lines for char in line)
    yield group


def _parts(before: _Cue, after: _Cue, width: int, marked: bool) -> bool:
    """Whether a paragraph ends between two cues, `width` being that of the paragraph so far."""
    if (after.voice and after.voice != before.voice) or _is_talk(before) or _is_talk(after):
        return True
    silence = after.start - before.end
    finished = not marked or before.lines[-1].endswith(_SENTENCE_END)
    long = width >= (_LONG if marked else _LONG_WITHOUT_MARKS)
    return silence >= _LONG_PAUSE or (finished and (silence >= _PAUSE or long))


def _is_talk(cue: _Cue) -> bool:
    """Whether several people speak in one cue, each turn after a dash."""
    return sum(1 for line in cue.lines if _TURN.match(line)) > 1


def _turns(lines: list[str]) -> list[list[str]]:
    turns: list[list[str]] = []
    for line in lines:
        if _TURN.match(line) or not turns:
            turns.append([])
        turns[-1].append(line)
    return turns


def _is_wide(line: str) -> bool:
    """Whether most of a line's letters are Chinese (or kana, or Hangul)."""
    letters = [char for char in line if char.isalpha()]
    return sum(1 for char in letters if ord(char) >= _WIDE) * 2 > len(letters)


def _joined(pieces: list[str], *, tight: bool) -> str:
    """Pieces with blanks between them; none next to Chinese characters when `tight` or where a mark parts them."""
    whole = ""
    for piece in pieces:
        ends = whole[-1:] + piece[0]
        close = whole[-1:] in _TIGHT_AFTER or (tight and all(ord(char) >= _WIDE for char in ends))
        whole += piece if not whole or close else " " + piece
    return whole


def _shown(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
