// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddesk.h"
#include "declaredincident.h"
#include "memorystore.h"
#include "shell/messagebar.h"
#include "theme/theme.h"

#include <QFile>
#include <QImage>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::session;
using fireline::views::Message;
using fireline::views::MessageBar;
using fireline::views::Theme;
using fireline::window::CommandDesk;
using fireline::window::IncidentController;

/// Whatever is asked for is done or explained, files included, and can be taken back.
class TestCommandDesk : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aRefusalIsShownWithItsSource();
    void aRemarkGoesWhenItIsSettled();
    void undoAndRedoAreEvents();
    void whatTheConsoleNotesIsNotTakenBack();
    void whatTheConsoleCannotNoteIsTold();
    void whatIsCarriedOutIsHeardOfFirst();
    void theDeskIsBusyUntilAFileIsAnEntry();
    void undoOfACorrectionKnowsTheOldText();
    void anAttachmentKeepsTimeAndAuthorAndCanBeUndone();
    void aPictureIsMadeElsewhereAndKeepsItsTime();
    void aMissingFileLeavesTheLine();
    void anAttachmentThatCannotBeKeptCanBeTriedAgain();
    void whatTheGraphsShowIsAskedForWhereTheyAre();
    void theDiskMessageGoesWhenAllIsSaved();

private:
    [[nodiscard]] Command note(const QString &text) const { return {Verb::Note, {}, {}, {{u"text"_s, text}}}; }
    [[nodiscard]] const Entry &last() const { return m_incident->state().entries.last(); }

    SimulatedClock m_clock{*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    UuidV7Source m_ids{42};
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
    MemoryStore::Disk m_disk;
    Theme m_theme;
    std::unique_ptr<MessageBar> m_messages;
    std::unique_ptr<IncidentController> m_incident;
    std::unique_ptr<CommandDesk> m_desk;
};

void TestCommandDesk::init()
{
    m_desk.reset();
    m_incident.reset();
    m_disk = {};
    m_messages = std::make_unique<MessageBar>(m_theme);
    m_incident = std::make_unique<IncidentController>(fireline::test::declaredIncident(m_disk, m_setup), m_clock);
    m_desk = std::make_unique<CommandDesk>(*m_incident, *m_messages);
}

void TestCommandDesk::aRefusalIsShownWithItsSource()
{
    m_desk->submit({Verb::Resolve, {}, {}, {}});
    QCOMPARE(m_messages->count(), 1);
    QCOMPARE(m_messages->messages().first().kind, Message::Kind::Refusal);
    const QString text = m_messages->messages().first().text;
    QVERIFY2(text.contains(u"In a list, with a form for each: “Resolve or close the incident…”"_s), qPrintable(text));
}

void TestCommandDesk::aRemarkGoesWhenItIsSettled()
{
    const auto check = [this](int item) {
        m_desk->submit({Verb::CheckItem, {}, {}, {{u"id"_s, u"lad.warroom"_s}, {u"item"_s, item}}});
    };
    const auto told = [this](const QString &words) {
        const QList<Message> all = m_messages->messages();
        return std::any_of(all.begin(), all.end(), [&](const Message &each) { return each.text.contains(words); });
    };
    m_desk->submit({Verb::Phase, {}, {}, {{u"id"_s, u"response"_s}}}); // the first assessment is not done
    QVERIFY(told(u"initial assessment"_s));
    check(5);
    QVERIFY(told(u"First: Gather on-call team"_s));
    m_desk->submit(note(u"nothing of this"_s));
    QVERIFY(told(u"First: Gather on-call team"_s));
    check(1);
    QVERIFY(!told(u"First: Gather on-call team"_s));
    QVERIFY(told(u"initial assessment"_s));
    m_desk->submit({Verb::Confirm, {}, {}, {{u"real"_s, true}}});
    m_desk->submit({Verb::Draft,
                    {},
                    {},
                    {{u"id"_s, u"triage"_s}, {u"fields"_s, QJsonObject{{u"scope"_s, u"all"_s}, {u"impact"_s, u"half"_s}}}}});
    QVERIFY(!told(u"initial assessment"_s));
    // What a draft lacked is there once it was edited.
    m_desk->submit({Verb::Draft, {}, {}, {{u"id"_s, u"public"_s}, {u"state"_s, u"Investigating"_s}}});
    QVERIFY(told(u"State: "_s));
    QJsonObject fields;
    const Update &draft = m_incident->state().updates.last();
    for (const FormRule &form : m_incident->process().forms) {
        for (const FormField &field : form.fields) {
            if (form.target.toText() == draft.target)
                fields.insert(field.id, u"10:30"_s);
        }
    }
    m_desk->submit({Verb::Edit, {}, {}, {{u"ref"_s, draft.id}, {u"fields"_s, fields}}});
    QVERIFY(!told(u"State: "_s));
}

