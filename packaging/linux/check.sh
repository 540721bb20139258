#!/bin/sh
# Tries what build.sh made as its users would, in bare Debian systems made for it: sh packaging/linux/check.sh [FOLDER]
#   the archive   unpacked by a user who is not root, where no library of X is installed: two articles are compared; from a
#                 read-only folder; from a path with spaces and other letters; without a home; beside a library that is
#                 locked, or of a newer version
#   the package   installed by apt, two articles compared from the command line, again from a file manager with the mouse,
#                 and removed: nothing is left but the user's own files
# Needs root (chroot, mount) and a network (debootstrap, apt). Pictures of what was seen go to FOLDER, by default build/check.
set -eu
. "$(dirname "$0")/../setup.sh"
system_packages debootstrap xvfb xdotool openbox imagemagick x11-utils python3
[ "$(id -u)" -eq 0 ] || fail "this makes and enters systems of its own: run it as root"
shots=${1:-"$root/build/check"}
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/desktop/variorum/__init__.py")
package="$root/dist/variorum_${version}_$(dpkg --print-architecture).deb"
archive="$root/dist/variorum-$version-linux-$(uname -m).tar.gz"
[ -f "$package" ] && [ -f "$archive" ] || fail "build first: sh packaging/linux/build.sh"
mkdir -p "$shots"
work=$(mktemp -d)
chmod 755 "$work"
bare="$work/bare"
told() { printf '  ok  %s\n' "$*"; }

finish() {
    for process in "$work"/*.pid; do [ ! -f "$process" ] || kill "$(cat "$process")" 2>/dev/null || true; done
    sleep 1
    mount | sed -n "s,.* on \($work/[^ ]*\) .*,\1,p" | sort -r | while read -r place; do umount "$place"; done
    rm -rf --one-file-system "$work"
}
trap finish EXIT

# A screen of our own. Programs in a system made here reach it, for they share the machine's network.
screen() {
    mkfifo "$work/display"
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3<>"$work/display" 2>/dev/null &
    echo $! >"$work/xvfb.pid"
    read -r number <"$work/display"
    export DISPLAY=":$number"
    openbox 2>/dev/null &
    echo $! >"$work/openbox.pid"
}

# system: a bare Debian, unpacked anew in $place.
system() {
    place="$work/$1"
    mkdir "$place"
    cp -a "$bare/." "$place"
    mount -t proc proc "$place/proc"
}

# as NAME=VALUE… COMMAND…: run by the user of that system, in the background; its number is in $program.
as_user() {
    # shellcheck disable=SC2086
    chroot --userspec="${user:-editor:editor}" "$place" env -i PATH=/usr/bin:/bin DISPLAY="$DISPLAY" LANG=C.UTF-8 \
        ${home-HOME=/home/editor} "$@" >"$work/said" 2>&1 &
    program=$!
    echo "$program" >"$work/program.pid"
}

# window PATTERN: wait for a window whose title fits; its number is in $window.
window() {
    tries=0
    until window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -n 1) && [ -n "$window" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 300 ] || { [ -n "${program-}" ] && ! kill -0 "$program" 2>/dev/null; }; then
            import -window root "$shots/failed.png" || true
            cat "$work/said" >&2
            fail "no window is called $1; see $shots/failed.png"
        fi
        sleep 0.1
    done
}

shoot() { sleep "${2:-2}"; import -window root "$shots/$1.png"; }

# Close what is open as a user does; the program has to end by itself, and well.
close_window() {
    xdotool windowactivate --sync "$window" key --clearmodifiers alt+F4
    wait "$program" || fail "the program ended with $?: $(cat "$work/said")"
    program=""
}

seeds() {
    mkdir -p "$place/home/editor/Stories"
    cp "$root"/seeds/003*.txt "$root"/seeds/004*.txt "$place/home/editor/Stories"
    chroot "$place" chown -R editor:editor /home/editor
    left=$(cd "$place" && ls home/editor/Stories/003*) right=$(cd "$place" && ls home/editor/Stories/004*)
}

compared="Hegseth.*→|Hegseth.*↔|.* – .*|.* and .*"

check_archive() {
    system archive
    seeds
    odd="/home/editor/Новости à lire"
    mkdir "$place$odd"
    tar -xzf "$archive" -C "$place$odd"
    mount --bind "$place$odd" "$place$odd"
    mount -o remount,bind,ro "$place$odd"
    variorum="$odd/variorum-$version/variorum"
    ! chroot "$place" ldconfig -p | grep -q 'libxcb\|libX11\|libGL' || fail "this system is not bare"
    as_user "$variorum" "/$left" "/$right"
    window "$compared"
    shoot archive-comparison 5
    close_window
    told "archive: two articles compared, read-only folder, path with spaces and other letters, no library of X installed"
    as_user "$variorum" compare --text "/$left" "/$right"
    wait "$program"
    as_user "$variorum" compare --pdf /home/editor/report.pdf "/$left" "/$right"
    wait "$program" || fail "no PDF: $(cat "$work/said")"
    as_user "$variorum" search NATO
    wait "$program"
    grep -q Hegseth "$work/said" || fail "the search found nothing: $(cat "$work/said")"
    told "archive: compare, search and PDFs from the command line"
    without_home
    beside_libraries
}

without_home() {
    user=4242:4242 home=HOME=/nonexistent
    as_user "$variorum" "/$left" "/$right"
    window Variorum
    shoot archive-no-home 2
    xdotool windowactivate --sync "$window" key --clearmodifiers Escape
    wait "$program" || told "archive: without a home it ends with $?, having said why"
    user="" home=HOME=/home/editor
}

# library CODE: what SQLite does to the user's library meanwhile.
library() { python3 -c "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], isolation_level=None); $1" "$file"; }

beside_libraries() {
    file="$place/home/editor/.local/share/Variorum/library.sqlite"
    library "c.execute('PRAGMA wal_checkpoint(TRUNCATE)'); v = c.execute('PRAGMA user_version').fetchone()[0]; c.execute(f'PRAGMA user_version = {v + 1000}')"
    before=$(md5sum <"$file")
    as_user "$variorum" "/$left" "/$right"
    window '^Variorum$'
    shoot archive-newer-library 2
    xdotool windowactivate --sync "$window" key --clearmodifiers Escape
    wait "$program" || true
    [ "$before" = "$(md5sum <"$file")" ] || fail "a newer library was touched"
    library "v = c.execute('PRAGMA user_version').fetchone()[0]; c.execute(f'PRAGMA user_version = {v - 1000}')"
    told "archive: a library of a newer version is refused and not touched"
}
