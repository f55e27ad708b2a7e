// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "clocks/clocksroles.h"
#include "decisions/decisionsroles.h"
#include "livewindow.h"
#include "madeincident.h"
#include "orders/ordersroles.h"
#include "playbooks/playbooksroles.h"
#include "review/reviewroles.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "status/statuspanel.h"
#include "status/statusroles.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// Whatever the palette finds leads to its row, in its panel, in sight and with the keyboard.
class TestWindowPalette : public QObject
{
    Q_OBJECT
private slots:
    void leadsToTheRow_data();
    void leadsToTheRow();
    void leadsToADraftThatIsBeingWritten();
    void sendsWhatIsOutOfSight_data();
    void sendsWhatIsOutOfSight();
    void whatGoesOutsideAsksToBeShown_data();
    void whatGoesOutsideAsksToBeShown();
    void leadsToAPlaybook();

private:
    views::Theme m_theme;
};

namespace {

void find(const QString &words)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"paletteField"_s);
    typeText(words);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
}

/// What was done before the window: one of each.
void fill(MadeIncident &incident)
{
    for (const QString &line :
         {u"/claim"_s, u"/action @bo restart pod A"_s, u"/action @bo check the lag"_s, u"/hyp lock on orders"_s,
          u"/hyp the pool is small"_s, u"/item add an alert owner=ana due=2026-04-01 tag=detection"_s,
          u"/item write it down owner=bo due=2026-04-01 tag=prevention"_s})
        QVERIFY2(incident.line(line), qPrintable(line));
}

/// U1 goes outside, U2 does not.
void fillDrafts(MadeIncident &incident)
{
    for (const QString &line :
         {u"/claim"_s, u"/role @ana cl"_s,
          u"/draft public Investigating summary=the checkout is slow components=Payments next_update=15:00"_s,
          u"/draft internal Identified we look at the pool"_s})
        QVERIFY2(incident.line(line), qPrintable(line));
}

QWidget *statusPanel(LiveWindow &live)
{
    return live.window()->findChild<QWidget *>(u"statusPanel"_s);
}

/// The keyboard is on a field of the update, not on what only holds fields.
bool isWritten(LiveWindow &live)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && statusPanel(live)->isAncestorOf(focus) && (focus->focusPolicy() & Qt::TabFocus);
}

/// Its models rest, as behind a tab.
void hideStatus(LiveWindow &live)
{
    QWidget *dock = statusPanel(live);
    while (!qobject_cast<QDockWidget *>(dock))
        dock = dock->parentWidget();
    dock->close();
    QTRY_VERIFY(!statusPanel(live)->isVisible());
    live.quickEntry()->setFocus();
}

const domain::Update *update(LiveWindow &live, const QString &id)
{
    return live.feed().state().update(id);
}

} // namespace

void TestWindowPalette::leadsToTheRow_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("id");
    QTest::newRow("an action") << u"#A1"_s << u"ordersTable"_s << int(models::orders::RefRole) << u"A1"_s;
    QTest::newRow("a hypothesis") << u"#H2"_s << u"decisionsList"_s << int(models::decisions::IdRole) << u"H2"_s;
    QTest::newRow("an action item") << u"#I2"_s << u"reviewList"_s << int(models::review::IdRole) << u"I2"_s;
    QTest::newRow("a section") << u"review root cause"_s << u"reviewList"_s << int(models::review::IdRole) << u"Root Cause"_s;
    QTest::newRow("a clock") << u"due SRE-33"_s << u"clocksList"_s << int(models::clocks::IdRole) << u"sre.script"_s;
}

void TestWindowPalette::leadsToTheRow()
{
    QFETCH(QString, words);
    QFETCH(QString, list);
    QFETCH(int, role);
    QFETCH(QString, id);
    LiveWindow live(m_theme, {.fill = fill});
    find(words);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), list);
    const auto *view = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    QCOMPARE(view->currentIndex().data(role).toString(), id);
    QVERIFY(!view->visibleRegion().isEmpty());
}

