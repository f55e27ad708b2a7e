// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "aside/asideroles.h"
#include "backendaddress.h"
#include "core/canonicaljson.h"
#include "entry/quickentry.h"
#include "incidentsharing.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "sqlite/sqlitejournal.h"
#include "strip/strip.h"
#include "threadedstore.h"
#include "timeline/timelineroles.h"
#include "timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::test;
using fireline::sync::LinkStatus;
using fireline::views::StripCell;
using fireline::window::IncidentSharing;

/// What the whole window says of a shared backend that is away, or lives in another time (ux 2.4, 2.8).
class TestWindowLink : public QObject
{
    Q_OBJECT
private slots:
    void whatIsAwayIsAwaySinceThen();
    void whyThereIsNoConnectionIsToldUntilThereIsOne();
    void whoIsHereIsToldByAKey();
    void anotherClockIsTold();
    void whatTwoSetAtOnceIsChosenByKeys();
    void whatWasRefusedStaysUntilItsLineIsRecorded();
    void whatWasRefusedIsKeptAsANoteOrWithdrawn();
    void whatIsForAFewIsOfferedToBeMadePrivate();
    void theSameKeyPutsItThere();
    void whoLostCommandIsTold();
    void whoMayLookOnlyRecordsNothing();
    void whoMayLookOnlyIsTold();
    void aServerThatWentBackIsTold();
    void whatOthersDoNotHaveIsToldBeforeClosing();

private:
    views::Theme m_theme;
};

namespace {

void tell(LiveWindow &live, LinkStatus::State state, std::optional<Span> offset = {})
{
    LinkStatus status;
    status.state = state;
    status.offset = offset;
    live.incident().incident().sharing().linkChanged(status);
}

QStringList told(LiveWindow &live, const QString &id = u"skew"_s)
{
    QStringList texts;
    for (const views::Message &message : live.incident().window().messages().messages()) {
        if (message.id == id)
            texts.append(message.text);
    }
    return texts;
}

} // namespace

/// The record as a backend gives it, and behind it what another console wrote that had seen as much.
void shareAll(LiveWindow &live)
{
    window::IncidentController &incident = live.incident().incident();
    session::ThreadedStore *store = &incident.store();
    session::OrderedRecord record;
    record.ordered = store
                         ->run<QList<Event>>([store] {
                             QList<Event> events;
                             (void)store->inner()->read(0, [&](qint64, const Event &event) {
                                 events.append(event);
                                 return true;
                             });
                             return events;
                         })
                         .result();
    incident.takeOrder(record);
    tell(live, LinkStatus::State::Online);
}

ServerEvent wroteElsewhere(LiveWindow &live, const QString &who, const QString &type, const QJsonObject &payload, qint64 place)
{
    Event event;
    event.id = u"01910000-0000-7000-8000-00000000000%1"_s.arg(place % 10);
    event.incident = live.feed().state().id;
    event.type = type;
    event.occurredAt = event.recordedAt = live.feed().now();
    event.recordedBy = who;
    event.device = u"01910000-0000-7000-8000-0000000000aa"_s;
    event.deviceSeq = 1;
    event.payload = toCanonicalJson(payload).value();
    event.prevHash = zeroHash();
    event.hash = contentHash(event);
    return {event, place, event.recordedAt, who, false, {}, {}};
}

ServerEvent setElsewhere(LiveWindow &live, const QString &who, const QString &severity, qint64 seen, qint64 place)
{
    return wroteElsewhere(live, who, u"severity.set"_s, {{u"from"_s, u"SEV1"_s}, {u"to"_s, severity}, {u"seen"_s, seen}}, place);
}

void TestWindowLink::whatIsAwayIsAwaySinceThen()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    const auto *cell = live.window()->findChild<views::Strip *>()->cell(StripCell::Save);
    const QString since = u"since "_s + live.feed().now().toUtc().toString(u"HH:mm"_s);
    tell(live, LinkStatus::State::Waiting);
    QVERIFY2(cell->accessibleName().endsWith(since), qPrintable(cell->accessibleName()));
    // Trying again makes it no younger.
    live.clock().advance(Span::minutes(7));
    tell(live, LinkStatus::State::Connecting);
    QVERIFY2(!cell->accessibleName().contains(u"since"_s), qPrintable(cell->accessibleName()));
    tell(live, LinkStatus::State::Waiting);
    QVERIFY2(cell->accessibleName().endsWith(since), qPrintable(cell->accessibleName()));
    tell(live, LinkStatus::State::Online);
    QVERIFY2(cell->accessibleName().contains(u"shared"_s), qPrintable(cell->accessibleName()));
    tell(live, LinkStatus::State::Waiting);
    const QString anew = u"since "_s + live.feed().now().toUtc().toString(u"HH:mm"_s);
    QVERIFY2(cell->accessibleName().endsWith(anew), qPrintable(cell->accessibleName()));
}

