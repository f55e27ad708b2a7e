-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT sha256 FROM blobs WHERE sha256 NOT IN (SELECT sha256 FROM blobs_sent) ORDER BY sha256 LIMIT ?
