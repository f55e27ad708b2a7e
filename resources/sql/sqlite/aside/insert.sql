-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO aside(generation, server_seq, seq, received_us, login, adopted, authority, chain_hash)
SELECT ?, server_seq, seq, received_us, login, adopted, authority, chain_hash FROM places WHERE server_seq > ? ORDER BY server_seq
