"""What every engine command shares: JSON alone on standard output, one clear line for bad input, exit status 0, 2 or 1.

Not for commands that need a database.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser, handle_default_options


class BadInput(CommandError):
    """The caller's file or option cannot be used; printed as one line, exit status 2."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()), returncode=2)


class EngineCommand(BaseCommand):
    """Base of `read`, `overlap`, `suggest`, `compose`, `verify`, `synthesize`.

    Subclasses add their arguments in `add_arguments` and return the JSON-able answer from `answer`;
    `summary` turns it into lines for people when `--json` is absent.
    """

    requires_system_checks: list[str] = []
    stealth_options = ("json",)

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.add_argument("--json", action="store_true", help="print the answer as JSON (docs/contract.md)")
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        """As Django does it, but a failure is its message alone, on one line.

        Exit status 2 for bad input, 1 for an unexpected fault; with `--traceback` Django shows where it happened.
        """
        parser = self.create_parser(argv[0], argv[1])
        try:
            # Not "called from the command line" to Django: then a wrong option is an error like others, and no usage text.
            options = vars(parser.parse_args(argv[2:]))
        except CommandError as fault:
            self._fail(str(fault).removeprefix("Error: "), 2)
        arguments = options.pop("args", ())
        handle_default_options(argparse.Namespace(**options))
        try:
            self.execute(*arguments, **options)
        except CommandError as fault:
            if options["traceback"]:
                raise
            self._fail(str(fault), fault.returncode)
        except Exception as fault:
            if options["traceback"]:
                raise
            self._fail(f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__, 1)

    def _fail(self, message: str, status: int) -> NoReturn:
        line = " ".join(message.split())
        # Whatever LANG says, standard error is not to fail on the name of a file.
        sys.stderr.flush()
        sys.stderr.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")
        sys.stderr.flush()
        sys.exit(status)

    def handle(self, *args: Any, **options: Any) -> None:
        answer = self.answer(**options)
        # Written as UTF-8 whatever LANG says: the contract fixes the encoding of standard output.
        text = json.dumps(answer, ensure_ascii=False) if options["json"] else self.summary(answer)
        try:
            sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass") + b"\n")
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def answer(self, **options: Any) -> Any:
        """The command's answer as JSON-able data. Raises BadInput."""
        raise RuntimeError(f"{type(self).__name__} gives no answer")

    def summary(self, answer: Any) -> str:
        """The answer for people; JSON, indented, unless a command has something better."""
        return json.dumps(answer, ensure_ascii=False, indent=1)


def existing_file(name: str) -> Path:
    """`name` as the path of a readable, non-empty file. Raises BadInput."""
    path = Path(name)
    if not path.is_file():
        raise BadInput(f"{name}: no such file")
    if not os.access(path, os.R_OK):
        raise BadInput(f"{name}: cannot be read")
    if path.stat().st_size == 0:
        raise BadInput(f"{name}: the file is empty")
    return path