void TestWindowPalette::leadsToADraftThatIsBeingWritten()
{
    LiveWindow live(m_theme, {.fill = fillDrafts});
    find(u"#U1"_s);
    QTRY_VERIFY(isWritten(live));
    const auto *audiences = live.window()->findChild<QAbstractItemView *>(u"statusAudiences"_s);
    QCOMPARE(audiences->currentIndex().data(models::status::OpenRole).toString(), u"U1"_s);
    find(u"#U2"_s);
    QTRY_COMPARE(audiences->currentIndex().data(models::status::OpenRole).toString(), u"U2"_s);
    QTRY_VERIFY(isWritten(live));
    const QWidget *field = QApplication::focusWidget();
    typeText(u"Since noon"_s);
    QVERIFY(field->property("plainText").toString().endsWith(u"Since noon"_s));
}

void TestWindowPalette::sendsWhatIsOutOfSight_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("as it is in the record") << QString();
    QTest::newRow("with words beside the record") << u"Since noon"_s;
}

void TestWindowPalette::sendsWhatIsOutOfSight()
{
    QFETCH(QString, typed);
    LiveWindow live(m_theme, {.fill = fillDrafts});
    find(u"#U2"_s);
    QTRY_VERIFY(isWritten(live));
    typeText(typed);
    hideStatus(live);
    QApplication::clipboard()->setText(u"what was there before"_s);
    find(u"send the update, or"_s);
    const domain::Update *sent = update(live, u"U2"_s);
    QCOMPARE(sent->state, domain::Update::State::Sent);
    QVERIFY2(sent->text.contains(typed), qPrintable(sent->text));
    QCOMPARE(QApplication::clipboard()->text(), sent->text);
    const auto *notice = live.window()->findChild<QLabel *>(u"statusNotice"_s);
    QVERIFY(notice->text().contains(u"clipboard"_s));
    QVERIFY(live.quickEntry()->hasFocus());
}

void TestWindowPalette::whatGoesOutsideAsksToBeShown_data()
{
    QTest::addColumn<bool>("byHand");
    QTest::newRow("closed by hand") << true;
    QTest::newRow("hidden by its command") << false;
}

void TestWindowPalette::whatGoesOutsideAsksToBeShown()
{
    QFETCH(const bool, byHand);
    LiveWindow live(m_theme, {.fill = fillDrafts});
    find(u"#U1"_s);
    QTRY_VERIFY(isWritten(live));
    if (byHand)
        hideStatus(live);
    else
        live.incident().window().docks().hide(u"status"_s);
    QTRY_VERIFY(!statusPanel(live)->isVisible());
    live.quickEntry()->setFocus();
    QSignalSpy shown(live.window()->findChild<views::StatusPanel *>(), &views::StatusPanel::showRequested);
    QCOMPARE(live.incident().window().actions().whyNot(u"status.next"_s), QString());
    find(u"send the update, or"_s);
    const auto *question = live.window()->findChild<QWidget *>(u"statusConfirm"_s);
    QTRY_VERIFY(question->isVisible() && !question->visibleRegion().isEmpty());
    QVERIFY(isWritten(live));
    QCOMPARE(shown.size(), 1);
    QVERIFY(update(live, u"U1"_s)->state != domain::Update::State::Sent);
}

void TestWindowPalette::leadsToAPlaybook()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    const auto *shelf = live.window()->findChild<QAbstractItemView *>(u"playbooksList"_s);
    QTRY_VERIFY(shelf->model()->rowCount() >= 3); // the files are read elsewhere
    find(u"play database overl"_s);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"playbooksText"_s);
    const auto *text = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    QVERIFY(text->model()->rowCount() > 0);
    QVERIFY(!text->visibleRegion().isEmpty());
}

QTEST_MAIN(TestWindowPalette)
#include "tst_windowpalette.moc"
