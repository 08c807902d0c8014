; The installer: per user, no administrator, Chinese. Called with /DVERSION=… /DSOURCE=… /DOUTPUT=… /DICON=…
Unicode true
Target amd64-unicode
!define NAME "报告助手"
!define PROGRAM "BaogaoAssistant"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define CLASSES "Software\Classes"
Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${PROGRAM}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
!ifdef QUICK
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 32
!endif
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME}安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开${NAME}"
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\CHANGELOG.txt"
!define MUI_FINISHPAGE_SHOWREADME_TEXT "查看更新记录"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A folder that holds other things is not ours: what is removed below could be the clerk's. Ours then lies inside it.
!macro TakeOwnFolder
  IfFileExists "$INSTDIR\${PROGRAM}.exe" own
  ${DirState} "$INSTDIR" $0
  StrCmp $0 1 0 own
  StrCpy $INSTDIR "$INSTDIR\${PROGRAM}"
  own:
!macroend

; Asks until the program is closed: a file in use cannot be replaced. A silent run gives up with exit status 3.
!macro WaitUntilClosed
  again:
    ClearErrors
    !insertmacro OpenIfThere "$INSTDIR\${PROGRAM}.exe"
    !insertmacro OpenIfThere "$INSTDIR\runtime\python311.dll" ; the command line runs without the window's program
    IfErrors 0 closed
    IfSilent 0 ask
    SetErrorLevel 3
    Quit
  ask:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行。请先保存报告并关闭${NAME}，再点“重试”。" IDRETRY again
    Quit
  closed:
!macroend

; Opens a file for writing, which fails while it runs, and sets the error flag then.
!macro OpenIfThere file
  !define Here ${__LINE__}
  IfFileExists "${file}" 0 gone_${Here}
  FileOpen $0 "${file}" a
  IfErrors busy_${Here}
  FileClose $0
  Goto gone_${Here}
  busy_${Here}:
  SetErrors ; looking at it took it away
  gone_${Here}:
  !undef Here
!macroend

!macro RemoveProgram
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\${PROGRAM}.exe"
  Delete "$INSTDIR\assistant.exe"
  Delete "$INSTDIR\app.ico"
  Delete "$INSTDIR\CHANGELOG.txt"
!macroend

!macro OpenWith ending
  WriteRegStr HKCU "${CLASSES}\${ending}\OpenWithProgids" "${PROGRAM}.source" ""
!macroend

!macro NoOpenWith ending
  DeleteRegValue HKCU "${CLASSES}\${ending}\OpenWithProgids" "${PROGRAM}.source"
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "${NAME}需要 64 位的 Windows 10 或 Windows 11。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME}需要 Windows 10 或 Windows 11。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "${NAME}"
  !insertmacro TakeOwnFolder
  !insertmacro WaitUntilClosed
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*"
  File "/oname=app.ico" "${ICON}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}.exe"

  WriteRegStr HKCU "${CLASSES}\.baogao" "" "${PROGRAM}.report"
  WriteRegStr HKCU "${CLASSES}\${PROGRAM}.report" "" "${NAME}文件"
  WriteRegStr HKCU "${CLASSES}\${PROGRAM}.report\DefaultIcon" "" "$INSTDIR\app.ico"
  WriteRegStr HKCU "${CLASSES}\${PROGRAM}.report\shell\open\command" "" '"$INSTDIR\${PROGRAM}.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\${PROGRAM}.source" "" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\${PROGRAM}.source\DefaultIcon" "" "$INSTDIR\app.ico"
  WriteRegStr HKCU "${CLASSES}\${PROGRAM}.source\shell\open\command" "" '"$INSTDIR\${PROGRAM}.exe" "%1"'
  !insertmacro OpenWith ".docx"
  !insertmacro OpenWith ".doc"
  !insertmacro OpenWith ".wps"
  !insertmacro OpenWith ".txt"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\app.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "un.程序"
  SectionIn RO
  !insertmacro WaitUntilClosed
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${CLASSES}\.baogao"
  DeleteRegKey HKCU "${CLASSES}\${PROGRAM}.report"
  DeleteRegKey HKCU "${CLASSES}\${PROGRAM}.source"
  !insertmacro NoOpenWith ".docx"
  !insertmacro NoOpenWith ".doc"
  !insertmacro NoOpenWith ".wps"
  !insertmacro NoOpenWith ".txt"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Not ticked: the clerk's data stays.
Section /o "un.设置、短语库和恢复文件（一般不要删除）"
  RMDir /r "$LOCALAPPDATA\${PROGRAM}"
SectionEnd
