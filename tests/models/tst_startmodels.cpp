// SPDX-License-Identifier: GPL-3.0-or-later
#include "processlibrary.h"
#include "start/drillsmodel.h"
#include "start/filename.h"
#include "start/hitsmodel.h"
#include "start/recentmodel.h"
#include "start/severitychoices.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::models;
using fireline::domain::Instant;
using fireline::domain::Process;
using fireline::domain::Span;

/// The start window's lists, file names and what a process asks for at its declaration.
class TestStartModels : public QObject
{
    Q_OBJECT
private slots:
    void rowsFollowWithoutReset();
    void recentIncidentsSayWhatTheyAre();
    void drillsSayWhatTheyAre();
    void hitsSayWhereTheyStand();
    void fileNames_data();
    void fileNames();
    void aTakenNameIsNeverGiven();
    void choicesOfAProcess_data();
    void choicesOfAProcess();
};

namespace {

RecentIncident incident(const QString &path, const QString &title)
{
    RecentIncident made;
    made.path = path;
    made.title = title;
    made.phase = u"Detection"_s;
    return made;
}

QStringList titles(const RecentModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row).data(start::RecentTitle).toString());
    return all;
}

Process builtIn(const QString &id)
{
    const auto process = fireline::process::ProcessLibrary({}).process(id);
    if (!process)
        qFatal("no process: %s", qPrintable(process.problem().text));
    return process.value();
}

} // namespace

void TestStartModels::rowsFollowWithoutReset()
{
    RecentModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &RecentModel::modelReset);
    QSignalSpy changes(&model, &RecentModel::dataChanged);
    const RecentIncident a = incident(u"/a"_s, u"a"_s);
    const RecentIncident b = incident(u"/b"_s, u"b"_s);
    const RecentIncident c = incident(u"/c"_s, u"c"_s);
    model.setIncidents({a, b, c});
    QCOMPARE(titles(model), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    const QPersistentModelIndex kept = model.index(1);
    model.setIncidents({c, b});
    QCOMPARE(titles(model), QStringList({u"c"_s, u"b"_s}));
    QCOMPARE(kept.row(), 1);
    QVERIFY(changes.isEmpty());
    RecentIncident renamed = b;
    renamed.title = u"B"_s;
    model.setIncidents({renamed, a, c});
    QCOMPARE(titles(model), QStringList({u"B"_s, u"a"_s, u"c"_s}));
    QCOMPARE(kept.row(), 0);
    QCOMPARE(changes.size(), 1);
    model.setIncidents({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!kept.isValid());
    QVERIFY(resets.isEmpty());
}

void TestStartModels::recentIncidentsSayWhatTheyAre()
{
    RecentModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    RecentIncident one = incident(u"/a"_s, u"Checkout fails"_s);
    one.severity = u"SEV1"_s;
    one.rank = 1;
    one.life = start::RecentState::Resolved;
    RecentIncident gone = incident(u"/b"_s, u"Search slow"_s);
    gone.missing = u"The file is not there."_s;
    model.setIncidents({one, gone});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             u"Checkout fails, severity SEV1, resolved, phase Detection"_s);
    QCOMPARE(model.index(0).data(start::RecentRank).toInt(), 1);
    QCOMPARE(model.index(0).data(start::RecentPath).toString(), u"/a"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Search slow, cannot be opened: The file is not there."_s);
}

void TestStartModels::drillsSayWhatTheyAre()
{
    DrillsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDrills({{u"demo"_s, u"Checkout fails"_s, u"Incident Response"_s, Span::minutes(5), {}},
                     {u"odd"_s, u"odd"_s, {}, {}, u"Line 3: no such verb."_s},
                     {u"first"_s, u"First steps"_s, u"Nine"_s, Span::minutes(5), {}, true}});
    QVERIFY(model.index(2).data(start::DrillGuided).toBool());
    QVERIFY(model.index(2).data(Qt::AccessibleTextRole).toString().contains(u"with a guide"_s));
    QVERIFY(!model.index(0).data(start::DrillGuided).toBool());
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"Incident Response"_s));
    QCOMPARE(model.index(0).data(start::DrillLength).toLongLong(), Span::minutes(5).us);
    QCOMPARE(model.index(1).data(start::DrillFaulty).toString(), u"Line 3: no such verb."_s);
}

