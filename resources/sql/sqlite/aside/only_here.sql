-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(DISTINCT seq) FROM aside
WHERE seq NOT IN (SELECT seq FROM places) AND seq NOT IN (SELECT seq FROM outbox) AND seq NOT IN (SELECT seq FROM refusals)
