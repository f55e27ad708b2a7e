// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "alerts/soundallowance.h"
#include "draftfile.h"
#include "entry/quickentry.h"
#include "incidentwindow.h"
#include "livewindow.h"
#include "madeincident.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "sleepblocker.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::test;

namespace {

const Instant start = *Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s);

/// A window whose record is opened when the test says so.
struct Opening
{
    explicit Opening(views::Theme &theme) : preferences(settings, processes, theme, start)
    {
        {
            MadeIncident made(
                {.path = path, .processId = u"nine-step"_s, .title = u"Checkout fails"_s, .severity = u"P1"_s, .start = start});
            made.line(u"first of all"_s);
            end = made.now();
        }
        auto held = std::make_unique<SimulatedClock>(end + Span::minutes(1));
        clock = held.get();
        sources = std::make_shared<window::IncidentSources>();
        sources->clock = std::move(held);
        sources->ids = std::make_unique<UuidV7Source>(5);
        qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit());
        make(theme);
    }

    void make(views::Theme &theme)
    {
        window = std::make_unique<window::IncidentWindow>(
            window::Shared{theme, preferences, settings, hooks, ears, awake, files, words, kept}, sources, path);
        window->place(window::readLook(kept, settings.configDir));
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(&window->window()));
    }

    void fill(bool readOnly = false)
    {
        auto opening = session::openIncident(path, readOnly, sources->setup(u"ana"_s, device, {}));
        QTRY_VERIFY(opening.isFinished());
        QVERIFY(opening.result()->ok());
        words.flush();
        const auto left = window::readWords(kept, opening.result()->value().session->state().id, path);
        window->fill(std::move(*opening.result()).value(), left);
    }

    [[nodiscard]] const IncidentState &state() { return window->incident().state(); }
    [[nodiscard]] QPlainTextEdit *field() { return window->window().findChild<QPlainTextEdit *>(u"entry.field"_s); }
    [[nodiscard]] views::QuickEntry *entry() { return window->window().findChild<views::QuickEntry *>(); }
    void enter(const QString &line)
    {
        typeText(line);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    QTemporaryDir folder;
    models::SoundAllowance ears;
    desktop::SleepBlocker awake;
    window::StateFiles files{session::replaceFile};
    window::StateFiles words{window::writeDraft};
    QString kept = folder.filePath(u"state"_s);
    QString path = folder.filePath(u"checkout.fireline"_s);
    QString device = u"01910000-0000-7000-8000-000000000001"_s;
    session::ConsoleSettings settings{folder.path(), folder.path(), u"nine-step"_s, u"ana"_s, device};
    process::ProcessLibrary processes{QString()};
    window::PreferencesDesk preferences;
    window::TestHooks hooks;
    Instant end;
    SimulatedClock *clock = nullptr;
    std::shared_ptr<window::IncidentSources> sources;
    std::unique_ptr<window::IncidentWindow> window;
};

} // namespace

/// The window is there before its record: what is typed into it in the meantime is recorded, or told and kept.
class TestOpening : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.install(*qobject_cast<QApplication *>(QCoreApplication::instance())); } // lint: allowed
    void takesLinesBeforeTheRecord();
    void whatIsRefusedWaits();
    void whatIsTypedStaysWhenNothingCanBeRead();
    void linesPutAsideOutliveACrash();
    void aPictureOnItsWayOutlivesACrash_data();
    void aPictureOnItsWayOutlivesACrash();
    void wordsOfAFormOutliveACrash();
    void whatIsEnteredBeforeTheRecordOutlivesACrash();
    void whatIsTypedBeforeTheRecordOutlivesALogOff();
    void aLogOffThatIsCalledOffDoublesNoLine();

private:
    views::Theme m_theme;
};

