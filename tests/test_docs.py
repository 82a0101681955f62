"""What the documents name exists, and what has a name for people stands in a document."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
TOPS = {"docs", "locale", "project", "static", "synthesis", "templates", "tests"}
READERS = {"environ", "getenv", "boolean", "words"}

# Read, but not a setting of ours, with the reason.
NO_SETTINGS = {
    "MAKELEVEL": "make sets it, so that its end is ours too",
    "DJANGO_SETTINGS_MODULE": "Django's own",
}


def text_of(*names: str) -> str:
    return "\n".join((ROOT / name).read_text("utf-8") for name in names)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    prose = FENCE.sub("", document.read_text("utf-8"))
    lost = [target for target in LINK.findall(prose) if not (document.parent / target).exists()]
    named = [one.strip("/") for one in CODE.findall(prose) if re.fullmatch(r"[\w./-]+", one)]
    lost += [one for one in named if one.split("/")[0] in TOPS and "/" in one and not (ROOT / one).exists()]
    assert not lost


def test_every_document_is_linked() -> None:
    linked = set()
    for document in DOCUMENTS:
        for target in LINK.findall(FENCE.sub("", document.read_text("utf-8"))):
            linked.add((document.parent / target).resolve())
    missed = [name_of(one) for one in DOCUMENTS if one.name != "README.md" and not {one, one.parent} & linked]
    assert not missed


def variables(path: Path) -> Iterator[str]:
    """Names of the environment variables that a module reads: `environ["X"]`, `environ.get("X")`, `env.boolean("X")`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            asked, first = ast.unparse(node.func), node.args[0]
        elif isinstance(node, ast.Subscript):
            asked, first = ast.unparse(node.value), node.slice
        else:
            continue
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and READERS & set(asked.split(".")):
            yield first.value


def test_every_setting_stands_in_the_readme() -> None:
    read = {name for path in ("settings", "supervisor", "prepare") for name in variables(ROOT / f"project/{path}.py")}
    table = {
        name
        for row in re.findall(r"^\|([^|]+)\|", text_of("README.md"), re.MULTILINE)
        for name in re.findall(r"`([A-Z_]+)`", row)
    }
    assert {"PORT", "DATABASE_URL", "HTTPS", "ALLOWED_HOSTS"} <= read
    assert read - table == set(NO_SETTINGS)
    assert not table - read


def test_make_targets_and_commands_exist_and_are_named() -> None:
    targets = set(re.findall(r"^\.PHONY: (.+)$", text_of("Makefile"), re.MULTILINE)[0].split())
    commands = {path.stem for path in ROOT.glob("synthesis/management/commands/*.py")} - {"__init__"}
    everywhere = "\n".join(document.read_text("utf-8") for document in DOCUMENTS)
    code = "\n".join([*FENCE.findall(everywhere), *CODE.findall(everywhere)])
    assert set(re.findall(r"\bmake ([a-z]+)\b", code)) == targets
    assert set(re.findall(r"manage\.py ([a-z_-]+)", code)) == commands


def test_the_contract_lists_every_address_of_the_api() -> None:
    told = set(re.findall(r"^(GET|POST) +(/\S+)", text_of("docs/contract.md"), re.MULTILINE))
    there = set()
    for path in ROOT.glob("synthesis/api/views_*.py"):
        for method, address in re.findall(r'@router\.(\w+)\(\s*"([^"]+)"', path.read_text("utf-8")):
            there.add((method.upper(), address.replace("{uuid:", "{")))
    assert told == there
