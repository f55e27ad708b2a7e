// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/calleebox.h"
#include "escalation/escalationmodel.h"
#include "escalation/escalationpanel.h"
#include "forms/duerowdelegate.h"
#include "panelrig.h"
#include "partnames.h"
#include "rows.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::EscalationModel;
using fireline::views::DueRow;
using fireline::views::DueRowDelegate;
using fireline::views::EscalationPanel;
namespace escalation = fireline::models::escalation;

namespace {

struct Board : test::PanelRig<EscalationModel, EscalationPanel>
{
    explicit Board(const QString &process = u"severity-ladder"_s, const QString &severity = u"2"_s) : PanelRig(process, severity)
    {
        show({300, 500});
    }
    QListView *view() const { return part<QListView>("escalationList"); }
    QModelIndex row(const QString &ladder, int step = 1) const
    {
        return test::findRow(model, {{escalation::LadderRole, ladder}, {escalation::StepRole, step}});
    }
    void select(const QString &ladder, int step = 1) const { view()->setCurrentIndex(row(ladder, step)); }
    DueRow shown(const QString &ladder, int step = 1) const
    {
        return static_cast<DueRowDelegate *>(view()->itemDelegate())->rowOf(row(ladder, step));
    }
    QPushButton *copyButton(const QString &text) const
    {
        for (auto *button : panel.findChildren<QPushButton *>(u"calleeCopy"_s)) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
};

} // namespace

class TestEscalationPanel : public QObject
{
    Q_OBJECT
private slots:
    void buttonsWrapInANarrowPanel();
    void saysWhatIsNext();
    void calledByKey();
    void answeredByKey();
    void skippedByKeyWithAReason();
    void outOfOrderSaysWhy();
    void nothingCallsByItself();
    void copiesWhomAndWhat();
    void everyWayThatIsKnownIsCopied();
    void ownNumbersAreShownAndCopied();
    void theKeyLeadsToTheNextStep();
    void enterGoesToTheEntry();
    void emptySaysSo();
    void everythingHasAName();
};

void TestEscalationPanel::buttonsWrapInANarrowPanel()
{
    Board board;
    board.panel.resize(220, 500);
    QTRY_COMPARE(board.panel.width(), 220);
    const auto *first = board.part<QPushButton>("escalationCalled");
    const auto *last = board.part<QPushButton>("escalationSkip");
    QTRY_VERIFY(last->y() > first->y());
    QVERIFY(last->geometry().right() <= board.panel.width());
}

void TestEscalationPanel::saysWhatIsNext()
{
    Board board;
    QVERIFY(board.feed.line(u"/escalate lad.esc2"_s));
    QVERIFY(board.feed.line(u"/skip lad.stuck 1 they are making progress"_s));
    board.feed.advance(Span::minutes(26) + Span::seconds(50));
    QCOMPARE(board.shown(u"lad.half"_s).time, u"in 03:10"_s);
    QVERIFY(!board.shown(u"lad.half"_s).chip);
    QVERIFY2(board.shown(u"lad.half"_s).detail.contains(u"LAD-4"_s), qPrintable(board.shown(u"lad.half"_s).detail));
    auto *next = board.part<QLabel>("escalationNext");
    const QString text = next->text();
    QVERIFY2(text.contains(u"VP Engineering"_s) && text.contains(u"03:10"_s), qPrintable(text));
    board.feed.advance(Span::minutes(4));
    QCOMPARE(board.shown(u"lad.half"_s).chip, std::optional(views::Chip::Due));
    QVERIFY(next->text().startsWith(u"▼ Now"_s));
}

void TestEscalationPanel::calledByKey()
{
    Board board;
    board.select(u"lad.esc2"_s);
    board.key(Qt::Key_X);
    QCOMPARE(board.refusals, QStringList());
    QCOMPARE(board.asked.size(), 1);
    QCOMPARE(board.feed.state().rungs.size(), 1);
    QCOMPARE(board.feed.state().rungs.first().ladder, u"lad.esc2"_s);
    const DueRow row = board.shown(u"lad.esc2"_s);
    QVERIFY2(row.time.endsWith(u"called"_s), qPrintable(row.time));
    QVERIFY2(row.detail.contains(u"Called by \u2068ana\u2069"_s), qPrintable(row.detail));
    // Twice is refused before it is tried.
    board.select(u"lad.esc2"_s);
    QVERIFY(!board.part("escalationCalled")->isEnabled());
    board.key(Qt::Key_X);
    QCOMPARE(board.asked.size(), 1);
}

void TestEscalationPanel::answeredByKey()
{
    Board board;
    board.select(u"lad.esc2"_s);
    board.key(Qt::Key_Y);
    QVERIFY(board.asked.isEmpty());
    QCOMPARE(board.part("escalationAnswered")->toolTip(), u"Mark the step as called first."_s);
    board.key(Qt::Key_X);
    board.select(u"lad.esc2"_s);
    board.key(Qt::Key_Y);
    QVERIFY(board.part<QLineEdit>("escalationForm_text")->hasFocus());
    board.type(u"on my way"_s);
    board.press(Qt::Key_Return);
    QCOMPARE(board.refusals, QStringList());
    QCOMPARE(board.feed.state().rungs.first().answer, u"on my way"_s);
    QCOMPARE(board.shown(u"lad.esc2"_s).time, u"✓\u00a0answered"_s);
    QVERIFY(board.shown(u"lad.esc2"_s).detail.contains(u"on my way"_s));
    QVERIFY(board.view()->hasFocus());
}

void TestEscalationPanel::skippedByKeyWithAReason()
{
    Board board;
    board.select(u"lad.half"_s);
    board.key(Qt::Key_S);
    QVERIFY(board.part<QLineEdit>("escalationForm_why")->hasFocus());
    board.press(Qt::Key_Return);
    QVERIFY(board.asked.isEmpty());
    board.type(u"it is nearly fixed"_s);
    board.press(Qt::Key_Escape);
    QVERIFY(board.asked.isEmpty());
    // The panel says that it waits, and leads back to it.
    QVERIFY(board.sees("escalationWaiting"));
    board.select(u"lad.esc2"_s);
    board.part("escalationWaitingResume")->setFocus();
    board.press(Qt::Key_Space);
    QCOMPARE(board.part<QLineEdit>("escalationForm_why")->text(), u"it is nearly fixed"_s);
    board.press(Qt::Key_Return);
    QCOMPARE(board.refusals, QStringList());
    const RungMark mark = board.feed.state().rungs.first();
    QVERIFY(mark.skipped);
    QCOMPARE(mark.ladder, u"lad.half"_s);
    QCOMPARE(mark.why, u"it is nearly fixed"_s);
    QVERIFY(board.shown(u"lad.half"_s).time.contains(u"skipped"_s));
}

void TestEscalationPanel::outOfOrderSaysWhy()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    board.feed.advance(Span::minutes(1));
    QVERIFY(board.feed.line(u"/alert HighErrorRate"_s));
    board.select(u"sre.noack/L1"_s, 2);
    auto *called = board.part<QPushButton>("escalationCalled");
    QVERIFY(!called->isEnabled());
    QVERIFY2(called->toolTip().contains(u"Step 1"_s), qPrintable(called->toolTip()));
    board.registry.refresh();
    QCOMPARE(board.registry.whyNot(u"escalation.called"_s), called->toolTip());
    board.key(Qt::Key_X);
    QVERIFY(board.asked.isEmpty());
    board.select(u"sre.noack/L1"_s, 1);
    board.key(Qt::Key_X);
    QCOMPARE(board.refusals, QStringList());
    board.select(u"sre.noack/L1"_s, 2);
    QVERIFY(called->isEnabled());
    board.key(Qt::Key_X);
    QCOMPARE(board.refusals, QStringList());
    QCOMPARE(board.feed.state().rungs.size(), 2);
}

