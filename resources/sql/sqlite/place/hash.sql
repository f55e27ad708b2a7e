-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT chain_hash FROM places WHERE server_seq = ?
