"""What can go wrong with a model's server, in words that say what to do; codes are those of `infra.model_client`."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

FAULTS = {
    "key": gettext_noop("The model's server refused the key. Check it on the page of the model."),
    "credit": gettext_noop("The account at the model's server has no credit left. Top it up there, then try again."),
    "model": gettext_noop("The model's server does not know this model or this address. Check both."),
    "address": gettext_noop("The model's server wants to send us elsewhere, which is not followed. Check the address."),
    "request": gettext_noop("The model's server did not accept the question. Its answer is in the list of calls."),
    "busy": gettext_noop("The model's server is too busy or limits how often it is asked. Try again later."),
    "server": gettext_noop("The model's server has a fault of its own. Try again later."),
    "stall": gettext_noop("The model's server stopped answering. Try again later."),
    "slow": gettext_noop(
        "The model went on for half an hour without an end. Choose another model, or have the draft written by rules."
    ),
    "network": gettext_noop("The model's server cannot be reached. Check the address, or try again later."),
    "cancelled": gettext_noop("Stopped by a person while the model answered; it may have been charged."),
    "stopped": gettext_noop("Broken off before the answer came; it may have been charged, and was asked again."),
    "filtered": gettext_noop("The model's server withheld its answer by its own rules about content."),
}


def in_words(error: str) -> str:
    """The fault of a call, kept as "code" or "code: what the server said"; "" for what has no words."""
    code = error.partition(":")[0]
    return _(FAULTS[code]) if code in FAULTS else ""
