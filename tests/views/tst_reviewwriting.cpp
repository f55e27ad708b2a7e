// SPDX-License-Identifier: GPL-3.0-or-later
#include "partnames.h"
#include "review/sectioneditor.h"
#include "reviewrig.h"
#include "sectionexport.h"
#include "spelling/spelling.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
namespace r = fireline::models::review;

namespace {

constexpr QSize wide(1100, 620);
constexpr QSize high(560, 640);
constexpr QSize small(400, 360);

/// The review panel as the window has it: the preview is made by the export.
struct Desk : test::ReviewRig
{
    explicit Desk(QSize size = wide, views::Spelling *spelling = nullptr)
    {
        const auto html = [this](const QString &text) {
            return session::sectionPreview(text, feed.state(), feed.process(), feed.now(), pictures).html;
        };
        panel.setTools({spelling, html, [this](const QString &sha256) { return images.value(sha256); }});
        panel.resize(size);
    }
    QPlainTextEdit *text() const { return part<QPlainTextEdit>(u"reviewForm_text"_s); }
    QTextBrowser *preview() const { return part<QTextBrowser>(u"reviewPreview"_s); }
    QListView *outline() const { return part<QListView>(u"reviewOutline"_s); }
    void write(const QString &section)
    {
        select(r::Section, section);
        press(Qt::Key_Return);
        QVERIFY(text()->hasFocus());
    }
    void command(const QString &id) const
    {
        QVERIFY2(why(id).isEmpty(), qPrintable(why(id)));
        registry.action(id)->trigger();
    }
    QString focus() const { return QApplication::focusWidget()->objectName(); }

    session::Pictures pictures;
    QHash<QString, QImage> images;
};

} // namespace

/// A section on a page of its own: text, outline, preview, and what the record gives.
class TestReviewWriting : public QObject
{
    Q_OBJECT
private slots:
    void aSectionHasTheRoom();
    void thereIsRoomForTheTextAtAnySize_data();
    void thereIsRoomForTheTextAtAnySize();
    void thePreviewTakesThePlaceOfTheText();
    void thePreviewFollowsTheText();
    void hostileWordsAreShownAndNothingMore();
    void theOutlineLeadsToTheOthers();
    void sectionsAreTurnedByKeys();
    void headingsAreGoneToByKeys();
    void aRowOfTheTimelineIsPutIn();
    void whatIsBoundStandsOnLinesOfItsOwn();
    void aPictureOfTheRecordIsSeen();
    void aPieceIsTakenAnew();
    void tabGoesThroughThePage();
    void theChooserIsLeftWithoutLoss();
    void wrongWordsAreUnderlined();
    void otherFormsHaveNoPreview();
    void everythingHasAName_data();
    void everythingHasAName();
};

void TestReviewWriting::aSectionHasTheRoom()
{
    Desk desk;
    desk.write(u"Root Cause"_s);
    QVERIFY(!desk.list()->isVisible());
    QVERIFY(!desk.table()->isVisible());
    QTRY_VERIFY(desk.text()->height() > desk.panel.height() * 6 / 10);
    QCOMPARE(desk.outline()->currentIndex().data(r::IdRole).toString(), u"Root Cause"_s);
    desk.type(u"nobody could pay"_s);
    desk.keep();
    QCOMPARE(desk.section(u"Root Cause"_s), u"nobody could pay"_s);
    QVERIFY(desk.list()->hasFocus());
    QVERIFY(desk.table()->isVisible());
    QVERIFY(!desk.outline()->isVisible());
}

void TestReviewWriting::thereIsRoomForTheTextAtAnySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("outline");
    QTest::addColumn<bool>("preview");
    QTest::addColumn<bool>("beside");
    QTest::newRow("wide") << wide << true << true << true;
    QTest::newRow("high") << high << true << true << false;
    QTest::newRow("small") << small << false << false << false;
}

