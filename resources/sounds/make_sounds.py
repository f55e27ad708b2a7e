#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the alarm sounds beside this file: due.wav is one pulse, late.wav three, command.wav three and two.

make_sounds.py           writes them
make_sounds.py --check   exit 1 where a file is not what this script would write

Each is shorter than 600 ms and about as loud as speech (-16 LUFS). Two tones, so that neither age nor a small loudspeaker
hides both. The files are dedicated to the public domain (CC0 1.0).
"""
import io
import math
import sys
import wave
from pathlib import Path

RATE = 22050
TONES = (880, 1320)
PEAK = 0.3
EDGE = 0.008  # seconds of rise and fall: no click
PULSE, GAP, PAUSE = 0.07, 0.04, 0.11
PATTERNS = {"due": (1,), "late": (3,), "command": (3, 2)}


def pulse():
    length = round(PULSE * RATE)
    for i in range(length):
        edge = min(1.0, min(i, length - 1 - i) / (EDGE * RATE))
        rise = 0.5 - 0.5 * math.cos(math.pi * edge)
        yield PEAK * rise * sum(math.sin(2 * math.pi * tone * i / RATE) for tone in TONES) / len(TONES)


def samples(pattern):
    silence = [0.0]
    out = []
    for number, count in enumerate(pattern):
        out += silence * (round(PAUSE * RATE) if number else 0)
        for nth in range(count):
            out += silence * (round(GAP * RATE) if nth else 0)
            out += pulse()
    return out


def sound(pattern):
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(round(32767 * s).to_bytes(2, "little", signed=True) for s in samples(pattern)))
    return file.getvalue()


def main():
    wrong = 0
    for name, pattern in PATTERNS.items():
        path = Path(__file__).parent / f"{name}.wav"
        content = sound(pattern)
        if "--check" not in sys.argv[1:]:
            path.write_bytes(content)
        elif not path.is_file() or path.read_bytes() != content:
            print(f"{path} is not what {Path(__file__).name} writes")
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
