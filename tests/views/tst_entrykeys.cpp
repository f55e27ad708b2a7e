// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/snippets.h"
#include "entryrig.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QSignalSpy>

using namespace fireline::test;

using Rig = EntryRig;

/// Keys of the quick entry beside Enter: completion, history, undo, input methods, focus.
class TestEntryKeys : public QObject
{
    Q_OBJECT
private slots:
    void tabTakesTheCandidate();
    void enterPostsUnlessOneMoved();
    void enterTakesTheChosenOne();
    void escapeClosesTheListAndNothingElse();
    void clickTakesTheCandidate();
    void listStaysInTheWindow();
    void tabLeavesTheField();
    void inputMethodOwnsItsKeys();
    void upCorrectsTheLastEntry();
    void historyWalksBackAndForth();
    void prepareKeepsWhatWasThere();
    void undoBelongsToTheTextWhileThereIsSome();
    void snippetsExpand();
    void shiftEnterBeginsALine();
    void fieldGrowsToSixLines();
};

void TestEntryKeys::tabTakesTheCandidate()
{
    Rig rig;
    rig.type(u"/seve"_s);
    QVERIFY(rig.popup()->isVisible());
    QVERIFY(rig.field()->hasFocus());
    rig.key(Qt::Key_Tab);
    QCOMPARE(rig.entry->line(), u"/sev "_s);
    QVERIFY(rig.field()->hasFocus());
    QVERIFY(rig.popup()->isVisible()); // the severities
    QCOMPARE(rig.popup()->model()->index(0, 0).data().toString(), rig.feed.process().severities.first().id);
    rig.type(u"P2"_s);
    QVERIFY(!rig.popup()->isVisible()); // it stands there already
}

void TestEntryKeys::enterPostsUnlessOneMoved()
{
    Rig rig;
    rig.type(u"told @an"_s);
    QVERIFY(rig.popup()->isVisible());
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.commands.size(), 1);
    QCOMPARE(rig.commands.first().text(), u"told @an"_s);
    QVERIFY(!rig.popup()->isVisible());
}

void TestEntryKeys::enterTakesTheChosenOne()
{
    Rig rig;
    QVERIFY(rig.feed.line(u"/claim"_s));
    QVERIFY(rig.feed.line(u"/action @ana look at the pool"_s));
    QVERIFY(rig.feed.line(u"/action @ana restart pod A"_s));
    rig.type(u"/done #"_s);
    QVERIFY(rig.popup()->isVisible());
    QCOMPARE(rig.popup()->chosenRow(), -1);
    rig.key(Qt::Key_Down);
    rig.key(Qt::Key_Down);
    QCOMPARE(rig.popup()->chosenRow(), 1);
    rig.key(Qt::Key_Up);
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.entry->line(), u"/done #A2 "_s);
    QVERIFY(rig.commands.isEmpty());
    rig.type(u"up again"_s);
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.feed.state().order(u"A2")->result, u"up again"_s);
}

void TestEntryKeys::escapeClosesTheListAndNothingElse()
{
    Rig rig;
    rig.type(u"/ac"_s);
    QVERIFY(rig.popup()->isVisible());
    rig.key(Qt::Key_Escape);
    QVERIFY(!rig.popup()->isVisible());
    QCOMPARE(rig.entry->line(), u"/ac"_s);
    rig.key(Qt::Key_Escape);
    QCOMPARE(rig.entry->line(), u"/ac"_s);
    rig.type(u"t"_s);
    QVERIFY(rig.popup()->isVisible());
    rig.key(Qt::Key_Home);
    QVERIFY(!rig.popup()->isVisible());
    QCOMPARE(rig.entry->line(), u"/act"_s);
}

void TestEntryKeys::clickTakesTheCandidate()
{
    Rig rig;
    rig.type(u"/seve"_s);
    const QModelIndex first = rig.popup()->model()->index(0, 0);
    QTest::mouseClick(rig.popup()->viewport(), Qt::LeftButton, {}, rig.popup()->visualRect(first).center());
    QCOMPARE(rig.entry->line(), u"/sev "_s);
    QVERIFY(rig.field()->hasFocus());
}

void TestEntryKeys::listStaysInTheWindow()
{
    Rig rig;
    rig.window.layout()->removeWidget(rig.behind);
    static_cast<QVBoxLayout *>(rig.window.layout())->insertWidget(0, rig.behind, 1, Qt::AlignTop);
    QTRY_VERIFY(rig.entry->y() > 300);
    rig.type(u"/"_s);
    QVERIFY(rig.popup()->isVisible());
    QVERIFY(rig.window.rect().contains(rig.popup()->geometry()));
    QVERIFY(rig.popup()->geometry().bottom() <= rig.field()->mapTo(&rig.window, QPoint()).y() + rig.field()->height());
}

void TestEntryKeys::tabLeavesTheField()
{
    Rig rig;
    rig.type(u"no list here"_s);
    rig.key(Qt::Key_Tab);
    QVERIFY(!rig.field()->hasFocus());
    QCOMPARE(rig.entry->line(), u"no list here"_s);
    rig.field()->setFocus();
    rig.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(!rig.field()->hasFocus());
    rig.field()->setFocus();
    rig.type(u" @an"_s);
    QVERIFY(rig.popup()->isVisible());
    rig.behind->setFocus();
    QVERIFY(!rig.popup()->isVisible());
}

