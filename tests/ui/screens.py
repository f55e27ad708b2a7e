#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the real window into each of its named states, on a screen of its own and at a time that stands, and keeps a picture.

screens.py FIRELINE MAKEINCIDENT FOLDER [STATE...]

A state fails where the program ends, where the picture is blank, or where its window does not fit on the screen. That it looks
right is for a person to say: the pictures are kept for that.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from uitest import Home, Screen, Window, make_incident, skip_without_tools

HERE = Path(__file__).resolve().parent
START = "2026-03-02T10:00:00Z"
BUSY, LATE = "2026-03-02T10:12:41Z", "2026-03-02T12:31:07Z"
LEAST_COLOURS = 60
EXPECTED = {"PulseAudioService: pa_context_connect() failed"}  # Qt's word where nothing can be heard


class State:
    """What a state needs: an incident, settings, a size, and what is pressed in it."""

    def __init__(self, incident=None, clock=BUSY, settings="", size=(1366, 768), keys=(), typed="", then=(), pseudo=False,
                 arguments=(), qt=(), environment=None, known=True):
        self.incident, self.clock, self.settings, self.size = incident, clock, settings, size
        self.keys, self.typed, self.then = keys, typed, then
        self.pseudo, self.arguments, self.qt, self.environment, self.known = pseudo, arguments, qt, environment or {}, known


def theme(name):
    return f"[look]\ncolours={name}\n"


STATES = {
    "first-run": State(known=False),
    "start": State(),
    "empty": State(incident="empty", clock="2026-03-02T10:00:20Z"),
    "busy": State(incident="busy"),
    "busy-dark": State(incident="busy", settings=theme("dark")),
    "busy-high-contrast": State(incident="busy", settings=theme("high-contrast")),
    "busy-1024": State(incident="busy", size=(1024, 700)),
    "busy-1920": State(incident="busy", size=(1920, 1080)),
    "busy-text-150": State(incident="busy", settings="[look]\ntext-size=150\n"),
    "scribe": State(incident="busy", keys=("ctrl+2",)),
    "scribe-1024": State(incident="busy", keys=("ctrl+2",), size=(1024, 700)),
    "comms": State(incident="busy", keys=("ctrl+3",)),
    "observer": State(incident="busy", keys=("ctrl+4",)),
    "observer-1024-dark": State(incident="busy", keys=("ctrl+4",), size=(1024, 700), settings=theme("dark")),
    "after": State(incident="busy", keys=("ctrl+k",), typed="after the", then=("Return",)),
    "other-name": State(incident="busy", keys=("ctrl+k",), typed="hand"),
    "late": State(incident="busy", clock=LATE),
    "late-dark": State(incident="busy", clock=LATE, settings=theme("dark")),
    "clocks": State(incident="busy", clock=LATE, keys=("ctrl+k",), typed="go to the panel clocks", then=("Return", "space")),
    "clocks-snooze": State(incident="busy", clock=LATE, keys=("ctrl+k",), typed="go to the panel clocks", then=("Return", "s")),
    "escalation": State(incident="busy", clock=LATE, keys=("ctrl+shift+g",)),
    "escalation-dark-1024": State(incident="busy", clock=LATE, settings=theme("dark"), size=(1024, 700), keys=("ctrl+shift+g",)),
    "drill": State(arguments=("--drill", "demo", "--watch")),
    "drill-controller": State(arguments=("--drill", "demo", "--watch", "--speed", "20"), keys=("ctrl+5",)),
    "pseudo": State(incident="busy", pseudo=True),
    "reverse": State(incident="busy", qt=("-reverse",)),
    "pseudo-reverse-1024": State(incident="busy", pseudo=True, qt=("-reverse",), size=(1024, 700)),
    "palette": State(incident="busy", keys=("ctrl+k",), typed="sev"),
    "completion": State(incident="busy", keys=("ctrl+l",), typed="/"),
    "preview": State(incident="busy", keys=("ctrl+l",), typed="/action @Priya restart pod A +10m"),
    "actions": State(incident="busy", keys=("ctrl+shift+o",), typed="fail over to region B", then=("Return",)),
    "new-action": State(incident="busy", keys=("ctrl+shift+a",), typed="restart pod A"),
    "refused": State(incident="busy", keys=("ctrl+l",), typed="/resolve", then=("Return",)),
    "not-saved": State(incident="busy", keys=("ctrl+l",), typed="the disk is full", then=("Return",),
                       environment={"FIRELINE_TEST_FULL_DISK": "1"}),
    "newer-file": State(incident="newer"),
    "changed-record": State(incident="changed", keys=("ctrl+l",), typed="what is typed while the record is verified can be copied out"),
    "decisions": State(incident="busy", keys=("ctrl+shift+d",), typed="keep the old release until Monday"),
    "hypotheses": State(incident="busy", keys=("ctrl+shift+h",), then=("Escape", "Down", "space")),
    "handover": State(incident="handover", keys=("ctrl+shift+t",)),
    "sitrep": State(incident="busy", keys=("ctrl+shift+i",)),
    "key-sheet": State(incident="busy", keys=("F1",)),
}


