#!/bin/sh
# NOT RUN YET by anybody. Builds what macOS users install, on a Mac: sh packaging/macos/build.sh
#   build/frozen/Variorum.app, dist/Variorum-VERSION-MACHINE.dmg
# Signed (by the spec) if SIGN names a "Developer ID Application" identity of the keychain, and notarized if PROFILE names
# credentials kept with "xcrun notarytool store-credentials". Needs Python 3.11 or later, Xcode's command line tools, a network.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' desktop/variorum/__init__.py)
venv=${VARIORUM_VENV:-build/venv}
[ -x "$venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$venv"
"$venv/bin/python" -m pip install -q --require-hashes -r packaging/requirements.txt -r packaging/requirements-build.txt
mkdir -p build
"$venv/bin/python" packaging/icon.py build/variorum.icns
"$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath build/frozen --workpath build/work \
    packaging/variorum.spec
app="build/frozen/Variorum.app"
[ -z "${SIGN:-}" ] || codesign --verify --deep --strict "$app"
mkdir -p dist build/dmg
rm -rf build/dmg/*
cp -R "$app" build/dmg/
ln -s /Applications build/dmg/Applications
dmg="dist/Variorum-$version-$(uname -m).dmg"
hdiutil create -quiet -ov -volname Variorum -srcfolder build/dmg -format UDZO "$dmg"
if [ -n "${SIGN:-}" ] && [ -n "${PROFILE:-}" ]; then
    codesign --timestamp --sign "$SIGN" "$dmg"
    xcrun notarytool submit "$dmg" --keychain-profile "$PROFILE" --wait
    xcrun stapler staple "$dmg"
fi
