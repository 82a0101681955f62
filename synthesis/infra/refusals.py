"""Why an upload was not taken: a stable code and an English msgid with its parameters."""

from __future__ import annotations


class UploadRefused(Exception):
    """`code` for programs, `message` (an English msgid, translated by the view) and `params` to fill it with."""

    def __init__(self, code: str, message: str, **params: str | int) -> None:
        super().__init__(message % params if params else message)
        self.code = code
        self.message = message
        self.params = params


#: Every msgid this package refuses with, so that the catalogue can be checked for completeness.
MESSAGES = (
    "The file name contains a path.",
    "The file name contains characters that cannot be shown.",
    "The file has no name.",
    "The file name is longer than %(limit)d bytes.",
    "The file is empty.",
    "The file is larger than %(limit)d MB.",
    "The file is a program, not a document.",
    "The file is an archive; upload the documents inside it.",
    "The file is in an old Office format; save it as %(newer)s first.",
    "The file is a binary workbook (XLSB); save it as XLSX first.",
    "Of OpenDocument files only texts, sheets and slides (ODT, ODS, ODP) can be read.",
    "The file is a document of Apple's Pages, Numbers or Keynote.",
    "Text in pictures cannot be recognised here.",
    "There are no documents in the ZIP file.",
    "The ZIP file holds more than %(limit)d documents.",
    "This kind of file cannot be read: %(type)s.",
    "The file is not what its name says (.%(extension)s).",
    "The file is protected by a password.",
    "The file is damaged and cannot be opened.",
    "The PDF has no pages.",
    "The file holds more than %(limit)d parts.",
    "The file grows too much when it is unpacked.",
    "The file contains another archive.",
    "The file contains parts that point outside it.",
)
