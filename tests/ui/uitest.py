#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of its own for the real window: Xvfb, a window manager, a message bus, an empty home.

    with Screen(1366, 768) as screen, Home() as home:
        with Window(screen, home, FIRELINE, [file], clock="2026-03-02T10:20:00Z") as window:
            window.key("ctrl+k")
            window.screenshot("palette.png")

Nothing here touches the display, the bus or the files of whoever runs it, and all that was started is stopped by its id.
"""
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SKIPPED = 77  # what ctest takes for "skipped"
TOOLS = ("Xvfb", "openbox", "xdotool", "import", "convert", "dbus-daemon", "xdpyinfo", "xprop")
PATIENCE = 30.0
# Windows fill the screen below their title bars, as most people have them.
OPENBOX = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application type="normal"><maximized>yes</maximized></application>
</applications></openbox_config>
"""

# The same letters everywhere: whatever else is installed is not seen, and nothing depends on the order of a screen's colours.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><dir>/usr/share/fonts/truetype/b612</dir>
<dir>/usr/share/fonts/opentype/b612</dir><cachedir>{cache}</cachedir>
<match target="pattern"><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>
<match target="font"><edit name="rgba" mode="assign"><const>none</const></edit>
<edit name="hinting" mode="assign"><bool>false</bool></edit><edit name="autohint" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""


def skip_without_tools(*more):
    missing = [tool for tool in (*TOOLS, *more) if not shutil.which(tool)]
    if missing:
        print(f"skipped: not installed: {' '.join(missing)} (./dev test installs them)")
        sys.exit(SKIPPED)


def wait_for(what, condition, patience=PATIENCE):
    """Asks until the answer is true, and gives it back; what never comes is a fault that says what was waited for."""
    end = time.monotonic() + patience
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience:.0f} s in vain for {what}")
        time.sleep(0.02)


def rests(pid):
    """Whether every thread waits for something to come: none runs, wants to run, or waits for a disk."""
    try:
        stats = [stat.read_text() for stat in Path(f"/proc/{pid}/task").glob("*/stat")]
    except OSError:
        return False  # a thread ended meanwhile: it did something
    return all(stat.rpartition(")")[2].split()[0] not in "RD" for stat in stats)


def stop(process):
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Home:
    """An empty home folder with its XDG folders; gone afterwards. With a name it is the same place each time (a path that is
    seen in a picture is alike then), and whoever else wants it waits."""

    def __init__(self, name=None):
        self._name = name
        self._lock = None

    def __enter__(self):
        if self._name:
            self.path = Path("/tmp") / self._name
            self._lock = open(f"{self.path}.lock", "w", encoding="utf-8")
            fcntl.flock(self._lock, fcntl.LOCK_EX)
            shutil.rmtree(self.path, ignore_errors=True)  # of one that was killed
            self.path.mkdir(mode=0o700)
        else:
            self.path = Path(tempfile.mkdtemp(prefix="fireline-ui-"))
        for name in ("config", "data", "state", "cache", "run"):
            (self.path / name).mkdir(mode=0o700)
        (self.path / "fonts.conf").write_text(FONTS.format(cache=self.path / "cache"), encoding="utf-8")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock:
            self._lock.close()  # the lock goes with it

    def environment(self):
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS") if name in os.environ}
        return dict(kept, HOME=str(self.path), XDG_CONFIG_HOME=str(self.path / "config"), XDG_DATA_HOME=str(self.path / "data"),
                    XDG_STATE_HOME=str(self.path / "state"), XDG_CACHE_HOME=str(self.path / "cache"),
                    XDG_RUNTIME_DIR=str(self.path / "run"), FONTCONFIG_FILE=str(self.path / "fonts.conf"), TZ="Etc/UTC", LC_ALL="C.UTF-8", USER="ana", LOGNAME="ana")

    def settings(self, text):
        folder = self.path / "config/fireline"
        folder.mkdir(exist_ok=True)
        (folder / "settings.ini").write_text(text, encoding="utf-8")