void TestReviewWriting::thereIsRoomForTheTextAtAnySize()
{
    QFETCH(QSize, size);
    QFETCH(bool, outline);
    QFETCH(bool, preview);
    QFETCH(bool, beside);
    Desk desk(size);
    desk.write(u"Root Cause"_s);
    QTRY_COMPARE(desk.preview()->isVisible(), preview);
    QCOMPARE(desk.outline()->isVisible(), outline);
    const auto at = [&](QWidget *part) { return part->mapTo(&desk.panel, QPoint()); };
    if (preview && beside)
        QTRY_VERIFY(at(desk.preview()).x() >= at(desk.text()).x() + desk.text()->width());
    else if (preview)
        QTRY_VERIFY(at(desk.preview()).y() >= at(desk.text()).y() + desk.text()->height());
    QVERIFY(desk.text()->width() >= 200);
}

void TestReviewWriting::thePreviewTakesThePlaceOfTheText()
{
    Desk desk(small);
    desk.write(u"Root Cause"_s);
    desk.type(u"nobody **could** pay"_s);
    desk.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.preview()->isVisible());
    QVERIFY(desk.preview()->hasFocus());
    QVERIFY(!desk.text()->isVisible());
    QCOMPARE(desk.preview()->toPlainText().trimmed(), u"nobody could pay"_s);
    desk.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.text()->hasFocus());
    QCOMPARE(desk.text()->toPlainText(), u"nobody **could** pay"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.list()->hasFocus());
    desk.write(u"Root Cause"_s);
    QCOMPARE(desk.text()->toPlainText(), u"nobody **could** pay"_s);
}

void TestReviewWriting::thePreviewFollowsTheText()
{
    Desk desk;
    desk.lines({u"/why the pool was small"_s});
    desk.write(u"Root Cause"_s);
    QVERIFY(desk.preview()->toPlainText().contains(u"Nothing is written yet"_s));
    desk.text()->insertPlainText(u"## Who\n\n| where | what |\n|---|---|\n| Europe | **all** |\n\n{{whys}}"_s);
    QTRY_VERIFY(desk.preview()->toPlainText().contains(u"the pool was small"_s));
    const QString html = desk.preview()->toHtml();
    QVERIFY(html.contains(u"<table"_s) && html.contains(u"<h3"_s));
    QVERIFY(!desk.preview()->toPlainText().contains(u"**"_s));
    desk.lines({u"/why nobody measured it"_s}); // bound to the record
    QTRY_VERIFY(desk.preview()->toPlainText().contains(u"nobody measured it"_s));
    desk.text()->insertPlainText(u"\n\n{{factors}}\n"_s); // the record holds none, which says nothing of whether there are any
    QTRY_VERIFY(desk.preview()->toPlainText().contains(u"not recorded: /factor …"_s));
}

void TestReviewWriting::hostileWordsAreShownAndNothingMore()
{
    Desk desk;
    desk.write(u"Root Cause"_s);
    desk.text()->insertPlainText(
        u"<b onclick=x>bold</b> ![spy](https://evil.example/a.png) [here](file:///etc/passwd) [w](https://a.example/x)"_s);
    QTRY_VERIFY(desk.preview()->toPlainText().contains(u"<b onclick=x>bold</b>"_s));
    const QString read = desk.preview()->toPlainText();
    QVERIFY2(read.contains(u"not shown: https://evil.example/a.png"_s), qPrintable(read));
    QVERIFY(read.contains(u"here (file:///etc/passwd)"_s));
    QVERIFY(read.contains(u"w (https://a.example/x)"_s));
    QVERIFY(!desk.preview()->toHtml().contains(u"<img"_s));
    QVERIFY(!desk.preview()->openLinks());
    QVERIFY(desk.preview()->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isNull());
    QVERIFY(desk.preview()->loadResource(QTextDocument::ImageResource, QUrl(u"https://evil.example/a.png"_s)).isNull());
}

void TestReviewWriting::theOutlineLeadsToTheOthers()
{
    Desk desk;
    desk.write(u"Executive Summary"_s);
    desk.type(u"half a thought"_s);
    desk.outline()->setFocus();
    desk.press(Qt::Key_Down);
    const QString next = desk.outline()->currentIndex().data(r::IdRole).toString();
    QVERIFY(next != u"Executive Summary"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.text()->hasFocus());
    QVERIFY(!desk.text()->toPlainText().contains(u"half"_s));
    desk.type(u"whole"_s);
    desk.keep();
    QVERIFY(desk.section(next).startsWith(u"whole"_s));
    QVERIFY(desk.section(u"Executive Summary"_s).isEmpty());
    QVERIFY(desk.part<QLabel>(u"reviewWaitingText"_s)->text().contains(u"Executive Summary"_s));
}

