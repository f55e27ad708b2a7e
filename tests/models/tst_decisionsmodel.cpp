// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionsmodel.h"
#include "modelrig.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::DecisionsModel;
namespace d = fireline::models::decisions;

namespace {

struct Desk : test::ModelRig<DecisionsModel>
{
    using ModelRig::ModelRig;

    /// Ids of the rows of one kind, from the top.
    QStringList ids(d::Kind kind) const { return test::textsOf(model, d::IdRole, {{d::KindRole, kind}}); }
    int rowOf(d::Kind kind, const QString &id) const { return rowWhere({{d::KindRole, kind}, {d::IdRole, id}}); }
    QVariant of(d::Kind kind, const QString &id, int role) const { return value(rowOf(kind, id), role); }
    QString lastEntry() const { return u"E%1"_s.arg(feed.state().entries.size()); }
};

void addProcesses()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << QStringList{};
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P0"_s
                                  << QStringList{u"Disable faulty automation rules"_s, u"Isolate regions"_s,
                                                 u"Roll back updates"_s, u"Place the system in read-only mode"_s};
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s
                               << QStringList{u"Feature flag disable"_s, u"Rollback deployment"_s, u"Scale up resources"_s,
                                              u"Restart services"_s,     u"DNS failover"_s,        u"Hotfix deploy"_s};
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s
                                     << QStringList{
                                            u"Feature flags"_s,       u"Circuit breakers"_s, u"Rollback"_s, u"Config change"_s,
                                            u"Manual intervention"_s, u"Workaround"_s,       u"Fix"_s};
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s
                                     << QStringList{u"Rollback"_s, u"Restart servers"_s, u"Failover to another region"_s};
}

} // namespace

class TestDecisionsModel : public QObject
{
    Q_OBJECT
private slots:
    void waysToMitigateAreInTheOrderOfTheProcess_data() { addProcesses(); }
    void waysToMitigateAreInTheOrderOfTheProcess();
    void speedAndUseStandBesideThem();
    void hypothesesAreInTheOrderOfTheWork();
    void evidenceIsARowOfTheTimeline();
    void aDecisionIsLateWhenItsTimeCame();
    void objectionsBelongToTheDecision();
    void mitigationsWaitToBeJudged();
    void whatIsRetractedStaysStruck();
    void theCauseOpensWithTheProof();
    void refusalsAreToldBefore();
    void anotherIncidentResets();
    void saysWholeSentences();
};

void TestDecisionsModel::waysToMitigateAreInTheOrderOfTheProcess()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QStringList, options);
    Desk desk(process, severity);
    QStringList shown;
    for (int row = 0; row < desk.model.rowCount(); ++row) {
        if (desk.value(row, d::KindRole).toInt() == d::Option)
            shown.append(desk.value(row, Qt::DisplayRole).toString());
    }
    QCOMPARE(shown, options);
    QCOMPARE(desk.value(0, d::KindRole).toInt(), int(d::Heading));
    QVERIFY(!desk.model.flags(desk.model.index(0)).testFlag(Qt::ItemIsSelectable));
}

void TestDecisionsModel::speedAndUseStandBesideThem()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    QCOMPARE(desk.of(d::Option, u"1"_s, d::SpeedRole).toString(), u"Seconds"_s);
    QCOMPARE(desk.of(d::Option, u"2"_s, d::RunRole).toString(), u"kubectl rollout undo deployment/service-name"_s);
    QCOMPARE(desk.of(d::Option, u"2"_s, d::UseWhenRole).toString(), u"Recent deploy caused it"_s);
    QCOMPARE(desk.of(d::Option, u"2"_s, d::SourceRole).toString(), u"NIN-12"_s);
    QStringList asked;
    for (const models::MitigationField &field : desk.model.mitigationFields())
        asked.append(field.id);
    QCOMPARE(asked, (QStringList{u"result"_s, u"status"_s}));
}

