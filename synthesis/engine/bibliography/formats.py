"""The formats: which one a file is in, its text, reading and writing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from synthesis.engine.bibliography.bibtex import read_bibtex
from synthesis.engine.bibliography.bibtex_write import write_bibtex
from synthesis.engine.bibliography.csl import read_csl, write_csl
from synthesis.engine.bibliography.gbt import MARK, read_gbt
from synthesis.engine.bibliography.items import Bibliography, Item, Problem
from synthesis.engine.bibliography.ris_write import write_ris
from synthesis.engine.bibliography.tagged import read_tagged
from synthesis.engine.patterns import lazy_pattern

#: Names of formats that can be read, as people know them.
FORMATS = {
    "bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON", "endnote": "EndNote", "noteexpress": "NoteExpress",
    "refworks": "RefWorks", "pubmed": "PubMed", "wos": "Web of Science", "cnki": "CNKI",
    "gbt": "GB/T 7714",
}  # fmt: skip
#: Format → (writer, media type, file ending).
WRITERS: Mapping[str, tuple[Callable[[Iterable[tuple[str, Item]]], str], str, str]] = {
    "bibtex": (write_bibtex, "application/x-bibtex", "bib"),
    "ris": (write_ris, "application/x-research-info-systems", "ris"),
    "csl": (write_csl, "application/vnd.citationstyles.csl+json", "json"),
}
#: More items than this are more than a person would check one by one.
MOST_ENTRIES = 500
_MARKS = (
    ("csl", lazy_pattern(r"\s*[\[{]\s*(?:$|[\[{\]\"])")),
    ("bibtex", lazy_pattern(r"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)),
    ("ris", lazy_pattern(r"^\s{0,3}TY\s{1,3}-", re.MULTILINE)),
    ("noteexpress", lazy_pattern(r"^\s*\{(?:Reference Type|Title|Author|题名)\}\s*[:：]", re.MULTILINE)),
    ("endnote", lazy_pattern(r"^%[0AT]\s", re.MULTILINE)),
    ("refworks", lazy_pattern(r"^RT\s+\S", re.MULTILINE)),
    ("pubmed", lazy_pattern(r"^PMID\s?- \d", re.MULTILINE)),
    ("wos", lazy_pattern(r"^PT [A-Z]\s*$", re.MULTILINE)),
    ("cnki", lazy_pattern(r"^[A-Za-z]+-(?:题名|来源库)\s*[:：]", re.MULTILINE)),
    ("gbt", MARK),
)


def sniff(text: str) -> str:
    """The name of the format that `text` looks like, "" for none."""
    text = text.lstrip("\ufeff")
    return next((name for name, mark in _MARKS if (mark.match if name == "csl" else mark.search)(text)), "")


def read(text: str, name: str = "") -> Bibliography:
    """The items of `text`, whose format is told by its signs unless `name` says it. Never raises for what the text is.

    Problem codes: see `items.Problem`; `format` when it is none of FORMATS, `too-many` for what is over MOST_ENTRIES.
    """
    text = text.lstrip("\ufeff").replace("\x00", "")
    name = name or sniff(text)
    if not name:
        return Bibliography("", problems=[Problem(1, "format")])
    if name == "bibtex":
        result = read_bibtex(text.replace("\r\n", "\n").replace("\r", "\n"))
    elif name == "csl":
        result = read_csl(text)
    elif name == "gbt":
        result = read_gbt(text)
    else:
        result = read_tagged(text, name)
    if len(result.entries) > MOST_ENTRIES:
        rest = result.entries[MOST_ENTRIES]
        result.problems.append(Problem(rest.line, "too-many", str(len(result.entries) - MOST_ENTRIES)))
        del result.entries[MOST_ENTRIES:]
    return result
