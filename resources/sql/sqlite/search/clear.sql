-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO search(search) VALUES ('delete-all')
