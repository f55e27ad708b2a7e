// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "livewindow.h"
#include "madeincident.h"
#include "paintedtexts.h"
#include "people/peoplepanel.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "text/timedisplay.h"
#include "timeline/timelinepanel.h"
#include "timeline/timelineview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSet>
#include <QSlider>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

/// By the slider, to the beginning of the record.
void goBack(LiveWindow &live)
{
    live.window()->findChild<QAbstractButton *>(u"timeline.past"_s)->click();
    auto *slider = live.window()->findChild<QSlider *>(u"timeline.asOf"_s);
    QTest::keyClick(slider, Qt::Key_Home);
    QTRY_VERIFY(live.window()->findChild<views::TimelinePanel *>()->isInPast());
}

QObject *keyboard(LiveWindow &live)
{
    return QApplication::focusWidget() ? static_cast<QObject *>(QApplication::focusWidget()) : live.window();
}

} // namespace

/// The way out of the past, in the whole window (ux 2.7, 2.1.3).
class TestWindowPast : public QObject
{
    Q_OBJECT
private slots:
    void escapeLeadsOutFromEveryRegion();
    void aPreparedLineComesBackToThePresent();
    void aWordIsPutInInThePresent();
    void whatWasDoneYesterdayTellsItsDay();
    void whatIsEnteredIsSeen();

private:
    views::Theme m_theme;
};

void TestWindowPast::escapeLeadsOutFromEveryRegion()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    const auto *timeline = live.window()->findChild<views::TimelinePanel *>();
    auto &messages = live.incident().window().messages();
    QSet<QObject *> seen;
    for (int regions = 0; regions < 9; ++regions) {
        goBack(live);
        for (int i = 0; i < regions; ++i)
            QTest::keyClick(qobject_cast<QWidget *>(keyboard(live)), Qt::Key_F6);
        auto *at = qobject_cast<QWidget *>(keyboard(live));
        seen.insert(at);
        const qsizetype told = messages.count();
        QTest::keyClick(at, Qt::Key_Escape);
        QVERIFY2(!timeline->isInPast(), qPrintable(u"after %1: %2"_s.arg(regions).arg(at->objectName())));
        QCOMPARE(messages.count(), told); // one thing at a time
    }
    QVERIFY2(seen.size() >= 5, qPrintable(QString::number(seen.size())));
}

// Whoever asks for a line gets it: nothing is prepared into a field that takes nothing.
void TestWindowPast::aPreparedLineComesBackToThePresent()
{
    LiveWindow live(m_theme, {.fill = fillBusy, .later = domain::Span::hours(1)});
    auto *timeline = live.window()->findChild<views::TimelinePanel *>();
    auto *entry = qobject_cast<QPlainTextEdit *>(live.quickEntry());
    goBack(live);
    auto &actions = live.incident().window().actions();
    actions.refresh();
    // The first alert may be of command, which is never snoozed.
    QTest::keySequence(live.window(), QKeySequence(u"Ctrl+J"_s));
    for (int i = 0; i < 30 && !actions.whyNot(u"alerts.snooze5"_s).isEmpty(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        actions.refresh();
    }
    QCOMPARE(actions.whyNot(u"alerts.snooze5"_s), QString());
    QVERIFY(timeline->isInPast());
    actions.action(u"alerts.snooze5"_s)->trigger();
    QVERIFY(!timeline->isInPast());
    QVERIFY2(entry->toPlainText().startsWith(u"/snooze "_s), qPrintable(entry->toPlainText()));
    QVERIFY(entry->isEnabled() && !entry->isReadOnly() && entry->hasFocus());
    QVERIFY(live.incident().window().messages().messages().last().text.contains(u"The present is shown again"_s));
}

void TestWindowPast::aWordIsPutInInThePresent()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    const auto *timeline = live.window()->findChild<views::TimelinePanel *>();
    auto *entry = qobject_cast<QPlainTextEdit *>(live.quickEntry());
    auto *people = live.window()->findChild<views::PeoplePanel *>();
    QVERIFY(people);
    goBack(live);
    emit people->wordRequested(u"@bo"_s);
    QVERIFY(!timeline->isInPast());
    QCOMPARE(entry->toPlainText(), u"@bo "_s);
}

// A time of day alone would be taken for today's.
void TestWindowPast::whatWasDoneYesterdayTellsItsDay()
{
    const auto fill = [](MadeIncident &incident) {
        incident.line(u"/claim"_s);
        incident.line(u"/flag money billed twice"_s);
        incident.line(u"/check sre.ic 8"_s);
    };
    LiveWindow live(m_theme, {.fill = fill, .later = domain::Span::days(1)});
    views::TimeDisplay times{QTimeZone::utc()};
    times.setNow(live.clock().now());
    const QString then = times.dayMinute(live.feed().state().declaredAt);
    QVERIFY(then.contains(u'-'));
    const auto isPainted = [&](const QString &panel, const QString &list) {
        live.incident().window().docks().focus(panel);
        auto *view = live.window()->findChild<QAbstractItemView *>(list);
        QStringList all;
        for (const QModelIndex &row : view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, u"*"_s, -1,
                                                           Qt::MatchWildcard | Qt::MatchRecursive)) {
            view->scrollTo(row);
            for (const PaintedText &text : paintedTexts(view->viewport()))
                all.append(text.text);
        }
        return all.filter(then).size() > 0;
    };
    QVERIFY(isPainted(u"triage"_s, u"triageList"_s));
    QVERIFY(isPainted(u"checklist"_s, u"checklistTree"_s));
}

void TestWindowPast::whatIsEnteredIsSeen()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto *list = live.window()->findChild<views::TimelineView *>();
    QTRY_VERIFY(list->verticalScrollBar()->maximum() > 0);
    list->verticalScrollBar()->setValue(0);
    QVERIFY(!list->isAtEnd());
    live.quickEntry()->setFocus();
    typeText(u"this is what I wrote"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(list->isAtEnd());
    const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
    QVERIFY(last.data().toString().contains(u"this is what I wrote"_s));
}

QTEST_MAIN(TestWindowPast)
#include "tst_windowpast.moc"
