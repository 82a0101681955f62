"""Spans of a text that reports show apart: quotations with a citation, the reference list, titles in 《》, web addresses; and
names: of bodies, and of what has an abbreviation in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from synthesis.engine.patterns import lazy_pattern

CITED_QUOTE, REFERENCES, TITLE, ADDRESS, NAME = 1, 2, 3, 4, 5

# A quotation: at most 600 characters between marks of one kind, no blank line inside.
_QUOTE = lazy_pattern(
    r"“(?P<a>[^“”]{2,600})”|「(?P<b>[^「」]{2,600})」|『(?P<c>[^『』]{2,600})』|«(?P<d>[^«»]{2,600})»"
    r"|(?<![\w\"])\"(?P<e>[^\"\n]{2,600})\"(?!\w)"
)
_OPENING = '“「『«"'
_YEAR = r"(?:1[89]|20)\d\d[a-z]?"
# What makes a quotation a cited one: [3], ［3-5］, 〔3〕, ³, (Wang 2020), （王等，2020）, after it, or an author and year before it.
_CITATION = lazy_pattern(
    r"\s{0,2}[，,。.；;]?\s{0,2}(?:[\[［〔【]\s?\d{1,3}(?:\s?[,，、\-–—~～]\s?\d{1,3}){0,9}\s?[\]］〕】]|[¹²³⁰⁴-⁹]+"
    rf"|[(（][^()（）\n]{{0,80}}{_YEAR}[^()（）\n]{{0,40}}[)）])"
)
_CITED_BEFORE = lazy_pattern(
    rf"(?:[(（]\s?{_YEAR}\s?[)）]|[\[［〔【]\d{{1,3}}[\]］〕】])[^。！？!?\n“”「」\"]{{0,20}}$"
)
_REFERENCES = lazy_pattern(
    r"^[ \t　#*【\[]*(?:[一二三四五六七八九十\d]+[、.．]?\s*)?"
    r"(?:参\s?考\s?文\s?献|參\s?考\s?文\s?獻|引用文献|references(?: cited| and notes)?|bibliography|works cited|literature cited)"
    r"[】\]*#:：]*[ \t　]*$",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER_REFERENCES = lazy_pattern(
    r"^[ \t　#*【\[]*(?:附\s?录|附\s?錄|致\s?谢|致\s?謝|作者简介|作者簡介|appendix|appendices|acknowledge?ments?|glossary|tables|figures)\b",
    re.IGNORECASE | re.MULTILINE,
)
# An address of the web, with what Markdown puts around that of an image.
_ADDRESS = lazy_pattern(r"(?:!?\[[^\]\n]{0,80}\]\()?\b(?:https?://|www\.)[!-~]{4,400}", re.ASCII)
_SCHEMES = "http", "www."
_LABEL, _LONGEST_ADDRESS = 84, 412  # characters before and from an address that `_ADDRESS` may take
# (CT), （MRI）, (PET-CT): letters, one of them a capital, which a pinyin annotation has not.
_ABBREVIATION = lazy_pattern(r"[(（]\s?(?=[^()（）]{0,11}[A-Z])[A-Za-z][A-Za-z0-9/\-]{1,11}\s?[)）]")
# 有限公司, 委员会, 管理局 and the like: looked for by their last characters, of which a page has few.
_BODY_ENDS = "司会會局院府"
_BODY = lazy_pattern(
    f"[{_BODY_ENDS}](?:(?<=[限任份]公司)|(?<=委[员員][会會])|(?<=[管监監统統][理督计計]局)|(?<=研究院)|(?<=[协協][会會])"
    "|(?<=[联聯]合[会會])|(?<=基金[会會])|(?<=人民政府)|(?<=人民法院))"
)
# What these are the end of.
_HAN_NAME = lazy_pattern(r"[\u3400-\u9fff]{2,14}\s?\Z")
# What stands before a name and is no part of one; 自由, 华为, 在线, 对外 and 数据 are.
_BEFORE_NAME = lazy_pattern(
    "[的了是被将與与从從]|(?<!自)由|(?<!华)(?<!華)[为為]|在(?![线線])|[对對](?!外)|向(?!阳|日)|(?<![数數])[据據]|[让讓给給把]"
    "|成立|[设設]立|[组組]建|收[购購]|加入|委托|委託|[属屬]于|[属屬]於|[来來]自|依照|按照|以及|其中|目前|[起告上][诉訴]|[诉訴]至|移交|提交|[报報]送"
)
_OTHER_NAME = lazy_pattern(r"(?:[A-Z][\w'’\-]*\s(?:(?:of|and|for|the|in|on)\s){0,2}){0,7}[A-Z][\w'’\-]*\s?\Z")
_LONGEST_HAN, _LONGEST_OTHER = 15, 80  # characters that are looked at before what ends a name
_TITLE = lazy_pattern(r"《[^《》\n]{1,80}》")


def apart_spans(text: str) -> list[tuple[int, int, int]]:
    """(kind, start, end) in code points, marks included; kinds may overlap each other, not themselves."""
    spans: list[tuple[int, int, int]] = []
    for found in _quotations(text):
        if "\n\n" in found[0]:
            continue
        before = text[max(0, found.start() - 60) : found.start()]
        if _CITATION.match(text, found.end()) or _CITED_BEFORE.search(before):
            spans.append((CITED_QUOTE, *found.span()))
    spans += [(REFERENCES, *span) for span in _reference_lists(text)]
    spans += [(TITLE, *found.span()) for found in _TITLE.finditer(text)]
    spans += [(ADDRESS, *found.span()) for found in _addresses(text)]
    spans += [(NAME, *span) for span in _names(text)]
    return spans


def _quotations(text: str) -> Iterator[re.Match[str]]:
    """As `_QUOTE.finditer`, trying only where a quotation could open."""
    done = 0
    for at in _places(text, _OPENING):
        found = _QUOTE.match(text, at) if at >= done else None
        if found:
            done = found.end()
            yield found


def _places(text: str, some: Iterable[str]) -> list[int]:
    """Where one of the characters or words begins, in order: each searched by itself, faster than a pattern for rare ones."""
    out: list[int] = []
    for one in some:
        at = text.find(one)
        while at >= 0:
            out.append(at)
            at = text.find(one, at + 1)
    return sorted(out)


def _addresses(text: str) -> Iterator[re.Match[str]]:
    """As `_ADDRESS.finditer`, trying only around what an address must have: four times faster for a page."""
    done = 0
    for scheme in _places(text, _SCHEMES):
        low, high = max(done, scheme - _LABEL), scheme + _LONGEST_ADDRESS
        found = _ADDRESS.search(text, low, high) if scheme >= done else None
        if found:
            done = found.end()
            yield found


def _names(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for ending, begins, names in (
        (_ABBREVIATION, "(（", ((_HAN_NAME, _LONGEST_HAN), (_OTHER_NAME, _LONGEST_OTHER))),
        (_BODY, _BODY_ENDS, ((_HAN_NAME, _LONGEST_HAN),)),
    ):
        done = 0
        for found in filter(None, (ending.match(text, at) for at in _places(text, begins))):
            for name, longest in names:
                low = max(done, found.start() - longest)
                before = name.search(text[low : found.start()])
                if before:
                    start = low + before.start()
                    if name is _HAN_NAME:
                        start += max((word.end() for word in _BEFORE_NAME.finditer(before[0])), default=0)
                    done = found.end()
                    spans.append((start, done))
                    break
    return spans


def _reference_lists(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for heading in _REFERENCES.finditer(text):
        if spans and heading.start() < spans[-1][1]:
            continue
        closed = _AFTER_REFERENCES.search(text, heading.end())
        spans.append((heading.start(), closed.start() if closed else len(text)))
    return spans
