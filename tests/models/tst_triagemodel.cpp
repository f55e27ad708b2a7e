// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelrig.h"
#include "triage/triagemodel.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::TriageModel;
namespace t = fireline::models::triage;

namespace {

struct Desk : test::ModelRig<TriageModel>
{
    using ModelRig::ModelRig;

    QStringList ids(t::Kind kind) const { return test::textsOf(model, t::IdRole, {{t::KindRole, kind}}); }
    int rowOf(t::Kind kind, const QString &id) const { return rowWhere({{t::KindRole, kind}, {t::IdRole, id}}); }
    QVariant of(t::Kind kind, const QString &id, int role) const { return value(rowOf(kind, id), role); }
    t::State state(t::Kind kind, const QString &id) const { return t::State(of(kind, id, t::StateRole).toInt()); }
    QString said(t::Kind kind, const QString &id) const { return of(kind, id, Qt::AccessibleTextRole).toString(); }
};

} // namespace

class TestTriageModel : public QObject
{
    Q_OBJECT
private slots:
    void aConditionThatTicksItselfNamesItsCommand();
    void asksWhatTheProcessAsks_data();
    void asksWhatTheProcessAsks();
    void theFirstAnswerIsKept();
    void theTableProposesAndGivesItsRow_data();
    void theTableProposesAndGivesItsRow();
    void aRuleProposesASeverity();
    void aTableProposesAnAnswer();
    void definitionsStandBesideTheChoice();
    void choicesTellWhatTheyMean();
    void theRecordTellsWhatIsMissing();
    void aFlagTellsWhatItSetsOffBeforeItIsSet();
    void nothingGoesOutsideWhenItIsRestricted();
    void reportsThatAreAlikeAreTold();
    void reportsAreTheNewestFirst();
    void theImpactIsWhatWasStatedLast();
    void onwardTellsWhatIsMissing_data();
    void onwardTellsWhatIsMissing();
    void theBeginningWaits();
    void whatIsRefusedIsToldBefore();
    void anotherIncidentResets();
};

// HDF-6, HDF-26, HUB-1, HUB-14, LAD-5, NIN-2, NIN-5, SRE-36: each process asks its own questions, in this order.
void TestTriageModel::aConditionThatTicksItselfNamesItsCommand()
{
    Desk hub(u"community-hub"_s, u"P1"_s);
    QVERIFY2(hub.said(t::Need, u"hub.order"_s).endsWith(u": not met yet, type /phase"_s),
             qPrintable(hub.said(t::Need, u"hub.order"_s)));
}

void TestTriageModel::asksWhatTheProcessAsks_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QStringList>("questions");
    QTest::addColumn<QStringList>("records");
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QStringList>("patterns");
    QTest::newRow("community-hub") << u"community-hub"_s
                                   << QStringList{u"source"_s, u"reproduced"_s, u"verdict"_s, u"matches_outage"_s}
                                   << QStringList{} << QStringList{u"relief"_s} << QStringList{};
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s
                                  << QStringList{u"failure"_s,         u"blast_radius"_s, u"playbook"_s,        u"logs_checked"_s,
                                                 u"metrics_checked"_s, u"class"_s,        u"detection_source"_s}
                                  << QStringList{u"hdf.triage"_s} << QStringList{}
                                  << QStringList{u"similar_reports"_s, u"repeated_alert"_s};
    QTest::newRow("nine-step") << u"nine-step"_s
                               << QStringList{u"user_impact"_s,   u"business_impact"_s, u"service"_s,         u"impact"_s,
                                              u"business_kind"_s, u"ic_needed"_s,       u"detection_source"_s}
                               << QStringList{u"nin.triage"_s} << QStringList{} << QStringList{};
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << QStringList{u"scope"_s, u"impact"_s, u"service"_s, u"brief"_s}
                                     << QStringList{u"lad.scope"_s} << QStringList{} << QStringList{};
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << QStringList{u"is_incident"_s} << QStringList{u"sre.triage"_s}
                                     << QStringList{u"pii"_s, u"money"_s} << QStringList{};
}

