#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds in the running window, over the real accessibility bus.

atspi_tree.py FIRELINE MAKEINCIDENT    starts the window on a screen and a bus of its own, and looks with pyatspi
atspi_tree.py --look PID               the half that looks, in the environment of that bus: the tree as JSON
"""
import json
import os
import subprocess
import sys
from pathlib import Path

from uitest import SKIPPED, Home, Screen, Window, make_incident, skip_without_tools, stop, wait_for

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON = "/usr/bin/python3"  # the one that Debian's modules are for


def look(pid):
    import pyatspi

    desktop = pyatspi.Registry.getDesktop(0)
    nodes = []

    def walk(node, depth):
        if node is None or depth > 25 or len(nodes) > 3000:
            return
        states = node.getState()
        nodes.append({"role": node.getRoleName(), "name": node.name, "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
                      "showing": states.contains(pyatspi.STATE_SHOWING)})
        if node.getRoleName() in ("table", "tree", "tree table", "list"):
            return
        for index in range(node.childCount):
            walk(node.getChildAtIndex(index), depth + 1)

    for application in desktop:
        if application is not None and application.get_process_id() == pid:
            walk(application, 0)
    print(json.dumps(nodes))


def tree(screen, window):
    done = subprocess.run([PYTHON, "-B", __file__, "--look", str(window.process.pid)], env=screen.environment(),
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(done.stderr.strip())
    nodes = json.loads(done.stdout)
    return nodes if any(node["role"] == "frame" for node in nodes) else None


def main():
    skip_without_tools()
    if subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True).returncode != 0:
        print("skipped: python3-pyatspi is not installed")
        sys.exit(SKIPPED)
    if not LAUNCHER.exists():
        print("skipped: at-spi2-core is not installed")
        sys.exit(SKIPPED)
    program, maker = sys.argv[1], sys.argv[2]
    with Screen() as screen, Home() as home:
        file = home.path / "checkout.fireline"
        lines = (Path(__file__).parent / "incidents/busy.txt").read_text(encoding="utf-8").strip().split("\n")
        make_incident(maker, file, "sre-directorate", "Checkout fails in Europe", "SEV1", lines=lines)
        bus = subprocess.Popen([str(LAUNCHER), "--launch-immediately"], env=screen.environment(), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
        try:
            environment = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
            with Window(screen, home, program, [file], clock="2026-03-02T10:12:41Z", environment=environment) as window:
                nodes = wait_for("the window on the accessibility bus", lambda: tree(screen, window))
        finally:
            stop(bus)
    shown = [node for node in nodes if node["showing"]]
    nameless = [node["role"] for node in shown if node["focusable"] and not node["name"].strip()]
    assert not nameless, f"can take the focus and has no name: {nameless}"
    names = "\n".join(node["name"] for node in shown)
    for wanted in ("Checkout fails in Europe", "SEV1", "Mitigation", "Quick entry"):
        assert wanted.lower() in names.lower(), f"\"{wanted}\" is not there:\n{names}"
    assert any(node["role"] in ("text", "entry") and node["focusable"] for node in shown), "there is nothing to type into"
    print(f"{len(shown)} things to be read, {sum(node['focusable'] for node in shown)} can take the focus, all with a name")


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    if len(sys.argv) == 3 and sys.argv[1] == "--look":
        look(int(sys.argv[2]))
    else:
        main()
