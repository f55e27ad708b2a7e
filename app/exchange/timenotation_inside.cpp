// SPDX-License-Identifier: GPL-3.0-or-later
#include "timenotation.h"

#include "readdate.h"

#include <QRegularExpression>

// Times that do not stand at the beginning of a text.
namespace fireline::exchange {

using namespace Qt::StringLiterals;

Stamp readStampAtEnd(QStringView text)
{
    static const QRegularExpression day(
        u"(?:^|[\\s:(~])(\\d{4,6}-\\d{1,2}-\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\\.? \\d{4}|[A-Za-z]{3,9}\\.? "
        u"\\d{1,2}(?:st|nd|rd|th)?,? \\d{4})"_s);
    if (text.size() > 200)
        return {};
    const auto found = day.match(text.toString());
    if (!found.hasMatch())
        return {};
    qsizetype from = found.capturedStart(1);
    Stamp stamp = readStamp(text.sliced(from), StampPlace::Row);
    if (!stamp.date.isSet() || !text.sliced(from + stamp.length).trimmed().isEmpty())
        return {};
    if (from > 0 && text[from - 1] == u'~')
        stamp.approximate = true;
    stamp.length = from;
    return stamp;
}

QList<Stamp> stampsInside(QStringView text)
{
    static const QRegularExpression day(
        u"\\b(?:\\d{4}-\\d{2}-\\d{2}[ T]|[A-Z][a-z]{2,8}\\.? \\d{1,2}, \\d{4}|\\d{1,2} [A-Z][a-z]{2,8} \\d{4})"_s);
    QList<Stamp> found;
    if (text.size() < 14)
        return found;
    const QString whole = text.left(20000).toString();
    auto each = day.globalMatch(whole);
    while (each.hasNext() && found.size() < 50) {
        const auto match = each.next();
        const Stamp stamp = readStamp(QStringView(whole).sliced(match.capturedStart()).left(80), StampPlace::Row);
        if (stamp.state == Stamp::State::Read && stamp.date.year && stamp.clock && stamp.zone.isSet())
            found += stamp;
    }
    return found;
}

QList<QDate> datesInside(QStringView text)
{
    static const QRegularExpression day(u"(?<![\\w/-])(?:\\d{4}-\\d{2}-\\d{2}|[A-Z][a-z]{2,8}\\.? "
                                        u"\\d{1,2}|\\d{1,2}(?:st|nd|rd|th|\\.)?(?: ?[-\\x{2013}] ?\\d{1,2}(?:st|nd|rd|th)?)?"
                                        u"(?: of)? [A-Z][a-"
                                        u"z]{2,8}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})"_s);
    QList<QDate> found;
    const QString whole = text.left(20000).toString();
    auto each = day.globalMatch(whole);
    while (each.hasNext() && found.size() < 50) {
        const auto match = each.next();
        TimeCursor cursor(QStringView(whole).sliced(match.capturedStart()).left(40));
        DateParts date;
        QString problem;
        if (readDate(cursor, date, problem) && problem.isEmpty() && !date.orderUnknown && date.date().isValid())
            found += date.date();
    }
    return found;
}

} // namespace fireline::exchange
