"""Every partial `_x.html` of a room is one element with an id: that is what an answer replaces in the page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Roots(HTMLParser):
    """Counts the elements at the top of a fragment and keeps their ids; text between them counts as a root of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.roots: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth == 0:
            self.roots.append((tag, dict(attrs).get("id")))
        if tag not in VOID:
            self.depth += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth == 0:
            self.roots.append((tag, dict(attrs).get("id")))
        # In HTML the slash closes nothing; in SVG, which is always inside something, it does.

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth == 0 and data.strip():
            self.roots.append(("text", None))


COMMENT = re.compile(r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL)
BRANCHES = re.compile(r"{%\s*(if|endif|else|elif|for|endfor|empty|ifchanged|endifchanged)\b.*?%}", re.DOTALL)


def first_branches(text: str) -> str:
    """The template with only the first branch of every condition: each branch by itself opens and closes alike."""
    kept, place, skipping = [], 0, [False]
    for match in BRANCHES.finditer(text):
        if not any(skipping):
            kept.append(text[place : match.start()])
        place = match.end()
        word = match.group(1)
        if word in {"if", "for", "ifchanged"}:
            skipping.append(False)
        elif word.startswith("end"):
            skipping.pop()
        else:
            skipping[-1] = True
    kept.append(text[place:])
    return "".join(kept)


def roots_of(template: str) -> list[tuple[str, str | None]]:
    text = first_branches(COMMENT.sub("", template))
    # Tags and variables inside attributes become a word, so that `id="excerpt-{{ id }}"` keeps an id; between elements nothing.
    text = re.sub(r"{%.*?%}", "", text, flags=re.DOTALL)
    text = re.sub(r"{{.*?}}", "value", text, flags=re.DOTALL)
    parser = Roots()
    parser.feed(text)
    parser.close()
    return parser.roots


def has_one_root_with_id(template: str) -> bool:
    roots = roots_of(template)
    return len(roots) == 1 and bool(roots[0][1])


def test_roots_are_counted() -> None:
    assert has_one_root_with_id('{% load i18n %}<li id="excerpt-{{ excerpt.id }}"><br><p>{{ a }}</p></li>\n')
    assert has_one_root_with_id('{% if a %}<p id="x">{% else %}<p id="y">{% endif %}text</p>')
    assert not has_one_root_with_id('<p id="a"></p><p id="b"></p>')
    assert not has_one_root_with_id('<p class="a"></p>')
    assert not has_one_root_with_id('text <p id="a"></p>')


def is_swapped_in(path: Path) -> bool:
    """Partials of rooms arrive alone in answers; `components/` are pieces of pages and partials, never an answer."""
    return path.relative_to(TEMPLATES).parts[0] != "components"


def test_every_partial_has_one_root_with_an_id() -> None:
    found = [
        path.relative_to(TEMPLATES).as_posix()
        for path in sorted(TEMPLATES.rglob("_*.html"))
        if is_swapped_in(path) and not has_one_root_with_id(path.read_text("utf-8"))
    ]
    assert not found