void TestOpening::takesLinesBeforeTheRecord()
{
    Opening opening(m_theme);
    QVERIFY(!opening.window->isFilled());
    QCOMPARE(QApplication::focusWidget(), opening.field());
    QVERIFY(!opening.window->holdsLines());
    const Instant typed = opening.clock->now();
    opening.enter(u"customers report 502"_s);
    opening.clock->advance(Span::seconds(20));
    typeText(u"half a li"_s);
    QVERIFY(opening.window->holdsLines());
    opening.clock->advance(Span::seconds(10));
    opening.fill();
    QCOMPARE(opening.state().entries.last().text, u"customers report 502"_s);
    QCOMPARE(opening.state().entries.last().at, typed);
    QCOMPARE(opening.field()->toPlainText(), u"half a li"_s);
    QCOMPARE(QApplication::focusWidget(), opening.field());
    opening.enter(u"ne"_s);
    QCOMPARE(opening.state().entries.last().text, u"half a line"_s);
    QCOMPARE(opening.state().entries.last().at, typed + Span::seconds(20));
    const auto *list = opening.window->window().findChild<QAbstractItemView *>(u"timeline.list"_s);
    QVERIFY(list->model()->rowCount() >= 3);
    QTRY_VERIFY(list->isVisible());
    QVERIFY(!opening.window->window().findChild<QWidget *>(u"reading.rows"_s));
}

void TestOpening::whatIsRefusedWaits()
{
    Opening opening(m_theme);
    opening.enter(u"/nonsense at all"_s);
    opening.enter(u"a note"_s);
    opening.fill();
    QCOMPARE(opening.state().entries.last().text, u"a note"_s);
    QCOMPARE(opening.entry()->waitingLines().size(), 1);
    QTest::keyClick(opening.field(), Qt::Key_Up, Qt::ControlModifier);
    QTest::keyClick(opening.field(), Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(opening.entry()->reachableLines().contains(u"/nonsense at all"_s));
    QVERIFY(opening.window->window().messages().isVisible());
}

void TestOpening::whatIsTypedStaysWhenNothingCanBeRead()
{
    Opening opening(m_theme);
    QSignalSpy closed(opening.window.get(), &window::IncidentWindow::closed);
    opening.enter(u"customers report 502"_s);
    typeText(u"half"_s);
    opening.window->window().close();
    QVERIFY(closed.isEmpty());
    QVERIFY(opening.window->window().isVisible());
    opening.window->cannotBeFilled({Problem::Kind::Damaged, u"damaged-file"_s, u"The file is damaged."_s, {}, {}, {}});
    opening.enter(u" a line"_s);
    QCOMPARE(opening.field()->toPlainText(), u"half a line"_s);
    QCOMPARE(opening.entry()->waitingLines().size(), 1);
    QCOMPARE(opening.entry()->waitingLines().first().text, u"customers report 502"_s);
}

void TestOpening::linesPutAsideOutliveACrash()
{
    Opening opening(m_theme);
    opening.fill();
    typeText(u"begun first"_s);
    opening.entry()->prepare(u"begun second"_s);
    typeText(u" and typed on "_s);
    // As after a crash: nothing was closed, the store is let go.
    const QStringList before = opening.entry()->reachableLines();
    QCOMPARE(before, (QStringList{u"begun first"_s, u"begun second and typed on "_s}));
    opening.window.reset();
    opening.make(m_theme);
    opening.fill();
    QCOMPARE(opening.entry()->reachableLines(), before);
    QCOMPARE(opening.field()->toPlainText(), before.last());
    QStringList told;
    for (const views::Message &message : opening.window->window().messages().messages())
        told.append(message.text);
    const QString typed = u"The line that you typed at %1 is back"_s.arg(opening.end.toUtc().addSecs(60).toString(u"HH:mm"_s));
    QVERIFY2(told.filter(typed).size() == 1, qPrintable(told.join(u'\n')));
}

void TestOpening::aPictureOnItsWayOutlivesACrash_data()
{
    QTest::addColumn<bool>("asPng");
    QTest::newRow("pixels, of which a PNG is being made") << false;
    QTest::newRow("a PNG that is on its way to the disk") << true;
}

void TestOpening::aPictureOnItsWayOutlivesACrash()
{
    QFETCH(const bool, asPng);
    Opening opening(m_theme);
    opening.fill();
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && picture.save(&buffer, "PNG"));
    if (asPng) {
        auto *mime = new QMimeData;
        mime->setData(u"image/png"_s, png);
        mime->setImageData(picture);
        QGuiApplication::clipboard()->setMimeData(mime);
    } else {
        QGuiApplication::clipboard()->setImage(picture);
    }
    const auto evidence = [&] {
        QList<Entry> found;
        for (const Entry &entry : opening.state().entries) {
            if (entry.type == "attachment.added"_L1)
                found.append(entry);
        }
        return found;
    };
    // Neither the pool nor the store comes to it before the end.
    QSemaphore go;
    QThreadPool &pool = *QThreadPool::globalInstance();
    for (int i = 0; i < pool.maxThreadCount(); ++i)
        pool.start([&go] { go.acquire(); });
    const QFuture<bool> busy = opening.window->incident().store().run<bool>([&go] {
        go.acquire();
        return true;
    });
    const Instant at = opening.clock->now();
    QTest::keyClick(opening.field(), Qt::Key_V, Qt::ControlModifier);
    // As after a crash: what this window goes on with, and what it would tidy up, comes too late.
    const QDir kept(opening.folder.filePath(u"fireline"_s));
    const qsizetype pictures = kept.entryList({u"*.picture"_s}, QDir::Files).size();
    const bool recorded = !evidence().isEmpty();
    go.release(pool.maxThreadCount() + 1);
    opening.window.reset();
    pool.waitForDone();
    QCOMPARE(pictures, 1);
    QVERIFY(!recorded);
    opening.clock->advance(Span::minutes(3));
    opening.make(m_theme);
    opening.fill();
    QVERIFY(evidence().isEmpty());
    const auto lines = [&opening] { return opening.entry()->reachableLines().filter(u"/attach <"_s); };
    QCOMPARE(lines().size(), 1);
    const auto &messages = opening.window->window().messages().messages();
    const auto offer = std::find_if(messages.begin(), messages.end(),
                                    [](const views::Message &one) { return one.text.contains(u"not in the record"_s); });
    QVERIFY(offer != messages.end());
    offer->buttons.first().press();
    QTRY_COMPARE(evidence().size(), 1);
    QCOMPARE(evidence().first().at, at);
    const auto sha = QString::fromLatin1(QCryptographicHash::hash(png, QCryptographicHash::Sha256).toHex());
    QCOMPARE(evidence().first().sha256, sha);
    QTRY_COMPARE(opening.window->incident().saveStatus().saving, 0);
    opening.words.flush();
    // Once.
    opening.window.reset();
    opening.make(m_theme);
    opening.fill();
    QCOMPARE(evidence().size(), 1);
    QVERIFY(lines().isEmpty());
    opening.words.flush();
    QVERIFY(kept.entryList({u"*.picture"_s}, QDir::Files).isEmpty());
    QVERIFY(!QDir(opening.kept + u"/drafts/%1.pictures"_s.arg(opening.state().id)).exists());
}

