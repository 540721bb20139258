# Sourced by check.sh: a virtual screen, and what a user sees and does there. POSIX sh.
# shellcheck shell=sh disable=SC2034,SC2154  # work, shots, main and manager are check.sh's; window is for it

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

ok() { printf 'ok  %s\n' "$*"; }

# visible PATTERN: the number of a window whose title fits. (xdotool's own search sees another title, which systems
# without X's data can't write in all letters.)
visible() {
    xdotool search --onlyvisible --name '.*' 2>/dev/null | while read -r found; do
        if xdotool getwindowname "$found" 2>/dev/null | grep -q -- "$1"; then printf '%s\n' "$found"; fi
    done | tail -n 1
}

# one_window: the program has one window on the screen, the one of before ($main), and that has the keys.
one_window() {
    count=$(xdotool search --onlyvisible --name '.*' 2>/dev/null | while read -r found; do
        xdotool getwindowname "$found" 2>/dev/null || true
    done | grep -c '\(^\| – \)Variorum$' || true)
    [ "$count" -eq 1 ] || fail "$count windows are open"
    [ "$window" = "$main" ] || fail "it is another window"
    [ "$(xdotool getactivewindow)" = "$main" ] || fail "the window has not come forward"
}

# see PATTERN PICTURE: wait for the window whose title fits ($window), and take a picture of the screen a little later.
see() {
    tries=0
    until window=$(visible "$1") && [ -n "$window" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 150 ]; then
            cat "$work/said" >&2
            fail_seen "no window is called $1"
        fi
        sleep 0.2
    done
    sleep "${3:-4}"
    import -window root "$shots/$2.png"
}

fail_seen() {
    import -window root "$shots/failed.png"
    fail "$*; see $shots/failed.png"
}

# close_window: as a user does; returns when it is gone.
close_window() {
    xdotool windowactivate --sync "$window" key --clearmodifiers alt+F4
    tries=0
    while xdotool search --onlyvisible --name '.*' 2>/dev/null | grep -qx "$window"; do
        tries=$((tries + 1))
        [ "$tries" -le 100 ] || fail_seen "the window does not close"
        sleep 0.1
    done
}

# at X Y ACTION…: in the file manager's window.
at() {
    xdotool mousemove --sync --window "$manager" "$1" "$2"
    shift 2
    sleep 0.3
    xdotool "$@"
    sleep 0.3
}
