-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM places JOIN events USING (seq) WHERE server_seq = ? AND (origin = 0 OR recorded_by = ? COLLATE NOCASE)
