"""How RIS, EndNote, NoteExpress, RefWorks, PubMed, Web of Science and CNKI's own files look: lines, ends of records, and what each tag holds.

`secondary` is the title of what the item stands in or of its series; `serial` is ISSN, ISBN or a report's number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from synthesis.engine.patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class Layout:
    """`line` has the groups tag and value; a record begins with the tag `start` and ends with `end` or the next start."""

    name: str
    line: re.Pattern[str]
    start: str
    end: str
    tags: Mapping[str, str]
    blank_ends: bool = False


_RIS = {
    "TY": "type", "ID": "key", "TI": "title", "T1": "title", "CT": "title", "BT": "secondary", "T2": "secondary",
    "JF": "container", "JO": "container", "JA": "container-short", "J1": "container-short", "J2": "container-short",
    "T3": "collection-title", "AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A4": "translator", "PY": "issued",
    "Y1": "issued", "DA": "issued-day", "Y2": "accessed", "VL": "volume", "IS": "issue", "CP": "issue",
    "M1": "number", "SP": "page", "EP": "page-last", "PB": "publisher", "CY": "publisher-place",
    "PP": "publisher-place", "ET": "edition", "M3": "genre", "DO": "DOI", "UR": "URL", "L2": "URL", "LK": "URL",
    "SN": "serial", "LA": "language", "KW": "keyword", "AB": "abstract", "N2": "abstract", "N1": "note",
}  # fmt: skip
_ENDNOTE = {
    "%0": "type", "%F": "key", "%T": "title", "%A": "author", "%E": "editor", "%?": "translator", "%J": "container", "%B": "secondary",
    "%S": "collection-title", "%D": "issued", "%8": "issued-day", "%[": "accessed", "%V": "volume", "%N": "issue",
    "%P": "page", "%I": "publisher", "%C": "publisher-place", "%7": "edition", "%9": "genre", "%R": "DOI",
    "%U": "URL", "%@": "serial", "%G": "language", "%K": "keyword", "%X": "abstract", "%Z": "note", "%O": "note",
}  # fmt: skip
_NOTEEXPRESS = {
    "REFERENCE TYPE": "type", "TITLE": "title", "AUTHOR": "author", "AUTHORS": "author", "SECONDARY AUTHOR": "editor",
    "EDITOR": "editor", "TRANSLATOR": "translator", "译者": "translator", "JOURNAL": "container", "SECONDARY TITLE": "secondary", "BOOK TITLE": "secondary",
    "CONFERENCE NAME": "secondary", "NEWSPAPER": "container", "SERIES TITLE": "collection-title", "YEAR": "issued",
    "DATE": "issued-day", "ACCESS DATE": "accessed", "VOLUME": "volume", "ISSUE": "issue", "NUMBER": "number",
    "PAGES": "page", "PUBLISHER": "publisher", "PLACE PUBLISHED": "publisher-place", "EDITION": "edition",
    "TYPE OF WORK": "genre", "DOI": "DOI", "URL": "URL", "ISBN/ISSN": "serial", "ISSN": "serial", "ISBN": "serial",
    "LANGUAGE": "language", "KEYWORDS": "keyword", "ABSTRACT": "abstract", "NOTES": "note",
    "题名": "title", "作者": "author", "刊名": "container", "年": "issued", "卷": "volume", "期": "issue", "页码": "page",
}  # fmt: skip
_REFWORKS = {
    "RT": "type", "ID": "key", "T1": "title", "A1": "author", "A2": "editor", "A4": "translator", "JF": "container",
    "JO": "container-short", "T2": "secondary", "T3": "collection-title", "YR": "issued", "FD": "issued-day",
    "RD": "accessed", "VO": "volume", "IS": "issue", "SP": "page", "OP": "page-last", "PB": "publisher",
    "PP": "publisher-place", "ED": "edition", "DO": "DOI", "LK": "URL", "UL": "URL", "SN": "serial", "LA": "language",
    "K1": "keyword", "AB": "abstract", "NO": "note", "CL": "degree",
}  # fmt: skip
_PUBMED = {
    "PMID": "key", "PT": "type", "TI": "title", "BTI": "secondary", "JT": "container", "TA": "container-short",
    "FAU": "author", "AU": "author-short", "CN": "author", "FED": "editor", "DP": "issued", "VI": "volume",
    "IP": "issue", "PG": "page", "LID": "DOI", "AID": "DOI", "IS": "serial", "ISBN": "serial", "LA": "language",
    "PB": "publisher", "OT": "keyword", "AB": "abstract",
}  # fmt: skip
_WEB_OF_SCIENCE = {
    "UT": "key", "DT": "type", "TI": "title", "SO": "container", "SE": "collection-title", "AF": "author",
    "AU": "author-short", "CA": "author", "BE": "editor", "PY": "issued", "PD": "issued-day", "VL": "volume",
    "IS": "issue", "BP": "page", "EP": "page-last", "PU": "publisher", "PI": "publisher-place", "DI": "DOI",
    "SN": "serial", "BN": "serial", "LA": "language", "DE": "keyword", "AB": "abstract",
}  # fmt: skip
_CNKI = {
    "来源库": "type", "题名": "title", "作者": "author", "来源": "container", "文献来源": "container", "刊名": "container",
    "学位授予单位": "publisher", "年": "issued", "发表时间": "issued-day", "卷": "volume", "期": "issue", "页码": "page",
    "国际标准刊号": "serial", "DOI": "DOI", "网址": "URL", "关键词": "keyword", "摘要": "abstract",
}  # fmt: skip

LAYOUTS: Mapping[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout(
            "ris", lazy_pattern(r"^\s{0,3}(?P<tag>[A-Za-z][A-Za-z0-9])\s{1,3}-(?:\s|$)(?P<value>.*)$"), "TY", "ER", _RIS
        ),
        Layout("endnote", lazy_pattern(r"^(?P<tag>%\S)(?:\s|$)(?P<value>.*)$"), "%0", "", _ENDNOTE, blank_ends=True),
        Layout(
            "noteexpress",
            lazy_pattern(r"^\s*\{(?P<tag>[^{}]{1,30})\}\s*[:：](?P<value>.*)$"),
            "REFERENCE TYPE",
            "",
            _NOTEEXPRESS,
        ),
        Layout("refworks", lazy_pattern(r"^(?P<tag>[A-Za-z][A-Za-z0-9])(?:\s|$)(?P<value>.*)$"), "RT", "", _REFWORKS),
        Layout("pubmed", lazy_pattern(r"^(?P<tag>[A-Z]{2,4})\s{0,2}- (?P<value>.*)$"), "PMID", "", _PUBMED),
        Layout("wos", lazy_pattern(r"^(?P<tag>[A-Z][A-Z0-9])(?:\s|$)(?P<value>.*)$"), "PT", "ER", _WEB_OF_SCIENCE),
        Layout(
            "cnki",
            lazy_pattern(r"^[A-Za-z]+-(?P<tag>[^\s:：]{1,12})\s*[:：](?P<value>.*)$"),
            "来源库",
            "",
            _CNKI,
            blank_ends=True,
        ),
    )
}
