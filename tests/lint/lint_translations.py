#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text for people is found by lupdate, in the context that the program looks it up in, and every plural has its forms.

lint_translations.py [ROOT]    one line a fault, exit 1 if there is any
lint_translations.py --self    plants a fault of every kind and checks that each is found
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6") or "lupdate"
# What lupdate says of a healthy tree; anything else is a complaint: a class without context, a text that it cannot read.
QUIET = re.compile(r"^(Scanning directory|Updating |Stripping non plural|\s*(Found|Kept|Removed|Same-text|Number)\b|\s*$)")
# A helper of this kind looks up one context at run time, and lupdate files its texts under another.
HELPER = re.compile(r"\bQString\s+tr\s*\(\s*const\s+char\s*\*|\bauto\s+tr\s*=\s*\[")


def sources(root):
    for top in ("app", "models", "views"):
        yield from sorted(path for suffix in ("*.cpp", "*.h") for path in (root / top).rglob(suffix))


def helpers(root):
    for path in sources(root):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
            if HELPER.search(line):
                yield (f"{path.relative_to(root)}:{number}: a class with Q_DECLARE_TR_FUNCTIONS(Context), not a function named tr: "
                       "lupdate would file its texts under another context")


def lupdate(root, catalogue, *options):
    tops = [top for top in ("app", "models", "views") if (root / top).is_dir()]
    done = subprocess.run([LUPDATE, "-no-obsolete", "-locations", "none", *options, *tops, "-ts", str(catalogue)],
                          cwd=root, capture_output=True, text=True)
    if done.returncode != 0:
        yield f"lupdate fails: {done.stderr.strip()}"
    for line in (done.stdout + done.stderr).split("\n"):
        if not QUIET.match(line):
            yield line.replace(f"{root}/", "").strip()


def check(root):
    faults = list(helpers(root))
    with tempfile.TemporaryDirectory() as scratch:
        faults += lupdate(root, Path(scratch) / "all.ts", "-source-language", "en", "-target-language", "en")
        plurals = Path(scratch) / "fireline_en.ts"
        shutil.copy(root / "translations/fireline_en.ts", plurals)
        faults += [f for f in lupdate(root, plurals, "-pluralonly") if f not in faults]
        for context in ElementTree.parse(plurals).getroot().findall("context"):
            for message in context.findall("message"):
                if message.find("translation").get("type") == "unfinished":
                    faults.append(f"translations/fireline_en.ts: give the plural forms of \"{message.findtext('source')}\" in "
                                  f"{context.findtext('name')} (cmake --build --preset dev --target update_translations)")
    return faults


EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="en" sourcelanguage="en"></TS>\n'
CLEAN = """#include <QCoreApplication>
namespace fireline {
namespace { class Text { Q_DECLARE_TR_FUNCTIONS(Some) }; }
QString text(int n) { return n ? Text::tr("A text.") : QCoreApplication::translate("Some", "Another."); }
}
"""
PLANTED = [
    'namespace { QString tr(const char *text) { return QCoreApplication::translate("A", text); } }',
    'void a() { const auto tr = [](const char *text) { return QString::fromUtf8(text); }; tr("b"); }',
    'namespace fireline { struct Bare { QString b() const; }; QString Bare::b() const { return tr("in no context"); } }',
    'QString b(int n) { return QCoreApplication::translate("Some", "%n line(s)", nullptr, n); }',
]


def self_test():
    bad = []
    for planted in ["", *PLANTED]:
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch)
            for folder in ("app", "translations"):
                (root / folder).mkdir()
            (root / "translations/fireline_en.ts").write_text(EMPTY)
            (root / "app/a.cpp").write_text(CLEAN + planted + "\n")
            faults = check(root)
            if not planted and faults:
                bad.append(f"a clean file is refused: {faults}")
            if planted and not faults:
                bad.append(f"not found: {planted}")
    return bad


def main():
    arguments = sys.argv[1:]
    if arguments == ["--self"]:
        faults = self_test()
        done = f"lint_translations: each of {len(PLANTED)} planted faults is found"
    else:
        faults = check(Path(arguments[0] if arguments else Path(__file__).parents[2]).resolve())
        done = "lint_translations: every text has its context, every plural its forms"
    print("\n".join(faults) if faults else done)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
