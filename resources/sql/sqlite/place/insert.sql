-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO places(server_seq, seq, received_us, login, adopted, authority, chain_hash) VALUES (?, ?, ?, ?, ?, ?, ?)
