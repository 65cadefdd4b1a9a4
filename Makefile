# Needs Python 3.11 or newer and make, nothing else. Another Python: make review PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
# The texts of the articles under review, for the tests that need them: make test ARTICLES=folder
ARTICLES ?=

.SUFFIXES:
.DEFAULT_GOAL := help
.PHONY: help review test notebooks lab bench fuzz pins clean python environment

help:
	@echo "make review     validate the evidence, grade the claims, print the table, write build/review/"
	@echo "make test       run everything that CI runs"
	@echo "make notebooks  run the notebooks again, in place"
	@echo "make lab        open the notebooks in JupyterLab"
	@echo "make bench      measure start-up, grading, multiverses, pooling, reading and checking;"
	@echo "                write build/benchmark.md and docs/pooling-speed.md"
	@echo "make fuzz       read and check 10,000 mutated documents: no traceback, no hang, no bloat"
	@echo "make pins       resolve the dependencies afresh and rewrite the pins of environment.yml"
	@echo "make clean      remove build/ and .venv/"

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "reviewkit needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo 'not to be found')." >&2; \
	  echo "Name another: make $(firstword $(MAKECMDGOALS)) PYTHON=python3.12" >&2; exit 1; }

environment: python
	@$(PYTHON) .ci/environment.py

review: environment
	@echo "review: validating the evidence"
	@$(BIN)/reviewkit validate
	@echo "review: grading the claims"
	@$(BIN)/reviewkit claims
	@echo "review: writing build/review/"
	@$(BIN)/reviewkit report --to build/review

test: environment
	@echo "test: ruff check"
	@$(BIN)/ruff check --quiet .
	@echo "test: ruff format"
	@$(BIN)/ruff format --check --quiet .
	@echo "test: mypy"
	@$(BIN)/mypy
	@echo "test: lint-imports"
	@$(BIN)/lint-imports --cache-dir build/cache/imports
	@echo "test: reviewkit validate"
	@$(BIN)/reviewkit validate
	@echo "test: reviewkit verify"
	@$(BIN)/reviewkit verify
	@echo "test: notebooks"
	@$(BIN)/python -m pytest --nbval --nbval-current-env -q notebooks
	@echo "test: pytest"
	@$(BIN)/python -m pytest -q -n 2 $(if $(ARTICLES),--articles="$(ARTICLES)")

notebooks: environment
	@$(BIN)/jupyter nbconvert --to notebook --inplace --execute \
	  --ExecutePreprocessor.record_timing=False notebooks/*.ipynb

lab: environment
	@$(BIN)/jupyter lab notebooks

bench: environment
	@$(BIN)/python -m tests.benchmarks.benchmark
	@$(BIN)/python -m tests.benchmarks.reading
	@$(BIN)/python -m tests.benchmarks.pooling
	@$(BIN)/python -m tests.benchmarks.multiverse

fuzz: environment
	@$(BIN)/python -m tests.fuzz.fuzz --documents 10000 --keep build/fuzz

pins: python
	@$(PYTHON) .ci/pins.py

clean:
	@rm -rf build .venv