// Each try begins anew and fails as the one before: told once. What is connected contradicts it.
void TestWindowLink::whyThereIsNoConnectionIsToldUntilThereIsOne()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    IncidentSharing &sharing = live.incident().incident().sharing();
    const QSignalSpy said(&sharing, &IncidentSharing::notConnected);
    const auto refuse = [&] {
        tell(live, LinkStatus::State::Connecting);
        LinkStatus status;
        status.state = LinkStatus::State::Refused;
        status.problem = Problem{Problem::Kind::Io, u"login"_s, u"It does not let this login in."_s, {}, {}, {}};
        sharing.linkChanged(status);
    };
    refuse();
    QCOMPARE(told(live, u"connection"_s), QStringList(u"It does not let this login in."_s));
    refuse();
    QCOMPARE(said.size(), 1);
    tell(live, LinkStatus::State::Online);
    for (const views::Message &message : live.incident().window().messages().messages())
        QVERIFY2(message.kind != views::Message::Kind::Warning, qPrintable(message.text));
    refuse();
    QCOMPARE(told(live, u"connection"_s).size(), 1); // another time
}

// The strip has room for a number alone, and its tip is for who has a mouse.
void TestWindowLink::whoIsHereIsToldByAKey()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    IncidentSharing &sharing = live.incident().incident().sharing();
    const QString nowhere = u"postgresql://ana@localhost:1/none"_s;
    live.preferences().change([&](models::Preferences &preferences) { preferences.backend = nowhere; });
    sharing.begin(backend::parseAddress(nowhere).value(), false);
    tell(live, LinkStatus::State::Online);
    ServerHead head;
    head.incident = live.feed().state().id;
    head.connected = {u"ana"_s, u"ben"_s};
    sharing.headsSeen({head});
    live.quickEntry()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    const QString text = told(live, u"backend"_s).join(u' ');
    QVERIFY2(text.contains(u"Here now: ana"_s) && text.contains(u"ben"_s), qPrintable(text));
}

void TestWindowLink::anotherClockIsTold()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    tell(live, LinkStatus::State::Online, Span::seconds(2));
    QCOMPARE(told(live), QStringList());
    tell(live, LinkStatus::State::Online, Span::minutes(4));
    QCOMPARE(told(live).size(), 1);
    QVERIFY2(told(live).first().startsWith(u"This computer's clock is 4m behind the shared server's."_s),
             qPrintable(told(live).first()));
    // Closed, it stays closed while it is much the same.
    live.incident().window().messages().close(u"skew"_s);
    tell(live, LinkStatus::State::Online, Span::minutes(4) + Span::seconds(1));
    QCOMPARE(told(live), QStringList());
    tell(live, LinkStatus::State::Online, Span::seconds(-30));
    QVERIFY2(told(live).value(0).contains(u"30s ahead of"_s), qPrintable(told(live).join(u' ')));
    tell(live, LinkStatus::State::Online, Span{});
    QCOMPARE(told(live), QStringList());
}

