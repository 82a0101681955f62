"""The documents that a command's files are: a file is one, a ZIP file as many as it holds, as in the web application."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from synthesis.engine.text.model import ReadingText
from synthesis.infra.bundles import Bundle, opened
from synthesis.infra.refusals import UploadRefused
from synthesis.infra.sandbox import ParserFailed, read_source
from synthesis.infra.uploads import inspect
from synthesis.management.engine_command import BadInput, existing_file


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes at `path`; `name` is for people: the file's own, longer where two would be the same."""

    name: str
    path: Path

    def read(self) -> ReadingText:
        """Raises BadInput when it cannot be taken or read."""
        try:
            return read_source(self.path, inspect(self.path, Path(self.name).name).kind)
        except UploadRefused as refusal:
            raise BadInput(f"{self.name}: {refusal}") from refusal
        except ParserFailed as failure:
            raise BadInput(f"{self.name}: cannot be read ({failure})") from failure


@contextmanager
def documents(files: Sequence[str]) -> Iterator[list[Document]]:
    """The documents of these files in their order; `BUNDLE.zip/NAME` is one document of a ZIP file.

    Raises BadInput, also for the same file named twice.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = [one for name in files for one in _documents(name, Path(folder))]
        if len({full for _own, full, _path in found}) != len(found):
            raise BadInput("the same file is named twice")
        times = Counter(own for own, _full, _path in found)
        yield [Document(own if times[own] == 1 else full, path) for own, full, path in found]


def _documents(name: str, folder: Path) -> Iterator[tuple[str, str, Path]]:
    """(own name, name as given, path) of each document."""
    path, inside = Path(name), ""
    if not path.exists() and (holder := next((one for one in path.parents if one.is_file()), None)):
        path, inside = holder, path.relative_to(holder).as_posix()
    path = existing_file(str(path))
    with path.open("rb") as file:
        package = opened(file)
        if package is None:
            if inside:
                raise BadInput(f"{name}: {path.name} is no ZIP file of documents")
            yield path.name, str(path), path
            return
        try:
            bundle = Bundle(package)
            members = [one for one in bundle.members if inside in {"", one.path}]
            if not members:
                raise BadInput(f"{name}: {path.name} holds {listed([one.path for one in bundle.members])}")
            for member in members:
                with tempfile.NamedTemporaryFile(dir=folder, delete=False) as copy:
                    copy.writelines(bundle.chunks(member))
                yield member.name, f"{path}/{member.path}", Path(copy.name)
        except UploadRefused as refusal:
            raise BadInput(f"{path.name}: {refusal}") from refusal


def listed(names: Sequence[str], most: int = 3) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
