// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "bundle.h"
#include "livewindow.h"
#include "log/logroles.h"
#include "madeincident.h"
#include "report/reviewstatus.h"
#include "review/reviewpanel.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool gateWaitsForExport(LiveWindow &live)
{
    for (const auto &need :
         domain::closingNeeds(domain::Act::Close, {live.feed().state(), live.feed().process(), live.feed().now()})) {
        if (need.system == "review.exported"_L1)
            return !need.met;
    }
    return false;
}

/// Chooses a file in the dialog that is open, as a person does.
void choose(LiveWindow &live, const QString &path)
{
    auto *dialog = live.window()->findChild<QFileDialog *>(u"saveDialog"_s);
    QVERIFY(dialog);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
}

} // namespace

/// Documents leave the window whole, and a gate that waits for one opens (SRE-25).
class TestWindowExport : public QObject
{
    Q_OBJECT
private slots:
    void theReviewIsExported();
    void aSectionShowsAPictureOfTheRecord();
    void theTimelineIsExported_data();
    void theTimelineIsExported();
    void whatCannotBeWrittenIsSaid();
    void theEvidenceIsExported();
    void whoLooksOnTakesACopyAndWritesNothing();
    void aWindowThatClosesWaitsForNoFile();
    void anAuditorReadsVerifiesAndTakesTheLog();

private:
    views::Theme m_theme;
};

void TestWindowExport::theReviewIsExported()
{
    QTemporaryDir folder;
    LiveWindow live(m_theme, LiveWindow::Setup{});
    QVERIFY(gateWaitsForExport(live));
    auto *panel = live.window()->findChild<QPushButton *>(u"reviewExport"_s);
    QVERIFY(panel);
    panel->click();
    const QString path = folder.filePath(u"review.pdf"_s);
    choose(live, path);
    QTRY_VERIFY(!gateWaitsForExport(live));
    QVERIFY(contentOf(path).startsWith("%PDF-"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"review.pdf"_s}); // nothing half-written beside it
}

// In the preview, while it is written, as it will be in the document.
void TestWindowExport::aSectionShowsAPictureOfTheRecord()
{
    QTemporaryDir folder;
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::darkRed);
    QVERIFY(image.save(folder.filePath(u"load.png"_s)));
    LiveWindow live(m_theme, LiveWindow::Setup{});
    live.quickEntry()->setFocus();
    QTest::keyClicks(live.quickEntry(), u"/attach %1 "_s.arg(folder.filePath(u"load.png"_s)));
    QTest::keyClick(live.quickEntry(), Qt::Key_Return);
    const auto attached = [&] { return live.feed().state().entries.last().sha256; };
    QTRY_VERIFY(!attached().isEmpty());
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    auto *panel = live.window()->findChild<views::ReviewPanel *>();
    QVERIFY(live.incident().window().docks().focus(u"review"_s));
    panel->showSection(u"postmortem"_s, u"Root Cause"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+R"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"load.png"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto *preview = panel->findChild<QTextBrowser *>(u"reviewPreview"_s);
    if (!preview->isVisible())
        QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+Shift+V"_s));
    QTRY_VERIFY(preview->toHtml().contains(u"<img src=\"fireline:"_s + attached()));
    const QUrl name(u"fireline:"_s + attached());
    QCOMPARE(preview->loadResource(QTextDocument::ImageResource, name).value<QImage>().size(), QSize(40, 30));
}

void TestWindowExport::theTimelineIsExported_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("contains");
    QTest::newRow("markdown") << u"file.print"_s << u"a.md"_s << QByteArray("# Checkout fails in Europe");
    QTest::newRow("html") << u"file.print"_s << u"a.html"_s << QByteArray("<title>Checkout fails in Europe</title>");
    QTest::newRow("csv") << u"file.print"_s << u"a.csv"_s << QByteArray("id,at,");
    QTest::newRow("pdf") << u"file.print"_s << u"a.pdf"_s << QByteArray("%PDF-");
    QTest::newRow("situation") << u"file.exportSitrep"_s << u"s.md"_s << QByteArray("**Situation report**");
}

void TestWindowExport::theTimelineIsExported()
{
    QFETCH(QString, action);
    QFETCH(QString, file);
    QFETCH(QByteArray, contains);
    QTemporaryDir folder;
    LiveWindow live(m_theme, LiveWindow::Setup{});
    qobject_cast<views::MainWindow *>(live.window())->actions().action(action)->trigger();
    choose(live, folder.filePath(file));
    QTRY_VERIFY(contentOf(folder.filePath(file)).contains(contains));
    QVERIFY(gateWaitsForExport(live)); // only the review opens it
}

void TestWindowExport::whatCannotBeWrittenIsSaid()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    auto *window = qobject_cast<views::MainWindow *>(live.window());
    window->actions().action(u"file.exportReview.postmortem"_s)->trigger();
    auto *dialog = live.window()->findChild<QFileDialog *>(u"saveDialog"_s);
    QVERIFY(dialog);
    emit dialog->fileSelected(u"/proc/none/review.pdf"_s);
    const auto said = [window] {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel *label) { return label->text().contains(u"/proc/none/review.pdf"_s); });
    };
    QTRY_VERIFY(said());
    QVERIFY(gateWaitsForExport(live));
}

