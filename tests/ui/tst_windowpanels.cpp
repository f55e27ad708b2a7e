// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"

#include "actions/actionregistry.h"
#include "palette/actionprovider.h"
#include "palette/commandpalette.h"
#include "shell/keysheet.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "shell/perspectives.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;
using views::Perspective;

/// The panels of the real window: where each is seen first, and that each can be reached (ux 2.3).
class TestWindowPanels : public QObject
{
    Q_OBJECT
private slots:
    void perspectivesShowTheirPanels_data();
    void perspectivesShowTheirPanels();
    void everyPanelCanBeReached();

private:
    views::Theme m_theme;
};

void TestWindowPanels::perspectivesShowTheirPanels_data()
{
    QTest::addColumn<Perspective>("perspective");
    QTest::addColumn<QStringList>("above"); // at the left and at the right: what stands above, and in front below
    QTest::addColumn<QString>("leads");
    QTest::newRow("command") << Perspective::Command << QStringList{u"roles"_s, u"checklist"_s, u"actions"_s, u"decisions"_s}
                             << u"actions"_s;
    QTest::newRow("scribe") << Perspective::Scribe << QStringList{u"people"_s} << QString();
    QTest::newRow("comms") << Perspective::Comms << QStringList{u"clocks"_s, u"status"_s} << u"status"_s;
    QTest::newRow("observer") << Perspective::Observer << QStringList{u"roles"_s, u"sitrep"_s, u"status"_s, u"log"_s}
                              << QString();
    QTest::newRow("drill") << Perspective::Drill << QStringList{u"roles"_s, u"actions"_s} << QString(); // no drill is played
    QTest::newRow("after") << Perspective::After << QStringList{u"review"_s, u"log"_s} << u"review"_s;
}

// A perspective may show more panels behind these; none of these may be missing.
void TestWindowPanels::perspectivesShowTheirPanels()
{
    QFETCH(const Perspective, perspective);
    QFETCH(const QStringList, above);
    QFETCH(const QString, leads);
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto &window = live.incident().window();
    window.setPerspective(perspective);
    for (const QString &id : above)
        QVERIFY2(window.docks().place(id).shown, qPrintable(id));
    const auto areaOf = [&](const QString &id) { return window.docks().place(id).area; };
    QCOMPARE(areaOf(u"sitrep"_s), perspective == Perspective::Observer ? views::PanelArea::Top : views::PanelArea::Right);
    QCOMPARE(areaOf(u"log"_s), perspective == Perspective::After ? views::PanelArea::Bottom : views::PanelArea::Right);
    QStringList leading;
    for (const views::PanelDescriptor &panel : window.docks().panels()) {
        if (panel.leads.contains(perspective))
            leading.append(panel.id);
        for (const Perspective each : panel.leads)
            QVERIFY2(panel.shownIn.contains(each), qPrintable(panel.id));
    }
    QCOMPARE(leading, leads.isEmpty() ? QStringList() : QStringList{leads});
}

void TestWindowPanels::everyPanelCanBeReached()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto &window = live.incident().window();
    const auto *menu = window.menuBar()->findChild<QMenu *>(u"menu.panels"_s);
    QVERIFY(menu);
    const QString keys = views::keySheetText(window.actions());
    QVERIFY(window.docks().panels().size() > 14);
    for (const views::PanelDescriptor &panel : window.docks().panels()) {
        const QString id = u"panels.show."_s + panel.id;
        const QAction *show = window.actions().action(id);
        QVERIFY2(show && menu->actions().contains(const_cast<QAction *>(show)), qPrintable(panel.id));
        const auto found = window.palette().commands().items(panel.title);
        QVERIFY2(!found.isEmpty(), qPrintable(panel.id));
        QVERIFY2(panel.key.isEmpty() || keys.contains(panel.title), qPrintable(panel.id)); // it lists what has a key
        for (const QString &edit : panel.edits)
            QVERIFY2(window.actions().action(edit), qPrintable(edit));
    }
}

QTEST_MAIN(TestWindowPanels)
#include "tst_windowpanels.moc"
