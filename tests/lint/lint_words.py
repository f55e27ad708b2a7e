#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program speaks: every text for people is spelled right, is short, begs for nothing and shouts nothing.

lint_words.py [ROOT]    one line a fault, exit 1 if there is any
lint_words.py --self    plants a fault of every kind and checks that each is found

Words are looked up in the English dictionary of hunspell and in tests/lint/words.txt; without hunspell that one rule is left
out, and the last line says so.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6") or "lupdate"
TOPS = ("app", "models", "views")
DICTIONARY = "en_US"

# What the window says without being asked, beside one's work: alarms, notices of the desktop, messages and refusals. Of the
# window's own texts (namespace fireline::window) those of actions are not: they are read at leisure.
ALERTS = re.compile(r"^(AlertText|Alerts|Clocks|Decide\w*|DesktopNotifications|Inverse|Judge|UndoHistory|Alarms|LatestAlert|MessageBar)$")
WINDOW = "fireline::window::"
AT_LEISURE = re.compile(r"\b(?:actions\(\)\.add|registry\.add|actions\.add|add\w*\(actions|setToolTip|setStatusTip|setWhatsThis)\s*[(,]")
ALERT_WORDS, TEXT_WORDS = 12, 20  # in a sentence

STYLE = [
    (re.compile(r"\bplease\b|\bkindly\b", re.I), "begs: say what is so, or what to do"),
    # "!" may be named, as what somebody typed: (!name), begins with !.
    (re.compile(r"\w!(?:\s|$)|!!"), "shouts: no exclamation marks"),
    (re.compile(r"\b(?:sorry|oops|unfortunately)\b", re.I), "is about feelings: say what is so"),
    (re.compile(r"\b(?:exception|std::|errno|stack trace|segmentation|null pointer|QSql\w*|SQLITE_\w+|assertion)\b", re.I),
     "is a programmer's word: say what it means for the person"),
]
# The words of a library: they tell of its insides, in one language, and never what to do.
RAW = re.compile(r"\.arg\([^;]*(?:\bwhat\(\)|\be\.msg\b|\blastError\(\)|sqlite3_errmsg)", re.S)
# Not words: what is typed as it stands, and what a value takes the place of.
NO_WORD = re.compile(r"%[\w#+.:/]+%|%L?\d+|%n|<[^>]*>|&\w+;|(?<!\w)[/@#]\w[\w.-]*|(?<!\w)--?\w[\w-]*|\w+=\S*|\*?\.\w+\b|\S*[_\\]\S*|\S*\w:/\S*"
                     r"|\b\w+\.(?:\w+\.)*(?:\w{2,4})\b|\bP?T?\d\w*")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def texts(root):
    """(context, text, file, line) of every text for people."""
    with tempfile.TemporaryDirectory() as scratch:
        catalogue = Path(scratch) / "all.ts"
        done = subprocess.run([LUPDATE, "-no-obsolete", "-locations", "absolute", "-source-language", "en", "-target-language", "en",
                               *[top for top in TOPS if (root / top).is_dir()], "-ts", str(catalogue)],
                              cwd=root, capture_output=True, text=True)
        if done.returncode != 0 or not catalogue.exists():
            sys.exit(f"lint_words: lupdate fails: {done.stderr.strip()}")
        found = []
        for context in ElementTree.parse(catalogue).getroot().findall("context"):
            for message in context.findall("message"):
                place = message.find("location")
                path = (Path(scratch) / place.get("filename")).resolve()
                found.append((context.findtext("name"), message.findtext("source"), path, int(place.get("line"))))
        return found


def lines_at_leisure(path, known):
    """The lines of a file that stand in a call which gives a text to be read at leisure."""
    if path not in known:
        source = path.read_text(encoding="utf-8")
        known[path] = set()
        for call in AT_LEISURE.finditer(source):
            depth, end = 1, call.end()
            while depth and end < len(source):
                depth += {"(": 1, ")": -1}.get(source[end], 0)
                end += 1
            known[path].update(range(source.count("\n", 0, call.start()) + 1, source.count("\n", 0, end) + 2))
    return known[path]


def is_alert(context, path, line, known):
    if ALERTS.match(context.split("::")[-1]):
        return True
    return context.startswith(WINDOW) and line not in lines_at_leisure(path, known)


def sentences(text):
    return re.split(r"(?<=[.?:;])\s+|\n", text)


