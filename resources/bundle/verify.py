#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks an evidence bundle of Fireline without Fireline: python3 verify.py [FOLDER OR ZIP]

Recomputes the hash of every file, of every event, of each author's chain and of the record as a whole. Needs Python 3.8 and
nothing else. Exit code 0: everything matches; 1: something does not, and is named; 2: this is no bundle.
"""
import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path

MANIFEST, EVENTS, ATTACHMENTS = "manifest.json", "events.jsonl", "attachments/"
NO_HASH = bytes(32)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def files_of(place):
    """Every file of an archive or a folder by its name."""
    if place.is_dir():
        found = {str(file.relative_to(place).as_posix()): file.read_bytes() for file in place.rglob("*") if file.is_file()}
        return found, []
    with zipfile.ZipFile(place) as archive:
        names = archive.namelist()
        return {name: archive.read(name) for name in names}, [name for name in set(names) if names.count(name) > 1]


def canonical(value):
    """RFC 8785 without floats: keys by their UTF-16 units, nothing but what is needed escaped."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def field(data):
    return str(len(data)).encode() + b":" + data + b"\n"


def content_hash(event, incident):
    payload = canonical(event["payload"]).encode("utf-8")
    texts = [event["id"], incident, event["type"], event["actor"], event["device"], str(event["deviceSeq"])]
    parts = [text.encode("utf-8") for text in texts]
    parts += [bytes.fromhex(event["prevHash"]), event["hlc"].encode("latin-1"), str(event["occurredUs"]).encode(),
              str(event["recordedUs"]).encode(), hashlib.sha256(payload).digest()]
    return hashlib.sha256(b"fireline/event/v1\n" + b"".join(field(part) for part in parts)).digest()


def record_hash(before, seq, event_hash):
    return hashlib.sha256(b"fireline/record/v1\n" + str(seq).encode() + b"\n" + before + event_hash).digest()


class Record:
    """The events in the order in which they were recorded."""

    def __init__(self, incident):
        self.incident, self.authors, self.ids = incident, {}, set()
        self.count, self.head, self.wanted = 0, NO_HASH, set()

    def fault_of(self, event):
        before, known = self.authors.get(event["device"], (NO_HASH, 0))
        own = bytes.fromhex(event["hash"])
        if event["seq"] != self.count + 1:
            return "an event before it is missing, or it stands in another's place"
        if content_hash(event, self.incident) != own:
            return "its content does not match its hash"
        if event["deviceSeq"] != known + 1 or bytes.fromhex(event["prevHash"]) != before:
            return "it does not follow the event before it of its author"
        if event["id"] in self.ids:
            return "its id is there twice"
        self.count, self.head = event["seq"], record_hash(self.head, event["seq"], own)
        self.authors[event["device"]] = (own, event["deviceSeq"])
        self.ids.add(event["id"])
        attached = event["payload"].get("sha256")
        if isinstance(attached, str) and re.fullmatch("[0-9a-f]{64}", attached):
            self.wanted.add(ATTACHMENTS + attached)
        return None


def faults_of_record(files, manifest):
    """The first event that does not match; whatever follows it cannot be told."""
    record = Record(manifest["incident"])
    for number, line in enumerate(files.get(EVENTS, b"").split(b"\n"), 1):
        if not line:
            continue
        try:
            event = json.loads(line)
            fault = record.fault_of(event)
        except (ValueError, KeyError, TypeError, AttributeError):
            return [f"{EVENTS}: line {number} is no event"]
        if fault:
            return [f"event {event['id']} (number {event['seq']}): {fault}"]
    if record.count != manifest["headSeq"]:
        return [f"{EVENTS}: {record.count} events, and the record had {manifest['headSeq']}"]
    if record.head.hex() != manifest["headHash"]:
        return [f"{EVENTS}: the head of the record does not match"]
    return [f"{name}: the record names it, and it is not there" for name in sorted(record.wanted) if name not in files]


def faults_of_files(files, manifest):
    faults = []
    for name, known in sorted(manifest["files"].items()):
        if name not in files:
            faults.append(f"{name}: the manifest names it, and it is not there")
        elif sha256(files[name]) != known["sha256"]:
            faults.append(f"{name}: its content does not match the manifest")
    faults += [f"{name}: the manifest does not name it" for name in sorted(files) if name not in manifest["files"]]
    faults += [f"{name}: its content does not match its name" for name in sorted(files)
               if name.startswith(ATTACHMENTS) and sha256(files[name]) != name[len(ATTACHMENTS):]]
    return faults


def main():
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    try:
        files, doubled = files_of(place)
        raw = files.pop(MANIFEST)
        manifest = json.loads(raw)
        if manifest["format"] != "fireline-bundle-1":
            raise ValueError(manifest["format"])
    except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as fault:
        print(f"{place} is no bundle of Fireline: {fault}", file=sys.stderr)
        return 2
    faults = [f"{name}: it is there twice" for name in sorted(doubled)]
    faults += faults_of_files(files, manifest) + faults_of_record(files, manifest)
    for fault in faults:
        print(fault)
    print(f"Manifest: {sha256(raw)}")
    print(f"{len(faults)} faults." if faults else f"{manifest['headSeq']} events, {len(files)} files: all hashes match.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
