#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the window while it is typed into. Whatever was shown as saved is in the file, whole and in order; of what was entered
and not yet shown as saved every line is in the file or is offered by the next window, never both; the line being typed is
offered beside them.

killed.py FIRELINE MAKEINCIDENT [ROUNDS]

A line's ways: typed (the keys were sent), taken (the window showed it as saving), shown (as saved), stored (in the file), offered
(by the next start). Between taken and shown lies the disk's flush: what ends there is offered.
"""
import json
import random
import subprocess
import sys
import threading
from collections import Counter

from uitest import Home, Screen, Window, make_incident, skip_without_tools, wait_for

ENDING = " of a scribe who does not look up"
MOST_LOST_AT_ONCE = 0  # of those taken and not shown as saved


class Left:
    """What a window that was killed left beside its record, as the next one reads it."""

    def __init__(self, home, ids):
        sent = [json.loads(line) for folder in ("run", "state") for file in (home.path / folder).rglob("*.sent")
                for line in file.read_text(encoding="utf-8").split("\n") if line]
        drafts = [json.loads(file.read_text(encoding="utf-8")) for file in (home.path / "state").rglob("drafts/*.json")]
        known = {one["begun"] for one in sent if "begun" in one}
        lost = [one["line"] for one in sent if not ids.intersection(one["events"])]
        self.lost = list(dict.fromkeys(lost))
        self.typed = [one["line"] for one in drafts if one["line"] and one["begun"] not in known]
        self.waiting = [one["line"] for draft in drafts for one in draft.get("waiting", [])]
        assert not set(self.waiting) - set(self.lost), f"put aside by nobody: {self.waiting}"

    def all(self):
        return self.lost + self.typed


class Rounds:
    def __init__(self, program, maker, screen, home):
        self.program, self.screen, self.home = program, screen, home
        self.file, self.log = home.path / "killed.fireline", home.path / "saved.log"
        self.offered = None  # what the last window left
        self.count = Counter()
        make_incident(maker, self.file, "nine-step", "Killed", "P1")

    def shown_as(self, word):
        lines = self.log.read_text(encoding="utf-8").split("\n") if self.log.exists() else []
        return [line.split()[1] for line in lines if line.startswith(f"{word} ")]

    def stored(self):
        return self.events(self.file)

    def events(self, file):
        done = subprocess.run([self.program, "log", str(file), "--audit", "--json"], env=self.home.environment(),
                              capture_output=True, text=True)
        assert done.returncode == 0, f"the record cannot be read: {done.stdout}{done.stderr}"
        return json.loads(done.stdout)

    def type_until_killed(self, number):
        """Gives back the lines that were begun."""
        dice = random.Random(number)
        wanted = len(self.shown_as("saved")) + dice.randint(1, 12)
        typed = []
        environment = {"FIRELINE_TEST_SAVED": str(self.log)}
        with Window(self.screen, self.home, self.program, [self.file], environment=environment) as window:
            if self.offered and self.offered.lost:
                window.key("ctrl+k")
                window.type("record what had not reached the disk")
                window.key("Return")
            window.key("ctrl+l")
            if self.offered and self.offered.typed:
                window.key("Return")  # what came back is recorded as it stands
            stopped = threading.Event()

            def scribe():
                for line in range(200):
                    if stopped.is_set():
                        return
                    typed.append(f"round {number} line {line}{ENDING}")
                    for command in (["type", "--delay", "6", typed[-1]], ["key", "Return"]):
                        subprocess.run(["xdotool", *command], env=self.screen.environment(), capture_output=True)

            typist = threading.Thread(target=scribe)
            typist.start()
            try:
                wait_for("saved entries", lambda: len(self.shown_as("saved")) >= wanted, 60)
                threading.Event().wait(dice.random() * 0.4)  # anywhere in a line
                window.kill()
            finally:
                stopped.set()
                typist.join()
        return typed

    def play(self, number):
        offered, known = self.offered, set(self.shown_as("saving"))
        typed = self.type_until_killed(number)
        events = self.stored()
        ids = {event["id"] for event in events}
        lost = [one for one in self.shown_as("saved") if one not in ids]
        assert not lost, f"round {number}: shown as saved and not in the file: {lost}"
        texts = [event["payload"]["text"] for event in events if event["type"] == "entry.posted"]
        mine = [text for text in texts if text.startswith(f"round {number} ")]
        assert mine == typed[:len(mine)], f"round {number}: another order, or torn lines: {mine[-3:]}"
        left = Left(self.home, ids)
        for one in offered.all() if offered else []:
            assert one.strip() in texts or one in left.all(), f"round {number}: {one!r} was offered, and did not come back"
            self.count["back"] += 1
        # What came back half typed may be half typed again.
        whole = [text for text in texts if text.endswith(ENDING)]
        twice = [one for one in left.all() if one.strip() in whole]
        assert not twice, f"round {number}: in the record, and offered once more: {twice}"
        doubled = [text for text, times in Counter(whole).items() if times > 1]
        assert not doubled, f"round {number}: entered once and recorded twice: {doubled}"
        assert len(left.typed) <= 1, f"round {number}: more than one line was being typed: {left.typed}"
        taken = [one for one in self.shown_as("saving") if one not in known]
        self.check_taken(number, typed, len(mine), sum(one in ids for one in taken), len(taken), left)
        self.offered = left

    def check_taken(self, number, typed, stored, taken_stored, taken, left):
        # Every line is one event, and the file keeps their order: what is missing are the last ones taken.
        missing = taken - taken_stored
        unsaved = typed[stored:stored + missing]
        gone = [line for line in unsaved if line not in left.lost]
        assert len(gone) <= MOST_LOST_AT_ONCE, f"round {number}: entered, and neither in the file nor offered: {gone}"
        # The line being typed, or the one whose end was not yet taken note of.
        near = typed[stored + missing:stored + missing + 2]
        assert all(any(text.startswith(line) for text in near) for line in left.typed), f"round {number}: {left.typed} of {near}"
        self.count["offered"] += len(left.lost)
        self.count["entered"] += taken
        self.count["on their way"] += missing
        self.count["gone"] += len(gone)


def main():
    skip_without_tools()
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with Screen() as screen, Home() as home:
        play = Rounds(sys.argv[1], sys.argv[2], screen, home)
        for number in range(rounds):
            play.play(number)
        verify = subprocess.run([sys.argv[1], "verify", str(play.file)], env=home.environment(), capture_output=True, text=True)
        assert verify.returncode == 0, verify.stdout + verify.stderr
        assert play.count["back"] > 0 or rounds < 5, "no line ever came back: nothing was being typed"
        assert play.count["entered"] >= rounds, "hardly anything was entered"
        print(f"{rounds} rounds: {play.count['entered']} entries shown as saving, {len(play.shown_as('saved'))} of them shown as "
              f"saved and none of these lost; {play.count['on their way']} on their way to the disk when it ended, "
              f"{play.count['offered']} offered, {play.count['gone']} gone; {play.count['back']} lines came back")


if __name__ == "__main__":
    main()