def faults_of(root, found):
    known = {}
    for context, text, path, line in found:
        place = f"{path.relative_to(root)}:{line}"
        for pattern, why in STYLE:
            if pattern.search(text):
                yield f"{place}: “{text}” {why}"
        most = ALERT_WORDS if is_alert(context, path, line, known) else TEXT_WORDS
        for sentence in sentences(text):
            count = sum(1 for word in sentence.split() if re.search(r"\w", word))
            if count > most:
                yield f"{place}: “{sentence}” has {count} words, {most} at most: make two of it"


def raw_words(root):
    for top in TOPS:
        for path in sorted((root / top).rglob("*.cpp")):
            source = path.read_text(encoding="utf-8", errors="replace")
            for hit in RAW.finditer(source):
                yield f"{path.relative_to(root)}:{source.count(chr(10), 0, hit.end()) + 1}: shows a library's own words to people"


def misspelled(root, found):
    """None where there is nothing to look words up in."""
    own = root / "tests/lint/words.txt"
    if not shutil.which("hunspell"):
        return None
    first = {}
    for _, text, path, line in found:
        plain = re.sub(r"&(?=\w)", "", re.sub(r"&amp;", "&", text))
        for word in WORD.findall(NO_WORD.sub(" ", plain).replace("’", "'")):
            first.setdefault(word, (path, line, text))
    with tempfile.TemporaryDirectory() as scratch:
        words = Path(scratch) / "words"
        words.write_text("".join(line for line in own.read_text(encoding="utf-8").splitlines(True) if not line.startswith("#"))
                         if own.exists() else "", encoding="utf-8")
        done = subprocess.run(["hunspell", "-i", "utf-8", "-d", DICTIONARY, "-p", str(words), "-l"], input="\n".join(first) + "\n",
                              capture_output=True, text=True)
    if done.returncode != 0 or "Can't open" in done.stderr:
        return None
    return [f"{first[word][0].relative_to(root)}:{first[word][1]}: “{word}” is no word of the dictionary ({DICTIONARY}) or of "
            f"tests/lint/words.txt: “{first[word][2]}”" for word in dict.fromkeys(done.stdout.split()) if word in first]


def check(root):
    found = texts(root)
    spelled = misspelled(root, found)
    return list(faults_of(root, found)) + list(raw_words(root)) + (spelled or []), spelled is not None, len(found)


CLEAN = """#include <QCoreApplication>
namespace fireline { class Clocks { Q_DECLARE_TR_FUNCTIONS(Clocks) };
class Other { Q_DECLARE_TR_FUNCTIONS(Other) };
QString text() { return Clocks::tr("A &text of %1, typed as /snap or --json.").arg(file.name()); }
QString more() { return Other::tr("A text that is not told by itself has some more room than those that are."); }
}
"""
PLANTED = [
    'QString a() { return Other::tr("Please wait."); }',
    'QString a() { return Other::tr("Saved!"); }',
    'QString a() { return Other::tr("Sorry, this is not there."); }',
    'QString a() { return Other::tr("An exception was thrown."); }',
    'QString a() { return Clocks::tr("What is told by itself is read by somebody who has other things to do."); }',
    'QString a() { return Other::tr("This text may be read at leisure, but it goes on and on, so that nobody who begins to read it '
    'remembers how it began."); }',
    'QString a() { return Other::tr("This cannot be read: %1.").arg(QString::fromUtf8(e.what())); }',
    'QString a() { return Other::tr("This is mispelled."); }',
]


def self_test():
    bad = []
    for planted in ["", *PLANTED]:
        if "mispelled" in planted and not shutil.which("hunspell"):
            continue
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch)
            (root / "app").mkdir()
            (root / "app/a.cpp").write_text(CLEAN + "namespace fireline { " + planted + " }\n")
            faults, _, count = check(root)
            if not planted and (faults or count != 2):
                bad.append(f"a clean file is refused: {faults}")
            if planted and len(faults) != 1:
                bad.append(f"not found, or more than that: {planted}: {faults}")
    return bad


def main():
    arguments = sys.argv[1:]
    if arguments == ["--self"]:
        faults, done = self_test(), f"lint_words: each of {len(PLANTED)} planted faults is found"
    else:
        faults, looked_up, count = check(Path(arguments[0] if arguments else Path(__file__).parents[2]).resolve())
        done = f"lint_words: {count} texts are short, plain" + (
            " and spelled right" if looked_up else f"; NOT looked up in a dictionary: hunspell with {DICTIONARY} is not "
            "installed (./dev test installs it)")
    print("\n".join(faults) if faults else done)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
