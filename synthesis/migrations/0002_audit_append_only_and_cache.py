"""The audit log refuses UPDATE and DELETE; the table of the rate-limit counters."""

from __future__ import annotations

from django.db import migrations

AUDIT = """
CREATE FUNCTION synthesis_audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON synthesis_auditentry
FOR EACH ROW EXECUTE FUNCTION synthesis_audit_is_append_only();
"""
AUDIT_BACK = """
DROP TRIGGER audit_append_only ON synthesis_auditentry;
DROP FUNCTION synthesis_audit_is_append_only();
"""
# The shape Django's DatabaseCache expects; unlogged, since losing a counter harms nobody.
CACHE = """
CREATE UNLOGGED TABLE synthesis_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX synthesis_cache_expires ON synthesis_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("synthesis", "0001_initial")]
    operations = [
        migrations.RunSQL(AUDIT, AUDIT_BACK),
        migrations.RunSQL(CACHE, "DROP TABLE synthesis_cache"),
    ]
