-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT seq, reason, rule FROM refusals
UNION ALL
SELECT seq, refused_for, '' FROM outbox WHERE refused_for <> ''
UNION ALL
SELECT DISTINCT seq, '', '' FROM aside
WHERE seq NOT IN (SELECT seq FROM places) AND seq NOT IN (SELECT seq FROM outbox) AND seq NOT IN (SELECT seq FROM refusals)
ORDER BY 1
