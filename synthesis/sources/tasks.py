"""Background work of the room: one file into its reading text."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_noop

from synthesis.infra import jobs
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission
from synthesis.infra.sandbox import ParserFailed, read_source
from synthesis.sources import actions, originals
from synthesis.sources.reasons import failure_text

STARTING = gettext_noop("Opening the file")
READING = gettext_noop("Extracting the text")
MENDING = gettext_noop("Repairing and structuring the text")
#: Parsing is about this share of the sandbox's way.
PARSING_SHARE = 0.6
STORING = gettext_noop("Storing the text")


@jobs.handles(actions.JOB_KIND, on_end=actions.extraction_ended, audience=Permission.READ_SOURCES)
def extract(running: RunningJob) -> None:
    """Reads a source in the sandbox; a file that cannot be read fails at once, with its reason."""
    source = actions.start_extraction(running=running)
    running.progress(STARTING, 0.0)
    try:
        with originals.local_path(source.stored) as path:
            reading = read_source(path, source.kind, on_progress=_steps(running))
    except ParserFailed as error:
        _give_up(running, error.code, error.detail)
    except FileNotFoundError:
        _give_up(running, "original_missing", "")
    running.progress(STORING, 0.95)
    with running.finishing():
        actions.finish_extraction(running=running, source_id=source.pk, reading=reading)


def _steps(running: RunningJob) -> Callable[[float], None]:
    """Progress of the sandbox as steps: parsing, then the engine's repairs."""

    def tell(share: float) -> None:
        running.progress(READING if share < PARSING_SHARE else MENDING, 0.02 + 0.92 * share)

    return tell


def _give_up(running: RunningJob, code: str, detail: str) -> None:
    actions.fail_extraction(running=running, code=code, detail=detail)
    raise JobFailed(failure_text(code, detail))
