// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers/jsonanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Instant;
using domain::Outcome;
using domain::Problem;

Problem notReadable(const QString &what)
{
    return {Problem::Kind::Parse, u"unreadable"_s, what, {}, {}, {}};
}

Outcome<QJsonValue> readJson(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    // A bare string is JSON, but no document of Qt's.
    const bool bare = text.startsWith('"');
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bare ? '[' + text + ']' : text, &fault);
    if (fault.error != QJsonParseError::NoError)
        return notReadable(u"no JSON: %1 at byte %2"_s.arg(fault.errorString()).arg(fault.offset));
    if (bare)
        return document.array().size() == 1 ? Outcome(QJsonValue(document.array().first())) : notReadable(u"no JSON"_s);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Outcome<QJsonArray> readList(const QJsonValue &value, const QString &what, qsizetype most)
{
    if (value.isNull()) // Go writes an empty list so, now and then
        return QJsonArray();
    if (!value.isArray())
        return notReadable(u"%1 is no list"_s.arg(what));
    const QJsonArray list = value.toArray();
    if (list.size() > most)
        return notReadable(u"%1 has %2 items"_s.arg(what).arg(list.size()));
    return list;
}

Labels readLabels(const QJsonValue &value)
{
    Labels labels;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end() && labels.size() < mostLabels; ++it) {
        if (it->isString())
            labels.insert(it.key(), it->toString());
    }
    return labels;
}

QStringList readWords(const QJsonValue &value)
{
    QStringList words;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &word : list) {
        if (word.isString() && words.size() < mostRecords)
            words.append(word.toString());
    }
    return words;
}

std::optional<double> readNumber(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    if (value.isNull())
        return std::numeric_limits<double>::quiet_NaN();
    if (!value.isString())
        return {};
    const QString text = value.toString().trimmed().toLower();
    if (text == "nan"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "+inf"_L1 || text == "inf"_L1)
        return std::numeric_limits<double>::infinity();
    if (text == "-inf"_L1)
        return -std::numeric_limits<double>::infinity();
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<qint64> readEpochUs(const QJsonValue &value, double perSecond)
{
    const std::optional<double> number = readNumber(value);
    constexpr double latest = 253402300800.0; // the year 10000
    if (!number || !std::isfinite(*number) || *number < 0 || *number / perSecond >= latest)
        return {};
    return std::llround(*number / perSecond * 1e6);
}

Instant readInstant(const QJsonValue &value)
{
    const std::optional<Instant> instant = Instant::fromRfc3339(value.toString());
    return instant && instant->us > 0 ? *instant : Instant{};
}

} // namespace fireline::connectors
