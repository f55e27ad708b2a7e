// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"
#include "handover/handovermodel.h"
#include "handover/handoverpanel.h"
#include "panelrig.h"
#include "partnames.h"

#include <QAbstractItemDelegate>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::HandoverModel;
using fireline::views::HandoverPanel;
using fireline::views::InlineForm;
namespace h = fireline::models::handover;

namespace {

constexpr auto windowKeys = Qt::ControlModifier | Qt::ShiftModifier;

struct Desk : test::PanelRig<HandoverModel, HandoverPanel>
{
    using PanelRig::PanelRig;

    QListView *list() const { return part<QListView>(u"handoverSteps"_s); }
    QString status() const { return part<QLabel>(u"handoverStatus"_s)->text(); }
    QString problem() const { return part<QLabel>(u"handoverFormProblem"_s)->text(); }
    QStringList holders() const { return feed.state().holders(feed.process().commander()->id); }
    QPushButton *button(const QString &name) const { return part<QPushButton>(name); }
    void offer(const QString &to)
    {
        press(Qt::Key_T, windowKeys);
        type(to);
        press(Qt::Key_Return);
    }
};

} // namespace

class TestHandoverPanel : public QObject
{
    Q_OBJECT
private slots:
    void commandMovesStepByStep_data();
    void commandMovesStepByStep();
    void aStrayEnterIsNotAnothersWord();
    void whatIsToldIsWhatCameLast();
    void saysThatCommandHasNotMoved();
    void theShadowingTimeCannotBeShortened();
    void theReportIsDraftedCorrectedAndRead();
    void escapeKeepsTheReport();
    void wordsThatWaitLeadToTheirForm();
    void eitherSideCallsItOff_data();
    void eitherSideCallsItOff();
    void aSilentCommanderIsReplaced();
    void aVacantCommandIsTaken();
    void rowsAreAsHighAsTheirText();
    void fatigueIsSaid();
    void theDeputyIsProposed();
    void whatCannotBeDoneSaysWhy();
    void aStepOutOfTurnIsRefusedWithTheRow();
    void everythingHasAName();
};

void TestHandoverPanel::commandMovesStepByStep_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<int>("steps");
    QTest::newRow("HUB-11") << u"community-hub"_s << u"P1"_s << 3;
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s << 1;
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << 1;
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << 1;
    QTest::newRow("SRE-18") << u"sre-directorate"_s << u"SEV1"_s << 4;
}

// Both sides on one console, by keys alone; command moves with the last step and not before.
void TestHandoverPanel::commandMovesStepByStep()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(int, steps);
    Desk desk(process, severity);
    desk.lines({u"/claim"_s});
    desk.offer(u"bo"_s);
    QVERIFY2(desk.model.board().running, qPrintable(desk.problem() + desk.refusals.join(u' ')));
    // On the first step, but never on another person's last word.
    const bool wordAlone = desk.model.step(desk.model.nextRow()).kind == h::Accept;
    QCOMPARE(desk.list()->hasFocus(), !wordAlone);
    QCOMPARE(desk.button(u"handoverDecline"_s)->hasFocus(), wordAlone);
    int done = 0;
    for (int i = 0; i < 10 && desk.model.board().running; ++i) {
        QCOMPARE(desk.holders(), QStringList{u"ana"_s});
        QCOMPARE(desk.list()->currentIndex().row(), desk.model.nextRow());
        if (desk.model.step(desk.model.nextRow()).state == h::Waits) {
            desk.feed.advance(Span::minutes(15));
            continue;
        }
        const bool waits = desk.model.step(desk.model.nextRow()).kind == h::Shadow;
        // The last word is undone by no key: that is said before it.
        const bool said = desk.part<QLabel>(u"handoverEnd"_s)->text().contains(u"no key takes it back"_s);
        const bool last = desk.model.step(desk.model.nextRow()).kind == h::Accept;
        QCOMPARE(said, last);
        desk.press(Qt::Key_T, windowKeys);
        QVERIFY(desk.list()->hasFocus());
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.sees(u"handoverForm_who"_s), last); // whether they said it is asked
        if (last) {
            QCOMPARE(desk.holders(), QStringList{u"ana"_s});
            desk.press(Qt::Key_Return);
        } else if (desk.sees(u"handoverForm"_s)) {
            QVERIFY(desk.part<QPlainTextEdit>(u"handoverForm_text"_s)->hasFocus());
            desk.press(Qt::Key_Return, Qt::ControlModifier);
        }
        QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
        done += waits ? 0 : 1;
    }
    QCOMPARE(done + (steps == 4 ? 1 : 0), steps); // the shadowing ends by itself
    QCOMPARE(desk.holders(), QStringList{u"bo"_s});
    QVERIFY2(desk.status().contains(u"bo"_s) && desk.status().contains(u"has command since"_s), qPrintable(desk.status()));
    QVERIFY(desk.part<QLabel>(u"handoverEnd"_s)->text().contains(u"✓"_s));
}

