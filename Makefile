# make        the package in .venv, and every deck and quiz of the course in content/ built into dist/
# make test   everything: system tools, format, lint, types, contracts, all tests (what .ci/run does)
# make check  the fast half: no system tools, under a minute
# make tools  the system packages that the slow tests need (as root: installs them)
# make bench  how well texts fit, what a build costs beside pandoc and PptxGenJS, how soon a save is shown: some minutes; docs/benchmark.md tells more
# make comparison  what decks of the same lesson hold, beside those of pandoc, PptxGenJS and Marp; writes docs/comparison.md anew
# make guide  the pages of the guide, written anew from their templates, the examples and what the commands print
# make pictures  the slides and quizzes that README.md and the guide show, drawn anew
# make icons  templates/icons.toml, drawn anew from Lucide's icons
# make widths  edu/plan/widths/*.py: how wide the characters of each face are, read anew from open fonts
# make clean  removes all that was made here

SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install -c constraints.txt
again = { $(1); } || { echo "failed; trying once more: $(1)" >&2; sleep 5; $(1); }

.PHONY: all build tools dev npm style types scripts unit check test bench comparison guide pictures icons widths clean
.DEFAULT_GOAL := all

all: build

build: .venv/.made
	$(BIN)/edu build

.venv/pyvenv.cfg:
	@.ci/python "$(PYTHON)"
	"$(PYTHON)" -m venv .venv

.venv/.made: .venv/pyvenv.cfg pyproject.toml constraints.txt
	$(call again,$(PIP) --editable .)
	@touch $@

.venv/.made-dev: .venv/pyvenv.cfg pyproject.toml constraints.txt
	$(call again,$(PIP) --editable '.[dev]')
	@touch .venv/.made $@

node_modules/.made: package.json package-lock.json
	$(call again,npm ci --no-progress)
	@touch $@

dev: .venv/.made-dev

npm: node_modules/.made

tools:
	@.ci/tools

style: dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: dev
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32
	$(BIN)/mypy --platform darwin --cache-dir .mypy_cache/darwin
	$(BIN)/lint-imports --no-logo

scripts: npm
	npx --no -- eslint templates
	npx --no -- tsc -p tsconfig.json

unit: dev
	$(BIN)/pytest -n 2 -m "not slow"

check: style types unit

# One after the other: the tools first, so that nothing is tried without them.
test: tools
	@$(MAKE) --no-print-directory dev npm
	@$(MAKE) --no-print-directory style types scripts
	$(BIN)/pytest -n 2

bench: tools dev npm
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.watching
	$(BIN)/python -m tests.bench.comparison

comparison: tools dev npm
	$(BIN)/python -m tests.bench.comparison --write

guide: dev
	$(BIN)/python docs/write_guide.py

pictures: dev build
	$(BIN)/python docs/draw_pictures.py

icons: dev
	$(PIP) svgelements
	npm install --no-save --prefix .icons lucide-static@1.62.0
	$(BIN)/python docs/draw_icons.py .icons/node_modules/lucide-static

widths: dev npm
	$(BIN)/python docs/write_widths.py

clean:
	rm -rf .venv .icons node_modules dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
