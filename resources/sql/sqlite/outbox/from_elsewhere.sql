-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM outbox JOIN events USING (seq) WHERE device = ? AND origin = 1 ORDER BY seq
