"""Terms of new texts enter the search index a megabyte at a time, sorted: two thirds of the work of one by one.

What waits is looked through by every search, in a millisecond or two; a megabyte is about fifteen sources of 30 kB.
"""

from __future__ import annotations

import django.contrib.postgres.indexes
from django.db import migrations

_TOGETHER = "ALTER INDEX search_piece_terms SET (fastupdate = on, gin_pending_list_limit = 1024)"
_AT_ONCE = (
    "ALTER INDEX search_piece_terms SET (fastupdate = off); ALTER INDEX search_piece_terms RESET (gin_pending_list_limit);"
    " SELECT gin_clean_pending_list('search_piece_terms')"
)


class Migration(migrations.Migration):
    dependencies = [("synthesis", "0007_overlap_scopes")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(_TOGETHER, _AT_ONCE)],
            state_operations=[
                migrations.RemoveIndex(model_name="searchpiece", name="search_piece_terms"),
                migrations.AddIndex(
                    model_name="searchpiece",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["terms"], name="search_piece_terms", fastupdate=True, gin_pending_list_limit=1024
                    ),
                ),
            ],
        )
    ]
