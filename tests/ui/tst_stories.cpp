// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "keyboardhand.h"
#include "livewindow.h"
#include "memoryfeed.h"
#include "storystage.h"

#include <QApplication>
#include <QDebug>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// From the start window to a closed incident in each of the five processes, by the keyboard alone, in the real program (ux 5.2, item 19).
class TestStories : public QObject
{
    Q_OBJECT
private slots:
    void aThinStoryIsFound_data();
    void aThinStoryIsFound();
    void declaredWithinTenKeys_data();
    void declaredWithinTenKeys();
    void declaredToClosed_data();
    void declaredToClosed();
};

void TestStories::aThinStoryIsFound_data()
{
    addProcesses();
}

// Whatever is left out of a whole story, it is missed by its name, and nothing else is.
void TestStories::aThinStoryIsFound()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    const MemoryFeed feed(process, severity);
    const QList<StoryStep> steps = storySteps(feed.process());
    QList<StoryEvent> whole;
    for (const StoryStep &step : steps) {
        for (int time = 0; time < step.times; ++time) {
            for (const QString &type : step.types)
                whole.append({type, {{u"from"_s, time}, {u"to"_s, time + 1}}});
        }
    }
    QCOMPARE(lackingSteps(steps, whole), QStringList());
    QCOMPARE(steps.last().what.contains(u"approved"_s), process == "sre-directorate"_L1);
    for (const StoryStep &step : steps) {
        for (const QString &type : step.types) {
            QList<StoryEvent> thin = whole;
            const auto last = std::find_if(thin.rbegin(), thin.rend(),
                                           [&](const StoryEvent &event) { return event.type == type; });
            thin.erase(std::next(last).base());
            QVERIFY2(!lackingSteps(steps, thin).isEmpty(), qPrintable(u"%1 without %2"_s.arg(step.what, type)));
        }
    }
    // Nor is a severity that is set to what it was a change.
    for (StoryEvent &event : whole) {
        if (event.type == "severity.set"_L1)
            event.body.insert(u"from"_s, event.body.value("to"_L1));
    }
    QCOMPARE(lackingSteps(steps, whole), QStringList{u"change the severity"_s});
}

namespace {

/// Key presses as the platform sends them.
class KeyCount : public QObject
{
public:
    KeyCount() { qApp->installEventFilter(this); } // lint: allowed
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        keys += event->type() == QEvent::KeyPress && watched->isWindowType() ? 1 : 0;
        return false;
    }
    int keys = 0;
};

} // namespace

void TestStories::declaredWithinTenKeys_data()
{
    addProcesses();
}

// With the process that was used last: two keys beside the letters of the title, which only the person knows.
void TestStories::declaredWithinTenKeys()
{
    QFETCH(const QString, process);
    QFETCH(const QString, severity);
    const QString title = u"Web down"_s;
    StoryStage stage(process);
    KeyboardHand hand;
    const KeyCount count;
    hand.type(title);
    hand.press(QKeySequence(u"Alt+1"_s));     // to the severities, past what else the process asks for
    hand.press(QKeySequence(Qt::Key_Return)); // the first of them
    QVERIFY2(count.keys > title.size() && count.keys <= 10, qPrintable(QString::number(count.keys)));
    window::IncidentWindow *window = stage.declared();
    QVERIFY(window);
    QCOMPARE(window->incident().state().processId, process);
    QCOMPARE(window->incident().state().title, title);
    QCOMPARE(window->incident().state().severity, severity);
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
    StoryStage stage;
    KeyboardHand hand;
    const QString stuck = stage.play(hand, process, severity);
    if (!stuck.isEmpty())
        qWarning().noquote() << stuck; // a failure shows its beginning alone
    QVERIFY2(stuck.isEmpty(), qPrintable(stuck.section(u'\n', 0, 1)));
}

QTEST_MAIN(TestStories)
#include "tst_stories.moc"
