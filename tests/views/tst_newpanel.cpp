// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "filledwindow.h"
#include "palette/actionprovider.h"
#include "palette/commandpalette.h"
#include "shell/keysheet.h"
#include "shell/perspectivelayouts.h"
#include "shell/perspectives.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

using namespace fireline::test;

namespace {

PanelDescriptor own(QWidget *widget)
{
    PanelDescriptor panel{u"own"_s, u"Board of wishes"_s, u"panel"_s, PanelArea::Right, {Perspective::After}, {}, widget,
                          nullptr};
    panel.key = QKeySequence(u"Ctrl+Shift+B"_s);
    panel.leads = {Perspective::After};
    panel.rank = 0;
    return panel;
}

} // namespace

/// A panel is added by its descriptor alone: menu, palette, key sheet and perspectives lead to it, and nothing else names it.
class TestNewPanel : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theMenuLeadsToIt();
    void thePaletteLeadsToIt();
    void theKeySheetNamesItsKey();
    void itsKeyLeadsToIt();
    void itsPerspectiveShowsItAndGivesItTheKeyboard();
    void otherPerspectivesLeaveItOut_data();
    void otherPerspectivesLeaveItOut();
    void itsRankPutsItAbove();
    void withoutARankItComesLast();

private:
    [[nodiscard]] bool inSight() const
    {
        const QList<QWidget *> seen = m_window->window.docks().visibleAt(PanelArea::Right);
        return std::any_of(seen.begin(), seen.end(), [this](const QWidget *view) { return view->isAncestorOf(m_own); });
    }

    std::unique_ptr<FilledWindow> m_window;
    QListWidget *m_own = nullptr;
};

void TestNewPanel::init()
{
    m_window = std::make_unique<FilledWindow>();
    m_own = new QListWidget;
    m_window->window.addPanels({own(m_own)});
    m_window->show();
    QVERIFY(!inSight());
}

void TestNewPanel::theMenuLeadsToIt()
{
    auto *menu = m_window->window.menuBar()->findChild<QMenu *>(u"menu.panels"_s);
    QVERIFY(menu);
    QAction *show = m_window->window.actions().action(u"panels.show.own"_s);
    QVERIFY(menu->actions().contains(show));
    QVERIFY2(show->text().remove(u'&').contains(u"Board of wishes"_s), qPrintable(show->text()));
    show->trigger();
    QVERIFY(inSight());
    QVERIFY(m_own->hasFocus());
}

void TestNewPanel::thePaletteLeadsToIt()
{
    QTest::keySequence(m_window->entry, QKeySequence(u"Ctrl+K"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"go to the panel board of wishes"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(inSight());
    QVERIFY(m_own->hasFocus());
}

void TestNewPanel::theKeySheetNamesItsKey()
{
    const QStringList lines = keySheetText(m_window->window.actions()).split(u'\n').filter(u"Board of wishes"_s);
    QVERIFY(!lines.isEmpty());
    const QString key = QKeySequence(u"Ctrl+Shift+B"_s).toString(QKeySequence::NativeText);
    QVERIFY2(!lines.filter(key).isEmpty(), qPrintable(lines.join(u'\n')));
}

void TestNewPanel::itsKeyLeadsToIt()
{
    QTest::keySequence(m_window->entry, QKeySequence(u"Ctrl+Shift+B"_s));
    QVERIFY(inSight());
    QVERIFY(m_own->hasFocus());
}

void TestNewPanel::itsPerspectiveShowsItAndGivesItTheKeyboard()
{
    m_window->window.actions().action(u"view.perspective.after"_s)->trigger();
    QCOMPARE(m_window->window.perspective(), Perspective::After);
    QVERIFY(inSight());
    QVERIFY(m_own->hasFocus());
}

void TestNewPanel::otherPerspectivesLeaveItOut_data()
{
    QTest::addColumn<Perspective>("perspective");
    for (const Perspective each : allPerspectives) {
        if (each != Perspective::After)
            QTest::newRow(qPrintable(perspectiveKey(each))) << each;
    }
}

void TestNewPanel::otherPerspectivesLeaveItOut()
{
    QFETCH(Perspective, perspective);
    m_window->window.setPerspective(perspective);
    QVERIFY(!inSight());
    QVERIFY(leadingPanel(perspective, m_window->window.docks().panels()) != u"own"_s);
}

void TestNewPanel::itsRankPutsItAbove()
{
    QCOMPARE(m_window->window.docks().panels().first().id, u"own"_s);
}

void TestNewPanel::withoutARankItComesLast()
{
    PanelDescriptor unranked = own(new QListWidget);
    unranked.id = u"unranked"_s;
    unranked.key = {};
    unranked.rank = PanelDescriptor::lastRank;
    m_window->window.addPanels({unranked});
    QCOMPARE(m_window->window.docks().panels().last().id, u"unranked"_s);
}

QTEST_MAIN(TestNewPanel)
#include "tst_newpanel.moc"
