#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the window while it is typed into and another console reports into the same incident. Whatever was shown as saved is in
the file, each line once; what was entered and is not in the file is offered by the next window; at most the line being typed comes
back beside it; and in the end both consoles have the same.

killedshared.py FIRELINE MAKEINCIDENT [ROUNDS]

The other console is `fireline do` and `fireline sync`, by another login of a PostgreSQL of its own.
"""
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from killed import Rounds
from uitest import SKIPPED, Home, Screen, skip_without_tools, stop, wait_for

PROGRAMS = Path("/usr/lib/postgresql/15/bin")


class Server:
    """PostgreSQL in a folder of its own; it refuses to run as root. The socket trusts every name."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="fireline-pg-"))
        self.who = {"user": "nobody"} if os.getuid() == 0 else {}
        if self.who:
            os.chown(self.folder, pwd.getpwnam("nobody").pw_uid, -1)
        self.process = None
        try:
            self._run("initdb", "-D", str(self.folder / "data"), "-U", "admin", "-E", "UTF8", "--locale=C.UTF-8",
                      "--auth-local=trust", "--no-sync")
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
            self.process = subprocess.Popen([PROGRAMS / "postgres", "-D", self.folder / "data", "-k", self.folder, "-p", str(self.port),
                                             "-h", "", "-c", "fsync=off"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                            **self.who)
            wait_for("the server", lambda: subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", self.folder, "-p", str(self.port)],
                                                          check=False).returncode == 0)
        except BaseException:
            self.__exit__()
            raise
        return self

    def _run(self, program, *arguments):
        done = subprocess.run([PROGRAMS / program, *arguments], capture_output=True, text=True, cwd=self.folder, check=False, **self.who)
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"

    def __exit__(self, *_):
        stop(self.process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def uri(self, login):
        return f"postgresql://{login}@/postgres?host={self.folder}&port={self.port}"


class SharedRounds(Rounds):
    """Ana's window is killed; Bo reports."""

    def __init__(self, program, maker, screen, home, server):
        super().__init__(program, maker, screen, home)
        self.server = server
        self.other = home.path / "bo"
        self.other.mkdir()
        self.copy = self.other / "copy.fireline"
        self.reports = 0
        home.settings(f"[backend]\naddress={server.uri('ana')}\n")
        self.call("backend", "init", server.uri("admin"))
        for name in ("ana", "bo"):
            self.call("backend", "user", "add", name, "--role", "responder", "--password-stdin", server.uri("admin"), given="x" * 16)
        self.call("sync", self.file, "--backend", server.uri("ana"), "--once", "--adopt", "--as", "ana")
        self.sync_other()

    def environment(self, name):
        environment = self.home.environment()
        if name != "bo":
            return environment
        folders = {variable: str(self.other / variable) for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        return environment | folders | {"USER": "bo", "LOGNAME": "bo", "HOME": str(self.other)}

    def call(self, *arguments, who="ana", given=None):
        done = subprocess.run([self.program, *map(str, arguments)], env=self.environment(who), capture_output=True, text=True,
                              input=given, check=False)
        assert done.returncode == 0, f"{arguments}: {done.returncode}: {done.stdout}{done.stderr}"
        return done.stdout

    def sync_other(self):
        self.call("sync", self.copy, "--backend", self.server.uri("bo"), "--once", who="bo")

    def report(self):
        self.reports += 1
        self.call("do", self.copy, f"bo reports {self.reports}", who="bo")
        self.sync_other()

    def type_until_killed(self, number):
        over = threading.Event()

        def others():
            while not over.is_set():
                self.report()

        before = self.reports
        reporter = threading.Thread(target=others)
        reporter.start()
        try:
            return super().type_until_killed(number)
        finally:
            over.set()
            reporter.join()
            assert self.reports > before, f"round {number}: nobody else reported"

    def arrived(self):
        """Reports that came into the window: nothing else brings them into its file during the rounds."""
        return sum(event["type"] == "entry.posted" and event["payload"]["text"].startswith("bo reports ") for event in self.stored())

    def settle(self):
        """Both have the same once the queue of what was typed is empty."""
        self.call("sync", self.file, "--backend", self.server.uri("ana"), "--once")
        self.sync_other()
        mine = {event["id"] for event in self.stored()}
        theirs = {event["id"] for event in self.events(self.copy)}
        assert mine == theirs, f"only here: {len(mine - theirs)}, only there: {len(theirs - mine)}"
        texts = [event["payload"]["text"] for event in self.events(self.copy) if event["type"] == "entry.posted"]
        assert sum(text.startswith("bo reports ") for text in texts) == self.reports, "what bo reported is not all there"


def main():
    skip_without_tools()
    if not (PROGRAMS / "postgres").exists():
        print("skipped: not installed: postgresql-15")
        sys.exit(SKIPPED)
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with Server() as server, Screen() as screen, Home() as home:
        play = SharedRounds(sys.argv[1], sys.argv[2], screen, home, server)
        for number in range(rounds):
            play.play(number)
        arrived = play.arrived()
        assert arrived > 0, "nothing of another console arrived in the window"
        play.settle()
        print(f"{rounds} rounds, {play.reports} reports of another console meanwhile, {arrived} of them arrived in the window: "
              f"{play.count['entered']} entries shown as saving, {len(set(play.shown_as('saved')))} shown as saved and none of these lost; {play.count['offered']} offered, "
              f"{play.count['gone']} gone; {play.count['back']} lines came back")


if __name__ == "__main__":
    main()
