-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing here that the incident files do not say: another version of it is dropped and filled anew.
DROP TABLE IF EXISTS firings;
DROP TABLE IF EXISTS held;
DROP TABLE IF EXISTS incidents;
CREATE TABLE incidents(
    path        TEXT PRIMARY KEY,
    id          TEXT NOT NULL,
    title       TEXT NOT NULL,
    process     TEXT NOT NULL,
    severity    TEXT NOT NULL,
    rank        INTEGER NOT NULL,
    phase       TEXT NOT NULL,
    declared_us INTEGER NOT NULL,
    resolved_us INTEGER NOT NULL,
    closed_us   INTEGER NOT NULL,
    withdrawn_us INTEGER NOT NULL,
    changed_us  INTEGER NOT NULL,
    drill       INTEGER NOT NULL,
    open_clocks TEXT NOT NULL
) STRICT;
CREATE TABLE firings(
    path        TEXT NOT NULL REFERENCES incidents(path) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    at_us       INTEGER NOT NULL
) STRICT;
CREATE INDEX firings_by_fingerprint ON firings(fingerprint, at_us);
CREATE TABLE held(
    path    TEXT NOT NULL REFERENCES incidents(path) ON DELETE CASCADE,
    process TEXT NOT NULL,
    what    TEXT NOT NULL,
    at_us   INTEGER NOT NULL
) STRICT;
