"""PBKDF2 with one iteration: the hash says how many, so the live stack's ordinary hasher can check it."""

from __future__ import annotations

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class OneIteration(PBKDF2PasswordHasher):
    """For tests only: half a second less for every user that a test makes."""

    iterations = 1
