-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM blobs_wanted WHERE sha256 = ?
