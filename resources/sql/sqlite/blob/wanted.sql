-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT sha256 FROM blobs_wanted ORDER BY sha256 LIMIT ?
