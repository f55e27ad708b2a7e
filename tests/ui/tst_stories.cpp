// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboardhand.h"
#include "livewindow.h"
#include "storystage.h"

#include <QApplication>
#include <QDebug>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// From the start window to a closed incident in each of the five processes, by the keyboard alone, in the real program (ux 5.2, item 19).
class TestStories : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<StoryStage>(); }
    void cleanup() { m_stage.reset(); }
    void declaredWithinTenKeys();
    void declaredToClosed_data();
    void declaredToClosed();

private:
    std::unique_ptr<StoryStage> m_stage;
};

void TestStories::declaredWithinTenKeys()
{
    KeyboardHand hand;
    const QString title = u"Web down"_s; // ten keys with its letters: two beside what only the person knows
    hand.type(title);
    hand.press(QKeySequence(Qt::Key_Return)); // to the severities
    hand.press(QKeySequence(Qt::Key_Return)); // the first of them
    window::IncidentWindow *window = m_stage->declared();
    QVERIFY(window);
    QCOMPARE(window->incident().state().title, title);
    QVERIFY(!window->incident().state().severity.isEmpty());
    // And it is typed on at once.
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"entry.field"_s);
}

void TestStories::declaredToClosed_data()
{
    QTest::addColumn<int>("severity");
    QTest::newRow("helpdeskflow") << 0;
    QTest::newRow("sre-directorate") << 2;
    QTest::newRow("community-hub") << 0;
    QTest::newRow("nine-step") << 0;
    QTest::newRow("severity-ladder") << 1;
}

void TestStories::declaredToClosed()
{
    QFETCH(int, severity);
    const QString process = QString::fromLatin1(QTest::currentDataTag());
    KeyboardHand hand;
    const QString stuck = m_stage->play(hand, process, severity);
    if (!stuck.isEmpty())
        qWarning().noquote() << stuck; // a failure shows its beginning alone
    QVERIFY2(stuck.isEmpty(), qPrintable(stuck.section(u'\n', 0, 1)));
}

QTEST_MAIN(TestStories)
#include "tst_stories.moc"
