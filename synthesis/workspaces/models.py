"""A team's place: its brief, its members, its invitations."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from synthesis.accounts.models import User
from synthesis.infra.models import Row
from synthesis.infra.policy import Role

ROLE_CHOICES = [
    (Role.OWNER, _("owner")),
    (Role.EDITOR, _("editor")),
    (Role.REVIEWER, _("reviewer")),
    (Role.TAGGER, _("tagger")),
    (Role.READER, _("reader")),
]


class Template(models.TextChoices):
    PEST = "pest", _("PEST")
    PESTEL = "pestel", _("PESTEL")
    SWOT = "swot", _("SWOT")
    OWN = "own", _("Own headings")


class DraftLanguage(models.TextChoices):
    CHINESE = "zh", _("Chinese")
    ENGLISH = "en", _("English")


class Register(models.TextChoices):
    ACADEMIC = "academic", _("academic")
    PLAIN = "plain", _("plain")


class CitationStyle(models.TextChoices):
    GBT_7714_2025 = "gbt7714-2025", _("GB/T 7714-2025, numeric")
    GBT_7714_2025_AUTHOR_DATE = "gbt7714-2025-author-date", _("GB/T 7714-2025, author and date")
    GBT_7714_2015 = "gbt7714-2015", _("GB/T 7714-2015, numeric")
    GBT_7714_2015_AUTHOR_DATE = "gbt7714-2015-author-date", _("GB/T 7714-2015, author and date")
    APA_7 = "apa7", _("APA 7")


class Workspace(Row):
    """The unit of sharing; its brief says what is to be written."""

    name = models.CharField(_("name"), max_length=120)
    template = models.CharField(_("template"), max_length=10, choices=Template.choices, default=Template.PEST)
    topic = models.TextField(_("topic"), blank=True, default="", max_length=2000)
    points_per_heading = models.PositiveSmallIntegerField(_("points per heading"), default=3)
    language = models.CharField(
        _("language of the drafts"), max_length=5, choices=DraftLanguage.choices, default=DraftLanguage.CHINESE
    )
    register = models.CharField(_("register"), max_length=10, choices=Register.choices, default=Register.ACADEMIC)
    citation_style = models.CharField(
        _("citation style"), max_length=30, choices=CitationStyle.choices, default=CitationStyle.GBT_7714_2025
    )
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(points_per_heading__gte=1, points_per_heading__lte=6), name="workspace_points_1_to_6"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Member(Row):
    """A person's role in a workspace."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=ROLE_CHOICES)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "user"], name="member_once"),
            models.CheckConstraint(condition=Q(role__in=[str(r) for r in Role]), name="member_role_known"),
        ]


class Invitation(Row):
    """A link that makes whoever opens it a member; the link carries a signature, nothing secret is stored."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=10, choices=ROLE_CHOICES)
    created_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True, blank=True)
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=[str(r) for r in Role]), name="invitation_role_known")
        ]
