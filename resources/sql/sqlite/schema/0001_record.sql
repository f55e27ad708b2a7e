-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record: events never change, `record_hash` chains them in recorded order, the head of that chain stands in meta.
CREATE TABLE meta(
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE events(
    seq         INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    incident    BLOB NOT NULL CHECK (length(incident) = 16),
    type        TEXT NOT NULL,
    occurred_us INTEGER NOT NULL,
    recorded_us INTEGER NOT NULL,
    hlc_us      INTEGER NOT NULL,
    hlc_counter INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    device      TEXT NOT NULL,
    device_seq  INTEGER NOT NULL,
    payload     BLOB NOT NULL,
    prev_hash   BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash        BLOB NOT NULL CHECK (length(hash) = 32),
    record_hash BLOB NOT NULL CHECK (length(record_hash) = 32)
) STRICT;
CREATE UNIQUE INDEX events_by_author ON events(device, device_seq);
CREATE TABLE outbox(
    seq INTEGER PRIMARY KEY REFERENCES events(seq)
) STRICT;
CREATE TABLE cursors(
    source TEXT PRIMARY KEY,
    seq    INTEGER NOT NULL,
    hash   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta(key, value) VALUES ('min_reader', '1');
