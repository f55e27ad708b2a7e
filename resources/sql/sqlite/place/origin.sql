-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT origin FROM places JOIN events USING (seq) WHERE server_seq = ?
