"""The rules of the house that import-linter cannot see, read off the syntax trees; each check is itself tested on planted code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

# Longer than the limits, with the reason; an entry that is no longer needed fails the test.
# "path" for a file, "path::function" for a function.
LONG_WITH_REASON: dict[str, str] = {}

# Files besides actions and infra/ that write rows, with the reason.
WRITES_WITH_REASON = {
    "synthesis/accounts/models.py": "Django and allauth make users through the manager's create_user",
}

ROOMS = [
    "api",
    "live",
    "exchange",
    "review",
    "drafting",
    "overlap",
    "discussion",
    "tagging",
    "sources",
    "workspaces",
    "accounts",
    "infra",
    "engine",
]
SIBLINGS = {"drafting", "overlap"}
VAGUE = {"utils", "helpers", "common", "misc", "manager", "managers", "util", "helper"}

BULK_WRITES = {"bulk_create", "bulk_update", "get_or_create", "update_or_create"} | {
    f"a{name}" for name in ("bulk_create", "bulk_update", "get_or_create", "update_or_create")
}
SINGLE_WRITES = {"save", "create", "update", "delete"} | {f"a{name}" for name in ("save", "create", "update", "delete")}
QUERYSET_WORDS = {
    "objects",
    "all",
    "filter",
    "exclude",
    "order_by",
    "select_for_update",
    "select_related",
    "prefetch_related",
    "annotate",
    "get",
    "first",
    "last",
}
# Names that cannot be a row or a query set, although their methods are called like theirs.
NOT_ROWS = {
    "np",
    "hashlib",
    "digest",
    "hasher",
    "hash",
    "hmac",
    "form",
    "formset",
    "serializer",
    "storage",
    "session",
    "default_storage",
}


PLAIN = re.compile(r"dict|set|Counter|defaultdict|MutableMapping|QueryDict|collections\.")


def sources(*tops: str) -> Iterator[Path]:
    for top in tops:
        for path in sorted((ROOT / top).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# --- writes -----------------------------------------------------------------------------------------------------------


def chain(node: ast.expr) -> list[str]:
    """The names of an attribute or call chain, outermost last: `A.objects.filter(x).update` -> A, objects, filter, update."""
    names: list[str] = []
    while True:
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        elif isinstance(node, (ast.Call, ast.Subscript, ast.Await)):
            node = node.func if isinstance(node, ast.Call) else node.value
        else:
            names.append(node.id if isinstance(node, ast.Name) else "")
            return names[::-1]


def containers_in(tree: ast.AST) -> set[str]:
    """Names that the file itself binds to a dict, a set or a hash: `.update` on them writes no row."""
    found: set[str] = set()
    for node in ast.walk(tree):
        targets: list[ast.expr] = []
        value: ast.expr | None = None
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign):
            targets, value = [node.target], node.value
            if PLAIN.match(ast.unparse(node.annotation)):
                value = ast.Dict(keys=[], values=[])
        elif isinstance(node, ast.arg) and node.annotation is not None and PLAIN.match(ast.unparse(node.annotation)):
            found.add(node.arg)
        if value is not None and is_container(value):
            found.update(chain(target)[-1] for target in targets)
    return found


def is_container(node: ast.expr) -> bool:
    if isinstance(node, (ast.Dict, ast.Set, ast.DictComp, ast.SetComp)):
        return True
    if not isinstance(node, ast.Call):
        return False
    names = chain(node.func)
    return names[-1] in {"dict", "set", "Counter", "defaultdict", "OrderedDict"} or names[0] in NOT_ROWS


def writes_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of each call that writes rows."""
    plain = containers_in(tree)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        names = chain(node.func)
        verb, owners = names[-1], names[:-1]
        if verb in BULK_WRITES:
            yield node.lineno, ".".join(names)
        elif verb in SINGLE_WRITES:
            through_query = any(owner in QUERYSET_WORDS or owner.endswith("_set") for owner in owners[1:])
            is_plain = owners[-1] in plain or owners[-1] in NOT_ROWS or owners[0] in NOT_ROWS
            if through_query or (
                verb != "create" and verb != "acreate" and not is_plain and looks_like_row(owners, verb)
            ):
                yield node.lineno, ".".join(names)


def looks_like_row(owners: list[str], verb: str) -> bool:
    """A bare `x.save()` or `x.delete()` is a row unless known otherwise; a bare `x.update()` only on a query set's name."""
    last = owners[-1]
    if verb in {"update", "aupdate"}:
        return last in {"rows", "queryset", "query", "qs"} or last.endswith(("_rows", "_queryset"))
    return (bool(last) and last not in {"super", "self"}) or "objects" in owners


