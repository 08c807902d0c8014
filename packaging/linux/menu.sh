#!/bin/sh
# Puts the program into the menu of the user who calls it, from wherever it was unpacked: ./menu.sh
# Takes it out again: ./menu.sh --remove
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
name=baogao-assistant
refresh() {
    if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime"; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications"; fi
}
if [ "${1-}" = --remove ]; then
    rm -f "$share/applications/$name.desktop" "$share/mime/packages/$name.xml"
    rm -f "$share/icons/hicolor/scalable/apps/$name.svg"
    refresh
    echo "已从菜单中移除。报告和设置没有改动。"
    exit 0
fi
mkdir -p "$share/applications" "$share/mime/packages" "$share/icons/hicolor/scalable/apps"
sed "s|^Exec=$name|Exec=\"$here/$name\"|" "$here/$name.desktop" > "$share/applications/$name.desktop"
cp "$here/$name.xml" "$share/mime/packages/"
cp "$here/$name.svg" "$share/icons/hicolor/scalable/apps/"
refresh
echo "已加入菜单：报告助手。"
