"""`manage.py token USER`: prints a new API token for the person with that e-mail address, and nothing else."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from synthesis.accounts import actions, selectors
from synthesis.infra.errors import Conflict, Invalid


class Command(BaseCommand):
    """Exit status 2 with one line when there is no such person or they have too many tokens."""

    help = "Print a new API token for a person, named by e-mail address."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("user", metavar="USER", help="e-mail address")
        parser.add_argument("--name", default="manage.py token", help="what the account page calls the token")

    def handle(self, *args: Any, **options: Any) -> None:
        user = selectors.user_of_email(options["user"])
        if user is None:
            raise CommandError(f"nobody here has the address {options['user']}", returncode=2)
        try:
            _, plain = actions.create_token(user, options["name"])
        except (Invalid, Conflict) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(plain)
