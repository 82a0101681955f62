"""What goes in and out of `/api/v1/`, for the OpenAPI document and for checking what callers send."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import AfterValidator, ConfigDict

from synthesis.sources.storable import storable_text

Text = Annotated[str, AfterValidator(storable_text)]
Span = tuple[int, int]


class Given(Schema):
    """A body that callers send; a field nobody knows is a mistake they want to hear of."""

    model_config = ConfigDict(extra="forbid")


class NewWorkspace(Given):
    name: Text
    template: Text = Field("pest", description="pest, pestel, swot or own")
    language: Text = Field("zh", description="Language of the drafts: zh or en")


class NewMember(Given):
    email: Text
    role: Text = Field(description="reader, tagger, reviewer, editor or owner")


class NewExcerpt(Given):
    source: uuid.UUID
    version: int = Field(description="`text_version` of the source")
    start: int = Field(description="Code points of the reading text, half-open")
    end: int
    quote: Text = Field(description="The characters at [start, end), exactly")
    headings: list[Text] = Field(max_length=24, description="Keys of the codebook")
    note: Text = ""


class NewDraft(Given):
    headings: list[Text] = Field(max_length=24, description="Keys of the codebook")
    points: int | None = Field(None, description="Points per heading; the workspace's own when left out")
    provider: Text = Field("rules", description="rules, or model when the workspace has one connected")
    title: Text = ""


class NewReport(Given):
    draft: uuid.UUID
    against: list[Text] = Field(
        default_factory=lambda: ["sources"],
        max_length=8,
        description="sources, drafts (of this workspace), class, library",
    )


class Made(Schema):
    id: uuid.UUID


class Queued(Made):
    job: uuid.UUID | None


class WorkspaceOut(Made):
    name: str
    template: str
    language: str
    role: str


class HeadingOut(Made):
    key: str
    name: str
    description: str


class AddedOut(Schema):
    """What became of one file; `id` is null when it was refused, and `error` says why."""

    id: uuid.UUID | None
    job: uuid.UUID | None
    name: str
    title: str
    state: str
    already: bool
    error: str
    code: str


class SourceRow(Made):
    title: str
    state: str
    text_version: int | None
    length: int | None


class SourceOut(Made):
    title: str
    state: str
    job: uuid.UUID | None
    text_version: int | None
    length: int
    repairs: list[dict[str, Any]]
    damage: list[dict[str, Any]]
    warnings: list[str]
    error: str = Field(description="Why it failed, for people")


class TextOut(Schema):
    version: int
    text: str
    blocks: list[dict[str, Any]]
    sentences: list[Span]
    written: str
    language: str


class Person(Made):
    name: str


class ExcerptOut(Made):
    source: uuid.UUID
    version: int = Field(description="Version of the reading text that the span lies in")
    placed: bool = Field(
        description="Whether that is the source's present text. Where false, the source has a newer text in which the "
        "passage changed or was not found; the excerpt waits until a person has said where it is now"
    )
    start: int
    end: int
    quote: str
    note: str
    headings: list[str]
    by: Person
    review: str
    created: datetime


class ExcerptPage(Schema):
    items: list[ExcerptOut]
    after: uuid.UUID | None = Field(description="Send it as `after` for the next page; null at the end")


class DraftRow(Made):
    title: str
    state: str
    revision: int


class DraftOut(DraftRow):
    job: uuid.UUID | None
    heading: str = Field(description="Keys of the headings, in order")
    points: list[dict[str, Any]]
    unused: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]
    advice: list[dict[str, Any]]
    provider: str


class ReportOut(Made):
    state: str
    job: uuid.UUID | None
    revision: int
    counted: int | None = None
    matched: int | None = None
    ratio: float | None = None
    ratio_uncited: float | None = None
    largest_source_ratio: float | None = None
    matches: list[dict[str, Any]]
    sources: list[dict[str, Any]] = []
    seconds: float | None = None


class JobOut(Made):
    kind: str
    state: str
    step: str
    progress: float
    error: str
    source: uuid.UUID | None = Field(None, description="What the job works on")
    draft: uuid.UUID | None = None
    report: uuid.UUID | None = None


class Problem(Schema):
    """RFC 9457; title and detail in the caller's language (Accept-Language)."""

    type: str
    status: int
    title: str
    detail: str
