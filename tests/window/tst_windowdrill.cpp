// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddesk.h"
#include "declaredincident.h"
#include "drilllibrary.h"
#include "drillsetup.h"
#include "inbox/inboxmodel.h"
#include "shell/messagebar.h"
#include "theme/theme.h"
#include "windowdrill.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::session;
using fireline::views::Message;
using fireline::views::MessageBar;
using fireline::views::Theme;
using fireline::window::CommandDesk;
using fireline::window::IncidentController;
using fireline::window::WindowDrill;

/// A drill is stopped at once and for good, and that stands in its record, or it is said that it does not.
class TestWindowDrill : public QObject
{
    Q_OBJECT
private slots:
    void theStopStandsInTheRecord();
    void aStopThatCannotBeRecordedIsTold();
    void alertsOfAScenarioAreInTheInbox();

private:
    SimulatedClock m_clock{*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    UuidV7Source m_ids{42};
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
    Theme m_theme;
};

void TestWindowDrill::theStopStandsInTheRecord()
{
    MemoryStore::Disk disk;
    IncidentController incident(fireline::test::declaredIncident(disk, m_setup), m_clock);
    WindowDrill drill({{}, false, u"ana"_s, 1, {}}, incident, m_clock);
    QSignalSpy ended(&drill, &WindowDrill::ended);
    QSignalSpy notRecorded(&drill, &WindowDrill::notRecorded);
    drill.stop();
    QCOMPARE(ended.size(), 1);
    QVERIFY(notRecorded.isEmpty());
    QCOMPARE(incident.state().entries.last().text, u"The drill was stopped here."_s);
    drill.stop();
    QCOMPARE(ended.size(), 1);
}

void TestWindowDrill::aStopThatCannotBeRecordedIsTold()
{
    MemoryStore::Disk disk;
    IncidentController incident(fireline::test::declaredIncident(disk, m_setup), m_clock);
    MessageBar messages(m_theme);
    CommandDesk desk(incident, messages);
    WindowDrill drill({{}, false, u"ana"_s, 1, {}}, incident, m_clock);
    connect(&drill, &WindowDrill::notRecorded, &desk, &CommandDesk::notRecorded);
    disk.failFrom = disk.appends;
    disk.failures = 1;
    desk.submit({Verb::Note, {}, {}, {{u"text"_s, u"one"_s}}});
    QTRY_COMPARE(incident.saveStatus().notSaved, 1);
    const Instant stopped = m_clock.now();
    drill.stop();
    QVERIFY(drill.isOver());
    const Message told = messages.messages().last();
    QVERIFY2(told.text.contains(u"The drill was stopped here."_s), qPrintable(told.text));
    QCOMPARE(told.buttons.size(), 1);

    m_clock.advance(Span::minutes(1));
    incident.retrySaving();
    QTRY_COMPARE(incident.saveStatus().notSaved, 0);
    told.buttons.first().press();
    QCOMPARE(incident.state().entries.last().text, u"The drill was stopped here."_s);
    QCOMPARE(incident.state().entries.last().at, stopped);
}

// By the same model as those of a source (HDF-8): they fire, and are acknowledged, with the clock of the process in between.
void TestWindowDrill::alertsOfAScenarioAreInTheInbox()
{
    namespace inbox = fireline::models::inbox;
    const Process process = fireline::process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
    const fireline::drill::DrillLibrary library({}, [&process](const QString &) { return &process; });
    const auto scenario = library.find(u"withdrawn-routes"_s);
    QVERIFY2(scenario.ok(), scenario ? "" : qPrintable(scenario.problem().text));
    const auto setup = fireline::drill::setupOf(scenario.value());
    for (const auto &[seconds, state] : {std::pair(315, inbox::Firing), std::pair(342, inbox::Acknowledged)}) {
        m_clock.set(setup.start);
        MemoryStore::Disk disk;
        IncidentController incident(fireline::test::declaredIncident(disk, m_setup, false, setup.declare), m_clock);
        QVERIFY(incident.state().drill);
        fireline::models::InboxModel model(incident);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        WindowDrill drill({scenario.value(), true, u"ana"_s, 1, Span::seconds(seconds)}, incident, m_clock);
        drill.start();
        QTRY_COMPARE(model.rowCount(), 1);
        const QModelIndex alert = model.index(0, 0);
        QCOMPARE(alert.data().toString() + alert.data(inbox::RecordRole).toString(), u"RoutesGoneL1"_s);
        QTRY_COMPARE(alert.data(inbox::StateRole).toInt(), int(state));
        QCOMPARE(alert.data(inbox::DueRole).toLongLong() > 0, state == inbox::Firing);
    }
}

QTEST_MAIN(TestWindowDrill)
#include "tst_windowdrill.moc"