void TestCommandDesk::undoAndRedoAreEvents()
{
    m_desk->submit(note(u"one"_s));
    m_desk->submit(note(u"two"_s));
    const qint64 events = m_incident->state().eventCount;
    m_desk->undo();
    QCOMPARE(m_incident->state().eventCount, events + 1);
    const auto &entries = m_incident->state().entries;
    QVERIFY(m_incident->state().entry(u"E3")->retracted);
    m_desk->undo();
    QVERIFY(m_incident->state().entry(u"E2")->retracted);
    m_desk->redo();
    QVERIFY(!m_incident->state().entry(u"E2")->retracted);
    m_desk->redo();
    QVERIFY(!m_incident->state().entry(u"E3")->retracted);
    QVERIFY(entries.size() > 3);
    m_desk->redo();
    QCOMPARE(m_messages->messages().last().text, m_desk->nextRedo().text);
}

// What was done at the console stands in the record; "take back" is for what a person said.
void TestCommandDesk::whatTheConsoleNotesIsNotTakenBack()
{
    m_desk->submit(note(u"one"_s));
    Command muted = note(u"Alarm sounds turned off"_s);
    muted.args.insert(u"connector"_s, true);
    m_desk->note(muted);
    QCOMPARE(last().text, u"Alarm sounds turned off"_s);
    QVERIFY(last().machine);
    m_desk->undo();
    QVERIFY(m_incident->state().entry(u"E2")->retracted);
    QVERIFY(!m_incident->state().entry(u"E3")->retracted);

    const qint64 events = m_incident->state().eventCount;
    m_desk->setReadOnlyReason(u"You only look on."_s);
    const auto told = m_messages->count();
    m_desk->note(muted);
    QCOMPARE(m_incident->state().eventCount, events);
    QCOMPARE(m_messages->count(), told);
}

// The sounds are off all the same: that it stands nowhere is said, with a way on.
void TestCommandDesk::whatTheConsoleCannotNoteIsTold()
{
    Command muted = note(u"Alarm sounds turned off"_s);
    muted.args.insert(u"connector"_s, true);
    m_disk.failFrom = m_disk.appends;
    m_disk.failures = 1;
    m_desk->submit(note(u"one"_s));
    QTRY_COMPARE(m_incident->saveStatus().notSaved, 1);
    const Instant asked = m_clock.now();
    m_desk->note(muted);
    Message told = m_messages->messages().last();
    QVERIFY2(told.text.contains(muted.text()) && told.kind == Message::Kind::Warning, qPrintable(told.text));
    QCOMPARE(told.buttons.size(), 1);

    m_clock.advance(Span::minutes(1));
    told.buttons.first().press(); // the disk is as it was
    told = m_messages->messages().last();
    QVERIFY2(told.text.contains(muted.text()), qPrintable(told.text));
    m_incident->retrySaving();
    QTRY_COMPARE(m_incident->saveStatus().notSaved, 0);
    told.buttons.first().press();
    QCOMPARE(last().text, muted.text());
    QCOMPARE(last().at, asked);
}

