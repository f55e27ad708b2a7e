// SPDX-License-Identifier: GPL-3.0-or-later
#include "../clocks/clockrig.h"
#include "report/frozenblocks.h"
#include "rules/facts.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = ReviewBlock::Kind;

Span m(int n)
{
    return Span::minutes(n);
}

QStringList texts(const QList<Entry> &rows)
{
    QStringList found;
    for (const Entry &row : rows)
        found.append(row.text);
    return found;
}

} // namespace

class TestReviewBlocks : public QObject
{
    Q_OBJECT
private slots:
    void wordsChooseRows_data();
    void wordsChooseRows();
    void rowsStandAsCorrected();
    void textStaysAsItIs();
    void linesOfTheRecordStayBound();
    void branchedWhysAreATree();
    void frozenPiecesStayAsTheyWere();
    void whatIsNoFrozenPieceIsText();
    void sectionsAreProposed_data();
    void sectionsAreProposed();
    void anActionItemIsOneLine();
    void anActionItemTakenOutIsNotToldOf();
    void theCauseIsToldAsRecorded();
};

void TestReviewBlocks::wordsChooseRows_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("turning points") << QString()
                                    << QStringList{u"Incident declared: Checkout fails"_s, u"D1: fail over"_s, u"seen first"_s};
    QTest::newRow("unknown only") << u"weather"_s << QStringList{};
    QTest::newRow("pinned") << u"pinned"_s << QStringList{u"seen first"_s};
    QTest::newRow("kind") << u"todo"_s << QStringList{u"a note"_s};
    QTest::newRow("both") << u" pinned  Todo "_s << QStringList{u"a note"_s, u"seen first"_s};
}

void TestReviewBlocks::wordsChooseRows()
{
    QFETCH(QString, words);
    QFETCH(QStringList, rows);
    ClockRig rig;
    rig.event(u"entry.posted"_s, m(2), {{u"kind"_s, u"todo"_s}, {u"text"_s, u"a note"_s}});
    const QString late = rig.event(u"entry.posted"_s, m(5), {{u"kind"_s, u"finding"_s}, {u"text"_s, u"seen first"_s}}, m(9));
    rig.event(u"decision.made"_s, m(4), {{u"text"_s, u"fail over"_s}});
    rig.event(u"entry.pinned"_s, m(10), {{u"entry"_s, late}});
    const QStringList found = texts(chosenRows(rig.state, timelineChoice(words)));
    QCOMPARE(found, rows);
    QCOMPARE(chosenRows(rig.state, timelineChoice(u"all"_s)).size(), rig.state.entries.size());
}

void TestReviewBlocks::rowsStandAsCorrected()
{
    ClockRig rig;
    const QString note = rig.event(u"entry.posted"_s, m(2), {{u"kind"_s, u"todo"_s}, {u"text"_s, u"port 80"_s}});
    rig.event(u"entry.corrected"_s, m(3),
              {{u"entry"_s, note}, {u"field"_s, u"text"_s}, {u"old"_s, u"port 80"_s}, {u"new"_s, u"port 8080"_s}});
    QCOMPARE(texts(chosenRows(rig.state, timelineChoice(u"todo"_s))), QStringList{u"port 8080"_s});
}

void TestReviewBlocks::textStaysAsItIs()
{
    const ClockRig rig;
    const QString text = u"First line\n\n{{weather}} and {{whys}} inside a line"_s;
    const auto blocks = reviewBlocks(text, rig.state, rig.process, after(m(1)));
    QCOMPARE(blocks.size(), 1);
    QCOMPARE(blocks.first().kind, Kind::Text);
    QCOMPARE(blocks.first().text, text);
    QVERIFY(reviewBlocks({}, rig.state, rig.process, after(m(1))).isEmpty());
}

