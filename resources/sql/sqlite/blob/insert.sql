-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO blobs(sha256, bytes) VALUES (?, ?) ON CONFLICT(sha256) DO NOTHING
