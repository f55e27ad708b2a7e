-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes FROM blobs WHERE sha256 = ?
