#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Types what README.md's first five minutes say, line by line, and checks that each does what is said.

readme.py README.md FIRELINE
"""
import os
import re
import subprocess
import sys
import tempfile


def commands(text):
    """(line, the sentence before says that it is refused)"""
    part = text.split("## The first five minutes on the command line")[1].split("\n## ")[0]
    for prose, block in re.findall(r"(.*?)```sh\n(.*?)```", part, re.S):
        refused = "It refuses" in prose.strip().split("\n\n")[-1]
        for line in block.strip().split("\n"):
            yield line, refused


def main():
    readme, fireline = sys.argv[1], os.path.abspath(sys.argv[2])
    with open(readme, encoding="utf-8") as file:
        lines = list(commands(file.read()))
    typed = 0
    with tempfile.TemporaryDirectory() as work:
        os.symlink(fireline, os.path.join(work, "fireline"))
        environment = dict(os.environ, PATH=work + ":" + os.environ["PATH"], HOME=work,
                           XDG_CONFIG_HOME=work + "/config", XDG_DATA_HOME=work + "/data")
        for line, refused in lines:
            if not line.startswith("fireline "):
                continue
            done = subprocess.run(["bash", "-c", line], cwd=work, env=environment, capture_output=True, text=True)
            print(f"$ {line}\n{done.stdout}{done.stderr}", end="")
            expected = 1 if refused else 0
            if done.returncode != expected:
                sys.exit(f"exit code {done.returncode}, {expected} was promised")
            if refused and "refused" not in done.stdout:
                sys.exit("a refusal was promised")
            typed += 1
    if typed < 8:
        sys.exit("README.md does not say enough")
    print(f"{typed} lines of README.md do what it says")


if __name__ == "__main__":
    main()
