// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clocksroles.h"
#include "decisions/decisionsroles.h"
#include "livewindow.h"
#include "madeincident.h"
#include "orders/ordersroles.h"
#include "playbooks/playbooksroles.h"
#include "review/reviewroles.h"
#include "status/statusroles.h"

#include <QAbstractItemView>
#include <QApplication>
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
    LiveWindow live(m_theme, {.fill = [](MadeIncident &incident) {
                        fill(incident);
                        const bool drafted = incident.line(u"/draft public identified the checkout is slow"_s)
                                             && incident.line(u"/draft internal identified we look at the pool"_s);
                        QVERIFY(drafted);
                    }});
    find(u"#U1"_s);
    const auto written = [] {
        const QWidget *focus = QApplication::focusWidget();
        return focus && focus->window()->findChild<QWidget *>(u"statusPanel"_s)->isAncestorOf(focus);
    };
    QTRY_VERIFY(written());
    const auto *audiences = live.window()->findChild<QAbstractItemView *>(u"statusAudiences"_s);
    QCOMPARE(audiences->currentIndex().data(models::status::OpenRole).toString(), u"U1"_s);
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
