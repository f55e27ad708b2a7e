#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the real window into each of its named states, on a screen of its own and at a time that stands, and keeps a picture.

screens.py FIRELINE MAKEINCIDENT FOLDER [STATE...]             compares with the accepted pictures
screens.py --accept FIRELINE MAKEINCIDENT FOLDER [STATE...]    accepts what is there now: ./dev accept-screens

A state fails where the program ends, where the picture is blank, where its window does not fit on the screen, or where it does
not look as it was accepted, to the pixel: time stands in each, the home folder has one name, and nothing blinks. That it looks
right is for a person to say: nothing is accepted that nobody has looked at. A state without an accepted picture
(accepted/STATE.webp, without loss) is not compared; neither is any where letters are drawn by other versions than those of
accepted/versions.txt.
"""
import datetime
import http.server
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import uuid
from pathlib import Path

import graphsource
from uitest import Home, Screen, Window, make_incident, skip_without_tools

HERE = Path(__file__).resolve().parent
START = "2026-03-02T10:00:00Z"
BUSY, LATE = "2026-03-02T10:12:41Z", "2026-03-02T12:31:07Z"
ALL = "2026-03-02T10:17:20Z"
LEAST_COLOURS = 60
ACCEPTED = HERE / "accepted"
FUZZ = "1%"  # of a colour: the last bit, which another processor may round the other way; no eye sees it
# What draws the letters and icons. Another version draws them a little differently.
DRAWN_BY = ("fonts-b612", "fonts-dejavu-core", "libfreetype6", "libharfbuzz0b", "libqt6gui6", "libqt6svg6", "libqt6widgets6", "openbox")
HOME = "fireline-home"
STILL = 0.7  # seconds: longer than any timer of the program but its clock, which stands
EXPECTED = {"PulseAudioService: pa_context_connect() failed"}  # Qt's word where nothing can be heard


class State:
    """What a state needs: an incident, settings, a size, and what is pressed in it."""

    def __init__(self, incident=None, clock=BUSY, settings="", size=(1366, 768), keys=(), typed="", then=(), pseudo=False,
                 arguments=(), qt=(), environment=None, known=True, drill=None, metrics="", draft="", notices=False, shelf=(),
                 still=STILL, alerts=None, graphs=None):
        self.incident, self.clock, self.settings, self.size = incident, clock, settings, size
        self.keys, self.typed, self.then = keys, typed, then
        self.pseudo, self.arguments, self.qt, self.environment, self.known = pseudo, arguments, qt, environment or {}, known
        self.drill = drill  # seconds of its time after which a drill stands
        self.metrics = metrics  # a file of tests/data/metrics that was imported into the graphs before
        self.draft = draft  # a line that was being typed when the program was killed
        self.notices = notices  # they are wanted on the desktop, which has none
        self.shelf = shelf  # incidents in the data folder, for the start window
        self.still = still  # seconds without a change
        self.alerts = alerts  # an Alertmanager is set up, and answers so often; afterwards it is away
        self.graphs = graphs  # four queries to a Prometheus that is set up, or the trend of an alert: what graphsource plays

    def monitoring(self):
        sources = [ALERTS_FROM] if self.alerts is not None else []
        sources += [graphsource.SOURCE] if self.graphs else []
        return '[monitoring]\nsources="' + json.dumps(sources).replace('"', '\\"') + '"\n' if sources else ""


NO_NOTICES = "[reach]\ndue-desktop=false\nlate-desktop=false\ncommand-desktop=false\n"


def theme(name):
    return f"[look]\ncolours={name}\n"


AWAY = "[backend]\naddress=postgresql://ana@localhost:1/incidents\n"  # nobody answers there
SMALL_DARK = {"settings": AWAY + theme("dark"), "size": (1024, 700)}
ALERTMANAGER = 39093  # a port that stands in pictures
ALERTS_FROM = {"name": "alerts", "kind": "alertmanager", "address": f"http://localhost:{ALERTMANAGER}"}
ALWAYS = 1000
GRAPHED = 1.5  # seconds: every query was answered
ASKED = 2.5  # seconds: what waits for the backend is told once it had the time to answer
LONG_REFUSAL = "/draft nothing"  # its remedy names all that there is
SECTION = ("Return",) + ("Down",) * 7 + ("Return",)  # of the perspective "After the incident"

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
    "comms-1024": State(incident="busy", keys=("ctrl+3",), size=(1024, 700)),
    "observer": State(incident="busy", keys=("ctrl+4",)),
    "observer-1024-dark": State(incident="busy", keys=("ctrl+4",), size=(1024, 700), settings=theme("dark")),
    "after": State(incident="busy", keys=("ctrl+k",), typed="after the", then=("Return",)),
    "review-item-1024": State(incident="busy", keys=("ctrl+k",), typed="after the", then=("Return", "i"), size=(1024, 700)),
    "other-name": State(incident="busy", keys=("ctrl+k",), typed="hand"),
    "components": State(incident="all", clock=ALL, keys=("ctrl+3", "ctrl+k"), typed="go to the panel components",
                        then=("Return", "Down", "space")),
    "components-1024-dark": State(incident="all", clock=ALL, keys=("ctrl+3", "ctrl+k"), typed="go to the panel components",
                                  then=("Return", "n"), settings=theme("dark"), size=(1024, 700)),
    "late": State(incident="busy", clock=LATE),
    "late-dark": State(incident="busy", clock=LATE, settings=theme("dark")),
    "clocks": State(incident="busy", clock=LATE, keys=("ctrl+k",), typed="go to the panel clocks", then=("Return", "space")),
    "clocks-snooze": State(incident="busy", clock=LATE, keys=("ctrl+k",), typed="go to the panel clocks", then=("Return", "s")),
    "escalation": State(incident="busy", clock=LATE, keys=("ctrl+shift+g",)),
    "escalation-dark-1024": State(incident="busy", clock=LATE, settings=theme("dark"), size=(1024, 700), keys=("ctrl+shift+g",)),
    "drill": State(arguments=("--drill", "demo", "--watch"), drill=5),
    "drill-controller": State(arguments=("--drill", "demo", "--watch", "--speed", "20"), keys=("ctrl+5",), drill=100),
    "drill-guide": State(arguments=("--drill", "five-minutes"), keys=("ctrl+l",), typed="/claim", then=("Return",), drill=5),
    "drill-guide-1024-dark": State(arguments=("--drill", "five-minutes"), keys=("ctrl+3",), drill=5, settings=theme("dark"),
                                   size=(1024, 700)),
    "pseudo": State(incident="busy", pseudo=True),
    "reverse": State(incident="busy", qt=("-reverse",)),
    "pseudo-reverse-1024": State(incident="busy", pseudo=True, qt=("-reverse",), size=(1024, 700)),
    "palette": State(incident="busy", keys=("ctrl+k",), typed="sev"),
    "completion": State(incident="busy", keys=("ctrl+l",), typed="/"),
    "preview": State(incident="busy", keys=("ctrl+l",), typed="/action @Priya restart pod A +10m"),
    "actions": State(incident="busy", keys=("ctrl+shift+o",), typed="fail over to region B", then=("Return",)),
    "new-action": State(incident="busy", keys=("ctrl+shift+a",), typed="restart pod A"),
    "refused": State(incident="busy", keys=("ctrl+l",), typed="/resolve", then=("Return",)),
    "refused-long": State(incident="busy", keys=("ctrl+l",), typed=LONG_REFUSAL, then=("Return",)),
    "refused-long-1024": State(incident="busy", keys=("ctrl+l",), typed=LONG_REFUSAL, then=("Return",), size=(1024, 700)),
    "not-saved": State(incident="busy", keys=("ctrl+l",), typed="the disk is full", then=("Return",),
                       environment={"FIRELINE_TEST_FULL_DISK": "1"}),
    "newer-file": State(incident="newer"),
    "newer-file-1024": State(incident="newer", keys=("ctrl+3",), size=(1024, 700)),
    "changed-record": State(incident="changed", keys=("ctrl+l",), draft="what is typed while the record is verified can be copied out"),
    "no-notices": State(incident="busy", notices=True),
    "decisions": State(incident="busy", keys=("ctrl+shift+d",), typed="keep the old release until Monday"),
    "hypotheses": State(incident="busy", keys=("ctrl+shift+h",), then=("Escape", "Down", "space")),
    "triage": State(incident="triage", keys=("ctrl+k",), typed="go to the panel triage", then=("Return", "Down", "Down", "space")),
    "triage-report": State(incident="triage", keys=("ctrl+k",), typed="go to the panel triage", then=("Return", "n")),
    "triage-over": State(incident="over", keys=("ctrl+k",), typed="go to the panel triage", then=("Return",)),
    "handover": State(incident="handover", keys=("ctrl+shift+t",)),
    "playbooks": State(incident="busy", keys=("ctrl+k",), typed="go to the panel playbooks", then=("Return",)),
    "playbook-open": State(incident="busy", keys=("ctrl+k",), typed="find a playbook",
                           then=("Return", "d", "a", "t", "a", "Return", "space", "c")),
    "sitrep": State(incident="busy", keys=("ctrl+shift+i",)),
    "metrics": State(incident="busy", keys=("ctrl+k",), typed="go to the panel metric graphs", then=("Return", "Up", "Up"),
                     metrics="query-range.json"),
    "metrics-dark-1024": State(incident="busy", keys=("ctrl+k",), typed="go to the panel metric graphs", then=("Return", "Down"),
                               metrics="query-range.json", settings=theme("dark"), size=(1024, 700)),
    "metrics-table": State(incident="busy", keys=("ctrl+k",), typed="go to the panel metric graphs", then=("Return", "space"),
                           metrics="query-range.json"),
    "graphs-drill": State(arguments=("--drill", "demo", "--watch"), keys=("F7",), then=("Up", "Up"), drill=230),
    "graphs-drill-dark-1024": State(arguments=("--drill", "demo", "--watch"), keys=("F7",), then=("Up", "Up"), drill=230,
                                    settings=theme("dark"), size=(1024, 700)),
    "graphs-proposal": State(arguments=("--drill", "demo", "--watch"), keys=("F7",), then=("p",), drill=230),
    "graphs-proposal-dark-1024": State(arguments=("--drill", "demo", "--watch"), keys=("F7",), then=("p",), drill=230,
                                       settings=theme("dark"), size=(1024, 700)),
    "graphs-proposal-large": State(arguments=("--drill", "demo", "--watch"), keys=("F7", "F4"), then=("p",), drill=230),
    "graphs-effect-dark-1024": State(arguments=("--drill", "demo", "--watch"), keys=("F7",), then=("v",), drill=330,
                                     settings=theme("dark"), size=(1024, 700)),
    "graphs-effect-dark": State(arguments=("--drill", "demo", "--watch"), keys=("F7",), then=("v",), drill=330, settings=theme("dark")),
    "graphs-query": State(arguments=("--drill", "demo", "--watch"), keys=("F7", "q"), typed="edge_errors", then=("Return",), drill=230),
    # Of queries to a source of the settings.
    "graphs-live": State(incident="busy", keys=("F7",), graphs="busy", still=GRAPHED),
    "graphs-live-dark-1024": State(incident="busy", keys=("F7",), graphs="busy", still=GRAPHED, settings=theme("dark"), size=(1024, 700)),
    "graphs-next": State(incident="busy", keys=("F7", "f", "f"), graphs="busy", still=GRAPHED),
    "graphs-large": State(incident="busy", keys=("F7", "F4"), graphs="busy", still=GRAPHED),
    "graphs-large-dark-1024": State(incident="busy", keys=("F7", "F4"), graphs="busy", still=GRAPHED, settings=theme("dark"),
                                    size=(1024, 700)),
    "graphs-empty": State(incident="busy", keys=("F7",), graphs="empty", still=GRAPHED),
    "graphs-unreachable": State(incident="busy", keys=("F7",), graphs="away", still=GRAPHED),
    "graphs-stale": State(incident="busy", keys=("F7",), graphs="stale", still=GRAPHED),
    "graphs-live-1920": State(incident="busy", keys=("F7",), graphs="busy", still=GRAPHED, size=(1920, 1080)),
    "metrics-empty": State(incident="busy", keys=("ctrl+k",), typed="go to the panel metric graphs", then=("Return",)),
    "status": State(incident="busy", keys=("ctrl+3", "ctrl+shift+r"), typed="Checkout fails for all users in Europe"),
    "status-dark-1024": State(incident="busy", keys=("ctrl+3", "ctrl+shift+r"), typed="It is probably teh network",
                              settings=theme("dark"), size=(1024, 700)),
    "status-beside": State(incident="busy", keys=("ctrl+shift+r",)),
    # With something in every panel: changes, a poll, reports, drafts, a review, a handover under way.
    "all": State(incident="all", clock=ALL),
    "all-dark-1024": State(incident="all", clock=ALL, settings=theme("dark"), size=(1024, 700)),
    "all-scribe": State(incident="all", clock=ALL, keys=("ctrl+2",)),
    "all-comms": State(incident="all", clock=ALL, keys=("ctrl+3",)),
    "all-comms-1024": State(incident="all", clock=ALL, keys=("ctrl+3",), size=(1024, 700)),
    "all-late-high-contrast": State(incident="all", clock=LATE, settings=theme("high-contrast")),
    "changes": State(incident="all", clock=ALL, keys=("ctrl+k",), typed="go to the panel actions", then=("Return", "End")),
    "handover-steps": State(incident="all", clock=ALL, keys=("ctrl+shift+t",)),
    "review-written": State(incident="all", clock=ALL, keys=("ctrl+k",), typed="after the", then=("Return",)),
    # A section on its page: begun, with a piece of the record, in the dark on a small screen, choosing what the record has for it.
    "section-empty": State(incident="busy", keys=("ctrl+k",), typed="after the", then=("Return",) + ("Down",) * 6 + ("Return",)),
    "section-written": State(incident="all", clock=ALL, keys=("ctrl+k",), typed="after the", then=SECTION + ("ctrl+r", "Return")),
    "section-dark-1024": State(incident="all", clock=ALL, keys=("ctrl+k",), typed="after the", then=SECTION + ("ctrl+r", "Return"),
                               settings=theme("dark"), size=(1024, 700)),
    "section-record": State(incident="all", clock=ALL, keys=("ctrl+k",), typed="after the", then=SECTION + ("ctrl+r",)),
    "section-record-1024": State(incident="all", clock=ALL, keys=("ctrl+k",), typed="after the", then=SECTION + ("ctrl+r",),
                                 size=(1024, 700)),
    "section-in-command": State(incident="all", clock=ALL, keys=("ctrl+k",), typed="review impact", then=("Return", "Return")),
    "log": State(incident="busy", keys=("ctrl+k",), typed="go to the panel log", then=("Return", "Down", "Down")),
    "log-dark-1024": State(incident="busy", keys=("ctrl+k",), typed="go to the panel log", then=("Return", "Down"),
                           settings=theme("dark"), size=(1024, 700)),
    "drill-facilitator": State(arguments=("--drill", "demo", "--watch", "--speed", "20"), keys=("ctrl+5", "ctrl+shift+k"),
                               drill=100),
    # A shared backend: away, with entries that wait for it; acts of authority that it has to confirm; one that it refused; a
    # severity that two consoles set at once.
    "offline": State(incident="offline", settings=AWAY, still=ASKED),
    "offline-dark-1024": State(incident="offline", still=ASKED, **SMALL_DARK),
    "pending": State(incident="pending", settings=AWAY, still=ASKED),
    "pending-dark-1024": State(incident="pending", still=ASKED, **SMALL_DARK),
    "not-taken": State(incident="not-taken", settings=AWAY, still=ASKED),
    "not-taken-dark-1024": State(incident="not-taken", still=ASKED, **SMALL_DARK),
    "aside": State(incident="not-taken", settings=AWAY, still=ASKED, keys=("ctrl+k",), typed="panel set aside", then=("Return", "Down")),
    "conflict": State(incident="conflict", settings=AWAY, still=ASKED),
    "conflict-dark-1024": State(incident="conflict", still=ASKED, **SMALL_DARK),
    "first-run-look": State(known=False, keys=("alt+y", "Return")),
    "first-run-drill-dark": State(known=False, keys=("alt+y", "Return", "Return"), settings=theme("dark")),
    "settings": State(keys=("ctrl+comma",), settings=AWAY),
    "settings-dark-1024": State(keys=("ctrl+comma",), **SMALL_DARK),
    "search": State(shelf=("busy", "triage", "over"), keys=("ctrl+f",), typed="pod"),
    "search-dark-1024": State(shelf=("busy", "triage", "over"), keys=("ctrl+f",), typed="pod", settings=theme("dark"), size=(1024, 700)),
    "past": State(incident="busy", keys=("ctrl+k",), typed="look into the past", then=("Return", "Next")),
    "past-dark-1024": State(incident="busy", keys=("ctrl+k",), typed="look into the past", then=("Return", "Next"),
                            settings=theme("dark"), size=(1024, 700)),
    "severity-form": State(incident="busy", keys=("ctrl+shift+l",)),
    # Alerts of a source: several of one name, one silenced; none set up; nobody there; one that fell silent.
    "inbox": State(incident="busy", keys=("F12",), alerts=ALWAYS),
    "inbox-dark-1024": State(incident="all", clock=ALL, keys=("F12",), alerts=ALWAYS, settings=theme("dark"), size=(1024, 700)),
    "inbox-silence": State(incident="busy", keys=("F12",), then=("s",), alerts=ALWAYS, settings=theme("dark")),
    # What is known of one: its expression now, a day and a week before, and how often it fired.
    "inbox-trend": State(incident="busy", keys=("F12",), then=("Down", "Down"), alerts=ALWAYS, graphs="trend", still=GRAPHED),
    "inbox-trend-large": State(incident="busy", keys=("F12",), then=("Down", "Down", "F4"), alerts=ALWAYS, graphs="trend", still=GRAPHED),
    "inbox-trend-dark-1024": State(incident="busy", keys=("F12",), then=("Down", "Down", "F4"), alerts=ALWAYS, graphs="trend",
                                   still=GRAPHED, settings=theme("dark"), size=(1024, 700)),
    "inbox-empty": State(incident="busy", keys=("F12",)),
    "inbox-unreachable": State(incident="busy", keys=("F12",), alerts=0, still=ASKED),
    "inbox-stale": State(incident="busy", keys=("F12",), then=("ctrl+4", "ctrl+1", "F12"), alerts=1, still=ASKED),
    "inbox-stale-dark-1024": State(incident="busy", keys=("F12",), then=("ctrl+4", "ctrl+1", "F12"), alerts=1, still=ASKED,
                                   settings=theme("dark"), size=(1024, 700)),
    "start-alerts": State(keys=("F12",), alerts=ALWAYS),
    "start-from-alert-dark": State(keys=("F12",), then=("Return",), alerts=ALWAYS, settings=theme("dark")),
    "settings-monitoring": State(keys=("ctrl+comma",), then=("ctrl+Tab",) * 4, alerts=ALWAYS),
    "settings-monitoring-dark-1024": State(keys=("ctrl+comma",), then=("ctrl+Tab",) * 4, alerts=ALWAYS, settings=theme("dark"),
                                           size=(1024, 700)),
    "key-sheet": State(incident="busy", keys=("F1",)),
}


def incidents(maker, folder):
    made = {name: folder / f"{name}.fireline" for name in ("empty", "busy", "all", "handover")}
    make_incident(maker, made["empty"], "nine-step", "Checkout fails in Europe", "P2", START)
    busy = (HERE / "incidents/busy.txt").read_text(encoding="utf-8").strip().split("\n")
    make_incident(maker, made["busy"], "sre-directorate", "Checkout fails in Europe", "SEV1", START, busy)
    more = (HERE / "incidents/more.txt").read_text(encoding="utf-8").strip().split("\n")
    make_incident(maker, made["all"], "sre-directorate", "Checkout fails in Europe", "SEV1", START, [*busy, *more])
    make_incident(maker, made["handover"], "sre-directorate", "Checkout fails in Europe", "SEV1", START,
                  [*busy, "10 - /handover @Dev", "20 Dev /shadow"])
    at_once = ['elsewhere 8 Jo severity.set {"from":"SEV1","to":"SEV2","why":"Europe alone is hit"}',
               'elsewhere 5 Dev severity.set {"from":"SEV1","to":"SEV3","why":"payments are retried by themselves"}']
    for name, lines in {"offline": ["20 - customers in Asia report it too", "12 Priya /finding the queue grows again #checkout"],
                        "pending": ["15 - /severity SEV2 Europe alone is hit", "10 - /role @Dev ol"],
                        "not-taken": ["10 - /role @Dev ol", "refused held"], "conflict": at_once}.items():
        made[name] = folder / f"{name}.fireline"
        make_incident(maker, made[name], "sre-directorate", "Checkout fails in Europe", "SEV1", START, [*busy, "shared", *lines])
    # Half answered, with two reports that are alike.
    made["triage"] = folder / "triage.fireline"
    make_incident(maker, made["triage"], "helpdeskflow", "Tickets cannot be saved", "-", START,
                  ['30 - /field failure="major component"', "20 - /report tickets cannot be saved region:EU reporter:Kim",
                   "40 - /report tickets cannot be saved region:US ticket:4711", "20 - /impact users 1200"])
    made["over"] = folder / "over.fireline"
    make_incident(maker, made["over"], "nine-step", "Checkout fails in Europe", "P2", START,
                  ["20 - /claim", "30 - /note the probe was moved yesterday", "20 - /withdraw a wrong alarm"])
    # Of a format that only a newer program knows; and with one word of one entry made another.
    record = made["busy"].read_bytes()
    for name, changed in {"newer": record[:63] + b"\x63" + record[64:],
                          "changed": record.replace(b'"pod A restarted', b'"pod B restarted')}.items():
        assert changed != record
        made[name] = folder / f"{name}.fireline"
        made[name].write_bytes(changed)
    return made


def versions():
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}\\n", *DRAWN_BY], capture_output=True, text=True)
    return done.stdout


def is_comparable():
    file = ACCEPTED / "versions.txt"
    if not file.exists():
        print("not compared: no picture is accepted yet", flush=True)
        return False
    accepted = file.read_text(encoding="utf-8")
    differing = sorted(set(versions().split("\n")) - set(accepted.split("\n")))
    if differing or not versions():
        print(f"not compared: the pictures were accepted with other versions than {', '.join(differing) or 'any here'}", flush=True)
    return bool(versions()) and not differing


def accepted_of(name):
    return ACCEPTED / f"{name}.webp"


def accept(name, picture):
    ACCEPTED.mkdir(exist_ok=True)
    subprocess.run(["convert", str(picture), "-define", "webp:lossless=true", "-define", "webp:method=6", "-quality", "100",
                    str(accepted_of(name))], check=True)


def compare(name, picture):
    accepted = accepted_of(name)
    if not accepted.exists():
        return "no picture of it is accepted yet"
    difference = picture.with_suffix(".difference.png")
    done = subprocess.run(["compare", "-metric", "AE", "-fuzz", FUZZ, str(picture), str(accepted), str(difference)],
                          capture_output=True, text=True)
    try:
        pixels = float(done.stderr)
    except ValueError:
        raise AssertionError(f"cannot be compared with {accepted}: {done.stderr.strip()}") from None
    assert pixels == 0, (f"{pixels:.0f} pixels differ from the accepted picture\n  accepted   {accepted}\n"
                         f"  now        {picture}\n  difference {difference}\n"
                         f"  look at it; if it is meant: ./dev accept-screens {name}")
    difference.unlink()
    return "as accepted"


def incident_of(file):
    record = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
    found = uuid.UUID(bytes=record.execute("SELECT incident FROM events LIMIT 1").fetchone()[0])
    record.close()
    return found


def remember_metrics(home, incident, name):
    """As if the file had been imported into this incident's graphs before."""
    folder = home.path / "state/fireline/metrics"
    folder.mkdir(parents=True)
    copy = home.path / name
    copy.write_bytes((HERE.parent / "data/metrics" / name).read_bytes())
    (folder / f"{incident_of(incident)}.json").write_text(json.dumps({"files": [{"path": str(copy), "local": False}]}), encoding="utf-8")


