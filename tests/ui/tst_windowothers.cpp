// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "backendaddress.h"
#include "entry/quickentry.h"
#include "incidentsharing.h"
#include "linkedwindow.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "strip/strip.h"

#include <QApplication>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::test;
using fireline::sync::LinkStatus;
using fireline::views::StripCell;
using fireline::window::IncidentSharing;

/// What the whole window says of the others at a shared backend: who is there, what they took or set, and who only looks.
class TestWindowOthers : public QObject
{
    Q_OBJECT
private slots:
    void whoIsHereIsToldByAKey();
    void whatTwoSetAtOnceIsChosenByKeys();
    void whoLostCommandIsTold();
    void whoMayLookOnlyRecordsNothing();
    void whoMayLookOnlyIsTold();

private:
    views::Theme m_theme;
};

// The strip has room for a number alone, and its tip is for who has a mouse.
void TestWindowOthers::whoIsHereIsToldByAKey()
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

// From the strip by Enter, to the value that is wanted by an arrow's way of Tab, and chosen by the space bar.
void TestWindowOthers::whatTwoSetAtOnceIsChosenByKeys()
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

// By whom and why, where it is seen, and without the keyboard of who types; gone once it is theirs again.
void TestWindowOthers::whoLostCommandIsTold()
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
void TestWindowOthers::whoMayLookOnlyRecordsNothing()
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
void TestWindowOthers::whoMayLookOnlyIsTold()
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

QTEST_MAIN(TestWindowOthers)
#include "tst_windowothers.moc"
