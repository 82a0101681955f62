# Every habit is one word. Needs Python 3.11 or newer with venv; everything else is installed into this folder.
SHELL := /bin/sh
PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1
# Some containers forbid it; compiling everything anew in each of many processes takes longer than the work itself.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test lint bench assets messages setup
.DEFAULT_GOAL := run

# The application on this machine; Ctrl-C ends it. PORT, HOST, DATABASE_URL and REDIS_URL are honoured.
run:
	@$(PYTHON) -I project/bootstrap.py
	@exec $(VENV_PYTHON) -m project.supervisor

# The whole suite, lint and browser tests included. Compiled first, or each process would do it; tests by pytest, which
# writes their assertions anew. Four processes for two cores: browsers and servers wait. ARGS="tests/engine -x" runs a part.
test: setup
	@$(VENV_PYTHON) -m project.browser
	@$(VENV_PYTHON) -m project.assets
	@$(VENV_PYTHON) -m compileall -q -j 0 project synthesis
	@ls tests/__pycache__/*-pytest-*.pyc >/dev/null 2>&1 || $(VENV_PYTHON) -m pytest --collect-only -qq >/dev/null || true
	@exec $(VENV_PYTHON) -m pytest -n 4 --dist worksteal $(ARGS)

lint: setup
	@exec $(VENV_PYTHON) -m pytest -q tests/test_lint.py tests/test_architecture.py

# Speed and accuracy, as medians; nothing here is asserted.
bench: setup
	@$(VENV_PYTHON) -m project.assets
	@$(VENV_PYTHON) -m tests.bench.overlap.bench
	@$(VENV_PYTHON) -m tests.bench.overlap.peers
	@$(VENV_PYTHON) -m tests.bench.overlap.scale
	@$(VENV_PYTHON) -m pytest -q -s -p no:randomly tests/bench/overlap/bench_table.py
	@$(VENV_PYTHON) -m tests.bench.damage.bench
	@$(VENV_PYTHON) -m pytest -q -s -p no:randomly tests/bench/search/bench_search.py
	@$(VENV_PYTHON) -m pytest -q -s -p no:randomly tests/bench/ingest/bench_ingest.py
	@$(VENV_PYTHON) -m pytest -q -s -p no:randomly tests/bench/meter/bench_meter.py
	@$(VENV_PYTHON) -m pytest -q -s -p no:randomly tests/bench/drafting/bench_corrections.py tests/bench/drafting/bench_click.py
	@exec $(VENV_PYTHON) -m pytest -q -s -p no:randomly tests/bench/reader/bench_reader.py

assets: setup
	@exec $(VENV_PYTHON) -m project.assets --force

# New msgids into locale/, then compiled.
messages: setup
	@exec $(VENV_PYTHON) -m project.messages --collect

setup:
	@$(PYTHON) -I project/bootstrap.py --dev
