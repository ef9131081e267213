# Short names for `python tools/do.py <command>`; without make, type that. See README.md.
# EDITIE=map: an organisation's own edition (serve, site, offline, pdf, release, check, codes). WAT=…: what `make nieuw` makes,
# what `make proof` tries.
PYTHON ?= $(shell command -v python3 || command -v python)

.PHONY: help serve test test-full proof site offline pdf release codes sbom check nieuw runtime bench zensical properdocs setup lock
help:
	@$(PYTHON) tools/do.py --help

serve test test-full proof site offline pdf release codes sbom check nieuw runtime bench zensical properdocs setup lock:
	@$(PYTHON) tools/do.py $@ $(if $(EDITIE),--editie "$(EDITIE)") $(WAT)
