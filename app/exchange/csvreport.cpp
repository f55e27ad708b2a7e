// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtable.h"
#include "entrymaker.h"
#include "markdownblocks.h"
#include "markdowntable.h"
#include "readers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;
using domain::Instant;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Csv)
};

/// `investigating_timestamp` with `investigating_description`: several events in one row.
struct StagePair
{
    QString stage;
    int time = -1;
    int text = -1;
};

QList<StagePair> stagesOf(const QStringList &head)
{
    static const QRegularExpression time(u"^(.{2,40})[_ ](?:timestamp|time|at|date)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression text(u"^(.{2,40})[_ ](?:description|text|body|message|note|comment)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QList<StagePair> stages;
    for (int i = 0; i < head.size(); ++i) {
        if (const auto found = time.match(head[i]); found.hasMatch())
            stages += StagePair{found.captured(1), i, -1};
    }
    for (int i = 0; i < head.size(); ++i) {
        const auto found = text.match(head[i]);
        for (StagePair &stage : stages) {
            if (found.hasMatch() && stage.text < 0 && stage.stage.compare(found.captured(1), Qt::CaseInsensitive) == 0)
                stage.text = i;
        }
    }
    stages.removeIf([](const StagePair &stage) { return stage.text < 0; });
    return stages;
}

int columnNamed(const QStringList &head, const QString &pattern)
{
    const QRegularExpression form(pattern, QRegularExpression::CaseInsensitiveOption);
    for (int i = 0; i < head.size(); ++i) {
        if (form.match(head[i].trimmed()).hasMatch())
            return i;
    }
    return -1;
}

/// Seconds, milliseconds or microseconds since 1970, in a column of times.
std::optional<Instant> readEpoch(const QString &cell)
{
    static const QRegularExpression number(u"^\\d{10}(?:\\.\\d{1,6}|\\d{3}|\\d{6})?$"_s);
    if (!number.match(cell).hasMatch())
        return {};
    const qsizetype point = cell.indexOf(u'.');
    const QString whole = point < 0 ? cell : cell.left(point);
    qint64 us = whole.left(10).toLongLong() * 1000000;
    const QString rest = point < 0 ? whole.mid(10) : cell.mid(point + 1);
    us += (rest + u"000000"_s).left(6).toLongLong();
    return Instant{us};
}

class Reader
{
public:
    Reader(const QList<CsvRecord> &records, const QString &fileName, int yearHint) : m_records(records), m_fileName(fileName)
    {
        m_facts.yearHint = yearHint;
        QString name = fileName;
        m_facts.nameDays = datesInside(name.replace(u'_', u'-').left(200));
    }

    QList<TimedRow> read()
    {
        QList<QStringList> probe;
        for (const CsvRecord &record : m_records.mid(1, 50))
            probe += record.cells;
        const QStringList &first = m_records.first().cells;
        const bool headless = hasTime(first);
        if (headless)
            probe.prepend(first);
        m_columns = columnsOf(headless ? QStringList() : first, probe);
        if (!headless) {
            m_stages = stagesOf(first);
            m_updates = columnNamed(first, u"^(updates|incident_updates|history)$"_s);
            m_title = columnNamed(first, u"^(incident_title|incident|title|name)$"_s);
        }
        for (qsizetype i = headless ? 0 : 1; i < m_records.size(); ++i)
            readRecord(m_records[i]);
        return std::move(m_rows);
    }

    [[nodiscard]] const DocumentFacts &facts() const { return m_facts; }
    [[nodiscard]] bool hasColumn() const { return m_columns.hasTime() || !m_stages.isEmpty() || m_updates >= 0; }

private:
    static bool hasTime(const QStringList &cells)
    {
        for (const QString &cell : cells.mid(0, 12)) {
            const Stamp stamp = readStamp(cell, StampPlace::Cell);
            if ((stamp.state == Stamp::State::Read && stamp.hasClock() && stamp.length >= cell.size()) || readEpoch(cell))
                return true;
        }
        return false;
    }

    void readRecord(const CsvRecord &record)
    {
        if (m_updates >= 0 && readUpdates(record))
            return;
        if (m_stages.size() >= 2) {
            readStages(record);
            return;
        }
        if (!m_columns.hasTime())
            return;
        TimedRow row = rowOfCells(record.cells, m_columns);
        if (row.source.isEmpty())
            return;
        const QString cell = record.cells.value(m_columns.time);
        if (const auto epoch = readEpoch(cell)) {
            row.stamp = Stamp();
            row.stamp.state = Stamp::State::Read;
            row.stamp.exact = epoch;
            row.stamp.written = cell;
        }
        row.stated = m_columns.zoneOfTime;
        row.hasNoTime = row.stamp.state == Stamp::State::None;
        add(row, record.line);
    }

    void add(TimedRow row, int line)
    {
        row.line = line;
        row.group = m_group;
        m_rows += row;
    }

    [[nodiscard]] QString incident(const CsvRecord &record) const { return plainText(record.cells.value(m_title)); }

    void readStages(const CsvRecord &record)
    {
        ++m_group;
        for (const StagePair &stage : m_stages) {
            const QString cell = record.cells.value(stage.time).trimmed();
            const QString text = record.cells.value(stage.text).trimmed();
            if (cell.isEmpty() && text.isEmpty())
                continue;
            addUpdate(cell, stage.stage, text, incident(record), record);
        }
    }

    void addUpdate(const QString &time, const QString &stage, const QString &text, const QString &title, const CsvRecord &record)
    {
        static const QRegularExpression posted(u"^(?:posted|updated)\\b[^.]{0,40}\\.\\s*"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        QString cell = time;
        cell.remove(posted);
        TimedRow row;
        row.stamp = readStamp(cell, StampPlace::Cell);
        if (const auto epoch = readEpoch(cell)) {
            row.stamp.state = Stamp::State::Read;
            row.stamp.exact = epoch;
        }
        row.hasNoTime = row.stamp.state == Stamp::State::None;
        row.kind = u"status"_s;
        row.text = stage.isEmpty() ? plainText(text) : stage + u": "_s + plainText(text);
        if (!title.isEmpty())
            row.text = title + u" \u2014 "_s + row.text;
        row.source = time + u" | "_s + text;
        add(row, record.line);
    }

    /// A cell that holds the incident's updates as a JSON list.
    bool readUpdates(const CsvRecord &record)
    {
        const QString cell = record.cells.value(m_updates);
        if (!cell.startsWith(u'[') || cell.size() > 1000000)
            return false;
        const QJsonDocument document = QJsonDocument::fromJson(cell.toUtf8());
        if (!document.isArray())
            return false;
        ++m_group;
        for (const QJsonValue &value : document.array()) {
            const QJsonObject update = value.toObject();
            const QString time = member(update, {u"timestamp"_s, u"time"_s, u"created_at"_s, u"at"_s, u"date"_s});
            const QString text = member(update, {u"body"_s, u"text"_s, u"description"_s, u"message"_s});
            const QString stage = member(update, {u"title"_s, u"status"_s, u"name"_s});
            if (!time.isEmpty() || !text.isEmpty())
                addUpdate(time, stage, text, incident(record), record);
        }
        return true;
    }

    static QString member(const QJsonObject &object, const QStringList &names)
    {
        for (const QString &name : names) {
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (it.key().compare(name, Qt::CaseInsensitive) == 0 || it.key().endsWith(u'_' + name, Qt::CaseInsensitive))
                    return it.value().toString();
            }
        }
        return {};
    }

    const QList<CsvRecord> &m_records;
    QString m_fileName;
    DocumentFacts m_facts;
    TableColumns m_columns;
    QList<StagePair> m_stages;
    QList<TimedRow> m_rows;
    int m_updates = -1;
    int m_title = -1;
    int m_group = 0;
};

} // namespace

domain::Outcome<Imported> importCsv(const DecodedText &text, const QString &fileName, const Zone &override, int yearHint)
{
    Imported out;
    out.source = fileName;
    out.title = fileName.section(u'.', 0, 0);
    out.warnings = text.warnings;
    const QList<CsvRecord> records = readCsv(text.text, guessDelimiter(text.text));
    if (records.isEmpty())
        return domain::Problem{
            domain::Problem::Kind::Parse, u"import-empty"_s, Text::tr("%1 has no rows.").arg(fileName), {}, {}, {}};
    Reader reader(records, fileName, yearHint);
    const QList<TimedRow> rows = reader.read();
    if (!reader.hasColumn())
        return domain::Problem{
            domain::Problem::Kind::Parse,
            u"import-no-time-column"_s,
            Text::tr("%1 has no column of times. Name one \"time\" or \"timestamp\" in the first row.").arg(fileName),
            {},
            {},
            {}};
    makeEntries(rows, reader.facts(), override, fileName, out);
    if (out.entries.isEmpty())
        addWarning(out, Text::tr("No line with a time was found that could be placed."));
    return out;
}

} // namespace fireline::exchange
