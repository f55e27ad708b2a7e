-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT events.id FROM search JOIN events ON events.seq = search.rowid
WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?