void TestEscalationPanel::nothingCallsByItself()
{
    Board board;
    const auto pages = board.feed.state().pages.size();
    for (int minute = 0; minute < 90; ++minute)
        board.feed.advance(Span::minutes(1));
    QCOMPARE(board.feed.state().pages.size(), pages);
    QVERIFY(board.feed.state().rungs.isEmpty());
    QVERIFY(board.asked.isEmpty());
    QVERIFY(board.part<QLabel>("escalationNote")->text().contains(u"calls nobody"_s));
}

void TestEscalationPanel::copiesWhomAndWhat()
{
    Board board;
    board.select(u"lad.esc2"_s);
    QPushButton *name = board.copyButton(u"Copy name"_s);
    QVERIFY(name);
    QTest::keyClick(name, Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), u"Engineering Lead"_s);
    QVERIFY(!board.copyButton(u"Copy phone"_s)); // the process names none
    board.view()->setFocus();
    QTest::keyClick(board.view(), Qt::Key_C, Qt::ControlModifier);
    const QString said = QApplication::clipboard()->text();
    QVERIFY2(said.contains(u"Checkout fails"_s), qPrintable(said));
}

void TestEscalationPanel::everyWayThatIsKnownIsCopied()
{
    views::Theme theme;
    views::CalleeBox box(theme);
    box.show();
    const QVariantMap ana{{u"name"_s, u"Night desk"_s},        {u"people"_s, QStringList{u"Ana"_s}}, {u"via"_s, u"phone"_s},
                          {u"phone"_s, u"+44 20 7946 0000"_s}, {u"mail"_s, u"night@example.org"_s},  {u"handle"_s, u"@night"_s}};
    box.setCallees({ana}, u"You are needed."_s);
    const QMap<QString, QString> expected{{u"Copy name"_s, u"Ana"_s},
                                          {u"Copy phone"_s, u"+44 20 7946 0000"_s},
                                          {u"Copy mail"_s, u"night@example.org"_s},
                                          {u"Copy handle"_s, u"@night"_s}};
    const auto buttons = box.findChildren<QPushButton *>(u"calleeCopy"_s);
    QCOMPARE(buttons.size(), expected.size());
    for (QPushButton *button : buttons) {
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(QApplication::clipboard()->text(), expected.value(button->text()));
        QVERIFY(button->accessibleName().contains(u"Night desk"_s));
    }
    // The same people: the button that somebody is at stays.
    box.setCallees({ana}, u"You are needed now."_s);
    QCOMPARE(box.findChildren<QPushButton *>(u"calleeCopy"_s), buttons);
}

