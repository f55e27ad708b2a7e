// SPDX-License-Identifier: GPL-3.0-or-later
#include "partnames.h"
#include "reviewrig.h"

#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
namespace r = fireline::models::review;

namespace {

const QString section = u"Root Cause"_s;
const QString mine = u"the pool was small"_s;
const QString theirs = u"the disk was full"_s;

struct Desk : test::ReviewRig
{
    explicit Desk(QSize size = {1100, 620}) { panel.resize(size); }
    QPlainTextEdit *text() const { return part<QPlainTextEdit>(u"reviewForm_text"_s); }
    QTextBrowser *difference() const { return part<QTextBrowser>(u"reviewDifference"_s); }
    QString said() const { return sees(u"reviewChanged"_s) ? part<QLabel>(u"reviewChanged"_s)->text() : QString(); }
    QString now() const { return ReviewRig::section(::section); }
    void write()
    {
        select(r::Section, ::section);
        press(Qt::Key_Return);
        QVERIFY(text()->hasFocus());
    }
    /// As an entry of another console arrives.
    void arrives(const QString &words, const QString &who = u"bo"_s)
    {
        lines({u"/review %1 section=\"%2\" %3"_s.arg(model.review(), ::section, words)}, who);
        QCOMPARE(now(), words);
    }
    void divided()
    {
        write();
        type(mine);
        arrives(theirs);
        QTRY_VERIFY(!said().isEmpty());
    }
    void command(const QString &id)
    {
        registry.refresh(); // as the palette does before it opens
        QVERIFY2(why(id).isEmpty(), qPrintable(why(id)));
        registry.action(id)->trigger();
    }
    void press2(Qt::Key key) const { press(key, Qt::ControlModifier | Qt::ShiftModifier); }
};

} // namespace

/// A section that somebody else changes while it is written: both texts stay, and the writer chooses.
class TestReviewChanged : public QObject
{
    Q_OBJECT
private slots:
    void itIsSaidAndNothingMoves();
    void nothingIsOverwrittenUnseen();
    void mineIsKept();
    void theirsIsTakenOver();
    void mineComesBack();
    void oneStepTakesItBack();
    void wordsThatGaveWayOutliveTheForm();
    void anotherChangeLosesNothing();
    void theDifferenceIsShown();
    void theDifferenceTakesThePlaceOfTheText();
    void aDraftKnowsWhatItWasWrittenUpon();
    void aDraftOfAnotherWindowKnowsIt();
    void theSameWordsAreNoChange();
    void whatIsTakenBackIsNoChange();
    void anUntouchedSectionIsNotWrittenBack();
    void ownWordsFromElsewhere();
    void aRecordThatIsReadAnew();
    void everythingHasAName();
};

void TestReviewChanged::itIsSaidAndNothingMoves()
{
    Desk desk;
    desk.write();
    desk.type(mine);
    QVERIFY(desk.said().isEmpty());
    desk.arrives(theirs);
    const QString at = desk.times.minute(desk.feed.now());
    QTRY_COMPARE(desk.said(), u"▲ bo changed this section at %1. Your words are still here."_s.arg(at));
    QVERIFY(desk.text()->hasFocus());
    QCOMPARE(desk.text()->toPlainText(), mine);
    desk.times.setNow(desk.feed.now() + Span::days(1));
    QTRY_VERIFY2(desk.said().contains(desk.times.day(desk.feed.now()) + u' ' + at), qPrintable(desk.said()));
    desk.type(u" indeed"_s); // the keyboard was never away
    QCOMPARE(desk.text()->toPlainText(), mine + u" indeed"_s);
}

void TestReviewChanged::nothingIsOverwrittenUnseen()
{
    Desk desk;
    desk.write();
    desk.type(mine);
    desk.arrives(theirs);
    desk.keep(); // before anybody could have read it
    QCOMPARE(desk.now(), theirs);
    QVERIFY2(desk.problem().contains(u"bo changed this section"_s), qPrintable(desk.problem()));
    QCOMPARE(desk.text()->toPlainText(), mine);
    QVERIFY(desk.text()->hasFocus());
    QVERIFY(desk.asked.isEmpty());
}

