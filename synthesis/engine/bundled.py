"""Tables that come with the engine, as text files; the first lines of each, which begin with `# `, say where it is from."""

from __future__ import annotations

from importlib.resources import files
from itertools import dropwhile
from types import ModuleType


def rows(package: ModuleType, name: str) -> list[str]:
    """The lines of the table `name` (without its ending) of a package of tables, without the head."""
    lines = files(package).joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return list(dropwhile(lambda line: line.startswith("# "), lines))


def levels(package: ModuleType, name: str) -> list[tuple[int, str]]:
    """The rows of a table whose lines are a level, a tab and what is at that level."""
    return [(int(level), rest) for level, _, rest in (row.partition("\t") for row in rows(package, name))]
