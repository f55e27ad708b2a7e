// SPDX-License-Identifier: GPL-3.0-or-later
#include "partnames.h"
#include "review/reviewsources.h"
#include "review/reviewtimelinemodel.h"
#include "review/writingtools.h"
#include "reviewrig.h"
#include "timeline/timelineroles.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>

#include <functional>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::TimelineRole;
using fireline::views::InlineForm;
using fireline::views::ReviewPanel;
using Desk = fireline::test::ReviewRig;
namespace r = fireline::models::review;

class TestReviewPanel : public QObject
{
    Q_OBJECT
private slots:
    void aSectionIsWrittenInPlace_data();
    void aSectionIsWrittenInPlace();
    void whatIsTypedIsNotLost();
    void whatAnEarlierWindowKeptIsOffered();
    void wordsOfARowThatIsGoneGoToQuickEntry();
    void lintsSpeakWhileItIsTyped();
    void aMarkThatFillsNothingInIsTold();
    void keptAndOnByOneKey();
    void aSectionBeginsWithTheRecord();
    void theFirstSectionIsOneButtonAway();
    void theTimelineIsCorrectedAndPinned();
    void rowsAreChosenForTheSection();
    void aPictureIsTakenAnewWhereItStands();
    void keysSayWhyTheyDoNothing();
    void arrowsPassOverHeadings();
    void whatIsWrittenStaysInSight();
    void everythingHasAName();
};

void TestReviewPanel::aSectionIsWrittenInPlace_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("section");
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << u"Cause"_s;
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s << u"What Happened"_s;
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << u"Lessons Learned"_s;
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << u"Systemic Issues"_s;
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s << u"Root Cause"_s;
}

// In all five processes, by keys alone.
void TestReviewPanel::aSectionIsWrittenInPlace()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, section);
    Desk desk(process, severity);
    desk.select(r::Section, section);
    desk.press(Qt::Key_Return);
    desk.type(u"the pool was small"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"and nobody measured it"_s);
    desk.keep();
    QCOMPARE(desk.section(section), u"the pool was small\nand nobody measured it"_s);
    QVERIFY(desk.list()->hasFocus());
    QCOMPARE(desk.list()->currentIndex().data(r::StateRole).toInt(), int(r::Written));
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
}

void TestReviewPanel::whatIsTypedIsNotLost()
{
    Desk desk;
    desk.select(r::Section, u"Root Cause"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"half a thought"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.sees(u"reviewForm"_s));
    desk.select(r::Section, u"Executive Summary"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"another"_s);
    desk.press(Qt::Key_Escape);
    desk.select(r::Section, u"Root Cause"_s);
    desk.press(Qt::Key_E);
    QCOMPARE(desk.part<QPlainTextEdit>(u"reviewForm_text"_s)->toPlainText(), u"half a thought"_s);
    QVERIFY(desk.asked.isEmpty());
}

// While it is typed it is said to whoever keeps it; what is sent is said to be gone.
void TestReviewPanel::whatAnEarlierWindowKeptIsOffered()
{
    QJsonObject kept;
    {
        Desk desk;
        QObject::connect(desk.form(), &InlineForm::keptChanged, [&kept](const QJsonObject &now) { kept = now; });
        desk.select(r::Section, u"Root Cause"_s);
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.sees(u"reviewWaiting"_s));
        desk.type(u"half a thought"_s);
        QTRY_VERIFY(!kept.isEmpty());
        desk.type(u", and"_s);
    }
    Desk next;
    next.form()->restore(kept);
    QVERIFY(next.part<QLabel>(u"reviewWaitingText"_s)->text().contains(u"Root Cause"_s));
    next.part<QPushButton>(u"reviewWaitingResume"_s)->setFocus();
    next.press(Qt::Key_Space);
    QVERIFY(!next.sees(u"reviewWaiting"_s));
    QCOMPARE(next.part<QPlainTextEdit>(u"reviewForm_text"_s)->toPlainText(), u"half a thought, and"_s);
    QSignalSpy keeping(next.form(), &InlineForm::keptChanged);
    next.part<QPlainTextEdit>(u"reviewForm_text"_s)->setFocus();
    next.keep();
    QCOMPARE(next.section(u"Root Cause"_s), u"half a thought, and"_s);
    QVERIFY(!next.sees(u"reviewWaiting"_s));
    // The last words before they are sent, and then that nothing waits.
    QTRY_VERIFY(!keeping.isEmpty() && keeping.last().first().toJsonObject().isEmpty());
}

