"""The script that drives Word and WPS, run by another engine against programs that are played by little objects.

What it cannot show is what real programs do; it does show in which order the script asks for what.
"""

import json

import pytest

from assistant.resources import read_resource

QJSEngine = pytest.importorskip("PySide6.QtQml").QJSEngine

# Word and WPS as the script sees them: every call is written down, "fails" names what raises.
PROGRAMS = """
var log = [], status = null, files = {}, alive = [];
function note(words) {
  log.push(words);
  for (var i = 0; i < plan.fails.length; i++) if (words.indexOf(plan.fails[i]) === 0) throw new Error(words);
}
function Program(name) {
  this.Documents = {
    Count: plan.open || 0,
    Open: function () {
      note("open " + Array.prototype.slice.call(arguments).join("|"));
      return {
        SaveAs: function () { note("save " + Array.prototype.slice.call(arguments).join("|")); },
        Close: function (how) { note("close " + how); }
      };
    }
  };
  var links = true, security = 1;
  this.Options = Object.defineProperty({}, "UpdateLinksAtOpen", {
    get: function () { return links; }, set: function (value) { links = value; note("links " + value); }
  });
  Object.defineProperty(this, "AutomationSecurity", {
    get: function () { return security; },
    set: function (value) { note("security " + value); if (!plan.stubborn) security = value; }
  });
  Object.defineProperty(this, "DisplayAlerts", { set: function (value) { note("alerts " + value); } });
  Object.defineProperty(this, "Visible", { set: function (value) { note("visible " + value); } });
  this.Quit = function (how) { note("quit " + how); };
}
function ActiveXObject(name) {
  if (name === "Scripting.FileSystemObject") return {
    CreateTextFile: function (path) {
      return { Write: function (text) { files[path] = text; }, Close: function () {} };
    }
  };
  note("begin " + name);
  if (plan.installed.indexOf(name) < 0) throw new Error("not registered");
  alive.push("4711");
  return new Program(name);
}
function GetObject(name) {
  return { ExecQuery: function (words) { if (words.indexOf("-Embedding") < 0) throw new Error(); return alive; } };
}
function Enumerator(list) {
  var at = 0, kept = list.slice();
  this.atEnd = function () { return at >= kept.length; };
  this.moveNext = function () { at++; };
  this.item = function () { return { ProcessId: kept[at] }; };
}
var WScript = {
  Arguments: { Item: function (index) { return [plan.source, "made.docx", "begun.txt"][index]; } },
  Quit: function (value) { status = value; }
};
"""
OPEN = "open {}|false|true|false|?|?|false|?|?|0"


def play(source="copy.doc", **plan):
    """Run the script; return its exit status, what it asked for, and the file about the processes."""
    engine = QJSEngine()
    plan = {"source": source, "installed": ["Word.Application"], "fails": []} | plan
    for words in (f"var plan = {json.dumps(plan)}; var running = {json.dumps(plan.get('running', []))};" + PROGRAMS,
                  "alive = running.slice();", read_resource("reading", "save_as_docx.js")):  # fmt: skip
        assert not (value := engine.evaluate(words)).isError(), value.toString()
    told = json.loads(engine.evaluate("JSON.stringify([status, log, files['begun.txt']])").toString())
    return told[0], told[1], (told[2] if len(told) > 2 else None)


def test_hidden_without_macros_questions_and_links_before_anything_is_opened(qapp):
    status, log, begun = play()
    assert status == 0
    assert log == [
        "begin Word.Application",
        "security 3",
        "alerts 0",
        "visible false",
        "links false",
        OPEN.format("copy.doc"),
        "links true",
        "save made.docx|12|false||false",
        "close 0",
        "quit 0",
    ]
    assert begun == "4711"


def test_only_the_process_that_was_begun_is_named(qapp):
    assert play(running=["12", "13"])[2] == "4711"


@pytest.mark.parametrize(
    ("source", "first"),
    [("copy.wps", "KWPS.Application"), ("copy.WPT", "KWPS.Application"), ("a.doc", "Word.Application")],
)
def test_each_format_goes_to_its_own_program_first(qapp, source, first):
    status, log, _ = play(source, installed=["Word.Application", "KWPS.Application"])
    assert (status, log[0]) == (0, f"begin {first}")


def test_the_other_program_takes_over(qapp):
    status, log, _ = play(installed=["WPS.Application"])
    assert status == 0
    assert log[:3] == ["begin Word.Application", "begin KWPS.Application", "begin WPS.Application"]


def test_none_installed(qapp):
    assert play(installed=[])[0] == 3


def test_what_the_clerk_has_open_is_left_alone(qapp):
    status, log, _ = play(open=2)
    assert (status, log) == (3, ["begin Word.Application", "begin KWPS.Application", "begin WPS.Application"])


@pytest.mark.parametrize("plan", [{"stubborn": True}, {"fails": ["security"]}])
def test_a_program_whose_macros_cannot_be_forbidden_opens_nothing(qapp, plan):
    status, log, _ = play(**plan)
    assert status == 3
    assert not [words for words in log if words.startswith("open")]
    assert "quit 0" in log


@pytest.mark.parametrize(("fails", "expected"), [("open", 4), ("save", 5)])
def test_what_cannot_be_opened_or_saved_is_told_and_the_program_ends(qapp, fails, expected):
    status, log, _ = play(fails=[fails])
    assert status == expected
    assert log.count("quit 0") == 1
    assert "links true" in log


def test_a_program_that_has_ended_by_itself_is_no_error(qapp):
    assert play(fails=["quit", "close"])[0] == 0