// From the strip by Enter, to the value that is wanted by an arrow's way of Tab, and chosen by the space bar.
void TestWindowLink::whatTwoSetAtOnceIsChosenByKeys()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    shareAll(live);
    window::IncidentController &incident = live.incident().incident();
    auto &messages = live.incident().window().messages();
    auto *cell = live.window()->findChild<views::Strip *>()->cell(StripCell::Save);
    const qint64 seen = incident.state().eventCount;
    const auto set = incident.execute({Verb::Severity, {}, {}, {{u"id"_s, u"SEV2"_s}, {u"why"_s, u"fewer are hit"_s}}});
    QVERIFY2(set.ok(), set ? "" : qPrintable(set.problem().text));
    live.quickEntry()->setFocus();
    incident.takeEvents({setElsewhere(live, u"Priya"_s, u"SEV3"_s, seen, seen + 1)});
    QVERIFY(live.quickEntry()->hasFocus()); // nobody's keyboard is taken
    const auto contested = [&] { return told(live, u"contested"_s).join(u' '); };
    QVERIFY2(contested().contains(u"Priya at "_s) && contested().contains(u": SEV3."_s)
                 && contested().endsWith(u"In force: SEV2."_s),
             qPrintable(contested()));
    QTRY_VERIFY2(cell->accessibleName().contains(u"set by several people at once"_s), qPrintable(cell->accessibleName()));
    // Put aside it still waits in the strip.
    messages.close(u"contested"_s);
    cell->setFocus();
    QTest::keyClick(cell, Qt::Key_Return);
    QVERIFY(!contested().isEmpty());
    auto *keep = qobject_cast<QToolButton *>(QApplication::focusWidget());
    QVERIFY(keep);
    QCOMPARE(keep->text(), u"Keep SEV2"_s);
    QTest::keyClick(keep, Qt::Key_Tab);
    auto *use = qobject_cast<QToolButton *>(QApplication::focusWidget());
    QVERIFY(use);
    QCOMPARE(use->text(), u"Use SEV3"_s);
    QTest::keyClick(use, Qt::Key_Space);
    QCOMPARE(incident.state().severity, u"SEV3"_s);
    QVERIFY(contested().isEmpty());

    // Once more, and kept: a line of the record says so, and nothing is left to choose.
    incident.takeEvents({setElsewhere(live, u"Priya"_s, u"SEV4"_s, seen + 1, seen + 2)});
    QVERIFY2(contested().endsWith(u"In force: SEV3."_s), qPrintable(contested()));
    live.incident().window().actions().action(u"file.contested"_s)->trigger();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(incident.state().severity, u"SEV3"_s);
    QVERIFY(incident.state().entries.last().text.startsWith(u"Severity stays SEV3."_s));
    QVERIFY(contested().isEmpty());
    QVERIFY(incident.sharing().contested().isEmpty());
}

// By a backend that is away now: the file keeps what was refused.
void TestWindowLink::whatWasRefusedStaysUntilItsLineIsRecorded()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    window::IncidentController &incident = live.incident().incident();
    IncidentSharing &sharing = incident.sharing();
    const auto claimed = incident.execute({Verb::Claim, {}, {}, {}});
    QVERIFY(claimed.ok());
    QTRY_COMPARE(incident.saveStatus().saving, 0);
    session::ThreadedStore *store = &incident.store();
    const auto refuse = [store, id = claimed.value().events.first().id] {
        auto &exchange = dynamic_cast<store::SqliteJournal *>(store->inner())->exchange();
        return exchange.refuse({{id, u"held"_s, {}}}).ok();
    };
    QVERIFY(store->run<bool>(refuse).result());
    sharing.begin(backend::parseAddress(u"postgresql://ana@localhost:1/none"_s).value(), false);
    QTRY_COMPARE(sharing.refusals().size(), 1);
    QTRY_COMPARE(sharing.setAside().size(), 1); // told behind that
    QVERIFY(incident.state().holdings.isEmpty());
    const auto *rows = live.window()->findChild<views::TimelineView *>()->model();
    const QModelIndex last = rows->index(rows->rowCount() - 1, 0); // it stays in sight, struck through
    QVERIFY(last.data(int(models::TimelineRole::Refused)).toBool());
    QVERIFY2(last.data(Qt::AccessibleTextRole).toString().contains(u"Refused: Somebody else holds this role."_s),
             qPrintable(last.data(Qt::AccessibleTextRole).toString()));

    auto &actions = live.incident().window().actions();
    actions.action(u"file.refused"_s)->trigger();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the first button: to enter it again
    QVERIFY(live.quickEntry()->hasFocus());
    const auto *entry = live.window()->findChild<views::QuickEntry *>();
    QCOMPARE(entry->line(), u"/claim"_s);
    const auto everythingIsDone = [&] {
        (void)store->run<bool>([] { return true; }).result();
        QCoreApplication::sendPostedEvents();
    };
    everythingIsDone();
    QCOMPARE(sharing.refusals().size(), 1); // it is a line so far, and may never be entered
    QTest::keyClick(live.quickEntry(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(live.quickEntry(), Qt::Key_Delete);
    live.clock().advance(Span::seconds(1));
    typeText(u"something else"_s);
    QTest::keyClick(live.quickEntry(), Qt::Key_Return);
    everythingIsDone();
    QCOMPARE(sharing.refusals().size(), 1);

    live.clock().advance(Span::seconds(1));
    actions.action(u"file.refused"_s)->trigger();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(live.quickEntry(), Qt::Key_Return);
    QTRY_VERIFY(sharing.refusals().isEmpty());
    QCOMPARE(incident.state().entries.last().type, u"role.taken"_s);

    // It is dealt with, and is still found: from the palette to the panel, and by Return to a line.
    actions.action(u"panels.show.aside"_s)->trigger();
    auto *table = live.window()->findChild<QTableView *>(u"asideTable"_s);
    QTRY_VERIFY(table->hasFocus());
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->model()->index(0, 0).data(models::aside::SettledRole).toBool());
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    actions.refresh();
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(live.quickEntry()->hasFocus());
    QCOMPARE(entry->line(), u"/claim"_s);
}

