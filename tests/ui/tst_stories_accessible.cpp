// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessiblehand.h"
#include "hearing.h"
#include "storystage.h"

#include <QDebug>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// The same stories for who neither sees the window nor has a keyboard: by names, roles and actions alone (ux 5.2, item 19).
class TestStoriesAccessible : public QObject
{
    Q_OBJECT
private slots:
    void declaredToClosed_data();
    void declaredToClosed();
    void whatBecomesOfItIsReadAloud();
};

void TestStoriesAccessible::declaredToClosed_data()
{
    QTest::addColumn<int>("severity");
    QTest::newRow("helpdeskflow") << 0;
    QTest::newRow("sre-directorate") << 2;
    QTest::newRow("community-hub") << 0;
    QTest::newRow("nine-step") << 0;
    QTest::newRow("severity-ladder") << 1;
}

void TestStoriesAccessible::declaredToClosed()
{
    QFETCH(int, severity);
    StoryStage stage;
    AccessibleHand hand;
    const QString stuck = stage.play(hand, QString::fromLatin1(QTest::currentDataTag()), severity);
    if (!stuck.isEmpty())
        qWarning().noquote() << stuck; // a failure shows its beginning alone
    QVERIFY2(stuck.isEmpty(), qPrintable(stuck.section(u'\n', 0, 1)));
}

void TestStoriesAccessible::whatBecomesOfItIsReadAloud()
{
    StoryStage stage;
    AccessibleHand hand;
    clearHeard();
    const auto isHeard = [](const QString &text) { return !heard().filter(text, Qt::CaseInsensitive).isEmpty(); };
    const auto told = [&](const QString &text) {
        return u"not heard: %1\n%2\n%3"_s.arg(text, heard().join(u'\n'), hand.fault());
    };
    hand.declare(u"Checkout fails"_s, u"severity-ladder"_s, 1);
    QVERIFY2(hand.ok() && stage.declared(), qPrintable(hand.fault()));
    hand.entry(u"the lift is stuck"_s);
    QVERIFY2(hand.ok() && isHeard(u"Recorded:"_s), qPrintable(told(u"Recorded"_s)));
    // What is refused in quick entry stays there, and the reason is heard.
    QVERIFY(!isHeard(u"A99"_s));
    hand.go(u"entry.field"_s);
    hand.append(u"/done A99 \"it works\""_s);
    hand.command(u"Record the line of quick entry"_s);
    QTRY_VERIFY2(isHeard(u"A99"_s), qPrintable(told(u"A99"_s)));
    // So is what a form lacks, and once more where it still does.
    hand.command(u"New hypothesis"_s);
    const auto before = heard().size();
    hand.button(u"decisionsFormSend"_s);
    QTRY_VERIFY2(heard().size() == before + 1, qPrintable(told(u"a reason"_s)));
    hand.button(u"decisionsFormSend"_s);
    QTRY_COMPARE(heard().size(), before + 2);
    QCOMPARE(heard().at(before), heard().at(before + 1));
    QVERIFY2(hand.ok(), qPrintable(hand.fault()));
}

QTEST_MAIN(TestStoriesAccessible)
#include "tst_stories_accessible.moc"
