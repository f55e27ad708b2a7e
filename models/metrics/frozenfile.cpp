// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/csvcursor.h"
#include "metrics/frozengraph.h"
#include "metrics/metricreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

// A kept graph as the file that is attached to the record.
namespace fireline::models {

using domain::Instant;
using domain::Outcome;
using domain::Problem;

namespace {

const QByteArray mark = QByteArrayLiteral("# fireline-graph ");
constexpr int format = 1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FrozenGraph)
};

QByteArray cell(QString text)
{
    // Names come from outside: nothing in them may break a row, or be counted as a formula by a spreadsheet.
    text = text.simplified();
    if (!text.isEmpty() && u"=+-@"_s.contains(text.front()))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

/// To the microsecond, where it has any.
QString timeText(qint64 us)
{
    const QString text = Instant{us}.toRfc3339();
    const qint64 rest = us % 1000;
    return rest == 0 ? text : text.chopped(1) + QString::number(rest).rightJustified(3, u'0') + u'Z';
}

QByteArray valueText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

std::optional<double> valueOf(const std::string &text)
{
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "+Inf" || text == "-Inf")
        return text.front() == '+' ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
    bool good = false;
    const double value = QByteArray::fromRawData(text.data(), qsizetype(text.size())).toDouble(&good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QByteArray headOf(const FrozenGraph &graph)
{
    QJsonArray fields;
    for (const FrozenField &field : graph.fields) {
        QJsonArray names;
        qint64 kept = 0;
        for (const MetricSeries &each : field.series) {
            names.append(each.name);
            kept += qint64(each.points.size());
        }
        QJsonObject made{{u"source"_s, field.from}, {u"query"_s, field.query},   {u"unit"_s, field.unit},
                         {u"series"_s, names},      {u"values"_s, field.values}, {u"kept"_s, kept}};
        if (field.logarithmic)
            made.insert(u"logarithmic"_s, true);
        if (field.threshold)
            made.insert(u"threshold"_s, *field.threshold);
        fields.append(made);
    }
    const QJsonObject head{{u"format"_s, format},
                           {u"taken"_s, timeText(graph.taken.us)},
                           {u"from"_s, timeText(graph.range.fromUs)},
                           {u"to"_s, timeText(graph.range.toUs)},
                           {u"fields"_s, fields}};
    return mark + QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
}

/// A fault of a file that somebody changed, or that came from elsewhere.
Problem fault(int line, const QString &what)
{
    return {Problem::Kind::Parse,
            u"kept-graph"_s,
            Text::tr("This is no kept graph, line %1: %2 Choose an entry that \"Keep\" made.").arg(line).arg(what),
            {},
            {},
            {}};
}

Outcome<FrozenField> readField(const QJsonObject &object)
{
    FrozenField field;
    field.from = object[u"source"].toString();
    field.query = object[u"query"].toString();
    field.unit = object[u"unit"].toString();
    field.values = object[u"values"].toInteger();
    field.logarithmic = object[u"logarithmic"].toBool();
    if (object.contains(u"threshold"))
        field.threshold = object[u"threshold"].toDouble();
    const QJsonArray names = object[u"series"].toArray();
    if (names.isEmpty() || names.size() > mostMetricSeries)
        return fault(1, Text::tr("A graph has 1 to %1 series.").arg(mostMetricSeries));
    for (const QJsonValue &name : names)
        field.series.push_back({name.toString(), field.unit, {}});
    return field;
}

Outcome<FrozenGraph> readHead(const QByteArray &line)
{
    const QJsonObject head = QJsonDocument::fromJson(line).object();
    if (head[u"format"].toInt() != format)
        return fault(1, Text::tr("Its format is not known to this program."));
    const auto taken = Instant::fromRfc3339(head[u"taken"].toString());
    const auto from = Instant::fromRfc3339(head[u"from"].toString());
    const auto to = Instant::fromRfc3339(head[u"to"].toString());
    if (!taken || !from || !to || *to < *from)
        return fault(1, Text::tr("Its times cannot be read."));
    FrozenGraph graph{*taken, {from->us, to->us}, {}};
    for (const QJsonValue &each : head[u"fields"].toArray()) {
        auto field = readField(each.toObject());
        if (!field)
            return field.problem();
        graph.fields.push_back(std::move(field).value());
    }
    return graph;
}

} // namespace

QByteArray writeFrozen(const FrozenGraph &graph)
{
    QByteArray csv = headOf(graph) + "time";
    struct Way
    {
        MetricPoints::const_iterator at;
        MetricPoints::const_iterator end;
    };
    std::vector<Way> ways;
    for (const FrozenField &field : graph.fields) {
        for (const MetricSeries &each : field.series) {
            const bool told = each.unit.isEmpty() || unitInName(each.name) == each.unit;
            csv += ',' + cell(told ? each.name : u"%1 (%2)"_s.arg(each.name, each.unit));
            ways.push_back({each.points.begin(), each.points.end()});
        }
    }
    csv += '\n';
    for (;;) {
        qint64 next = std::numeric_limits<qint64>::max();
        for (const Way &way : ways) {
            if (way.at != way.end)
                next = std::min(next, way.at->atUs);
        }
        if (next == std::numeric_limits<qint64>::max())
            return csv;
        csv += timeText(next).toLatin1();
        for (Way &way : ways) {
            csv += ',';
            if (way.at != way.end && way.at->atUs == next)
                csv += valueText((way.at++)->value);
        }
        csv += '\n';
    }
}

Outcome<FrozenGraph> readFrozen(const QByteArray &bytes)
{
    const qsizetype lineEnd = bytes.indexOf('\n');
    if (bytes.size() > largestMetricFile || !bytes.startsWith(mark) || lineEnd < 0)
        return fault(1, Text::tr("It does not begin as one."));
    auto read = readHead(bytes.mid(mark.size(), lineEnd - mark.size()));
    if (!read)
        return read;
    FrozenGraph graph = std::move(read).value();
    std::vector<MetricSeries *> columns;
    for (FrozenField &field : graph.fields) {
        for (MetricSeries &each : field.series)
            columns.push_back(&each);
    }
    CsvCursor rows({bytes.constData() + lineEnd + 1, size_t(bytes.size() - lineEnd - 1)}, ',');
    std::vector<CsvCell> cells;
    if (!rows.next(cells) || cells.size() != columns.size() + 1)
        return fault(2, Text::tr("Its columns are not those that it names."));
    qint64 last = std::numeric_limits<qint64>::min();
    while (rows.next(cells)) {
        const int line = cells.front().line + 1;
        const auto at = Instant::fromRfc3339(QString::fromStdString(cells.front().text));
        if (!at || at->us < last || cells.size() != columns.size() + 1)
            return fault(line, Text::tr("It is no row of values by time."));
        last = at->us;
        for (size_t i = 0; i < columns.size(); ++i) {
            const std::string &text = cells[i + 1].text;
            if (text.empty())
                continue;
            const auto value = valueOf(text);
            if (!value)
                return fault(line, Text::tr("\"%1\" is no number.").arg(QString::fromStdString(text).left(40)));
            columns[i]->points.push_back({last, *value});
        }
    }
    if (rows.badQuote().line > 0)
        return fault(rows.badQuote().line + 1, Text::tr("A quote is never closed."));
    return graph;
}

} // namespace fireline::models
