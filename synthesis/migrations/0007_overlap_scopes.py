import django.db.models.deletion
import synthesis.infra.ids
import synthesis.overlap.models
from django.conf import settings
from django.db import migrations, models


def forget_other_drafts(apps, schema_editor):
    """Going back: passages of other drafts, and marks on them, have no place in the columns before."""
    apps.get_model("synthesis", "OverlapMatch").objects.filter(source=None).delete()
    apps.get_model("synthesis", "PassageMark").objects.filter(source=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("synthesis", "0006_overlap_postings"),
    ]

    operations = [
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=synthesis.infra.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("name", models.CharField(max_length=120)),
                ("code", models.CharField(max_length=24, unique=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CourseWorkspace",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=synthesis.infra.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SharedSource",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=synthesis.infra.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="overlapreport",
            name="against",
            field=models.JSONField(default=synthesis.overlap.models.only_sources),
        ),
        migrations.AlterField(
            model_name="overlapmatch",
            name="source",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="synthesis.source"
            ),
        ),
        migrations.AlterField(
            model_name="overlapmatch",
            name="text",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="synthesis.readingtext"
            ),
        ),
        migrations.AlterField(
            model_name="passagemark",
            name="source",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="synthesis.source"
            ),
        ),
        migrations.CreateModel(
            name="ComparedDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=synthesis.infra.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("draft_id", models.UUIDField()),
                ("revision", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("language", models.CharField(max_length=10)),
                ("text", models.TextField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="compared_drafts",
                        to="synthesis.overlapreport",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="synthesis.workspace"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="overlapmatch",
            name="other",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="synthesis.compareddraft"
            ),
        ),
        migrations.AddConstraint(
            model_name="overlapmatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("other__isnull", True), ("source__isnull", False), ("text__isnull", False)),
                    models.Q(("other__isnull", False), ("source__isnull", True), ("text__isnull", True)),
                    _connector="OR",
                ),
                name="match_in_source_or_draft",
            ),
        ),
        migrations.AddField(
            model_name="course",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="courseworkspace",
            name="course",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="members", to="synthesis.course"
            ),
        ),
        migrations.AddField(
            model_name="courseworkspace",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="courseworkspace",
            name="workspace",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="course_member", to="synthesis.workspace"
            ),
        ),
        migrations.AddField(
            model_name="sharedsource",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="sharedsource",
            name="source",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="shared", to="synthesis.source"
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, forget_other_drafts, elidable=True),
    ]