void TestTriageModel::asksWhatTheProcessAsks()
{
    QFETCH(QString, process);
    QFETCH(QStringList, questions);
    QFETCH(QStringList, records);
    QFETCH(QStringList, flags);
    QFETCH(QStringList, patterns);
    Desk desk(process, process == "sre-directorate"_L1 ? u"SEV2"_s : QString());
    QCOMPARE(desk.ids(t::Question), questions);
    QCOMPARE(desk.ids(t::Record), records);
    QCOMPARE(desk.ids(t::Flag), flags);
    QCOMPARE(desk.ids(t::Pattern), patterns);
    QCOMPARE(desk.ids(t::Confirmation).size(), 1);
    QCOMPARE(desk.ids(t::Severity).size(), desk.feed.process().severities.size());
    QVERIFY(!desk.model.flags(desk.model.index(0)).testFlag(Qt::ItemIsSelectable));
    for (int row = 0; row < desk.model.rowCount(); ++row)
        QVERIFY(!desk.value(row, Qt::AccessibleTextRole).toString().isEmpty());
}

void TestTriageModel::theFirstAnswerIsKept()
{
    Desk desk(u"severity-ladder"_s);
    const auto state = [&] { return desk.state(t::Confirmation, u"confirm"_s); };
    QCOMPARE(state(), t::Open);
    QCOMPARE(desk.of(t::Confirmation, u"confirm"_s, t::SourceRole).toString(), u"LAD-5"_s);
    desk.lines({u"/confirm false the probe was wrong"_s});
    QCOMPARE(state(), t::FalseAlarm);
    QVERIFY(desk.of(t::Confirmation, u"confirm"_s, t::ReasonRole).toString().contains(u"the probe was wrong"_s));
    desk.feed.advance(Span::minutes(2));
    desk.lines({u"/confirm real"_s});
    QCOMPARE(state(), t::Answered);
    QCOMPARE(desk.of(t::Confirmation, u"confirm"_s, t::AtRole).toLongLong(), desk.feed.now().us);
    const QString ref = desk.of(t::Confirmation, u"confirm"_s, t::RefRole).toString();
    QCOMPARE(desk.feed.state().entry(ref)->type, u"incident.confirmed"_s);
}

// NIN-2, HDF-1: proposed, with the row; what is missing is told.
void TestTriageModel::theTableProposesAndGivesItsRow_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("answers");
    QTest::addColumn<QString>("proposed"); // empty: none
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QStringList>("missing");
    const QString nin = u"nine-step"_s;
    const QString hdf = u"helpdeskflow"_s;
    QTest::newRow("nothing") << nin << QString() << QString() << QString() << QStringList{u"User impact"_s, u"Business impact"_s};
    QTest::newRow("row 2") << nin << u"user_impact=many business_impact=significant"_s << u"P2"_s
                           << u"row 2 of the table, User impact: many; Business impact: significant"_s << QStringList{};
    QTest::newRow("no row") << nin << u"user_impact=few business_impact=revenue"_s << u"P1"_s
                            << u"no row fits all of it, so the worst that fits one counts: User impact: few; "
                               "Business impact: revenue"_s
                            << QStringList{};
    QTest::newRow("half") << nin << u"user_impact=some"_s << u"P3"_s
                          << u"no row fits all of it, so the worst that fits one counts: User impact: some"_s
                          << QStringList{u"Business impact"_s};
    QTest::newRow("any") << hdf << u"failure=platform"_s << u"P0"_s << u"row 1 of the table, What fails: platform"_s
                         << QStringList{u"Blast radius"_s};
    QTest::newRow("asks") << hdf << u"blast_radius=global"_s << QString() << QString() << QStringList{u"What fails"_s};
}

