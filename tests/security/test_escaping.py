"""Nothing may switch escaping off: texts of people and files are never HTML."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = {
    # Plain-text mail (.txt) has nothing to escape.
    "templates/**/*.html": re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off\b"),
    "synthesis/**/*.py": re.compile(r"\bmark_safe\b|\bSafeString\b|\b__html__\b|autoescape=False"),
    "static/src/**/*.ts": re.compile(
        r"\binsertAdjacentHTML\b|\bdocument\.write\b|\beval\(|new Function\b|\.(?:inner|outer)HTML\s*\+?=(?!=)"
    ),
}
OFF = """{{ x|safe }}
{% autoescape off %}
mark_safe(x)
a.innerHTML = x
a.outerHTML += x
insertAdjacentHTML("""


def test_escaping_is_switched_off_nowhere() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number} {match.group()}"
        for pattern, forbidden in FORBIDDEN.items()
        for path in sorted(ROOT.glob(pattern))
        if path.is_file()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (match := forbidden.search(line))
    ]
    assert not found


def test_the_search_sees_each_way() -> None:
    assert all(any(forbidden.search(line) for forbidden in FORBIDDEN.values()) for line in OFF.splitlines())
