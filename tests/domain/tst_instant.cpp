// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

class TestInstant : public QObject
{
    Q_OBJECT
private slots:
    void readsRfc3339_data();
    void readsRfc3339();
    void writesShortText_data();
    void writesShortText();
};

void TestInstant::readsRfc3339_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("utc") << u"2025-01-02T03:04:05Z"_s << u"2025-01-02T03:04:05.000Z"_s;
    QTest::newRow("offset") << u"2025-01-02T03:04:05.5+02:00"_s << u"2025-01-02T01:04:05.500Z"_s;
    QTest::newRow("west") << u"2025-01-02T23:30:00-01:30"_s << u"2025-01-03T01:00:00.000Z"_s;
    QTest::newRow("no zone") << u"2025-01-02T03:04:05"_s << QString();
    QTest::newRow("month 13") << u"2025-13-02T03:04:05Z"_s << QString();
    QTest::newRow("trailing") << u"2025-01-02T03:04:05Z x"_s << QString();
}

void TestInstant::readsRfc3339()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto instant = Instant::fromRfc3339(text);
    QCOMPARE(instant.has_value(), !utc.isEmpty());
    if (instant)
        QCOMPARE(instant->toRfc3339(), utc);
}

void TestInstant::writesShortText_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(45) << u"45s"_s;
    QTest::newRow("minutes") << qint64(125) << u"2m"_s;
    QTest::newRow("hours") << qint64(4 * 3600 + 300) << u"4h 05m"_s;
    QTest::newRow("days") << qint64(3 * 86400 + 7200) << u"3d 2h"_s;
    QTest::newRow("late") << qint64(-90) << u"-1m"_s;
}

void TestInstant::writesShortText()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(toShortText(Span::seconds(seconds)), text);
}

QTEST_APPLESS_MAIN(TestInstant)
#include "tst_instant.moc"
