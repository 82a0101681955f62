"""Taking an upload off the wire: the file's name as it was sent, and no more bytes than a file may have.

Django strips folders from file names and spools files of any length before a view sees them; a refusal needs both.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import (
    FileUploadHandler,
    MemoryFileUploadHandler,
    StopFutureHandlers,
    TemporaryFileUploadHandler,
)
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParser

from synthesis.infra import uploads
from synthesis.sources.originals import largest_upload

#: One request carries at most this many times the largest file; the browser sends one file a request anyway.
FILES_TOGETHER = 2


class RefusedUpload(UploadedFile):
    """Stands in `request.FILES` for a file that was refused while it came in; holds none of its bytes."""

    def __init__(self, sent_name: str, code: str, params: dict[str, Any], message: str = "") -> None:
        super().__init__(file=BytesIO(), name="refused", size=0)
        self.sent_name = sent_name
        self.code = code
        self.params = params
        self.message = message


class _RawNames(MultiPartParser):
    """Django's parser, which leaves the judgement of names to `uploads.check_name`."""

    def sanitize_file_name(self, file_name: str) -> str:
        return file_name


class CappedUploadHandler(FileUploadHandler):
    """First of the handlers: refuses bad names at once, and drops what comes after the largest allowed size."""

    def __init__(self, request: HttpRequest, largest: int, spool: _SpooledHandler) -> None:
        super().__init__(request)
        self.largest = largest
        self.spool = spool
        self.total = 0
        self.size = 0
        self.refused: RefusedUpload | None = None

    def handle_raw_input(
        self, input_data: Any, meta: dict[str, Any], content_length: int, boundary: Any, encoding: Any = None
    ) -> Any:
        others = [handler for handler in self.request.upload_handlers if handler is not self]  # type: ignore[union-attr]
        return _RawNames(meta, input_data, [_Inner(self), *others], encoding).parse()

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, file_name, *args, **kwargs)
        self.size, self.refused = 0, None
        try:
            uploads.check_name(file_name)
        except uploads.UploadRefused as error:
            self.refused = RefusedUpload(file_name, error.code, error.params, error.message)
            raise StopFutureHandlers from error

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.refused is None:
            self.size += len(raw_data)
            self.total += len(raw_data)
            too_large = self.size > self.largest
            if too_large or self.total > self.largest * FILES_TOGETHER:
                self.refused = RefusedUpload(self.file_name or "", "too_large" if too_large else "too_much", {})
                self.total -= self.size
                self.spool.discard()
        return None if self.refused else raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        return self.refused


class _Inner(FileUploadHandler):
    """The capped handler as the inner parser sees it: all but the raw input, which has been taken over already."""

    def __init__(self, capped: CappedUploadHandler) -> None:
        super().__init__(capped.request)
        self.capped = capped

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.capped.new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return self.capped.receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        return self.capped.file_complete(file_size)


class _SpooledHandler(TemporaryFileUploadHandler):
    """Django's, whose temporary file takes the ending of the sent name, which may be too long for a disk."""

    filling = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = TemporaryUploadedFile("upload", self.content_type or "", 0, self.charset, self.content_type_extra)
        self.filling = True

    def file_complete(self, file_size: int) -> UploadedFile | None:
        done = super().file_complete(file_size)
        self.filling = False
        if done is not None:
            done.name = self.file_name
        return done

    def discard(self) -> None:
        """Removes what has been written of a file that is not complete."""
        if self.filling:
            self.file.close()
            self.filling = False


def cap_uploads(request: HttpRequest) -> None:
    """Sets this request's upload handlers: the cap first. Call before anything reads the request's body."""
    spool = _SpooledHandler(request)
    capped = CappedUploadHandler(request, largest_upload(), spool)
    request.upload_handlers = [capped, MemoryFileUploadHandler(request), spool]


def sent_name(file: UploadedFile) -> str:
    """The file's name as its sender wrote it."""
    return file.sent_name if isinstance(file, RefusedUpload) else str(file.name)
