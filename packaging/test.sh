#!/bin/sh
# Installs what the tests need on this machine (once) and runs them all: sh packaging/test.sh [PYTEST OPTIONS…]
set -eu
. "$(dirname "$0")/setup.sh"
# shellcheck disable=SC2086
system_packages $qt_packages xvfb xdotool openbox x11-utils imagemagick fonts-dejavu-core \
    libreoffice-writer-nogui chromium poppler-utils
python_packages "$root/packaging/requirements.txt" "$root/packaging/requirements-test.txt"
cd "$root"
"$venv/bin/ruff" check .
"$venv/bin/ruff" format --check .
"$venv/bin/mypy"
exec "$venv/bin/python" -m pytest -n auto "$@"
