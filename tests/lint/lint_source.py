#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler does not see: file heads, sizes, and things that this code base does without.

lint_source.py [--rules-only] [ROOT]   one line a fault, exit 1 if there is any; --rules-only leaves the sizes out
lint_source.py --self                  plants a fault of every kind and checks that each is found
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
HEADED = {".cpp", ".h", ".c", ".py", ".sh", ".cmake", ".sql"}
HEADED_NAMES = {"CMakeLists.txt", "dev", "run"}

CPP_HARD, CPP_SOFT, HEADER_HARD, FUNCTION_SOFT, LINE_HARD = 500, 300, 120, 40, 140

OWN_HARD = {"views/shell/mainwindow.cpp": 300}  # the frame stays a frame

WAIT = "wait for the thing, not for the time"

# pattern, why, top folders it holds for
FORBIDDEN = [
    (r"\bQEventLoop\b|\bprocessEvents\s*\(", "no nested event loop: return and continue by signal or future", "app models views"),
    (r"(?<!QCoreApplication)(?<!QApplication)::instance\s*\(\)|\bQ_GLOBAL_STATIC\b",
     "no globals: hand it over by constructor", "app models views"),
    (r"\bstd::(ranges::)?views\b", "no range adaptors: clang-tidy 14 cannot read them", "app models views tests"),
    (r"\bstd::(format|expected|source_location)\b", "not in our compilers", "app models views tests"),
    (r"\b(SIGNAL|SLOT)\s*\(", "connect by pointer to member, with a context", "app models views tests"),
    (r"\bQSql(Table|Query|RelationalTable)Model\b", "views see the domain, never a table", "app models views"),
    (r"\b(foreach|Q_FOREACH)\s*\(", "use a range for", "app models views tests"),
    (r"\b(TODO|FIXME|XXX|HACK)\b", "finish it, or write it in ROADMAP.md", "app models views tests"),
    (r'"(helpdeskflow|sre-directorate|community-hub|nine-step|severity-ladder)"',
     "no process is named in C++: it is data", "app models views"),
    (r"\bsleep\s*\(|\bmsleep\s*\(|\busleep\s*\(|\bsleep_for\s*\(|\bqWait\s*\(", WAIT, "app models views tests"),
]


def tracked(root):
    try:
        listed = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
        names = listed.stdout.split("\n") if listed.returncode == 0 else []
    except FileNotFoundError:
        names = []
    if any(names):
        return [root / n for n in names if n and (root / n).is_file()]
    return [p for p in sorted(root.rglob("*")) if p.is_file() and "build" not in p.relative_to(root).parts[:1]]


def check_rules(path, lines):
    if lines and not any(SPDX in line for line in lines[:2]):
        yield f"{path}:1: first line must be the licence: {SPDX}"
    top = path.split("/")[0]
    if not path.endswith((".cpp", ".h")):
        return
    if path.endswith(".h") and "#pragma once" not in lines[:4]:
        yield f"{path}:2: #pragma once is missing"
    for number, line in enumerate(lines, 1):
        if "lint: allowed" in line:
            continue
        for pattern, reason, places in FORBIDDEN:
            # The command line has no event loop: a drill at a given speed waits there.
            if reason == WAIT and path.startswith("app/cli/"):
                continue
            if top in places.split() and re.search(pattern, line):
                yield f"{path}:{number}: {reason}"


def check_sizes(path, lines, warn):
    if not path.endswith((".cpp", ".h")):
        return
    limit = OWN_HARD.get(path, HEADER_HARD if path.endswith(".h") else CPP_HARD)
    if len(lines) > limit:
        yield f"{path}:{limit}: {len(lines)} lines, {limit} at most: make two of it"
    elif path.endswith(".cpp") and len(lines) > CPP_SOFT:
        warn(f"{path}: {len(lines)} lines, {CPP_SOFT} would be better")
    start = 0
    builds = False
    for number, line in enumerate(lines, 1):
        if not line.startswith((" ", "{", "}", "#", "/")) and line:
            builds = bool(re.match(r"(\w+)::\1\(", line)) and bool(re.match(r"views/.*panel\.cpp$", path))
        if len(line) > LINE_HARD:
            yield f"{path}:{number}: {len(line)} columns"
        if line == "{":
            start = number
        elif line == "}" and start:
            long = f"{path}:{start}: a function of {number - start - 1} lines"
            if number - start - 1 > FUNCTION_SOFT and builds:
                yield f"{long}, {FUNCTION_SOFT} at most in what builds a panel"
            elif number - start - 1 > FUNCTION_SOFT:
                warn(f"{long}, {FUNCTION_SOFT} would be better")
            start = 0


def check(root, sizes, warn=lambda text: None):
    faults = []
    for file in tracked(root.resolve()):
        if file.suffix not in HEADED and file.name not in HEADED_NAMES:
            continue
        path = str(file.relative_to(root.resolve()))
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
        if lines and lines[-1] == "":
            lines.pop()
        faults += check_rules(path, lines)
        if sizes:
            faults += check_sizes(path, lines, warn)
    return faults


PLANTED = [
    "QEventLoop loop;", "app.processEvents();", "auto x = Store::instance();", "auto v = a | std::views::all;",
    'auto t = std::format("x");', "connect(a, SIGNAL(b()), c, SLOT(d()));", "QSqlTableModel m;", "foreach (auto a, b)",
    "// TODO later", 'if (id == "nine-step")', "QThread::msleep(5);", "x" * 141, "\n" * 500,
]


PLANTED_IN = {
    "views/shell/mainwindow.cpp": "\n" * 300,
    "views/a/apanel.cpp": "APanel::APanel(QWidget *parent)\n    : QWidget(parent)\n{\n" + "    a();\n" * 41 + "}\n",
}


def self_test():
    bad = []
    for planted in PLANTED:
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch)
            (root / "app").mkdir()
            file = root / "app/a.cpp"
            file.write_text(f"// {SPDX}\nauto app = QCoreApplication::instance();\n")
            if check(root, True):
                bad.append("a clean file is refused")
            file.write_text(file.read_text() + planted + "\n")
            if not check(root, True):
                bad.append(f"not found: {planted[:60]!r}")
            file.write_text("int a;\n")
            if not check(root, True):
                bad.append("a missing licence line is not found")
    for name, text in PLANTED_IN.items():
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch) / name
            file.parent.mkdir(parents=True)
            file.write_text(f"// {SPDX}\n" + text)
            if len(check(Path(scratch), True)) != 1:
                bad.append(f"not found: what was planted in {name}")
    return bad


def main():
    arguments = sys.argv[1:]
    if arguments == ["--self"]:
        faults = self_test()
        done = f"lint_source: each of {len(PLANTED)} planted faults is found"
    else:
        sizes = "--rules-only" not in arguments
        roots = [a for a in arguments if not a.startswith("--")]
        root = Path(roots[0]) if roots else Path(__file__).resolve().parents[2]
        faults = check(root, sizes, lambda text: print(f"warning: {text}"))
        done = "lint_source: heads, sizes and habits are as agreed"
    print("\n".join(faults) if faults else done)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