void TestTriageModel::theTableProposesAndGivesItsRow()
{
    QFETCH(QString, process);
    QFETCH(QString, answers);
    QFETCH(QString, proposed);
    QFETCH(QString, reason);
    QFETCH(QStringList, missing);
    Desk desk(process);
    if (!answers.isEmpty())
        desk.lines({u"/field "_s + answers});
    QCOMPARE(desk.ids(t::Proposal).size(), 1);
    const QString id = desk.ids(t::Proposal).first();
    QCOMPARE(desk.of(t::Proposal, id, t::MissingRole).toStringList(), missing);
    QCOMPARE(desk.state(t::Proposal, id), proposed.isEmpty() ? t::Waiting : t::Proposed);
    QVERIFY(desk.feed.state().severity.isEmpty()); // never decided
    if (proposed.isEmpty())
        return;
    QCOMPARE(id, proposed);
    QCOMPARE(desk.of(t::Proposal, id, t::ReasonRole).toString(), reason);
    QCOMPARE(desk.state(t::Severity, proposed), t::Proposed);
    desk.lines({u"/sev "_s + proposed});
    QCOMPARE(desk.state(t::Proposal, id), t::Current);
    QCOMPARE(desk.state(t::Severity, proposed), t::Current);
}

// SRE-41, HDF-4: a rule that waits proposes too, until somebody takes its step.
void TestTriageModel::aRuleProposesASeverity()
{
    Desk sre(u"sre-directorate"_s, u"SEV2"_s);
    QVERIFY(sre.ids(t::Proposal).isEmpty());
    sre.lines({u"/claim"_s, u"/flag pii customer list in a log"_s});
    QCOMPARE(sre.ids(t::Proposal), QStringList{u"SEV1"_s});
    QCOMPARE(sre.of(t::Proposal, u"SEV1"_s, t::SourceRole).toString(), u"SRE-23"_s);
    QCOMPARE(sre.of(t::Proposal, u"SEV1"_s, t::ReasonRole).toString(), u"the flag “Personal data (PII/PHI) exposed” is set"_s);
    QCOMPARE(sre.of(t::Proposal, u"SEV1"_s, t::RankRole).toInt(), 1);
    sre.lines({u"/sev SEV1 personal data"_s});
    QVERIFY(sre.ids(t::Proposal).isEmpty());

    Desk hdf(u"helpdeskflow"_s, u"P2"_s);
    hdf.lines({u"/impact spreading yes"_s});
    QVERIFY(hdf.ids(t::Proposal).contains(u"P1"_s));
    QVERIFY(hdf.of(t::Proposal, u"P1"_s, t::ReasonRole).toString().contains(u"getting worse"_s));
}

// HUB-1: the verdict of the validation is proposed as well, and stands no longer as a proposal once it is given.
void TestTriageModel::aTableProposesAnAnswer()
{
    Desk desk(u"community-hub"_s);
    desk.lines({u"/field source=freshdesk"_s});
    QCOMPARE(desk.ids(t::Proposal), QStringList{u"try to reproduce"_s});
    desk.lines({u"/field reproduced=reproduced"_s});
    QCOMPARE(desk.ids(t::Proposal), QStringList{u"outage"_s});
    QCOMPARE(desk.of(t::Proposal, u"outage"_s, t::ProposesRole).toString(), u"field/verdict"_s);
    QCOMPARE(desk.of(t::Proposal, u"outage"_s, t::ReasonRole).toString(),
             u"row 5 of the table, Incident source: freshdesk; Tested or reproduced: reproduced"_s);
    QCOMPARE(desk.rowOf(t::Proposal, u"outage"_s), desk.rowOf(t::Question, u"verdict"_s) + 1);
    desk.lines({u"/field verdict=outage"_s});
    QVERIFY(desk.ids(t::Proposal).isEmpty());
}

void TestTriageModel::definitionsStandBesideTheChoice()
{
    Desk desk(u"sre-directorate"_s, u"SEV2"_s);
    QCOMPARE(desk.ids(t::Severity), (QStringList{u"SEV1"_s, u"SEV2"_s, u"SEV3"_s, u"SEV4"_s}));
    QCOMPARE(desk.state(t::Severity, u"SEV2"_s), t::Current);
    QVERIFY(desk.of(t::Severity, u"SEV1"_s, t::DefinitionRole).toStringList().contains(u"100% outage for all users."_s));
    QVERIFY(desk.of(t::Severity, u"SEV1"_s, t::ExamplesRole).toStringList().contains(u"Ransomware detected"_s));
    QVERIFY(desk.of(t::Severity, u"SEV4"_s, t::ExpectRole).toStringList().contains(u"Do not page."_s));
    QCOMPARE(desk.of(t::Severity, u"SEV3"_s, t::RankRole).toInt(), 3);
}

