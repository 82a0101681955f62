"""Which English plurals name persons, so that who may follow them: by a list, for scanners and chargers end as farmers do."""

from __future__ import annotations

_PERSONS = frozenset(
    "people women men children adults parents mothers fathers girls boys youths patients clients pupils students teachers lecturers researchers scientists engineers technicians mechanics workers"
    " labourers employees employers managers directors officers inspectors auditors regulators ministers mayors lawmakers legislators politicians judges lawyers farmers growers breeders fishers smallholders"
    " landlords tenants renters owners homeowners residents inhabitants citizens villagers islanders newcomers migrants refugees commuters passengers travellers tourists visitors guests customers consumers"
    " shoppers buyers purchasers sellers traders dealers merchants retailers shopkeepers importers exporters suppliers providers producers manufacturers makers investors lenders borrowers bankers brokers"
    " shareholders taxpayers savers pensioners retirees youngsters teenagers adolescents toddlers nurses doctors physicians surgeons midwives carers caregivers therapists volunteers members campaigners activists protesters"
    " advocates critics experts specialists analysts economists historians librarians curators archivists artists musicians writers authors editors journalists reporters translators interpreters readers viewers"
    " listeners players drivers riders cyclists pedestrians motorists pilots sailors couriers operators installers builders planners architects designers developers programmers users subscribers beneficiaries recipients"
    " applicants candidates trainees apprentices graduates interns jobseekers freelancers entrepreneurs founders contractors cleaners cooks waiters bakers brewers roasters hunters rangers foresters gardeners miners"
    " welders electricians plumbers carpenters craftsmen caretakers helpers donors respondents interviewees participants offenders prisoners victims survivors witnesses soldiers veterans believers singers dancers".split()
)


def is_person(noun: str) -> bool:
    """Whether a plural noun, the last of its phrase, names persons."""
    return noun.lower().split()[-1] in _PERSONS if noun.strip() else False
