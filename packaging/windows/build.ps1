# NOT RUN YET by anybody. Builds what Windows users install: powershell packaging/windows/build.ps1
#   build\frozen\variorum   the program with all it needs, as a folder
#   dist\variorum-VERSION-windows.zip, and with Inno Setup 6 dist\variorum-VERSION-setup.exe
# Needs Python 3.11 or later (py) and a network.
$ErrorActionPreference = "Stop"
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
Set-Location $root
function Invoke-Checked { & $args[0] $args[1..($args.Length - 1)]; if ($LASTEXITCODE) { throw "$($args[0]) failed" } }

$version = (Select-String -Path desktop\variorum\__init__.py -Pattern '__version__ = "(.+)"').Matches[0].Groups[1].Value
$python = "build\venv\Scripts\python.exe"
if (-not (Test-Path $python)) { Invoke-Checked py -3 -m venv build\venv }
Invoke-Checked $python -m pip install -q --require-hashes -r packaging\requirements.txt -r packaging\requirements-build.txt
Invoke-Checked $python packaging\icon.py build\variorum.ico
Invoke-Checked $python packaging\windows\version.py $version build\version.txt
Invoke-Checked $python -m PyInstaller --noconfirm --clean --log-level WARN --distpath build\frozen --workpath build\work packaging\variorum.spec
Invoke-Checked $python packaging\sizes.py build\frozen\variorum
New-Item -ItemType Directory -Force dist | Out-Null
Compress-Archive -Force build\frozen\variorum "dist\variorum-$version-windows.zip"
$iscc = (Get-Command iscc -ErrorAction SilentlyContinue).Source
if (-not $iscc) { $iscc = Join-Path ${env:ProgramFiles(x86)} "Inno Setup 6\ISCC.exe" }  # where it installs itself
if (Test-Path $iscc) {
    Invoke-Checked $iscc /Q "/DVersion=$version" packaging\windows\variorum.iss
} else {
    Write-Warning "Inno Setup (iscc) was not found: no installer was made."
}
