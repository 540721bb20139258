# Sourced by run.sh and test.sh: system packages, virtual environment, Python packages. POSIX sh.
# shellcheck shell=sh disable=SC2034  # what is set here is for those who source it

root=$(cd "$(dirname "$0")" && d=$PWD && while [ ! -f "$d/pyproject.toml" ]; do d=$(dirname "$d"); done && printf %s "$d")
venv=${VARIORUM_VENV:-"$root/.venv"}

# What Qt's windows need beside the wheel, on a bare Debian or Ubuntu.
qt_packages="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0
libxcb-randr0 libxcb-xkb1 libxkbcommon-x11-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0"

say() { printf '%s\n' "variorum: $*" >&2; }
fail() { say "$*"; exit 1; }

# system_packages NAME…: installs those that are missing, with apt where there is one.
system_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    missing=""
    for package in "$@"; do
        state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
        case $state in *" installed") ;; *) missing="$missing $package" ;; esac
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then as_root=""
    elif command -v sudo >/dev/null 2>&1; then as_root="sudo"
    else fail "these system packages are missing, and neither root nor sudo is at hand to install them:$missing"
    fi
    say "installing system packages:$missing"
    $as_root apt-get update -q >&2 || say "the package lists could not be renewed; going on with the old ones"
    # shellcheck disable=SC2086  # the list is split on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2 ||
        fail "apt-get could not install:$missing"
}

# python_packages LOCK…: a virtual environment with exactly what the lock files name, and Variorum itself in it.
python_packages() {
    python=${PYTHON:-python3}
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
        fail "Python 3.11 or newer is needed; name one with PYTHON=/path/to/python"
    "$python" -c 'import ensurepip, venv' 2>/dev/null || system_packages python3-venv
    [ -x "$venv/bin/python" ] || "$python" -m venv "$venv" || fail "no virtual environment could be made in $venv"
    stamp="$venv/variorum-installed"
    for lock in "$@"; do set -- "$@" -r "$lock"; shift; done
    wanted=$(cat "$root/pyproject.toml" "$root"/packaging/requirements*.txt | cksum)"$root $*"
    if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
        say "installing Python packages into $venv"
        "$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes "$@" >&2 ||
            fail "the Python packages could not be installed; is the package index reachable?"
        "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps -e "$root" >&2 ||
            fail "Variorum itself could not be installed"
        printf '%s' "$wanted" >"$stamp"
    fi
}