// Whoever keeps a line until it is on the disk has it before the disk and anybody who sees that it was taken.
void TestCommandDesk::whatIsCarriedOutIsHeardOfFirst()
{
    QStringList order;
    m_desk->setDone([&](const Command &command, const QList<Event> &events) {
        QCOMPARE(events.size(), 1);
        QVERIFY(!m_incident->state().entry(events.first().id));
        order.append(command.text());
    });
    connect(m_incident.get(), &IncidentController::applied, this, [&] { order.append(u"applied"_s); });
    connect(m_incident.get(), &IncidentController::savedChanged, this, [&] { order.append(u"saving"_s); });
    m_desk->submit(note(u"one"_s));
    QCOMPARE(order, (QStringList{u"one"_s, u"applied"_s, u"saving"_s}));
    m_desk->submit({Verb::Resolve, {}, {}, {}}); // refused
    QCOMPARE(order.size(), 3);
    m_desk->setDone({});
    disconnect(m_incident.get(), nullptr, this, nullptr);
}

void TestCommandDesk::theDeskIsBusyUntilAFileIsAnEntry()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"notes.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("text") == 4);
    file.close();
    QList<qsizetype> heard; ///< events of each thing that was carried out
    m_desk->setDone([&](const Command &, const QList<Event> &events) { heard.append(events.size()); });
    QSignalSpy rested(m_desk.get(), &CommandDesk::rested);
    QVERIFY(!m_desk->isBusy());
    QVERIFY(m_desk->submitQuietly({Verb::Attach, {}, {}, {{u"file"_s, file.fileName()}}}));
    QVERIFY(m_desk->isBusy());
    QCOMPARE(heard, QList<qsizetype>{0}); // it is kept before it is read
    QVERIFY(rested.wait());
    QVERIFY(!m_desk->isBusy());
    QCOMPARE(heard, (QList<qsizetype>{0, 1}));
    QCOMPARE(rested.takeFirst().first().toBool(), true);

    m_desk->attach({Verb::Attach, {}, {}, {}}, u"pasted.png"_s, QByteArray(16 * 1024 * 1024 + 1, 'x'));
    QVERIFY(rested.wait());
    QCOMPARE(rested.takeFirst().first().toBool(), false);
    m_desk->setDone({});
}

void TestCommandDesk::undoOfACorrectionKnowsTheOldText()
{
    m_desk->submit(note(u"pod A restarted"_s));
    m_desk->submit({Verb::Correct, {}, {}, {{u"ref"_s, u"E2"_s}, {u"text"_s, u"pod B restarted"_s}}});
    QCOMPARE(m_incident->state().entry(u"E2")->text, u"pod B restarted"_s);
    m_desk->submit(note(u"something else"_s));
    m_desk->undo();
    m_desk->undo();
    QCOMPARE(m_incident->state().entry(u"E2")->text, u"pod A restarted"_s);
}

void TestCommandDesk::anAttachmentKeepsTimeAndAuthorAndCanBeUndone()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"graph.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("p95 6.1 s");
    file.close();
    const Instant at = m_clock.now() - Span::minutes(25);
    m_desk->submit(note(u"before"_s));
    const auto rows = m_incident->state().entries.size();
    QVERIFY(m_desk->submitQuietly({Verb::Attach, at, u"bo"_s, {{u"file"_s, file.fileName()}, {u"text"_s, u"the graph"_s}}}));
    QTRY_COMPARE(m_incident->state().entries.size(), rows + 1);
    QCOMPARE(last().at, at);
    QCOMPARE(last().actor, u"bo"_s);
    QVERIFY(!last().sha256.isEmpty());
    m_desk->undo();
    QVERIFY(!m_incident->state().entry(u"E2")->retracted);
}

