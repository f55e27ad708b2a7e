// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyimport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HistoryImport)
};

Outcome<QSet<QString>> knownKeys(EventStore &store)
{
    QSet<QString> keys;
    const auto read = store.read(0, [&](qint64, const Event &event) {
        if (event.type == "entry.posted"_L1 && event.payload.contains("\"imported\":"))
            keys.insert(event.body().value(u"imported").toObject().value(u"key").toString());
        return true;
    });
    if (!read)
        return read.problem();
    return keys;
}

EventDraft rowDraft(const exchange::ImportedEntry &row)
{
    QJsonObject source{{u"source"_s, row.sourceRef}, {u"line"_s, row.line}, {u"key"_s, row.stableKey}};
    if (row.approximate)
        source.insert(u"approximate"_s, true);
    QJsonObject body{{u"kind"_s, row.kind}, {u"text"_s, row.text}, {u"imported"_s, source}};
    if (!row.role.isEmpty()) {
        body.insert(u"role"_s, row.role);
        body.insert(u"by"_s, row.role);
    }
    if (!row.tags.isEmpty())
        body.insert(u"tags"_s, QJsonArray::fromStringList(row.tags));
    return {u"entry.posted"_s, body, row.at};
}

} // namespace

Outcome<exchange::Imported> readHistory(const QByteArray &bytes, const QString &fileName, const QString &kindWord,
                                        const QString &zone, const QString &year)
{
    exchange::SourceKind kind = exchange::detectKind(bytes, fileName);
    if (!kindWord.isEmpty()) {
        const auto named = exchange::kindFromName(kindWord);
        if (!named)
            return Problem{Problem::Kind::Usage,
                           u"kind"_s,
                           Text::tr("\"%1\" is no kind of record. There are: incident-json, report-md, csv.").arg(kindWord),
                           {},
                           {},
                           {}};
        kind = *named;
    }
    exchange::ImportOptions options;
    options.zone = zone;
    options.yearHint = year.toInt();
    if (!year.isEmpty() && (options.yearHint < 1970 || options.yearHint > 2199))
        return Problem{Problem::Kind::Usage,
                       u"year"_s,
                       Text::tr("\"%1\" is no year. Give four digits, such as 2024.").arg(year),
                       {},
                       {},
                       {}};
    return exchange::importRecord(kind, bytes, fileName, options);
}

Instant historyStart(const exchange::Imported &imported)
{
    Instant first;
    const auto consider = [&](Instant t) {
        if (t.isSet() && (!first.isSet() || t < first))
            first = t;
    };
    for (const auto &row : imported.entries)
        consider(row.at);
    if (!first.isSet()) {
        for (const auto &time : {imported.declaredAt, imported.detectedAt, imported.impactStart})
            consider(time.value_or(Instant()));
    }
    return first;
}

Outcome<HistoryCount> recordHistory(IncidentSession &incident, const exchange::Imported &imported)
{
    auto known = knownKeys(incident.store());
    if (!known)
        return known.problem();
    HistoryCount count;
    QList<EventDraft> drafts;
    for (const auto &row : imported.entries) {
        if (known.value().contains(row.stableKey)) {
            ++count.known;
            continue;
        }
        known.value().insert(row.stableKey);
        drafts.append(rowDraft(row));
    }
    count.taken = int(drafts.size());
    if (drafts.isEmpty())
        return count;
    if (const auto written = incident.record(drafts); !written)
        return written.problem();
    return count;
}

EventDraft historyDeclaration(const Process &process, const QString &title, Instant at)
{
    return {u"incident.declared"_s,
            {{u"title"_s, title},
             {u"process"_s, process.id},
             {u"processHash"_s, process.sha256},
             {u"processText"_s, QString::fromUtf8(process.text)},
             {u"history"_s, true}},
            at};
}

} // namespace fireline::session