void TestReviewWriting::sectionsAreTurnedByKeys()
{
    Desk desk;
    desk.write(u"Executive Summary"_s);
    desk.type(u"half a thought"_s);
    desk.press(Qt::Key_PageDown, Qt::ControlModifier);
    const QString next = desk.outline()->currentIndex().data(r::IdRole).toString();
    QVERIFY(next != u"Executive Summary"_s);
    QVERIFY(desk.text()->hasFocus());
    desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(desk.outline()->currentIndex().data(r::IdRole).toString(), u"Executive Summary"_s);
    QCOMPARE(desk.text()->toPlainText(), u"half a thought"_s);
    desk.press(Qt::Key_PageUp, Qt::ControlModifier); // there is none before
    QCOMPARE(desk.text()->toPlainText(), u"half a thought"_s);
    QVERIFY(desk.asked.isEmpty());
}

void TestReviewWriting::headingsAreGoneToByKeys()
{
    Desk desk;
    desk.write(u"Root Cause"_s);
    QVERIFY(desk.why(u"review.nextHeading"_s).contains(u"no heading"_s));
    desk.text()->insertPlainText(u"## The *pool*\n\nsmall\n\n```\n# a comment\n```\n\nThe load\n---\n\n### At noon ###\nhigh"_s);
    const auto headings = [&] { return test::textsOf(*desk.outline()->model(), Qt::DisplayRole, {{r::KindRole, r::Passage}}); };
    QTRY_COMPARE(headings(), (QStringList{u"The pool"_s, u"The load"_s, u"At noon"_s}));
    const auto line = [&] { return desk.text()->textCursor().block().text(); };
    const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
    for (const QString &next : {u"## The *pool*"_s, u"The load"_s, u"### At noon ###"_s, u"## The *pool*"_s}) { // behind the last
        desk.press(Qt::Key_PageDown, both);
        QCOMPARE(line(), next);
        QVERIFY(desk.text()->hasFocus());
    }
    desk.press(Qt::Key_PageUp, both);
    QCOMPARE(line(), u"### At noon ###"_s);
    desk.press(Qt::Key_PageUp, both);
    QCOMPARE(line(), u"The load"_s);
    // And from the outline, where they stand below their section.
    desk.outline()->setFocus();
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.outline()->currentIndex().data().toString(), u"The pool"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(line(), u"## The *pool*"_s);
    QVERIFY(desk.text()->hasFocus());
    desk.press(Qt::Key_PageDown, Qt::ControlModifier); // sections are turned past them
    QTRY_COMPARE(headings(), QStringList());
    QCOMPARE(desk.outline()->currentIndex().data(r::IdRole).toString(), u"Impact"_s);
}

void TestReviewWriting::aRowOfTheTimelineIsPutIn()
{
    Desk desk;
    desk.lines({u"/decision fail over <now>"_s, u"/note nothing else"_s});
    const Entry &entry = desk.feed.state().entries.at(desk.feed.state().entries.size() - 2);
    desk.write(u"Root Cause"_s);
    desk.type(u"We decided:"_s);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(desk.focus(), u"reviewSourceWords"_s);
    desk.type(u"FAIL over"_s);
    QCOMPARE(desk.part<QListView>(u"reviewSources"_s)->model()->rowCount(), 1);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.text()->hasFocus());
    const QString ref = u"E%1"_s.arg(desk.feed.state().entries.size() - 1);
    QCOMPARE(desk.text()->toPlainText(), u"We decided: [%1](fireline:%2)"_s.arg(ref, entry.eventId));
    QTRY_VERIFY(desk.preview()->toPlainText().contains(u"fail over <now>"_s));
    // As it stands then: a correction shows here too.
    desk.lines({u"/correct #%1 text=\"fail over to B\""_s.arg(ref)});
    QTRY_VERIFY(desk.preview()->toPlainText().contains(u"fail over to B (corrected)"_s));
}

