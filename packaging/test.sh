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
status=0
"$venv/bin/python" -m pytest -n auto "$@" || status=$?
# Windows of real programs may come too late on a busy machine: what failed has one more try, by itself.
if [ "$status" -eq 1 ]; then
    say "what failed runs once more, one after the other"
    status=0
    "$venv/bin/python" -m pytest -n 0 --last-failed --last-failed-no-failures none "$@" || status=$?
fi
exit "$status"
