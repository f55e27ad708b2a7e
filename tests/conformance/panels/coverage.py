#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every row of the process documents is driven in the window, or named in unseen.txt with a reason, and never both.

In each row that is driven somebody does something by keys: moving and reading are not enough. Where there is nothing to be done
the row is named in passive.txt, with what is read; one that is named and driven is a fault too.

usage: coverage.py TEST...   the conformance tests, whose functions are named after the rows; their processes are asked for
"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
REASONS = {"connector", "elsewhere"}
DEEDS = {"key", "press", "enter", "type", "choose", "command"}
# Keys that only move.
MOVES = {"key Home", "key End", "key Up", "key Down", "key Left", "key Right", "command view.perspective.after"}


def rows_of(test):
    out = subprocess.run([test, "-functions"], capture_output=True, text=True, timeout=60).stdout
    return {name.replace("_", "-") for name in re.findall(r"^([A-Z]{3}_\d+)\(\)", out, re.M)}


def driven():
    found = []
    for file in sorted(HERE.glob("???.txt")):
        found += re.findall(r"^= (\S+)", file.read_text(), re.M)
    return found


def without_deed():
    """Rows whose own lines hold nothing that is done in the window."""
    idle = []
    for file in sorted(HERE.glob("???.txt")):
        for row in re.split(r"^(?=[=~] )", file.read_text(), flags=re.M):
            lines = [line.strip() for line in row.splitlines()]
            if not lines or not lines[0].startswith("= "):
                continue
            if not any(line.split(" ")[0] in DEEDS and line not in MOVES for line in lines):
                idle.append(lines[0].split()[1])
    return idle


def listed(name, parts):
    lines = [line for line in (HERE / name).read_text().splitlines() if line.strip() and not line.startswith("#")]
    return [line.split(maxsplit=parts) for line in lines]


def main(tests):
    rows = set().union(*(rows_of(test) for test in tests))
    prefixes = {row[:4] for row in rows}
    seen = [row for row in driven() if row[:4] in prefixes]
    named = [entry for entry in listed("unseen.txt", 2) if entry[0][:4] in prefixes]
    ids = [entry[0] for entry in named]
    faults = [f"{row}: neither driven in the window nor named in unseen.txt" for row in sorted(rows - set(seen) - set(ids))]
    faults += [f"{row}: driven, and named in unseen.txt" for row in sorted(set(seen) & set(ids))]
    faults += [f"{row}: no such row" for row in sorted((set(seen) | set(ids)) - rows)]
    faults += [f"{row}: stands there twice" for row in sorted(set(seen + ids)) if (seen + ids).count(row) > 1]
    faults += [f"{' '.join(entry)}: says no reason" for entry in named if len(entry) < 3 or entry[1] not in REASONS]
    idle = {row for row in without_deed() if row[:4] in prefixes}
    passive = {entry[0]: entry for entry in listed("passive.txt", 1) if entry[0][:4] in prefixes}
    faults += [f"{row}: nobody does anything, and passive.txt does not say why" for row in sorted(idle - set(passive))]
    faults += [f"{row}: passive.txt names it, and it is driven or not there" for row in sorted(set(passive) - idle)]
    faults += [f"{row}: passive.txt says no reason" for row, entry in passive.items() if len(entry) < 2]
    print("\n".join(faults))
    waiting = sum(1 for entry in named if entry[1:2] == ["connector"])
    print(f"{len(rows)} rows: {len(seen)} driven in the window, {waiting} wait for a connector, {len(named) - waiting} seen elsewhere, "
          f"{len(passive)} are read alone")
    return 1 if faults or not rows else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
