// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/calendar.h"

#include <QTest>

#include <rapidcheck.h>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

/// Any calendar with at least one business day, in zones that change their clocks in different ways.
rc::Gen<CalendarSpec> anyCalendar()
{
    return rc::gen::exec([] {
        CalendarSpec spec;
        spec.zone = *rc::gen::element(u"Etc/UTC"_s, u"Europe/Berlin"_s, u"America/St_Johns"_s, u"Australia/Lord_Howe"_s,
                                      u"Asia/Kathmandu"_s, u"Pacific/Apia"_s);
        spec.days = {*rc::gen::inRange(1, 8), *rc::gen::inRange(1, 8), *rc::gen::inRange(1, 8)};
        const int open = *rc::gen::inRange(0, 23 * 60);
        const int close = *rc::gen::inRange(open + 1, 24 * 60 + 1);
        spec.open = QTime(0, 0).addSecs(open * 60);
        spec.close = close == 24 * 60 ? QTime(0, 0) : QTime(0, 0).addSecs(close * 60);
        for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
            spec.holidays.insert(QDate(2024, 1, 1).addDays(*rc::gen::inRange(0, 800)));
        spec.sprintStart = QDate(2024, 1, 1).addDays(*rc::gen::inRange(0, 400));
        spec.sprintDays = *rc::gen::inRange(1, 30);
        return spec;
    });
}

rc::Gen<Instant> anyInstant()
{
    return rc::gen::map(rc::gen::inRange<qint64>(0, 800LL * 86400), [](qint64 s) { return Instant{(1704067200 + s) * 1000000}; });
}

rc::Gen<Duration> anyDuration()
{
    return rc::gen::exec([] {
        const auto kind = *rc::gen::element(Duration::Kind::Elapsed, Duration::Kind::BusinessHours, Duration::Kind::BusinessDays,
                                            Duration::Kind::Sprints, Duration::Kind::Months, Duration::Kind::Now,
                                            Duration::Kind::EndOfDay, Duration::Kind::NextBusinessDay,
                                            Duration::Kind::NextSprint);
        return Duration{kind, *rc::gen::inRange<qint64>(0, kind == Duration::Kind::Elapsed ? 500000 : 30)};
    });
}

} // namespace

class TestCalendarProperties : public QObject
{
    Q_OBJECT
private slots:
    void neverEndsBeforeItBegins();
    void openTimeAddsUp();
    void openTimeEndsWhileOpen();
    void businessDaysAreBusinessDays();
    void windowsAreInOrder();
    void laterAnchorsEndLater();
};

void TestCalendarProperties::neverEndsBeforeItBegins()
{
    QVERIFY(rc::check([] {
        const Calendar calendar(*anyCalendar());
        const Instant anchor = *anyInstant();
        const auto hours = *rc::gen::element(Hours::Always, Hours::Business);
        RC_ASSERT(calendar.resolve(*anyDuration(), anchor, hours) >= anchor);
    }));
}

void TestCalendarProperties::openTimeAddsUp()
{
    QVERIFY(rc::check([] {
        const Calendar calendar(*anyCalendar());
        const Instant anchor = *anyInstant();
        const Span a = Span::minutes(*rc::gen::inRange(1, 5000));
        const Span b = Span::minutes(*rc::gen::inRange(1, 5000));
        RC_ASSERT(calendar.addOpenTime(calendar.addOpenTime(anchor, a), b) == calendar.addOpenTime(anchor, a + b));
    }));
}

void TestCalendarProperties::openTimeEndsWhileOpen()
{
    QVERIFY(rc::check([] {
        const Calendar calendar(*anyCalendar());
        const Instant end = calendar.addOpenTime(*anyInstant(), Span::minutes(*rc::gen::inRange(1, 5000)));
        RC_ASSERT(calendar.isOpen(end - Span::micros(1)));
        const Instant start = calendar.countsFrom(end);
        RC_ASSERT(calendar.isOpen(start));
        RC_ASSERT(calendar.countsFrom(start) == start);
    }));
}

void TestCalendarProperties::businessDaysAreBusinessDays()
{
    QVERIFY(rc::check([] {
        const Calendar calendar(*anyCalendar());
        const Instant anchor = *anyInstant();
        const qint64 n = *rc::gen::inRange(1, 40);
        const QDate start = calendar.dateOf(calendar.countsFrom(anchor));
        const QDate end = calendar.dateOf(calendar.addBusinessDays(anchor, n));
        RC_ASSERT(calendar.isBusinessDay(end));
        qint64 between = 0;
        for (QDate day = start.addDays(1); day <= end; day = day.addDays(1))
            between += calendar.isBusinessDay(day) ? 1 : 0;
        RC_ASSERT(between == n);
    }));
}

void TestCalendarProperties::windowsAreInOrder()
{
    QVERIFY(rc::check([] {
        const Calendar calendar(*anyCalendar());
        const Instant anchor = *anyInstant();
        Window window{std::nullopt, *anyDuration()};
        if (*rc::gen::arbitrary<bool>())
            window.due = *anyDuration();
        const auto bounds = calendar.resolve(window, anchor);
        RC_ASSERT(anchor <= bounds.due);
        RC_ASSERT(bounds.due <= bounds.late);
    }));
}

void TestCalendarProperties::laterAnchorsEndLater()
{
    QVERIFY(rc::check([] {
        const Calendar calendar(*anyCalendar());
        const Instant first = *anyInstant();
        const Instant second = first + Span::minutes(*rc::gen::inRange(0, 20000));
        const Span length = Span::minutes(*rc::gen::inRange(0, 5000));
        RC_ASSERT(calendar.addOpenTime(first, length) <= calendar.addOpenTime(second, length));
        RC_ASSERT(calendar.endOfBusinessDay(first) <= calendar.endOfBusinessDay(second));
        RC_ASSERT(calendar.endOfNextSprint(first) <= calendar.endOfNextSprint(second));
    }));
}

QTEST_APPLESS_MAIN(TestCalendarProperties)
#include "tst_calendarproperties.moc"
