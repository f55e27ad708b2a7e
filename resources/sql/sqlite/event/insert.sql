-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO events(seq, id, incident, type, occurred_us, recorded_us, hlc_us, hlc_counter, recorded_by, device, device_seq,
                   payload, prev_hash, hash, record_hash, origin)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING
