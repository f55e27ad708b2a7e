#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the window while a form is typed into, one form after the other: the words come back in their form, are recorded by
Return, and are kept no longer once they are in the record. And while a form that was sent is not on the disk yet: it is offered
as a line, and its words wait in no form. A window that is closed keeps the last key.

killedform.py FIRELINE MAKEINCIDENT
"""
import json
import subprocess
import sys

from uitest import Home, Screen, Window, make_incident, skip_without_tools, wait_for

WORDS = "nobody measured the pool"
ORDER = "30 - /action @ana look at the pool"


def palette(window, words):
    window.key("ctrl+k")
    window.type(words)
    window.key("Return")


class Form:
    """How it is opened, what is typed into it, and what the record has of it."""

    def __init__(self, name, panel, open_form, event, key, more=(), lines=()):
        self.name, self.panel, self.open, self.event, self.key, self.more = name, panel, open_form, event, key, more
        self.lines = ["30 - /claim", *lines]


def factor(window):
    palette(window, "go to the panel review")
    window.key("f")


def fails(window):
    palette(window, "go to the panel actions")
    window.key("f")


FORMS = [
    Form("factor", "review", factor, "factor.added", "text"),
    Form("action", "actions", lambda window: window.key("ctrl+shift+a"), "order.given", "text", ["ana"]),
    Form("change", "actions", lambda window: palette(window, "propose a change"), "change.proposed", "text"),
    Form("poll", "actions", lambda window: window.key("ctrl+shift+o"), "poll.opened", "text"),
    Form("reason", "actions", fails, "order.failed", "why", lines=[ORDER]),
]


class Play:
    def __init__(self, program, maker, screen, home, form):
        self.program, self.screen, self.home, self.form = program, screen, home, form
        self.file = home.path / "killed.fireline"
        make_incident(maker, self.file, "sre-directorate", "Killed", "SEV1", lines=form.lines)

    def kept(self):
        files = (self.home.path / "state").rglob(f"drafts/*.{self.form.panel}.json")
        return [file.read_text(encoding="utf-8") for file in files]

    def sent(self):
        return [line for file in (self.home.path / "run").rglob("*.sent")
                for line in file.read_text(encoding="utf-8").split("\n") if line]

    def recorded(self):
        done = subprocess.run([self.program, "log", str(self.file), "--audit", "--json"], env=self.home.environment(),
                              capture_output=True, text=True)
        assert done.returncode == 0, f"the record cannot be read: {done.stdout}{done.stderr}"
        return [event["payload"].get(self.form.key) for event in json.loads(done.stdout) if event["type"] == self.form.event]

    def window(self, **environment):
        return Window(self.screen, self.home, self.program, [self.file], environment=environment)

    def type_into(self, window):
        self.form.open(window)
        window.type(WORDS)
        for more in self.form.more:
            window.key("Tab")
            window.type(more)
            window.key("shift+Tab")
        wanted = [WORDS, *self.form.more]
        wait_for(f"{self.form.name}: the words in the state folder",
                 lambda: any(all(word in text for word in wanted) for text in self.kept()), 20)

    def typed_and_killed(self):
        before = self.recorded()
        with self.window() as window:
            self.type_into(window)
            window.kill()
        assert self.recorded() == before, f"{self.form.name}: what was only typed is in the record"
        with self.window() as window:
            self.form.open(window)
            window.key("Return")
            wait_for(f"{self.form.name}: the words in the record", lambda: self.recorded() == [*before, WORDS], 20)
            wait_for(f"{self.form.name}: nothing kept any more", lambda: not self.kept(), 20)
            window.kill()

    def sent_and_killed(self):
        before = self.recorded()
        with self.window(FIRELINE_TEST_HUNG_DISK="1") as window:
            self.type_into(window)
            window.key("Return")
            wait_for(f"{self.form.name}: what was sent", lambda: any(WORDS in line for line in self.sent()), 20)
            window.kill()
        assert self.recorded() == before, f"{self.form.name}: the disk was to take nothing"
        with self.window() as window:
            wait_for(f"{self.form.name}: no words in a form", lambda: not self.kept(), 20)
            palette(window, "record what had not reached the disk")
            wait_for(f"{self.form.name}: what was sent in the record", lambda: self.recorded() == [*before, WORDS], 20)
            window.kill()


    def typed_and_closed(self):
        before = self.recorded()
        with self.window() as window:
            self.form.open(window)
            window.type(WORDS)
            window.key("ctrl+q")
            wait_for(f"{self.form.name}: the end", lambda: not window.alive(), 20)
        assert any(WORDS in text for text in self.kept()), f"{self.form.name}: {self.kept()}"
        with self.window() as window:
            self.form.open(window)
            for more in self.form.more:
                window.key("Tab")
                window.type(more)
                window.key("shift+Tab")
            window.key("Return")
            wait_for(f"{self.form.name}: the words in the record", lambda: self.recorded() == [*before, WORDS], 20)
            wait_for(f"{self.form.name}: nothing kept any more", lambda: not self.kept(), 20)
            window.kill()


def main():
    skip_without_tools()
    for form in FORMS:
        for way in (Play.typed_and_killed, Play.sent_and_killed, Play.typed_and_closed):
            with Screen() as screen, Home() as home:
                way(Play(sys.argv[1], sys.argv[2], screen, home, form))
        print(f"{form.name}: typed, killed, or closed, back in its form, recorded; sent, killed, offered, recorded", flush=True)


if __name__ == "__main__":
    main()
