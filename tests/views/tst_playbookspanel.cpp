// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "panelrig.h"
#include "partnames.h"
#include "playbooks/markdowntext.h"
#include "playbooks/playbookspanel.h"
#include "playbooks/playbooktextmodel.h"
#include "playbooks/playbookview.h"
#include "playbooksample.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::SamplePlaybook;
using fireline::views::PlaybooksPanel;
namespace p = fireline::models::playbooks;

namespace {

struct Models
{
    explicit Models(models::IncidentFeed &feed) : shelf(feed) { }
    models::PlaybooksModel shelf;
    models::PlaybookTextModel open{shelf};
    PlaybooksPanel panel(views::Theme &theme, views::TimeDisplay &times) { return PlaybooksPanel(shelf, open, theme, times); }
};

struct Desk : test::PanelRig<Models, PlaybooksPanel>
{
    explicit Desk(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : PanelRig(process, severity)
    {
        QObject::connect(&panel, &PlaybooksPanel::evidenceRequested, &panel,
                         [this](const Command &command, const QString &name, const QByteArray &bytes) {
                             kept.append({name, bytes});
                             Command filled = command;
                             filled.args.insert(u"sha256"_s, QString(64, u'b'));
                             filled.args.insert(u"name"_s, name);
                             filled.args.insert(u"bytes"_s, bytes.size());
                             if (const auto done = feed.execute(filled); !done)
                                 refusals.append(done.problem().text);
                         });
    }
    void fill(const QList<SamplePlaybook> &samples)
    {
        QList<ListRule> lists;
        QList<models::PlaybookText> texts;
        for (const SamplePlaybook &sample : samples) {
            lists.append(sample.list);
            texts.append(sample.text);
        }
        feed.setPlaybooks(lists);
        model.shelf.setTexts(texts);
    }
    /// By key, from the list.
    void open(const QString &title = u"Orders stand still"_s) const
    {
        for (int row = 0; row < model.shelf.rowCount(); ++row) {
            if (model.shelf.index(row).data() == title)
                list()->setCurrentIndex(model.shelf.index(row));
        }
        list()->setFocus();
        press(Qt::Key_Return);
        QCOMPARE(part<QLabel>(u"playbooksTitle"_s)->text(), title);
    }
    QListView *list() const { return part<QListView>(u"playbooksList"_s); }
    QListView *text() const { return part<QListView>(u"playbooksText"_s); }
    QString told() const { return part<QLabel>(u"playbooksTold"_s)->text(); }
    QString shown() const { return text()->currentIndex().data().toString(); }
    QString clipboard() const { return QGuiApplication::clipboard()->text(); }
    const ListRecord record(const QString &id) const { return feed.state().lists.value(id); }

    QList<QPair<QString, QByteArray>> kept;
};

const SamplePlaybook orders{test::ordersPlaybook};
const SamplePlaybook cache{test::cachePlaybook, u"/p/cache.md"_s};

} // namespace

class TestPlaybooksPanel : public QObject
{
    Q_OBJECT
private slots:
    void aPlaybookIsFoundOpenedAndFollowed_data() { test::addProcesses(); }
    void aPlaybookIsFoundOpenedAndFollowed();
    void typingInTheListSearches();
    void commandsAreCopiedOneAfterTheOther();
    void outputIsKeptWithItsStep();
    void aPictureIsKeptWithItsStep();
    void nothingOnTheClipboardIsTold();
    void aStepIsSkippedWithAReason();
    void aPlaybookIsStarted();
    void arrowsAndEscape();
    void emptyStatesHaveOneSentenceAndOneButton();
    void keysSayWhyTheyDoNothing();
    void theOpenOneGoes();
    void nothingIsFetched();
    void hostileTextsAreShown_data();
    void hostileTextsAreShown();
    void aHugePlaybookOpensPieceByPiece();
    void everythingHasAName();
};

// From the search to the last step, in all five processes, by keys alone.
void TestPlaybooksPanel::aPlaybookIsFoundOpenedAndFollowed()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Desk desk(process, severity);
    desk.fill({cache, orders});
    desk.registry.action(u"playbooks.find"_s)->trigger();
    desk.type(u"locks"_s);
    QCOMPARE(desk.model.shelf.rowCount(), 1);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.text()->hasFocus());
    QCOMPARE(desk.shown(), u"See `top -b` and `df -h`"_s);
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.record(u"playbook.orders"_s).items.size(), 1);
    QCOMPARE(desk.record(u"playbook.orders"_s).items.first().by, u"ana"_s);
    desk.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(desk.shown(), u"Count the locks"_s);
    desk.press(Qt::Key_X);
    desk.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(desk.shown(), u"End the session"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.record(u"playbook.orders"_s).items.size(), 3);
    QCOMPARE(desk.panel.windowTitle(), u"Playbook: 3 of 3 done"_s);
    desk.press(Qt::Key_Space); // taken back
    QCOMPARE(desk.record(u"playbook.orders"_s).items.size(), 2);
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.list()->hasFocus());
    QCOMPARE(desk.list()->currentIndex().data(p::StateRole).toInt(), int(p::Running));
    QCOMPARE(desk.part<QLineEdit>(u"playbooksSearch"_s)->text(), u"locks"_s); // Esc loses no text
}

