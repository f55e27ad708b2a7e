#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Presses every key of the map on the keyboards people have, as they would press it, in the real window (ux 5.2, item 3).

layouts.py KEYWITNESS [LAYOUT...]

Keys are pressed by their place on the keyboard: what a place types, and with which of Shift and AltGr, is read from the X server.
An action passes where one of its keys can be pressed on that keyboard and all that can be pressed reach it.
"""
import ctypes
import re
import sys
import threading
import time
from queue import Empty, Queue

from uitest import SKIPPED, Home, Screen, Window, skip_without_tools, wait_for

# Layout: the group that is typed in, and characters that need AltGr there.
LAYOUTS = {
    "us": (0, ""),
    "de": (0, "@{[]}\\~|"),
    "fr": (0, "@#{[|\\]}"),
    "us,ru": (1, ""),
}
KEYSYMS = {"=": "equal", "-": "minus", "+": "plus", ",": "comma", ".": "period", "&": "ampersand", "É": "eacute", "\"": "quotedbl",
           "'": "apostrophe", "(": "parenleft", "?": "question", "@": "at", "#": "numbersign", "{": "braceleft", "[": "bracketleft",
           "]": "bracketright", "}": "braceright", "\\": "backslash", "~": "asciitilde", "|": "bar", "Esc": "Escape",
           "Return": "Return", "Del": "Delete", "Ins": "Insert", "PgUp": "Prior", "PgDown": "Next", "Space": "space"}
SHIFT, CONTROL, ALT, ALTGR = 50, 37, 64, 108
MODIFIERS = {"Ctrl": CONTROL, "Shift": SHIFT, "Alt": ALT}
MOST_PATIENCE = 10.0


class Hands:
    """Presses keys by their codes. xdotool would put the first group into force for each key that it presses."""

    CORE_KEYBOARD = 0x100

    def __init__(self, display):
        self._x11, self._xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        for call, more in ((self._x11.XSync, [ctypes.c_int]), (self._x11.XCloseDisplay, []),
                           (self._x11.XkbLockGroup, [ctypes.c_uint, ctypes.c_uint]),
                           (self._xtst.XTestFakeKeyEvent, [ctypes.c_uint, ctypes.c_int, ctypes.c_ulong])):
            call.argtypes = [ctypes.c_void_p, *more]
        self._display = self._x11.XOpenDisplay(display.encode())
        assert self._display, "the screen is not there"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._x11.XCloseDisplay(self._display)

    def choose_group(self, group):
        self._x11.XkbLockGroup(self._display, self.CORE_KEYBOARD, group)
        self._x11.XSync(self._display, 0)

    def press(self, codes):
        """The last one while all others are held."""
        for code, down in [(code, 1) for code in codes] + [(code, 0) for code in reversed(codes)]:
            self._xtst.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x11.XSync(self._display, 0)


class Keyboard:
    """What each place of the keyboard types: from the X server's own description."""

    def __init__(self, screen, group):
        described = screen.output("xkbcomp", "-w", "0", "-xkb", screen.display, "-", check=True)
        codes = {name: int(code) for name, code in re.findall(r"<(\w+)>\s*=\s*(\d+);", described)}
        self._places = {}
        for name, body in re.findall(r"key\s*<(\w+)>\s*\{(.*?)\};", described, re.S):
            groups = re.findall(r"symbols\[Group(\d)\]\s*=\s*\[(.*?)\]", body, re.S)
            found = {int(number) - 1: symbols for number, symbols in groups} or \
                {0: next(iter(re.findall(r"\{?\s*\[(.*?)\]", body, re.S)), "")}
            for level, symbol in enumerate(re.split(r"[,\s]+", found.get(group, found.get(0, "")).strip())):
                # The lowest level wins, and the place that is there on every keyboard: <AE..> before <KP..>.
                if symbol and level < 4 and name in codes and not name.startswith("KP"):
                    self._places.setdefault(symbol, (codes[name], level))

    def place(self, keysym):
        """Key code and level (1: Shift, 2: AltGr, 3: both), or None."""
        return self._places.get(keysym)


def keysym_of(key):
    if key in KEYSYMS:
        return KEYSYMS[key]
    return key.lower() if len(key) == 1 else key


