"""Verbs of report prose that are recognised, not exchanged: those beyond `verbs_en`, and which are nouns as well."""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.drafting.rewriting.tagging_en import forms_with_bases
from synthesis.engine.drafting.rewriting.tagging_en import verb_forms as listed_forms
from synthesis.engine.drafting.rewriting.verbs_en import NOUN_LIKE

# Further verbs that are recognised, not exchanged.
MORE = (
    "abuse access accommodate accomplish accord accumulate accuse activate adhere admire advance advocate amplify annoy anticipate apologise applaud"
    " appoint appreciate arrive assist assure avoid bar beat beg behave bet bind bleed blow boast book bounce breach break breathe broadcast bundle cast"
    " catch cease celebrate characterise chase clear cling coincide collapse combat comfort command comment commercialise commit communicate compare compose"
    " condemn confer confess confine confront consult contact converge convey convict counter couple crash cross crowd cure decarbonise decompose decorate"
    " dedicate defeat defer degrade delegate delete demolish densify depart deregulate deserve desire deviate differentiate diffuse digest dip direct"
    " disappoint discriminate dismantle disperse distinguish diverge diversify divert drag drift dry dump dwindle edge electrify elevate embark empower"
    " enact engineer enjoy enlarge enlist enrich entitle envisage evacuate evaporate exaggerate excuse execute exert expel experiment fabricate falsify"
    " fetch figure flatten float flourish fold forgive formulate frighten fuel fuse gentrify glow grasp greet grind grip hang harmonise hear hide highlight"
    " hint hover illuminate imagine immigrate impress index industrialise infer inflict infringe injure innovate insert inspire institute instruct insulate"
    " interact intercept interest intervene interview invoke land lean leap legislate lengthen lessen let level levy liberalise lift light linger listen"
    " love manipulate marginalise maximise mechanise mediate mimic mind minimise mistake mobilise modernise monetise mourn multiply nationalise navigate"
    " near net normalise notify nurse obscure obstruct omit open optimise orient oscillate oust outbid outlast outlaw outlive outrank outsell overestimate"
    " overlap overload overlook overrun oversell overspend overstate overturn oxidise patent pause pave peel penetrate perceive persuade pick pinpoint"
    " plague plead plot plug plummet police position precede predate presume pretend prioritise procure progress propel provoke quantify query race"
    " radicalise rally range reappear rearrange reassess reassure rebut reconcile reconsider reconstruct rectify redirect redistribute refine refrain"
    " refresh regain regret reinstate relax remedy remind render renew reorganise repeal repeat replenish reproduce rescue resell resemble reset reshape"
    " resort respect restate restrain restructure retail rethink retool retreat retrofit reverse revert revisit revive revoke rezone ring rival roast rotate"
    " rush sacrifice sanction saturate scare scatter seal seem segregate seize sell sharpen shave shed shield shine shock shoot shop shut signal signify"
    " sink situate skip slash slide slip smell smoke smooth soak soften solicit sound spark spawn speculate spot spring squeeze staff stagger standardise"
    " star stare starve steady steer stick stigmatise stockpile strand stretch strip structure subscribe substitute subtract succeed summarise supersede"
    " suppose suppress surprise surrender surround survey swallow sway swell symbolise synthesise tailor taste tear tempt testify thank thin thrive time"
    " touch toughen tour trail transcend transcribe trap treble trial trouble undercut underlie underpin underscore undo unfold unify unlock unveil uphold"
    " urbanise vacate veto volunteer wake water weather wipe withhold wrap"
)

# Verbs that are nouns as well, beyond `verbs_en.NOUN_LIKE`.
BOTH = (
    "access act advance attempt bar bear bet book breach break broadcast care cast catch chase climb close cluster collapse combat comfort command comment"
    " commission compromise concern conduct conflict contact count counter couple crash cross crowd curb cure cycle decay default desire dip dislike divorce"
    " draft drift drink dump edge engineer estimate excuse experiment exploit extract fear figure filter finish fire flag flood fold freeze fuel function"
    " glow grasp grip harm highlight hint hit hunt hurt impact index insert insult interest interview kill land leap level levy lift light like lobby log"
    " look love mandate march mention mind mine miss mistake model monitor net nurse offset overlap patent pause peel permit phase pick plague play plot"
    " plug police pool position post practice praise pressure profit progress protest pump query race rally range read rebound refund regret remedy repeal"
    " rescue resort respect rest retail retreat reuse review revise ride ring rival roast run rush sacrifice sanction saving scan scrap seal search sentence"
    " shelter shield shock shop signal sink slide slip smell smoke sound spark spill spin spot spring staff stake star step stock stretch strike strip"
    " structure substitute suffering supplement surge surprise survey tackle taste tear thought time touch tour trail trap trial trigger trouble try veto"
    " volunteer walk want wash water weather worry wrap"
)


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each form of a verb that is recognised with (base, form)."""
    listed, more = listed_forms(), forms_with_bases(MORE.split())
    return {
        form: tuple(dict.fromkeys((*listed.get(form, ()), *more.get(form, ()))))
        for form in dict.fromkeys((*listed, *more))
    }


@lru_cache(maxsize=1)
def nouns_too() -> frozenset[str]:
    """Bases of verbs that are nouns as well."""
    return frozenset({*NOUN_LIKE, *BOTH.split()})


def forms_of(low: str) -> set[str]:
    """What forms of a verb a small word may be; by its ending where no verb is listed."""
    names = {form for _, form in verb_forms().get(low, ())}
    if not names and low.endswith("ed"):
        names = {"past", "participle"}
    if not names and low.endswith("ing"):
        names = {"gerund"}
    return names
