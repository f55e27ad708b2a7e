#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the table of the window's checks (tests/ui/README.md) says what is so: each check from 1 to 25 has a row with a limit and
names who asks it, and each test, test function and file that the README names is there.

checks.py [ROOT]    one line a fault, exit 1 if there is any
checks.py --self    plants a fault of every kind and checks that each is found
"""
import re
import sys
import tempfile
from pathlib import Path

CHECKS = range(1, 26)
README = "tests/ui/README.md"
ROW = re.compile(r"^\| (?P<numbers>[\d, to]+?) \| (?P<what>.+?) \| (?P<by>.+?) \| (?P<limit>.+?) \|$")
# `tst_x` one, two (`other.h`): the functions that are named behind a test are its own.
NAMED = re.compile(r"`(?P<test>(?:tst|bench)_\w+)`(?P<functions>(?: \(`[^)]*\))?(?: [a-z]+(?:[A-Z]\w*)+(?:, [a-z]+(?:[A-Z]\w*)+)*)?)")
OTHER = re.compile(r"`((?:ui|lint)_\w+|tst_\w+(?:_at_\*|_panels_\w+))`")
FILE = re.compile(r"`([\w/*]+\.(?:py|txt|h|cpp|story))`")


def numbers(text):
    found = set()
    for part in text.split(","):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        found.update(range(ends[0], ends[-1] + 1) if ends else ())
    return found


def sources(root):
    return {path.stem: path.read_text(encoding="utf-8") for path in (root / "tests").rglob("*.cpp")}


def faults(root):
    text = (root / README).read_text(encoding="utf-8")
    known = sources(root)
    made = "\n".join(path.read_text(encoding="utf-8") for path in (root / "tests").rglob("CMakeLists.txt"))
    asked = set()
    for line in text.splitlines():
        row = ROW.match(line)
        if row and "`" in row["by"]:
            asked |= numbers(row["numbers"])
        for named in NAMED.finditer(line):
            test = named["test"]
            if "_at_" in test or "_panels_" in test:
                continue
            if test not in known:
                yield f"{README}: there is no test {test}"
                continue
            for function in re.findall(r"\b[a-z]+(?:[A-Z]\w*)+", re.sub(r"`[^`]*`", "", named["functions"])):
                if not re.search(rf"::{function}\(\)", known[test]):
                    yield f"{README}: {test} has no function {function}"
        for name in OTHER.findall(line):
            if re.split(r"_at_|_panels_", name)[0] not in made:
                yield f"{README}: nobody adds a test {name}"
        for name in FILE.findall(line):
            # Accepted pictures come with what drew them, once there are any.
            if not name.startswith("accepted/") and not any((root / "tests").rglob(Path(name).name)):
                yield f"{README}: there is no file {name}"
    for number in CHECKS:
        if number not in asked:
            yield f"{README}: nobody asks check {number}"


def self_test():
    rows = [f"| {number} | something | `tst_a` works (`a.h`) | 0 |" for number in CHECKS]
    good = "\n".join(rows) + "\n| 4 to 9 | more | `tst_a` works, worksToo; `ui_b` | 0 |\n"
    planted = {
        "there is no test tst_c": good + "`tst_c` works\n",
        "tst_a has no function sleepsWell": good + "`tst_a` worksToo, sleepsWell\n",
        "nobody adds a test ui_c": good + "`ui_c`\n",
        "there is no file c.txt": good + "`c.txt`\n",
        "nobody asks check 15": good.replace("| 15 |", "| 14 |"),
    }
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        (root / "tests/ui").mkdir(parents=True)
        (root / "tests/ui/a.h").write_text("")
        (root / "tests/ui/tst_a.cpp").write_text("void TestA::works()\nvoid TestA::worksToo()\n")
        (root / "tests/ui/CMakeLists.txt").write_text("add_test(NAME ui_b)\n")
        for expected, text in {"": good, **planted}.items():
            (root / README).write_text(text)
            found = list(faults(root))
            if len(found) != (1 if expected else 0) or not all(expected in fault for fault in found):
                sys.exit(f"expected “{expected}”, found {found}")


def main():
    if "--self" in sys.argv:
        return self_test()
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    found = list(faults(root))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