class Screen:
    """A private X server with openbox and a session bus."""

    def __init__(self, width=1366, height=768, window_manager=True):
        self.size = (width, height)
        self.display = None
        self.bus = None
        self._window_manager = window_manager
        self._processes = []

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        read, write = os.pipe()
        xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self.size[0]}x{self.size[1]}x24", "-nolisten",
                                 "tcp", "-noreset"], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._processes.append(xvfb)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise AssertionError("Xvfb did not start")
        self.display = f":{number}"
        self._scratch = tempfile.TemporaryDirectory(prefix="fireline-screen-")
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, env=self.environment(), text=True)
        self._processes.append(bus)
        self.bus = bus.stdout.readline().strip()
        if self._window_manager:
            scratch = Path(self._scratch.name)
            (scratch / "openbox.xml").write_text(OPENBOX, encoding="utf-8")
            (scratch / "fonts.conf").write_text(FONTS.format(cache=scratch / "cache"), encoding="utf-8")
            self._processes.append(subprocess.Popen(["openbox", "--sm-disable", "--config-file", str(scratch / "openbox.xml")],
                                                    env=dict(self.environment(), FONTCONFIG_FILE=str(scratch / "fonts.conf")),
                                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            wait_for("the window manager", lambda: "window id" in self.output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def __exit__(self, *_):
        for process in reversed(self._processes):
            stop(process)
            if process.stdout:
                process.stdout.close()
        self._processes.clear()
        if hasattr(self, "_scratch"):
            self._scratch.cleanup()

    def environment(self):
        more = {"DBUS_SESSION_BUS_ADDRESS": self.bus} if self.bus else {}
        return dict(os.environ, DISPLAY=self.display, HOME=self._scratch.name, XDG_RUNTIME_DIR=self._scratch.name,
                    WAYLAND_DISPLAY="", **more)

    def output(self, *command, check=False):
        done = subprocess.run(command, env=self.environment(), capture_output=True, text=True)
        if check and done.returncode != 0:
            raise AssertionError(f"{' '.join(command)}: {done.stderr.strip()}")
        return done.stdout.strip()

    def picture(self):
        """The whole screen as raw bytes: to compare, not to look at."""
        return subprocess.run(["import", "-silent", "-window", "root", "rgb:-"], env=self.environment(), capture_output=True,
                              check=True).stdout

    def settled(self, what="the picture", patience=PATIENCE, still=0.2, programs=()):
        """Waits until nothing changes on the screen any more, for `still` seconds: timers of the program are shorter. None of
        `programs` has work then, however long a busy machine lets it wait for its turn."""
        last = [None, 0.0, 0]
        watched = [*(process.pid for process in self._processes), *programs]

        def same():
            now = self.picture()
            # Two pictures at least, however long one takes.
            same_again = now == last[0] and all(rests(pid) for pid in watched)
            last[2] = last[2] + 1 if same_again else 0
            if not same_again:
                last[1] = time.monotonic()
            last[0] = now
            return last[2] >= 2 and time.monotonic() - last[1] >= still

        wait_for(f"{what} to stand still", same, patience)

    def screenshot(self, path, still=0.2, programs=()):
        self.settled(still=still, programs=programs)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.output("import", "-silent", "-window", "root", "-strip", str(path), check=True)

    def colours(self, path):
        return int(self.output("convert", str(path), "-format", "%k", "info:", check=True))


class Window:
    """The real program on a screen. `clock` is the time that its clock stands at; `translation` a .qm file."""

    def __init__(self, screen, home, program, arguments=(), clock=None, translation=None, environment=None, qt_arguments=(),
                 patience=PATIENCE, streams=False):
        self.screen = screen
        self._patience = patience
        self.home = home
        self._command = [str(program), *map(str, arguments), *qt_arguments]
        self._environment = dict(home.environment(), DISPLAY=screen.display, DBUS_SESSION_BUS_ADDRESS=screen.bus,
                                 QT_QPA_PLATFORM="xcb") | (environment or {})
        if clock:
            self._environment["FIRELINE_TEST_CLOCK"] = clock
        if translation:
            self._environment["FIRELINE_TEST_TRANSLATION"] = str(translation)
        self._streams = streams  # whoever asks for it talks to the program
        self.process = None
        self.log = None

    def __enter__(self):
        try:
            self.start()
            self.activate()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        self.log = tempfile.TemporaryFile(mode="w+", encoding="utf-8")
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True} if self._streams else \
            {"stdin": subprocess.DEVNULL, "stdout": self.log}
        self.process = subprocess.Popen(self._command, env=self._environment, stderr=self.log, **pipes)

    def activate(self):
        self.id = wait_for("the window", self._find, self._patience)
        wait_for("the record in it", self._is_filled, self._patience)
        self.screen.output("xdotool", "windowactivate", "--sync", self.id)

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}: {self.said()}")
        found = self.screen.output("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid))
        # Qt keeps a hidden helper window; only one that the window manager knows counts.
        known = self.screen.output("xprop", "-root", "_NET_CLIENT_LIST")
        listed = {int(word.strip(","), 16) for word in known.split() if word.startswith("0x")}
        return next((one for one in found.split() if int(one) in listed), None)

    def _is_filled(self):
        """The window is there before its record is; until then it is named after the file."""
        title = self.screen.output("xdotool", "getwindowname", self.id).strip()
        stems = [Path(word).stem for word in self._command if word.endswith(".fireline")]
        return not any(title.startswith(f"{stem} ") for stem in stems)

    def __exit__(self, *_):
        stop(self.process)
        for pipe in (self.process.stdin, self.process.stdout) if self.process else ():
            if pipe:
                pipe.close()
        if self.log:
            self.log.close()

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def alive(self):
        return self.process.poll() is None

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def key(self, *keys):
        self.screen.output("xdotool", "key", "--clearmodifiers", *keys, check=True)

    def type(self, text, delay=4):
        self.screen.output("xdotool", "type", "--delay", str(delay), "--", text, check=True)

    def title(self):
        return self.screen.output("xdotool", "getwindowname", self.id)

    def geometry(self):
        found = dict(line.split("=", 1) for line in self.screen.output("xdotool", "getwindowgeometry", "--shell", self.id).split("\n"))
        return tuple(int(found[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def settled(self, still=0.2):
        self.screen.settled(still=still, programs=[self.process.pid])

    def screenshot(self, path, still=0.2):
        assert self.alive(), f"the program ended: {self.said()}"
        self.screen.screenshot(path, still, [self.process.pid])


def make_incident(maker, path, process, title, severity="-", start="2026-03-02T10:00:00Z", lines=(), config=None):
    """Makes a file; gives back the time at which its record ends."""
    environment = dict(os.environ, **({"FIRELINE_CONFIG": str(config)} if config else {}))
    done = subprocess.run([str(maker), str(path), process, severity, start, title], input="\n".join(lines) + "\n", text=True,
                          capture_output=True, env=environment)
    if done.returncode != 0:
        raise AssertionError(f"the incident cannot be made: {done.stdout}{done.stderr}")
    return done.stdout.strip().split("\n")[-1]
