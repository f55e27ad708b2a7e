// SPDX-License-Identifier: GPL-3.0-or-later
#include "partnames.h"
#include "status/statusform.h"
#include "status/statuswriting.h"
#include "statusrig.h"

#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using Board = fireline::test::StatusBoard;

class TestStatusPanel : public QObject
{
    Q_OBJECT
private slots:
    void escapeLosesNothing();
    void undoReachesBackThroughAudiences();
    void tabGoesOnAndIsNotTyped();
    void enterInALineGoesOn();
    void aDraftSaysHowFarItIsBehind();
    void copiesInFourForms_data();
    void copiesInFourForms();
    void previewsAsReadersSeeIt();
    void spellingWithoutADictionarySaysHow();
    void spellingIsToldInWords();
    void everyPartHasANameAndATip();
    void buttonsSayWhyNot();
    void narrowAndWide();
    void theKeyGoesToTheForm();
    void tabComesToEverything();
    void tabComesToTheTextWhereNothingIsAsked();
    void whereItOnlyReadsThereIsWhatWasSaid();
    void itTellsWhileAnUpdateIsWritten();
    void aReceiptGoesWithTheNextDraft();
    void onlyWhatIsBegunIsMarked();
    void theKeySaysWhatIsMissing();
};

void TestStatusPanel::escapeLosesNothing()
{
    Board board;
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Half a sentence"_s);
    board.press(Qt::Key_Escape);
    board.press(Qt::Key_Escape);
    QCOMPARE(board.part<QPlainTextEdit>(u"statusField-summary"_s)->toPlainText(), u"Half a sentence"_s);
    QCOMPARE(board.model.desk.page().words.fields.value(u"summary"_s), u"Half a sentence"_s);
}

void TestStatusPanel::undoReachesBackThroughAudiences()
{
    Board board;
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"First"_s);
    board.choose(u"update/execs"_s);
    board.fill(u"summary"_s, u"For executives"_s);
    board.choose(u"update/public"_s);
    auto *edit = board.part<QPlainTextEdit>(u"statusField-summary"_s);
    QCOMPARE(edit->toPlainText(), u"First"_s);
    edit->setFocus();
    board.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(edit->toPlainText() != u"First"_s);
    board.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edit->toPlainText(), u"First"_s);
    QCOMPARE(board.model.desk.page().words.fields.value(u"summary"_s), u"First"_s);
}

void TestStatusPanel::tabGoesOnAndIsNotTyped()
{
    Board board;
    board.choose(u"update/execs"_s);
    board.fill(u"summary"_s, u"One"_s);
    board.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-business_impact"_s);
    board.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-next_update"_s);
    board.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-business_impact"_s);
    QCOMPARE(board.part<QPlainTextEdit>(u"statusField-summary"_s)->toPlainText(), u"One"_s);
}

void TestStatusPanel::enterInALineGoesOn()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.choose(u"update/internal"_s);
    board.fill(u"status"_s, u"Investigating"_s);
    board.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-impact"_s);
    QVERIFY(board.asked.isEmpty());
    // In a paragraph it is a line.
    board.fill(u"action"_s, u"Restart"_s);
    board.press(Qt::Key_Return);
    board.type(u"Then look"_s);
    QCOMPARE(board.model.desk.page().words.fields.value(u"action"_s), u"Restart\nThen look"_s);
}

void TestStatusPanel::aDraftSaysHowFarItIsBehind()
{
    Board board;
    board.fillPublic();
    auto *record = board.part<QPushButton>(u"statusRecord"_s);
    record->setFocus();
    board.press(Qt::Key_Space);
    QCOMPARE(board.verbs(), QList<Verb>{Verb::Draft});
    QVERIFY(board.text(u"statusHead"_s).startsWith(u"U1"_s));
    for (int i = 0; i < 4; ++i)
        board.lines({u"news"_s});
    QVERIFY(board.text(u"statusHead"_s).contains(u'4'));
}

void TestStatusPanel::copiesInFourForms_data()
{
    QTest::addColumn<int>("entry");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << 0 << u"text/plain"_s << u"**All** is well & good"_s;
    QTest::newRow("markdown") << 1 << u"text/markdown"_s << u"**All** is well & good"_s;
    QTest::newRow("html") << 2 << u"text/html"_s << u"<strong>All</strong> is well &amp; good"_s;
    QTest::newRow("slack") << 3 << u"text/plain"_s << u"*All* is well &amp; good"_s;
}

void TestStatusPanel::copiesInFourForms()
{
    QFETCH(int, entry);
    QFETCH(QString, format);
    QFETCH(QString, words);
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/room"_s);
    board.type(u"**All** is well & good"_s);
    board.part<QMenu>(u"statusCopyMenu"_s)->actions().at(entry)->trigger();
    const QByteArray data = QApplication::clipboard()->mimeData()->data(format);
    QVERIFY2(QString::fromUtf8(data).contains(words), data.constData());
    QVERIFY(board.asked.isEmpty());
}