void TestPlaybooksPanel::typingInTheListSearches()
{
    Desk desk;
    desk.fill({cache, orders});
    QVERIFY(desk.list()->hasFocus());
    desk.press(Qt::Key_C);
    desk.type(u"old"_s);
    QCOMPARE(desk.part<QLineEdit>(u"playbooksSearch"_s)->text(), u"cold"_s);
    QCOMPARE(desk.model.shelf.rowCount(), 1);
    desk.press(Qt::Key_Down);
    QVERIFY(desk.list()->hasFocus());
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.part<QLabel>(u"playbooksTitle"_s)->text(), u"The cache is cold"_s);
}

void TestPlaybooksPanel::commandsAreCopiedOneAfterTheOther()
{
    Desk desk;
    desk.fill({orders});
    desk.open();
    desk.press(Qt::Key_C);
    QCOMPARE(desk.clipboard(), u"top -b"_s);
    QCOMPARE(desk.told(), u"Copied 1 of 2: top -b"_s);
    desk.press(Qt::Key_C);
    QCOMPARE(desk.clipboard(), u"df -h"_s);
    desk.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(desk.clipboard(), u"top -b"_s);
    desk.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(desk.told(), QString());
    desk.press(Qt::Key_C); // the block below the step
    QCOMPARE(desk.clipboard(), u"select 1;"_s);
    desk.press(Qt::Key_Down, Qt::AltModifier);
    desk.press(Qt::Key_C); // no command: the clipboard stays
    QCOMPARE(desk.clipboard(), u"select 1;"_s);
    QVERIFY(desk.asked.isEmpty());
}

void TestPlaybooksPanel::outputIsKeptWithItsStep()
{
    Desk desk;
    desk.fill({orders});
    desk.open();
    desk.press(Qt::Key_Down, Qt::AltModifier);
    QGuiApplication::clipboard()->setText(u"42 locks\nwaiting\n"_s);
    desk.press(Qt::Key_V);
    QCOMPARE(desk.kept.size(), 1);
    QCOMPARE(desk.kept.first().first, u"step 2.txt"_s);
    QCOMPARE(desk.kept.first().second, QByteArray("42 locks\nwaiting\n"));
    const Entry &entry = desk.feed.state().entries.last();
    QCOMPARE(entry.sha256, QString(64, u'b'));
    QVERIFY(entry.evidence);
    QVERIFY(entry.text.contains(u"Count the locks"));
    // Its row is below the step; Enter on it goes to the entry.
    QSignalSpy gone(&desk.panel, &PlaybooksPanel::eventRequested);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.text()->currentIndex().data(p::PartRole).toInt(), int(p::Evidence));
    desk.press(Qt::Key_Return);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone.first().first().toString(), entry.eventId);
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u' ')));
}

void TestPlaybooksPanel::aPictureIsKeptWithItsStep()
{
    Desk desk;
    desk.fill({orders});
    desk.open();
    QImage image(4, 3, QImage::Format_RGB32);
    image.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(image);
    desk.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(desk.kept.size(), 1);
    QCOMPARE(desk.kept.first().first, u"step 1.png"_s);
    QCOMPARE(QImage::fromData(desk.kept.first().second).size(), QSize(4, 3));
}

