#!/bin/sh
# Tries what build.sh made as its users would, in bare Debian systems made for it: sh packaging/linux/check.sh [FOLDER]
#   the archive  unpacked into a read-only folder with spaces and other letters, run by a user who is not root, where no
#                library of X is installed: two articles compared, command line, no home, locked and newer libraries
#   the package  installed by apt; two articles compared from the command line, and from a file manager with the mouse;
#                the icon double-clicked; removed: nothing is left but the user's own files
# Needs root (chroot, mount) and a network (debootstrap, apt). Pictures of what was seen go to FOLDER (build/check).
set -eu
. "$(dirname "$0")/../setup.sh"
[ "$(id -u)" -eq 0 ] || fail "this makes and enters systems of its own: run it as root"
system_packages debootstrap debian-archive-keyring xvfb xdotool openbox imagemagick
shots=${1:-"$root/build/check"}
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/desktop/variorum/__init__.py")
package="$root/dist/variorum_${version}_$(dpkg --print-architecture).deb"
archive="$root/dist/variorum-$version-linux-$(uname -m).tar.gz"
for built in "$package" "$archive"; do [ -f "$built" ] || fail "$built is missing: sh packaging/linux/build.sh"; done
mkdir -p "$shots"
work=$(mktemp -d)
chmod 755 "$work"
first=/home/editor/Stories/first.txt second=/home/editor/Stories/second.txt
compared=' ⇄ .*Variorum'
program=""

ok() { printf 'ok  %s\n' "$*"; }

