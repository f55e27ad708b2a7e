// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessiblehand.h"
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

QTEST_MAIN(TestStoriesAccessible)
#include "tst_stories_accessible.moc"
