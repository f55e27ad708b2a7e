-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT events.id, reason, rule FROM refusals JOIN events USING (seq) ORDER BY seq