void TestStatusPanel::previewsAsReadersSeeIt()
{
    Board board;
    board.fillPublic();
    auto *form = board.part<QComboBox>(u"statusPreviewForm"_s);
    QVERIFY(board.preview().contains(u"Investigating"_s));
    form->setCurrentIndex(1);
    QVERIFY(board.preview().contains(u"Slack, Public status page"_s));
    form->setCurrentIndex(2);
    QVERIFY(board.preview().contains(u"Subject: Investigating"_s));
    form->setCurrentIndex(3);
    QCOMPARE(board.preview(), board.model.desk.page().publishing.text);
}

void TestStatusPanel::spellingWithoutADictionarySaysHow()
{
    Board board;
    board.model.spelling.setLanguage({});
    QVERIFY(!board.checks().filter(u"apt install hunspell-en-us"_s).isEmpty());
    board.model.spelling.setLanguage(views::Spelling::off());
    QVERIFY(board.checks().filter(u"apt install"_s).isEmpty());
}

void TestStatusPanel::spellingIsToldInWords()
{
    Board board;
    for (const auto &[name, words] :
         {std::pair(u"en_US.aff"_s, "SET UTF-8\n"), std::pair(u"en_US.dic"_s, "3\nfor\nall\nusers\n")}) {
        QFile file(board.model.dictionaries.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(words);
    }
    board.model.spelling.setLanguage({});
    QTRY_COMPARE(board.model.spelling.language(), u"en_US"_s);
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Checkout fials for all users "_s);
    // The title of the incident is right by itself; the other word is named.
    QVERIFY(!board.checks().filter(u"Spelling: fials"_s).isEmpty());
    board.model.spelling.addWord(u"fials"_s);
    QVERIFY(board.checks().filter(u"Spelling"_s).isEmpty());
}

void TestStatusPanel::everyPartHasANameAndATip()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.choose(u"update/public"_s);
    test::checkPartNames(board.panel);
}

void TestStatusPanel::buttonsSayWhyNot()
{
    Board board;
    board.choose(u"update/public"_s);
    for (const QString &name : {u"statusNext"_s, u"statusRecord"_s}) {
        auto *button = board.part<QPushButton>(name);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Nothing is written yet."_s);
        QCOMPARE(button->accessibleDescription(), button->toolTip());
    }
    for (const QString &id : {u"status.next"_s, u"status.record"_s, u"status.ask"_s, u"status.approve"_s, u"status.discard"_s,
                              u"status.wentOut"_s, u"status.notOut"_s})
        QVERIFY2(!board.registry.whyNot(id).isEmpty(), qPrintable(id));
    QVERIFY(board.registry.problems().isEmpty());
}

void TestStatusPanel::narrowAndWide()
{
    Board board;
    board.fillPublic();
    const QString words = board.preview();
    board.panel.resize(300, 560);
    QCOMPARE(board.panel.width(), 300);
    QVERIFY(board.part<QListView>(u"statusAudiences"_s)->width() > 250);
    board.panel.resize(1100, 560);
    QVERIFY(board.part<QListView>(u"statusAudiences"_s)->width() < 400);
    QCOMPARE(board.preview(), words);
}

void TestStatusPanel::theKeyGoesToTheForm()
{
    Board board;
    QSignalSpy shown(&board.panel, &views::StatusPanel::showRequested);
    auto *pages = board.part<QTabWidget>(u"statusPages"_s);
    pages->setCurrentIndex(1);
    board.part<QListView>(u"statusAudiences"_s)->setFocus();
    QTest::keySequence(&board.panel, QKeySequence(u"Ctrl+Shift+R"_s));
    QCOMPARE(shown.size(), 1);
    QCOMPARE(pages->currentIndex(), 0);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-summary"_s);
}

void TestStatusPanel::tabComesToEverything()
{
    Board board;
    board.choose(u"update/public"_s);
    board.fill(u"summary"_s, u"Checkout fails"_s);
    board.part<QWidget>(u"statusFree"_s)->setFocus();
    QStringList stops;
    for (int stop = 0; stop < 40 && !stops.contains(u"statusFree"_s); ++stop) {
        board.press(Qt::Key_Tab);
        stops.append(QApplication::focusWidget()->objectName());
    }
    const auto place = [&stops](const char *name) { return stops.indexOf(QString::fromLatin1(name)); };
    QVERIFY2(place("statusAudiences") >= 0 && place("statusRecord") >= 0, qPrintable(stops.join(u'\n')));
    QVERIFY2(place("statusAudiences") < place("statusState"), qPrintable(stops.join(u'\n')));
    QCOMPARE(place("statusField-summary"), place("statusState") + 1);
    QVERIFY2(place("statusRecord") < place("statusAudiences"), qPrintable(stops.join(u'\n')));
}

