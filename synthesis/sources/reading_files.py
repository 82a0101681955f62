"""One file out of the store into a reading text, with its steps told: what reading a source and a newer version share."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from synthesis.engine.text.model import ReadingText
from synthesis.infra.leases import RunningJob
from synthesis.infra.sandbox import ParserFailed, read_source
from synthesis.sources import originals, page_lines
from synthesis.sources.models import FileToRead

READING = gettext_noop("Extracting the text")
MENDING = gettext_noop("Repairing and structuring the text")
STORING = gettext_noop("Storing the text")
#: Parsing is about this share of the sandbox's way.
PARSING_SHARE = 0.6


def read_file(running: RunningJob, row: FileToRead) -> ReadingText:
    """The reading text of the row's file; recognised lines of its pages are kept beside it.

    Raises ParserFailed, with the code original_missing when the store has no such file.
    """

    def tell(share: float) -> None:
        running.progress(READING if share < PARSING_SHARE else MENDING, 0.02 + 0.92 * share)

    try:
        with originals.local_path(row.stored) as path:
            reading = read_source(path, row.kind, on_progress=tell)
    except FileNotFoundError as error:
        raise ParserFailed("original_missing") from error
    running.progress(STORING, 0.95)
    if lines := reading.metadata.get(page_lines.METADATA):
        page_lines.keep_lines(row.stored, lines)
    return reading
