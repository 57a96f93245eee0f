# Every target sets itself up; a second call costs nothing where nothing changed. Needs Python 3.11 and its pip.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet
DEMO := build/demo

.PHONY: help setup demo test lint types layers tests browser wheel bench gate pictures docs lock schema clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

setup: $(READY)  ## make .venv from the lock

.venv/.locked: requirements.lock
	@echo "1 of 2: installing into .venv (some minutes, once)"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(READY): .venv/.locked pyproject.toml
	@echo "2 of 2: installing sayso itself into .venv"
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)  ## the example corpus, read: a summary here, the whole report in build/demo
	@mkdir -p $(DEMO)
	$(BIN)/sayso report examples/corpus -o - -o $(DEMO)/report.html -o $(DEMO)/report.json

test: lint types layers tests wheel  ## everything that must hold before a change lands

lint: $(READY)  ## style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)  ## types
	$(BIN)/mypy

layers: $(READY)  ## the direction of imports
	PYTHONPATH=src $(BIN)/lint-imports

tests: $(READY) browser  ## the test suite, with coverage
	$(BIN)/pytest --cov --cov-report=term:skip-covered

browser:  ## see to a Chromium for the browser tests
	@.ci/browser

wheel: $(READY)  ## build the wheel and try it where the checkout cannot be seen
	.ci/wheel

bench: $(READY) browser  ## speed and quality
	@set -e; for script in benchmarks/bench_*.py; do echo "== $$script"; $(BIN)/python -m "benchmarks.$$(basename $$script .py)"; done

pictures: $(READY) browser  ## renew the pictures of the report in docs/pictures
	$(BIN)/python -m benchmarks.pictures

docs: $(READY)  ## renew the generated parts of the reference and the outputs that the pages show
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/excerpts.py

gate: $(READY)  ## figures on gold against the recorded floors (SAYSO_DATA names the folder of the sets)
	$(BIN)/python benchmarks/gate_quality.py

lock:  ## renew requirements.lock (needs uv)
	uv pip compile pyproject.toml --group dev --group build --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --custom-compile-command "make lock" --quiet --output-file requirements.lock

schema: $(READY)  ## renew the published JSON Schema
	$(BIN)/sayso schema > docs/reference/dossier.schema.json

clean:  ## remove what can be made again
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
