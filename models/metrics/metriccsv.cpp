// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/csvcursor.h"
#include "metrics/metriccell.h"
#include "metrics/metricreaders.h"
#include "metrics/seriescollector.h"

#include <QCoreApplication>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricReader)
};

using Cells = std::vector<CsvCell>;

constexpr int probed = 200; // rows that say what a column holds
constexpr size_t mostColumns = 1000;

enum class Holds { Nothing, Time, Number, Words };

struct Column
{
    QString name;
    Holds holds = Holds::Nothing;
    int series = -1; ///< where each column is a series
};

QString words(const CsvCell &cell)
{
    return QString::fromStdString(cell.text).trimmed();
}

QString quoted(const CsvCell &cell)
{
    const QString text = words(cell).simplified();
    return text.size() > 40 ? text.left(39) + u'…' : text;
}

bool isTimeName(const QString &name)
{
    static const QSet<QString> names{u"time"_s,       u"timestamp"_s, u"_time"_s,     u"date"_s, u"datetime"_s, u"date time"_s,
                                     u"@timestamp"_s, u"ts"_s,        u"date_time"_s, u"when"_s, u"period"_s,   u"time (utc)"_s};
    return names.contains(name.toLower());
}

bool isNameOfSeries(const QString &name)
{
    static const QSet<QString> names{u"series"_s, u"metric"_s, u"name"_s,  u"target"_s,
                                     u"_field"_s, u"field"_s,  u"label"_s, u"metric_name"_s};
    return names.contains(name.toLower());
}

bool isValueName(const QString &name)
{
    static const QSet<QString> names{u"value"_s, u"_value"_s, u"values"_s};
    return names.contains(name.toLower());
}

/// One file on its way in. Used once.
class CsvReader
{
public:
    CsvReader(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone)
        : m_bytes(bytes.constData(), size_t(bytes.size()))
        , m_fileName(fileName)
        , m_zone(zone)
        , m_separator(CsvCursor::separatorOf(m_bytes))
        , m_comma(m_separator != ',')
    {
    }

    Outcome<MetricFile> read()
    {
        if (const auto fault = look())
            return *fault;
        CsvCursor cursor(m_bytes, m_separator);
        Cells cells;
        for (bool head = !m_headless; cursor.next(cells); head = false) {
            if (head)
                continue;
            if (const auto fault = readRow(cells))
                return *fault;
        }
        if (const auto &quote = cursor.badQuote(); quote.line > 0)
            return openQuote(quote);
        return m_collector.take();
    }

private:
    [[nodiscard]] Problem at(const CsvCell &cell, const QString &text) const
    {
        return metricFault(m_fileName, cell.line, cell.column, text);
    }

    [[nodiscard]] Problem openQuote(const CsvCell &quote) const
    {
        return at(quote, Text::tr("This quotation mark is never closed. Close it, or export the file again."));
    }

    /// Head and first rows: what each column is.
    std::optional<Problem> look()
    {
        CsvCursor cursor(m_bytes, m_separator);
        Cells first;
        if (!cursor.next(first))
            return metricFault(m_fileName, std::max(1, cursor.badQuote().line), std::max(1, cursor.badQuote().column),
                               Text::tr("There is no row of values. Export the file again."));
        if (first.size() > mostColumns)
            return at(first[mostColumns], Text::tr("More than %n columns. Export fewer series.", nullptr, int(mostColumns)));
        m_headless = readMetricTime(first.front().text, m_zone).has_value();
        for (size_t i = 0; i < first.size(); ++i)
            m_columns.push_back({m_headless ? Text::tr("Column %1").arg(i + 1) : words(first[i]), Holds::Nothing, -1});
        QList<Cells> rows;
        if (m_headless)
            rows.append(first);
        for (Cells cells; rows.size() < probed && cursor.next(cells);)
            rows.append(cells);
        if (cursor.badQuote().line > 0)
            return openQuote(cursor.badQuote());
        for (size_t i = 0; i < m_columns.size(); ++i)
            m_columns[i].holds = holds(i, rows);
        chooseTime(rows);
        if (m_time < 0)
            return at(rows.isEmpty() ? first.front() : rows.first().front(),
                      Text::tr("No column holds times. Export with a column “time”, written as 2025-03-04T09:00:00Z or in "
                               "seconds since 1970."));
        return chooseNames(first);
    }

    [[nodiscard]] Holds holds(size_t column, const QList<Cells> &rows) const
    {
        bool any = false;
        bool times = true;
        bool numbers = true;
        for (const Cells &cells : rows) {
            if (column >= cells.size() || trimmed(cells[column].text).empty())
                continue;
            const std::string_view text = cells[column].text;
            const auto number = readMetricNumber(text, m_comma);
            any = true;
            times = times && readMetricTime(text, m_zone);
            numbers = numbers && number;
        }
        if (!any)
            return Holds::Nothing;
        // Big numbers may be counts: a column of them is one of times by its name or its place.
        if (times && (!numbers || column == 0 || isTimeName(m_columns[column].name)))
            return Holds::Time;
        return numbers ? Holds::Number : Holds::Words;
    }

