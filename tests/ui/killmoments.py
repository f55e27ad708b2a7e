#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the window at each moment of a line's way to the disk. Wherever it ends, the next window has the line in its record or
offers it, never both, and once it was recorded nothing is offered any more.

killmoments.py FIRELINE MAKEINCIDENT
"""
import json
import subprocess
import sys

from uitest import Home, Screen, Window, make_incident, skip_without_tools, wait_for

LINE = "the pool of pod A is empty"
# Where it ends, what the disk does meanwhile, and whether the record has the line then.
MOMENTS = [
    ("kept", {"FIRELINE_TEST_HUNG_DISK": "1"}, False),  # in the folder in memory, not even begun on the disk
    ("later", {"FIRELINE_TEST_HUNG_DISK": "1"}, False),  # the same, and everything else is at rest
    ("reboot", {"FIRELINE_TEST_HUNG_DISK": "1"}, False),  # the same, and what is in memory is gone as well
    ("again", {"FIRELINE_TEST_HUNG_DISK": "1"}, False),  # the same, and so does the window that offers it
    ("written", {}, True),  # on the disk, and the window does not know it yet
    ("saved", {}, True),  # the window knows it, and has not forgotten the line
]


def text_of(file):
    """What stands in it; nothing once it is gone: the program removes it while this looks."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


class Moment:
    def __init__(self, program, maker, screen, home):
        self.program, self.screen, self.home = program, screen, home
        self.file = home.path / "killed.fireline"
        make_incident(maker, self.file, "nine-step", "Killed", "P1")

    def texts(self):
        done = subprocess.run([self.program, "log", str(self.file), "--audit", "--json"], env=self.home.environment(),
                              capture_output=True, text=True)
        assert done.returncode == 0, f"the record cannot be read: {done.stdout}{done.stderr}"
        return [event["payload"]["text"] for event in json.loads(done.stdout) if event["type"] == "entry.posted"]

    def sent(self):
        """The lines that stand for what is not on the disk for certain: in memory, or copied to the state folder."""
        return [json.loads(line)["line"] for file in (*(self.home.path / "run").rglob("*.sent"),
                                                      *(self.home.path / "state").rglob("*.sent"))
                for line in text_of(file).split("\n") if line]

    def drafts(self):
        files = (self.home.path / "state").rglob("drafts/*.json")
        found = [json.loads(text) for text in map(text_of, files) if text]
        return [one["line"] for draft in found for one in (draft, *draft.get("waiting", [])) if one["line"]]

    def pins(self):
        done = subprocess.run([self.program, "log", str(self.file), "--audit", "--json"], env=self.home.environment(),
                              capture_output=True, text=True)
        return sum(event["type"] == "entry.pinned" for event in json.loads(done.stdout))

    def pinned(self, stored):
        """A pin has no row of its own, and others write before the next window comes: what they wrote is no proof of it."""
        killed = {"FIRELINE_TEST_KILL": "written"} if stored else {"FIRELINE_TEST_HUNG_DISK": "1"}
        with Window(self.screen, self.home, self.program, [self.file], environment=killed) as window:
            window.key("ctrl+l")
            window.type("/pin #E1")
            window.key("Return")
            if stored:
                wait_for("the end", lambda: not window.alive(), 20)
            else:
                wait_for("the line in memory", lambda: "/pin #E1" in self.sent(), 20)
                window.kill()
        assert self.pins() == int(stored)
        for line in ("Bo was here", "and went on"):
            subprocess.run([self.program, "do", str(self.file), line, "--as", "bo"], env=self.home.environment(),
                           capture_output=True, check=True)
        with Window(self.screen, self.home, self.program, [self.file]) as window:
            wait_for("the lines settled", lambda: not self.sent() and
                     [line.strip() for line in self.drafts()] == ([] if stored else ["/pin #E1"]), 20)
            if not stored:
                window.key("ctrl+k")
                window.type("record what had not reached the disk")
                window.key("Return")
                wait_for("the pin in the record", lambda: self.pins() == 1, 20)
                wait_for("nothing kept any more", lambda: not self.drafts() and not self.sent(), 20)
        assert self.pins() == 1

    def enter(self, moment, environment):
        killed = {"FIRELINE_TEST_KILL": moment} if moment not in ("later", "reboot", "again") else {}
        with Window(self.screen, self.home, self.program, [self.file], environment=environment | killed) as window:
            window.key("ctrl+l")
            window.type(LINE)
            wait_for("the draft", lambda: LINE.startswith((self.drafts() or ["-"])[0].strip()), 20)
            window.key("Return")
            if killed:
                wait_for(f"the end at “{moment}”", lambda: not window.alive(), 20)
                return
            wait_for("the line in memory", lambda: LINE in self.sent(), 20)
            if moment == "reboot":
                copies = self.home.path / "state"
                wait_for("its copy", lambda: list(copies.rglob("*.sent")), 20)
            window.kill()
            if moment == "reboot":
                for file in (self.home.path / "run").rglob("*.sent"):
                    file.unlink()

    def record_what_is_offered(self, moment, expected):
        """Gives back what a next window offers, and records it as it says."""
        with Window(self.screen, self.home, self.program, [self.file]) as window:
            wait_for("the lines settled", lambda: not self.sent() and
                     self.drafts() == ([LINE] if expected else []), 20)
            if not expected:
                return
            window.key("ctrl+k")
            window.type("record what had not reached the disk")
            window.key("Return")
            wait_for(f"{moment}: the line in the record", lambda: LINE in self.texts(), 20)
            wait_for(f"{moment}: nothing kept any more", lambda: not self.drafts() and not self.sent(), 20)

    def offered_and_killed(self):
        """The window that offers it is killed too; the next one has it behind Ctrl+Up."""
        with Window(self.screen, self.home, self.program, [self.file]) as window:
            wait_for("the offer", lambda: not self.sent() and self.drafts() == [LINE], 20)
            window.kill()
        with Window(self.screen, self.home, self.program, [self.file]) as window:
            window.key("ctrl+l", "ctrl+Up", "Return")
            wait_for("the line in the record", lambda: LINE in self.texts(), 20)
            wait_for("nothing kept any more", lambda: not self.drafts() and not self.sent(), 20)
            window.kill()

    def play(self, moment, environment, stored):
        self.enter(moment, environment)
        assert (LINE in self.texts()) == stored, f"{moment}: in the record: {self.texts()}"
        if moment == "again":
            self.offered_and_killed()
        else:
            self.record_what_is_offered(moment, not stored)
        self.record_what_is_offered(moment, False)
        assert self.texts().count(LINE) == 1, f"{moment}: {self.texts()}"


def main():
    skip_without_tools()
    for moment, environment, stored in MOMENTS:
        with Screen() as screen, Home() as home:
            Moment(sys.argv[1], sys.argv[2], screen, home).play(moment, environment, stored)
        print(f"{moment}: {'in the record' if stored else 'offered'}, once", flush=True)
    for stored in (False, True):
        with Screen() as screen, Home() as home:
            Moment(sys.argv[1], sys.argv[2], screen, home).pinned(stored)
        print(f"a pin, and others write: {'in the record' if stored else 'offered'}, once", flush=True)


if __name__ == "__main__":
    main()