# Ends what was started here, and takes the systems down again.
finish() {
    for file in "$work"/*.pid; do [ ! -f "$file" ] || kill "$(cat "$file")" 2>/dev/null || true; done
    sleep 1
    sed -n "s,^[^ ]* \($work/[^ ]*\) .*,\1,p" /proc/mounts | sort -r | while read -r place; do
        umount -l "$(printf '%b' "$place")"
    done
    rm -rf --one-file-system "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

# A screen of our own. Programs in the systems made here reach it: they share the machine's network.
open_screen() {
    mkfifo "$work/number"
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3<>"$work/number" 2>/dev/null &
    echo $! >"$work/xvfb.pid"
    read -r number <"$work/number"
    export DISPLAY=":$number"
    openbox >/dev/null 2>&1 &
    echo $! >"$work/openbox.pid"
}

# make_system NAME: a bare Debian with a user and two articles, in $place.
make_system() {
    place="$work/$1"
    cp -a "$work/bare" "$place"
    mount -t proc proc "$place/proc"
}

make_bare() {
    say "making a bare Debian 12"
    debootstrap --variant=minbase bookworm "$work/bare" >"$work/debootstrap.log" 2>&1 || fail "$(tail -n 3 "$work/debootstrap.log")"
    chroot "$work/bare" useradd -m editor
    chmod 755 "$work/bare/home/editor"
    mkdir "$work/bare/home/editor/Stories"
    cp "$root"/seeds/003*.txt "$work/bare$first"
    cp "$root"/seeds/004*.txt "$work/bare$second"
    chroot "$work/bare" chown -R editor:editor /home/editor
}

# start COMMAND…: run by the user of that system, in the background.
start() {
    chroot --userspec="${user:-editor:editor}" "$place" env -i PATH=/usr/bin:/bin DISPLAY="$DISPLAY" LANG=C.UTF-8 \
        HOME="${home:-/home/editor}" "$@" >"$work/said" 2>&1 &
    program=$!
    echo "$program" >"$work/program.pid"
}

# ends STATUS: the program has to end by itself, with that status.
ends() {
    status=0
    wait "$program" || status=$?
    [ "$status" -eq "$1" ] || fail "the program ended with $status: $(cat "$work/said")"
    rm "$work/program.pid"
}

# visible PATTERN: the number of a window whose title fits. (xdotool's own search sees another title, which systems
# without X's data can't write in all letters.)
visible() {
    xdotool search --onlyvisible --name '.*' 2>/dev/null | while read -r found; do
        if xdotool getwindowname "$found" 2>/dev/null | grep -q -- "$1"; then printf '%s\n' "$found"; fi
    done | tail -n 1
}

# see PATTERN PICTURE: wait for the window whose title fits ($window), and take a picture of the screen a little later.
see() {
    tries=0
    until window=$(visible "$1") && [ -n "$window" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 150 ]; then
            import -window root "$shots/failed.png"
            cat "$work/said" >&2
            fail "no window is called $1; see $shots/failed.png"
        fi
        sleep 0.2
    done
    sleep "${3:-4}"
    import -window root "$shots/$2.png"
}

# close_window: as a user does; returns when it is gone.
close_window() {
    xdotool windowactivate --sync "$window" key --clearmodifiers alt+F4
    tries=0
    while xdotool search --onlyvisible --name '.*' 2>/dev/null | grep -qx "$window"; do
        tries=$((tries + 1))
        [ "$tries" -le 100 ] || fail "the window does not close"
        sleep 0.1
    done
}

check_archive() {
    make_system archive
    ! chroot "$place" ldconfig -p | grep 'libxcb\|libX11\|libGL' || fail "this system is not bare"
    # Mounts are listed with their spaces escaped, so the folder to be mounted has none.
    mkdir -p "$place/опция/Новости à lire"
    tar -xzf "$archive" -C "$place/опция/Новости à lire"
    mount --bind "$place/опция" "$place/опция"
    mount -o remount,bind,ro "$place/опция"
    variorum="/опция/Новости à lire/variorum-$version/variorum"
    start "$variorum" "$first" "$second"
    see "$compared" archive 12
    close_window
    ends 0
    log="$place/home/editor/.local/state/Variorum/log/variorum.log"
    ! grep -s 'WARNING\|ERROR' "$log" || fail "the log complains"
    ok "archive: two articles compared by their meaning, from a read-only folder with spaces and other letters"
    command_line
    without_home
    beside_libraries
}

command_line() {
    start "$variorum" compare --pdf /home/editor/report.pdf "$first" "$second"
    ends 0
    start "$variorum" search NATO
    ends 0
    grep -q Hegseth "$work/said" || fail "the search found nothing"
    ok "archive: PDF and search on the command line"
}

without_home() {
    user=4242:4242 home=/nonexistent
    start "$variorum" "$first" "$second"
    see '^Variorum$' archive-no-home 1
    close_window
    ends 1
    start "$variorum" compare --text "$first" "$second"
    ends 0
    user="" home=""
    ok "archive: a user whose home is missing is told so in a dialog; the command line compares"
}

beside_libraries() {
    file="$place/home/editor/.local/share/Variorum/library.sqlite"
    before=$(cksum <"$file")
    python3 -c "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute('PRAGMA locking_mode=EXCLUSIVE'); c.execute('BEGIN EXCLUSIVE'); time.sleep(600)" "$file" &
    echo $! >"$work/lock.pid"
    sleep 1
    start "$variorum"
    see '^Variorum$' archive-locked-library 1
    close_window
    ends 1
    kill "$(cat "$work/lock.pid")"
    rm "$work/lock.pid"
    [ "$before" = "$(cksum <"$file")" ] || fail "a locked library was touched"
    ok "archive: a locked library is told of in a dialog and not touched"
    # The version stands at byte 60 of the file, four bytes long.
    printf '\0\0\377\377' | dd of="$file" bs=1 seek=60 conv=notrunc 2>/dev/null
    before=$(cksum <"$file")
    start "$variorum" "$first"
    see '^Variorum$' archive-newer-library 1
    close_window
    ends 1
    [ "$before" = "$(cksum <"$file")" ] || fail "a newer library was touched"
    ok "archive: a library of a newer version is told of in a dialog and not touched"
}

# apt ARGUMENTS…: in that system.
apt() {
    chroot "$place" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -y -q --no-install-recommends "$@" \
        >"$work/apt.log" 2>&1 || fail "$(tail -n 5 "$work/apt.log")"
}

# contents FILE: all files of the system but the user's and those that apt and dpkg keep for themselves.
contents() {
    (cd "$place" && find . -xdev \( -path ./proc -o -path ./home -o -path ./tmp -o -path ./var/lib/apt -o -path ./var/cache \
        -o -path ./var/log -o -path ./var/lib/dpkg \) -prune -o -print | LC_ALL=C sort) >"$1"
    chroot "$place" dpkg-query -W -f '${Package} ${Status}\n' >>"$1"
}

install_package() {
    contents "$work/before"
    cp "$package" "$place/tmp/variorum.deb"
    apt install /tmp/variorum.deb
    grep -o '[0-9]* newly installed' "$work/apt.log"
}

remove_package() {
    apt purge --autoremove variorum
    contents "$work/after"
    diff "$work/before" "$work/after" >"$work/left" || fail "something is left: $(cat "$work/left")"
    [ -s "$place/home/editor/.local/share/Variorum/library.sqlite" ] || fail "the user's library is gone"
}

check_package() {
    make_system package
    apt update
    install_package
    start variorum "$first" "$second"
    see "$compared" package 6
    close_window
    ends 0
    remove_package
    ok "package: installed by apt into a bare system, two articles compared, removed without a trace but the user's files"
    with_file_manager
}

with_file_manager() {
    apt install pcmanfm desktop-file-utils
    install_package
    start pcmanfm "$(dirname "$first")"
    see '^Stories$' package-file-manager 2
    manager=$window
    # Both files are chosen with the mouse, and opened from their menu.
    at 207 100 click 1
    xdotool keydown ctrl
    at 300 100 click 1
    xdotool keyup ctrl click 3
    sleep 1
    import -window root "$shots/package-menu.png"
    xdotool mousemove_relative --sync 60 42 click 1
    see "$compared" package-two-files 6
    close_window
    ok "package: two files chosen in a file manager open as a comparison"
    xdotool windowactivate --sync "$manager"
    at 400 350 click 1
    at 207 100 click --repeat 2 --delay 80 1
    see ' – Variorum$' package-one-file 6
    ! xdotool getwindowname "$window" | grep -q ' ⇄ ' || fail "one file was asked for, and two are shown"
    close_window
    ok "package: a file double-clicked is read"
    xdotool windowactivate --sync "$manager" key --clearmodifiers ctrl+l
    xdotool type --delay 30 /usr/share/applications
    xdotool key Return
    see '^applications$' package-applications 2
    at 489 75 click --repeat 2 --delay 80 1
    # This file manager asks before it starts any program.
    see '^Execute File$' package-asks 1
    xdotool mousemove --sync --window "$window" 91 78 click 1
    see ' – Variorum$' package-icon 4
    close_window
    ok "package: the icon double-clicked opens the window"
    window=$manager
    close_window
    wait "$program" || true
    rm "$work/program.pid"
    remove_package
    ok "package: removed; the user's files that are left:"
    (cd "$place" && find home/editor -path '*Variorum*' -type f)
}

# at X Y ACTION…: in the file manager's window.
at() {
    xdotool mousemove --sync --window "$manager" "$1" "$2"
    shift 2
    sleep 0.3
    xdotool "$@"
    sleep 0.3
}

open_screen
make_bare
check_archive
check_package
