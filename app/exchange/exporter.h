// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QByteArray>
#include <QHash>
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
    QString kind;               ///< a timeline kind of commands.md, for programs
    QString kindName = {};      ///< the same in words, for people; empty: the kind
    QString roleName = {};      ///< likewise: what the process calls the role
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

/// One piece of a section. Text is what a person wrote, in Markdown (sectiontext.h).
struct ExportBlock
{
    enum class Kind { Text, List, Numbered, Rows };
    Kind kind = Kind::Text;
    QString text;           ///< Text
    QStringList lines;      ///< List, Numbered; plain text
    QList<ExportRow> rows;  ///< Rows
    QList<int> depths = {}; ///< List: how far each line is set in; empty: none of them is
};

/// A part of the report beside the timeline: "Review", "Action items".
struct ExportSection
{
    QString title;
    QList<ExportBlock> blocks;
};

/// What a link of ours in a section leads to: a row of the timeline, which may be an attachment.
struct ExportReference
{
    QString name; ///< "E12"
    ExportRow row;
    QString sha256; ///< of an attachment, hex
};

/// By what stands behind "fireline:" in a link; the attachments that are pictures by their SHA-256.
struct ExportReferences
{
    QHash<QString, ExportReference> rows;
    QHash<QString, QByteArray> pictures; ///< PNG or JPEG
};

struct ExportDocument
{
    QString title;
    QString subject;        ///< what of the incident it is: "Situation report"; may be empty
    QString incident;       ///< its id, at the foot of each page; may be empty
    QString process;        ///< its title or id
    QString severity;       ///< may be empty
    bool drill = false;     ///< marked on every export (decisions 16), on each page
    bool isPrivate = false; ///< likewise
    domain::Instant asOf;   ///< the moment it shows; not set: left out
    qint64 events = 0;      ///< of the record it was made from; 0: not told
    qint64 onlyHere = 0;    ///< events beside them that the shared record does not have
    QByteArray recordHash;  ///< that record's head (core/recordhead.h); at the foot of each page
    QList<ExportTime> times;
    QStringList facts;     ///< the rest of what is told at the head: who commanded, how long it was. Translated
    bool withRows = true;  ///< the timeline is part of it
    QList<ExportRow> rows; ///< in the order in which they are to appear
    QList<ExportSection> sections;
    ExportReferences references;
};

/// What stands on each page or at the head: that it was a drill, that it is private. Translated; empty where there is nothing.
[[nodiscard]] QStringList exportMarks(const ExportDocument &document);

/// RFC 4180 in UTF-8 with CRLF: one head, one record per row, times as RFC 3339 in UTC. A cell that a spreadsheet would
/// take for a formula (= + - @, tab, carriage return first) gets an apostrophe in front, so it is shown as text.
[[nodiscard]] QByteArray exportCsv(const ExportDocument &document);

/// A Markdown report in UTF-8: title, known times, sections, the timeline as one table. Text from people is escaped, so
/// that it can neither form structure, nor links, nor HTML; in a section it has the structure that Markdown gives it, no more.
[[nodiscard]] QByteArray exportMarkdown(const ExportDocument &document);

/// The same as one page of HTML in UTF-8 that needs nothing else: no script, no outside file; pictures are in it.
[[nodiscard]] QByteArray exportHtml(const ExportDocument &document);

/// What stands between the tags of its body, for whoever has a style and pages of their own. A picture is named
/// "fireline:SHA-256" and not in it.
[[nodiscard]] QString exportHtmlBody(const ExportDocument &document);

} // namespace fireline::exchange
