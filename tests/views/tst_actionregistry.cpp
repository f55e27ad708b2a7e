// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace fireline::views;

/// One table of actions: keys work, and what cannot be done says why.
class TestActionRegistry : public QObject
{
    Q_OBJECT
private slots:
    void keyRunsTheHandler();
    void reasonDisablesAndIsShown();
};

void TestActionRegistry::keyRunsTheHandler()
{
    QWidget window;
    ActionRegistry registry(&window);
    int runs = 0;
    registry.add(
        {u"entry.focus"_s, u"Go to quick entry"_s, u"Type what happened."_s, u"entry"_s, {}, {QKeySequence(u"Ctrl+L"_s)}},
        [&] { ++runs; });
    QSignalSpy triggered(&registry, &ActionRegistry::triggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keySequence(&window, QKeySequence(u"Ctrl+L"_s));
    QCOMPARE(runs, 1);
    QCOMPARE(triggered.size(), 1);
}

void TestActionRegistry::reasonDisablesAndIsShown()
{
    QWidget window;
    ActionRegistry registry(&window);
    QString reason = u"Nobody has command."_s;
    auto *action = registry.add(
        {u"command.transfer"_s, u"Transfer command…"_s, u"Hands over."_s, {}, {}}, [] {}, [&] { return reason; });
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(), reason);
    reason.clear();
    registry.refresh();
    QVERIFY(action->isEnabled());
    QCOMPARE(action->toolTip(), u"Hands over."_s);
}

QTEST_MAIN(TestActionRegistry)
#include "tst_actionregistry.moc"
