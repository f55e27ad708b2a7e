-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO firings(path, fingerprint, at_us) VALUES (?, ?, ?)
