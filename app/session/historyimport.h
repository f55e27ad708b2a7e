// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer.h"
#include "incidentsession.h"

namespace fireline::session {

/// What came of an import.
struct HistoryCount
{
    int taken = 0;
    int known = 0; ///< there already from an earlier import
};

/// Reads an outside record; `kindWord` and `zone` may be empty, `year` too. Problem::Usage for an unknown kind, zone or year.
[[nodiscard]] domain::Outcome<exchange::Imported> readHistory(const QByteArray &bytes, const QString &fileName,
                                                              const QString &kindWord, const QString &zone,
                                                              const QString &year = {});

/// When the record begins: its first row, else its own times; unset when it has none.
[[nodiscard]] domain::Instant historyStart(const exchange::Imported &imported);

/// Writes the rows as history (decisions 17): passes no rule, changes no state, once each. All of them or none.
[[nodiscard]] domain::Outcome<HistoryCount> recordHistory(IncidentSession &incident, const exchange::Imported &imported);

/// What is written when a file begins with history: an incident without severity that nobody declared here.
[[nodiscard]] domain::EventDraft historyDeclaration(const domain::Process &process, const QString &title, domain::Instant at);

} // namespace fireline::session
