# `make` alone says what there is. Everything is installed into .venv; what Debian has to bring is
# installed by apt when you are root and named in one line when you are not (see tests/tools/install).

PYTHON ?= python3
PYTEST_WORKERS ?= 2
BIN := .venv/bin
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help site serve test bench clean

help: ## what the commands are
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/program ## installs into .venv what is missing, reads abstracts/ and builds site/
	$(BIN)/reading-list build

serve: .venv/program ## builds, serves and rebuilds on a change
	$(BIN)/reading-list serve

test: .venv/tests ## installs what tests need, then runs every check; the tests come last
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n $(PYTEST_WORKERS) --dist loadfile

bench: .venv/tests ## runs the programs of benchmarks/, which print figures
	@for program in $$(grep -l __main__ benchmarks/*.py); do echo "== $$program"; \
		$(BIN)/python -m "benchmarks.$$(basename "$$program" .py)" || exit 1; done

clean: ## removes .venv, site/ and caches; input, notes, the lock and docs/ stay
	rm -rf .venv .cache site build tests/tools/node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -rf *.egg-info

.venv/program: pyproject.toml tests/tools/install
	tests/tools/install program
	@touch $@

# Always looked at, because the system's tools may be gone; it installs only what is missing.
.PHONY: .venv/tests
.venv/tests: .venv/program
	@tests/tools/install tests
