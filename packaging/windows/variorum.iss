; NOT RUN YET by anybody. The installer for Windows, for Inno Setup 6: iscc /DVersion=0.1.0 packaging\windows\variorum.iss
; For one user without asking for an administrator, or for all; text files can be opened with Variorum, which takes none over.
[Setup]
AppId={{6B7C7C0E-5B7F-4C38-9C55-3E0C3C8F5B11}
AppName=Variorum
AppVersion={#Version}
AppPublisher=The authors of Variorum
DefaultDirName={autopf}\Variorum
DefaultGroupName=Variorum
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=variorum-{#Version}-setup
SetupIconFile=build\variorum.ico
UninstallDisplayIcon={app}\variorumw.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Files]
Source: "build\frozen\variorum\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\Variorum"; Filename: "{app}\variorumw.exe"
; "Send to" names all chosen files at once. It is a user's own folder, so only what one user installs can be put there.
Name: "{usersendto}\Variorum"; Filename: "{app}\variorumw.exe"; Check: not IsAdminInstallMode

[Registry]
Root: HKA; Subkey: "Software\Classes\Variorum.Text"; ValueType: string; ValueData: "Text"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Variorum.Text\DefaultIcon"; ValueType: string; ValueData: "{app}\variorumw.exe,0"
Root: HKA; Subkey: "Software\Classes\Variorum.Text\shell\open\command"; ValueType: string; ValueData: """{app}\variorumw.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.txt\OpenWithProgids"; ValueType: string; ValueName: "Variorum.Text"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\variorumw.exe"; Description: "{cm:LaunchProgram,Variorum}"; Flags: nowait postinstall skipifsilent