void TestReviewPanel::wordsOfARowThatIsGoneGoToQuickEntry()
{
    Desk desk;
    QSignalSpy lines(&desk.panel, &ReviewPanel::entryRequested);
    const QJsonObject values{{u"text"_s, u"the pool\nwas small"_s}, {u"block"_s, QString()}};
    desk.form()->restore({{u"section/sre/No such section"_s, QJsonObject{{u"title"_s, u"x"_s}, {u"values"_s, values}}}});
    desk.part<QPushButton>(u"reviewWaitingResume"_s)->click();
    QCOMPARE(lines.value(0).value(0).toString(), u"the pool was small"_s);
    QVERIFY(!desk.sees(u"reviewWaiting"_s));
}

void TestReviewPanel::lintsSpeakWhileItIsTyped()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    desk.select(r::Section, u"Summary"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"It was the fault of "_s);
    QVERIFY(desk.remarks().isEmpty());
    desk.type(u"ana."_s);
    QVERIFY(desk.remarks().startsWith(u"▲ NIN-30: "_s));
    desk.keep();
    QVERIFY(desk.remarks().isEmpty());
    QCOMPARE(desk.list()->currentIndex().data(r::RemarksRole).toStringList().size(), 1);
    desk.press(Qt::Key_I);
    QVERIFY(desk.remarks().contains(u"NIN-17"_s)); // owner, date and ticket are missing so far
}

void TestReviewPanel::keptAndOnByOneKey()
{
    Desk desk;
    const auto onward = [&desk] { desk.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); };
    const auto names = [&desk] {
        QStringList all;
        for (int row = 0; row < desk.model.rowCount(); ++row) {
            if (desk.model.index(row, 0).data(r::KindRole).toInt() == r::Section)
                all.append(desk.model.index(row, 0).data(r::IdRole).toString());
        }
        return all;
    }();
    desk.select(r::Section, names.at(0));
    desk.press(Qt::Key_Return);
    desk.type(u"all of it"_s);
    onward();
    QCOMPARE(desk.section(names.at(0)), u"all of it"_s);
    QCOMPARE(desk.form()->id().section(u'/', 2), names.at(1));
    QVERIFY(desk.form()->input(u"text"_s)->hasFocus());
    onward(); // nothing was typed: there is nothing to keep
    QCOMPARE(desk.form()->id().section(u'/', 2), names.at(2));
    QVERIFY(desk.section(names.at(1)).isEmpty());
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
    desk.press(Qt::Key_Escape);
    desk.select(r::Section, names.last());
    desk.press(Qt::Key_Return);
    desk.type(u"the end"_s);
    onward();
    QVERIFY2(desk.section(names.last()).startsWith(u"the end"_s), qPrintable(desk.section(names.last())));
    QVERIFY(desk.list()->hasFocus());
}

void TestReviewPanel::aMarkThatFillsNothingInIsTold()
{
    Desk desk;
    desk.select(r::Section, u"Root Cause"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"{{whys}}"_s);
    QVERIFY2(desk.remarks().isEmpty(), qPrintable(desk.remarks()));
    desk.type(u" say it all"_s);
    QVERIFY2(desk.remarks().contains(u"▲ {{whys}} stands within a line"_s), qPrintable(desk.remarks()));
    desk.press(Qt::Key_Return);
    desk.type(u"{{wyhs}}"_s);
    QVERIFY2(desk.remarks().contains(u"▲ {{wyhs}} is printed as it is"_s), qPrintable(desk.remarks()));
    desk.form()->findChild<QPlainTextEdit *>()->setPlainText(
        u"`{{ a template }}` of theirs\n\n{{whys}}\n```\n{{ .Values }}\n```"_s);
    QVERIFY2(desk.remarks().isEmpty(), qPrintable(desk.remarks()));
}