void TestTriageModel::choicesTellWhatTheyMean()
{
    Desk desk(u"nine-step"_s);
    const QStringList choices = desk.of(t::Question, u"user_impact"_s, t::ChoicesRole).toStringList();
    QCOMPARE(choices.mid(0, 2), (QStringList{u"all"_s, u"all (All users, core feature)"_s}));
    Desk sre(u"sre-directorate"_s, u"SEV2"_s);
    QCOMPARE(sre.of(t::Question, u"is_incident"_s, t::AnswerRole).toInt(), int(t::YesNo));
    Desk hdf(u"helpdeskflow"_s);
    QCOMPARE(hdf.of(t::Question, u"logs_checked"_s, t::AnswerRole).toInt(), int(t::YesNo));
    hdf.lines({u"/field logs_checked=true"_s});
    QCOMPARE(hdf.of(t::Question, u"logs_checked"_s, t::ValueRole).toString(), u"Yes"_s);
}

void TestTriageModel::theRecordTellsWhatIsMissing()
{
    Desk desk(u"helpdeskflow"_s);
    const QString form = u"hdf.triage"_s;
    QCOMPARE(desk.state(t::Record, form), t::Blocked);
    QVERIFY(desk.of(t::Record, form, t::MissingRole).toStringList().join(u' ').contains(u"Blast radius"_s));
    desk.lines({u"/sev P1"_s, u"/field blast_radius=isolated logs_checked=true metrics_checked=true"_s});
    QCOMPARE(desk.state(t::Record, form), t::Ready);
    QStringList asked;
    for (const models::TriageField &field : desk.model.recordFields(form))
        asked.append(field.id + u'=' + field.known);
    QCOMPARE(asked, (QStringList{u"blast_radius=isolated"_s, u"logs_checked=true"_s, u"metrics_checked=true"_s}));
    desk.lines({u"/draft hdf.triage"_s});
    QCOMPARE(desk.state(t::Record, form), t::Answered);
}

// SRE-23, SRE-24, SRE-41, HUB-17: told before it is set.
void TestTriageModel::aFlagTellsWhatItSetsOffBeforeItIsSet()
{
    Desk desk(u"sre-directorate"_s, u"SEV2"_s);
    QCOMPARE(desk.state(t::Flag, u"pii"_s), t::Open);
    const QString told = desk.of(t::Flag, u"pii"_s, t::SetsOffRole).toStringList().join(u'\n');
    for (const QString &part : {u"page Privacy Officer, Legal Counsel"_s, u"restrict to Privacy Officer"_s, u"severity SEV1"_s,
                                u"Offers 3 steps: Stop: do not delete logs"_s, u"channel in slack private"_s,
                                u"Do not delete logs: they are evidence. (SRE-23)"_s, u"Starts a clock"_s})
        QVERIFY2(told.contains(part), qPrintable(told));
    QVERIFY2(!told.contains(u"open the list"_s), "told twice");
    QVERIFY(desk.said(t::Flag, u"pii"_s).contains(u"It would set off"_s));
    desk.lines({u"/flag pii a log"_s});
    QCOMPARE(desk.state(t::Flag, u"pii"_s), t::Set);
    QCOMPARE(desk.of(t::Flag, u"pii"_s, t::AtRole).toLongLong(), desk.feed.now().us);
    desk.lines({u"/unflag pii test data"_s});
    QCOMPARE(desk.state(t::Flag, u"pii"_s), t::Open);
    Desk hub(u"community-hub"_s);
    QVERIFY(hub.of(t::Flag, u"relief"_s, t::SetsOffRole).toStringList().join(u' ').contains(u"HUB-17"_s));
}

void TestTriageModel::nothingGoesOutsideWhenItIsRestricted()
{
    Desk desk(u"sre-directorate"_s, u"SEV2"_s);
    QVERIFY(desk.ids(t::Inside).isEmpty());
    desk.lines({u"/flag pii a log"_s});
    QCOMPARE(desk.ids(t::Inside).size(), 1);
    QVERIFY(desk.of(t::Inside, u"inside"_s, Qt::DisplayRole).toString().contains(u"Nothing of it goes outside"_s));
}

