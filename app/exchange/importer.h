// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/outcome.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::exchange {

/// Reading outside records into timeline entries (cli.md `import`). Pure: bytes in, values out; any thread.
/// Nothing is guessed silently: a line is placed by what the document itself says, placed with a warning that names
/// the line and the reason, or handed back as not placed with the reason.

enum class SourceKind {
    IncidentJson,   ///< "incident-json": one object with a `timeline` array
    ReportMarkdown, ///< "report-md": a post-mortem in Markdown
    Csv,            ///< "csv": one event a row
};

/// One line of the outside record that has a time. Becomes `entry.posted` with `imported` set (commands.md); it is
/// history and never state (decisions 17).
struct ImportedEntry
{
    domain::Instant at;
    QString kind;      ///< one of the timeline kinds of commands.md
    QString text;      ///< never empty; at most 8,000 characters
    QString role;      ///< who did it, as the source names them; may be empty
    QString sourceRef; ///< "report.md:42"
    int line = 0;      ///< from 1
    bool approximate = false;
    QStringList tags;  ///< "hindsight", "declare", ...
    QString stableKey; ///< of the source's own content: the same line read again has the same key, whatever zone was given
};

/// A line that looks like an entry but has no time that can be trusted.
struct NotPlaced
{
    int line = 0;
    QString text;   ///< the line, at most 300 characters
    QString reason; ///< translated
};

struct Imported
{
    QString title;
    QString source; ///< the file's name
    std::optional<domain::Instant> declaredAt;
    std::optional<domain::Instant> impactStart;
    std::optional<domain::Instant> impactEnd;
    std::optional<domain::Instant> detectedAt;
    std::optional<domain::Instant> resolvedAt;
    QString severity;             ///< as the source has it; may be empty (decisions 17)
    QList<ImportedEntry> entries; ///< in the source's order
    QList<NotPlaced> notPlaced;
    QStringList warnings; ///< translated; each names its line where it has one
};

struct ImportOptions
{
    QString zone;     ///< IANA name or offset; instead of what the document says or leaves out. A time's own UTC offset stands.
    int yearHint = 0; ///< the year of a day that is written without one; 0: only the document's own context counts
};

/// "incident-json", "report-md", "csv".
[[nodiscard]] QString kindName(SourceKind kind);
[[nodiscard]] std::optional<SourceKind> kindFromName(const QString &name);
/// By content first, by the name's ending where the content leaves it open.
[[nodiscard]] SourceKind detectKind(const QByteArray &bytes, const QString &fileName);

/// Refused with Problem::Parse (too large, binary, not the format) or Problem::Usage (an unknown zone). A record
/// without a single time is no error: `entries` is empty then and a warning says so.
[[nodiscard]] domain::Outcome<Imported> importRecord(SourceKind kind, const QByteArray &bytes, const QString &fileName,
                                                     const ImportOptions &options = {});

} // namespace fireline::exchange
