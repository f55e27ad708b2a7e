-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT server_seq, chain_hash FROM places ORDER BY server_seq DESC LIMIT 1
