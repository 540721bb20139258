#!/bin/sh
# Renews the lock files from pyproject.toml (needs uv on the PATH): sh packaging/lock.sh
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate "$@"; }
lock pyproject.toml -o packaging/requirements.txt
# Held to the first: both are installed together.
lock --extra test -c packaging/requirements.txt pyproject.toml -o packaging/requirements-test.txt
# What packages the program, for whoever builds packages only.
printf '%s\n' 'pyinstaller>=6.22' | lock -c packaging/requirements.txt - -o packaging/requirements-build.txt
# The search tests on Whoosh's maintained fork: the core's dependencies without Qt and without Whoosh itself.
printf '%s\n' whoosh3==3.54.0 platformdirs syntok charset-normalizer snowballstemmer tomli-w diff-match-patch \
    pytest pytest-timeout hypothesis | lock - -o packaging/requirements-whoosh3.txt