void TestOpening::wordsOfAFormOutliveACrash()
{
    Opening opening(m_theme);
    opening.fill();
    const QString file = opening.folder.filePath(u"state/drafts/%1.review.json"_s.arg(opening.state().id));
    const auto bytes = [&file] {
        QFile kept(file);
        return kept.open(QIODevice::ReadOnly) ? kept.readAll() : QByteArray();
    };
    const auto part = [&opening](const QString &name) { return opening.window->window().findChild<QWidget *>(name); };
    const auto openForm = [&opening] {
        opening.window->window().actions().action(u"panels.show.review"_s)->trigger();
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == "reviewList"_L1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F);
    };
    openForm();
    typeText(u"the pool was small"_s);
    QTRY_VERIFY(bytes().contains("the pool was small"));
    // The file as a crash leaves it.
    const QByteArray left = bytes();
    opening.window.reset();
    opening.words.flush();
    QFile again(file);
    QVERIFY(again.open(QIODevice::WriteOnly));
    again.write(left);
    again.close();
    opening.make(m_theme);
    opening.fill();
    const QList<views::Message> told = opening.window->window().messages().messages();
    QVERIFY(std::any_of(told.begin(), told.end(), [](const views::Message &one) { return one.buttons.size() == 1; }));
    QVERIFY(!part(u"reviewWaiting"_s)->isHidden());
    openForm();
    QCOMPARE(QApplication::focusWidget()->property("text").toString(), u"the pool was small"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(opening.state().factors.size(), 1);
    QTRY_VERIFY(!QFile::exists(file));
    QVERIFY(part(u"reviewWaiting"_s)->isHidden());
}

