-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO outbox(seq, refused_for)
SELECT refusals.seq, reason FROM refusals JOIN events USING (seq) WHERE device = ? AND device_seq > ? AND origin = 0
ON CONFLICT(seq) DO NOTHING
