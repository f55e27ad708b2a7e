-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO outbox(seq)
SELECT places.seq FROM places JOIN events USING (seq)
WHERE server_seq > ? AND (origin = 0 OR recorded_by = ? COLLATE NOCASE) ORDER BY places.seq
ON CONFLICT(seq) DO NOTHING
