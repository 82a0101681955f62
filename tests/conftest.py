"""Servers, the live stack and the browser for all tests. Engine tests asked for alone need none of it, not even Django.

Fixtures for everybody:
    live_stack   real web, worker and keep_jobs processes against the test database (see `tests/live_stack.py`)
    open_page    a factory of browser pages, one separate person each
    complaints   what pages wrote to the console as errors; must be empty at the end of the test
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from tests import environment
from tests.chromium import LONGEST_ANSWER, Chromium

if TYPE_CHECKING:
    import pytest_django
    from playwright.sync_api import Browser, Page

    from tests.live_stack import LiveStack

# A tenth of the time went into looking for garbage; while tests are collected there is none.
gc.disable()
# A run of the suite looks at few examples of each property, other ones every time; HYPOTHESIS_PROFILE=default at many.
# How long an example takes says how busy the machine is.
hypothesis.settings.register_profile(
    "suite", max_examples=20, deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
CHROMIUM = Chromium()
OWN = pytest.StashKey[environment.Environment]()
# Tests of three seconds and more.
LONG = (
    "tests/services/test_supervisor.py::test_it_heals",
    "tests/test_lint.py::test_python_tool_has_nothing_to_say[mypy]",
    "tests/test_query_counts.py::test_as_recorded",
    "tests/test_pages_as_read.py",
    "tests/exchange/test_synthesize.py::test_the_same_files",
    "tests/security/test_permissions.py::test_who_gets_in",
)
LONGEST_LOG = 3_000  # characters of each process's log in the report of a failed test


def pytest_configure(config: pytest.Config) -> None:
    worker: str | None = getattr(config, "workerinput", {}).get("workerid")
    if worker is None and environment.is_pure(config.args):
        return
    if worker is not None and environment.ROOT not in os.environ:
        return
    own = config.stash[OWN] = environment.begin(worker)
    if worker is None and config.getoption("numprocesses", None):
        # With several processes this one only hands out tests; the database must outlive each of them.
        own.valkey = None
        # Importing `project` has set it. A worker that inherits it reads the settings before its own servers are named.
        os.environ.pop("DJANGO_SETTINGS_MODULE", None)
        own.start()
        return
    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"
    from project import messages

    messages.compile_catalogues()
    import django
    from django.conf import settings

    settings.PASSWORD_HASHERS = [
        "tests.password_hasher.OneIteration",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    # Names with a hash exist only where static files are collected, as the live stack does for itself.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    django.setup()
    # WhiteNoise warns when it finds none, and every test client looks at all that it finds: not where the live stack keeps its own.
    settings.STATIC_ROOT = own.var / "no_static_files"
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The first process begins with everything that needs the browser or the live stack, so that one of each serves all;
    the longest of the other tests begin the shares of the others, so that none is left alone with one at the end. The
    rest stays in the random order of the run."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    first: list[list[pytest.Item]] = [[] for _ in range(workers)]
    rest = []
    for item in items:
        if {"browser", "live_stack"} & set(getattr(item, "fixturenames", ())):
            first[0].append(item)
        elif item.nodeid.startswith(LONG):
            shortest = min(first[1:] or first, key=len)
            shortest.append(item)
        else:
            rest.append(item)
    first[0].sort(key=lambda item: "browser" not in getattr(item, "fixturenames", ()))
    bounds = [len(items) * number // workers for number in range(workers + 1)]
    left = iter(rest)
    shares = [[*own, *islice(left, max(bounds[n + 1] - bounds[n] - len(own), 0))] for n, own in enumerate(first)]
    items[:] = [*chain.from_iterable(shares), *left]


def pytest_collection_finish(session: pytest.Session) -> None:
    # What was loaded stays until the end.
    gc.freeze()
    gc.enable()
    own = session.config.stash.get(OWN, None)
    needs_servers = any(
        "django_db_setup" in getattr(item, "fixturenames", ()) or _is_of_a_room(item) for item in session.items
    )
    if own and needs_servers and not session.config.option.collectonly:
        own.start()


def _is_of_a_room(item: pytest.Item) -> bool:
    parts = item.path.relative_to(item.config.rootpath).parts
    return len(parts) > 2 and parts[1] != "engine"


def pytest_unconfigure(config: pytest.Config) -> None:
    own = config.stash.get(OWN, None)
    if own:
        own.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failure with the live stack shows what its processes said last: nobody can ask them afterwards."""
    report = yield
    stack = getattr(item, "funcargs", {}).get("live_stack")
    if report.failed and stack is not None:
        report.sections += [(f"log of {name}", stack.log(name)[-LONGEST_LOG:]) for name in stack.children]
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> Generator[None, None, None]:
    yield
    if "browser" not in getattr(nextitem, "fixturenames", ()):
        CHROMIUM.close()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[None]:
    """In place of pytest-django's, which runs all migrations once for each process."""
    from tests import databases

    process = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with django_db_blocker.unblock():
        databases.begin(process)
    yield
    with django_db_blocker.unblock():
        databases.end(process)


@pytest.fixture(scope="session")
def _live_processes(request: pytest.FixtureRequest, django_db_setup: None) -> Iterator[LiveStack]:
    from django.db import connection

    from tests.live_stack import LiveStack

    own = request.config.stash[OWN]
    stack = LiveStack(str(connection.settings_dict["NAME"]), own)
    stack.collect_static()
    yield stack
    stack.end()


@pytest.fixture
def live_stack(transactional_db: None, _live_processes: LiveStack) -> Iterator[LiveStack]:
    """Web, worker and keep_jobs as real processes against the test database, every one of them running.

    `live_stack.url` is the address. Rows that the test commits (ORM, actions) are seen by the processes and the other
    way round; tables and broker are empty when the test begins. `live_stack.kill("worker")`, `.start("worker")`,
    `.stop(...)`, `.pid(...)`, `.log(...)`, `.flush_broker()` act on one process; nothing restarts by itself within a
    test, everything runs again for the next. Started once for each pytest process (about two seconds), frozen between
    tests. Job leases last 3 seconds here.
    """
    _live_processes.wake()
    yield _live_processes
    _live_processes.freeze()


@pytest.fixture
def browser() -> Browser:
    """Chromium, which runs on for the next test that needs it."""
    return CHROMIUM.running()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Console errors, uncaught exceptions and CSP reports of every page; a test that provokes one clears the list."""
    found: list[str] = []
    yield found
    assert not found, "the browser complained: " + "; ".join(found)


@pytest.fixture
def open_page(browser: Browser, live_stack: LiveStack, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """`open_page(path="/", language="en", width=1440, height=900, dark=False)` opens a page as a new person.

    Every call has its own cookies, so two calls are two people. Further keywords go to Playwright's `new_context`.
    """
    contexts = []

    def open_(
        path: str = "/",
        *,
        language: str = "en",
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        **options: Any,
    ) -> Page:
        context = browser.new_context(
            base_url=live_stack.url,
            locale=language,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(LONGEST_ANSWER)
        page = context.new_page()
        page.on(
            "console",
            lambda said: complaints.append(f"{said.text} ({said.location['url']})") if said.type == "error" else None,
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()
