# The one door: `make help` lists what it can do.

PREFIX ?= /usr/local
DEMO_PORT ?= 8642
CRASH_KILLS ?= 50
BENCH_PAGES ?= 2000
# The Swift libraries go into the program, so that it runs where there is no toolchain.
STATIC = --static-swift-stdlib
# Prepares the machine where something is missing, then runs what follows with a Swift toolchain on the PATH.
WITH_SWIFT = Scripts/setup
# Python packages for measuring and comparing go into a folder of their own.
PYTHON = .build/python/bin/python
WITH_PYTHON = Scripts/setup-python .build/python
DATASET_ROWS ?= 200000
FUZZ_SECONDS ?= 600
SOURCES = Sources Tests Package.swift

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: ## Run everything once against a portal on this machine; DEMO_PORT=8642
	$(WITH_SWIFT) swift build --product chiso
	$(WITH_SWIFT) swift build --product sample-portal
	@Scripts/demo "$$($(WITH_SWIFT) swift build --show-bin-path)" $(DEMO_PORT)

.PHONY: test
test: ## Run all tests
	Scripts/setup --tests -- Scripts/test-setup
	$(WITH_SWIFT) swift test

.PHONY: test-crash
test-crash: ## Kill a run at 50 random instants and compare the datasets; CRASH_KILLS=50
	CHISO_CRASH_KILLS=$(CRASH_KILLS) $(WITH_SWIFT) swift test --filter aKilledRunLeavesNoTrace

.PHONY: build
build: ## Build the command for use: .build/release/chiso
	$(WITH_SWIFT) swift build -c release --product chiso $(STATIC)

.PHONY: bench
bench: bench-datasets bench-text ## Measure everything: datasets, and runs over generated pages; BENCH_PAGES=2000
	Scripts/setup --tests
	$(WITH_SWIFT) swift build -c release --product chiso $(STATIC)
	$(WITH_SWIFT) swift build -c release --product sample-portal $(STATIC)
	@Scripts/bench "$$($(WITH_SWIFT) swift build -c release --show-bin-path)" $(BENCH_PAGES)

.PHONY: bench-datasets
bench-datasets: ## Measure the writing of datasets beside Python's csv, orjson and XlsxWriter; DATASET_ROWS=200000
	$(WITH_PYTHON) xlsxwriter orjson
	@[ -e var/demo/ledger.sqlite ] || $(MAKE) demo
	$(WITH_SWIFT) swift build -c release --product chiso $(STATIC)
	$(PYTHON) Scripts/bench-datasets "$$($(WITH_SWIFT) swift build -c release --show-bin-path)/chiso" var/demo/ledger.sqlite $(DATASET_ROWS)

.PHONY: bench-text
bench-text: ## Measure the scan for numbers, dates, units and places beside wc and two libraries of PyPI
	$(WITH_PYTHON) dateparser vinorm
	$(WITH_SWIFT) swift build -c release --product text-bench
	$(PYTHON) Scripts/bench-text "$$($(WITH_SWIFT) swift build -c release --show-bin-path)/text-bench"

.PHONY: evaluate
evaluate: ## Score numbers and articles against the annotated sets of ../shared; no score may fall below Tests/scores.json
	$(WITH_SWIFT) swift build -c release --product chiso $(STATIC)
	Scripts/evaluate "$$($(WITH_SWIFT) swift build -c release --show-bin-path)/chiso"

.PHONY: fuzz
fuzz: ## Feed random and mutated input to the readers under AddressSanitizer; FUZZ_SECONDS=600
	$(WITH_SWIFT) swift build -c release --scratch-path .build-fuzz --sanitize=address --product fuzz
	F="$$($(WITH_SWIFT) swift build -c release --scratch-path .build-fuzz --show-bin-path)/fuzz"; \
	$$F text --seconds $$(($(FUZZ_SECONDS) / 4)) && \
	$$F text Sources/SamplePortal/Site/articles/*.txt --seconds $$(($(FUZZ_SECONDS) / 4)) && \
	$$F observations Sources/SamplePortal/Site/articles/*.txt --seconds $$(($(FUZZ_SECONDS) / 8)) && \
	$$F pages --seconds $$(($(FUZZ_SECONDS) * 3 / 8))

.PHONY: test-spreadsheets
test-spreadsheets: demo ## Open the datasets with LibreOffice, pandas, DuckDB, Datasette and compare every cell with the ledger
	$(WITH_PYTHON) --office openpyxl pandas duckdb frictionless datasette
	$(PYTHON) Scripts/test-spreadsheets "$$($(WITH_SWIFT) swift build --show-bin-path)/chiso" var/demo/ledger.sqlite

.PHONY: lint
lint: ## Check the formatting of all sources
	$(WITH_SWIFT) swift format lint --strict --recursive $(SOURCES)

.PHONY: format
format: ## Format all sources
	$(WITH_SWIFT) swift format --in-place --recursive $(SOURCES)

.PHONY: install
install: build ## Install the command and its configuration below PREFIX=/usr/local
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/chiso"
	install -s "$$($(WITH_SWIFT) swift build -c release --show-bin-path)/chiso" "$(DESTDIR)$(PREFIX)/bin/chiso"
	cp -R Config Pipelines "$(DESTDIR)$(PREFIX)/share/chiso/"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"
	"$(DESTDIR)$(PREFIX)/bin/chiso" --generate-completion-script bash >"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/chiso"
	! command -v python3 >/dev/null || Scripts/man-page "$(DESTDIR)$(PREFIX)/bin/chiso" >"$(DESTDIR)$(PREFIX)/share/man/man1/chiso.1"

.PHONY: deb
deb: ## Build a Debian package: .build/chiso_VERSION_ARCH.deb
	$(WITH_SWIFT) swift build -c release --product chiso $(STATIC)
	$(WITH_SWIFT) swift build -c release --product sample-portal $(STATIC)
	@command -v dpkg-shlibdeps >/dev/null || apt-get install -y --no-install-recommends dpkg-dev >/dev/null
	@Scripts/make-deb "$$($(WITH_SWIFT) swift build -c release --show-bin-path)"

.PHONY: test-deb
test-deb: deb ## Install the package in a clean root, without Swift, and run the demo there (needs root)
	Scripts/test-deb .build/chiso_*.deb

.PHONY: clean
clean: ## Remove everything built and what the demo wrote
	rm -rf .build var/demo out/demo
