// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entrytime.h"

#include "entry/entrytr.h"
#include "entry/timeform.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr Span slack = Span::minutes(2);

TimeReading bad(qsizetype length, const QString &problem)
{
    TimeReading reading;
    reading.kind = TimeReading::Kind::Bad;
    reading.length = length;
    reading.problem = problem;
    return reading;
}

TimeReading good(qsizetype length, Instant at, const QString &remark = {})
{
    TimeReading reading;
    reading.kind = TimeReading::Kind::Good;
    reading.length = length;
    reading.at = at;
    reading.remark = remark;
    return reading;
}

QString zoneName(const QTimeZone &zone)
{
    return QString::fromUtf8(zone.id());
}

QString gapText(const TimeForm &form, QDate date, const QTimeZone &zone)
{
    return EntryTr::tr("%1 does not exist on %2 in %3: the clocks went forward. Write the time in UTC, like 01:30Z.")
        .arg(form.time.toString(u"HH:mm"_s), date.toString(Qt::ISODate), zoneName(zone));
}

QString foldText(const TimeForm &form, QDate date, const QTimeZone &zone, bool second)
{
    const QString text =
        second ? EntryTr::tr("%1 comes twice on %2 in %3: the second one is meant. Write it in UTC to say the first.")
               : EntryTr::tr("%1 comes twice on %2 in %3: the first one is meant. Write it in UTC to say the second.");
    return text.arg(form.time.toString(u"HH:mm"_s), date.toString(Qt::ISODate), zoneName(zone));
}

TimeZoneChoice zoneOf(const TimeForm &form, const TimeFrame &frame)
{
    switch (form.zone) {
    case TimeForm::Zone::Bare: return {frame.zone, 0};
    case TimeForm::Zone::Local: return {frame.local, 0};
    case TimeForm::Zone::Utc: return {QTimeZone::utc(), 0};
    case TimeForm::Zone::Offset: return {QTimeZone::utc(), form.offsetSeconds};
    }
    return {QTimeZone::utc(), 0};
}

QList<Instant> choicesFor(const TimeForm &form, QDate date, const TimeZoneChoice &choice)
{
    QList<Instant> found = instantsOf(date, form.time, choice.zone);
    for (Instant &at : found)
        at = at - Span::seconds(choice.offsetSeconds) + Span::micros(form.micros);
    return found;
}

TimeReading datedTime(const TimeForm &form, const TimeFrame &frame)
{
    const TimeZoneChoice choice = zoneOf(form, frame);
    const QList<Instant> found = choicesFor(form, form.date, choice);
    if (found.isEmpty())
        return bad(form.length, gapText(form, form.date, choice.zone));
    const Instant latest = frame.now + slack;
    Instant at = found.first();
    if (found.size() > 1 && !frame.future && frame.now.isSet() && found.last() <= latest)
        at = found.last();
    if (!frame.future && frame.now.isSet() && at > latest)
        return bad(form.length, EntryTr::tr("%1 is still to come; write when it happened.").arg(at.toRfc3339()));
    if (frame.future && at < frame.now)
        return bad(form.length, EntryTr::tr("%1 is past; write a time to come.").arg(at.toRfc3339()));
    if (at.us <= 0)
        return bad(form.length, EntryTr::tr("Years before 1970 cannot be recorded."));
    return good(form.length, at, found.size() > 1 ? foldText(form, form.date, choice.zone, at == found.last()) : QString());
}

QDate dayOf(Instant at, const TimeZoneChoice &choice)
{
    if (choice.offsetSeconds != 0)
        return (at + Span::seconds(choice.offsetSeconds)).toUtc().date();
    return at.toUtc().toTimeZone(choice.zone).date();
}

// The first instant of the day's that the frame allows, going backwards or forwards; nothing where the day has none.
std::optional<Instant> pick(const QList<Instant> &found, const TimeFrame &frame)
{
    if (frame.future) {
        const auto next = std::find_if(found.begin(), found.end(), [&](Instant at) { return at > frame.now; });
        return next == found.end() ? std::nullopt : std::optional(*next);
    }
    const auto last = std::find_if(found.rbegin(), found.rend(), [&](Instant at) { return at <= frame.now + slack; });
    return last == found.rend() ? std::nullopt : std::optional(*last);
}

