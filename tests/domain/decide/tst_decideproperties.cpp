// SPDX-License-Identifier: GPL-3.0-or-later
#include "linegen.h"
#include "rig.h"

#include <QTest>

using namespace fireline::conformance;
using namespace fireline::domain;
using namespace fireline::domain::test;
using namespace Qt::StringLiterals;

class TestDecideProperties : public QObject
{
    Q_OBJECT
private slots:
    void anyLines_data();
    void anyLines();
};

namespace {

void checkRoles(const IncidentState &state, const Process &process)
{
    for (const RoleDef &role : process.roles) {
        if (role.single)
            RC_ASSERT(state.holders(role.id).size() <= 1);
    }
}

void checkWords(const IncidentState &state, const Process &process)
{
    RC_ASSERT(state.severity.isEmpty() || process.severity(state.severity));
    RC_ASSERT(state.phase.isEmpty() || process.phase(state.phase));
    RC_ASSERT(!state.closedAt.isSet() || state.resolvedAt.isSet());
    for (const Change &change : state.changes)
        RC_ASSERT(change.state != Change::State::Verified || change.executedAt.isSet());
    for (const Update &update : state.updates)
        RC_ASSERT(update.state != Update::State::Sent || update.sentAt.isSet());
}

void checkClocks(const ConformanceRig &rig)
{
    const QList<RunningClock> clocks = runningClocks(rig.state(), rig.process(), rig.now());
    QSet<QString> ids;
    for (const RunningClock &clock : clocks) {
        RC_ASSERT(clock.anchor.isSet());
        RC_ASSERT(!clock.id.isEmpty());
        RC_ASSERT(!ids.contains(clock.id));
        ids.insert(clock.id);
        RC_ASSERT(clock.state != RunningClock::State::Late || clock.late <= rig.now());
    }
    const Instant next = nextChange(clocks, rig.now());
    RC_ASSERT(!next.isSet() || next > rig.now());
}

} // namespace

void TestDecideProperties::anyLines_data()
{
    QTest::addColumn<QString>("processId");
    for (const QString &id : {u"community-hub"_s, u"helpdeskflow"_s, u"nine-step"_s, u"severity-ladder"_s, u"sre-directorate"_s})
        QTest::newRow(qPrintable(id)) << id;
}

// Whatever is typed: a refusal says why and writes nothing, what is taken is written in the shape its type asks for (the rig
// insists), and the incident stays one that the process knows.
void TestDecideProperties::anyLines()
{
    QFETCH(QString, processId);
    QVERIFY(rc::check(qPrintable(processId), [&] {
        ConformanceRig rig(processId);
        const QString severity = rig.process().severities.at(*rc::gen::inRange<qsizetype>(0, rig.process().severities.size())).id;
        RC_PRE(rig.declare(u"ana"_s, severity, u"service=web"_s).ok);
        const int count = *rc::gen::inRange(1, 30);
        for (int i = 0; i < count; ++i) {
            const QString line = *anyLineFor(rig.process());
            const QString who = *rc::gen::elementOf(std::vector<QString>{u"ana"_s, u"bo"_s, u"cy"_s});
            const qsizetype before = rig.events().size();
            const Answer answer = rig.line(who, line);
            RC_ASSERT(answer.ok == (rig.events().size() > before));
            RC_ASSERT(answer.ok || !answer.text.isEmpty());
            RC_ASSERT(answer.ok || !answer.code.isEmpty());
            RC_ASSERT(rig.state().eventCount == rig.events().size());
            checkRoles(rig.state(), rig.process());
            checkWords(rig.state(), rig.process());
            rig.advance(Span::minutes(*rc::gen::inRange(0, 20)));
        }
        checkClocks(rig);
    }));
}

QTEST_APPLESS_MAIN(TestDecideProperties)
#include "tst_decideproperties.moc"