// By a backend that is away now, with the two other buttons of the tray.
void TestWindowLink::whatWasRefusedIsKeptAsANoteOrWithdrawn()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    window::IncidentController &incident = live.incident().incident();
    IncidentSharing &sharing = incident.sharing();
    QList<Refusal> refused;
    const Instant claimedAt = live.feed().now();
    for (const Command &command :
         {Command{Verb::Claim, {}, {}, {}}, Command{Verb::Flag, {}, {}, {{u"id"_s, u"pii"_s}, {u"why"_s, u"a log"_s}}}}) {
        const auto done = incident.execute(command);
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.problem().text));
        refused.append({done.value().events.first().id, u"not-authorised"_s, {}});
        live.clock().advance(Span::minutes(1));
    }
    QTRY_COMPARE(incident.saveStatus().saving, 0);
    session::ThreadedStore *store = &incident.store();
    QVERIFY(store
                ->run<bool>([store, refused] {
                    return dynamic_cast<store::SqliteJournal *>(store->inner())->exchange().refuse(refused).ok();
                })
                .result());
    sharing.begin(backend::parseAddress(u"postgresql://ana@localhost:1/none"_s).value(), false);
    QTRY_COMPARE(sharing.refusals().size(), 2);
    const qsizetype rows = incident.state().entries.size();
    const auto press = [&](const QString &text) {
        QAction *tray = live.incident().window().actions().action(u"file.refused"_s);
        QTRY_VERIFY(tray->isEnabled());
        tray->trigger();
        QTRY_VERIFY(QApplication::focusWidget()->isVisible());
        const auto focused = [] {
            const auto *button = qobject_cast<QToolButton *>(QApplication::focusWidget());
            return button ? button->text() : QString();
        };
        for (int i = 0; i < 5 && focused() != text; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(focused(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    };
    press(u"Keep it as a note"_s);
    QTRY_COMPARE(sharing.refusals().size(), 1);
    QCOMPARE(incident.state().entries.size(), rows + 1);
    const Entry note = incident.state().entries.last();
    QVERIFY2(note.kind == "note"_L1 && note.text.startsWith(u"Not taken by the backend: "_s), qPrintable(note.text));
    QCOMPARE(note.at, claimedAt);
    QVERIFY(incident.state().holdings.isEmpty()); // words, and no command

    press(u"Withdraw it"_s);
    QTRY_COMPARE(sharing.refusals().size(), 0);
    QCOMPARE(incident.state().entries.size(), rows + 1);
    QVERIFY(told(live, u"refused"_s).isEmpty());
    QTRY_COMPARE(sharing.setAside().size(), 2); // in the file they stay
}

// Personal data is for those who need to know (SRE-23, SRE-41): whoever decides is asked, and only where others could read it.
void TestWindowLink::whatIsForAFewIsOfferedToBeMadePrivate()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    window::IncidentController &incident = live.incident().incident();
    const auto offered = [&] { return told(live, u"needToKnow"_s); };
    const auto flag = [&](Verb verb) {
        return incident.execute({verb, {}, {}, {{u"id"_s, u"pii"_s}, {u"why"_s, u"names in the export"_s}}}).ok();
    };
    QVERIFY(flag(Verb::Flag));
    QVERIFY(offered().isEmpty()); // a file is for who has it
    incident.sharing().begin(backend::parseAddress(u"postgresql://ana@localhost:1/none"_s).value(), false);
    QTRY_VERIFY(!incident.session().unconfirmed().isEmpty()); // the record is the backend's to order from here on
    QCOMPARE(offered().size(), 1);
    QVERIFY2(offered().first().contains(u"everybody sees it"_s), qPrintable(offered().first()));
    QVERIFY(flag(Verb::Unflag));
    QTRY_VERIFY(offered().isEmpty());
    live.quickEntry()->setFocus();
    QVERIFY(flag(Verb::Flag));
    QTRY_COMPARE(offered().size(), 1);
    QVERIFY(live.quickEntry()->hasFocus());
    live.incident().window().messages().focusNewest();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(live.quickEntry()->hasFocus());
    const auto *entry = live.window()->findChild<views::QuickEntry *>();
    QCOMPARE(entry->line(), u"/private @%1 "_s.arg(incident.profile()));
    QVERIFY(!incident.state().isPrivate); // a line so far
    QTest::keyClick(live.quickEntry(), Qt::Key_Return);
    QCOMPARE(incident.state().entries.last().type, u"incident.restricted"_s);
    QVERIFY(!incident.state().isPrivate); // and then for the backend to say
}

// The first press says who will read it, a key that is held down says nothing more, and the second press does it.
void TestWindowLink::theSameKeyPutsItThere()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    live.preferences().change([](models::Preferences &all) { all.backend = u"postgresql://ana@127.0.0.1:1/incidents"_s; });
    const IncidentSharing &sharing = live.incident().incident().sharing();
    QAction *sync = live.incident().window().actions().action(u"file.sync"_s);
    QVERIFY(!sync->autoRepeat());
    live.quickEntry()->setFocus();
    sync->trigger();
    QCOMPARE(told(live, u"putThere"_s).size(), 1);
    QVERIFY(told(live, u"putThere"_s).first().contains(u"can read it"_s));
    QCOMPARE(live.incident().window().messages().messages().last().buttons.first().text, u"Put it on the backend (F5)"_s);
    QVERIFY(live.quickEntry()->hasFocus() && !sharing.isBegun());
    live.incident().window().messages().close(u"putThere"_s); // no: then it is asked again
    sync->trigger();
    QVERIFY(!sharing.isBegun() && !told(live, u"putThere"_s).isEmpty());
    sync->trigger();
    QTRY_VERIFY(sharing.isBegun());
}

