"""One Chromium for all browser tests of a pytest process that follow one another: to start it takes as long as a test."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

LONGEST_ANSWER = 20_000  # milliseconds that anything may take before a browser test gives up; only a failure takes it
UNSAFE = "DJANGO_ALLOW_ASYNC_UNSAFE"


class Chromium:
    """Nothing runs before the first `running` or after `close`."""

    def __init__(self) -> None:
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._before: str | None = None

    def running(self) -> Browser:
        """The browser, started unless it runs. The test fails where none is installed."""
        if self._browser and self._browser.is_connected():
            return self._browser
        self.close()
        from playwright.sync_api import expect, sync_playwright

        from project import browser

        path = browser.executable()
        if path is None:
            pytest.fail(browser.ADVICE, pytrace=False)
        self._before = os.environ.get(UNSAFE)
        # Playwright keeps an event loop in this thread, which Django takes for an async view using the ORM.
        os.environ[UNSAFE] = "1"
        expect.set_options(timeout=LONGEST_ANSWER)
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=path, args=browser.FLAGS)
        return self._browser

    def close(self) -> None:
        """Ends the browser and the event loop, which would disturb tests with a loop of their own."""
        if self._playwright is None:
            return
        if self._browser:
            self._browser.close()
        self._playwright.stop()
        self._playwright = self._browser = None
        if self._before is None:
            del os.environ[UNSAFE]
        else:
            os.environ[UNSAFE] = self._before
