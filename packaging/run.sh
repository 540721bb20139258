#!/bin/sh
# Installs what Variorum needs on this machine (once) and opens it: sh packaging/run.sh [FILES…]
set -eu
. "$(dirname "$0")/setup.sh"
# shellcheck disable=SC2086
system_packages $qt_packages
python_packages "$root/packaging/requirements.txt"
exec "$venv/bin/variorum" "$@"
