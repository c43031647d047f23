# make demo   install into .venv and translate seeds/ into aligned/
# make test   install, then everything that CI needs
# make audit  the bill of materials, and known weaknesses of all that it names (asks the network; AUDIT_OPTIONS="-s osv")
# make fuzz   damaged files of every kind, for hours
# make faults what machines do to runs: full disks, jumping clocks, damage; a table
# make soak   one process works on a mixed load for two hours, and must not grow
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST_OPTIONS ?= -n 2
AUDIT_OPTIONS ?=

.PHONY: install demo test lint clean audit sbom fuzz faults soak

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

demo: install
	$(BIN)/bitexte translate seeds/ --out aligned/ --overwrite
	@echo; echo '--- seeds/dialogue_gare.txt, and aligned/dialogue_gare.en.txt'
	@head -n 5 seeds/dialogue_gare.txt; echo; head -n 5 aligned/dialogue_gare.en.txt
	@echo; echo '--- aligned/dialogue_gare.tmx, the memory'
	@grep -m 1 -A 12 '<tu ' aligned/dialogue_gare.tmx

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check translate tests benchmarks
	$(BIN)/mypy

# Tests start hundreds of processes: none compiles the package anew, whatever the environment says of byte code.
test: export PYTHONDONTWRITEBYTECODE =
test: install lint
	$(BIN)/python -m pytest $(PYTEST_OPTIONS)

sbom: install
	$(BIN)/python audit/sbom.py --out bitexte.cdx.json

audit: sbom
	$(PYTHON) -m venv .audit
	.audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/python audit/sbom.py --extra dev --pins .audit/pins.txt --out .audit/dev.cdx.json
	.audit/bin/python -m pip_audit --requirement .audit/pins.txt --no-deps --disable-pip --strict $(AUDIT_OPTIONS)

fuzz: install
	$(BIN)/python audit/fuzz.py tests/documents/files $(FOLDERS) --each 10000 --keep faults

faults: install
	$(BIN)/python audit/faults.py

soak: install
	$(BIN)/python audit/soak.py --minutes 120

clean:
	rm -rf $(VENV) .audit aligned/.bitexte .mypy_cache .ruff_cache .pytest_cache .hypothesis