// All threads of the pool are busy: whoever made the picture here would not wait for them.
void TestCommandDesk::aPictureIsMadeElsewhereAndKeepsItsTime()
{
    QSemaphore go;
    QThreadPool *pool = QThreadPool::globalInstance();
    for (int i = 0; i < pool->maxThreadCount(); ++i)
        pool->start([&go] { go.acquire(); });
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    const Instant pasted = m_clock.now();
    const auto before = m_incident->state().entries.size();
    m_desk->attachPicture({Verb::Attach, {}, {}, {}}, u"pasted.png"_s, picture);
    m_clock.advance(Span::minutes(1));
    QCOMPARE(pool->activeThreadCount(), pool->maxThreadCount());
    go.release(pool->maxThreadCount());
    QTRY_COMPARE(m_incident->state().entries.size(), before + 1);
    QCOMPARE(last().at, pasted);
    QCOMPARE(QImage::fromData(m_disk.blobs.cbegin().value(), "PNG").size(), picture.size());
    pool->waitForDone();
}

void TestCommandDesk::aMissingFileLeavesTheLine()
{
    const auto done = m_desk->submitQuietly({Verb::Attach, {}, {}, {{u"file"_s, u"/nowhere/graph.png"_s}}});
    QVERIFY(!done);
    QVERIFY(done.problem().text.contains(u"/nowhere/graph.png"_s));
}

void TestCommandDesk::anAttachmentThatCannotBeKeptCanBeTriedAgain()
{
    m_desk->attach({Verb::Attach, {}, {}, {}}, u"pasted.png"_s, QByteArray(16 * 1024 * 1024 + 1, 'x'));
    QTRY_COMPARE(m_messages->count(), 1);
    QCOMPARE(m_messages->messages().first().buttons.size(), 1);
    QVERIFY(m_messages->messages().first().text.contains(u"pasted.png"_s));
}

void TestCommandDesk::whatTheGraphsShowIsAskedForWhereTheyAre()
{
    const Command snap{Verb::Snap, {}, {}, {{u"text"_s, u"latency"_s}}};
    const auto nobody = m_desk->submitQuietly(snap);
    QVERIFY(!nobody);
    QVERIFY(nobody.problem().text.contains(u"/attach"_s));
    int asked = 0;
    m_desk->setSnap([&asked](const Command &, const CommandDesk::Snapped &) -> Outcome<void> {
        if (++asked > 1)
            return Problem{Problem::Kind::Usage, u"graphs"_s, u"There is no graph."_s, {}, {}, {}};
        return {};
    });
    QVERIFY(m_desk->submitQuietly(snap));
    QCOMPARE(m_desk->submitQuietly(snap).problem().text, u"There is no graph."_s);
    QCOMPARE(asked, 2);
    const auto rows = m_incident->state().entries.size();
    m_desk->attach(snap, u"metrics.png"_s, "picture");
    QTRY_COMPARE(m_incident->state().entries.size(), rows + 1);
    QCOMPARE(last().kind, u"attachment"_s);
    QVERIFY(last().text.contains(u"latency"_s));
    m_desk->setReadOnlyReason(u"Only to look at."_s);
    QVERIFY(!m_desk->submitQuietly(snap));
    QCOMPARE(asked, 2);
}

void TestCommandDesk::theDiskMessageGoesWhenAllIsSaved()
{
    m_disk.failFrom = m_disk.appends;
    m_disk.failures = 1;
    m_desk->submit(note(u"one"_s));
    QTRY_COMPARE(m_messages->count(), 1);
    QCOMPARE(m_messages->messages().first().buttons.size(), 2); // try again, save a copy
    m_messages->messages().first().buttons.first().press();
    QTRY_COMPARE(m_messages->count(), 0);
    QCOMPARE(m_incident->saveStatus().notSaved, 0);
}

QTEST_MAIN(TestCommandDesk)
#include "tst_commanddesk.moc"