void TestReviewBlocks::linesOfTheRecordStayBound()
{
    ClockRig rig;
    const QString section = u"Five times:\n{{whys}}\nand so on\n{{ timeline pinned decision }}"_s;
    rig.event(u"why.added"_s, m(1), {{u"text"_s, u"the pool was small"_s}});
    auto blocks = reviewBlocks(section, rig.state, rig.process, after(m(2)));
    QCOMPARE(blocks.size(), 4);
    QCOMPARE(blocks.at(1).lines, QStringList{u"the pool was small"_s});
    QVERIFY(blocks.at(1).numbered);
    QCOMPARE(blocks.at(2).text, u"and so on"_s);
    QCOMPARE(blocks.at(3).kind, Kind::Timeline);
    QCOMPARE(blocks.at(3).choice, (TimelineChoice{false, true, {u"decision"_s}, false}));
    const QString second = rig.event(u"why.added"_s, m(3), {{u"text"_s, u"nobody measured it"_s}});
    QCOMPARE(reviewBlocks(section, rig.state, rig.process, after(m(4))).at(1).lines.size(), 2);
    rig.event(u"entry.retracted"_s, m(5), {{u"entry"_s, second}, {u"why"_s, u"it was measured"_s}});
    blocks = reviewBlocks(section, rig.state, rig.process, after(m(6)));
    QCOMPARE(blocks.at(1).lines, QStringList{u"the pool was small"_s});
}

void TestReviewBlocks::branchedWhysAreATree()
{
    ClockRig rig;
    const QString first = rig.event(u"why.added"_s, m(1), {{u"text"_s, u"the pool was *small*"_s}, {u"under"_s, QString()}});
    rig.event(u"why.added"_s, m(2), {{u"text"_s, u"nobody measured it"_s}, {u"under"_s, first}});
    rig.event(u"why.added"_s, m(3), {{u"text"_s, u"it was the default"_s}, {u"under"_s, first}});
    const ReviewBlock block = reviewBlocks(u"{{whys}}"_s, rig.state, rig.process, after(m(4))).first();
    QCOMPARE(block.lines,
             (QStringList{u"Why 1: the pool was *small*"_s, u"Why 2a: nobody measured it"_s, u"Why 2b: it was the default"_s}));
    QCOMPARE(block.depths, (QList<int>{0, 1, 1}));
    QVERIFY(!block.numbered);
    QCOMPARE(recordText(u"whys"_s, {}, rig.state, rig.process, after(m(4))),
             u"- Why 1: the pool was \\*small\\*\n  - Why 2a: nobody measured it\n  - Why 2b: it was the default"_s);
}

void TestReviewBlocks::frozenPiecesStayAsTheyWere()
{
    ClockRig rig;
    rig.event(u"why.added"_s, m(1), {{u"text"_s, u"the *pool* was small"_s}});
    const auto now = [&] { return recordText(u"whys"_s, {}, rig.state, rig.process, after(m(9))); };
    const QString then = now();
    QCOMPARE(then, u"1. the \\*pool\\* was small"_s);
    const QString section = u"Before.\n"_s + frozenText(u"whys"_s, {}, then) + u"\nBehind."_s;
    QList<FrozenBlock> found = frozenBlocks(section);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().text, then);
    QCOMPARE(section.mid(found.first().from, found.first().length), frozenText(u"whys"_s, {}, then));
    QVERIFY(!isOutdated(found.first(), now()));
    QVERIFY(!isEdited(found.first()));
    rig.event(u"why.added"_s, m(2), {{u"text"_s, u"nobody looked"_s}});
    QVERIFY(isOutdated(found.first(), now()));
    found = frozenBlocks(QString(section).replace(u"small"_s, u"far too small"_s));
    QVERIFY(isEdited(found.first()));
    // On its way out the marks are gone, and the words are those of then.
    const QList<ReviewBlock> blocks = reviewBlocks(section, rig.state, rig.process, after(m(9)));
    QCOMPARE(blocks.size(), 3);
    QCOMPARE(blocks.at(0).text, u"Before."_s);
    QCOMPARE(blocks.at(1).kind, Kind::Text);
    QCOMPARE(blocks.at(1).name, u"whys"_s);
    QCOMPARE(blocks.at(1).text, then);
    QCOMPARE(blocks.at(2).text, u"Behind."_s);
}

