#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes each rule out of its process and runs the conformance tests again: a test named after one of the rule's rows must
fail, and none of another row.

usage: mutation.py [--sample N] TEST...   prints one line per rule that is not noticed, or noticed by the wrong rows
       mutation.py --rows TEST...         prints how many of the 162 rows have a test
"""
import os
import re
import subprocess
import sys

ALL_ROWS = 162


def run(test, **environment):
    done = subprocess.run([test], env={**os.environ, **environment}, capture_output=True, text=True, timeout=120)
    return done.stdout + done.stderr, done.returncode


def rules_of(test):
    out, code = run(test, FIRELINE_LIST_RULES="1")
    if code:
        sys.exit(f"{test}: cannot list its rules\n{out}")
    return [(line.split()[0], line.split()[1:]) for line in out.splitlines() if line.strip()]


def failed_rows(output):
    return {name.replace("_", "-") for name in re.findall(r"^(?:FAIL!|QFATAL)\s*: \w+::([A-Z]+_\d+)\(", output, re.M)}


def functions(test):
    out = subprocess.run([test, "-functions"], capture_output=True, text=True, timeout=60).stdout
    return {name.replace("_", "-") for name in re.findall(r"^([A-Z]{3}_\d+)\(\)", out, re.M)}


def sampled(rules, count):
    """Evenly spread and the same each time."""
    if not count or count >= len(rules):
        return rules
    return [rules[i * len(rules) // count] for i in range(count)]


def mutate(test, count):
    faults = 0
    rules = sampled(rules_of(test), count)
    for rule, rows in rules:
        output, code = run(test, FIRELINE_MUTATE=rule)
        failed = failed_rows(output)
        if not failed:
            faults += 1
            print(f"{rule}: taken out, and no test of {' '.join(rows)} fails" + (" (crashed)" if code < 0 else ""))
        elif failed - set(rows):
            faults += 1
            print(f"{rule} ({' '.join(rows)}): taken out, and tests of other rows fail: {' '.join(sorted(failed - set(rows)))}")
    print(f"{os.path.basename(test)}: {len(rules)} rules taken out, {len(rules) - faults} noticed by their own rows alone")
    return faults


def main(arguments):
    count = 0
    if arguments[:1] == ["--rows"]:
        covered = set().union(*(functions(test) for test in arguments[1:])) if arguments[1:] else set()
        print(f"rows with a test: {len(covered)} of {ALL_ROWS}")
        return 0 if covered else 1
    if arguments[:1] == ["--sample"]:
        count, arguments = int(arguments[1]), arguments[2:]
    if not arguments:
        sys.exit(__doc__)
    return 1 if sum(mutate(test, count) for test in arguments) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
