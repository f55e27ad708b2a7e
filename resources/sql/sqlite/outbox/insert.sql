-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO outbox(seq) VALUES (?)
