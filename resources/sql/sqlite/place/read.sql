-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT server_seq, seq, received_us, login, adopted, authority, chain_hash FROM places ORDER BY server_seq