// HDF-10, from the first report to the escalation.
void TestTriageModel::reportsThatAreAlikeAreTold()
{
    Desk desk(u"helpdeskflow"_s, u"P2"_s);
    const QString id = u"similar_reports"_s;
    QCOMPARE(desk.state(t::Pattern, id), t::Open);
    QVERIFY(desk.of(t::Pattern, id, t::SetsOffRole).toStringList().join(u' ').contains(u"HDF-10"_s));
    QCOMPARE(desk.of(t::Pattern, id, t::AlikeNeededRole).toInt(), 3);
    QCOMPARE(desk.of(t::Pattern, id, t::KindsNeededRole).toInt(), 2);
    QCOMPARE(desk.of(t::Pattern, id, t::WithinRole).toLongLong(), Span::minutes(15).us);
    desk.lines({u"/report tickets fail region:EU"_s});
    desk.feed.advance(Span::minutes(3));
    desk.lines({u"/report tickets fail region:EU"_s});
    QCOMPARE(desk.state(t::Pattern, id), t::Growing);
    QCOMPARE(desk.of(t::Pattern, id, t::ItemsRole).toStringList(), (QStringList{u"R1"_s, u"R2"_s}));
    desk.feed.advance(Span::minutes(14)); // the first is too old now
    QCOMPARE(desk.of(t::Pattern, id, t::AlikeRole).toInt(), 1);
    desk.lines({u"/report tickets fail region:US"_s});
    QCOMPARE(desk.state(t::Pattern, id), t::Complete);
    QCOMPARE(desk.of(t::Pattern, id, t::ItemsRole).toStringList(), (QStringList{u"R2"_s, u"R3"_s}));
    QVERIFY(desk.said(t::Pattern, id).contains(u"R2, R3"_s));
}

void TestTriageModel::reportsAreTheNewestFirst()
{
    Desk desk(u"helpdeskflow"_s, u"P2"_s);
    QCOMPARE(desk.value(desk.rowOf(t::Heading, {}), Qt::DisplayRole).toString(), u"Is it an incident?"_s);
    desk.lines({u"/report tickets fail region:EU reporter:Kim"_s, u"/report logo is old"_s});
    QCOMPARE(desk.ids(t::Report), (QStringList{u"R2"_s, u"R1"_s}));
    QCOMPARE(desk.of(t::Report, u"R1"_s, t::DetailsRole).toStringList(),
             (QStringList{u"Region"_s, u"EU"_s, u"Reported by"_s, u"Kim"_s}));
    QCOMPARE(desk.model.symptoms().size(), 2);
    const QString ref = desk.of(t::Report, u"R2"_s, t::RefRole).toString();
    desk.lines({u"/correct #%1 text=\"the logo is wrong\""_s.arg(ref)});
    QCOMPARE(desk.of(t::Report, u"R2"_s, Qt::DisplayRole).toString(), u"the logo is wrong"_s);
    desk.lines({u"/retract #%1 no fault"_s.arg(ref)});
    QCOMPARE(desk.state(t::Report, u"R2"_s), t::Retracted);
    QCOMPARE(desk.model.symptoms().size(), 1);
    QStringList asked;
    for (const models::TriageField &field : desk.model.reportFields())
        asked.append(field.id);
    QCOMPARE(asked, (QStringList{u"region"_s, u"workspace_type"_s, u"reporter"_s, u"ticket"_s}));
    QCOMPARE(desk.model.reportFields().first().given, QStringList{u"EU"_s});
}

