#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the window while it is typed into. Whatever was shown as saved is in the file; at most the line being typed comes back.

killed.py FIRELINE MAKEINCIDENT [ROUNDS]
"""
import json
import random
import subprocess
import sys
import threading

from uitest import Home, Screen, Window, make_incident, skip_without_tools, wait_for


def shown_as_saved(log):
    return log.read_text().split() if log.exists() else []


def kept_lines(home):
    """The lines that the next start offers, as the state folder has them."""
    return [json.loads(file.read_text(encoding="utf-8"))["line"] for file in (home.path / "state").rglob("drafts/*.json")]


class Rounds:
    def __init__(self, program, maker, screen, home):
        self.program, self.screen, self.home = program, screen, home
        self.file, self.log = home.path / "killed.fireline", home.path / "saved.log"
        self.offered = None
        self.came_back = 0
        make_incident(maker, self.file, "nine-step", "Killed", "P1")

    def stored(self):
        done = subprocess.run([self.program, "log", str(self.file), "--audit", "--json"], env=self.home.environment(),
                              capture_output=True, text=True)
        assert done.returncode == 0, f"the record cannot be read: {done.stdout}{done.stderr}"
        return json.loads(done.stdout)

    def type_until_killed(self, number):
        """Gives back the lines that were begun."""
        dice = random.Random(number)
        wanted = len(shown_as_saved(self.log)) + dice.randint(1, 12)
        typed = []
        environment = {"FIRELINE_TEST_SAVED": str(self.log)}
        with Window(self.screen, self.home, self.program, [self.file], environment=environment) as window:
            window.key("ctrl+l")
            if self.offered:
                window.key("Return")  # what came back is recorded as it stands
            stopped = threading.Event()

            def scribe():
                for line in range(200):
                    if stopped.is_set():
                        return
                    typed.append(f"round {number} line {line} of a scribe who does not look up")
                    for command in (["type", "--delay", "6", typed[-1]], ["key", "Return"]):
                        subprocess.run(["xdotool", *command], env=self.screen.environment(), capture_output=True)

            typist = threading.Thread(target=scribe)
            typist.start()
            try:
                wait_for("saved entries", lambda: len(shown_as_saved(self.log)) >= wanted, 60)
                threading.Event().wait(dice.random() * 0.4)  # anywhere in a line
                window.kill()
            finally:
                stopped.set()
                typist.join()
        return typed

    def play(self, number):
        offered = self.offered
        typed = self.type_until_killed(number)
        events = self.stored()
        ids = {event["id"] for event in events}
        lost = [one for one in shown_as_saved(self.log) if one not in ids]
        assert not lost, f"round {number}: shown as saved and not in the file: {lost}"
        texts = [event["payload"]["text"] for event in events if event["type"] == "entry.posted"]
        mine = [text for text in texts if text.startswith(f"round {number} ")]
        assert mine == typed[:len(mine)], f"round {number}: another order, or torn lines: {mine[-3:]}"
        if offered:
            assert offered.strip() in texts, f"round {number}: {offered!r} was kept, and did not come back"
            self.came_back += 1
        kept = kept_lines(self.home)
        assert len(kept) <= 1, f"round {number}: more than the line being typed is offered: {kept}"
        # The line being typed, or the one whose end was not yet taken note of.
        near = typed[max(0, len(mine) - 1):len(mine) + 1]
        assert all(any(text.startswith(line) for text in near) for line in kept), f"round {number}: {kept} of {near}"
        self.offered = kept[0] if kept else None


def main():
    skip_without_tools()
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with Screen() as screen, Home() as home:
        play = Rounds(sys.argv[1], sys.argv[2], screen, home)
        for number in range(rounds):
            play.play(number)
        verify = subprocess.run([sys.argv[1], "verify", str(play.file)], env=home.environment(), capture_output=True, text=True)
        assert verify.returncode == 0, verify.stdout + verify.stderr
        assert play.came_back > 0 or rounds < 5, "no line ever came back: nothing was being typed"
        print(f"{rounds} rounds, {len(shown_as_saved(play.log))} entries shown as saved, none lost; "
              f"{play.came_back} times the line being typed came back")


if __name__ == "__main__":
    main()
