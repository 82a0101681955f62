"""Bibliographic data out of a text's own first lines. Only what is said there in so many words; nothing is guessed.

Read are: labelled lines (作者：, 来源：, 发布时间：, DOI, Author:, Published:), bylines (By …, 文/…), a line of authors
right under the title, volume and issue in a masthead, and a reference the text gives of itself (引用本文, Cite this).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from synthesis.engine.bibliography.dates import date_from
from synthesis.engine.bibliography.items import Item, cleaned, doi_in
from synthesis.engine.bibliography.names import HAN, Name, are_people, names_from
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text import segment
from synthesis.engine.text.script import to_simplified

#: Code points and lines from the beginning in which a text speaks of itself; later ones speak of others.
HEAD, HEAD_LINES = 3000, 40
_LONGEST_LABELLED = 200
#: In which lines 来源 alone tells where the text appeared.
_SOURCE_ROWS = 12
_BEFORE_LABELS = lazy_pattern(r"[\W\d_年月日时分秒]{0,40}")
_NO_SOURCE = lazy_pattern("作者|整理|自绘|本文|公开资料|网络|互联网|综合|数据|本站|原创|测算|统计")
# A label ends where the next one begins; sites put several on one line.
_LABELS: Mapping[str, str] = {
    "作者": "author", "原作者": "author", "文章作者": "author", "撰文": "author", "撰稿": "author", "author": "author",
    "authors": "author", "author(s)": "author", "written by": "author", "来源": "source", "文章来源": "source",
    "信息来源": "source", "稿源": "source", "刊名": "source", "期刊": "source", "journal": "source", "source": "source",
    "发布时间": "issued", "发布日期": "issued", "发表时间": "issued", "发表日期": "issued", "出版时间": "issued",
    "出版日期": "issued", "成文日期": "issued", "印发日期": "issued", "published": "issued", "published on": "issued",
    "publication date": "issued", "date published": "issued", "posted on": "issued", "日期": "date", "时间": "date",
    "date": "date", "出版社": "publisher", "出版者": "publisher", "出版单位": "publisher", "发布机构": "publisher",
    "发文机关": "publisher", "发布单位": "publisher", "publisher": "publisher", "published by": "publisher",
    "doi": "DOI", "issn": "ISSN", "isbn": "ISBN", "原文链接": "URL", "原文地址": "URL", "原文网址": "URL",
    "本文链接": "URL", "本文网址": "URL", "url": "URL", "发文字号": "number", "报告编号": "number",
    "标准号": "number", "编辑": "end", "责任编辑": "end", "责编": "end", "编辑日期": "end", "更新时间": "end",
    "更新日期": "end", "阅读": "end", "浏览": "end", "浏览次数": "end", "阅读量": "end", "点击": "end", "点击数": "end",
    "字体": "end", "字号": "end", "分享": "end", "分享到": "end", "收藏": "end", "评论": "end", "关键词": "end",
    "摘要": "end", "标签": "end", "分类": "end", "栏目": "end", "地点": "end", "通讯作者": "end", "单位": "end",
    "作者单位": "end", "中图分类号": "end", "文献标识码": "end", "文章编号": "end", "received": "end", "accepted": "end",
    "updated": "end", "last updated": "end", "keywords": "end", "abstract": "end", "tags": "end", "email": "end",
    "views": "end", "资料来源": "end", "数据来源": "end", "图片来源": "end",
}  # fmt: skip
_LABEL = lazy_pattern(
    r"(?<![^\W_])(" + "|".join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True)) + r")\s*[:：]\s*",
    re.IGNORECASE,
)
_DOI = lazy_pattern(r"\b10\.\d{4,9}/[^\s\"<>，。；、（）【】]+", re.IGNORECASE)
_ISSUE = lazy_pattern(r"(?<!\d)((?:19|20)\d\d)\s*年\s*第?\s*(\d{1,3})\s*期")
_VOLUME_ISSUE = lazy_pattern(r"第\s*(\d{1,3})\s*卷[\s,，·]*(?:第\s*(\d{1,3})\s*期)?")
_VOL_NO = lazy_pattern(
    r"\bvol(?:ume)?\.?\s*(\d{1,4})\s*[,;]?\s*(?:\(?\s*(?:no|issue|iss)\.?\s*(\d{1,4})\)?)?", re.IGNORECASE
)
_BYLINE = lazy_pattern(r"^\s*(?:[Bb]y|BY)\s+([A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,3}(?:\s*(?:,|and|&)\s*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})*)\s*$", re.MULTILINE)  # fmt: skip
_BYLINE_HAN = lazy_pattern(r"^\s*(?:[◎●■□▲◆]\s*)?(?:文|撰文|作者)\s*[/／|丨]\s*([^\s，。,；]{2,20}(?:[ 、　][^\s，。,；]{2,4})*)\s*$", re.MULTILINE)  # fmt: skip
_CITE_THIS = lazy_pattern(r"(?:引用本文|引用格式|本文引用格式|引文格式|cite this article(?: as)?|how to cite(?: this article)?)\s*[:：]\s*([^\n]{20,500})", re.IGNORECASE)  # fmt: skip
_GBT = lazy_pattern(
    r"^(?P<author>[^\[\]]{2,200}?)\s*[.．]\s*(?P<title>[^\[\]]{4,300}?)\s*\[J(?:/OL)?\]\s*[.．]\s*(?P<container>[^,，]{2,80})[,，]\s*"
    r"(?P<year>(?:19|20)\d\d)(?:\s*[,，]\s*(?P<volume>\d{1,4}))?\s*(?:\((?P<issue>[^()]{1,12})\))?"
    r"(?:\s*[:：]\s*(?P<page>[\w]{1,10}(?:\s*[-–]\s*\w{1,10})?))?"
)
_MARKS = lazy_pattern(r"[\d¹²³⁴⁵⁶⁷⁸⁹⁰*＊†‡△▲#☆,，、;；]+")
_STRAY = lazy_pattern(r"^[\s:：|丨/-]+|[\s|丨/·-]+$")


def facts_from_text(text: str, blocks: Iterable[Mapping[str, Any]] = (), title: str = "") -> Item:
    """CSL members (no type, no title) that the reading text states of itself; {} when it states nothing.

    `blocks` are the reading text's (`start`, `end`, `kind`); boilerplate is read, too, since sites put author and date
    there. `title` is where the line of authors is looked for.
    """
    head = _head(text)
    facts = _labelled(head)
    facts = _mastheads(head) | facts | _self_reference(head)
    if "author" not in facts and (names := _byline(head) or _authors_line(head, title)):
        facts["author"] = names
    if "DOI" not in facts:
        found = {doi_in(match.group()) for match in _DOI.finditer(head)} - {""}
        # One DOI before anything is cited is the text's own; with two there is no telling.
        if len(found) == 1 and re.search(r"doi", head, re.IGNORECASE):
            facts["DOI"] = found.pop()
    result = cleaned(facts)
    del result["type"]
    result.pop("title", None)
    result.pop("note", None)
    return result


def _head(text: str) -> str:
    return "\n".join(text[:HEAD].split("\n")[:HEAD_LINES])


def _labelled(head: str) -> Item:
    facts: Item = {}
    loose: list[Any] = []
    for row, line in enumerate(head.split("\n")):
        labels = list(_LABEL.finditer(line))
        # In the midst of prose a label is prose; before the first one there may be a date or an ornament.
        if not labels or len(line) > 2 * _LONGEST_LABELLED or not _BEFORE_LABELS.fullmatch(line[: labels[0].start()]):
            continue
        for found, after in zip(labels, [*labels[1:], None], strict=True):
            member = _LABELS[found[1].lower()]
            value = _STRAY.sub("", line[found.end() : after.start() if after else len(line)])
            if member == "date":
                loose.append(date_from(value))
            elif member == "source" and (row >= _SOURCE_ROWS and len(labels) == 1):
                continue  # so far down it is a table that says where its figures are from
            elif member != "end" and (read := _read(member, value)):
                facts.setdefault("container-title" if member == "source" else member, read)
    if "issued" not in facts and loose and loose[0] and len(loose[0]["date-parts"][0]) == 3:
        facts["issued"] = loose[0]
    return facts


def _read(member: str, value: str) -> Any:
    """The value of a label as CSL has it; None for what has not the shape of one."""
    value = value[:_LONGEST_LABELLED].strip()
    if member == "issued":
        return date_from(value)
    if member == "DOI":
        found = _DOI.search(value)
        return doi_in(found.group()) if found else None
    if member == "URL":
        link = re.match(r"https?://[^\s，。；（）]+", value)
        return link.group() if link else None
    if member in {"ISSN", "ISBN"}:
        number = re.match(r"[\dXx][\dXx-]{7,16}", value)
        return number.group() if number else None
    # Author, source, publisher: short, and no sentence. Two spaces or a date end it: more follows on that line.
    short = re.split(r"\s{2,}|\u3000|[|丨]|(?=\d{4}[-/年])|[。！？]", value)[0].strip(" ,，;；")
    if not 2 <= len(short) <= 60 or re.match(r"https?://|www\.", short):
        return None
    if member == "author":
        if re.search("[:：]", short) or (HAN.search(short) and len(short) > 40):
            return None
        return _spaced_names(short) or _and_names(short)
    return None if member == "source" and _NO_SOURCE.search(short) else short


def _spaced_names(text: str) -> list[Name] | None:
    """王明 李红 → two people, where every part has the shape of a name."""
    parts = re.split(r"[\s,，、;；]+", text)
    return (
        [{"literal": part} for part in parts]
        if len(parts) > 1 and all(len(p) > 1 for p in parts) and are_people(parts)
        else None
    )


def _and_names(text: str) -> list[Name]:
    if HAN.search(text):
        return names_from(text)
    return [_western(part) for part in re.split(r"\s*(?:,|;|&|\band\b)\s*", text) if part]


def _western(name: str) -> Name:
    """Ann B. Smith → Smith, Ann B.; what is not two to four words beginning with capitals stays whole."""
    words = name.split()
    person = (
        2 <= len(words) <= 4
        and all(word[0].isupper() for word in words)
        and not any(word.isupper() and len(word) > 2 for word in words)
    )
    if not person or re.search(r"\b(?:Team|Group|Institute|Organi[sz]ation|Ministry|Office|Center|Centre|University|Staff|Company|Inc|Research|Committee|Association|News|Press|Agency|Council|Bank|Commission|Department)\b", name):  # fmt: skip
        return {"literal": name}
    return {"family": words[-1], "given": " ".join(words[:-1])}


def _byline(head: str) -> list[Name]:
    if found := _BYLINE.search(head):
        return _and_names(found[1])
    if found := _BYLINE_HAN.search(head):
        return _spaced_names(found[1]) or names_from(found[1])
    return []


def _authors_line(head: str, title: str) -> list[Name]:
    """Two names or more alone on the line after the title: 王明¹，李红²，*…"""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    plain = "".join(title.split())
    place = next((i for i, line in enumerate(lines[:6]) if plain and "".join(line.lstrip("# ").split()) == plain), None)
    if place is None or place + 1 >= len(lines) or len(lines[place + 1]) > 80:
        return []
    parts = [part for part in re.split(r"\s+", _MARKS.sub(" ", lines[place + 1])) if part]
    joined = _pairs(parts)
    if len(joined) < 2 or not are_people(joined) or any(_is_word(to_simplified(name)) for name in joined):
        return []
    return [{"literal": name} for name in joined]


def _pairs(parts: Sequence[str]) -> list[str]:
    """Names of two characters are set with a space within: 王 明 李红伟 → 王明, 李红伟."""
    joined: list[str] = []
    alone = ""
    for part in parts:
        if len(part) == 1 and HAN.match(part):
            joined, alone = ([*joined, alone + part], "") if alone else (joined, part)
        else:
            joined, alone = [*joined, *([alone] if alone else []), part], ""
    return [*joined, alone] if alone else joined


def _is_word(name: str) -> bool:
    """Whether the dictionary knows these characters as a common word: 高端 has the shape of a name, too."""
    tagged = list(segment.tag(name))
    return len(tagged) == 1 and not tagged[0][1].startswith("nr")


def _mastheads(head: str) -> Item:
    """Volume and issue where a line says nothing else of note: 2024年第5期, 第12卷第3期, Vol. 12, No. 3."""
    facts: Item = {}
    for line in head.split("\n")[:15]:
        if len(line) > 80:
            continue
        if found := _ISSUE.search(line):
            facts |= {"issued": {"date-parts": [[int(found[1])]]}, "issue": found[2]}
        if (found := _VOLUME_ISSUE.search(line)) or (found := _VOL_NO.search(line)):
            facts |= {"volume": found[1]} | ({"issue": found[2]} if found[2] else {})
        if facts:
            break
    return facts


def _self_reference(head: str) -> Item:
    found = _CITE_THIS.search(head)
    line = _GBT.match(found[1].strip()) if found else None
    if line is None:
        return {}
    facts: Item = {name: value for name in ("container", "volume", "issue", "page") if (value := line[name])}
    facts["container-title"] = facts.pop("container").strip()
    facts["author"] = (
        names_from(line["author"])
        if HAN.search(line["author"])
        else [_initialled(n) for n in line["author"].split(",")]
    )
    return facts | {"issued": {"date-parts": [[int(line["year"])]]}}


def _initialled(name: str) -> Name:
    """WANG M, Wang MH → Wang, M. H.; anything else whole."""
    found = re.fullmatch(r"\s*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*) ([A-Z]{1,3})\s*", name)
    if found is None:
        return {"literal": name.strip()}
    return {
        "family": found[1].title() if found[1].isupper() else found[1],
        "given": " ".join(f"{c}." for c in found[2]),
    }
