-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT path, id, title, process, severity, declared_us, resolved_us, closed_us, drill, open_clocks
FROM incidents ORDER BY declared_us DESC, path
