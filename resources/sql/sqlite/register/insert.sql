-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO incidents(path, id, title, process, severity, rank, phase, declared_us, resolved_us, closed_us, withdrawn_us,
                      changed_us, drill, open_clocks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
