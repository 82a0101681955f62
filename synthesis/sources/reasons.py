"""Words for the codes of this room: why a file was refused, why reading failed, what was repaired, what is damaged.

Codes are stored, words are made when they are shown, in the language of whoever reads them.
"""

from __future__ import annotations

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from synthesis.sources.originals import largest_upload

_Words = dict[str, Promise | str]

_REFUSALS: _Words = {
    "empty": lazy("The file is empty."),
    "name_empty": lazy("The file has no name."),
    "name_path": lazy("The file name contains a path. Add the file by its plain name."),
    "name_characters": lazy(
        "The file name contains characters that cannot be shown. Rename the file and add it again."
    ),
    "name_long": lazy("The file name is too long. Rename the file and add it again."),
    "too_large": lazy("The file is larger than %(largest)s. Split it, or add only the part you need."),
    "too_much": lazy("These files are too large to be sent together. Add fewer at a time."),
    "executable": lazy("The file is a program, not a document."),
    "archive": lazy("The file is an archive of a kind that is not opened here; add its documents, or a ZIP of them."),
    "old_office": lazy(
        "The file is in an old Office format that cannot be read here. Save it as %(newer)s and add that."
    ),
    "binary_sheet": lazy("The file is a binary workbook (XLSB). Save it as XLSX and add that."),
    "open_document": lazy(
        "Of OpenDocument files only texts, sheets and slides (ODT, ODS, ODP) can be read. Save a drawing as PDF, and add that."
    ),
    "apple": lazy(
        "The file is a document of Pages, Numbers or Keynote. Export it as DOCX, XLSX, PPTX or PDF and add that."
    ),
    "picture": lazy("Text in pictures cannot be recognised here. Type it out, or add a document with text."),
    "bundle_empty": lazy("There are no documents in the ZIP file."),
    "bundle_many": lazy("The ZIP file holds more than %(limit)s documents. Split it and add the parts."),
    "unsupported": lazy(
        "This kind of file cannot be read (%(type)s). Add PDF, an Office file, a web page, EPUB, Markdown or text."
    ),
    "mismatch": lazy("The content of the file is not what its name says."),
    "encrypted": lazy("The file is protected by a password. Add a copy without it."),
    "damaged": lazy("The file is damaged and cannot be opened."),
    "no_pages": lazy("The PDF has no pages."),
    "too_many_parts": lazy("The file holds too many parts to be opened safely."),
    "bomb": lazy("Unpacked, the file would grow far beyond its size; it is not opened."),
    "nested": lazy("The file contains another archive; add the documents inside it."),
    "traversal": lazy("The file contains parts that point outside it; it is not opened."),
}

_FAILURES: _Words = {
    "original_missing": lazy("The original file is missing from the store. Add it again."),
    "stopped": lazy("Reading was stopped several times in the middle. Try again, or add the file in another format."),
    "cancelled": lazy("Reading was cancelled."),
    "timeout": lazy("Reading took too long and was stopped. Split the file, or add it in another format."),
    "memory": lazy("Reading needed too much memory and was stopped. Split the file, or add it in another format."),
    "died": lazy(
        "The file could not be read safely, so reading stopped. Save it again or in another format, and add that."
    ),
    "output_too_large": lazy("The text of the file is too long. Split it and add the parts."),
    "bad_result": lazy(
        "The file could not be read safely, so reading stopped. Save it again or in another format, and add that."
    ),
    "unreadable": lazy("The file is damaged and cannot be opened."),
    "no_text": lazy("No text was found in the file. A scan needs its text recognised first."),
    "no_text_layer": lazy(
        "The pages are pictures without text. Recognising text is not set up here: add a copy with its text recognised."
    ),
    "no_ocr": lazy(
        "This is a picture. Recognising text in pictures is not set up here: add the text itself, or a PDF."
    ),
}

_REPAIRS: dict[str, tuple[Promise | str, Promise | str]] = {
    "annotation": (
        lazy("Pinyin annotations removed"),
        lazy("Readings that a web page printed above the characters ended up inside the sentences."),
    ),
    "byteshift": (
        lazy("Broken characters restored"),
        lazy("A scraper cut characters in two; what stood there follows from the bytes and the reading that are left."),
    ),
    "page_join": (lazy("Pages joined"), lazy("A sentence ran on over the end of a page.")),
    "line_join": (lazy("Lines joined"), lazy("A sentence was broken at the end of a printed line.")),
    "width": (lazy("Character widths made even"), lazy("Full-width and half-width forms of the same sign were mixed.")),
    "shape": (
        lazy("Characters of the wrong shape made right"),
        lazy("Signs that look like the right one but have another code, so that search would not find the word."),
    ),
    "spacing": (lazy("Blanks inside words removed"), lazy("Words had been pulled apart by blanks.")),
    "table": (lazy("Columns told apart"), lazy("What stood in columns had run together with blanks between.")),
    "note_mark": (
        lazy("Note marks cleaned"),
        lazy("A sign before the number of a note was left over from the layout."),
    ),
    "mojibake": (
        lazy("Text read in the wrong encoding restored"),
        lazy("A part of the text had been read in another encoding than it was written in."),
    ),
    "script": (
        lazy("Traditional shown as Simplified"),
        lazy("The text as written is kept; switch between the two while reading, or put back single characters."),
    ),
    "encoding": (lazy("Encoding repaired"), lazy("The bytes had been read in the wrong encoding before.")),
    "chosen": (lazy("Chosen by a person"), lazy("Somebody looked at the place and decided what stands here.")),
    "damage": (lazy("Damaged place"), ""),
}

