// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryfeed.h"
#include "registerentry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using fireline::domain::Span;

/// What the register is told of an incident.
class TestRegisterEntry : public QObject
{
    Q_OBJECT
private slots:
    void saysHowFarItHasCome();
};

void TestRegisterEntry::saysHowFarItHasCome()
{
    test::MemoryFeed feed(u"nine-step"_s);
    const auto summary = [&] { return session::summaryOf(feed.state(), feed.process(), u"/a/b.fireline"_s, feed.now()); };
    QCOMPARE(summary().rank, 0);
    QCOMPARE(summary().phase, u"1 Detection & Alert"_s);
    QCOMPARE(summary().changed, feed.state().declaredAt);
    feed.advance(Span::minutes(7));
    QVERIFY(feed.line(u"/sev P2"_s).ok());
    QCOMPARE(summary().severity, u"P2"_s);
    QCOMPARE(summary().rank, 2);
    QCOMPARE(summary().changed, feed.now());
    QVERIFY(!summary().withdrawn.isSet());
    feed.advance(Span::minutes(1));
    QVERIFY(feed.line(u"/withdraw test traffic"_s).ok());
    QCOMPARE(summary().withdrawn, feed.now());
}

QTEST_GUILESS_MAIN(TestRegisterEntry)
#include "tst_registerentry.moc"