// What is typed after the offer, in the belief that the keyboard is in quick entry, says nothing for somebody else.
void TestHandoverPanel::aStrayEnterIsNotAnothersWord()
{
    Desk desk(u"severity-ladder"_s, u"2"_s);
    desk.lines({u"/claim"_s});
    desk.offer(u"bo"_s);
    desk.type(u"/accept"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.holders(), QStringList{u"ana"_s});
    desk.press(Qt::Key_T, windowKeys);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.holders(), QStringList{u"ana"_s});
    QCOMPARE(desk.part<QLineEdit>(u"handoverForm_who"_s)->text(), u"bo"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.button(u"handoverDecline"_s)->hasFocus());
    desk.press(Qt::Key_T, windowKeys);
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.holders(), QStringList{u"bo"_s});
    const QString row = desk.feed.state().entries.last().text;
    QVERIFY2(row.startsWith(u"bo takes over the role Incident Commander from ana, written by ana"_s), qPrintable(row));
}

void TestHandoverPanel::whatIsToldIsWhatCameLast()
{
    Desk desk(u"severity-ladder"_s, u"2"_s);
    desk.lines({u"/claim"_s, u"/handover @bo"_s, u"@bo /ihavecommand"_s});
    const auto *end = desk.part<QLabel>(u"handoverEnd"_s);
    QVERIFY2(end->text().contains(u"handed over to"_s), qPrintable(end->text()));
    desk.feed.advance(Span::minutes(1));
    desk.lines({u"/takeover bo is gone"_s});
    QVERIFY2(end->text().contains(u"took it over at"_s) && end->text().contains(u"ana"_s), qPrintable(end->text()));
}

void TestHandoverPanel::saysThatCommandHasNotMoved()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/handover @bo"_s});
    QVERIFY2(desk.status().contains(u"You still have command"_s), qPrintable(desk.status()));
    QVERIFY(desk.status().contains(u"I have command"_s));
    QCOMPARE(desk.panel.windowTitle(), u"Handover to bo"_s);
    // No line says otherwise, also not the warning of the last word.
    Desk last(u"nine-step"_s, u"P1"_s);
    last.lines({u"/claim"_s, u"/handover @bo"_s});
    const QString warning = last.part<QLabel>(u"handoverEnd"_s)->text();
    QVERIFY2(warning.contains(u"has not passed"_s) && warning.contains(u"Call it off"_s), qPrintable(warning));
    QVERIFY2(!warning.contains(u"/handover"_s), qPrintable(warning));
    Desk other;
    other.lines({u"@bo /claim"_s, u"@bo /handover @ana"_s});
    QVERIFY2(other.status().contains(u"until you say"_s), qPrintable(other.status()));
}

void TestHandoverPanel::theShadowingTimeCannotBeShortened()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/handover @bo"_s});
    QCOMPARE(desk.button(u"handoverNext"_s)->text().remove(QChar(0x2068)).remove(QChar(0x2069)), u"bo begins to look on"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.button(u"handoverNext"_s)->isEnabled());
    QVERIFY(desk.button(u"handoverNext"_s)->toolTip().contains(u"lasts until"_s));
    desk.asked.clear();
    desk.press(Qt::Key_Return);
    QVERIFY(desk.asked.isEmpty());
    desk.press(Qt::Key_I, windowKeys);
    QVERIFY(!desk.sees(u"handoverForm"_s));
    desk.feed.advance(Span::minutes(15));
    QVERIFY(desk.button(u"handoverNext"_s)->isEnabled());
    desk.press(Qt::Key_I, windowKeys);
    QVERIFY(desk.sees(u"handoverForm"_s));
}

void TestHandoverPanel::theReportIsDraftedCorrectedAndRead()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/hyp lock on orders"_s, u"/handover @bo"_s, u"@bo /shadow"_s});
    desk.feed.advance(Span::minutes(15));
    desk.press(Qt::Key_Return);
    auto *text = desk.part<QPlainTextEdit>(u"handoverForm_text"_s);
    QVERIFY(text->toPlainText().contains(u"H1 is open: lock on orders"_s));
    desk.press(Qt::Key_End, Qt::ControlModifier);
    desk.type(u" Mind the replica."_s);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.feed.state().handover->sitrepAt.isSet());
    QVERIFY(desk.feed.state().handover->sitrep.contains(u"Mind the replica."_s));
    const auto *read = desk.part<QTextBrowser>(u"handoverReportText"_s);
    QVERIFY(read->isVisible());
    QVERIFY(read->toPlainText().contains(u"Mind the replica."_s));
    QCOMPARE(desk.holders(), QStringList{u"ana"_s});
}