_DAMAGE: _Words = {
    "straddle": lazy("One character lost half of its bytes, its neighbour the other half"),
    "cut": lazy("A character was cut off"),
    "replacement": lazy("A character was lost before the file was saved"),
    "private_use": lazy("A sign that only the document's own font can draw"),
    "unassigned": lazy("A code that stands for no character"),
    "noncharacter": lazy("A code that stands for no character"),
    "mojibake": lazy("Text read in the wrong encoding"),
    "reverted": lazy("A repair was put back here; what should stand here is open"),
}

# What a parser saw; some with a number after a colon: "pages-without-text:3".
_WARNINGS: _Words = {
    "encoding-guessed": lazy("The file does not say how its characters are encoded; the encoding was inferred."),
    "encoding-damaged": lazy("Bytes that stand for no character: %(n)s. They are marked as damage in the text."),
    "no_text_layer": lazy("Pages that are pictures without text, and were not read: %(n)s."),
    "pages-damaged": lazy("Pages that are damaged and could not be read: %(n)s."),
    "text-recognised": lazy("Text recognised from pictures, where single characters may be wrong; pages: %(n)s."),
    "pages-without-text": lazy("Pages without text, perhaps scanned: %(n)s. A scan needs its text recognised first."),
    "pages-left-out": lazy("The document is too long. Pages left out at the end: %(n)s."),
    "rows-left-out": lazy("The table is too long. Rows left out at the end: %(n)s."),
    "hidden-sheets": lazy("Hidden sheets left out: %(n)s. Show them and add the file again if you need them."),
    "hidden-slides": lazy("Hidden slides left out: %(n)s. Show them and add the file again if you need them."),
    "formulas-without-values": lazy(
        "Formulas without a value: %(n)s. Open the file in a spreadsheet program, save it, and add it again."
    ),
    "article-not-found": lazy("The article could not be told from the rest of the page, so all of the page was read."),
}

_LANGUAGES: _Words = {
    "zh-Hans": lazy("Simplified Chinese"),
    "zh-Hant": lazy("Traditional Chinese"),
    "zh": lazy("Chinese"),
    "en": lazy("English"),
    "ja": lazy("Japanese"),
    "ko": lazy("Korean"),
    "und": lazy("Language unknown"),
}


def size_text(size: int) -> str:
    """Bytes in people's units, without a decimal that says nothing."""
    return filesizeformat(size).replace(".0\xa0", "\xa0")


def refusal_text(code: str, params: dict[str, Any] | None = None, message: str = "") -> str:
    """Why a file was refused; `message` (a msgid) is used for codes that this table does not know."""
    words = str(_REFUSALS[code]) if code in _REFUSALS else _(message) if message else _("This file cannot be used.")
    values = {"largest": size_text(largest_upload()), "type": "?", "newer": "PDF", "limit": "?", **(params or {})}
    try:
        return words % values
    except (KeyError, TypeError, ValueError):
        return words


def failure_text(code: str, detail: str = "") -> str:
    """Why reading failed. `detail` is for people who look closer, not part of the sentence."""
    code = "encrypted" if detail == "encrypted" else code
    if code in _FAILURES:
        return str(_FAILURES[code])
    if code in _REFUSALS:
        return refusal_text(code)
    return _("The file could not be read (%(code)s).") % {"code": code}


def not_ready_text(state: str) -> str:
    """Why there is no text to show yet."""
    if state == "failed":
        return _("This source could not be read, so it has no text.")
    return _("This source is still being read. Its text will be here in a moment.")


def repair_name(kind: str) -> str:
    return str(_REPAIRS[kind][0]) if kind in _REPAIRS else kind


def repair_explanation(kind: str) -> str:
    return str(_REPAIRS[kind][1]) if kind in _REPAIRS else ""


def verb_text(verb: str, *, damaged: bool) -> str:
    """What a person decided about a repair or, `damaged`, about a damaged place."""
    words = {
        "revert": _("The repair was put back"),
        "keep": _("This repair stays"),
        "choose": _("Chosen by a person"),
        "accept": _("Right as it stands") if damaged else _("Right as it stood before the repair"),
    }
    return words.get(verb, verb)


def damage_text(reason: str) -> str:
    return str(_DAMAGE.get(reason, reason))


def language_name(code: str | None) -> str:
    return str(_LANGUAGES.get(code or "und", code or ""))


def warning_text(code: str) -> str:
    """What a warning of a parser means; one that this table does not know is shown as it came."""
    name, _colon, number = code.partition(":")
    return str(_WARNINGS[name]) % {"n": number or "?"} if name in _WARNINGS else code
