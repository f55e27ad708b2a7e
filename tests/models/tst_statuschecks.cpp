// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "statusmodelsrig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::MemoryFeed;
using models::StatusStep;
using Board = fireline::test::StatusModelsRig;
namespace status = fireline::models::status;

/// What the desk says before an update is sent is what the record says when it is.
class TestStatusChecks : public QObject
{
    Q_OBJECT
private slots:
    void lintsAreTold_data();
    void lintsAreTold();
    void furtherWordsAreLintedWhenSent();
    void whatIsSaidBeforeIsWhatHappens_data();
    void whatIsSaidBeforeIsWhatHappens();
    void approvalIsBoundToTheText();
    void nobodyIsAskedWhereTheProcessNamesNobody();
    void aPrivateIncidentStaysInside();
};

void TestStatusChecks::lintsAreTold_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const QString &process, const QString &severity, const QString &target,
                        const QString &field, const QString &text,
                        const QString &rule) { QTest::newRow(name) << process << severity << target << field << text << rule; };
    const QString hdf = u"helpdeskflow"_s;
    const QString sre = u"sre-directorate"_s;
    row("speculation", hdf, u"P0"_s, u"update/public"_s, u"nature"_s, u"probably the network"_s, u"hdf.factual"_s);
    row("jargon", hdf, u"P0"_s, u"update/public"_s, u"nature"_s, u"a pod restarts"_s, u"hdf.jargon"_s);
    row("length", hdf, u"P0"_s, u"update/public"_s, u"nature"_s, u"long "_s.repeated(300), u"hdf.concise"_s);
    row("missing next update", sre, u"SEV1"_s, u"update/public"_s, u"summary"_s, u"Checkout fails"_s, u"sre.pub1"_s);
    row("cause", sre, u"SEV1"_s, u"update/public"_s, u"summary"_s, u"It failed because of a release"_s, u"sre.cause"_s);
    row("promise in an answer", hdf, u"P0"_s, u"reply/customers"_s, u"symptoms"_s, u"it is fixed in 2 hours"_s, u"hdf.promise"_s);
}

void TestStatusChecks::lintsAreTold()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, target);
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, rule);
    Board board(process, severity);
    board.desk.setTarget(target);
    const bool isForm = rule == "sre.pub1"_L1;
    QVERIFY(isForm || !board.rules().contains(rule));
    board.desk.setField(field, text);
    QVERIFY2(board.rules().contains(rule), qPrintable(board.rules().join(u' ')));
    QVERIFY(!board.desk.sendWhyNot().isEmpty());
    if (!isForm) {
        board.desk.setField(field, u"All is said"_s);
        QVERIFY(!board.rules().contains(rule));
    }
}

void TestStatusChecks::furtherWordsAreLintedWhenSent()
{
    Board linted;
    linted.done(u"/role @ana cl"_s);
    linted.fillPublic();
    linted.desk.setFree(u"It is probably the network."_s);
    QVERIFY(linted.rules().contains(u"sre.guess"_s));
    QVERIFY(linted.carryOut(linted.desk.recordCommand()));
    QVERIFY(linted.page().publishing.text.endsWith(u"It is probably the network."_s));
    const auto sent = linted.feed.line(u"/send #U1"_s);
    QVERIFY(!sent);
    QCOMPARE(sent.problem().rule, u"sre.guess"_s);
}

void TestStatusChecks::whatIsSaidBeforeIsWhatHappens_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("words");
    const auto processes = test::processes();
    for (const auto &[process, severity] : processes) {
        const MemoryFeed feed(process, severity);
        for (const AudienceDef &audience : feed.process().audiences) {
            QStringList states{audience.states.value(0), audience.states.value(audience.states.size() - 1)};
            states.removeDuplicates();
            for (const QString &state : states) {
                for (const QString &words : {u"All is said"_s, u"it is probably a pod because of a release"_s}) {
                    const QString name = process + u' ' + audience.id + u' ' + state + u' ' + words;
                    QTest::newRow(qPrintable(name)) << process << severity << u"update/"_s + audience.id << state << words;
                }
            }
        }
    }
}

