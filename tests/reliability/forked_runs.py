"""Runs jobs in forked processes, so that a test can kill each in the middle without paying for Python's start.

Standard input: a job's id a line. Standard output: the process id of the run, then how it ended.
"""

from __future__ import annotations

import os
import sys

import django

if __name__ == "__main__":
    django.setup()
    import openai  # noqa: F401  a second of imports, once instead of in every run

    from synthesis.drafting import tasks  # noqa: F401  registers the handlers
    from synthesis.engine.drafting.verify import verify_sentence
    from synthesis.infra import leases

    verify_sentence("先说一句。", ["先说一句话。"])  # dictionaries are read at their first use

    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            leases.run(line.strip())
            os._exit(0)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
