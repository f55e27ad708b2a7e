// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "process/process.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// How long one person had command. A value.
struct CommandTerm
{
    QString person;
    Instant from;
    Instant until; ///< not set: still
};

/// Who commanded, one after the other, from all events of a record. Pure; replays them.
[[nodiscard]] QList<CommandTerm> commandTerms(const QList<Event> &events, const Process &process);

/// "ana from 2026-03-02 10:00 UTC to 2026-03-02 11:20 UTC", one for each term.
[[nodiscard]] QStringList commandLines(const QList<CommandTerm> &terms);

/// What a rule of the process is about, in words, with the row it comes from: "Create the Zoom bridge (SRE-12)"; its id where
/// the process has neither. Pure.
[[nodiscard]] QString ruleWords(const QString &rule, const Process &process);

} // namespace fireline::domain
