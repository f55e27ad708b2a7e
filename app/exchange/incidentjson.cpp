// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify.h"
#include "entrymaker.h"
#include "jsonlines.h"
#include "readers.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;
using domain::Instant;
using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::IncidentJson)
};

constexpr int kMaxDepth = 32;

Problem refused(const QString &text, const QString &detail = {})
{
    return {Problem::Kind::Parse, u"import-json"_s, text, detail, {}, {}};
}

int lineAt(const QByteArray &json, qsizetype offset)
{
    return int(QByteArrayView(json).first(qBound(qsizetype(0), offset, json.size())).count('\n')) + 1;
}

/// A time of the format, with its offset; a time without one is read in the override's zone or refused.
struct JsonTime
{
    std::optional<Instant> at;
    QString problem;
};

JsonTime readTime(const QString &text, const Zone &override)
{
    if (const auto instant = Instant::fromRfc3339(text))
        return {*instant, {}};
    const Stamp stamp = readStamp(text, StampPlace::Cell);
    const bool whole = stamp.state == Stamp::State::Read && stamp.length >= text.size();
    if (!whole || !stamp.date.date().isValid() || !stamp.clock || !stamp.problem.isEmpty())
        return {{}, Text::tr("the time %1 cannot be read").arg(text.left(60))};
    const Zone &zone = stamp.zone.isSet() ? stamp.zone : override;
    if (!zone.isSet())
        return {{}, Text::tr("the time %1 has no zone; give --zone").arg(text.left(60))};
    const LocalReading reading = toInstant(stamp.date.date(), stamp.clock->time(), stamp.clock->micros % 1000, zone);
    return {reading.at, reading.problem};
}

class Reader
{
public:
    Reader(const QJsonObject &object, const QByteArray &json, const QString &fileName, const Zone &override)
        : m_object(object)
        , m_json(json)
        , m_fileName(fileName)
        , m_override(override)
    {
    }

    Imported read()
    {
        m_out.title = m_object.value(u"title"_s).toString().simplified().left(255);
        m_out.source = m_fileName;
        m_out.severity = m_object.value(u"severity_in_source"_s).toString().left(40);
        m_out.impactStart = readField(u"started_at"_s);
        m_out.detectedAt = readField(u"detected_at"_s);
        m_out.impactEnd = readField(u"mitigated_at"_s);
        m_out.resolvedAt = readField(u"resolved_at"_s);
        m_out.declaredAt = readField(u"declared_at"_s);
        const QString basis = m_object.value(u"time_basis"_s).toString().simplified();
        if (!basis.isEmpty())
            addWarning(m_out, Text::tr("About its times the record says: %1.").arg(basis.left(300)));
        for (const QJsonValue &caveat : m_object.value(u"caveats"_s).toArray())
            addWarning(m_out, Text::tr("The record warns: %1").arg(caveat.toString().simplified().left(300)));
        readEntries(u"timeline"_s, {});
        readEntries(u"status_updates"_s, u"status"_s);
        readActionItems();
        if (m_out.entries.isEmpty())
            addWarning(m_out, Text::tr("No line with a time was found that could be placed."));
        return std::move(m_out);
    }

private:
    std::optional<Instant> readField(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isNull() || value.isUndefined())
            return {};
        const JsonTime time = readTime(value.toString(), m_override);
        if (!time.at)
            addWarning(m_out, Text::tr("%1: %2.").arg(key, time.problem.isEmpty() ? Text::tr("this is no time") : time.problem));
        return time.at;
    }

    void readEntries(const QString &key, const QString &kind)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || value.isNull())
            return;
        if (!value.isArray()) {
            addWarning(m_out, Text::tr("\"%1\" is not a list; it was left out.").arg(key));
            return;
        }
        const QList<int> lines = linesOfElements(m_json, key.toUtf8());
        const QJsonArray entries = value.toArray();
        for (qsizetype i = 0; i < entries.size(); ++i)
            readEntry(entries[i], lines.value(i, 0), kind);
    }

    void readEntry(const QJsonValue &value, int line, const QString &kind)
    {
        const QJsonObject object = value.toObject();
        const QString text = object.value(u"text"_s).toString();
        if (!value.isObject() || text.simplified().isEmpty()) {
            addNotPlaced(m_out, line, text, Text::tr("it has no text"));
            return;
        }
        const QString note = object.value(u"at_note"_s).toString().simplified();
        const QJsonValue at = object.value(u"at"_s);
        if (at.isNull() || at.isUndefined()) {
            addNotPlaced(m_out, line, text,
                         note.isEmpty() ? Text::tr("no time") : Text::tr("no time; the record says: %1").arg(note.left(200)));
            return;
        }
        const JsonTime time = readTime(at.toString(), m_override);
        if (!time.at) {
            addNotPlaced(m_out, line, text, time.problem.isEmpty() ? Text::tr("the time cannot be read") : time.problem);
            return;
        }
        ImportedEntry entry;
        entry.at = *time.at;
        entry.text = text;
        entry.role = object.value(u"role"_s).toString().simplified().left(120);
        entry.line = line;
        entry.kind = kindOfWord(object.value(u"kind"_s).toString(kind), entry.tags);
        if (object.value(u"hindsight"_s).toBool())
            entry.tags += u"hindsight"_s;
        static const QRegularExpression about(u"\\b(about|around|approximate|approx|circa|roughly)\\b"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        entry.approximate = about.match(note).hasMatch();
        if (!note.isEmpty())
            addWarning(m_out, Text::tr("Line %1: about its time the record says: %2.").arg(line).arg(note.left(200)));
        QString local = at.toString();
        const QString same = local + u'\n' + text;
        // the timeline often repeats a status update word for word
        if (!kind.isEmpty() && m_seen.contains(same))
            return;
        if (const int again = m_seen[same]++)
            local += u'#' + QString::number(again);
        addEntry(m_out, std::move(entry), local, m_fileName);
    }

    void readActionItems()
    {
        const qsizetype items = m_object.value(u"action_items"_s).toArray().size();
        if (items > 0)
            addWarning(m_out, Text::tr("%n action item(s) have no time and are not part of the timeline.", nullptr, int(items)));
    }

    const QJsonObject &m_object;
    const QByteArray &m_json;
    const QString &m_fileName;
    const Zone &m_override;
    Imported m_out;
    QHash<QString, int> m_seen;
};

} // namespace

Outcome<Imported> importIncidentJson(const DecodedText &text, const QString &fileName, const Zone &override)
{
    const QByteArray json = text.text.toUtf8();
    if (isDeeperThan(json, kMaxDepth))
        return refused(Text::tr("%1 is nested deeper than %2 levels. This is no incident record.").arg(fileName).arg(kMaxDepth));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull())
        return refused(
            Text::tr("%1, line %2: this is no JSON: %3.").arg(fileName).arg(lineAt(json, error.offset)).arg(error.errorString()));
    if (!document.isObject() || !document.object().value(u"timeline"_s).isArray())
        return refused(Text::tr("%1 has no list \"timeline\" in its top object. It is another kind of record.").arg(fileName));
    Imported out = Reader(document.object(), json, fileName, override).read();
    out.warnings = text.warnings + out.warnings;
    return out;
}

} // namespace fireline::exchange
