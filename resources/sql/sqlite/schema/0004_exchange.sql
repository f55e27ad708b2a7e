-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a backend has shown of this record, and what still waits for it. `events` stays what it was: every event once, in the
-- order in which this file came to know it.
ALTER TABLE events ADD COLUMN origin INTEGER NOT NULL DEFAULT 0; -- 0: written into this file, 1: taken from a backend
ALTER TABLE outbox ADD COLUMN refused_for TEXT NOT NULL DEFAULT ''; -- goes there once more, for its author's chain alone
-- The server's order. How far it reaches is the last place: a cursor of its own could only ever be wrong.
CREATE TABLE places(
    server_seq  INTEGER PRIMARY KEY,
    seq         INTEGER NOT NULL UNIQUE REFERENCES events(seq),
    received_us INTEGER NOT NULL,
    login       TEXT NOT NULL,
    adopted     INTEGER NOT NULL,
    authority   BLOB NOT NULL,
    chain_hash  BLOB NOT NULL CHECK (length(chain_hash) = 32)
) STRICT;
DROP TABLE cursors;
-- Places that a server once showed and has lost since: evidence.
CREATE TABLE aside(
    number      INTEGER PRIMARY KEY,
    generation  TEXT NOT NULL,
    server_seq  INTEGER NOT NULL,
    seq         INTEGER NOT NULL REFERENCES events(seq),
    received_us INTEGER NOT NULL,
    login       TEXT NOT NULL,
    adopted     INTEGER NOT NULL,
    authority   BLOB NOT NULL,
    chain_hash  BLOB NOT NULL
) STRICT;
CREATE TABLE refusals(
    seq    INTEGER PRIMARY KEY REFERENCES events(seq),
    reason TEXT NOT NULL,
    rule   TEXT NOT NULL
) STRICT;
CREATE TABLE blobs_sent(
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32)
) STRICT, WITHOUT ROWID;
CREATE TABLE blobs_wanted(
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32)
) STRICT, WITHOUT ROWID;
