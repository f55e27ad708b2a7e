// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/componentsmodel.h"
#include "components/componentspanel.h"
#include "components/componentsroles.h"
#include "forms/linesview.h"
#include "panelrig.h"
#include "rows.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
namespace components = fireline::models::components;

namespace {

using Board = test::PanelRig<models::ComponentsModel, views::ComponentsPanel>;

QString impact(const Board &board, const QString &name)
{
    return board.feed.state().impact.value(u"component/"_s + name);
}

} // namespace

/// The board of components by the keyboard.
class TestComponentsPanel : public QObject
{
    Q_OBJECT
private slots:
    void aLetterStatesTheSelectedComponent();
    void enterAsksForTheState();
    void anotherComponentIsNamed();
    void tellingIsAskedFor();
    void theTitleCountsWhatWasToldOtherwise();
    void spaceTellsWhoHeardWhat();
    void afterTheEndNothingIsStated();
    void withoutComponentsItSaysSo();
};

void TestComponentsPanel::aLetterStatesTheSelectedComponent()
{
    Board board;
    const QList<QPair<Qt::Key, QString>> keys{{Qt::Key_D, u"degraded performance"_s},
                                              {Qt::Key_P, u"partial outage"_s},
                                              {Qt::Key_M, u"major outage"_s},
                                              {Qt::Key_U, u"under maintenance"_s},
                                              {Qt::Key_O, u"operational"_s}};
    board.key(Qt::Key_Down);
    for (const auto &[key, word] : keys) {
        board.key(key);
        QCOMPARE(impact(board, u"Web App"_s), word);
    }
    QVERIFY(board.refusals.isEmpty());
    QVERIFY(impact(board, u"API"_s).isEmpty());
}

void TestComponentsPanel::enterAsksForTheState()
{
    Board board;
    board.key(Qt::Key_Return);
    auto *choice = board.seen<QComboBox>(u"componentsForm_state"_s);
    QVERIFY(choice);
    QCOMPARE(QApplication::focusWidget(), choice);
    board.press(Qt::Key_Down);
    board.press(Qt::Key_Return);
    QCOMPARE(impact(board, u"API"_s), u"partial outage"_s);
    QTRY_COMPARE(QApplication::focusWidget(), board.panel.firstFocus());
}

void TestComponentsPanel::anotherComponentIsNamed()
{
    Board board;
    board.key(Qt::Key_N);
    auto *name = board.seen<QLineEdit>(u"componentsForm_name"_s);
    QVERIFY(name);
    board.press(Qt::Key_Return);
    QVERIFY2(board.asked.isEmpty(), "taken without a name");
    QTest::keyClicks(name, u"Card terminals"_s);
    board.press(Qt::Key_Return);
    QCOMPARE(impact(board, u"Card terminals"_s), u"degraded performance"_s);
    QVERIFY(test::findRow(board.model, {{Qt::DisplayRole, u"Card terminals"_s}}).isValid());
}

void TestComponentsPanel::tellingIsAskedFor()
{
    Board board;
    QSignalSpy told(&board.panel, &views::ComponentsPanel::tellRequested);
    board.key(Qt::Key_T);
    QCOMPARE(told.size(), 1);
    board.part<QPushButton>(u"componentsTell"_s)->click();
    QCOMPARE(told.size(), 2);
}

void TestComponentsPanel::theTitleCountsWhatWasToldOtherwise()
{
    Board board;
    QCOMPARE(board.panel.windowTitle(), u"Components"_s);
    board.key(Qt::Key_M);
    QVERIFY2(board.panel.windowTitle().contains(u'1'), qPrintable(board.panel.windowTitle()));
    board.key(Qt::Key_O);
    QCOMPARE(board.panel.windowTitle(), u"Components"_s);
}

void TestComponentsPanel::spaceTellsWhoHeardWhat()
{
    Board board;
    board.lines({u"/role @ana cl"_s, u"/impact component API: major outage"_s,
                 u"/draft public Investigating summary=\"It fails\" components=\"API (partial outage)\" next_update=+30m"_s,
                 u"/send #U1"_s});
    auto *details = board.part<QTextBrowser>(u"componentsDetails"_s);
    QVERIFY(!details->isVisible());
    board.key(Qt::Key_Space);
    QVERIFY(details->isVisible());
    const QString said = details->toPlainText();
    QVERIFY2(said.contains(u"major outage"_s) && said.contains(u"Public status page was told"_s) && said.contains(u"U1"_s)
                 && said.contains(u"partial outage"_s) && said.contains(u"not what is known now"_s),
             qPrintable(said));
}

void TestComponentsPanel::afterTheEndNothingIsStated()
{
    Board board;
    board.lines({u"/withdraw test"_s});
    board.key(Qt::Key_M);
    QVERIFY(board.asked.isEmpty());
    QTRY_VERIFY(!board.part<QPushButton>(u"componentsChange"_s)->isEnabled());
    QVERIFY(!board.part<QPushButton>(u"componentsChange"_s)->toolTip().isEmpty());
}

void TestComponentsPanel::withoutComponentsItSaysSo()
{
    Board board(u"nine-step"_s, u"P1"_s);
    QVERIFY(!board.panel.firstFocus()->isVisible());
    auto *other = board.part<QPushButton>(u"componentsOther"_s);
    QVERIFY(other->isEnabled());
    other->click();
    QTest::keyClicks(board.seen<QLineEdit>(u"componentsForm_name"_s), u"Checkout"_s);
    board.press(Qt::Key_Return);
    QVERIFY(board.panel.firstFocus()->isVisible());
    QCOMPARE(impact(board, u"Checkout"_s), u"degraded performance"_s);
}

QTEST_MAIN(TestComponentsPanel)
#include "tst_componentspanel.moc"