// The window takes buttons and fields away where it only reads; here by hand.
void TestStatusPanel::tabComesToTheTextWhereNothingIsAsked()
{
    Board board;
    QWidget window;
    QLineEdit before(&window);
    QLineEdit after(&window);
    views::StatusForm form(board.model.spelling, board.theme, &window);
    QWidget::setTabOrder(&before, form.firstStop());
    models::StatusPage page;
    page.states = {u"Investigating"_s};
    form.show(page);
    QWidget *next = form.firstStop()->nextInFocusChain();
    while (!(next->focusPolicy() & Qt::TabFocus) || next->isHidden())
        next = next->nextInFocusChain();
    QCOMPARE(next->objectName(), u"statusFree"_s);
}

void TestStatusPanel::whereItOnlyReadsThereIsWhatWasSaid()
{
    Board board;
    auto *pages = board.part<QTabWidget>(u"statusPages"_s);
    auto *next = board.part<QPushButton>(u"statusNext"_s);
    next->hide();
    QVERIFY(!pages->isTabVisible(0));
    QCOMPARE(pages->currentWidget(), board.part(u"statusSaid"_s)->parentWidget());
    board.panel.firstFocus()->setFocus();
    next->show();
    QVERIFY(pages->isTabVisible(0));
    pages->setCurrentIndex(0);
    board.panel.firstFocus()->setFocus();
    QCOMPARE(QApplication::focusWidget()->objectName(), u"statusField-summary"_s);
}

// From the first key of the keyboard in the form until it is sent; the next one begins with its first letter.
void TestStatusPanel::itTellsWhileAnUpdateIsWritten()
{
    Board board(u"nine-step"_s, u"P1"_s);
    QSignalSpy told(board.panel.findChild<views::StatusWriting *>(), &views::StatusWriting::changed);
    const auto writes = [&told](qsizetype times, bool on) { return told.size() == times && told.last().at(0).toBool() == on; };
    board.choose(u"update/internal"_s);
    QTRY_VERIFY(writes(1, true));
    for (const QString &field : {u"status"_s, u"impact"_s, u"action"_s, u"eta"_s})
        board.fill(field, u"known"_s);
    QCOMPARE(told.size(), 1);
    board.commit();
    QCOMPARE(board.update(u"U1"_s)->state, Update::State::Sent);
    QTRY_VERIFY(writes(2, false));
    board.fill(u"status"_s, u"m"_s);
    QTRY_VERIFY(writes(3, true));
}

// What was sent is no news of another draft, whoever writes it.
void TestStatusPanel::aReceiptGoesWithTheNextDraft()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.choose(u"update/internal"_s);
    const auto send = [&board] {
        for (const QString &field : {u"status"_s, u"impact"_s, u"action"_s, u"eta"_s})
            board.fill(field, u"known"_s);
        board.commit();
    };
    send();
    QVERIFY2(board.text(u"statusNotice"_s).contains(u"Recorded as sent"_s), qPrintable(board.text(u"statusNotice"_s)));
    board.lines({u"news"_s}); // nothing about an update
    QVERIFY(board.part(u"statusNotice"_s)->isVisible());
    board.fill(u"status"_s, u"m"_s);
    QVERIFY(!board.part(u"statusNotice"_s)->isVisible());
    board.press(Qt::Key_Backspace);
    send();
    QVERIFY(board.part(u"statusNotice"_s)->isVisible());
    board.lines({u"@cy /draft internal Investigating status=slow impact=few action=look eta=soon"_s});
    QVERIFY2(!board.part(u"statusNotice"_s)->isVisible(), qPrintable(board.text(u"statusNotice"_s)));
}

// What nobody has begun lacks nothing yet; what was sent is left.
void TestStatusPanel::onlyWhatIsBegunIsMarked()
{
    Board board(u"nine-step"_s, u"P1"_s);
    QSignalSpy sent(&board.panel, &views::StatusPanel::sent);
    const auto marked = [&board] {
        const auto labels = board.panel.findChildren<QLabel *>();
        return std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u'▲') && label->text().endsWith(u"missing"_s);
        });
    };
    board.choose(u"update/internal"_s);
    QCOMPARE(marked(), 0);
    board.fill(u"status"_s, u"Looking"_s);
    QVERIFY(marked() > 0);
    for (const QString &field : {u"impact"_s, u"action"_s, u"eta"_s})
        board.fill(field, u"known"_s);
    QCOMPARE(marked(), 0);
    QVERIFY(sent.isEmpty());
    board.commit();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(marked(), 0);
}

void TestStatusPanel::theKeySaysWhatIsMissing()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.choose(u"update/internal"_s);
    board.commit();
    QString notice = board.text(u"statusNotice"_s);
    QVERIFY2(notice.startsWith(u"Nothing is written yet. Still missing: "_s) && notice.contains(u"Impact"_s), qPrintable(notice));
    board.fill(u"status"_s, u"Looking"_s);
    QVERIFY(!board.part(u"statusNotice"_s)->isVisible());
    board.commit();
    notice = board.text(u"statusNotice"_s);
    QVERIFY2(notice.startsWith(u"Not sent – missing: "_s) && notice.contains(u"Impact"_s), qPrintable(notice));
    QVERIFY(board.asked.isEmpty());
}

QTEST_MAIN(TestStatusPanel)
#include "tst_statuspanel.moc"