void TestPlaybooksPanel::nothingOnTheClipboardIsTold()
{
    Desk desk;
    desk.fill({orders});
    desk.open();
    QGuiApplication::clipboard()->setText(u"  \n"_s);
    desk.press(Qt::Key_V);
    QVERIFY(desk.kept.isEmpty());
    QVERIFY(desk.told().contains(u"Copy the output first"));
    QVERIFY(desk.sees(u"playbooksTold"_s));
}

void TestPlaybooksPanel::aStepIsSkippedWithAReason()
{
    Desk desk;
    desk.fill({orders});
    QSignalSpy lines(&desk.panel, &PlaybooksPanel::entryRequested);
    desk.open();
    desk.press(Qt::Key_S);
    QCOMPARE(lines.size(), 1);
    desk.lines({lines.first().first().toString() + u"no rights there"_s});
    QCOMPARE(desk.text()->model()->index(1, 0).data(p::StepStateRole).toInt(), int(p::Skipped));
    QCOMPARE(desk.text()->model()->index(1, 0).data(p::WhyRole).toString(), u"no rights there"_s);
    desk.text()->setCurrentIndex(desk.text()->model()->index(1, 0));
    desk.press(Qt::Key_S);
    QCOMPARE(lines.size(), 1);
}

void TestPlaybooksPanel::aPlaybookIsStarted()
{
    Desk desk;
    desk.fill({orders});
    desk.open();
    QVERIFY(desk.sees(u"playbooksStart"_s));
    desk.press(Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"playbooksStart"_s);
    desk.press(Qt::Key_Space);
    QVERIFY(desk.record(u"playbook.orders"_s).startedAt.isSet());
    QVERIFY(!desk.sees(u"playbooksStart"_s));
    QVERIFY(desk.registry.whyNot(u"playbooks.start"_s).contains(u"started already"));
}

void TestPlaybooksPanel::arrowsAndEscape()
{
    Desk desk;
    desk.fill({cache, orders});
    desk.press(Qt::Key_Down);
    const QString title = desk.list()->currentIndex().data().toString();
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.part<QLabel>(u"playbooksTitle"_s)->text(), title);
    desk.press(Qt::Key_Backspace);
    QVERIFY(desk.list()->hasFocus());
    QVERIFY(!desk.sees(u"playbooksTitle"_s));
    QCOMPARE(desk.list()->currentIndex().data().toString(), title);
}

void TestPlaybooksPanel::emptyStatesHaveOneSentenceAndOneButton()
{
    Desk desk(u"community-hub"_s, u"P1"_s);
    QCOMPARE(desk.model.shelf.rowCount(), 0);
    QCOMPARE(desk.part<QLabel>(u"playbooksNothingText"_s)->text(),
             u"There are no playbooks yet. Put Markdown files into the folder."_s);
    QSignalSpy folder(&desk.panel, &PlaybooksPanel::folderRequested);
    auto *button = desk.part<QPushButton>(u"playbooksNothing"_s);
    QVERIFY(button->isVisible());
    button->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(folder.size(), 1);
    desk.fill({cache});
    QVERIFY(!button->isVisible());
    desk.registry.action(u"playbooks.find"_s)->trigger();
    desk.type(u"zebra"_s);
    QCOMPARE(desk.part<QLabel>(u"playbooksNothingText"_s)->text(), u"0 of 1 playbooks shown."_s);
    desk.press(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), button);
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.model.shelf.rowCount(), 1);
    QVERIFY(desk.part<QLineEdit>(u"playbooksSearch"_s)->text().isEmpty());
}

void TestPlaybooksPanel::keysSayWhyTheyDoNothing()
{
    Desk desk;
    desk.fill({orders});
    for (const QString &id :
         {u"playbooks.tick"_s, u"playbooks.skip"_s, u"playbooks.copy"_s, u"playbooks.keep"_s, u"playbooks.start"_s})
        QVERIFY2(!desk.registry.whyNot(id).isEmpty(), qPrintable(id));
    desk.open();
    for (const QString &id :
         {u"playbooks.tick"_s, u"playbooks.skip"_s, u"playbooks.copy"_s, u"playbooks.keep"_s, u"playbooks.start"_s})
        QVERIFY2(desk.registry.whyNot(id).isEmpty(), qPrintable(id + u": "_s + desk.registry.whyNot(id)));
    QVERIFY(desk.registry.problems().isEmpty());
}

