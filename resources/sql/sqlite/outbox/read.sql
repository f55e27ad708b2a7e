-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT seq, refused_for FROM outbox ORDER BY seq LIMIT ?
