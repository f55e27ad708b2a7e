-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT max(at_us) FROM held WHERE process = ? AND what = ?
