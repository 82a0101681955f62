"""A person's word against the verifier's: a sentence stands although a guard objects, for a reason that is kept."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.drafting import measure
from synthesis.drafting.actions import reopen
from synthesis.drafting.actions_sentences import locked_sentence, publish_sentence
from synthesis.drafting.models import Sentence, SentenceState
from synthesis.drafting.selectors_given import put_right_of
from synthesis.infra.errors import Conflict, Invalid
from synthesis.sources.storable import storable_text
from synthesis.workspaces.policy import Access

MAX_REASON = 500


@transaction.atomic
def overrule_verdict(*, access: Access, sentence: Sentence, version: int, reason: str) -> Sentence:
    """The sentence counts as supported; what the guards found stays beside the reason. An edit makes both void.

    Raises Invalid without a reason or when nothing is objected to, Conflict when the sentence changed meanwhile.
    """
    reason = " ".join(storable_text(reason).split())
    if not reason or len(reason) > MAX_REASON:
        text = _("Say in a sentence why it is right all the same.")
        raise Invalid(text, fields={"reason": text})
    draft, row = locked_sentence(access, sentence)
    if row.version != version:
        raise Conflict(_("Somebody else changed this sentence. Look at it again."), code="version")
    if row.state == SentenceState.SUPPORTED:
        raise Invalid(_("Nothing is objected to here."))
    if not row.citations.exists():
        raise Invalid(_("A sentence that cites nothing cannot be overruled. Cite what it rests on first."))
    reopen(draft, access)
    said = {"by": str(access.user), "at": timezone.now().isoformat(), "reason": reason, "state": row.state}
    row.verdict = {**row.verdict, "overruled": said}
    row.state = SentenceState.SUPPORTED
    row.version += 1
    row.save(update_fields=["verdict", "state", "version"])
    publish_sentence("overruled", draft, row, access)
    return row


@transaction.atomic
def withdraw_overruling(*, access: Access, sentence: Sentence) -> Sentence:
    """Takes the word back: the verifier's verdict on the present text holds again."""
    draft, row = locked_sentence(access, sentence)
    if "overruled" not in row.verdict:
        return row
    reopen(draft, access)
    cited = list(row.citations.all())
    row.state, row.verdict = measure.verdict_of(row.text, [c.quote for c in cited], put_right_of(cited))
    row.version += 1
    row.save(update_fields=["verdict", "state", "version"])
    publish_sentence("judged", draft, row, access)
    return row
