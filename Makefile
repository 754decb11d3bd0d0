# Every target sets itself up: PYTHON is any Python from 3.11 to 3.13.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.installed-run
DEV    := $(VENV)/.installed-dev
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
HS     := .homeserver
HSDONE := $(HS)/.installed
PEERS  := .bench
PEERSDONE := $(PEERS)/.installed

.PHONY: demo run test quick coverage check hooks lint types imports bench torture fuzz score pictures messages docs lock replay clean

demo: $(RUN)            ## a bundled feed, read and sent to this terminal: no token, no network
	@$(BIN)/tco-bot demo

run: $(RUN)             ## the bot, with the settings of the environment and .env
	@$(BIN)/tco-bot run

test: $(DEV) $(HSDONE)  ## all tests, in parallel, offline
	@$(BIN)/python -m pytest -q

quick: $(DEV)           ## in under a minute what a change most likely breaks: no homeserver, no PostgreSQL
	@$(BIN)/python -m pytest -q --quick

coverage: $(DEV) $(HSDONE)  ## all tests, and how much of each package they reach; 90 % is the least
	@$(BIN)/python -m pytest -q --cov --cov-report=

check: lint types imports test

hooks: $(DEV)           ## have git run lint, types and import rules before each commit
	@$(BIN)/pre-commit install

lint: $(DEV)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(DEV)
	@$(BIN)/mypy

imports: $(DEV)
	@$(BIN)/lint-imports --no-logo

bench: $(DEV) $(PEERSDONE)  ## timings, each beside a peer or a bare floor of the same run
	@$(BIN)/python -m tests.bench

score: $(RUN)           ## how well the reader and the merging do on the project's own corpus
	@$(BIN)/tco-bot score tests/corpus
	@$(BIN)/tco-bot score tests/corpus/stories

torture: $(DEV) $(HSDONE)  ## the kill test at full length on SQLite and PostgreSQL, and a month of life: some forty minutes
	@$(BIN)/python -m tests.torture
	@$(BIN)/python -m tests.torture.long_life

replay: $(DEV)          ## a stretch of real news through the whole bot on a fast clock: its folder in TCO_REPLAY
	@$(BIN)/python -m tests.replay

fuzz: $(DEV)            ## a million inputs to reading, feeds, pages and commands; and long forms of tests: hostile texts of 400,000 characters, a feed of them, axe and 300 lines in every language
	@LONG_TESTS=1 $(BIN)/python -m pytest -q -n 2 tests/extraction/test_hostile_texts.py tests/extraction/test_any_ending.py tests/e2e/test_hostile_feed.py tests/web/test_in_browser.py tests/commands/test_spoken.py
	@$(BIN)/python -m tests.fuzz

pictures: $(DEV)        ## the pictures of the README, from the demonstration; those of the web want a Chromium
	@$(BIN)/python -m bot.demo.pictures docs
	@$(BIN)/python -m tests.web.screenshots docs

messages: $(RUN)        ## bring the catalogues of what the bot says up to date with the code
	@$(BIN)/python -m bot.language.message_catalogs

docs: $(DEV)            ## the documentation as a site, in build/docs; a dead link fails
	@$(BIN)/python -m sphinx -W --keep-going -n -q -b html docs build/docs

lock:                   ## renew the lock files (needs uv)
	uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements-dev.txt
	uv pip compile pyproject.toml --extra build -c requirements-dev.txt --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements.txt
	uv pip compile tests/bench/requirements.in --universal --python-version 3.11 --generate-hashes --no-header -q -o tests/bench/requirements.txt
	uv pip compile docs/requirements.in -c requirements-dev.txt --universal --python-version 3.11 --generate-hashes --no-header -q -o docs/requirements.txt
	uv pip compile tests/homeserver/requirements.in --universal --python-version 3.11 --generate-hashes --no-header -q -o tests/homeserver/requirements.txt
	@$(BIN)/python -m tests.deploy.sbom

clean:
	rm -rf $(VENV) $(HS) $(PEERS) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -m venv $(VENV)

$(RUN): requirements.txt pyproject.toml | $(BIN)/python
	@echo "setting up $(VENV) (once, about a minute): $$(grep -c == requirements.txt) packages"
	@$(PIP:--quiet=) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(DEV): requirements-dev.txt $(RUN)
	@echo "setting up the tools for tests (once)" && $(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

$(HSDONE): tests/homeserver/requirements.txt
	@echo "setting up the Matrix homeserver for tests (once)" && $(PYTHON) -m venv $(HS)
	@$(HS)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r $<
	@touch $@

$(PEERSDONE): tests/bench/requirements.txt
	@echo "setting up the peers of the bench (once)" && $(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r $<
	@touch $@
