#!/bin/sh
# Tries what build.sh made as its users would, in bare Debian systems made for it: sh packaging/linux/check.sh [FOLDER]
#   the archive  unpacked into a read-only folder with spaces and other letters, run by a user who is not root, where no
#                library of X is installed: two articles compared, files handed to the window that is open while the
#                machine is busy, the guide, the command line, no home, locked and newer libraries
#   the package  installed by apt; two articles compared from the command line, an error that nobody expected, and from a
#                file manager with the mouse: files and the icon, with a window open and without; removed: nothing is left
#                but the user's own files
# SUITE names another Debian than 12 (bookworm). Needs root (chroot, mount) and a network (debootstrap, apt). Pictures of
# what was seen go to FOLDER (build/check).
set -eu
. "$(dirname "$0")/../setup.sh"
. "$(dirname "$0")/screen.sh"
[ "$(id -u)" -eq 0 ] || fail "this makes and enters systems of its own: run it as root"
system_packages debootstrap debian-archive-keyring xvfb xdotool openbox imagemagick xclip
suite=${SUITE:-bookworm}
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

# make_system NAME: a bare Debian with a user and two articles, in $place.
make_system() {
    place="$work/$1"
    cp -a "$work/bare" "$place"
    mount -t proc proc "$place/proc"
}

make_bare() {
    say "making a bare Debian ($suite)"
    debootstrap --variant=minbase "$suite" "$work/bare" >"$work/debootstrap.log" 2>&1 || fail "$(tail -n 3 "$work/debootstrap.log")"
    chroot "$work/bare" useradd -m editor
    chmod 755 "$work/bare/home/editor"
    mkdir "$work/bare/home/editor/Stories"
    cp "$root"/seeds/003*.txt "$work/bare$first"
    cp "$root"/seeds/004*.txt "$work/bare$second"
    chroot "$work/bare" chown -R editor:editor /home/editor
}

# as_user COMMAND…: become that command, run by the user of that system.
as_user() {
    exec chroot --userspec="${user:-editor:editor}" "$place" env -i PATH=/usr/bin:/bin DISPLAY="$DISPLAY" LANG=C.UTF-8 \
        HOME="${home:-/home/editor}" "$@"
}

# run COMMAND…: the same, to its end; what it wrote is in $work/wrote.
run() {
    (as_user "$@") >"$work/wrote" 2>&1 || fail "$* ended with $?: $(cat "$work/wrote")"
}

# start COMMAND…: the same, in the background.
start() {
    (as_user "$@") >"$work/said" 2>&1 &
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
    no_complaint
    ok "archive: two articles compared by their meaning, from a read-only folder with spaces and other letters"
    while_busy
    guide
    command_line
    without_home
    beside_libraries
}

no_complaint() {
    log="$place/home/editor/.local/state/Variorum/log/variorum.log"
    ! grep -s 'WARNING\|ERROR' "$log" || fail "the log complains"
}

# Six starts at once, each with a file, and one with two, while every processor has something else to do.
while_busy() {
    start "$variorum" "$first"
    see ' – Variorum$' archive-before 1
    main=$window
    for _each in $(seq "$(nproc)"); do
        sh -c 'while :; do :; done' &
        echo $! >"$work/busy$_each.pid"
    done
    callers=""
    for _each in 1 2 3; do
        for file in "$first" "$second"; do
            (as_user "$variorum" "$file") >"$work/wrote" 2>&1 &
            callers="$callers $!"
        done
    done
    for caller in $callers; do wait "$caller" || fail "a start did not reach the window: $(cat "$work/wrote")"; done
    run "$variorum" "$first" "$second"
    for file in "$work"/busy*.pid; do kill "$(cat "$file")" && rm "$file"; done
    see "$compared" archive-handed-over 2
    one_window
    no_complaint
    ok "archive: six starts at once and one with two files, on a busy machine: all in the window that is open"
}

# F1, in the window that is still open.
guide() {
    xdotool windowactivate --sync "$main" key --clearmodifiers F1
    see '^Variorum: User Guide$' archive-guide 2
    close_window
    window=$main
    close_window
    ends 0
    no_complaint
    ok "archive: F1 shows the guide"
}

command_line() {
    run "$variorum" --version
    grep -qx "Variorum $version" "$work/wrote" || fail "it tells another version"
    for command in "" compare search import export; do
        # shellcheck disable=SC2086  # no command is no argument
        run "$variorum" $command --help
        grep -q '^usage: variorum' "$work/wrote" || fail "$command has no help"
    done
    run "$variorum" compare --text "$first" "$second"
    grep -q Healey "$work/wrote" || fail "the comparison does not tell the new speaker"
    run "$variorum" compare --pdf /home/editor/report.pdf "$first" "$second"
    run "$variorum" search --json NATO
    ids=$(python3 -c 'import json, sys; print(*[article["id"] for article in json.load(sys.stdin)[:2]])' <"$work/wrote")
    # shellcheck disable=SC2086  # two ids are two arguments
    run "$variorum" export $ids /home/editor/export.pdf
    for pdf in report export; do
        [ "$(head -c 4 "$place/home/editor/$pdf.pdf")" = %PDF ] || fail "$pdf is no PDF"
    done
    ok "archive: version, help, comparison, PDF, search and export on the command line"
}

without_home() {
    user=4242:4242 home=/nonexistent
    start "$variorum" "$first" "$second"
    see '^Variorum$' archive-no-home 1
    close_window
    ends 1
    run "$variorum" compare --text "$first" "$second"
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
    # shellcheck disable=SC2016  # these are dpkg's own variables
    chroot "$place" dpkg-query -W -f '${Package} ${Status}\n' >>"$1"
}