    void chooseTime(const QList<Cells> &rows)
    {
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const bool named = isTimeName(m_columns[i].name);
            if (m_columns[i].holds == Holds::Time && (m_time < 0 || (named && !isTimeName(m_columns[size_t(m_time)].name))))
                m_time = int(i);
        }
        // A column of that name whose first cell cannot be read is a fault to be told, not a column of words.
        for (size_t i = 0; m_time < 0 && !rows.isEmpty() && i < m_columns.size(); ++i) {
            if (isTimeName(m_columns[i].name))
                m_time = int(i);
        }
    }

    std::optional<Problem> chooseNames(const Cells &first)
    {
        int numbers = 0;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].holds == Holds::Words && int(i) != m_time)
                m_labels.push_back(i);
            numbers += m_columns[i].holds == Holds::Number ? 1 : 0;
        }
        if (numbers == 0)
            return at(first.front(), Text::tr("No column holds numbers. Export the raw values beside their times."));
        m_single = numbers == 1;
        if (!m_labels.empty())
            return std::nullopt;
        QHash<QString, int> seen;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            Column &column = m_columns[i];
            if (column.holds != Holds::Number)
                continue;
            QString name = column.name;
            if (name.isEmpty() || (m_single && (m_headless || isValueName(name))))
                name = m_single ? m_fileName.section(u'.', 0, -2) : Text::tr("Column %1").arg(i + 1);
            if (const int times = ++seen[name]; times > 1)
                name += u" (%1)"_s.arg(times);
            column.series = m_collector.series(name.isEmpty() ? m_fileName : name);
            if (column.series < 0)
                return at(first[i], Text::tr("More than %n series. Export fewer.", nullptr, mostMetricSeries));
        }
        return std::nullopt;
    }

    std::optional<Problem> readRow(const Cells &cells)
    {
        if (cells.size() > m_columns.size())
            return at(cells[m_columns.size()],
                      Text::tr("This row has more cells than the first. Put texts that hold a separator into quotation marks."));
        const auto timeCell = size_t(m_time);
        if (cells.size() == 1 && trimmed(cells.front().text).empty())
            return std::nullopt;
        const auto time = timeCell < cells.size() ? readMetricTime(cells[timeCell].text, m_zone) : std::nullopt;
        if (!time)
            return at(cells[std::min(timeCell, cells.size() - 1)],
                      Text::tr("“%1” is no time that can be read. Write it as 2025-03-04T09:00:00Z or in seconds since 1970.")
                          .arg(timeCell < cells.size() ? quoted(cells[timeCell]) : QString()));
        if (!time->zoneGiven)
            m_collector.assumeZone();
        for (size_t i = 0; i < cells.size(); ++i) {
            if (m_columns[i].holds != Holds::Number)
                continue;
            if (const auto fault = readValue(cells, i, time->us))
                return fault;
        }
        return std::nullopt;
    }

    std::optional<Problem> readValue(const Cells &cells, size_t column, qint64 atUs)
    {
        const auto number = readMetricNumber(cells[column].text, m_comma);
        if (!number)
            return at(cells[column], Text::tr("“%1” is no number. Export raw values, without separators between thousands.")
                                         .arg(quoted(cells[column])));
        int series = m_columns[column].series;
        if (series < 0)
            series = m_collector.series(nameOf(cells, column));
        if (series < 0)
            return at(cells[m_labels.front()],
                      Text::tr("More than %n series. Leave out columns that do not name a series, or export fewer.", nullptr,
                               mostMetricSeries));
        if (!number->unit.empty()) {
            const QString unit = QString::fromUtf8(number->unit.data(), qsizetype(number->unit.size()));
            if (!m_collector.setUnit(series, unit))
                return at(cells[column], Text::tr("The unit changes from “%1” to “%2”. Export raw values, not formatted ones.")
                                             .arg(m_collector.unit(series), unit));
        }
        if (!m_collector.add(series, {atUs, number->value}))
            return at(cells[column], Text::tr("More than %1 values. Export a shorter time, or one value each minute.")
                                         .arg(QLocale().toString(mostMetricPoints)));
        return std::nullopt;
    }

    /// Where rows name their series: "cpu", "value host=a region=b".
    [[nodiscard]] QString nameOf(const Cells &cells, size_t column) const
    {
        QStringList parts;
        for (const size_t label : m_labels) {
            const QString text = label < cells.size() ? words(cells[label]) : QString();
            if (text.isEmpty())
                continue;
            const QString &head = m_columns[label].name;
            parts.append(m_headless || isNameOfSeries(head) ? text : u"%1=%2"_s.arg(head, text));
        }
        const bool plain = m_single && (m_headless || isValueName(m_columns[column].name));
        if (!plain || parts.isEmpty())
            parts.prepend(m_columns[column].name);
        return parts.join(u' ');
    }

    std::string_view m_bytes;
    QString m_fileName;
    QTimeZone m_zone;
    char m_separator;
    bool m_comma;
    bool m_headless = false;
    bool m_single = false;
    int m_time = -1;
    std::vector<Column> m_columns;
    std::vector<size_t> m_labels;
    SeriesCollector m_collector;
};

} // namespace

Outcome<MetricFile> readMetricCsv(const QByteArray &bytes, const QString &fileName, const QTimeZone &zone)
{
    return CsvReader(bytes, fileName, zone).read();
}

} // namespace fireline::models
