-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO refusals(seq, reason, rule) VALUES (?, ?, ?)
ON CONFLICT(seq) DO UPDATE SET reason = excluded.reason, rule = excluded.rule
