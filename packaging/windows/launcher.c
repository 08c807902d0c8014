/* Starts the bundled Python with the program, without a console (BaogaoAssistant.exe) or in one (assistant.exe).
   Beside the launcher: runtime\ (CPython), site\ (packages and the program); a file "portable" keeps the data in data\. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define MOST_ARGUMENTS 256

typedef int (*PyMain)(int, wchar_t **);

static wchar_t folder[LONGEST], library[LONGEST], other[LONGEST];

static int complain(const wchar_t *words) {
    MessageBoxW(NULL, words, L"报告助手", MB_ICONERROR | MB_OK);
    return 2;
}

static int is_portable(void) {
    _snwprintf(other, LONGEST - 1, L"%ls\\portable", folder);
    return GetFileAttributesW(other) != INVALID_FILE_ATTRIBUTES;
}

int wmain(int count, wchar_t **words) {
    static wchar_t *all[MOST_ARGUMENTS + 8];
    int n = 0, i;
    wchar_t *end;

    GetModuleFileNameW(NULL, folder, LONGEST - 1);
    end = wcsrchr(folder, L'\\');
    if (end) *end = 0;
    if (is_portable() && !GetEnvironmentVariableW(L"ASSISTANT_HOME", NULL, 0)) {
        _snwprintf(other, LONGEST - 1, L"%ls\\data", folder);
        SetEnvironmentVariableW(L"ASSISTANT_HOME", other);
    }
    _snwprintf(library, LONGEST - 1, L"%ls\\runtime\\python311.dll", folder);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    PyMain run = python ? (PyMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run) return complain(L"程序文件不完整。您的报告没有受影响，请重新安装报告助手。");
    all[n++] = words[0];
    all[n++] = L"-B"; /* nothing is written beside the program */
    all[n++] = L"-X";
    all[n++] = L"utf8";
    all[n++] = L"-m";
    all[n++] = L"assistant";
    for (i = 1; i < count && i < MOST_ARGUMENTS; i++) all[n++] = words[i];
    all[n] = NULL;
    return run(n, all);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE own, HINSTANCE before, LPWSTR line, int show) {
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    (void)own, (void)before, (void)line, (void)show;
    return words ? wmain(count, words) : 2;
}
#endif
