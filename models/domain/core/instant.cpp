// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace fireline::domain {

QDateTime Instant::toUtc() const
{
    // Floor, not truncation: instants before 1970 keep their order.
    const qint64 ms = us >= 0 ? us / 1000 : (us - 999) / 1000;
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

Instant Instant::fromDateTime(const QDateTime &t)
{
    return {t.toMSecsSinceEpoch() * 1000};
}

QString Instant::toRfc3339() const
{
    return isSet() ? toUtc().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s) : QString();
}

std::optional<Instant> Instant::fromRfc3339(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,12}))?([Zz]|[+-]\\d\\d:\\d\\d)$"_s);
    const auto m = form.match(text);
    if (!m.hasMatch())
        return std::nullopt;
    const QDate date(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    const int second = m.captured(6).toInt();
    const QTime time(m.captured(4).toInt(), m.captured(5).toInt(), second == 60 ? 59 : second);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    qint64 us = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch() * 1000000;
    us += m.captured(7).leftJustified(6, u'0', true).toLongLong();
    const QString zone = m.captured(8);
    if (zone.size() > 1) {
        const int hours = zone.mid(1, 2).toInt();
        const int minutes = zone.mid(4, 2).toInt();
        if (hours > 23 || minutes > 59)
            return std::nullopt;
        const qint64 offset = (hours * 3600LL + minutes * 60LL) * 1000000;
        us += zone.front() == u'-' ? offset : -offset;
    }
    return Instant{us};
}

QString toShortText(Span span)
{
    const qint64 total = qAbs(span.us) / 1000000;
    const qint64 days = total / 86400;
    const qint64 hours = total / 3600 % 24;
    const qint64 minutes = total / 60 % 60;
    QString text;
    if (days > 0)
        text = hours > 0 ? u"%1d %2h"_s.arg(days).arg(hours) : u"%1d"_s.arg(days);
    else if (hours > 0)
        text = u"%1h %2m"_s.arg(hours).arg(minutes, 2, 10, QLatin1Char('0'));
    else if (minutes > 0)
        text = u"%1m"_s.arg(minutes);
    else
        text = u"%1s"_s.arg(total);
    return span.us < 0 && total > 0 ? u'-' + text : text;
}

} // namespace fireline::domain
