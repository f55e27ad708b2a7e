-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO search(rowid, text) VALUES (?, ?)