void TestReviewBlocks::whatIsNoFrozenPieceIsText()
{
    ClockRig rig;
    for (const QString &text : {u"{{frozen whys 12345678}}\nno end"_s, u"{{frozen weather 12345678}}\nx\n{{end}}"_s,
                                u"{{frozen whys 1234}}\nx\n{{end}}"_s, u"say {{frozen whys 12345678}}\nx\n{{end}}"_s}) {
        QVERIFY2(frozenBlocks(text).isEmpty(), qPrintable(text));
        const QList<ReviewBlock> blocks = reviewBlocks(text, rig.state, rig.process, after(m(9)));
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks.first().text, text);
    }
}

void TestReviewBlocks::sectionsAreProposed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("timeline") << u"Timeline"_s << u"{{timeline}}"_s;
    QTest::newRow("actions") << u"Follow-up Actions"_s << u"{{action_items}}"_s;
    QTest::newRow("factors") << u"Contributing Factors"_s << u"{{factors}}"_s;
    QTest::newRow("whys") << u"Why It Happened"_s << u"{{whys}}"_s;
    QTest::newRow("duration") << u"How Long It Lasted"_s << u"{{measures}}"_s;
    QTest::newRow("summary") << u"Executive Summary"_s << QString();
}

void TestReviewBlocks::sectionsAreProposed()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QCOMPARE(proposedSection(name), text);
}

void TestReviewBlocks::anActionItemIsOneLine()
{
    ActionItemRecord item{u"I1"_s, {}, u"add a probe"_s, {{u"owner"_s, u"ana"_s}, {u"priority"_s, u"high"_s}}, {}, {}};
    QCOMPARE(actionItemLine(item), u"I1 add a probe (owner: ana, priority: high, open)"_s);
    item.doneAt = after(m(1));
    QCOMPARE(actionItemLine(item), u"I1 add a probe (owner: ana, priority: high, done)"_s);
}

void TestReviewBlocks::anActionItemTakenOutIsNotToldOf()
{
    ClockRig rig;
    const QString first = rig.event(u"actionItem.added"_s, m(1), {{u"text"_s, u"add a probe"_s}, {u"fields"_s, QJsonObject()}});
    rig.event(u"actionItem.added"_s, m(2), {{u"text"_s, u"write it down"_s}, {u"fields"_s, QJsonObject()}});
    rig.event(u"entry.retracted"_s, m(3), {{u"entry"_s, first}, {u"why"_s, u"twice"_s}});
    QCOMPARE(actionItemLines(rig.state), QStringList{u"I2 write it down (open)"_s});
    const RuleContext context{rig.state, rig.process, after(m(4))};
    QCOMPARE(readFact({Fact::ActionItemsOpen, {}}, context).number, 1.0);
    rig.event(u"entry.restored"_s, m(5), {{u"entry"_s, first}});
    QCOMPARE(actionItemLines(rig.state).size(), 2);
}

void TestReviewBlocks::theCauseIsToldAsRecorded()
{
    ClockRig rig;
    QVERIFY(causeLines(rig.state).isEmpty());
    const QString first = rig.event(u"hypothesis.proposed"_s, m(1), {{u"text"_s, u"the pool is full"_s}});
    rig.event(u"hypothesis.proposed"_s, m(2), {{u"text"_s, u"the disk is full"_s}});
    QVERIFY(causeLines(rig.state).isEmpty()); // supposed is not known
    rig.event(u"hypothesis.confirmed"_s, m(3), {{u"hypothesis"_s, first}, {u"evidence"_s, u"seen in the log"_s}});
    rig.event(u"field.set"_s, m(4), {{u"fields"_s, QJsonObject{{u"root_cause"_s, u"a leak"_s}}}});
    QCOMPARE(causeLines(rig.state), (QStringList{u"a leak"_s, u"H1 the pool is full (confirmed: seen in the log)"_s}));
    rig.event(u"entry.retracted"_s, m(5), {{u"entry"_s, first}, {u"why"_s, u"a slip"_s}});
    QCOMPARE(causeLines(rig.state), QStringList{u"a leak"_s});
}

QTEST_APPLESS_MAIN(TestReviewBlocks)
#include "tst_reviewblocks.moc"
