# Two commands: `make demo` shows what sayso does, `make test` checks everything. Both set up what they need, once.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo test lint types layers unit bench report frontend browser lock clean

PYTHON ?= python3
BIN := .venv/bin
RUN_STAMP := .venv/.installed-run
DEV_STAMP := .venv/.installed-dev
WORKERS ?= 2

help:
	@echo "make demo    install, read the example reports and show their claims"
	@echo "make test    linters, types, layers, all tests, and the measurements with their floors"
	@echo "make setup   only install, into .venv"
	@echo "make bench   only the measurements (SAYSO_EVAL names the evaluation sets, where they are)"
	@echo "make lock    renew the lists of pinned packages; needs the network"
	@echo "make clean   remove what was built; .venv stays"

# --- set-up: the stamps are renewed when what is installed, or how, changes ---------------------------------------

setup: $(RUN_STAMP)
setup-dev: $(DEV_STAMP)

$(RUN_STAMP): requirements.lock pyproject.toml tools/setup.sh
	@PYTHON="$(PYTHON)" tools/setup.sh requirements.lock $@

$(DEV_STAMP): requirements-dev.lock pyproject.toml tools/setup.sh
	@PYTHON="$(PYTHON)" tools/setup.sh requirements-dev.lock $@
	@touch $(RUN_STAMP)

# --- the two commands ----------------------------------------------------------------------------------------------

demo: $(RUN_STAMP) report
	@tools/demo.sh

test: lint types layers unit bench frontend
	@echo "make test: all passed"

# --- its parts, each to be run alone --------------------------------------------------------------------------------

lint: $(DEV_STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(DEV_STAMP)
	@$(BIN)/mypy
	@$(BIN)/mypy --strict bench --exclude 'bench/others/'  # those run in an environment of their own, with other libraries

layers: $(DEV_STAMP)
	@$(BIN)/lint-imports --no-logo

unit: $(DEV_STAMP) report browser
	@$(BIN)/pytest -n $(WORKERS)

bench: $(DEV_STAMP)
	@$(BIN)/python bench/check.py --workers $(WORKERS)

frontend: $(DEV_STAMP)
	@$(BIN)/python tools/frontend.py node test

# --- what they need besides Python: the report's page, and a browser for its tests --------------------------------------

report: $(RUN_STAMP)
	@$(BIN)/python tools/frontend.py node build

browser: $(DEV_STAMP)
	@tools/browser.sh

lock: $(DEV_STAMP)
	@tools/lock.sh

clean:
	@rm -rf build dist bench/out src/sayso/report/static .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