// What an earlier window kept is told, and the key leads to it.
void TestHandoverPanel::wordsThatWaitLeadToTheirForm()
{
    Desk desk;
    desk.lines({u"@bo /claim"_s});
    auto *form = desk.part<InlineForm>(u"handoverForm"_s);
    for (const QString &id : {u"offer"_s, u"sitrep"_s, u"takeover"_s}) {
        form->restore({{id, QJsonObject{{u"title"_s, id}, {u"values"_s, QJsonObject{{u"why"_s, u"half"_s}}}}}});
        QVERIFY(desk.part<QLabel>(u"handoverWaitingText"_s)->text().contains(id));
        desk.part(u"handoverWaitingResume"_s)->setFocus();
        desk.press(Qt::Key_Space);
        QCOMPARE(form->id(), id);
        QVERIFY(!desk.sees(u"handoverWaiting"_s));
        form->finish();
    }
    // The handover that was called off there runs no more: the words go where they can be made something else.
    form->restore({{u"decline"_s, QJsonObject{{u"title"_s, u"x"_s}, {u"values"_s, QJsonObject{{u"why"_s, u"bo is back"_s}}}}}});
    desk.part(u"handoverWaitingResume"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.prepared, QStringList{u"bo is back"_s});
}

void TestHandoverPanel::escapeKeepsTheReport()
{
    Desk desk;
    desk.lines({u"/claim"_s});
    desk.press(Qt::Key_I, windowKeys);
    desk.type(u"Mind the replica. "_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.sees(u"handoverForm"_s));
    QVERIFY(desk.button(u"handoverReport"_s)->text().contains(u"begun"_s));
    desk.lines({u"/decision wait"_s});
    desk.press(Qt::Key_I, windowKeys);
    auto *text = desk.part<QPlainTextEdit>(u"handoverForm_text"_s);
    QVERIFY(text->toPlainText().contains(u"Mind the replica."_s));
    QVERIFY(!text->toPlainText().contains(u"wait"_s));
    desk.registry.action(u"handover.redraft"_s)->trigger();
    text = desk.part<QPlainTextEdit>(u"handoverForm_text"_s);
    QVERIFY(!text->toPlainText().contains(u"Mind the replica."_s));
    QVERIFY(text->toPlainText().contains(u"wait"_s));
}

void TestHandoverPanel::eitherSideCallsItOff_data()
{
    QTest::addColumn<bool>("mine");
    QTest::newRow("outgoing") << true;
    QTest::newRow("incoming") << false;
}

void TestHandoverPanel::eitherSideCallsItOff()
{
    QFETCH(bool, mine);
    Desk desk;
    desk.lines({u"/claim"_s, u"/handover @bo"_s});
    desk.button(u"handoverDecline"_s)->setFocus();
    desk.press(Qt::Key_Space);
    desk.type(u"too tired"_s);
    desk.press(Qt::Key_Tab);
    auto *side = desk.part<QComboBox>(u"handoverForm_side"_s);
    QCOMPARE(side->currentData().toString(), u"ana"_s);
    if (!mine)
        desk.press(Qt::Key_Up);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.model.board().running);
    QCOMPARE(desk.asked.last().by, mine ? QString() : u"bo"_s);
    QCOMPARE(desk.holders(), QStringList{u"ana"_s});
    QVERIFY(desk.part<QLabel>(u"handoverEnd"_s)->text().contains(u"called off"_s));
    const QString row = desk.feed.state().entries.last().text;
    QVERIFY2(row.endsWith(mine ? u"called off by ana: too tired"_s : u"declined by bo: too tired"_s), qPrintable(row));
}

void TestHandoverPanel::aSilentCommanderIsReplaced()
{
    Desk desk;
    desk.lines({u"@bo /claim"_s});
    desk.feed.advance(Span::minutes(20));
    QVERIFY2(desk.status().contains(u"Last heard of at"_s), qPrintable(desk.status()));
    desk.button(u"handoverTakeOver"_s)->setFocus();
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_Return); // a reason is asked for
    QVERIFY(!desk.problem().isEmpty());
    desk.type(u"no answer for 20 minutes"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.holders(), QStringList{u"ana"_s});
    QVERIFY(desk.status().contains(u"You have command"_s));
}