class Witness:
    """The window, and what it says."""

    def __init__(self, screen, home, program):
        self._window = Window(screen, home, program, streams=True)
        self._said = Queue()
        self.actions = {}

    def __enter__(self):
        self._window.start()
        threading.Thread(target=self._listen, daemon=True).start()
        while (line := self.next(30)) != "ready":
            kind, *rest = line.split("\t")
            if kind == "action":
                self.actions[rest[0]] = rest[1:]
        self._window.activate()
        return self

    def __exit__(self, *_):
        self._window.__exit__()

    def _listen(self):
        for line in self._window.process.stdout:
            self._said.put(line.rstrip("\n"))

    def next(self, patience):
        try:
            return self._said.get(timeout=patience)
        except Empty:
            return ""

    def text(self):
        self._window.process.stdin.write("text\n")
        self._window.process.stdin.flush()
        while (line := self.next(MOST_PATIENCE)):
            if line.startswith("text\t"):
                return line[5:]
        raise AssertionError("the window does not answer")

    def typed(self):
        """What a key types: keys and questions come by different ways, so the question may be there first."""
        typed, end = self.text(), time.monotonic() + MOST_PATIENCE
        while not typed and time.monotonic() < end:
            time.sleep(0.02)
            typed = self.text()
        return typed


def codes_for(keyboard, typed, sequence):
    """The key codes of a sequence like Ctrl+Shift+P; None where this keyboard has no such key. Letters are those of the Latin
    group, whichever is typed in; what needs Shift there has to be the same in both."""
    *modifiers, key = re.split(r"\+(?!$)", sequence)
    place = keyboard.place(keysym_of(key))
    if place is None or place[1] > 1 or (place[1] == 1 and typed.place(keysym_of(key)) != place):
        return None
    codes = [MODIFIERS[one] for one in modifiers]
    if place[1] == 1 and SHIFT not in codes:
        codes.append(SHIFT)
    return codes + [place[0]]


def check_keys(hands, keyboard, typed, witness):
    faults, pressed = [], 0
    for action, sequences in witness.actions.items():
        possible = [(sequence, codes) for sequence in sequences if (codes := codes_for(keyboard, typed, sequence))]
        if not possible:
            faults.append(f"{action}: none of {' '.join(sequences)} is on this keyboard")
        for sequence, codes in possible:
            hands.press(codes)
            pressed += 1
            line = witness.next(MOST_PATIENCE)
            if line != f"reached\t{action}":
                faults.append(f"{action}: {sequence} ({'+'.join(map(str, codes))}) gives {line or 'nothing'!r}")
    stray = witness.text()
    if stray:
        faults.append(f"shortcuts typed {stray!r} into quick entry")
    assert pressed >= 30, f"only {pressed} keys were pressed"
    return pressed, faults


def check_altgr(hands, keyboard, witness, characters):
    faults = []
    for character in characters:
        code, level = keyboard.place(KEYSYMS[character])
        assert level >= 2, f"{character} needs no AltGr here"
        hands.press(([SHIFT] if level == 3 else []) + [ALTGR, code])
        if (typed := witness.typed()) != character:
            faults.append(f"AltGr and key {code} types {typed!r} instead of {character!r}")
    if stray := witness.text():
        faults.append(f"AltGr types {stray!r} too")
    return faults


def play(layout, program):
    group, characters = LAYOUTS[layout]
    with Screen() as screen, Home() as home, Hands(screen.display) as hands:
        screen.output("setxkbmap", "-layout", layout, check=True)
        keyboard, typed = Keyboard(screen, 0), Keyboard(screen, group)
        with Witness(screen, home, program) as witness:
            hands.choose_group(group)
            if group:
                hands.press([keyboard.place("q")[0]])
                wait_for("another script than Latin", lambda: (text := witness.text()) and not text.isascii())
            pressed, faults = check_keys(hands, keyboard, typed, witness)
            faults += check_altgr(hands, keyboard, witness, characters)
    assert not faults, "\n  ".join([f"{layout}:", *faults])
    print(f"{layout}: {pressed} keys reach what they are for, {len(characters)} characters are typed with AltGr", flush=True)


def main():
    skip_without_tools("setxkbmap", "xkbcomp")
    try:
        ctypes.CDLL("libXtst.so.6")
    except OSError:
        print("skipped: libxtst6 is not installed")
        sys.exit(SKIPPED)
    failed = []
    for layout in sys.argv[2:] or LAYOUTS:
        try:
            play(layout, sys.argv[1])
        except AssertionError as fault:
            failed.append(layout)
            print(fault, flush=True)
    if failed:
        sys.exit(f"failed: {' '.join(failed)}")


if __name__ == "__main__":
    main()
