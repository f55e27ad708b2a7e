-- SPDX-License-Identifier: GPL-3.0-or-later
-- Words of the entries; the text itself stays in the events. It is filled at opening, since only the program knows the texts.
CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