// All of it in one archive that can be checked; the record says that it went out, and by which hash it is known.
void TestWindowExport::theEvidenceIsExported()
{
    QTemporaryDir folder;
    LiveWindow live(m_theme, {.fill = fillBusy});
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    qobject_cast<views::MainWindow *>(live.window())->actions().action(u"file.exportBundle"_s)->trigger();
    choose(live, folder.filePath(u"evidence.zip"_s));
    QTRY_COMPARE(live.feed().state().systems.value(u"bundle.exported"_s).outcome, u"done"_s);
    const auto checked = bundle::verifyBundle(contentOf(folder.filePath(u"evidence.zip"_s)));
    QVERIFY2(checked.ok(), checked ? "" : qPrintable(checked.problem().text));
    QVERIFY(checked.value().ok());
    QCOMPARE(checked.value().record.events, live.feed().state().eventCount - 1);
    QAbstractButton *copy = nullptr;
    for (QAbstractButton *button : live.window()->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == "Copy the SHA-256"_L1)
            copy = button;
    }
    QVERIFY(copy);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), checked.value().manifestHash);
}

void TestWindowExport::whoLooksOnTakesACopyAndWritesNothing()
{
    QTemporaryDir folder;
    LiveWindow live(m_theme, {.fill = fillBusy});
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    auto *window = qobject_cast<views::MainWindow *>(live.window());
    window->setPerspective(views::Perspective::Observer);
    const auto before = live.feed().state().eventCount;
    window->actions().action(u"file.exportBundle"_s)->trigger();
    choose(live, folder.filePath(u"evidence.zip"_s));
    const auto isTold = [window] {
        const auto messages = window->messages().messages();
        return std::any_of(messages.begin(), messages.end(),
                           [](const views::Message &each) { return each.text.startsWith(u"The evidence is exported"_s); });
    };
    QTRY_VERIFY(isTold());
    QCOMPARE(live.feed().state().eventCount, before);
    for (const views::Message &message : window->messages().messages())
        QVERIFY2(message.kind != views::Message::Kind::Warning, qPrintable(message.text));
}

// While nobody else can work, nothing is written, and the window goes all the same; the file is finished behind it.
void TestWindowExport::aWindowThatClosesWaitsForNoFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"evidence.zip"_s);
    LiveWindow live(m_theme, LiveWindow::Setup{});
    auto *pool = QThreadPool::globalInstance();
    QVERIFY(pool->waitForDone());
    QSemaphore go(0);
    for (int thread = 0; thread < pool->maxThreadCount(); ++thread)
        pool->start([&go] { go.acquire(); });
    const auto letOn = qScopeGuard([&go, pool] {
        go.release(pool->maxThreadCount());
        pool->waitForDone();
    });
    qobject_cast<views::MainWindow *>(live.window())->actions().action(u"file.exportBundle"_s)->trigger();
    choose(live, path);
    live.close();
    QVERIFY(!QFile::exists(path));
    go.release(pool->maxThreadCount());
    QTRY_VERIFY(QFile::exists(path));
}

// Also for who only looks on: it changes nothing.
void TestWindowExport::anAuditorReadsVerifiesAndTakesTheLog()
{
    QTemporaryDir folder;
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto &window = live.incident().window();
    QTest::keySequence(live.quickEntry(), QKeySequence(u"Ctrl+4"_s)); // Observer
    QVERIFY(window.docks().focus(u"log"_s));
    auto *table = live.window()->findChild<QTableView *>(u"logTable"_s);
    QTRY_COMPARE(qint64(table->model()->rowCount()), live.feed().state().eventCount);
    const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QTRY_COMPARE(cell(0, models::log::Type), u"incident.declared"_s);
    const int last = table->model()->rowCount() - 1;
    table->setFocus();
    QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(cell(last, models::log::Hash).size() == 12);

    const auto *state = live.window()->findChild<QLabel *>(u"logState"_s);
    live.window()->findChild<QPushButton *>(u"logVerify"_s)->click();
    QVERIFY(!state->text().startsWith(u"✓"_s));
    QTRY_VERIFY2(state->text().startsWith(u"✓"_s), qPrintable(state->text()));
    QVERIFY(state->text().contains(u"%1 events"_s.arg(last + 1)));

    live.window()->findChild<QPushButton *>(u"logExport"_s)->click();
    auto *dialog = live.window()->findChild<QFileDialog *>(u"logDialog"_s);
    QVERIFY(dialog);
    const QString path = folder.filePath(u"log.json"_s);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFileInfo::exists(path));
    const QJsonArray rows = QJsonDocument::fromJson(contentOf(path)).array();
    QCOMPARE(int(rows.size()), last + 1);
    const auto first = domain::fromAuditJson(rows.first().toObject(), live.feed().state().id);
    QVERIFY(first);
    QCOMPARE(domain::contentHash(first.value()), first.value().hash);
}

QTEST_MAIN(TestWindowExport)
#include "tst_windowexport.moc"