def remember_queries(home, incident):
    """As if they had been asked for in this incident before."""
    folder = home.path / "state/fireline/metrics"
    folder.mkdir(parents=True)
    (folder / f"{incident_of(incident)}-queries.json").write_text(json.dumps({"queries": graphsource.QUERIES}), encoding="utf-8")


def remember_draft(home, incident, state):
    """As if the program had been killed while this was typed."""
    folder = home.path / "state/fireline/drafts"
    folder.mkdir(parents=True)
    (folder / f"{incident_of(incident)}.json").write_text(json.dumps({"line": state.draft, "begun": state.clock}), encoding="utf-8")


def alert(name, service, summary, begun, silenced=False, **more):
    status = {"state": "suppressed" if silenced else "active", "silencedBy": ["s1"] if silenced else [], "inhibitedBy": []}
    return {"labels": {"alertname": name, "service": service, "severity": "page"}, "annotations": {"summary": summary} | more,
            "startsAt": f"2026-03-02T{begun}Z", "endsAt": "2099-01-01T00:00:00Z", "updatedAt": f"2026-03-02T{begun}Z",
            "fingerprint": f"{name}{service}".encode().hex()[-16:].rjust(16, "0"), "receivers": [{"name": "team"}], "status": status,
            "generatorURL": f"http://localhost:9090/graph?g0.expr={service}"}