void TestReviewChanged::mineIsKept()
{
    Desk desk;
    desk.divided();
    desk.keep();
    desk.press2(Qt::Key_N);
    QVERIFY(desk.said().isEmpty());
    QVERIFY(!desk.sees(u"reviewFormProblem"_s));
    QVERIFY(desk.text()->hasFocus());
    QCOMPARE(desk.now(), theirs); // chosen, not sent
    desk.keep();
    QCOMPARE(desk.now(), mine);
    QVERIFY(desk.list()->hasFocus());
}

void TestReviewChanged::theirsIsTakenOver()
{
    Desk desk;
    desk.divided();
    desk.press2(Qt::Key_Y);
    QCOMPARE(desk.text()->toPlainText(), theirs);
    QVERIFY(desk.text()->hasFocus());
    QVERIFY2(desk.said().contains(u"Yours are kept"_s), qPrintable(desk.said()));
    desk.press(Qt::Key_End, Qt::ControlModifier);
    desk.type(u", and so was the pool"_s);
    desk.keep();
    QCOMPARE(desk.now(), theirs + u", and so was the pool"_s);
    desk.write();
    QVERIFY(desk.said().isEmpty());
}

void TestReviewChanged::mineComesBack()
{
    Desk desk;
    desk.divided();
    desk.press2(Qt::Key_Y);
    desk.part<QPushButton>(u"reviewBringBack"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.text()->toPlainText(), mine);
    QVERIFY(desk.text()->hasFocus());
    QVERIFY(desk.said().isEmpty());
    desk.keep();
    QCOMPARE(desk.now(), mine);
}

void TestReviewChanged::oneStepTakesItBack()
{
    Desk desk;
    desk.divided();
    desk.press2(Qt::Key_Y);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.text()->toPlainText(), mine);
}

void TestReviewChanged::wordsThatGaveWayOutliveTheForm()
{
    Desk desk;
    desk.divided();
    desk.press2(Qt::Key_Y);
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.list()->hasFocus());
    const QJsonObject kept = desk.form()->kept();
    QVERIFY2(QString::fromUtf8(QJsonDocument(kept).toJson()).contains(mine), "what was typed is kept nowhere");
    desk.write();
    QCOMPARE(desk.text()->toPlainText(), theirs);
    desk.command(u"review.bringBack"_s);
    QCOMPARE(desk.text()->toPlainText(), mine);
}

void TestReviewChanged::anotherChangeLosesNothing()
{
    Desk desk;
    desk.divided();
    desk.press2(Qt::Key_Y);
    desk.arrives(u"the disk was slow"_s, u"cy"_s);
    QTRY_VERIFY2(desk.said().contains(u"cy changed this section"_s), qPrintable(desk.said()));
    desk.press2(Qt::Key_Y);
    QCOMPARE(desk.text()->toPlainText(), u"the disk was slow"_s);
    desk.command(u"review.bringBack"_s);
    QCOMPARE(desk.text()->toPlainText(), mine);
}

void TestReviewChanged::theDifferenceIsShown()
{
    Desk desk;
    desk.divided();
    desk.press2(Qt::Key_C);
    QVERIFY(desk.difference()->isVisible());
    QVERIFY(desk.text()->hasFocus());
    const QString html = desk.difference()->toHtml();
    QVERIFY(html.contains(u"line-through"_s) && html.contains(u"underline"_s));
    for (const QString &word : {u"pool"_s, u"small"_s, u"disk"_s, u"full"_s})
        QVERIFY2(desk.difference()->toPlainText().contains(word), qPrintable(word));
    desk.type(u"er"_s); // it follows the text
    QTRY_VERIFY(desk.difference()->toPlainText().contains(u"smaller"_s));
    desk.press2(Qt::Key_C);
    QVERIFY(!desk.difference()->isVisible());
    desk.press2(Qt::Key_C);
    desk.press2(Qt::Key_N); // nothing is left to be compared
    QVERIFY(!desk.difference()->isVisible());
}