void TestDecisionsModel::hypothesesAreInTheOrderOfTheWork()
{
    Desk desk;
    desk.lines({u"/hyp lock"_s, u"/hyp DNS"_s, u"/hyp deploy"_s, u"/hyp disk"_s});
    QCOMPARE(desk.ids(d::Hypothesis), (QStringList{u"H1"_s, u"H2"_s, u"H3"_s, u"H4"_s}));
    QSignalSpy moved(&desk.model, &QAbstractItemModel::rowsMoved);
    desk.lines({u"/ruleout #H1 no waits"_s, u"@bo /test #H3 compare the builds"_s});
    QCOMPARE(desk.ids(d::Hypothesis), (QStringList{u"H3"_s, u"H2"_s, u"H4"_s, u"H1"_s}));
    QVERIFY(!moved.isEmpty());
    QCOMPARE(desk.of(d::Hypothesis, u"H3"_s, d::TesterRole).toString(), u"bo"_s);
    QCOMPARE(desk.of(d::Hypothesis, u"H3"_s, d::HowRole).toString(), u"compare the builds"_s);
    QCOMPARE(desk.of(d::Hypothesis, u"H1"_s, d::WhyRole).toString(), u"no waits"_s);
    desk.lines({u"/confirmed #H2 the resolver times out"_s});
    QCOMPARE(desk.ids(d::Hypothesis).first(), u"H2"_s);
}

void TestDecisionsModel::evidenceIsARowOfTheTimeline()
{
    Desk desk;
    desk.lines({u"/hyp lock"_s, u"/finding 40 sessions wait"_s});
    const QString ref = desk.lastEntry();
    QCOMPARE(desk.model.evidence().first().first, ref);
    QCOMPARE(desk.model.evidence().first().second, u"40 sessions wait"_s);
    desk.lines({u"/confirmed #H1 seen in #"_s + ref});
    QCOMPARE(desk.of(d::Hypothesis, u"H1"_s, d::EvidenceRefRole).toString(), ref);
    QCOMPARE(desk.of(d::Hypothesis, u"H1"_s, d::EvidenceTextRole).toString(), u"40 sessions wait"_s);
    QCOMPARE(desk.of(d::Hypothesis, u"H1"_s, d::EvidenceEntryRole).toString(), desk.feed.state().entry(ref)->eventId);
}

void TestDecisionsModel::aDecisionIsLateWhenItsTimeCame()
{
    Desk desk;
    desk.lines({u"/decision wait for the vendor revisit +30m"_s, u"/decision keep writes off"_s});
    QCOMPARE(desk.ids(d::Decision), (QStringList{u"D2"_s, u"D1"_s}));
    desk.feed.advance(Span::minutes(29));
    QCOMPARE(desk.of(d::Decision, u"D1"_s, d::StateRole).toInt(), int(d::Stands));
    desk.feed.advance(Span::minutes(1));
    QCOMPARE(desk.of(d::Decision, u"D1"_s, d::StateRole).toInt(), int(d::Late));
    QCOMPARE(desk.ids(d::Decision), (QStringList{u"D1"_s, u"D2"_s}));
    desk.lines({u"/decision fail over replaces #D1 irreversible"_s});
    QCOMPARE(desk.ids(d::Decision), (QStringList{u"D3"_s, u"D2"_s, u"D1"_s}));
    QCOMPARE(desk.of(d::Decision, u"D1"_s, d::ReplacedByRole).toString(), u"D3"_s);
    QCOMPARE(desk.of(d::Decision, u"D3"_s, d::ReplacesRole).toString(), u"D1"_s);
    QVERIFY(desk.of(d::Decision, u"D3"_s, d::IrreversibleRole).toBool());
    QCOMPARE(desk.model.standingDecisions().size(), 2);
}

void TestDecisionsModel::objectionsBelongToTheDecision()
{
    Desk desk;
    desk.lines({u"/poll fail over"_s, u"@bo /object #P1 the replica is stale"_s, u"@cy /ok #P1"_s});
    QCOMPARE(desk.model.polls().size(), 1);
    desk.lines({u"/decision fail over anyway #P1"_s});
    QCOMPARE(desk.of(d::Decision, u"D1"_s, d::ObjectionsRole).toStringList(), (QStringList{u"bo"_s, u"the replica is stale"_s}));
    QCOMPARE(desk.of(d::Decision, u"D1"_s, d::AnsweredRole).toInt(), 2);
    QVERIFY(desk.model.polls().isEmpty());
}