def kind_of(path: Path) -> str:
    """`actions` for `actions.py` and for `actions_outline.py`: a file that outgrows its size is split under its name."""
    return path.stem.split("_")[0]


def may_write(path: Path) -> bool:
    room = path.relative_to(ROOT / "synthesis").parts[0]
    return room in {"infra", "engine"} or kind_of(path) == "actions" or name_of(path) in WRITES_WITH_REASON


@pytest.mark.parametrize(
    "code",
    [
        "Source.objects.create(name=1)",
        "Source.objects.filter(a=1).update(b=2)",
        "workspace.sources.all().delete()",
        "excerpt.save(update_fields=['note'])",
        "job.delete()",
        "rows.update(a=1)",
        "Tag.objects.bulk_create([])",
        "await Tag.objects.aget_or_create(a=1)",
        "workspace.member_set.create(a=1)",
    ],
)
def test_a_write_is_seen(code: str) -> None:
    module = "async def f():\n    " + code
    assert list(writes_in(ast.parse(module)))


@pytest.mark.parametrize(
    "code",
    [
        "found = {}\nfound.update(a=1)",
        "digest = hashlib.sha256()\ndigest.update(b'')",
        "import hashlib\nhashlib.sha256().update(b'')",
        "def f(seen: set[str]) -> None:\n    seen.update('a')",
        "client.chat.completions.create(model='m')",
        "actions.create_excerpt(actor=a)",
    ],
)
def test_what_is_no_write_is_let_through(code: str) -> None:
    assert not list(writes_in(ast.parse(code)))


def test_only_actions_and_infra_write() -> None:
    found = [
        f"{name_of(path)}:{line}: {call}"
        for path in sources("synthesis")
        if not may_write(path)
        for line, call in writes_in(ast.parse(path.read_text("utf-8")))
    ]
    assert not found, "rows are written outside actions.py and infra/:\n" + "\n".join(found)


# --- locks ------------------------------------------------------------------------------------------------------------


def test_a_lock_holds_up_no_row_that_points_to_the_locked_one() -> None:
    """Foreign keys are checked at the commit, when the workspace's event counter is held: whoever has the parent
    FOR UPDATE and waits for the counter would then wait for ever."""
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in sources("synthesis")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "select_for_update"
        and "no_key" not in {keyword.arg for keyword in node.keywords}
    ]
    assert not found, "say select_for_update(no_key=True):\n" + "\n".join(found)


# --- queries ----------------------------------------------------------------------------------------------------------


def managers_in(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "_base_manager"}:
            yield node.lineno


def asks_no_database(path: Path) -> bool:
    return "infra" not in path.parts and kind_of(path) in {"views", "tasks"}


def test_a_manager_is_seen() -> None:
    assert list(managers_in(ast.parse("def v(r):\n    return Source.objects.get(pk=1)"))) == [2]


def test_views_and_tasks_ask_selectors() -> None:
    found = [
        f"{name_of(path)}:{line}"
        for path in sources("synthesis")
        if asks_no_database(path)
        for line in managers_in(ast.parse(path.read_text("utf-8")))
    ]
    assert not found, "views and tasks query by themselves:\n" + "\n".join(found)


# --- size and names ---------------------------------------------------------------------------------------------------