void TestEntryKeys::inputMethodOwnsItsKeys()
{
    Rig rig;
    const Instant begun = rig.feed.now();
    QInputMethodEvent composing(u"ni"_s, {});
    QCoreApplication::sendEvent(rig.field(), &composing);
    rig.feed.advance(Span::seconds(5));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Up, Qt::Key_Down, Qt::Key_Tab})
        rig.key(key);
    QVERIFY(rig.commands.isEmpty());
    QVERIFY(rig.field()->hasFocus());
    QInputMethodEvent committed;
    committed.setCommitString(u"\u4f60"_s);
    QCoreApplication::sendEvent(rig.field(), &committed);
    QCOMPARE(rig.entry->line(), u"\u4f60"_s);
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.commands.size(), 1);
    QCOMPARE(rig.commands.first().text(), u"\u4f60"_s);
    QCOMPARE(rig.commands.first().at, begun);
}

void TestEntryKeys::upCorrectsTheLastEntry()
{
    Rig rig;
    QVERIFY(rig.feed.line(u"pod A \"main\" restartd"_s));
    QVERIFY(rig.feed.line(u"by somebody else"_s, u"ben"_s));
    rig.key(Qt::Key_Up);
    QVERIFY2(rig.entry->line().startsWith(u"/correct #E"_s), qPrintable(rig.entry->line()));
    rig.key(Qt::Key_Backspace);
    rig.type(u"ed"_s);
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.commands.size(), 1);
    const auto last = lastEntryOf(rig.feed.state(), u"ana"_s);
    QVERIFY(last);
    QCOMPARE(last->text, u"pod A \"main\" restarted"_s);
    // In a field with text, Up is the field's own.
    rig.type(u"text"_s);
    rig.key(Qt::Key_Up);
    QCOMPARE(rig.entry->line(), u"text"_s);
}

void TestEntryKeys::historyWalksBackAndForth()
{
    Rig rig;
    for (const QString &line : {u"first"_s, u"second"_s}) {
        rig.type(line);
        rig.key(Qt::Key_Return);
    }
    rig.type(u"half"_s);
    rig.key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(rig.entry->line(), u"second"_s);
    rig.key(Qt::Key_Up, Qt::ControlModifier);
    rig.key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(rig.entry->line(), u"first"_s);
    rig.key(Qt::Key_Down, Qt::ControlModifier);
    rig.key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(rig.entry->line(), u"half"_s);
    rig.key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(rig.entry->line(), u"half"_s);
}

void TestEntryKeys::prepareKeepsWhatWasThere()
{
    Rig rig;
    rig.type(u"half a thought"_s);
    const Instant begun = rig.feed.now();
    rig.feed.advance(Span::minutes(1));
    rig.behind->setFocus();
    rig.entry->prepare(u"/decision "_s);
    QVERIFY(rig.field()->hasFocus());
    QCOMPARE(rig.entry->line(), u"/decision "_s);
    QCOMPARE(rig.field()->textCursor().position(), 10);
    rig.type(u"roll back"_s);
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.commands.last().verb, Verb::Decision);
    rig.key(Qt::Key_Up, Qt::ControlModifier);
    rig.key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(rig.entry->line(), u"half a thought"_s);
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.commands.last().at, begun);
}

void TestEntryKeys::undoBelongsToTheTextWhileThereIsSome()
{
    Rig rig;
    int undone = 0;
    QAction undo;
    undo.setShortcut(QKeySequence::Undo);
    rig.window.addAction(&undo);
    connect(&undo, &QAction::triggered, this, [&] { ++undone; });
    QVERIFY(!rig.entry->canUndoText());
    QTest::keySequence(rig.field(), QKeySequence::Undo);
    QCOMPARE(undone, 1);
    rig.type(u"text"_s);
    QVERIFY(rig.entry->canUndoText());
    rig.field()->selectAll();
    rig.key(Qt::Key_Delete);
    QCOMPARE(rig.entry->line(), QString());
    QTest::keySequence(rig.field(), QKeySequence::Undo);
    QCOMPARE(undone, 1);
    QCOMPARE(rig.entry->line(), u"text"_s);
    rig.key(Qt::Key_Return);
    QVERIFY(!rig.entry->canUndoText());
    QTest::keySequence(rig.field(), QKeySequence::Undo);
    QCOMPARE(undone, 2);
    QCOMPARE(rig.entry->line(), QString());
}

void TestEntryKeys::snippetsExpand()
{
    Rig rig;
    rig.entry->setSnippets(fireline::models::Snippets::parse("pool = connection pool of orders\n"));
    rig.type(u"grew the ;pool"_s);
    rig.key(Qt::Key_Tab);
    QCOMPARE(rig.entry->line(), u"grew the connection pool of orders"_s);
    QVERIFY(rig.field()->hasFocus());
    QTest::keySequence(rig.field(), QKeySequence::Undo);
    QCOMPARE(rig.entry->line(), u"grew the ;pool"_s);
}

void TestEntryKeys::shiftEnterBeginsALine()
{
    Rig rig;
    rig.type(u"one"_s);
    rig.key(Qt::Key_Return, Qt::ShiftModifier);
    rig.type(u"two"_s);
    rig.key(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(rig.commands.size(), 1);
    QCOMPARE(rig.commands.first().text(), u"one\ntwo"_s);
}

void TestEntryKeys::fieldGrowsToSixLines()
{
    Rig rig;
    const int one = rig.field()->height();
    rig.entry->setMinimumLines(2);
    QTRY_VERIFY(rig.field()->height() > one);
    const int two = rig.field()->height();
    const int line = two - one;
    rig.entry->setMinimumLines(1);
    for (int i = 0; i < 9; ++i) {
        rig.type(u"x"_s);
        rig.key(Qt::Key_Return, Qt::ShiftModifier);
    }
    QTRY_COMPARE(rig.field()->height(), one + 5 * line);
    rig.type(u"y"_s);
    rig.key(Qt::Key_Return);
    QTRY_COMPARE(rig.field()->height(), one);
}

QTEST_MAIN(TestEntryKeys)
#include "tst_entrykeys.moc"
