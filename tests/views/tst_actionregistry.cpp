// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"

#include <QAction>
#include <QLineEdit>
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
    void manyEventsAskOnce();
    void aKeyFindsWhatStandsNow();
    void typedTextAsksNobody();
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

void TestActionRegistry::manyEventsAskOnce()
{
    QWidget window;
    ActionRegistry registry(&window);
    int asked = 0;
    QString reason = u"Nobody has command."_s;
    auto *action = registry.add(
        {u"command.transfer"_s, u"Transfer command…"_s, u"Hands over."_s, {}, {}}, [] {},
        [&] {
            ++asked;
            return reason;
        });
    asked = 0;
    reason.clear();
    for (int event = 0; event < 20; ++event)
        registry.refreshLater();
    QCOMPARE(asked, 0);
    QTRY_VERIFY(action->isEnabled());
    QCOMPARE(asked, 1);
}

void TestActionRegistry::aKeyFindsWhatStandsNow()
{
    QWidget window;
    ActionRegistry registry(&window);
    int runs = 0;
    QString reason = u"Nobody has command."_s;
    registry.add(
        {u"command.transfer"_s, u"Transfer command…"_s, u"Hands over."_s, {}, {}, {QKeySequence(u"Ctrl+L"_s)}}, [&] { ++runs; },
        [&] { return reason; });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keySequence(&window, QKeySequence(u"Ctrl+L"_s));
    QCOMPARE(runs, 0);
    reason.clear();
    registry.refreshLater();
    QTest::keySequence(&window, QKeySequence(u"Ctrl+L"_s));
    QCOMPARE(runs, 1);
}

void TestActionRegistry::typedTextAsksNobody()
{
    QWidget window;
    QLineEdit field(&window);
    ActionRegistry registry(&window);
    int asked = 0;
    registry.add(
        {u"command.transfer"_s, u"Transfer command…"_s, u"Hands over."_s, {}, {}}, [] {},
        [&] {
            ++asked;
            return QString();
        });
    window.show();
    field.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    asked = 0;
    registry.refreshLater();
    for (const Qt::Key key : {Qt::Key_Y, Qt::Key_Backspace, Qt::Key_X, Qt::Key_Return}) {
        QTest::keyClick(window.windowHandle(), key); // as a keyboard does it: the window hears of it first
    }
    QCOMPARE(field.text(), u"x"_s);
    QCOMPARE(asked, 0);
    QTest::keyClick(&field, Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(asked, 1);
}

QTEST_MAIN(TestActionRegistry)
#include "tst_actionregistry.moc"
