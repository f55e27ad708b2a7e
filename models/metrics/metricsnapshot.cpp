// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricsnapshot.h"

#include "core/instant.h"
#include "metrics/metrictablemodel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricSnapshot)
};

QByteArray cell(QString text)
{
    // Names come from files: nothing in them may break a row, or be counted as a formula by a spreadsheet.
    text = text.simplified();
    if (!text.isEmpty() && u"=+-@"_s.contains(text.front()))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

/// To the microsecond, where it has any.
QByteArray timeText(qint64 us)
{
    const QByteArray text = domain::Instant{us}.toRfc3339().toLatin1();
    const int rest = int(us % 1000);
    return rest == 0 ? text : text.chopped(1) + QByteArray::number(rest).rightJustified(3, '0') + 'Z';
}

} // namespace

QByteArray metricValues(MetricStore &store, const MetricRange &range)
{
    MetricTableModel table(store);
    table.setRange(range);
    QByteArray csv = "time";
    for (int i = 0; i < store.count(); ++i) {
        const MetricStore::Series &series = store.at(i);
        if (!series.shown)
            continue;
        const bool told = series.data.unit.isEmpty() || unitInName(series.data.name) == series.data.unit;
        csv += ',' + cell(told ? series.data.name : u"%1 (%2)"_s.arg(series.data.name, series.data.unit));
    }
    csv += '\n';
    for (int row = 0; row < table.rowCount(); ++row) {
        csv += timeText(table.index(row, 0).data(metrics::TimeRole).toLongLong());
        for (int column = 1; column < table.columnCount(); ++column) {
            const QVariant value = table.index(row, column).data(metrics::NumberRole);
            csv += ',';
            if (value.isValid())
                csv += QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
        }
        csv += '\n';
    }
    return csv;
}

QString shownNames(const MetricStore &store, int most)
{
    QStringList names;
    for (int i = 0; i < store.count(); ++i) {
        if (store.at(i).shown)
            names.append(store.at(i).data.name.simplified().left(60));
    }
    const int more = int(names.size()) - most;
    if (more <= 0)
        return names.join(u", "_s);
    return Text::tr("%1 and %n more", nullptr, more).arg(QStringList(names.mid(0, most)).join(u", "_s));
}

} // namespace fireline::models
