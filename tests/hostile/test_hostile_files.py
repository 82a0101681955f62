"""Files made to do harm: each is refused or fails in time with a reason people understand, and the next one is read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from synthesis.infra import sandbox, uploads
from synthesis.infra.refusals import UploadRefused
from synthesis.infra.sandbox import Limits, ParserFailed
from synthesis.sources.reasons import failure_text
from tests.hostile import corpus_packages, corpus_pdf

MEGABYTE = 1024 * 1024
#: What a caller may grow by, in bytes.
MOST_MEMORY = 100 * MEGABYTE
LITTLE = Limits(memory=400 * MEGABYTE, cpu=1, wall=1.5)
PACKAGES = corpus_packages.CORPUS
#: Known before any parser sees them.
REFUSED = {
    "nested archives": {"nested", "archive"},
    "lying size": {"damaged"},
    "overlapping parts": {"damaged", "archive"},
    "part above": {"traversal"},
    "part with an absolute name": {"traversal"},
    "bomb": {"bomb"},
    "program that is a text": {"executable"},
}


def peak() -> int:
    """The most memory this process has had, in bytes, since it was last forgotten."""
    (line,) = [row for row in Path("/proc/self/status").read_text().splitlines() if row.startswith("VmHWM")]
    return int(line.split()[1]) * 1024


@pytest.fixture
def unharmed(tmp_path: Path) -> Iterator[None]:
    """Afterwards an ordinary file is read."""
    good = tmp_path / "good.txt"
    good.write_text("The next file is read as if nothing had been.")
    yield
    assert sandbox.read_source(good, "txt").text.startswith("The next file")


def outcome(path: Path, name: str, limits: Limits | None = None) -> str:
    """What becomes of the file; meanwhile this process has not grown much."""
    Path("/proc/self/clear_refs").write_text("5")
    before = peak()
    code = _outcome(path, name, limits)
    assert peak() - before < MOST_MEMORY
    return code


def _outcome(path: Path, name: str, limits: Limits | None) -> str:
    """ "read", or the code of the refusal or failure."""
    try:
        kind = uploads.inspect(path, name).kind
        reading = sandbox.read_source(path, kind, limits=limits)
    except UploadRefused as refusal:
        return refusal.code
    except ParserFailed as failure:
        return failure.code
    assert len(reading.text) < MEGABYTE
    assert "root:" not in reading.text
    return "read"


def put(folder: Path, make: Callable[[], bytes]) -> Path:
    path = folder / "hostile"
    path.write_bytes(make())
    return path


@pytest.mark.parametrize("what", corpus_pdf.QUICK)
def test_circles_and_lies_in_a_pdf_have_no_text(unharmed: None, tmp_path: Path, what: str) -> None:
    assert outcome(put(tmp_path, corpus_pdf.QUICK[what]), "a.pdf") in {
        "unreadable",
        "no_text",
        "no_text_layer",
        "damaged",
    }


@pytest.mark.parametrize("what", corpus_pdf.SLOW)
def test_what_grows_in_a_pdf_is_stopped(unharmed: None, tmp_path: Path, what: str) -> None:
    code = outcome(put(tmp_path, corpus_pdf.SLOW[what]), "a.pdf", LITTLE)
    assert code in {"memory", "timeout", "died", "no_text"}


@pytest.mark.parametrize("what", corpus_pdf.READABLE)
def test_what_can_be_read_is(unharmed: None, tmp_path: Path, what: str) -> None:
    assert outcome(put(tmp_path, corpus_pdf.READABLE[what]), "a.pdf") == "read"


@pytest.mark.parametrize("what", [name for name in PACKAGES if name not in REFUSED])
def test_packages_markup_and_texts_do_no_harm(unharmed: None, tmp_path: Path, what: str) -> None:
    name, make = PACKAGES[what]
    code = outcome(put(tmp_path, make), name)
    assert code == "read" or f"({code})" not in failure_text(code)


@pytest.mark.parametrize("what", corpus_packages.SLOW)
def test_what_goes_on_for_ever_is_stopped(unharmed: None, tmp_path: Path, what: str) -> None:
    name, make = corpus_packages.SLOW[what]
    assert outcome(put(tmp_path, make), name, LITTLE) in {"memory", "timeout", "died", "unreadable"}


@pytest.mark.parametrize(("what", "codes"), REFUSED.items())
def test_refused_before_any_parser_sees_it(tmp_path: Path, what: str, codes: set[str]) -> None:
    name, make = PACKAGES[what]
    with pytest.raises(UploadRefused) as refused:
        uploads.inspect(put(tmp_path, make), name)
    assert refused.value.code in codes


@pytest.mark.parametrize("name", corpus_packages.NAMES)
def test_names_that_deceive_are_refused(name: str) -> None:
    with pytest.raises(UploadRefused):
        uploads.check_name(name)


def test_a_small_file_is_given_little_time() -> None:
    """What the corpus is stopped by: no more than fifteen seconds for a file of less than a megabyte."""
    limits = Limits.for_file("docx", 1000)
    assert limits.cpu <= 15
    assert limits.longest <= 15


def test_an_end_that_comes_from_outside_leaves_no_process(tmp_path: Path) -> None:
    path = put(tmp_path, corpus_packages.SLOW["brackets"][1])
    before = descendants()
    with pytest.raises(ParserFailed):
        sandbox.read_source(path, "md", limits=Limits(wall=0.3))
    # Others that run tests on this machine start new ones meanwhile: only those that are there now must go.
    left = descendants() - before
    until = time.monotonic() + 5
    while left and time.monotonic() < until:
        left &= descendants()
    assert not left


def descendants() -> set[str]:
    """The processes named pandoc on this machine."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text()
        except OSError:
            continue
        if "(pandoc)" in fields and ") Z " not in fields:
            found.add(status.parent.name)
    return found
