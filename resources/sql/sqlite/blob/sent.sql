-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO blobs_sent(sha256) VALUES (?) ON CONFLICT DO NOTHING
