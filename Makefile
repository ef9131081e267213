# Short names for `python tools/do.py <command>`; without make, type that. See README.md.
# EDITIE=map: an organisation's own edition (site, offline, pdf, check). WAT=…: what `make nieuw` makes.
PYTHON ?= $(shell command -v python3 || command -v python)

.PHONY: help serve test test-full site offline pdf sbom check nieuw runtime bench setup lock
help:
	@$(PYTHON) tools/do.py --help

serve test test-full site offline pdf sbom check nieuw runtime bench setup lock:
	@$(PYTHON) tools/do.py $@ $(if $(EDITIE),--editie "$(EDITIE)") $(WAT)
