"""What the templates of this room are given besides rows: limits, words for running steps, the query to go on with."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.utils.translation import gettext as _

from synthesis.infra.errors import NotFound
from synthesis.sources import selectors
from synthesis.sources.originals import largest_upload
from synthesis.sources.reasons import size_text
from synthesis.workspaces.policy import Access

#: What the file dialog offers; the server decides by content.
ACCEPT = ".pdf,.docx,.odt,.rtf,.epub,.html,.htm,.md,.markdown,.txt,.text"


def uuid_or_404(text: str) -> uuid.UUID:
    """Raises NotFound for what is not a UUID."""
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise NotFound from error


def list_context(access: Access, page: Page[Any], wanted: dict[str, str]) -> dict[str, Any]:
    """The list page: its rows, whether anything is filtered, and what uploads may be."""
    given = {name: value for name, value in wanted.items() if value}
    limit = largest_upload()
    return {
        "rows": selectors.rows_of(access, list(page.object_list)),
        "page": page,
        "filtered": bool(given),
        "showing_deleted": wanted.get("state") == selectors.DELETED,
        "query": urlencode(given) + "&" if given else "",
        "accept": ACCEPT,
        "max_bytes": limit,
        "limits": _("PDF, DOCX, HTML, EPUB, Markdown or text in any encoding; up to %(size)s per file.")
        % {"size": size_text(limit)},
        "messages_json": upload_messages(limit),
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
