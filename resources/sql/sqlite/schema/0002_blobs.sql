-- SPDX-License-Identifier: GPL-3.0-or-later
-- Attachments by content (decisions 11).
CREATE TABLE blobs(
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    bytes  BLOB NOT NULL
) STRICT;
