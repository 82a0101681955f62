"""Originals are sent in pieces, whatever their size, and their files are closed."""

from __future__ import annotations

from asgiref.sync import async_to_sync
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.signals import request_finished

from synthesis.sources.downloads import CHUNK, original_file


def test_a_file_is_sent_in_steps_and_closed(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(request_finished, "send", lambda **_: [])  # closes the database's connections
    settings.MEDIA_ROOT = tmp_path
    body = bytes(range(256)) * (CHUNK // 128) + b"end"
    stored = default_storage.save("sources/one", ContentFile(body))
    answer = original_file(stored, name="心脏.bin", media_type="application/octet-stream")

    async def collect():
        return [part async for part in answer]

    parts = async_to_sync(collect)()
    assert b"".join(parts) == body
    assert len(parts) == 3
    assert answer["Content-Length"] == str(len(body))
    assert answer["Content-Disposition"].startswith("attachment")
    assert not answer.file_to_stream.closed
    answer.close()
    assert answer.file_to_stream.closed
