# Each target works alone on a fresh machine with Python >= 3.11 and make: it makes .venv, installs
# what it needs (with uv when present, else pip) and runs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

ifdef UV
INSTALL := $(UV) pip install --quiet --python $(BIN)/python
AGAIN := --reinstall-package podbor --refresh-package podbor --no-deps
else
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
AGAIN := --force-reinstall --no-deps
endif

.PHONY: help demo test check format notebooks bench dev package clean

help: ## Show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

demo: $(VENV)/.runtime ## Rank the shipped samples
	$(INSTALL) $(AGAIN) .
	$(BIN)/podbor demo

test: package ## Run all tests against the installed package
	$(BIN)/python -m pytest tests --pyargs podbor

check: $(VENV)/.dev ## ruff, format, mypy strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

notebooks: package ## Execute the notebooks
	$(BIN)/python -m pytest -p no:cacheprovider --nbmake notebooks -o addopts= -o testpaths=notebooks

bench: package ## Print ratios of the benchmarks
	for file in benchmarks/bench_*.py; do $(BIN)/python $$file || exit 1; done

dev: $(VENV)/.dev ## Editable install for working on podbor
	$(INSTALL) --no-build-isolation --editable .

package: $(VENV)/.dev
	$(INSTALL) $(AGAIN) --no-build-isolation .

$(BIN)/python:
ifdef UV
	$(UV) venv --quiet --python $(PYTHON) $(VENV)
else
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
endif

$(VENV)/.runtime: pyproject.toml | $(BIN)/python
	$(INSTALL) .
	touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(INSTALL) . --group dev
	touch $@ $(VENV)/.runtime

clean: ## Remove the environment and caches
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