void TestTriageModel::theImpactIsWhatWasStatedLast()
{
    Desk desk(u"nine-step"_s);
    QCOMPARE(desk.ids(t::Impact),
             (QStringList{u"service"_s, u"users"_s, u"regions"_s, u"spreading"_s, u"start"_s, u"end"_s, u"cost"_s, u"text"_s}));
    QCOMPARE(desk.of(t::Impact, u"users"_s, t::LineRole).toString(), u"/impact users "_s);
    QCOMPARE(desk.of(t::Impact, u"spreading"_s, t::LineRole).toString(), u"/impact spreading yes"_s);
    desk.lines({u"/impact users 120"_s, u"/impact users 1200"_s, u"/impact spreading yes"_s, u"/impact start"_s});
    QCOMPARE(desk.of(t::Impact, u"users"_s, t::ValueRole).toString(), u"1200"_s);
    QCOMPARE(desk.of(t::Impact, u"spreading"_s, t::LineRole).toString(), u"/impact spreading no"_s);
    QCOMPARE(desk.of(t::Impact, u"start"_s, t::AtRole).toLongLong(), desk.feed.state().impactStart.us);
    desk.lines({u"/retract #%1 wrong"_s.arg(desk.of(t::Impact, u"users"_s, t::RefRole).toString())});
    QCOMPARE(desk.of(t::Impact, u"users"_s, t::ValueRole).toString(), u"120"_s);
}

void TestTriageModel::onwardTellsWhatIsMissing_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QStringList>("moves");
    QTest::addColumn<QString>("phase");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<QString>("missing");
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P1"_s << QStringList{u"/phase triage"_s} << u"containment"_s << true
                                  << u"blast radius"_s;
    QTest::newRow("nine-step warns") << u"nine-step"_s << u"P1"_s << QStringList{} << u"triage"_s << false << u"false alarm"_s;
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s << QStringList{u"/phase triage"_s} << u"mobilization"_s
                                     << true << u"yes, this is an incident"_s;
    QTest::newRow("severity-ladder warns") << u"severity-ladder"_s << u"1"_s << QStringList{} << u"response"_s << false
                                           << u"assessment"_s;
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << QStringList{} << u"mark"_s << true << u"outage"_s;
}

void TestTriageModel::onwardTellsWhatIsMissing()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QStringList, moves);
    QFETCH(QString, phase);
    QFETCH(bool, refused);
    QFETCH(QString, missing);
    Desk desk(process, severity);
    desk.lines(moves);
    QVERIFY(desk.ids(t::Next).contains(phase));
    QCOMPARE(desk.state(t::Next, phase), refused ? t::Blocked : t::Ready);
    const QString told = desk.of(t::Next, phase, t::MissingRole).toStringList().join(u' ');
    QVERIFY2(told.contains(missing), qPrintable(told));
    QCOMPARE(desk.feed.line(u"/phase "_s + phase).ok(), !refused);
}

void TestTriageModel::theBeginningWaits()
{
    Desk desk(u"community-hub"_s, u"P1"_s);
    QCOMPARE(desk.state(t::Next, u"begin"_s), t::Blocked);
    QVERIFY(!desk.of(t::Next, u"begin"_s, t::MissingRole).toStringList().isEmpty());
    Desk sre(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(!sre.ids(t::Next).contains(u"begin"_s));
    QVERIFY(!sre.ids(t::Next).isEmpty());
    sre.lines({u"/withdraw a test"_s});
    QVERIFY(sre.ids(t::Next).isEmpty());
    QVERIFY(sre.model.isOver());
}

void TestTriageModel::whatIsRefusedIsToldBefore()
{
    Desk desk(u"sre-directorate"_s, u"SEV2"_s);
    Command same;
    same.verb = Verb::Severity;
    same.args = {{u"id"_s, u"SEV2"_s}};
    QVERIFY(desk.model.whyNot(same).contains(u"SEV2 already"_s));
    same.args = {{u"id"_s, u"SEV1"_s}};
    QVERIFY(desk.model.whyNot(same).isEmpty());
}

void TestTriageModel::anotherIncidentResets()
{
    Desk desk(u"nine-step"_s);
    QSignalSpy resets(&desk.model, &QAbstractItemModel::modelReset);
    emit desk.feed.reset();
    QCOMPARE(resets.size(), 1);
    QSignalSpy changes(&desk.model, &QAbstractItemModel::dataChanged);
    emit desk.feed.ticked();
    QCOMPARE(changes.size(), 0); // nothing is different
}

QTEST_GUILESS_MAIN(TestTriageModel)
#include "tst_triagemodel.moc"