TimeReading datelessTime(const TimeForm &form, const TimeFrame &frame)
{
    if (!frame.now.isSet())
        return bad(form.length, EntryTr::tr("Write the date too, like 2025-03-01 14:05."));
    const TimeZoneChoice choice = zoneOf(form, frame);
    const QDate today = dayOf(frame.now, choice);
    const int step = frame.future ? 1 : -1;
    for (int i = -1; i <= 3; ++i) {
        const QDate date = today.addDays(step * i);
        const QList<Instant> found = choicesFor(form, date, choice);
        if (found.isEmpty()) {
            // A gap counts only where the clock would have been the one meant.
            const QDateTime around(date, form.time, Qt::UTC);
            const Instant rough = Instant::fromDateTime(around) - Span::seconds(choice.zone.offsetFromUtc(around));
            if (frame.future ? rough > frame.now : rough <= frame.now + slack)
                return bad(form.length, gapText(form, date, choice.zone));
            continue;
        }
        const auto at = pick(found, frame);
        if (!at)
            continue;
        QStringList remarks;
        if (found.size() > 1)
            remarks << foldText(form, date, choice.zone, *at == found.last());
        if (date != today)
            remarks << EntryTr::tr("%1 on %2 is meant.").arg(form.time.toString(u"HH:mm"_s), date.toString(Qt::ISODate));
        return good(form.length, *at, remarks.join(u' '));
    }
    return bad(form.length, EntryTr::tr("Write the date too, like 2025-03-01 14:05."));
}

} // namespace

QList<Instant> instantsOf(QDate date, QTime time, const QTimeZone &zone)
{
    // QDateTime picks one side of a fold and shifts out of a gap by itself; so each offset in force near that day is tried.
    const QDateTime naive(date, time, Qt::UTC);
    if (!naive.isValid())
        return {};
    if (!zone.isValid())
        return {Instant::fromDateTime(naive)};
    QList<Instant> found;
    for (const int hours : {-30, 30}) {
        const int offset = zone.offsetFromUtc(naive.addSecs(hours * 3600));
        const QDateTime utc = naive.addSecs(-offset);
        const Instant at = Instant::fromDateTime(utc);
        if (zone.offsetFromUtc(utc) == offset && !found.contains(at))
            found.append(at);
    }
    std::sort(found.begin(), found.end());
    return found;
}

TimeReading readTime(QStringView text, const TimeFrame &frame)
{
    const TimeForm form = readTimeForm(text);
    switch (form.kind) {
    case TimeForm::Kind::None: return {};
    case TimeForm::Kind::Invalid: return bad(form.length, form.problem);
    case TimeForm::Kind::Ago:
        if (frame.future)
            return bad(form.length, EntryTr::tr("Write a time to come, like +30m or 14:30."));
        if (frame.begun.us - form.span.us <= 0)
            return bad(form.length, EntryTr::tr("Years before 1970 cannot be recorded."));
        return good(form.length, frame.begun - form.span);
    case TimeForm::Kind::Ahead:
        if (!frame.future)
            return {};
        return good(form.length, frame.begun + form.span);
    case TimeForm::Kind::Clock: return form.date.isValid() ? datedTime(form, frame) : datelessTime(form, frame);
    }
    return {};
}

bool beginsLikeClock(QStringView text)
{
    const TimeForm form = readTimeForm(text);
    return form.kind == TimeForm::Kind::Clock || form.kind == TimeForm::Kind::Invalid;
}

QString isoText(Instant at)
{
    const qint64 micros = ((at.us % 1000000) + 1000000) % 1000000;
    QString text = at.toUtc().toString(u"yyyy-MM-dd'T'HH:mm:ss"_s);
    if (micros != 0) {
        QString decimals = u"%1"_s.arg(micros, 6, 10, QLatin1Char('0'));
        while (decimals.endsWith(u'0'))
            decimals.chop(1);
        text += u'.' + decimals;
    }
    return text + u'Z';
}

} // namespace fireline::domain