void TestReviewChanged::theDifferenceTakesThePlaceOfTheText()
{
    Desk desk({400, 360});
    desk.divided();
    desk.press2(Qt::Key_C);
    QVERIFY(desk.difference()->hasFocus());
    QVERIFY(!desk.text()->isVisible());
    QVERIFY(!desk.said().isEmpty());
    desk.press2(Qt::Key_C);
    QVERIFY(desk.text()->hasFocus());
    QCOMPARE(desk.text()->toPlainText(), mine);
    desk.press2(Qt::Key_C);
    desk.press2(Qt::Key_Y); // chosen from there
    QVERIFY(desk.text()->hasFocus());
    QCOMPARE(desk.text()->toPlainText(), theirs);
}

void TestReviewChanged::aDraftKnowsWhatItWasWrittenUpon()
{
    Desk desk;
    desk.write();
    desk.type(mine);
    desk.press(Qt::Key_Escape);
    desk.arrives(theirs);
    desk.write();
    QCOMPARE(desk.text()->toPlainText(), mine);
    QVERIFY2(desk.said().contains(u"bo changed this section"_s), qPrintable(desk.said()));
    desk.keep();
    QCOMPARE(desk.now(), theirs);
}

void TestReviewChanged::aDraftOfAnotherWindowKnowsIt()
{
    QJsonObject kept;
    {
        Desk killed;
        killed.write();
        killed.type(mine);
        kept = killed.form()->kept();
    }
    Desk next;
    next.arrives(theirs);
    next.form()->restore(kept);
    next.write();
    QCOMPARE(next.text()->toPlainText(), mine);
    QVERIFY(!next.said().isEmpty());
    next.keep();
    QCOMPARE(next.now(), theirs);
}

void TestReviewChanged::theSameWordsAreNoChange()
{
    Desk desk;
    desk.write();
    desk.type(mine);
    desk.arrives(mine);
    desk.type(u" indeed"_s);
    desk.keep();
    QCOMPARE(desk.now(), mine + u" indeed"_s);
}

void TestReviewChanged::whatIsTakenBackIsNoChange()
{
    Desk desk;
    desk.arrives(u"as it was"_s);
    desk.write();
    desk.type(mine);
    desk.arrives(theirs);
    QTRY_VERIFY(!desk.said().isEmpty());
    desk.arrives(u"as it was"_s);
    QTRY_VERIFY(desk.said().isEmpty());
    desk.keep();
    QVERIFY(desk.now().contains(mine));
}

void TestReviewChanged::anUntouchedSectionIsNotWrittenBack()
{
    Desk desk;
    desk.arrives(u"as it was"_s);
    desk.write();
    desk.arrives(theirs);
    desk.keep();
    QCOMPARE(desk.now(), theirs);
    desk.press2(Qt::Key_Y);
    QCOMPARE(desk.text()->toPlainText(), theirs);
    QVERIFY(desk.said().isEmpty()); // nothing of the writer's gave way
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.form()->kept().isEmpty());
}

void TestReviewChanged::ownWordsFromElsewhere()
{
    Desk desk;
    desk.write();
    desk.type(mine);
    desk.arrives(theirs, u"ana"_s);
    QTRY_VERIFY2(desk.said().contains(u"You changed this section"_s), qPrintable(desk.said()));
}

void TestReviewChanged::aRecordThatIsReadAnew()
{
    Desk desk;
    desk.divided();
    desk.feed.restart();
    QCOMPARE(desk.text()->toPlainText(), mine);
    QTRY_VERIFY(desk.said().contains(u"bo changed"_s));
    desk.keep();
    QCOMPARE(desk.now(), theirs);
}

void TestReviewChanged::everythingHasAName()
{
    Desk desk;
    desk.divided();
    test::checkPartNames(desk.panel);
    desk.press2(Qt::Key_C);
    test::checkPartNames(desk.panel);
    desk.press2(Qt::Key_Y);
    test::checkPartNames(desk.panel);
}

QTEST_MAIN(TestReviewChanged)
#include "tst_reviewchanged.moc"
