"""Several uploaded files, one honest result each: a bad one does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from synthesis.infra.errors import Conflict, Invalid
from synthesis.sources.actions import add_source
from synthesis.sources.models import Source
from synthesis.sources.reasons import refusal_text
from synthesis.sources.receiving import RefusedUpload, sent_name
from synthesis.workspaces.policy import Access


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: a source (perhaps one that was there already), or the reason why not."""

    name: str
    source: Source | None = None
    already: bool = False
    error: str = ""
    code: str = ""

    def to_json(self) -> dict[str, Any]:
        """For the browser: `error` is for people, `code` for programs."""
        return {
            "name": self.name,
            "id": str(self.source.pk) if self.source else None,
            "title": self.source.title if self.source else "",
            "state": self.source.state if self.source else "refused",
            "job": str(self.source.job_id) if self.source and self.source.job_id else None,
            "already": self.already,
            "error": self.error,
            "code": self.code,
        }


def add_files(access: Access, files: Iterable[UploadedFile]) -> list[Added]:
    """Adds each file. Raises Forbidden; what is wrong with a single file is in its result."""
    return [_add(access, file) for file in files]


def _add(access: Access, file: UploadedFile) -> Added:
    name = sent_name(file)
    if isinstance(file, RefusedUpload):
        return Added(name, error=refusal_text(file.code, file.params, file.message), code=file.code)
    try:
        result = add_source(access=access, file_name=name, chunks=file.chunks())
    except (Invalid, Conflict) as error:
        return Added(name, error=str(error) or _("This file cannot be used."), code=error.code)
    return Added(name, result.source, result.already)