// By whom and why, where it is seen, and without the keyboard of who types; gone once it is theirs again.
void TestWindowLink::whoLostCommandIsTold()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    window::IncidentController &incident = live.incident().incident();
    QVERIFY(incident.execute({Verb::Claim, {}, {}, {}}).ok());
    QTRY_COMPARE(incident.saveStatus().saving, 0);
    shareAll(live);
    const QString role = incident.process().commander()->id, me = incident.profile();
    QCOMPARE(incident.state().holders(role), QStringList{me});
    live.quickEntry()->setFocus();
    live.clock().advance(Span::minutes(1));
    const qint64 place = incident.state().eventCount + 1;
    const auto overtake = [&](const QString &from, const QString &to, qint64 at) {
        const QJsonObject payload{
            {u"role"_s, role}, {u"from"_s, from}, {u"to"_s, to}, {u"why"_s, u"no answer for ten minutes"_s}};
        incident.takeEvents({wroteElsewhere(live, to, u"command.takenOver"_s, payload, at)});
    };
    overtake(me, u"Priya"_s, place);
    QCOMPARE(incident.state().holders(role), QStringList{u"Priya"_s});
    const QString text = told(live, u"commandTaken"_s).join(u' ');
    QVERIFY2(text.startsWith(u"Command was taken from you. Priya takes over"_s)
                 && text.contains(u"no answer for ten minutes. Tell Priya"_s),
             qPrintable(text));
    QVERIFY(live.quickEntry()->hasFocus());
    QVERIFY(live.incident().window().messages().accessibleName().contains(u"Command was taken from you"_s));
    live.clock().advance(Span::minutes(1));
    overtake(u"Priya"_s, me, place + 1); // at another of their own consoles
    QVERIFY(told(live, u"commandTaken"_s).isEmpty());
}