install_package() {
    contents "$work/before"
    cp "$package" "$place/tmp/variorum.deb"
    apt install /tmp/variorum.deb
    grep -o '[0-9]* newly installed' "$work/apt.log"
}

remove_package() {
    # By itself apt keeps what came along for this if anything that stays so much as suggests it.
    apt purge --autoremove -o APT::AutoRemove::SuggestsImportant=0 -o APT::AutoRemove::RecommendsImportant=0 variorum
    contents "$work/after"
    diff "$work/before" "$work/after" >"$work/left" || fail "something is left: $(cat "$work/left")"
    [ -s "$place/home/editor/.local/share/Variorum/library.sqlite" ] || fail "the user's library is gone"
}

# What the program has written for its user: library, settings, index, log, and nothing anywhere else. (Fontconfig keeps
# what it knows of the system's typefaces, once for all programs.)
only_the_users() {
    (cd "$place" && find home/editor tmp -type f ! -path 'tmp/variorum.deb' ! -path 'home/editor/Stories/*' -newer "$work/before") |
        grep -v '^home/editor/\(\.\(local/share\|config\|cache\|local/state\)/Variorum\|\.cache/fontconfig\)/' >"$work/strays" || true
    [ ! -s "$work/strays" ] || fail "the program has written elsewhere: $(cat "$work/strays")"
}

check_package() {
    make_system package
    apt update
    install_package
    start variorum "$first" "$second"
    see "$compared" package 6
    main=$window
    unexpected_error
    close_window
    ends 0
    only_the_users
    remove_package
    ok "package: installed by apt into a bare system, two articles compared, removed without a trace but the user's files"
    with_file_manager
}

# A part of the program is missing: what nobody expected. The guide is looked for when it is asked for.
unexpected_error() {
    data="$place/usr/lib/variorum/_internal/variorum/_data/docs"
    mv "$data/guide" "$data/away"
    xdotool windowactivate --sync "$main" key --clearmodifiers F1
    see '^Something went wrong$' package-error 1
    # The button that copies the report has the keys.
    xdotool key --clearmodifiers space
    sleep 0.5
    timeout 10 xclip -o -selection clipboard >"$work/report" || fail_seen "the report was not copied"
    grep -q FileNotFoundError "$work/report" || fail "the report does not say what happened: $(cat "$work/report")"
    log="$place/home/editor/.local/state/Variorum/log/variorum.log"
    grep -q FileNotFoundError "$log" || fail "the log does not say what happened"
    ! grep -i 'Hegseth\|NATO\|Stories\|first\.txt\|editor' "$work/report" "$log" || fail "the report tells of the user's texts"
    xdotool key --clearmodifiers Escape
    mv "$data/away" "$data/guide"
    sleep 0.5
    xdotool key --clearmodifiers F1
    see '^Variorum: User Guide$' package-guide 1
    close_window
    window=$main
    python3 -c "import sqlite3, sys; sys.exit(sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True).execute(
        'PRAGMA integrity_check').fetchone() != ('ok',))" "$place/home/editor/.local/share/Variorum/library.sqlite" ||
        fail "the library is not whole"
    ok "package: an error that nobody expected is shown in a dialog without a word of the texts, and the program goes on"
}

with_file_manager() {
    apt install pcmanfm desktop-file-utils
    install_package
    start pcmanfm "$(dirname "$first")"
    see '^Stories$' package-file-manager 2
    manager=$window
    open_both
    see "$compared" package-two-files 6
    close_window
    ok "package: two files chosen in a file manager open as a comparison"
    open_one
    see ' – Variorum$' package-one-file 6
    ! xdotool getwindowname "$window" | grep -q ' ⇄ ' || fail "one file was asked for, and two are shown"
    main=$window
    ok "package: a file double-clicked is read"
    with_a_window_open
    window=$main
    close_window
    open_icon
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

# The same again while a window is open: it is the one that shows them.
with_a_window_open() {
    open_both
    see "$compared" package-two-handed-over 3
    one_window
    open_one
    see '^[^⇄]* – Variorum$' package-one-handed-over 3
    one_window
    open_icon
    sleep 3
    see ' – Variorum$' package-icon-again 1
    one_window
    ok "package: two files, one file and the icon, double-clicked while a window is open: that window comes and shows them"
}

# Both files are chosen with the mouse, and opened from their menu.
open_both() {
    xdotool windowactivate --sync "$manager"
    at 400 350 click 1
    at 207 100 click 1
    xdotool keydown ctrl
    at 300 100 click 1
    xdotool keyup ctrl click 3
    sleep 1
    import -window root "$shots/package-menu.png"
    xdotool mousemove_relative --sync 60 42 click 1
}

open_one() {
    xdotool windowactivate --sync "$manager"
    at 400 350 click 1
    at 207 100 click --repeat 2 --delay 80 1
}

# open_icon: the entry in the folder of applications. This file manager asks before it starts any program.
open_icon() {
    go_to /usr/share/applications
    at 489 75 click --repeat 2 --delay 80 1
    see '^Execute File$' package-asks 1
    xdotool mousemove --sync --window "$window" 91 78 click 1
}

# go_to FOLDER: in the file manager.
go_to() {
    xdotool windowactivate --sync "$manager" key --clearmodifiers ctrl+l
    xdotool type --delay 30 "$1"
    xdotool key Return
    see "^$(basename "$1")\$" package-folder 2
}

open_screen
make_bare
check_archive
check_package
