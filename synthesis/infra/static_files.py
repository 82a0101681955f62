"""Static files under names that carry their hash, so that browsers may keep them for ever."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """As WhiteNoise's, but a file that the build did not make is served by its plain name instead of failing the page."""

    manifest_strict = False
