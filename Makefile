# Short names for `python tools/do.py <command>`; without make, type that. See README.md.
PYTHON ?= $(shell command -v python3 || command -v python)
COMMANDS = serve test test-full site offline check runtime bench setup lock

.PHONY: help $(COMMANDS)
help:
	@$(PYTHON) tools/do.py --help

$(COMMANDS):
	@$(PYTHON) tools/do.py $@
