"""Several uploaded files, one honest result each: a bad one does not stop the others.

A ZIP of documents is as many files as it holds; each becomes a source of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from synthesis.infra import bundles, uploads
from synthesis.infra.errors import Conflict, Invalid
from synthesis.infra.policy import Permission
from synthesis.infra.refusals import UploadRefused
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
    """Adds each file, and each document of a ZIP. Raises Forbidden; what is wrong with a single one is in its result."""
    access.require(Permission.WRITE_SOURCES)
    return [result for file in files for result in _results(access, file)]


def _results(access: Access, file: UploadedFile) -> Iterator[Added]:
    name = sent_name(file)
    if isinstance(file, RefusedUpload):
        yield Added(name, error=refusal_text(file.code, file.params, file.message), code=file.code)
        return
    # A name that is a path or deceives is refused, whatever is in the file.
    package = bundles.opened(file) if file.file is not None and _is_sound(name) else None
    if package is None:
        yield _add(access, name, name, file.chunks())
        return
    try:
        with package:
            bundle = bundles.Bundle(package)
            for member in bundle.members:
                yield _add(access, member.path, member.name, bundle.chunks(member))
    except UploadRefused as refused:
        yield Added(name, error=refusal_text(refused.code, refused.params, refused.message), code=refused.code)


def _is_sound(name: str) -> bool:
    try:
        uploads.check_name(name)
    except UploadRefused:
        return False
    return True


def _add(access: Access, shown: str, name: str, chunks: Iterable[bytes]) -> Added:
    """`shown` is the name for people: inside a ZIP with its folders."""
    try:
        result = add_source(access=access, file_name=name, chunks=chunks)
    except (Invalid, Conflict) as error:
        return Added(shown, error=str(error) or _("This file cannot be used."), code=error.code)
    return Added(shown, result.source, result.already)
