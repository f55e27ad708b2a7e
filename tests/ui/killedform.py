#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the window while a form of the review is typed into: the words come back in the form, are recorded by Return, and are
kept no longer once they are in the record.

killedform.py FIRELINE MAKEINCIDENT
"""
import json
import subprocess
import sys

from uitest import Home, Screen, Window, make_incident, skip_without_tools, wait_for

WORDS = "nobody measured the pool"


def kept(home):
    return [file.read_text(encoding="utf-8") for file in (home.path / "state").rglob("drafts/*.review.json")]


def factors(program, home, file):
    done = subprocess.run([program, "log", str(file), "--audit", "--json"], env=home.environment(), capture_output=True, text=True)
    assert done.returncode == 0, f"the record cannot be read: {done.stdout}{done.stderr}"
    return [event["payload"]["text"] for event in json.loads(done.stdout) if event["type"] == "factor.added"]


def open_form(window):
    window.key("ctrl+k")
    window.type("go to the panel review")
    window.key("Return", "f")


def main():
    skip_without_tools()
    program, maker = sys.argv[1:3]
    with Screen() as screen, Home() as home:
        file = home.path / "killed.fireline"
        make_incident(maker, file, "sre-directorate", "Killed", "SEV1")
        with Window(screen, home, program, [file]) as window:
            open_form(window)
            window.type(WORDS)
            wait_for("the words in the state folder", lambda: any(WORDS in text for text in kept(home)), 20)
            window.kill()
        assert factors(program, home, file) == [], "what was only typed is in the record"
        with Window(screen, home, program, [file]) as window:
            open_form(window)
            window.key("Return")
            wait_for("the factor in the record", lambda: factors(program, home, file) == [WORDS], 20)
            wait_for("nothing kept any more", lambda: not kept(home), 20)
            window.kill()
    print("typed, killed, back in its form, recorded")


if __name__ == "__main__":
    main()