void TestReviewPanel::aSectionBeginsWithTheRecord()
{
    Desk desk;
    desk.select(r::Section, u"Timeline"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.part<QPlainTextEdit>(u"reviewForm_text"_s)->toPlainText(), u"\n{{timeline}}"_s);
    desk.type(u"in short"_s);
    desk.keep();
    QCOMPARE(desk.section(u"Timeline"_s), u"in short\n{{timeline}}"_s);
}

void TestReviewPanel::theFirstSectionIsOneButtonAway()
{
    Desk desk;
    auto *begin = desk.part<QPushButton>(u"reviewBegin"_s);
    QVERIFY(begin->isVisible());
    QCOMPARE(begin->text(), u"Write “Executive Summary”"_s);
    begin->setFocus();
    desk.press(Qt::Key_Space);
    desk.type(u"checkout failed for 40 minutes"_s);
    desk.keep();
    QCOMPARE(desk.section(u"Executive Summary"_s), u"checkout failed for 40 minutes"_s);
    QVERIFY(!begin->isVisible());
    QVERIFY(!desk.sees(u"reviewEmpty"_s));
}

void TestReviewPanel::theTimelineIsCorrectedAndPinned()
{
    Desk desk;
    desk.lines({u"/decision fail over \"now\""_s});
    QSignalSpy lines(&desk.panel, &ReviewPanel::entryRequested);
    QSignalSpy shown(&desk.panel, &ReviewPanel::eventRequested);
    desk.table()->setFocus();
    desk.press(Qt::Key_End);
    const QModelIndex row = desk.table()->currentIndex();
    QCOMPARE(row.data(int(TimelineRole::Text)).toString(), u"D1: fail over \"now\""_s);
    desk.press(Qt::Key_P);
    QVERIFY(desk.table()->currentIndex().data(int(TimelineRole::Pinned)).toBool());
    desk.press(Qt::Key_E);
    QCOMPARE(lines.size(), 1);
    const auto done = desk.feed.line(lines.first().first().toString().replace(u"fail over"_s, u"fail over to B"_s));
    QVERIFY(done.ok());
    QCOMPARE(desk.table()->currentIndex().siblingAtColumn(models::ReviewTimelineModel::What).data().toString(),
             u"D1: fail over to B \"now\" (corrected)"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(shown.first().first().toString(), row.data(int(TimelineRole::EventId)).toString());
}

void TestReviewPanel::rowsAreChosenForTheSection()
{
    Desk desk;
    desk.lines({u"/decision fail over"_s, u"/note one"_s});
    auto *rows = desk.part<QComboBox>(u"reviewRows"_s);
    rows->setFocus();
    desk.press(Qt::Key_End);
    QCOMPARE(desk.model.timeline().rowCount(), desk.feed.state().entries.size());
    desk.part(u"reviewUseRows"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.section(u"Timeline"_s), u"{{timeline all}}"_s);
    QVERIFY(desk.part(u"reviewUseRows"_s)->toolTip().contains(u"Timeline"_s));
    desk.lines({u"/review postmortem section=Timeline {{timeline pinned}}"_s});
    QCOMPARE(desk.model.timeline().rowCount(), 0);
    QCOMPARE(rows->currentData().toString(), u"pinned"_s);
}

void TestReviewPanel::aPictureIsTakenAnewWhereItStands()
{
    Desk desk;
    desk.panel.resize(1100, 620);
    const auto text = [&] { return desk.part<QPlainTextEdit>(u"reviewForm_text"_s); };
    const auto attach = [&](QChar digit) {
        desk.does({Verb::Attach,
                   {},
                   {},
                   {{u"sha256"_s, QString(64, digit)},
                    {u"name"_s, u"graph-%1.png"_s.arg(digit)},
                    {u"bytes"_s, 4},
                    {u"text"_s, u"the load"_s}}});
        QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
    };
    std::function<void(const QString &)> waits;
    QString whyNot;
    desk.panel.setTools({nullptr, {}, {}, [&] { return whyNot; }, [&](const auto &done) { waits = done; }});
    attach(u'a');
    desk.select(r::Section, u"Root Cause"_s);
    desk.press(Qt::Key_Return);
    desk.type(u"The load: "_s);
    QVERIFY(!desk.sees(u"reviewRetake"_s));
    QVERIFY(desk.why(u"review.retake"_s).contains(u"no picture"_s));
    desk.press(Qt::Key_R, Qt::ControlModifier);
    desk.type(u"graph-a"_s);
    desk.press(Qt::Key_Return);
    const auto mark = [&](QChar digit) { return desk.model.sources().pictureOf(QString(64, digit)); };
    QVERIFY(text()->toPlainText().contains(mark(u'a')));
    desk.press(Qt::Key_Up);
    desk.press(Qt::Key_End);
    QTRY_VERIFY(desk.sees(u"reviewRetake"_s));
    whyNot = u"There is no graph yet."_s;
    QCOMPARE(desk.why(u"review.retake"_s), whyNot);
    whyNot.clear();
    desk.press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(waits);
    desk.type(u" as seen"_s); // nobody waits for it
    attach(u'b');
    waits(QString(64, u'b'));
    const QString now = text()->toPlainText();
    QVERIFY2(now.contains(mark(u'b')) && !now.contains(mark(u'a')) && now.contains(u" as seen"_s), qPrintable(now));
    QVERIFY(text()->hasFocus());
    // Where another section is open by then, its text is left alone.
    desk.press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    desk.press(Qt::Key_PageDown, Qt::ControlModifier);
    attach(u'c');
    waits(QString(64, u'c'));
    QVERIFY(!text()->toPlainText().contains(u"fireline:"_s));
    desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(text()->toPlainText(), now.trimmed());
}

void TestReviewPanel::keysSayWhyTheyDoNothing()
{
    Desk desk;
    desk.lines({u"/factor no alarm"_s});
    desk.select(r::Factor, u"1"_s);
    QVERIFY(!desk.why(u"review.confirm"_s).isEmpty());
    QVERIFY(!desk.why(u"review.done"_s).isEmpty());
    QVERIFY(desk.why(u"review.remove"_s).isEmpty());
    QVERIFY(desk.why(u"review.close"_s).contains(u"SRE-26"_s));
    desk.select(r::Section, u"Impact"_s);
    QVERIFY(!desk.why(u"review.remove"_s).isEmpty());
}

void TestReviewPanel::arrowsPassOverHeadings()
{
    Desk desk;
    desk.list()->setFocus();
    const QModelIndex first = desk.list()->currentIndex();
    for (int i = 0; i < desk.model.rowCount(); ++i) {
        QVERIFY(desk.list()->currentIndex().data(r::KindRole).toInt() != r::Heading);
        desk.press(Qt::Key_Down);
    }
    QVERIFY(desk.list()->currentIndex() != first);
    desk.press(Qt::Key_Home);
    QCOMPARE(desk.list()->currentIndex(), first);
}

void TestReviewPanel::whatIsWrittenStaysInSight()
{
    Desk desk;
    desk.lines({u"/factor no alarm"_s});
    desk.select(r::Factor, u"1"_s);
    desk.press(Qt::Key_E);
    const auto inSight = [&] {
        const QRect row = desk.list()->visualRect(desk.list()->currentIndex());
        return desk.list()->viewport()->rect().contains(row.center());
    };
    QVERIFY(desk.sees(u"reviewForm"_s));
    QTRY_VERIFY(inSight());
}

void TestReviewPanel::everythingHasAName()
{
    Desk desk;
    desk.press(Qt::Key_I);
    test::checkPartNames(desk.panel);
}

QTEST_MAIN(TestReviewPanel)
#include "tst_reviewpanel.moc"
