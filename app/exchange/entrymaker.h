// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer.h"
#include "timedrow.h"

namespace fireline::exchange {

/// Keeps the lists of warnings and refused lines short enough for a person: the first thousand and how many more.
void addWarning(Imported &out, const QString &text);
void addNotPlaced(Imported &out, int line, const QString &source, const QString &reason);

/// Settles days and zones and turns the rows into entries, refused lines, warnings and the known times of `out`.
/// `fileName` goes into the references. Labelled rows also fill declaredAt and its like.
void makeEntries(const QList<TimedRow> &rows, const DocumentFacts &facts, const Zone &override, const QString &fileName,
                 Imported &out);

/// Adds one entry that is placed already; fills kind, key and reference.
void addEntry(Imported &out, ImportedEntry entry, const QString &localTime, const QString &fileName);

} // namespace fireline::exchange
