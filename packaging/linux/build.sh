#!/bin/sh
# Builds what Linux users install: sh packaging/linux/build.sh [frozen|deb|tarball …], by default all of it, into dist/.
#   frozen   the program with all it needs, as a folder: build/frozen/variorum
#   deb      dist/variorum_VERSION_ARCH.deb, which leaves libraries of the system to apt
#   tarball  dist/variorum-VERSION-linux-MACHINE.tar.gz, which runs where it is unpacked
# Needs Debian 12 or later; what else is missing is installed. The programs run on systems whose C library is as new.
set -eu
VARIORUM_VENV=${VARIORUM_VENV:-"$(cd "$(dirname "$0")/../.." && pwd)/build/venv"}
. "$(dirname "$0")/../setup.sh"
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/desktop/variorum/__init__.py")
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1
work="$root/build"
frozen="$work/frozen/variorum"
linux="$root/packaging/linux"

frozen() {
    # shellcheck disable=SC2086
    system_packages $qt_packages binutils
    python_packages "$root/packaging/requirements.txt" "$root/packaging/requirements-build.txt"
    say "building the program's folder"
    "$venv/bin/pyinstaller" --noconfirm --clean --log-level WARN --distpath "$work/frozen" --workpath "$work/work" \
        "$root/packaging/variorum.spec" >&2
    # Some Pythons come with all their debugging symbols.
    strip --strip-unneeded "$frozen"/_internal/libpython3.*.so.*
    # A folder may be copied for all users, whatever mask it was built under.
    chmod -R u=rwX,go=rX "$frozen"
    "$venv/bin/python" "$root/packaging/sizes.py" "$frozen"
}

tarball() {
    name="variorum-$version"
    file="$root/dist/$name-linux-$(uname -m).tar.gz"
    say "packing $file"
    mkdir -p "$root/dist"
    tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
        --transform "s,^variorum,$name,S" -C "$work/frozen" -cf - variorum | gzip -n >"$file"
}

deb() {
    system_packages dpkg-dev librsvg2-bin
    tree="$work/deb"
    rm -rf "$tree"
    mkdir -p "$tree/usr/lib" "$tree/usr/bin" "$tree/DEBIAN" "$root/dist"
    cp -a "$frozen" "$tree/usr/lib/variorum"
    # Apt brings these, and their security updates.
    (cd "$tree/usr/lib/variorum/_internal" && rm -rf system libffi.so.* libsqlite3.so.*)
    ln -s ../lib/variorum/variorum "$tree/usr/bin/variorum"
    install -Dm644 "$linux/variorum.desktop" "$tree/usr/share/applications/variorum.desktop"
    mkdir -p "$tree/usr/share/metainfo"
    sed "s/@ID@/$(identity id)/" "$linux/metainfo.xml.in" >"$tree/usr/share/metainfo/$(identity id).metainfo.xml"
    icons "$tree/usr/share/icons/hicolor"
    documents "$tree/usr/share"
    control >"$tree/DEBIAN/control"
    (cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    chmod -R u=rwX,go=rX "$tree"
    file="$root/dist/variorum_${version}_$architecture.deb"
    say "packing $file"
    dpkg-deb --root-owner-group -Zzstd -z12 --build "$tree" "$file" >&2
}

# identity NAME: what packaging/identity.toml says of it.
identity() { sed -n "s/^$1 = \"\(.*\)\"/\1/p" "$root/packaging/identity.toml"; }

# icons FOLDER: the icon in all sizes that desktops ask for, and as it was drawn.
icons() {
    for size in 16 22 24 32 48 64 128 256 512; do
        mkdir -p "$1/${size}x$size/apps"
        rsvg-convert -w "$size" -h "$size" "$root/resources/icons/variorum.svg" -o "$1/${size}x$size/apps/variorum.png"
    done
    install -Dm644 "$root/resources/icons/variorum.svg" -t "$1/scalable/apps"
}

# documents FOLDER: the manual page, what has changed, and the terms, as Debian wants them.
documents() {
    mkdir -p "$1/man/man1" "$1/doc/variorum"
    sed "s/@VERSION@/$version/" "$linux/variorum.1" | gzip -9n >"$1/man/man1/variorum.1.gz"
    gzip -9nc "$root/CHANGELOG.md" >"$1/doc/variorum/changelog.gz"
    {
        printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Variorum\n\n'
        printf 'Files: *\nCopyright: the authors of Variorum\nLicense: Apache-2.0\n'
        printf ' The text is in /usr/share/common-licenses/Apache-2.0. The terms of all else that is contained stand in\n'
        printf ' /usr/lib/variorum/_internal/variorum/_data/licenses.json, shown by Help > About > Licenses.\n'
    } >"$1/doc/variorum/copyright"
}

# What the package says of itself; what it depends on is asked of the libraries that its programs are linked to.
control() {
    mkdir -p "$work/shlibs/debian"
    printf 'Source: variorum\n\nPackage: variorum\nArchitecture: any\n' >"$work/shlibs/debian/control"
    # GTK and CUPS are used where they are.
    # shellcheck disable=SC2046,SC2014  # each folder is an argument of its own, before all files
    depends=$(cd "$work/shlibs" && find "$tree/usr/lib/variorum" -type f \( -name '*.so*' -o -name variorum \) \
        ! -name 'libqgtk3*' ! -name 'libcupsprintersupport*' -exec dpkg-shlibdeps -O --ignore-missing-info \
        -l"$tree/usr/lib/variorum/_internal" $(folders_of_libraries) {} + 2>"$work/shlibs/log" |
        sed -n 's/^shlibs:Depends=//p')
    [ -n "$depends" ] || fail "what the package depends on can't be told; see $work/shlibs/log"
    sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DEPENDS@/$depends/" \
        -e "s/@MAINTAINER@/$(identity maintainer)/" -e "s/@SIZE@/$(du -sk "$tree/usr" | cut -f1)/" "$linux/control.in"
}

folders_of_libraries() {
    find "$tree/usr/lib/variorum" -name '*.so*' -printf '-l%h\n' | sort -u
}

[ $# -gt 0 ] || set -- frozen deb tarball
for part in "$@"; do
    case $part in frozen | deb | tarball) "$part" ;; *) fail "nothing is called $part here" ;; esac
done
[ ! -d "$root/dist" ] || ls -l "$root/dist" >&2