void TestStartModels::hitsSayWhereTheyStand()
{
    HitsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Instant at = *Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s);
    model.setHits(
        {{u"/a"_s, u"Checkout fails"_s, u"pod A restarted"_s, at, u"e1"_s}, {u"/a"_s, u"Checkout fails"_s, {}, at, {}}});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"pod A restarted, in Checkout fails"_s);
    QCOMPARE(model.index(0).data(start::HitAt).toLongLong(), at.us);
    QCOMPARE(model.index(1).data().toString(), u"Checkout fails"_s);
}

void TestStartModels::fileNames_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("words") << u"Checkout fails"_s << u"2025-03-04-checkout-fails.fireline"_s;
    QTest::newRow("nothing") << QString() << u"2025-03-04-incident.fireline"_s;
    QTest::newRow("only signs") << u"?! ..."_s << u"2025-03-04-incident.fireline"_s;
    QTest::newRow("a path") << u"../../etc/passwd"_s << u"2025-03-04-etc-passwd.fireline"_s;
    QTest::newRow("what no file system takes") << u"a:b*c\"d<e>|f\\g"_s << u"2025-03-04-a-b-c-d-e-f-g.fireline"_s;
    QTest::newRow("control characters") << u"a\n\tb\u202Ec"_s << u"2025-03-04-a-b-c.fireline"_s;
    QTest::newRow("another script") << u"決済が失敗する"_s << u"2025-03-04-決済が失敗する.fireline"_s;
    QTest::newRow("composed") << u"Cafe\u0301 zu"_s << u"2025-03-04-caf\u00e9-zu.fireline"_s;
    QTest::newRow("beyond the first plane") << u"\U00010400 x"_s << u"2025-03-04-\U00010428-x.fireline"_s;
}

void TestStartModels::fileNames()
{
    QFETCH(QString, title);
    QTEST(incidentFileName(title, u"2025-03-04"_s), "name");
    const QString longest = incidentFileName(QString(900, u'決') + title, u"2025-03-04"_s);
    QVERIFY(longest.toUtf8().size() <= 160);
    QVERIFY(longest.endsWith(u"決.fireline"_s));
}

void TestStartModels::aTakenNameIsNeverGiven()
{
    QStringList taken{u"a.fireline"_s, u"a-2.fireline"_s};
    const auto isTaken = [&](const QString &name) { return taken.contains(name); };
    QCOMPARE(freeFileName(u"b.fireline"_s, isTaken), u"b.fireline"_s);
    QCOMPARE(freeFileName(u"a.fireline"_s, isTaken), u"a-3.fireline"_s);
}

void TestStartModels::choicesOfAProcess_data()
{
    QTest::addColumn<QStringList>("severities");
    QTest::addColumn<bool>("unassessed");
    QTest::addColumn<QStringList>("asked");
    QTest::addColumn<bool>("isPrivate");
    QTest::newRow("community-hub") << QStringList({u"P1"_s}) << true << QStringList() << true;
    QTest::newRow("helpdeskflow") << QStringList({u"P0"_s, u"P1"_s, u"P2"_s, u"P3"_s}) << true
                                  << QStringList({u"class"_s, u"detection_source"_s}) << true;
    QTest::newRow("nine-step") << QStringList({u"P1"_s, u"P2"_s, u"P3"_s, u"P4"_s}) << true << QStringList({u"service"_s})
                               << true;
    QTest::newRow("severity-ladder") << QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s}) << true << QStringList({u"service"_s})
                                     << true;
    QTest::newRow("sre-directorate") << QStringList({u"SEV1"_s, u"SEV2"_s, u"SEV3"_s, u"SEV4"_s}) << false << QStringList()
                                     << true;
}

void TestStartModels::choicesOfAProcess()
{
    const Process process = builtIn(QString::fromLatin1(QTest::currentDataTag()));
    QStringList severities;
    int last = 0;
    for (const SeverityChoice &choice : severityChoices(process)) {
        severities.append(choice.id);
        QVERIFY(choice.rank >= last);
        QVERIFY(!choice.definition.isEmpty());
        last = choice.rank;
    }
    QStringList asked;
    for (const AskedField &field : askedAtDeclaration(process)) {
        asked.append(field.id);
        QVERIFY(field.type != fireline::domain::FieldType::Choice || !field.values.isEmpty());
    }
    QTEST(severities, "severities");
    QTEST(mayBeUnassessed(process), "unassessed");
    QTEST(asked, "asked");
    QTEST(knowsPrivate(process), "isPrivate");
}

QTEST_GUILESS_MAIN(TestStartModels)
#include "tst_startmodels.moc"
