"""The world of the tests: one workspace, one person of each role, a stranger, a ready source, a few excerpts.

Built straight from the models, so that a test of one action does not depend on the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from django.utils.crypto import get_random_string

from synthesis.accounts.models import User
from synthesis.engine.text.model import TEXT_VERSION
from synthesis.infra.policy import Role
from synthesis.sources.models import ReadingText, Source, SourceState
from synthesis.tagging.models import Excerpt, Heading, Tag
from synthesis.workspaces.models import Member, Workspace
from synthesis.workspaces.policy import Access, access_to

PASSWORD = "a long pass phrase 42"
TEXT = (
    "新型血压传感器的进展\n"
    "2023年，国内可穿戴血压计销量达到420万台，同比增长18.5%。"
    "监管部门在2022年发布了动态血压计注册指南，要求厂商提交临床比对数据。"
    "基层诊所仍以台式血压计为主，更换意愿有限。\n"
    "研究团队用柔性薄膜代替充气袖带，使单次测量时间缩短到20秒。"
    "老年用户对无感测量的接受度高于预期。"
)


@dataclass
class World:
    """alice owns, bob edits, rita reviews, tom and tina tag, cara reads; dave is a stranger with a workspace of his own."""

    workspace: Workspace
    people: dict[str, User]
    headings: dict[str, Heading]
    source: Source
    excerpts: list[Excerpt] = field(default_factory=list)

    def __getattr__(self, name: str) -> User:
        try:
            return self.__dict__["people"][name]
        except KeyError as error:
            raise AttributeError(name) from error

    @property
    def text(self) -> ReadingText:
        assert self.source.text is not None
        return self.source.text

    def access(self, name: str) -> Access:
        return access_to(self.people[name], self.workspace.pk)

    def client(self, name: str | None) -> Client:
        """A browser signed in as that person, or as nobody; in English."""
        return browser(signed_in(self.people[name]) if name else "")

    def storage_state(self, name: str, url: str) -> dict[str, Any]:
        """What a real browser brings whose owner has signed in at `url`."""
        key = signed_in(self.people[name])
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "domain": urlsplit(url).hostname, "path": "/"}
        lasting = {"expires": -1, "httpOnly": True, "secure": False, "sameSite": "Lax"}
        return {"cookies": [cookie | lasting], "origins": []}

    def url(self, tail: str = "") -> str:
        return f"/w/{self.workspace.pk}/{tail}"


def browser(session: str) -> Client:
    """One that has this session's cookie, or none; in English."""
    client = Client(headers={"accept-language": "en"})
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def signed_in(user: User) -> str:
    """The key of a new session of that person: what signing in leaves, in one statement for its ten."""
    state = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    key = get_random_string(32)
    expires = timezone.now() + timedelta(days=1)
    Session.objects.create(session_key=key, session_data=SessionStore().encode(state), expire_date=expires)
    return key


def make_user(name: str) -> User:
    return User.objects.create_user(f"{name}@example.org", PASSWORD, name=name.capitalize())


def make_users(names: Iterable[str]) -> dict[str, User]:
    password = make_password(PASSWORD)
    people = [User(email=f"{name}@example.org", name=name.capitalize(), password=password) for name in names]
    return dict(zip(names, User.objects.bulk_create(people), strict=True))


def make_source(workspace: Workspace, owner: User, *, title: str = "血压传感器", text: str = TEXT) -> Source:
    """A source that is ready, with its reading text; sentences end at 。 and at line ends."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source.objects.create(
        workspace=workspace,
        title=title,
        file_name=f"{title}.txt",
        kind="txt",
        media_type="text/plain",
        size=len(text.encode()),
        sha256=digest,
        stored=f"sources/{workspace.pk}/{digest}",
        state=SourceState.READY,
        created_by=owner,
    )
    source.text = make_text(source, text)
    source.save()
    return source


def make_text(source: Source, text: str, number: int = 1) -> ReadingText:
    blocks, sentences, at = [], [], 0
    for line in text.split("\n"):
        kind = "heading" if at == 0 and "。" not in line else "paragraph"
        blocks.append({"start": at, "end": at + len(line), "kind": kind, "level": None, "page": None})
        begin = at
        for i, char in enumerate(line):
            if char == "。" or i == len(line) - 1:
                sentences.append([begin, at + i + 1])
                begin = at + i + 1
        at += len(line) + 1
    return ReadingText.objects.create(
        source=source,
        number=number,
        text=text,
        original=text,
        language="zh-Hans",
        length=len(text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=blocks,
        sentences=[s for s in sentences if s[1] > s[0]],
        offset_map=[[0, len(text), 0, len(text)]],
        reader_version=TEXT_VERSION,
    )


def make_excerpt(source: Source, quote: str, heading: Heading, by: User, **extra: Any) -> Excerpt:
    """An excerpt on the first place of `quote` in the source, tagged with `heading`."""
    excerpt = excerpt_on(source, quote, by, **extra)
    excerpt.save(force_insert=True)
    Tag.objects.create(excerpt=excerpt, heading=heading, created_by=by)
    return excerpt


def excerpt_on(source: Source, quote: str, by: User, **extra: Any) -> Excerpt:
    """Not saved yet."""
    assert source.text is not None
    start = source.text.text.index(quote)
    return Excerpt(
        workspace=source.workspace,
        source=source,
        text=source.text,
        start=start,
        end=start + len(quote),
        quote=quote,
        prefix=source.text.text[max(0, start - 32) : start],
        suffix=source.text.text[start + len(quote) : start + len(quote) + 32],
        created_by=by,
        **extra,
    )


def make_world() -> World:
    people = make_users(("alice", "bob", "rita", "tom", "tina", "cara", "dave"))
    workspace = Workspace(name="Wearables", topic="可穿戴血压计", created_by=people["alice"])
    elsewhere = Workspace(name="Elsewhere", created_by=people["dave"])
    Workspace.objects.bulk_create([workspace, elsewhere])
    roles = {
        "alice": Role.OWNER,
        "bob": Role.EDITOR,
        "rita": Role.REVIEWER,
        "tom": Role.TAGGER,
        "tina": Role.TAGGER,
        "cara": Role.READER,
    }
    members = [Member(workspace=workspace, user=people[name], role=role) for name, role in roles.items()]
    Member.objects.bulk_create([*members, Member(workspace=elsewhere, user=people["dave"], role=Role.OWNER)])
    headings = {
        key: Heading(workspace=workspace, key=key, name=name, position=position)
        for position, (key, name) in enumerate([("P", "政治"), ("E", "经济"), ("S", "社会"), ("T", "技术")])
    }
    Heading.objects.bulk_create(headings.values())
    source = make_source(workspace, people["bob"])
    world = World(workspace=workspace, people=people, headings=headings, source=source)
    sentences = [s for s in TEXT.replace("\n", "。").split("。") if s]
    tagged = [(sentences[4], "T", "tom"), (sentences[1], "E", "tom"), (sentences[2], "P", "bob")]
    world.excerpts = Excerpt.objects.bulk_create(excerpt_on(source, quote, people[by]) for quote, _, by in tagged)
    Tag.objects.bulk_create(
        Tag(excerpt=excerpt, heading=headings[key], created_by=excerpt.created_by)
        for excerpt, (_, key, _) in zip(world.excerpts, tagged, strict=True)
    )
    return world
