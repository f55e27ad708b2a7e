-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO held(path, process, what, at_us) VALUES (?, ?, ?, ?)
