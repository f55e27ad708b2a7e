#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Types `./dev run` where there is a display, and looks whether it ends in the window on an incident.

devrun.py PICTURE.png    by hand, and by `./dev bare` in a fresh system
"""
import sys
import time
from pathlib import Path

from uitest import Home, Screen, Window, skip_without_tools

ROOT = Path(__file__).resolve().parents[2]


def main():
    skip_without_tools()
    began = time.monotonic()
    with Screen() as screen, Home() as home:
        with Window(screen, home, ROOT / "dev", ["run"], patience=1800) as window:
            title = window.title()
            assert "DRILL" in title.upper() and "Fireline" in title, f"the window is called {title}"
            window.screenshot(sys.argv[1])
            assert screen.colours(sys.argv[1]) > 60, "the picture is blank"
            print(f"./dev run opened \"{title}\" after {time.monotonic() - began:.0f} s: {sys.argv[1]}")


if __name__ == "__main__":
    main()
