// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "aside/asideroles.h"
#include "backendaddress.h"
#include "entry/quickentry.h"
#include "incidentsharing.h"
#include "linkedwindow.h"
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
    void anotherClockIsTold();
    void whatWasRefusedStaysUntilItsLineIsRecorded();
    void whatWasRefusedIsKeptAsANoteOrWithdrawn();
    void whatIsForAFewIsOfferedToBeMadePrivate();
    void theSameKeyPutsItThere();
    void aServerThatWentBackIsTold();
    void whatOthersDoNotHaveIsToldBeforeClosing();

private:
    views::Theme m_theme;
};

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
