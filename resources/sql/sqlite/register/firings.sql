-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT incidents.id, incidents.title, firings.at_us
FROM firings JOIN incidents USING (path) WHERE fingerprint = ? AND at_us < ? AND drill = 0 ORDER BY at_us DESC LIMIT ?