void TestEscalationPanel::ownNumbersAreShownAndCopied()
{
    Board board;
    board.model.setContacts(ContactBook({{u"eng_lead"_s, {}, {u"555 0142"_s, {}, {}, false}, 1}}));
    board.select(u"lad.esc2"_s);
    const auto *ways = board.seen<QLabel>("callee");
    QVERIFY(ways);
    QVERIFY2(ways->text().contains(u"555 0142"_s) && ways->text().contains(u"your notes"_s), qPrintable(ways->text()));
    QPushButton *copy = board.copyButton(u"Copy phone"_s);
    QVERIFY(copy);
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), u"555 0142"_s);
    QVERIFY(board.asked.isEmpty() && board.prepared.isEmpty());
    QSignalSpy wanted(&board.panel, &EscalationPanel::numbersRequested);
    QTest::keyClick(board.part<QPushButton>("escalationNumbers"), Qt::Key_Space);
    board.registry.action(u"escalation.numbers"_s)->trigger();
    QCOMPARE(wanted.size(), 2);
}

void TestEscalationPanel::theKeyLeadsToTheNextStep()
{
    Board board;
    QSignalSpy shown(&board.panel, &EscalationPanel::showRequested);
    board.select(u"lad.half"_s);
    board.part("escalationCopyText")->setFocus();
    QTest::keyClick(&board.panel, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.size(), 1);
    QVERIFY(board.view()->hasFocus());
    QCOMPARE(board.view()->currentIndex().row(), 0);
    QVERIFY(!board.view()->currentIndex().data(escalation::ClockRole).toString().isEmpty());
}

void TestEscalationPanel::enterGoesToTheEntry()
{
    Board board;
    QSignalSpy events(&board.panel, &EscalationPanel::eventRequested);
    board.select(u"lad.half"_s);
    board.key(Qt::Key_Return);
    QCOMPARE(events.size(), 1);
    const Entry *entry = board.feed.state().entry(events.first().first().toString());
    QVERIFY(entry);
    QCOMPARE(entry->type, u"incident.declared"_s);
}

void TestEscalationPanel::emptySaysSo()
{
    Board board;
    QVERIFY(board.feed.line(u"/withdraw a test"_s));
    QCOMPARE(board.model.rowCount(), 0);
    QCOMPARE(board.part<QLabel>("escalationNext")->text(), u"Nobody has to be called now."_s);
    QVERIFY(!board.part("escalationCalled")->isEnabled());
    QVERIFY(!board.part("escalationWhom")->isVisible());
}

void TestEscalationPanel::everythingHasAName()
{
    Board board;
    board.select(u"lad.half"_s);
    board.key(Qt::Key_S);
    test::checkPartNames(board.panel);
    QVERIFY(board.registry.problems().isEmpty());
}

QTEST_MAIN(TestEscalationPanel)
#include "tst_escalationpanel.moc"