FIRING = [alert("CheckoutErrors", "checkout-eu", "42 % of all requests fail", "10:01:30", type="database", cause="pool exhausted"),
          alert("CheckoutErrors", "checkout-us", "7 % of all requests fail", "10:06:10"),
          alert("QueueGrows", "payments", "12000 payments wait", "10:08:00"),
          alert("DiskFull", "archive", "93 % of the disk is used", "08:20:00", silenced=True)]


class Alertmanager:
    """Answers so often what fires, and then no more."""

    def __init__(self, answers):
        self.left = answers
        self.server = None

    def __enter__(self):
        if self.left:
            outer = self

            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    body = json.dumps(FIRING).encode()
                    outer.left -= 1
                    self.send_response(200 if outer.left >= 0 else 503)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

                def log_message(self, *_):
                    pass

            self.server = http.server.ThreadingHTTPServer(("localhost", ALERTMANAGER), Handler)
            threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        if self.server:
            self.server.shutdown()
            self.server.server_close()


def take(name, state, program, files, pseudo, folder):
    with Alertmanager(state.alerts or 0), graphsource.Prometheus(state.graphs, datetime.datetime.fromisoformat(state.clock).timestamp()):
        take_with(name, state, program, files, pseudo, folder)


def take_with(name, state, program, files, pseudo, folder):
    with Screen(*state.size) as screen, Home(HOME) as home:
        screen.output("xdotool", "mousemove", *map(str, state.size), check=True)  # over nothing that lights up
        arguments = list(state.arguments)
        if state.incident:
            own = home.path / "checkout.fireline"
            own.write_bytes(files[state.incident].read_bytes())
            arguments.append(own)
            if state.metrics:
                remember_metrics(home, own, state.metrics)
            if state.graphs and state.graphs != "trend":
                remember_queries(home, own)
            if state.draft:
                remember_draft(home, own, state)
        for incident in state.shelf:
            folder_of_all = home.path / "data/fireline/incidents"
            folder_of_all.mkdir(parents=True, exist_ok=True)
            (folder_of_all / f"{incident}.fireline").write_bytes(files[incident].read_bytes())
        known = "[start]\nfirst-run-done=true\n" if state.known else ""
        home.settings(known + state.settings + state.monitoring() + ("" if state.notices else NO_NOTICES))
        environment = {"TZ": "Europe/Berlin"} | ({} if state.drill is None else {"FIRELINE_TEST_DRILL": str(state.drill)})
        with Window(screen, home, program, arguments, clock=state.clock, translation=pseudo if state.pseudo else None,
                    environment=environment | state.environment, qt_arguments=state.qt) as window:
            window.settled()
            if state.keys:
                window.key(*state.keys)
                window.settled()
            if state.typed:
                window.type(state.typed)
                window.settled()
            if state.then:
                window.key(*state.then)
            picture = folder / f"{name}.png"
            window.screenshot(picture, state.still)
            colours = screen.colours(picture)
            assert colours >= LEAST_COLOURS, f"the picture is blank: {colours} colours"
            x, y, width, height = window.geometry()
            assert width <= state.size[0] and height <= state.size[1], f"{width}x{height} does not fit on {state.size}"
            said = [line for line in window.said().split("\n") if line.strip() and line.strip() not in EXPECTED]
            assert not said, "the program says on its terminal: " + " | ".join(said)
        assert window.process.returncode in (0, -15), f"the program ended with {window.process.returncode}"