void TestPlaybooksPanel::theOpenOneGoes()
{
    Desk desk;
    desk.fill({orders, cache});
    desk.open(u"The cache is cold"_s);
    desk.fill({orders});
    QVERIFY(desk.list()->hasFocus());
    QCOMPARE(desk.told(), u"“The cache is cold” is not in the folder any more."_s);
}

// A picture or a link in a playbook reads no file and no address.
void TestPlaybooksPanel::nothingIsFetched()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"p.png"_s);
    QImage image(300, 300, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(path));
    views::MarkdownText document;
    document.setText(u"![alt](file://%1) <img src=\"file://%1\"> [words](https://example.org/x)"_s.arg(path), false);
    document.setTextWidth(400);
    QVERIFY(document.size().height() < 200);
    QVERIFY(document.toPlainText().contains(u"alt"));
    QVERIFY(document.toPlainText().contains(u"words"));
    QVERIFY(document.resource(QTextDocument::ImageResource, QUrl::fromLocalFile(path)).isNull());
    QVERIFY(document.resource(QTextDocument::StyleSheetResource, QUrl(u"https://example.org/s.css"_s)).isNull());
}

void TestPlaybooksPanel::hostileTextsAreShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes in quotes") << QString(8000, u'>');
    QTest::newRow("quotes with blanks") << u"> "_s.repeated(4000);
    QTest::newRow("lists in lists") << u"- "_s.repeated(4000) + u"x"_s;
    QTest::newRow("numbers in numbers") << u"1. "_s.repeated(2600) + u"x"_s;
    QTest::newRow("brackets") << QString(8000, u'[');
    QTest::newRow("links") << u"[a]("_s.repeated(2000);
    QTest::newRow("stars") << u"*a "_s.repeated(2600);
    QTest::newRow("backticks") << QString(8000, u'`');
    QTest::newRow("a wide table") << u"|a"_s.repeated(2000) + u"|\n"_s + u"|-"_s.repeated(2000) + u"|\n"_s;
    QTest::newRow("a long word") << QString(8000, u'x');
    QTest::newRow("a deep list") << [] {
        QString text;
        for (int i = 0; i < 120; ++i)
            text += QString(i * 2, u' ') + u"- x\n"_s;
        return text;
    }();
}

void TestPlaybooksPanel::hostileTextsAreShown()
{
    QFETCH(QString, text);
    views::MarkdownText document; // one that takes for ever meets the limit of the whole test
    document.setText(text, false);
    document.setTextWidth(300);
    QVERIFY(document.size().height() > 0);
}

// The largest file that is read: it is laid out piece by piece, and a tick in it is no wait either.
void TestPlaybooksPanel::aHugePlaybookOpensPieceByPiece()
{
    QByteArray huge = "---\nid: huge\ntitle: Huge\n---\n";
    for (int i = 0; i < 300; ++i)
        huge += "- Step **" + QByteArray::number(i) + "** with `code` in it\n\n" + QByteArray("many words ").repeated(60)
                + "\n\n## Part\n";
    Desk desk;
    desk.fill({SamplePlaybook(huge)});
    desk.open(u"Huge"_s);
    QApplication::sendPostedEvents();
    QCOMPARE(desk.text()->layoutMode(), QListView::Batched);
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.record(u"playbook.huge"_s).items.size(), 1);
}

void TestPlaybooksPanel::everythingHasAName()
{
    Desk desk;
    desk.fill({orders});
    test::checkPartNames(desk.panel);
    desk.open();
    test::checkPartNames(desk.panel);
    for (int row = 0; row < desk.text()->model()->rowCount(); ++row)
        QVERIFY(!desk.text()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

QTEST_MAIN(TestPlaybooksPanel)
#include "tst_playbookspanel.moc"