def incidents(maker, folder):
    made = {name: folder / f"{name}.fireline" for name in ("empty", "busy", "handover")}
    make_incident(maker, made["empty"], "nine-step", "Checkout fails in Europe", "P2", START)
    busy = (HERE / "incidents/busy.txt").read_text(encoding="utf-8").strip().split("\n")
    make_incident(maker, made["busy"], "sre-directorate", "Checkout fails in Europe", "SEV1", START, busy)
    make_incident(maker, made["handover"], "sre-directorate", "Checkout fails in Europe", "SEV1", START,
                  [*busy, "10 - /handover @Dev", "20 Dev /shadow"])
    # Of a format that only a newer program knows; and with one word of one entry made another.
    record = made["busy"].read_bytes()
    for name, changed in {"newer": record[:63] + b"\x63" + record[64:],
                          "changed": record.replace(b'"pod A restarted', b'"pod B restarted')}.items():
        assert changed != record
        made[name] = folder / f"{name}.fireline"
        made[name].write_bytes(changed)
    return made


def take(name, state, program, files, pseudo, folder):
    with Screen(*state.size) as screen, Home() as home:
        arguments = list(state.arguments)
        if state.incident:
            own = home.path / "checkout.fireline"
            own.write_bytes(files[state.incident].read_bytes())
            arguments.append(own)
        known = "[start]\nfirst-run-done=true\n" if state.known else ""
        home.settings(known + state.settings)
        with Window(screen, home, program, arguments, clock=state.clock, translation=pseudo if state.pseudo else None,
                    environment=state.environment, qt_arguments=state.qt) as window:
            screen.settled()
            if state.keys:
                window.key(*state.keys)
                screen.settled()
            if state.typed:
                window.type(state.typed)
                screen.settled()
            if state.then:
                window.key(*state.then)
            picture = folder / f"{name}.png"
            window.screenshot(picture)
            colours = screen.colours(picture)
            assert colours >= LEAST_COLOURS, f"the picture is blank: {colours} colours"
            x, y, width, height = window.geometry()
            assert width <= state.size[0] and height <= state.size[1], f"{width}x{height} does not fit on {state.size}"
            said = [line for line in window.said().split("\n") if line.strip() and line.strip() not in EXPECTED]
            assert not said, "the program says on its terminal: " + " | ".join(said)
        assert window.process.returncode in (0, -15), f"the program ended with {window.process.returncode}"


def main():
    program, maker, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    wanted = sys.argv[4:] or list(STATES)
    skip_without_tools()
    folder.mkdir(parents=True, exist_ok=True)
    failed = []
    with tempfile.TemporaryDirectory() as scratch:
        files = incidents(maker, Path(scratch))
        pseudo = Path(scratch) / "pseudo.qm"
        subprocess.run([sys.executable, str(HERE.parents[1] / "translations/pseudo.py"), str(pseudo)], check=True)
        for name in wanted:
            try:
                take(name, STATES[name], program, files, pseudo, folder)
                print(f"{name}: {folder / name}.png", flush=True)
            except (AssertionError, subprocess.CalledProcessError) as fault:
                failed.append(name)
                print(f"{name}: FAILED: {fault}", flush=True)
    if failed:
        sys.exit(f"{len(failed)} of {len(wanted)} states failed: {' '.join(failed)}")


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    main()
