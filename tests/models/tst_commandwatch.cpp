// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "memoryfeed.h"
#include "roles/commandwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using fireline::models::CommandWatch;
using fireline::test::MemoryFeed;

/// Who had command hears that somebody took it, and of nothing else.
class TestCommandWatch : public QObject
{
    Q_OBJECT
private slots:
    void aTakeOverIsTold_data() { fireline::test::addProcesses(); }
    void aTakeOverIsTold();
    void whatTheyDidThemselvesIsNoNews();
    void othersLosingItIsNoNews();
};

void TestCommandWatch::aTakeOverIsTold()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    MemoryFeed feed(process, severity);
    const RoleDef *role = feed.process().commander();
    QVERIFY(role);
    CommandWatch watch(feed);
    QSignalSpy taken(&watch, &CommandWatch::taken);
    QSignalSpy settled(&watch, &CommandWatch::settled);
    if (!feed.line(u"/claim"_s))
        QSKIP("command is not claimed so soon here");
    feed.advance(Span::minutes(1));
    if (!feed.line(u"/takeover no answer"_s, u"bo"_s))
        QSKIP("this process lets nobody take over now");
    QCOMPARE(taken.size(), 1);
    const QString text = taken.first().first().toString();
    QVERIFY2(text.contains(u"bo takes over"_s) && text.contains(u"no answer."_s)
                 && text.endsWith(u"Tell bo what is under way."_s),
             qPrintable(text));
    QCOMPARE(taken.first().last().toString(), feed.state().entries.last().eventId);
    feed.restart();
    QCOMPARE(taken.size(), 1); // once
    QVERIFY(settled.isEmpty());
    feed.advance(Span::minutes(1));
    QVERIFY(feed.line(u"/takeover I am back"_s));
    QCOMPARE(settled.size(), 1);
}

void TestCommandWatch::whatTheyDidThemselvesIsNoNews()
{
    MemoryFeed feed(u"community-hub"_s, u"P1"_s);
    CommandWatch watch(feed);
    QSignalSpy taken(&watch, &CommandWatch::taken);
    QVERIFY(feed.line(u"/claim"_s));
    feed.advance(Span::minutes(1));
    QVERIFY(feed.line(u"/role - "_s + feed.process().commander()->id));
    QVERIFY(feed.line(u"/claim"_s, u"bo"_s)); // it was free
    QVERIFY(taken.isEmpty());
}

void TestCommandWatch::othersLosingItIsNoNews()
{
    MemoryFeed feed(u"community-hub"_s, u"P1"_s);
    CommandWatch watch(feed);
    QSignalSpy taken(&watch, &CommandWatch::taken);
    QVERIFY(feed.line(u"/claim"_s, u"bo"_s));
    feed.advance(Span::minutes(1));
    QVERIFY(feed.line(u"/takeover no answer"_s, u"cy"_s));
    QVERIFY(taken.isEmpty());
}

QTEST_MAIN(TestCommandWatch)
#include "tst_commandwatch.moc"
