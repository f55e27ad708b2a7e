-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT sha256 FROM blobs
WHERE sha256 NOT IN (SELECT sha256 FROM blobs_sent)
  AND lower(hex(sha256)) IN (
      SELECT json_extract(CAST(payload AS TEXT), '$.sha256') FROM events
      WHERE type = 'attachment.added' AND json_valid(CAST(payload AS TEXT))
        AND (seq IN (SELECT seq FROM places) OR seq IN (SELECT seq FROM outbox WHERE refused_for = '')))
ORDER BY sha256 LIMIT ?
