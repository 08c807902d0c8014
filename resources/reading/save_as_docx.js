// Opens a document with Word or WPS and saves it as .docx: run by cscript, in a process of its own, on Windows only.
//
// Arguments: the document, the file to write, a file that is told the ids of the processes begun for it.
// Exit status: 0 written; 3 no program is installed or free; 4 not opened (damaged, or a password); 5 not saved.
//
// The program stays hidden, runs no macro, follows no link, asks nothing and remembers nothing. One that the clerk
// has open herself is left alone. Numbers are those of the object models of Word and WPS, which are the same.

var NO_MACROS = 3, NO_ALERTS = 0, NOT_SAVED = 0, ANY_FORMAT = 0, DOCX = 12;
var NO_PASSWORD = "?"; // a wrong one: a document that asks for a password is refused instead of asking
var COM_BEGUN = "select ProcessId from Win32_Process where CommandLine like '%-Embedding%' and "
  + "(Name = 'WINWORD.EXE' or Name = 'wps.exe')";

function programs(path) {
  var word = ["Word.Application"], wps = ["KWPS.Application", "WPS.Application"];
  return /\.wp[st]$/i.test(path) ? wps.concat(word) : word.concat(wps);
}

function processes() {
  var found = [];
  try {
    var rows = new Enumerator(GetObject("winmgmts:\\\\.\\root\\cimv2").ExecQuery(COM_BEGUN));
    for (; !rows.atEnd(); rows.moveNext()) found.push(String(rows.item().ProcessId));
  } catch (problem) { /* without this service nothing can be ended from outside */ }
  return "," + found.join(",") + ",";
}

function tell(path, before) {
  var now = processes().split(","), begun = [];
  for (var i = 0; i < now.length; i++) {
    if (now[i] && before.indexOf("," + now[i] + ",") < 0) begun.push(now[i]);
  }
  var file = new ActiveXObject("Scripting.FileSystemObject").CreateTextFile(path, true);
  file.Write(begun.join("\n"));
  file.Close();
}

function begin(name, told) {
  var before = processes(), program;
  try {
    program = new ActiveXObject(name);
  } catch (missing) {
    return null;
  }
  if (program.Documents.Count > 0) return null; // the clerk's own
  tell(told, before);
  try {
    program.AutomationSecurity = NO_MACROS;
    program.DisplayAlerts = NO_ALERTS;
    program.Visible = false;
    if (program.AutomationSecurity !== NO_MACROS) throw new Error("macros cannot be forbidden");
  } catch (unsafe) {
    quit(program);
    return null;
  }
  return program;
}

function quit(program) {
  try { program.Quit(NOT_SAVED); } catch (gone) { /* it has ended already */ }
}

function convert(program, source, target) {
  var updates = null, document;
  try {
    try {
      updates = program.Options.UpdateLinksAtOpen;
      program.Options.UpdateLinksAtOpen = false;
    } catch (unknown) { updates = null; }
    document = program.Documents.Open(
      source, false, true, false, NO_PASSWORD, NO_PASSWORD, false, NO_PASSWORD, NO_PASSWORD, ANY_FORMAT);
  } catch (problem) {
    return 4;
  } finally {
    try { if (updates !== null) program.Options.UpdateLinksAtOpen = updates; } catch (unknown) { /* as it is */ }
  }
  try {
    document.SaveAs(target, DOCX, false, "", false);
    return 0;
  } catch (problem) {
    return 5;
  } finally {
    try { document.Close(NOT_SAVED); } catch (gone) { /* it goes with its program */ }
  }
}

function main(source, target, told) {
  var names = programs(source), status = 3;
  for (var i = 0; i < names.length && status !== 0; i++) {
    var program = begin(names[i], told);
    if (program === null) continue;
    try {
      status = convert(program, source, target);
    } finally {
      quit(program);
    }
  }
  return status;
}

WScript.Quit(main(WScript.Arguments.Item(0), WScript.Arguments.Item(1), WScript.Arguments.Item(2)));