void TestReviewWriting::whatIsBoundStandsOnLinesOfItsOwn()
{
    Desk desk;
    desk.write(u"Root Cause"_s);
    desk.type(u"First this"_s);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    desk.press(Qt::Key_Down); // the second of those that are bound
    desk.press(Qt::Key_Return);
    desk.type(u"then that"_s);
    desk.keep();
    QCOMPARE(desk.section(u"Root Cause"_s), u"First this\n\n{{impact}}\nthen that"_s);
}

void TestReviewWriting::aPictureOfTheRecordIsSeen()
{
    Desk desk;
    const QString sha256(64, u'a');
    Command attach;
    attach.verb = Verb::Attach;
    attach.args = {{u"sha256"_s, sha256}, {u"name"_s, u"graph-1.png"_s}, {u"bytes"_s, 4}, {u"text"_s, u"the load"_s}};
    desk.does(attach);
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
    desk.write(u"Root Cause"_s);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    desk.type(u"graph-1"_s);
    desk.press(Qt::Key_Return);
    QVERIFY2(desk.text()->toPlainText().contains(u"![Attachment graph-1.png the load](fireline:"_s),
             qPrintable(desk.text()->toPlainText()));
    // While it is not there, it is said.
    QTRY_VERIFY(desk.preview()->toPlainText().contains(u"graph-1.png"_s));
    QVERIFY(!desk.preview()->toHtml().contains(u"<img"_s));
    QImage image(2000, 100, QImage::Format_RGB32);
    image.fill(Qt::red);
    desk.images.insert(sha256, image);
    desk.pictures.insert(sha256, "shown");
    desk.panel.showAgain();
    QTRY_VERIFY(desk.preview()->toHtml().contains(u"<img src=\"fireline:"_s + sha256));
    const auto shown = desk.preview()->loadResource(QTextDocument::ImageResource, QUrl(u"fireline:"_s + sha256)).value<QImage>();
    QVERIFY(!shown.isNull());
    QVERIFY(shown.width() <= desk.preview()->viewport()->width());
}

void TestReviewWriting::aPieceIsTakenAnew()
{
    Desk desk;
    desk.lines({u"/why the pool was small"_s});
    desk.write(u"Root Cause"_s);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    desk.type(u"whys, as of now"_s);
    desk.press(Qt::Key_Return);
    QVERIFY2(desk.text()->toPlainText().startsWith(u"{{frozen whys "_s), qPrintable(desk.text()->toPlainText()));
    QTRY_COMPARE(desk.preview()->toPlainText().trimmed(), u"the pool was small"_s);
    QVERIFY(!desk.sees(u"reviewOutdated"_s));
    desk.lines({u"/why nobody measured it"_s});
    QTRY_VERIFY(desk.sees(u"reviewOutdated"_s));
    QVERIFY(desk.part<QLabel>(u"reviewOutdated"_s)->text().contains(u"the whys"_s));
    QVERIFY(!desk.text()->toPlainText().contains(u"nobody measured"_s)); // nothing changes by itself
    desk.part<QPushButton>(u"reviewRefresh"_s)->setFocus();
    desk.press(Qt::Key_Space);
    QVERIFY(desk.text()->toPlainText().contains(u"2. nobody measured it"_s));
    QVERIFY(desk.text()->hasFocus());
    QVERIFY(!desk.sees(u"reviewOutdated"_s));
    desk.press(Qt::Key_Z, Qt::ControlModifier); // one step
    QVERIFY(!desk.text()->toPlainText().contains(u"nobody measured"_s));
    QTRY_VERIFY(desk.sees(u"reviewOutdated"_s));
}