void TestOpening::whatIsEnteredBeforeTheRecordOutlivesACrash()
{
    Opening opening(m_theme);
    const Instant typed = opening.clock->now();
    const QStringList lines{u"customers report 502"_s, u"pod A restarted"_s};
    for (const QString &line : lines) {
        opening.enter(line);
        opening.clock->advance(Span::seconds(20));
    }
    opening.window.reset();
    for (int time = 0; time < 3; ++time) { // the second is like the first: nobody has recorded them
        opening.make(m_theme);
        opening.fill();
        QStringList waiting;
        for (const models::EntryLine &line : opening.entry()->waitingLines())
            waiting.append(line.text);
        QCOMPARE(waiting, time < 2 ? lines : QStringList());
        if (time == 1) {
            const QList<views::Message> told = opening.window->window().messages().messages();
            const auto offer = std::find_if(told.begin(), told.end(),
                                            [](const auto &one) { return one.id == u"entered before"; });
            QVERIFY(offer != told.end());
            offer->buttons.first().press();
            QCOMPARE(opening.entry()->waitingLines().size(), 0);
        }
        if (time > 0) {
            const auto &entries = opening.state().entries;
            QCOMPARE(entries.last().text, lines.last());
            QCOMPARE(entries.at(entries.size() - 2).text, lines.first());
            QCOMPARE(entries.at(entries.size() - 2).at, typed);
            QCOMPARE(entries.at(entries.size() - 3).text, u"first of all"_s);
        }
        opening.window.reset();
    }
}

void TestOpening::whatIsTypedBeforeTheRecordOutlivesALogOff()
{
    const QStringList lines{u"customers report 502"_s, u"half a li"_s};
    Opening opening(m_theme);
    opening.enter(lines.first());
    typeText(lines.last());
    opening.window->endSession();
    QVERIFY(opening.window->window().close()); // nothing is asked
    opening.window.reset();
    // The next window that can record them has them; one that only looks leaves them to it.
    opening.make(m_theme);
    opening.fill(true);
    QVERIFY(opening.entry()->waitingLines().isEmpty());
    const auto recorded = opening.state().entries.size();
    opening.window.reset();
    for (int time = 0; time < 2; ++time) {
        opening.make(m_theme);
        opening.fill();
        QCOMPARE(opening.state().entries.size(), recorded);
        QStringList waiting;
        for (const models::EntryLine &line : opening.entry()->waitingLines())
            waiting.append(line.text);
        QCOMPARE(waiting, lines);
        opening.window.reset(); // and by a crash they are not lost either
    }
}

void TestOpening::aLogOffThatIsCalledOffDoublesNoLine()
{
    for (const bool told : {true, false}) {
        Opening opening(m_theme);
        opening.enter(u"customers report 502"_s);
        typeText(u"half a li"_s);
        opening.window->endSession();
        if (told) {
            opening.window->goOn();
            QVERIFY(!opening.window->window().close()); // what is typed would be lost
        }
        opening.fill();
        QCOMPARE(opening.state().entries.last().text, u"customers report 502"_s);
        QCOMPARE(opening.entry()->waitingLines().size(), 0);
        QCOMPARE(opening.field()->toPlainText(), u"half a li"_s);
        const auto recorded = opening.state().entries.size();
        if (told)
            typeText(u"n "_s);
        opening.window.reset();
        opening.make(m_theme);
        opening.fill();
        QCOMPARE(opening.entry()->waitingLines().size(), 0);
        QCOMPARE(opening.field()->toPlainText(), told ? u"half a lin "_s : u"half a li"_s);
        QCOMPARE(opening.state().entries.size(), recorded);
    }
}

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
