"""Search terms are stored as they are: compression, tried on each of them, never made one smaller (Chinese, English).

It was an eighth of what storing a source cost the database.
"""

from __future__ import annotations

from django.db import migrations

_STORAGE = "ALTER TABLE synthesis_searchpiece ALTER COLUMN terms SET STORAGE {}"


class Migration(migrations.Migration):
    dependencies = [("synthesis", "0012_search_index_at_rest")]

    operations = [migrations.RunSQL(_STORAGE.format("EXTERNAL"), _STORAGE.format("EXTENDED"))]
