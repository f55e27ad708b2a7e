-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT seq, id, incident, CAST(type AS BLOB), occurred_us, recorded_us, hlc_us, hlc_counter, CAST(recorded_by AS BLOB),
       CAST(device AS BLOB), device_seq, payload, prev_hash, hash, record_hash
FROM events WHERE seq = ?
