# The front door. `make demo` and `make test` do all the set-up on a fresh Debian machine with Swift 6.3.

# Every Debian package that the build, the tests and the checks need, named once.
PACKAGES := build-essential pkg-config python3-venv libyaml-dev libre2-dev patchelf
# What only tests and checks need: shells, and what runs or reads the scripts and the manual pages.
TEST_PACKAGES := curl fish git groff jq mandoc shellcheck zsh
SWIFT_FLAGS := -j 2
STATIC_FLAGS := -c release --product funaban --static-swift-stdlib -Xswiftc -static-executable \
	-Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -static-pie
VENV := .cache/venv
SOURCES := Sources Tests Benchmarks Fuzz Package.swift
FUNABAN := .build/release/funaban
PREFIX := /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/funaban/Funaban.swift)
ASSET := funaban-$(VERSION)-linux-$(shell uname -m)

export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export FUNABAN_SARIF_SCHEMA := $(CURDIR)/.cache/sarif-schema-2.1.0.json

.PHONY: demo test check browser bench docs format lint rules release dist install fuzz packages \
	python

demo: release
	$(FUNABAN) scan Examples || test $$? -eq 1
	$(FUNABAN) fix Examples --dry-run

test check: PACKAGES += $(TEST_PACKAGES)

test: packages python rules
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

check: packages python lint
	Scripts/embed-rules.sh --check
	swift build --build-tests $(SWIFT_FLAGS) --explicit-target-dependency-import-check error
	swift test --skip-build
	Scripts/reference.sh --check

# One file to copy: the Swift runtime, the libraries and the rules are inside.
release: packages rules
	swift build $(STATIC_FLAGS) $(SWIFT_FLAGS)
	patchelf --remove-rpath $(FUNABAN)
	strip $(FUNABAN)

# The files of a release, named as the GitHub Action looks for them.
dist: release
	rm -rf .build/dist && mkdir -p .build/dist
	cp $(FUNABAN) .build/dist/$(ASSET)
	cd .build/dist && sha256sum funaban-* > SHA256SUMS

# Builds nothing, so that it may run as root: `make release && sudo make install`.
install:
	install -D -m 755 $(FUNABAN) $(DESTDIR)$(PREFIX)/bin/funaban
	install -D -m 644 docs/man/funaban.1 $(SHARE)/man/man1/funaban.1
	install -D -m 644 docs/man/ja/funaban.1 $(SHARE)/man/ja/man1/funaban.1
	mkdir -p $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(FUNABAN) completions bash > $(SHARE)/bash-completion/completions/funaban
	$(FUNABAN) completions zsh > $(SHARE)/zsh/site-functions/_funaban
	$(FUNABAN) completions fish > $(SHARE)/fish/vendor_completions.d/funaban.fish

docs: packages rules
	swift build $(SWIFT_FLAGS)
	Scripts/reference.sh

# Drives the HTML report in a real browser; the other tests do without one.
browser: PACKAGES += chromium
browser: packages python
	$(VENV)/bin/pip install --quiet --disable-pip-version-check playwright==1.65.2
	swift test $(SWIFT_FLAGS) --filter BrowserTests

bench: release
	Benchmarks/run.sh

fuzz: packages
	Fuzz/run.sh

format:
	swift format --in-place --parallel --recursive $(wildcard $(SOURCES))

lint:
	swift format lint --strict --parallel --recursive $(wildcard $(SOURCES))

rules:
	Scripts/embed-rules.sh

packages:
	@missing=$$(for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing:" $$missing; \
	  run=; [ "$$(id -u)" = 0 ] || run=sudo; \
	  $$run apt-get update -qq && $$run apt-get install -y -qq --no-install-recommends $$missing; \
	fi

# Tools that tests compare with: AWS's service models and JSON Schema validation.
python: $(VENV)/.ready

$(VENV)/.ready: Tests/requirements.txt | packages
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
	$(VENV)/bin/python Scripts/sarif-schema.py > $(FUNABAN_SARIF_SCHEMA)
	touch $@
