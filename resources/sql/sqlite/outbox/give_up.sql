-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM outbox WHERE seq IN (SELECT seq FROM events WHERE device = ? AND origin = 1)