// What would be in force on this screen alone is not recorded; the line stays until the login may write.
void TestWindowLink::whoMayLookOnlyRecordsNothing()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    shareAll(live);
    window::IncidentController &incident = live.incident().incident();
    const auto severity = incident.state().severity;
    const auto rows = incident.state().entries.size();
    auto *entry = live.window()->findChild<views::QuickEntry *>();
    live.quickEntry()->setFocus();
    entry->prepare(u"/sev SEV3 looks fine"_s);
    LinkStatus status;
    status.state = LinkStatus::State::Online;
    status.server.mayWrite = false;
    incident.sharing().linkChanged(status);
    const auto enter = [&] {
        QTest::keyClick(live.quickEntry(), Qt::Key_Return);
        return incident.state().entries.size() > rows;
    };
    QVERIFY(!enter());
    QCOMPARE(entry->line(), u"/sev SEV3 looks fine"_s);
    const auto refused = incident.execute({Verb::Note, {}, {}, {{u"text"_s, u"who reads this?"_s}}});
    QVERIFY(!refused);
    QVERIFY2(refused.problem().text.contains(u"may look only"_s), qPrintable(refused.problem().text));
    QVERIFY(live.incident().window().actions().whyNot(u"entry.undo"_s).contains(u"may look only"_s));
    const auto *cell = live.window()->findChild<views::Strip *>()->cell(StripCell::Save);
    QTRY_VERIFY2(cell->accessibleName().contains(u"shared with you to read"_s), qPrintable(cell->accessibleName()));
    tell(live, LinkStatus::State::Waiting); // away: what it said holds
    QVERIFY(!enter());
    QCOMPARE(incident.state().severity, severity);
    tell(live, LinkStatus::State::Online); // and lets them write now
    QVERIFY(live.incident().window().actions().whyNot(u"entry.undo"_s).isEmpty());
    QVERIFY(enter());
    QCOMPARE(incident.state().severity, u"SEV3"_s);
}

// What was entered before that was known is with nobody else, and what the others enter arrives all the same.
void TestWindowLink::whoMayLookOnlyIsTold()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    shareAll(live);
    window::IncidentController &incident = live.incident().incident();
    LinkStatus status;
    status.state = LinkStatus::State::Online;
    QVERIFY(incident.execute({Verb::Note, {}, {}, {{u"text"_s, u"who reads this?"_s}}}).ok());
    status.server.mayWrite = false;
    incident.sharing().linkChanged(status);
    QCOMPARE(told(live, u"looksOnly"_s).size(), 1);
    const auto *cell = live.window()->findChild<views::Strip *>()->cell(StripCell::Save);
    QTRY_VERIFY2(cell->accessibleName().contains(u"shared with you to read"_s), qPrintable(cell->accessibleName()));
    status.server.mayWrite = true;
    incident.sharing().linkChanged(status);
    QVERIFY(told(live, u"looksOnly"_s).isEmpty());
}

void TestWindowLink::aServerThatWentBackIsTold()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    IncidentSharing &sharing = live.incident().incident().sharing();
    sharing.onlyHereChanged(3);
    QCOMPARE(told(live, u"wentBack"_s).size(), 1);
    QVERIFY2(told(live, u"wentBack"_s).first().contains(u"3 entries of others"_s), qPrintable(told(live, u"wentBack"_s).first()));
    sharing.onlyHereChanged(0); // they have handed them over again
    QVERIFY(told(live, u"wentBack"_s).isEmpty());
}

// Nobody is kept: a key closes it, another goes on, and what is on its way is waited for.
void TestWindowLink::whatOthersDoNotHaveIsToldBeforeClosing()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    shareAll(live);
    views::MainWindow &window = live.incident().window();
    window::IncidentController &incident = live.incident().incident();
    const auto note = incident.execute({Verb::Note, {}, {}, {{u"text"_s, u"who has this?"_s}}});
    QVERIFY(note.ok());
    QTRY_COMPARE(incident.saveStatus().saving, 0);
    tell(live, LinkStatus::State::Waiting);
    QVERIFY(!window.close());
    QVERIFY2(told(live, u"close"_s).value(0).contains(u"not with the others yet. All of it stays in this file."_s),
             qPrintable(told(live, u"close"_s).join(u' ')));
    window.messages().focusNewest();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the first button: on with it
    QVERIFY(window.isVisible() && told(live, u"close"_s).isEmpty());

    tell(live, LinkStatus::State::Online);
    QVERIFY(!window.close());
    QVERIFY2(told(live, u"close"_s).value(0).contains(u"closes by itself"_s), qPrintable(told(live, u"close"_s).join(u' ')));
    const Event event = note.value().events.first();
    incident.takeEvents({{event, incident.state().eventCount, event.recordedAt, event.recordedBy, false, {}, {}}});
    tell(live, LinkStatus::State::Online); // as after each pull
    QVERIFY(!window.isVisible());
}

QTEST_MAIN(TestWindowLink)
#include "tst_windowlink.moc"