void TestReviewWriting::tabGoesThroughThePage()
{
    Desk desk;
    desk.write(u"Root Cause"_s);
    desk.press(Qt::Key_PageDown, Qt::ControlModifier); // the form is made anew
    QStringList stops;
    for (int i = 0; i < 4; ++i) {
        stops.append(desk.focus());
        desk.press(Qt::Key_Tab);
    }
    QCOMPARE(stops, (QStringList{u"reviewForm_text"_s, u"reviewFormSend"_s, u"reviewFormAside"_s, u"reviewPreview"_s}));
    desk.text()->setFocus();
    stops.clear();
    for (int i = 0; i < 4; ++i) {
        stops.append(desk.focus());
        desk.press(Qt::Key_Tab, Qt::ShiftModifier);
    }
    QCOMPARE(stops, (QStringList{u"reviewForm_text"_s, u"reviewTurn"_s, u"reviewInsert"_s, u"reviewOutline"_s}));
}

void TestReviewWriting::theChooserIsLeftWithoutLoss()
{
    Desk desk(small);
    desk.write(u"Root Cause"_s);
    desk.type(u"half a thought"_s);
    desk.part<QPushButton>(u"reviewInsert"_s)->click();
    QCOMPARE(desk.focus(), u"reviewSourceWords"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.text()->hasFocus());
    QCOMPARE(desk.text()->toPlainText(), u"half a thought"_s);
    desk.type(u", and more"_s);
    desk.keep();
    QCOMPARE(desk.section(u"Root Cause"_s), u"half a thought, and more"_s);
}

void TestReviewWriting::wrongWordsAreUnderlined()
{
    QTemporaryDir folder;
    const QList<QPair<QString, QByteArray>> files{{u"en_US.aff"_s, QByteArrayLiteral("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n")},
                                                  {u"en_US.dic"_s, QByteArrayLiteral("3\ncheckout\nfailed\nthe\n")}};
    for (const auto &[name, bytes] : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    views::Spelling spelling({folder.path()});
    spelling.setLanguage(u"en_US"_s);
    QTRY_COMPARE(spelling.language(), u"en_US"_s);
    Desk desk(wide, &spelling);
    desk.write(u"Root Cause"_s);
    desk.type(u"the chekcout failed "_s);
    const auto wrong = [&] {
        QStringList words;
        const QTextBlock block = desk.text()->document()->firstBlock();
        for (const QTextLayout::FormatRange &range : block.layout()->formats())
            words.append(block.text().mid(range.start, range.length));
        return words;
    };
    QTRY_COMPARE(wrong(), QStringList{u"chekcout"_s});
    desk.press(Qt::Key_Home);
    for (int i = 0; i < 6; ++i)
        desk.press(Qt::Key_Right);
    const QPoint middle = desk.text()->rect().center();
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, middle, desk.text()->mapToGlobal(middle));
    QApplication::sendEvent(desk.text(), &menuKey);
    auto *menu = desk.text()->findChild<QMenu *>(u"spellMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().first()->text(), u"checkout"_s);
    menu->actions().first()->trigger();
    menu->close();
    QCOMPARE(desk.text()->toPlainText(), u"the checkout failed "_s);
}

void TestReviewWriting::otherFormsHaveNoPreview()
{
    Desk desk;
    desk.press(Qt::Key_W);
    QVERIFY(desk.sees(u"reviewForm"_s));
    QVERIFY(desk.list()->isVisible());
    QVERIFY(!desk.outline()->isVisible());
    QVERIFY(!desk.preview()->isVisible());
    QVERIFY(!desk.why(u"review.insert"_s).isEmpty());
    desk.press(Qt::Key_Escape);
    // And the other way round: what asks for a why while a section is open keeps its words.
    desk.write(u"Root Cause"_s);
    desk.type(u"half a thought"_s);
    desk.command(u"review.why"_s);
    QVERIFY(desk.list()->isVisible());
    QVERIFY(!desk.outline()->isVisible());
    desk.press(Qt::Key_Escape);
    desk.write(u"Root Cause"_s);
    QCOMPARE(desk.text()->toPlainText(), u"half a thought"_s);
}

void TestReviewWriting::everythingHasAName_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << wide;
    QTest::newRow("high") << high;
    QTest::newRow("small") << small;
}

void TestReviewWriting::everythingHasAName()
{
    QFETCH(QSize, size);
    Desk desk(size);
    desk.write(u"Root Cause"_s);
    test::checkPartNames(desk.panel);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    test::checkPartNames(desk.panel);
}

QTEST_MAIN(TestReviewWriting)
#include "tst_reviewwriting.moc"
