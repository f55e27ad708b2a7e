// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fieldtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

std::optional<Instant> fromNow(const QString &text, Instant now)
{
    static const QRegularExpression form(u"^\\+(?:(\\d{1,3})h)?(?:(\\d{1,4})m)?$"_s);
    const auto m = form.match(text);
    if (text.size() < 3 || !m.hasMatch())
        return std::nullopt;
    return now + Span::hours(m.captured(1).toInt()) + Span::minutes(m.captured(2).toInt());
}

std::optional<Instant> clockOfDay(const QString &text, Instant now)
{
    static const QRegularExpression form(u"^(\\d{1,2}):(\\d\\d)\\s*(?:Z|UTC)?$"_s, QRegularExpression::CaseInsensitiveOption);
    const auto m = form.match(text);
    const QTime time(m.captured(1).toInt(), m.captured(2).toInt());
    if (!m.hasMatch() || !time.isValid())
        return std::nullopt;
    // A promise made shortly after midnight for 23:50 is a slip of today, not of tomorrow: twelve hours either way.
    Instant t = Instant::fromDateTime(QDateTime(now.toUtc().date(), time, Qt::UTC));
    if (t < now - Span::hours(12))
        t = t + Span::days(1);
    return t;
}

std::optional<Instant> dateAndClock(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d)(?::\\d\\d)?\\s*(?:Z|UTC)?$"_s);
    const auto m = form.match(text);
    return m.hasMatch() ? Instant::fromRfc3339(m.captured(1) + u'T' + m.captured(2) + u":00Z"_s) : std::nullopt;
}

// A date alone is the whole of that day: what is due on it is late when it is over.
std::optional<Instant> dateAlone(const QString &text)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\d$"_s);
    return form.match(text).hasMatch() ? Instant::fromRfc3339(text + u"T23:59:59Z"_s) : std::nullopt;
}

bool isDuration(const QString &text)
{
    static const QRegularExpression form(u"^(\\d+\\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)\\s*)+$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

bool isPercent(const QString &text)
{
    static const QRegularExpression form(u"^[<>~]?\\s*\\d{1,3}(\\.\\d+)?\\s*%?$"_s);
    return form.match(text).hasMatch();
}

} // namespace

QString fieldText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(fieldText(part));
        return parts.join(u"; "_s);
    }
    if (value.isBool())
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString().trimmed();
}

QStringList listEntries(const QJsonValue &value)
{
    QStringList entries;
    for (const QString &part : fieldText(value).split(u';', Qt::SkipEmptyParts)) {
        if (const QString entry = part.trimmed(); !entry.isEmpty())
            entries.append(entry);
    }
    return entries;
}

bool saysNone(const QString &text)
{
    static const QRegularExpression none(u"^(none( known)?|not known|unknown|n/?a|tbd|tba|-+|\\?+)\\.?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return none.match(text.trimmed()).hasMatch();
}

std::optional<Instant> instantOf(const QString &text, Instant now)
{
    const QString clean = text.trimmed();
    if (const auto t = Instant::fromRfc3339(clean))
        return t;
    if (const auto t = fromNow(clean, now))
        return t;
    if (const auto t = dateAndClock(clean))
        return t;
    if (const auto t = dateAlone(clean))
        return t;
    return clockOfDay(clean, now);
}

QString clockText(Instant t)
{
    return t.isSet() ? t.toUtc().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s) : QString();
}

QString typeFault(const FieldDef &field, const QString &text, Instant now)
{
    if (text.isEmpty() || saysNone(text))
        return {};
    switch (field.type) {
    case FieldType::Choice:
        if (!field.values.contains(text, Qt::CaseInsensitive))
            return Text::tr("%1 must be one of: %2.").arg(field.name, field.values.join(u", "_s));
        break;
    case FieldType::Number: {
        bool ok = false;
        text.toDouble(&ok);
        if (!ok)
            return Text::tr("%1 must be a number.").arg(field.name);
        break;
    }
    case FieldType::Time:
        if (!instantOf(text, now))
            return Text::tr("%1 must be a time such as 14:30, 2025-01-02 14:30 or 2025-01-02.").arg(field.name);
        break;
    case FieldType::Flag:
        if (!QStringList{u"yes"_s, u"no"_s, u"true"_s, u"false"_s}.contains(text.toLower()))
            return Text::tr("%1 must be yes or no.").arg(field.name);
        break;
    case FieldType::Duration:
        if (!isDuration(text))
            return Text::tr("%1 must be a length of time such as 5m or 2h.").arg(field.name);
        break;
    case FieldType::Percent:
        if (!isPercent(text))
            return Text::tr("%1 must be a share such as 30%.").arg(field.name);
        break;
    case FieldType::Text:
    case FieldType::Long:
    case FieldType::Person:
    case FieldType::Link:
    case FieldType::List: break;
    }
    return {};
}

} // namespace fireline::domain