def functions_in(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Name and length in lines (decorators not counted) of each function."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@cache
def too_long() -> dict[str, int]:
    found: dict[str, int] = {}
    for path in sources("synthesis", "project"):
        text = path.read_text("utf-8")
        lines = text.count("\n")
        if lines > LONGEST_FILE:
            found[name_of(path)] = lines
        for name, length in functions_in(ast.parse(text)):
            if length > LONGEST_FUNCTION:
                found[f"{name_of(path)}::{name}"] = length
    return found


def test_a_long_function_is_measured() -> None:
    code = "def f():\n" + "    x = 1\n" * LONGEST_FUNCTION
    assert list(functions_in(ast.parse(code))) == [("f", LONGEST_FUNCTION + 1)]


def test_files_and_functions_fit_in_a_head() -> None:
    unexplained = {name: lines for name, lines in too_long().items() if name not in LONG_WITH_REASON}
    assert not unexplained, "longer than allowed, without an entry in LONG_WITH_REASON that gives the reason"


def test_every_exception_is_still_needed_and_explained() -> None:
    assert set(LONG_WITH_REASON) <= set(too_long())
    for name in WRITES_WITH_REASON:
        assert list(writes_in(ast.parse((ROOT / name).read_text("utf-8")))), f"{name} writes nothing any more"
    assert all(len(reason) > 20 for reason in [*LONG_WITH_REASON.values(), *WRITES_WITH_REASON.values()])


def test_no_file_has_a_vague_name() -> None:
    found = [name_of(path) for path in sources("synthesis", "project", "tests") if path.stem in VAGUE]
    assert not found


def test_every_room_is_in_the_order() -> None:
    found = {path.parent.name for path in (ROOT / "synthesis").glob("*/__init__.py")} - {"management", "migrations"}
    assert found <= set(ROOMS)


# --- order inside a room ----------------------------------------------------------------------------------------------

LAYERS = [{"urls"}, {"views", "tasks"}, {"forms"}, {"actions"}, {"selectors"}, {"models"}]


def layer_of(kind: str) -> int | None:
    return next((number for number, kinds in enumerate(LAYERS) if kind in kinds), None)


def upward_imports(tree: ast.AST, room: str, kind: str) -> Iterator[str]:
    """Modules of the same room that a file of this kind imports although they stand higher, or beside it (views, tasks)."""
    own = layer_of(kind)
    for node in ast.walk(tree):
        if own is None or not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        whole = node.module == f"synthesis.{room}"
        names = [alias.name for alias in node.names] if whole else [node.module.removeprefix(f"synthesis.{room}.")]
        if not whole and not node.module.startswith(f"synthesis.{room}."):
            continue
        for name in names:
            other = name.split(".")[0].split("_")[0]
            layer = layer_of(other)
            if layer is not None and (layer < own or (layer == own and other != kind)):
                yield f"synthesis.{room}.{name}"


def test_an_import_upward_is_seen() -> None:
    code = "from synthesis.tagging import actions_headings, models\nfrom synthesis.tagging.views import x"
    assert list(upward_imports(ast.parse(code), "tagging", "selectors")) == [
        "synthesis.tagging.actions_headings",
        "synthesis.tagging.views",
    ]
    assert not list(upward_imports(ast.parse(code.splitlines()[0]), "tagging", "views"))


def test_layers_of_a_room_import_downward() -> None:
    found = []
    for path in sources("synthesis"):
        room = path.relative_to(ROOT / "synthesis").parts[0]
        if room in ROOMS and room not in {"infra", "engine"}:
            tree = ast.parse(path.read_text("utf-8"))
            found += [f"{name_of(path)} -> {module}" for module in upward_imports(tree, room, kind_of(path))]
    assert not found


# --- models -----------------------------------------------------------------------------------------------------------


def room_of(module: str) -> str:
    return module.split(".")[1] if module.startswith("synthesis.") else ""


def points_upward(module: str, target: str) -> bool:
    """Whether a key from `module`'s model to `target`'s goes to a higher room or to a sibling."""
    source, other = room_of(module), room_of(target)
    if source == other or source not in ROOMS or other not in ROOMS:
        return False
    return {source, other} == SIBLINGS or ROOMS.index(other) < ROOMS.index(source)


def test_the_direction_of_a_key_is_judged() -> None:
    assert points_upward("synthesis.sources.models", "synthesis.tagging.models")
    assert points_upward("synthesis.overlap.models", "synthesis.drafting.models")
    assert not points_upward("synthesis.tagging.models", "synthesis.sources.models")
    assert not points_upward("synthesis.tagging.models", "django.contrib.auth.models")


def test_keys_point_downward() -> None:
    from django.apps import apps

    found = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in apps.get_app_config("synthesis").get_models(include_auto_created=False)
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and isinstance(field.related_model, type)
        if points_upward(model.__module__, field.related_model.__module__)
    ]
    assert not found


# --- the engine -------------------------------------------------------------------------------------------------------

WITHOUT_DJANGO = """
import importlib, pkgutil, sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "celery", "kombu", "redis", "psycopg"}:
            raise ImportError(name + " must not be needed by the engine")
sys.meta_path.insert(0, Refuse())
import synthesis.engine
names = ["synthesis.engine"]
for found in pkgutil.walk_packages(synthesis.engine.__path__, "synthesis.engine."):
    importlib.import_module(found.name)
    names.append(found.name)
print(len(names))
"""


def test_the_engine_imports_without_django() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_DJANGO], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 1


def test_the_engine_compiles_no_pattern_before_it_is_used() -> None:
    """Every process imports the engine's tables; few use them (`synthesis.engine.patterns`)."""
    early = [name_of(path) for path in sources("synthesis/engine") if "re.compile(" in path.read_text("utf-8")]
    assert early == ["synthesis/engine/patterns.py"], "lazy_pattern is for that"
