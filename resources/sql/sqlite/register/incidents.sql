-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT path, id, title, process, severity, rank, phase, declared_us, resolved_us, closed_us, withdrawn_us, changed_us,
       drill, open_clocks
FROM incidents ORDER BY max(changed_us, declared_us) DESC, path