// Every audience of every process, in its first and last state: what stops the words on the desk stops them in the record,
// by the same rule.
void TestStatusChecks::whatIsSaidBeforeIsWhatHappens()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QString, target);
    QFETCH(QString, state);
    QFETCH(QString, words);
    Board board(process, severity);
    board.desk.setTarget(target);
    board.desk.setState(state);
    const QList<models::StatusField> fields = board.page().fields; // each word makes the page anew
    for (const models::StatusField &field : fields)
        board.desk.setField(field.id, words);
    board.desk.setFree(words);
    const Publishing before = board.page().publishing;
    const Notice *stops = firstRefusal(before.notices);
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.page().publishing.text, before.text);
    QCOMPARE(board.page().publishing.hash, before.hash);
    QCOMPARE(board.feed.state().update(u"U1")->hash, before.hash);
    const auto sent = board.feed.execute(board.desk.command(Verb::Send));
    QCOMPARE(bool(sent), !before.refused());
    if (stops) {
        QCOMPARE(sent.problem().rule, stops->rule);
        QCOMPARE(sent.problem().code, stops->code);
    }
}

void TestStatusChecks::approvalIsBoundToTheText()
{
    Board board;
    board.done(u"/role @ana cl"_s);
    board.desk.setTarget(u"update/social"_s);
    QVERIFY(!board.page().approvers.isEmpty());
    QVERIFY(board.page().publishing.approvalByRequest);
    board.desk.setField(u"summary"_s, u"We are on it"_s);
    QCOMPARE(board.desk.nextStep(), StatusStep::Send);
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.desk.askWhyNot(), QString());
    QVERIFY(board.feed.execute(board.desk.command(Verb::AskApproval)));
    QVERIFY(board.page().asked);
    QCOMPARE(board.desk.nextStep(), StatusStep::Nothing);
    QVERIFY(board.desk.approveWhyNot().startsWith(u"Only "_s));
    QVERIFY(!board.desk.sendWhyNot().isEmpty());
    QVERIFY(board.feed.line(u"/approveupdate #U1"_s, u"legal"_s));
    QCOMPARE(board.page().approved, QStringList{u"legal"_s});
    QVERIFY(board.page().publishing.approved);
    QCOMPARE(board.desk.sendWhyNot(), QString());
    // One letter typed: void, and visibly so, before anything is recorded.
    board.desk.setField(u"summary"_s, u"We are on it."_s);
    QVERIFY(board.page().approved.isEmpty());
    QCOMPARE(board.page().voidApprovals, QStringList{u"legal"_s});
    QCOMPARE(board.desk.nextStep(), StatusStep::Record);
    QVERIFY(!board.desk.sendWhyNot().isEmpty());
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.latest(status::VoidRole).toStringList(), QStringList{u"legal"_s});
    QVERIFY(board.latest(status::ApprovedRole).toStringList().isEmpty());
    QVERIFY(!board.feed.execute(board.desk.command(Verb::Send)));
}

void TestStatusChecks::nobodyIsAskedWhereTheProcessNamesNobody()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.desk.setTarget(u"update/internal"_s);
    board.desk.setField(u"status"_s, u"investigating"_s);
    QVERIFY(board.page().approvers.isEmpty());
    QVERIFY(board.desk.askWhyNot().contains(u"nobody"_s));
    QVERIFY(board.desk.approveWhyNot().contains(u"nobody"_s));
}

void TestStatusChecks::aPrivateIncidentStaysInside()
{
    Board board(u"nine-step"_s, u"P1"_s, true);
    QVERIFY(!board.of(u"update/public"_s, status::KeptInsideRole).toString().isEmpty());
    QVERIFY(board.of(u"update/internal"_s, status::KeptInsideRole).toString().isEmpty());
    board.desk.setTarget(u"update/public"_s);
    QVERIFY(board.page().publishing.keptInside);
    QVERIFY(board.desk.sendWhyNot().contains(u"private"_s));
    // A restriction that comes later closes it as well, and opens when it goes.
    Board flagged;
    QVERIFY(flagged.of(u"update/public"_s, status::KeptInsideRole).toString().isEmpty());
    flagged.done(u"/flag pii addresses leaked"_s);
    QVERIFY(!flagged.of(u"update/public"_s, status::KeptInsideRole).toString().isEmpty());
    flagged.done(u"/unflag pii"_s);
    QVERIFY(flagged.of(u"update/public"_s, status::KeptInsideRole).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestStatusChecks)
#include "tst_statuschecks.moc"
