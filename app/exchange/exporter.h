// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::exchange {

/// One timeline entry as it leaves the program. A value; any thread.
struct ExportRow
{
    QString id;
    domain::Instant at;         ///< when it happened
    domain::Instant recordedAt; ///< when it was written down
    QString kind;               ///< a timeline kind of commands.md
    QString text;
    QString actor;
    QString role;
    QStringList tags;
    bool pinned = false;
    bool corrected = false;
    bool retracted = false; ///< still exported, struck through: nothing disappears from a record
    bool imported = false;  ///< history from an outside record (decisions 17)
};

/// A named time of the incident: "Declared", "Resolved". Names are translated by the caller.
struct ExportTime
{
    QString name;
    domain::Instant at; ///< not set: left out
};

/// A part of the report beside the timeline: "Review", "Action items". The body is Markdown of ours, taken as it is.
struct ExportSection
{
    QString title;
    QString body;
};

struct ExportDocument
{
    QString title;
    QString process;    ///< its title or id
    QString severity;   ///< may be empty
    bool drill = false; ///< marked on every export (decisions 16)
    QList<ExportTime> times;
    QList<ExportRow> rows; ///< in the order in which they are to appear
    QList<ExportSection> sections;
};

/// RFC 4180 in UTF-8 with CRLF: one head, one record per row, times as RFC 3339 in UTC. A cell that a spreadsheet would
/// take for a formula (= + - @, tab, carriage return first) gets an apostrophe in front, so it is shown as text.
[[nodiscard]] QByteArray exportCsv(const ExportDocument &document);

/// A Markdown report in UTF-8: title, known times, sections, the timeline as one table. Text from people is escaped, so
/// that it can neither form structure, nor links, nor HTML.
[[nodiscard]] QByteArray exportMarkdown(const ExportDocument &document);

} // namespace fireline::exchange
