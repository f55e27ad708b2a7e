-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO blobs_wanted(sha256) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM blobs WHERE sha256 = ?) ON CONFLICT DO NOTHING
