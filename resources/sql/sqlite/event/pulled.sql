-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT seq FROM events WHERE origin = 1
