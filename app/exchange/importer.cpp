// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer.h"

#include "csvtable.h"
#include "readers.h"
#include "textdecode.h"

#include <QCoreApplication>

namespace fireline::exchange {

using namespace Qt::StringLiterals;
using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Importer)
};

} // namespace

QString kindName(SourceKind kind)
{
    switch (kind) {
    case SourceKind::IncidentJson: return u"incident-json"_s;
    case SourceKind::ReportMarkdown: return u"report-md"_s;
    case SourceKind::Csv: return u"csv"_s;
    }
    return {};
}

std::optional<SourceKind> kindFromName(const QString &name)
{
    for (SourceKind kind : {SourceKind::IncidentJson, SourceKind::ReportMarkdown, SourceKind::Csv}) {
        if (name == kindName(kind))
            return kind;
    }
    return {};
}

SourceKind detectKind(const QByteArray &bytes, const QString &fileName)
{
    const QString name = fileName.toLower();
    const auto decoded = decodeText(bytes.left(64 * 1024));
    const QString head = decoded ? decoded.value().text : QString();
    const QString start = head.left(4096).trimmed();
    if (start.startsWith(u'{') && !start.startsWith(u"{{"_s) && !name.endsWith(u".csv"_s))
        return SourceKind::IncidentJson;
    if (name.endsWith(u".json"_s))
        return SourceKind::IncidentJson;
    if (name.endsWith(u".csv"_s) || name.endsWith(u".tsv"_s))
        return SourceKind::Csv;
    const bool markdownName = name.contains(u".md"_s) || name.contains(u".markdown"_s);
    const bool markdownLook = start.startsWith(u'#') || start.startsWith(u"---\n"_s) || head.contains(u"\n# "_s)
                              || head.contains(u"\n## "_s) || head.contains(u"\n- "_s) || head.contains(u"\n* "_s);
    if (markdownName || markdownLook)
        return SourceKind::ReportMarkdown;
    const QList<CsvRecord> records = readCsv(head, guessDelimiter(head)).mid(0, 20);
    qsizetype same = 0;
    for (const CsvRecord &record : records)
        same += record.cells.size() > 1 && record.cells.size() == records.first().cells.size();
    return same > 1 && same * 10 >= records.size() * 8 ? SourceKind::Csv : SourceKind::ReportMarkdown;
}

Outcome<Imported> importRecord(SourceKind kind, const QByteArray &bytes, const QString &fileName, const ImportOptions &options)
{
    Zone override;
    if (!options.zone.trimmed().isEmpty()) {
        const auto zone = zoneFromOption(options.zone);
        if (!zone)
            return Problem{
                Problem::Kind::Usage,
                u"unknown-zone"_s,
                Text::tr(
                    "\"%1\" is no time zone that is known here. Give a name such as Europe/London, or an offset such as UTC+1.")
                    .arg(options.zone.left(60)),
                {},
                {},
                {}};
        override = *zone;
    }
    const auto decoded = decodeText(bytes);
    if (!decoded) {
        Problem problem = decoded.problem();
        problem.text = fileName + u": "_s + problem.text;
        return problem;
    }
    switch (kind) {
    case SourceKind::IncidentJson: return importIncidentJson(decoded.value(), fileName, override);
    case SourceKind::ReportMarkdown: return importMarkdown(decoded.value(), fileName, override, options.yearHint);
    case SourceKind::Csv: return importCsv(decoded.value(), fileName, override, options.yearHint);
    }
    return Problem{Problem::Kind::Internal, u"import-kind"_s, Text::tr("This kind of record cannot be read."), {}, {}, {}};
}

} // namespace fireline::exchange
