"""A script that calls the outside API with a person's token."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests.filled_world import FilledWorld

ROOT = "/api/v1/"


class Caller:
    """`tail` of the paths is what follows `/api/v1/workspaces/<workspace>/`; with a leading slash, what follows `/api/v1`."""

    def __init__(self, world: FilledWorld, name: str, language: str = "en") -> None:
        self.world = world
        self.headers = {"accept-language": language, "authorization": f"Bearer {world.token(name)}"}
        self.client = Client(headers=self.headers)

    def path(self, tail: str) -> str:
        return ROOT + tail[1:] if tail.startswith("/") else f"{ROOT}workspaces/{self.world.workspace.pk}/{tail}"

    def get(self, tail: str, **query: Any) -> Any:
        return self.client.get(self.path(tail), query)

    def post(self, tail: str, body: Any) -> Any:
        return self.client.post(self.path(tail), body, content_type="application/json")

    def send(self, tail: str, **files: Any) -> Any:
        return self.client.post(self.path(tail), files)
