"""The strings of the meter's script."""

from __future__ import annotations

from django.utils.translation import gettext as _


def meter_messages() -> dict[str, str]:
    return {
        "meter.wait": _("measuring…"),
        "meter.failed": _("Not measured: {reason}"),
        "meter.too_much": _("The sources are too many to be measured while typing. Order an overlap report."),
        "meter.no_sources": _("There is no source to compare with."),
        "meter.about": _(
            "{matched} of {counted} characters stand in runs of 13 or more that one of the {sources} sources has, too."
        ),
        "meter.none": _("No run of 13 characters or more stands in a source."),
        "meter.sentence": _("{matched} of {counted} characters are copied:"),
        "meter.runs": _("Copied runs"),
        "meter.length": _("{n} characters"),
        "meter.others": _("and in {n} more"),
    }