def main():
    arguments = sys.argv[1:]
    accepting = arguments[:1] == ["--accept"]
    program, maker, folder, *wanted = arguments[accepting:]
    folder, wanted = Path(folder), wanted or list(STATES)
    unknown = [name for name in wanted if name not in STATES]
    if unknown:
        sys.exit(f"no such state: {' '.join(unknown)}; there are {' '.join(STATES)}")
    skip_without_tools("compare")
    folder.mkdir(parents=True, exist_ok=True)
    comparing = (not accepting or len(wanted) < len(STATES) and (ACCEPTED / "versions.txt").exists()) and is_comparable()
    if accepting and not comparing and len(wanted) < len(STATES) and (ACCEPTED / "versions.txt").exists():
        sys.exit("the others would be compared with letters of other versions: accept all states at once")
    failed = []
    with tempfile.TemporaryDirectory(prefix="fireline-screens-") as scratch:
        scratch = Path(scratch)
        pseudo = scratch / "pseudo.qm"
        if any(STATES[name].pseudo for name in wanted):
            subprocess.run([sys.executable, "-B", HERE.parents[1] / "translations/pseudo.py", pseudo], check=True)
        files = incidents(maker, scratch)
        for name in wanted:
            picture = folder / f"{name}.png"
            try:
                take(name, STATES[name], program, files, pseudo, folder)
                if accepting:
                    accept(name, picture)
                found = "accepted" if accepting else compare(name, picture) if comparing else "not compared"
                print(f"{name}: {picture}: {found}", flush=True)
            except (AssertionError, subprocess.CalledProcessError) as fault:
                failed.append(name)
                print(f"{name}: FAILED: {fault}", flush=True)
    if failed:
        sys.exit(f"{len(failed)} of {len(wanted)} states failed: {' '.join(failed)}")
    if accepting:
        (ACCEPTED / "versions.txt").write_text(versions(), encoding="utf-8")


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    main()
