// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricreader.h"

#include "metrics/metricreaders.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricReader)
};

/// UTF-8 without a mark; spreadsheets write UTF-16.
QByteArray asUtf8(const QByteArray &bytes)
{
    if (const auto encoding = QStringDecoder::encodingForData(bytes);
        encoding && *encoding != QStringDecoder::Utf8 && bytes.size() % 2 == 0)
        return QString(QStringDecoder(*encoding)(bytes)).remove(u'\ufeff').toUtf8();
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
}

} // namespace

Problem metricFault(const QString &fileName, int line, int column, const QString &text)
{
    const QString place = line > 0 ? Text::tr("%1, line %2, column %3: %4").arg(fileName).arg(line).arg(column).arg(text)
                                   : Text::tr("%1: %2").arg(fileName, text);
    return {Problem::Kind::Parse, u"metrics"_s, place, {}, {}, {}};
}

Outcome<MetricFile> readMetrics(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone)
{
    if (bytes.size() > largestMetricFile)
        return metricFault(fileName, 0, 0, Text::tr("The file is larger than 64 MiB. Export a shorter time or fewer series."));
    const QByteArray text = asUtf8(bytes);
    if (const auto nul = text.indexOf('\0'); nul >= 0) {
        const int line = int(text.left(nul).count('\n')) + 1;
        return metricFault(fileName, line, int(nul - text.lastIndexOf('\n', nul)),
                           Text::tr("This is no text. Export the values as CSV or JSON."));
    }
    const QByteArray begin = text.left(4096).trimmed();
    if (begin.isEmpty())
        return metricFault(fileName, 1, 1, Text::tr("The file is empty. Export it again."));
    const bool json = begin.startsWith('{') || begin.startsWith('[');
    auto read = json ? readMetricJson(text, fileName, zone) : readMetricCsv(text, fileName, zone);
    if (read && read.value().series.empty())
        return metricFault(fileName, 0, 0, Text::tr("There is no value in it. Check the time and the query of the export."));
    return read;
}

} // namespace fireline::models
