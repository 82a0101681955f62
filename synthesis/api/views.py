"""`/api/v1/`: the API object, who may come in, and how mistakes are told. Endpoints are in `views_<subject>.py`.

Only bearer tokens open it, never the session's cookie: so nothing here needs a CSRF token.
"""

from __future__ import annotations

from typing import Any

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security.base import AuthBase

from synthesis.accounts.bearer import user_of_request
from synthesis.accounts.models import User
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound, TooMany, problem, response_for


class Bearer(AuthBase):
    """The token's person as `request.auth`; in the OpenAPI document an HTTP bearer scheme."""

    openapi_type = "http"
    openapi_scheme = "bearer"

    def __call__(self, request: HttpRequest) -> User | None:
        return user_of_request(request)


def _user_of(request: HttpRequest) -> User | None:
    try:
        return user_of_request(request)
    finally:
        connection.close()  # back to the pool: an endpoint that streams takes others, and lasts


_who = sync_to_async(_user_of, thread_sensitive=False)


class AsyncBearer(Bearer):
    """The same for endpoints that run in the event loop."""

    async def __call__(self, request: HttpRequest) -> User | None:  # type: ignore[override]
        return await _who(request)


api = NinjaAPI(
    title="Collate",
    version="1",
    description="Offsets are Unicode code points, half-open. Errors are RFC 9457 problem documents.",
    auth=Bearer(),
    urls_namespace="api",
    # Its pages bring scripts from other hosts; the document itself is at /api/v1/openapi.json.
    docs_url=None,
)


def person(request: HttpRequest) -> User:
    """Whose token opened the door."""
    return request.auth  # type: ignore[attr-defined]


@api.exception_handler(AuthenticationError)
def not_signed_in(request: HttpRequest, error: Any) -> HttpResponse:
    response = problem(request, 401, _("Sign in first"), _("Send a token from your account page as a bearer token."))
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


def told(request: HttpRequest, error: Any) -> HttpResponse:
    """What rooms raise, as everywhere else."""
    response = response_for(request, error)
    assert response is not None
    return response


for kind in (NotFound, Http404, Forbidden, Invalid, Conflict, TooMany):
    api.add_exception_handler(kind, told)


@api.exception_handler(ValidationError)
def not_as_described(request: HttpRequest, error: Any) -> HttpResponse:
    """A body or a query that does not fit the OpenAPI document; `fields` names what, in the checker's English."""
    fields = {".".join(str(part) for part in found["loc"][1:]): found["msg"] for found in error.errors}
    return told(request, Invalid(_("The request does not fit its description."), code="schema", fields=fields))


@api.exception_handler(HttpError)
def not_understood(request: HttpRequest, error: Any) -> HttpResponse:
    if error.status_code == 400:
        return told(request, Invalid(_("This request is not JSON."), code="json"))
    return problem(request, error.status_code, _("This request cannot be understood"))
