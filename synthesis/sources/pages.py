"""What the templates of this room are given besides rows: limits, words for running steps, the query to go on with."""

from __future__ import annotations

import uuid
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.utils.translation import gettext as _

from synthesis.infra.errors import NotFound
from synthesis.sources import facets, selectors
from synthesis.sources.actions_bulk import MOST_AT_ONCE
from synthesis.sources.originals import largest_upload
from synthesis.sources.reasons import language_name, size_text
from synthesis.sources.selectors import Wish
from synthesis.workspaces.policy import Access

#: What the file dialog offers; the server decides by content.
ACCEPT = (
    ".pdf,.docx,.doc,.odt,.rtf,.pptx,.ppt,.odp,.xlsx,.xls,.ods,.csv,.tsv,.epub,.html,.htm,.mhtml,.mht,.md,.markdown,.txt,.text"
    ",.srt,.vtt,.png,.jpg,.jpeg,.tif,.tiff,.webp,.zip"
)


def uuid_or_404(text: str) -> uuid.UUID:
    """Raises NotFound for what is not a UUID."""
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise NotFound from error


def list_context(access: Access, page: Page[Any], wish: Wish) -> dict[str, Any]:
    """The list page: its rows, whether anything is filtered, and what uploads may be."""
    given = {name: value for name, value in asdict(wish).items() if value}
    narrowed = {name: value for name, value in given.items() if name != "sort"}
    limit = largest_upload()
    return {
        "rows": selectors.rows_of(access, list(page.object_list)),
        "page": page,
        "wish": wish,
        "filtered": bool(narrowed),
        "more_filtered": any(getattr(wish, name) for name in ("kind", "language", "coverage", "tagger")),
        "showing_deleted": wish.state == selectors.DELETED,
        "query": urlencode(given) + "&" if given else "",
        "filter_query": urlencode(narrowed),
        "most_at_once": MOST_AT_ONCE,
        "search_query": urlencode({"q": wish.q}) if wish.q else "",
        "accept": ACCEPT,
        "max_bytes": limit,
        "limits": _(
            "PDF, Office files, web pages, EPUB, text, tables, subtitles, or a ZIP of them; up to %(size)s per file."
        )
        % {"size": size_text(limit)},
        "messages_json": upload_messages(limit) | bulk_messages(),
    }


def filter_choices(access: Access) -> dict[str, Any]:
    """What the list can be narrowed by besides words and states; a choice of one is none."""
    kinds, languages, outdated = selectors.what_there_is(access)
    tags = facets.coverage()
    return {
        "kinds": kinds if len(kinds) > 1 else [],
        "languages": [(code, language_name(code)) for code in languages] if len(languages) > 1 else [],
        "headings": tags.headings(access) if tags else [],
        "taggers": tags.taggers(access) if tags else [],
        "outdated": outdated,
        "untagged": facets.UNTAGGED,
        "without": facets.WITHOUT,
    }


def bulk_messages() -> dict[str, str]:
    """The strings of static/src/sources/bulk.ts."""
    return {
        "bulk.selected": _("{n} selected"),
        "bulk.all": _("All {n} that match are selected"),
        "bulk.select_all": _("Select all {n} that match"),
        "bulk.deleted": _("{n} deleted"),
        "bulk.retried": _("{n} being read again"),
        "bulk.restored": _("{n} restored"),
        "bulk.failed": _("{n} not changed:"),
        "bulk.more": _("More match than can be changed at once. Repeat it for the rest."),
        "bulk.none": _("Nothing was changed."),
        "bulk.toggle": _("Select or unselect the source"),
        "bulk.page": _("Select all on this page"),
        "bulk.clear": _("Clear the selection"),
    }


def info_messages() -> dict[str, str]:
    """The strings of static/src/sources/keeping.ts."""
    return {
        "source.renewed": _("The source has a newer text. What you are entering is kept; save it, or reload the page."),
        "source.reload": _("Reload"),
    }


def upload_messages(limit: int) -> dict[str, str]:
    """The strings of static/src/sources."""
    return {
        "upload.waiting": _("Waiting to be sent"),
        "upload.sending": _("Sending"),
        "upload.checking": _("Sent, being checked"),
        "upload.already": _("Already here"),
        "upload.refused": _("Not added"),
        "upload.failed": _("Not sent: the connection was lost. Try again."),
        "upload.too_large": _("Larger than %(size)s, so it was not sent.") % {"size": size_text(limit)},
        "upload.folder": _("A folder cannot be added. Choose the files in it."),
        "upload.open": _("Open"),
        "upload.retry": _("Try again"),
        "upload.dismiss": _("Dismiss"),
        "upload.leave": _("Files are still being sent."),
        "upload.done": _("{count} added"),
        "source.deleted": _("“{title}” was deleted."),
        "source.paste": _("Paste text"),
    }
