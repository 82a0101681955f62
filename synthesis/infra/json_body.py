"""The JSON object that a script of ours sent."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from synthesis.infra.errors import Invalid


def json_object(request: HttpRequest) -> dict[str, Any] | None:
    """The object in the body, empty for an empty body; None when something else than JSON was sent, such as a form.

    Raises Invalid for what calls itself JSON and is no JSON object.
    """
    if request.content_type != "application/json":
        return None
    try:
        data = json.loads(request.body or b"{}")
    except ValueError as error:
        raise Invalid(_("This request is not JSON."), code="json") from error
    if not isinstance(data, dict):
        raise Invalid(_("This request is not JSON."), code="json")
    return data
