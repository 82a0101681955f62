"""Every page as a Chinese reader gets it: no English word that nobody wrote there, no raw code in place of a word, no link
that would be refused.

The catalogue's tests look at what is marked for translation; this one finds what never was.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.filled_world import FilledWorld

# Pages that answer with data or with a file, not with words; the test world's own job is named by its kind.
NO_PAGE = ("api", "exchange", "live", "download", "file", "text", "healthz", "readyz", "events", "openapi", "job")
# Names, formats and keys, the same in both languages.
NAMES = {
    "Collate", "English", "Office", "ZIP", "PEST", "PESTEL", "SWOT", "APA", "DOI", "PDF", "DOCX", "HTML", "EPUB", "Markdown", "LaTeX", "Word",
    "OpenAI", "CNY", "USD", "EUR", "token", "https", "BibTeX", "RIS", "CSL", "EndNote", "NoteExpress", "RefWorks", "Zotero", "PubMed", "Web", "Science", "XLSX", "CSV", "PPTX", "JSON", "SHA", "KB", "MB", "Ctrl", "Alt", "Delete", "Enter", "Esc", "Smith", "John", "http", "testserver", "api",
}  # fmt: skip
SPOKEN = (
    r"\b(?:title|aria-label|placeholder|alt|hx-confirm|data-confirm(?:-yes)?|data-key-label|data-copied|data-empty"
    r'|data-watermark)="([^"]*)"'
)
HIDDEN = re.compile(r"<(script|style|svg|kbd)\b.*?</\1>", re.DOTALL)
STRINGS = re.compile(r'<script\b[^>]*(?:data-messages|id="messages-page")[^>]*>(.*?)</script>', re.DOTALL)
# Somebody's own text is marked as the language it is in.
QUOTED = re.compile(r'<(p|a|div|span|mark)\b[^>]*\blang="en[^"]*"[^>]*>.*?</\1>', re.DOTALL)
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)|\bhx-get="(/[^"#?]*)')
COMMAND = re.compile(r'<form\b(?![^>]*method="get")[^>]*\baction="(/[^"#?]*)|\b(?:hx-post|formaction)="(/[^"#?]*)')
WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{3,}(?![\w@/-]|\.\w)")


@pytest.fixture
def filled(db: None, settings: Any, tmp_path: Path) -> FilledWorld:
    from tests.filled_world import make_filled_world

    settings.MEDIA_ROOT = tmp_path / "media"
    return make_filled_world()


def words_in(html: str) -> set[str]:
    """Latin words of three letters and more that a page shows, speaks, or gives its scripts to show."""
    given = [str(text) for found in STRINGS.findall(html) for text in json.loads(found).values()]
    bare = QUOTED.sub(" ", HIDDEN.sub(" ", html))
    shown = re.sub(r"<[^>]*>", " ", bare)
    # A place to fill in is no word.
    return set(WORD.findall(re.sub(r"\{\w*\}", " ", unescape(" ".join([shown, *re.findall(SPOKEN, bare), *given])))))


def refused_links(html: str, who: str) -> set[str]:
    """Links and commands that this person may not follow, by the permission matrix."""
    from django.urls import resolve

    from tests.security.matrix import MATRIX

    found = set()
    for method, pattern in (("GET", LINK), ("POST", COMMAND)):
        open_to = {row.name for row in MATRIX if row.method == method and who in row.who}
        paths = {unescape("".join(groups)) for groups in pattern.findall(html)}
        found |= {f"{method} {name}" for name in {resolve(path).view_name for path in paths} - open_to}
    return found


def written_by_people(world: FilledWorld) -> set[str]:
    """Words of the test world itself: names, titles, files, comments."""
    from synthesis.discussion.models import Comment
    from synthesis.sources.models import Source

    texts = [world.workspace.name, world.workspace.topic]
    texts += [text for person in world.people.values() for text in (person.name, person.email)]
    texts += [text for source in Source.objects.all() for text in (source.title, source.file_name, source.media_type)]
    texts += Comment.objects.values_list("body", flat=True)
    return set(re.findall(r"[A-Za-z]+", " ".join(texts)))


def test_words_are_found() -> None:
    assert words_in('<p title="Open it">Hello {{x}} <kbd>Space</kbd> a@bcd.de file.txt</p>') == {"Open", "Hello"}
    assert words_in('<script type="application/json" data-messages>{"a.b": "{count} added"}</script>') == {"added"}
    assert words_in('<script id="messages-page" type="application/json">{"a": "Saved"}</script>') == {"Saved"}
    assert words_in('<p lang="en">Somebody wrote this</p><script>let there</script>') == set()


def test_refused_links_are_found() -> None:
    from django.urls import reverse

    settings = reverse("workspaces:settings", args=["01a2029b-a90e-7343-890e-26d30e44418b"])
    html = f'<a class="x" href="{settings}?a=1">.</a> <form method="post" action="{settings}">'
    assert refused_links(html, "cara") == {"GET workspaces:settings", "POST workspaces:settings"}
    assert refused_links(html, "alice") == set()


@pytest.mark.parametrize("who", ["alice", "rita", "tom", "cara"])
def test_every_page_speaks_chinese_and_leads_somewhere(filled: FilledWorld, who: str) -> None:
    from tests.security.matrix import MATRIX
    from tests.security.walk import client_for, let_go, path_of
    from tests.test_query_counts import VARIANTS

    found, seen = {}, 0
    pages = [row for row in MATRIX if row.method == "GET" and not row.token and who in row.who]
    for row in pages:
        if any(part in row.name for part in NO_PAGE):
            continue
        client, path = client_for(filled, row, who), path_of(filled, row, who)
        for query in VARIANTS.get(row.name, [{}]):
            response = client.get(path, query, headers={"accept-language": "zh-CN"})
            seen += response.status_code == 200
            html = response.content.decode() if "html" in response.headers.get("Content-Type", "") else ""
            let_go(response)
            # Asked for last: some addresses lead to what the walk has only just made.
            if (words := words_in(html) - NAMES) and (foreign := words - written_by_people(filled)):
                found[f"{row.label} {query or ''}"] = sorted(foreign)
            if refused := refused_links(html, who):
                found[f"links of {row.label} {query or ''}"] = sorted(refused)
    assert not found
    assert seen > 20