void TestHandoverPanel::aVacantCommandIsTaken()
{
    Desk desk;
    QVERIFY(desk.status().contains(u"▲ Nobody has command"_s));
    QVERIFY(desk.panel.windowTitle().contains(u"▲"_s));
    desk.button(u"handoverClaim"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.holders(), QStringList{u"ana"_s});
    QVERIFY(!desk.sees(u"handoverClaim"_s));
}

// Of another width alone a list takes no notice by itself.
void TestHandoverPanel::rowsAreAsHighAsTheirText()
{
    Desk desk;
    desk.offer(u"Bo"_s);
    const auto heights = [&desk] {
        QList<int> all;
        for (int row = 0; row < desk.list()->model()->rowCount(); ++row)
            all.append(desk.list()->visualRect(desk.list()->model()->index(row, 0)).height());
        return all;
    };
    const auto wanted = [&desk] {
        QStyleOptionViewItem option;
        option.widget = desk.list();
        QList<int> all;
        for (int row = 0; row < desk.list()->model()->rowCount(); ++row)
            all.append(desk.list()->itemDelegate()->sizeHint(option, desk.list()->model()->index(row, 0)).height());
        return all;
    };
    QTRY_VERIFY(!heights().isEmpty() && heights() == wanted());
    desk.panel.resize(200, 640);
    QTRY_COMPARE(heights(), wanted());
    const QList<int> narrow = heights();
    desk.panel.resize(700, 640);
    QTRY_VERIFY(wanted() != narrow);
    QTRY_COMPARE(heights(), wanted());
}

void TestHandoverPanel::fatigueIsSaid()
{
    Desk desk;
    desk.lines({u"/claim"_s});
    QVERIFY(!desk.sees(u"handoverFatigue"_s));
    desk.feed.advance(Span::hours(3) + Span::minutes(1));
    QVERIFY(desk.sees(u"handoverFatigue"_s));
    const auto *fatigue = desk.part<QLabel>(u"handoverFatigue"_s);
    QVERIFY2(fatigue->text().startsWith(u"▼ Plan your handover"_s), qPrintable(fatigue->text()));
    desk.feed.advance(Span::hours(1));
    QVERIFY2(fatigue->text().startsWith(u"▲ You were to hand over"_s), qPrintable(fatigue->text()));
    QVERIFY(fatigue->text().contains(u"SRE-18"_s));
}

void TestHandoverPanel::theDeputyIsProposed()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    desk.lines({u"/claim"_s, u"/role @Bo ic/deputy"_s, u"/note I need relief #relief"_s});
    QVERIFY2(desk.part<QLabel>(u"handoverFatigue"_s)->text().contains(u"asks for relief since"_s),
             qPrintable(desk.part<QLabel>(u"handoverFatigue"_s)->text()));
    desk.press(Qt::Key_T, windowKeys);
    const auto *who = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(who);
    QCOMPARE(who->text(), u"Bo"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.model.board().running);
    QCOMPARE(desk.model.board().to, u"Bo"_s);
}

void TestHandoverPanel::whatCannotBeDoneSaysWhy()
{
    Desk desk;
    for (const QString &name : {u"handoverOffer"_s, u"handoverDecline"_s, u"handoverTakeOver"_s}) {
        QVERIFY2(!desk.button(name)->isEnabled(), qPrintable(name));
        QVERIFY2(desk.button(name)->toolTip().size() > 10, qPrintable(name));
    }
    desk.lines({u"/claim"_s});
    QVERIFY(desk.button(u"handoverOffer"_s)->isEnabled());
    desk.press(Qt::Key_T, windowKeys);
    desk.type(u"ana"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.problem().isEmpty());
    QCOMPARE(desk.part<QLineEdit>(u"handoverForm_who"_s)->text(), u"ana"_s);
}

void TestHandoverPanel::aStepOutOfTurnIsRefusedWithTheRow()
{
    Desk desk;
    desk.lines({u"/claim"_s, u"/handover @bo"_s});
    desk.press(Qt::Key_End);
    QCOMPARE(desk.list()->currentIndex().row(), 3);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.refusals.size(), 1);
    QCOMPARE(desk.holders(), QStringList{u"ana"_s});
}

void TestHandoverPanel::everythingHasAName()
{
    Desk desk;
    desk.lines({u"/claim"_s});
    desk.press(Qt::Key_I, windowKeys);
    test::checkPartNames(desk.panel);
}

QTEST_MAIN(TestHandoverPanel)
#include "tst_handoverpanel.moc"