void TestDecisionsModel::mitigationsWaitToBeJudged()
{
    Desk desk;
    desk.lines({u"/hyp deploy"_s, u"/mitigation Rollback \"back to 1.2.2\" for #H1 temporary"_s, u"/mitigation Restart pods"_s,
                u"/result #M2 none"_s});
    QCOMPARE(desk.ids(d::Mitigation), (QStringList{u"M1"_s, u"M2"_s}));
    QCOMPARE(desk.of(d::Mitigation, u"M1"_s, d::StateRole).toInt(), int(d::Applied));
    QCOMPARE(desk.of(d::Mitigation, u"M2"_s, d::StateRole).toInt(), int(d::NoEffect));
    QVERIFY(desk.of(d::Mitigation, u"M1"_s, d::TemporaryRole).toBool());
    QCOMPARE(desk.of(d::Mitigation, u"M1"_s, d::HypothesisRole).toString(), u"H1"_s);
}

void TestDecisionsModel::whatIsRetractedStaysStruck()
{
    Desk desk;
    desk.lines({u"/hyp lock"_s});
    const QString ref = desk.lastEntry();
    desk.lines({u"/retract #%1 said by mistake"_s.arg(ref)});
    QVERIFY(desk.of(d::Hypothesis, u"H1"_s, d::RetractedRole).toBool());
    QCOMPARE(desk.of(d::Hypothesis, u"H1"_s, d::WhyRole).toString(), u"said by mistake"_s);
}

void TestDecisionsModel::theCauseOpensWithTheProof()
{
    Desk desk;
    QSignalSpy changed(&desk.model, &DecisionsModel::situationChanged);
    QVERIFY(!desk.model.causeClosures().isEmpty());
    QCOMPARE(desk.model.causeClosures().first().rule->cite(), u"SRE-13"_s);
    QVERIFY(desk.model.causeClosures().first().opensByProof);
    desk.lines({u"/hyp lock"_s, u"/confirmed #H1 40 sessions wait"_s});
    QVERIFY(desk.model.causeClosures().isEmpty());
    QVERIFY(!changed.isEmpty());
    Desk nine(u"nine-step"_s, u"P1"_s);
    QVERIFY(nine.model.causeClosures().isEmpty());
    Desk help(u"helpdeskflow"_s, u"P0"_s);
    QVERIFY(!help.model.causeClosures().isEmpty());
    QVERIFY(!help.model.causeClosures().first().opensByProof);
}

void TestDecisionsModel::refusalsAreToldBefore()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    Command command;
    command.verb = Verb::Mitigation;
    command.args = {{u"id"_s, u"Rollback deployment"_s}, {u"text"_s, u"back to 1.2.2"_s}};
    const qint64 events = desk.feed.state().eventCount;
    QVERIFY(desk.model.whyNot(command).contains(u"NIN-13"_s));
    command.args.insert(u"fields"_s, QJsonObject{{u"result"_s, u"partial"_s}, {u"status"_s, u"Monitoring"_s}});
    QCOMPARE(desk.model.whyNot(command), QString());
    QCOMPARE(desk.feed.state().eventCount, events);
}

void TestDecisionsModel::anotherIncidentResets()
{
    Desk desk;
    QSignalSpy reset(&desk.model, &QAbstractItemModel::modelReset);
    emit desk.feed.reset();
    QCOMPARE(reset.size(), 1);
}

void TestDecisionsModel::saysWholeSentences()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    desk.lines({u"/hyp lock"_s, u"@bo /test #H1 look"_s, u"/decision wait"_s});
    QCOMPARE(desk.of(d::Hypothesis, u"H1"_s, Qt::AccessibleTextRole).toString(), u"Hypothesis H1, being tested by bo: lock"_s);
    QCOMPARE(desk.of(d::Decision, u"D1"_s, Qt::AccessibleTextRole).toString(), u"Decision D1 by ana: wait"_s);
    QCOMPARE(desk.of(d::Option, u"1"_s, Qt::AccessibleTextRole).toString(),
             u"Way to mitigate 1: Feature flag disable. It takes: Seconds. Use it when: Feature-specific issue"_s);
}

QTEST_GUILESS_MAIN(TestDecisionsModel)
#include "tst_decisionsmodel.moc"
