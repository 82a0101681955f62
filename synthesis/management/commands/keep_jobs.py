"""`manage.py keep_jobs`: the loop that makes background work independent of the broker's memory.

Publishes queued jobs that have no message, takes back jobs whose worker went silent, and hands the outbox to
its handlers. Any number of copies may run.
"""

from __future__ import annotations

import logging
import signal
import threading
from argparse import ArgumentParser
from typing import Any

from celery import current_app
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from synthesis.infra import jobs, outbox

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Keeps background work moving: relay, reaper, outbox."
    # They would load every page and the API, half of the start of a process that answers nobody.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=float, default=0.5, help="seconds between two rounds")
        parser.add_argument("--once", action="store_true", help="one round, then stop")

    def handle(self, *args: Any, **options: Any) -> None:
        current_app.loader.import_default_modules()  # the rooms' handlers
        stop = threading.Event()
        if not options["once"]:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            try:
                outbox.drain()
                jobs.reap()
                jobs.relay()
            except DatabaseError as error:
                logger.warning("the database does not answer, trying again: %s", error)
                connection.close()
            if options["once"]:
                return
            stop.wait(options["every"])
