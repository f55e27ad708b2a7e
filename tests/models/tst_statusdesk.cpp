// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterwards.h"
#include "statusmodelsrig.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using models::StatusDesk;
using models::StatusStep;
using Board = fireline::test::StatusModelsRig;
namespace status = fireline::models::status;

/// What is being written for each audience, until it goes into the record.
class TestStatusDesk : public QObject
{
    Q_OBJECT
private slots:
    void questionsAreThoseOfTheForm();
    void typedWordsStayThroughAudiencesAndStates();
    void draftsGoIntoTheRecord();
    void editsNameWhatChanged();
    void answersGoOutAtOnce();
    void announcementsGoOutByTheirForm();
    void typedWordsSurvive();
    void brokenDraftFilesAreLeftOut();
    void namesOfTheIncidentAreWords();
    void whatTheBoardKnowsIsOffered();
    void onceResolvedItSaysSo();
    void aDraftWithoutAStateIsGivenOne();
    void whatTheRecordSaysIsOffered();
};

void TestStatusDesk::questionsAreThoseOfTheForm()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.desk.setTarget(u"update/public"_s);
    QStringList ids;
    QStringList missing;
    for (const models::StatusField &field : board.page().fields) {
        ids.append(field.id);
        if (field.missing)
            missing.append(field.id);
        if (field.id == "severity"_L1)
            QCOMPARE(field.known, u"P0"_s);
        if (field.id == "workaround"_L1)
            QCOMPARE(field.need, FormField::Need::NoneKnown);
    }
    QCOMPARE(ids.size(), 11);
    QVERIFY(missing.contains(u"summary"_s) && missing.contains(u"workaround"_s) && !missing.contains(u"severity"_s));
    QCOMPARE(board.desk.sendWhyNot(), u"Nothing is written yet."_s);
    board.desk.setField(u"workaround"_s, u"none known"_s);
    for (const models::StatusField &field : board.page().fields) {
        if (field.id == "workaround"_L1)
            QVERIFY(!field.missing);
    }
    QVERIFY(board.rules().contains(u"hdf.page"_s));
}

void TestStatusDesk::typedWordsStayThroughAudiencesAndStates()
{
    Board board;
    board.fillPublic();
    board.desk.setState(u"Identified"_s);
    board.desk.setTarget(u"update/execs"_s);
    QVERIFY(board.page().words.saysNothing());
    board.desk.setField(u"business_impact"_s, u"No orders"_s);
    board.desk.setTarget(u"update/public"_s);
    QCOMPARE(board.page().words.fields.value(u"summary"_s), u"Checkout fails for some users"_s);
    QCOMPARE(board.page().words.state, u"Identified"_s);
    QVERIFY(board.page().typed);
    // The resolution asks for no next update: what was typed for it is not said, and not lost.
    board.desk.setState(u"Resolved"_s);
    QVERIFY(!board.page().publishing.record.fields.contains(u"next_update"_s));
    board.desk.setState(u"Investigating"_s);
    QCOMPARE(board.page().publishing.record.fields.value(u"next_update"_s).toString(), u"+30m"_s);
    board.desk.discard();
    QVERIFY(board.page().words.saysNothing());
}

void TestStatusDesk::draftsGoIntoTheRecord()
{
    Board board;
    board.fillPublic();
    const QString before = board.page().publishing.text;
    QVERIFY(before.startsWith(u"We are investigating: Checkout fails for some users\nAffected: Payments (partial outage)."_s));
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.page().id, u"U1"_s);
    QVERIFY(!board.page().typed);
    QCOMPARE(board.page().publishing.text, before);
    QCOMPARE(board.page().publishing.hash, board.feed.state().update(u"U1")->hash);
    QCOMPARE(board.latest(status::IdRole).toString(), u"U1"_s);
    QCOMPARE(board.latest(status::WordRole).toString(), u"Investigating"_s);
    QCOMPARE(board.of(u"update/public"_s, status::OpenRole).toString(), u"U1"_s);
    QVERIFY(!board.desk.recordCommand());
    // Only the Communications Lead sends it; the desk says so before anybody tries.
    QVERIFY(board.desk.sendWhyNot().contains(u"Communications Lead"_s));
    board.done(u"/role @ana cl"_s);
    QCOMPARE(board.desk.sendWhyNot(), QString());
    QCOMPARE(board.desk.nextStep(), StatusStep::Send);
    QVERIFY(board.feed.execute(board.desk.command(Verb::Send)));
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Sent));
    QVERIFY(board.page().id.isEmpty());
    QVERIFY(board.of(u"update/public"_s, status::LastSentRole).toLongLong() > 0);
}

void TestStatusDesk::editsNameWhatChanged()
{
    Board board;
    board.fillPublic();
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    board.desk.setField(u"summary"_s, u"Checkout fails for all users"_s);
    board.desk.setField(u"components"_s, QString());
    const auto edit = board.desk.recordCommand();
    QVERIFY(edit);
    QCOMPARE(edit->verb, Verb::Edit);
    const QJsonObject fields = edit->args.value(u"fields").toObject();
    QCOMPARE(fields.value(u"summary").toString(), u"Checkout fails for all users"_s);
    QVERIFY(!fields.contains(u"next_update"_s));
    QVERIFY(fields.contains(u"components"_s));
    QVERIFY(board.carryOut(edit));
    QCOMPARE(board.latest(status::IdRole).toString(), u"U1"_s);
    QCOMPARE(board.feed.state().update(u"U1")->fields.value(u"components").toString(), QString());
    QVERIFY(!board.page().typed);
    // Typing it back to what is recorded leaves nothing typed.
    board.desk.setFree(u"and more"_s);
    QVERIFY(board.page().typed);
    board.desk.setFree(QString());
    QVERIFY(!board.page().typed);
}

void TestStatusDesk::answersGoOutAtOnce()
{
    Board board(u"helpdeskflow"_s, u"P1"_s);
    board.desk.setTarget(u"reply/customers"_s);
    board.desk.setField(u"symptoms"_s, u"the page stays empty"_s);
    board.desk.setField(u"workaround"_s, u"none known"_s);
    QVERIFY(board.desk.sendWhyNot().contains(u"support agents"_s));
    board.done(u"/role @ana comms_lead"_s);
    QCOMPARE(board.desk.sendWhyNot(), QString());
    QVERIFY(!board.desk.recordWhyNot().isEmpty());
    const auto reply = board.desk.recordCommand();
    QVERIFY(reply);
    QCOMPARE(reply->verb, Verb::Reply);
    QVERIFY(board.feed.execute(*reply));
    QVERIFY(board.page().words.saysNothing());
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Sent));
}

void TestStatusDesk::announcementsGoOutByTheirForm()
{
    // LAD-7: the initial notification; its fields are those of the document.
    Board board(u"severity-ladder"_s, u"1"_s);
    board.desk.setTarget(u"announcement/lad.initial"_s);
    QVERIFY(board.page().posted);
    QVERIFY(!board.page().fields.isEmpty());
    board.desk.setField(u"service"_s, u"checkout"_s);
    board.desk.setField(u"brief"_s, u"errors"_s);
    board.desk.setField(u"impact"_s, u"all users"_s);
    const QString text = board.page().publishing.text;
    QVERIFY(text.contains(u"We are investigating an issue affecting all users."_s));
    QVERIFY(board.carryOut(board.desk.recordCommand()));
    QCOMPARE(board.latest(Qt::DisplayRole).toString(), text);
    QCOMPARE(board.latest(status::StateRole).toInt(), int(status::Sent));
    QVERIFY(board.page().words.saysNothing());
    QVERIFY(board.feed.state().forms.contains(u"lad.initial"_s));
}

void TestStatusDesk::typedWordsSurvive()
{
    QJsonObject kept;
    {
        Board board;
        QObject::connect(&board.desk, &StatusDesk::typedChanged, [&](const QJsonObject &typed) { kept = typed; });
        board.fillPublic();
        board.desk.setFree(u"half a sen"_s);
    }
    // The last letters were typed a moment before the end.
    QVERIFY(kept.contains(u"update/public"_s));
    Board next;
    next.desk.restore(kept);
    next.desk.setTarget(u"update/public"_s);
    QCOMPARE(next.page().words.free, u"half a sen"_s);
    QCOMPARE(next.page().words.fields.value(u"summary"_s), u"Checkout fails for some users"_s);
    QVERIFY(next.page().typed);
    QSignalSpy keeping(&next.desk, &StatusDesk::typedChanged);
    QVERIFY(next.carryOut(next.desk.recordCommand()));
    QTRY_VERIFY(!keeping.isEmpty());
    QVERIFY(keeping.last().first().toJsonObject().isEmpty());
}

void TestStatusDesk::brokenDraftFilesAreLeftOut()
{
    Board board;
    board.desk.restore({{u"update/nobody"_s, QJsonObject{{u"free"_s, u"x"_s}}},
                        {u"update/public"_s, QJsonObject{{u"fields"_s, u"no object"_s}, {u"free"_s, 7}}},
                        {u"update/execs"_s, u"no object"_s}});
    QVERIFY(board.desk.typed().isEmpty());
}

void TestStatusDesk::namesOfTheIncidentAreWords()
{
    Board board;
    board.done(u"/role @tomasz scribe"_s);
    const QStringList words = board.desk.ownWords();
    for (const QString &word : {u"tomasz"_s, u"Checkout"_s, u"Android"_s, u"SEV1"_s, u"Scribe"_s})
        QVERIFY2(words.contains(word), qPrintable(word));
}

void TestStatusDesk::whatTheBoardKnowsIsOffered()
{
    Board board;
    board.fillPublic();
    QVERIFY(!board.page().componentsAsKnown);
    board.done(u"/impact component Payments: major outage"_s);
    board.done(u"/impact component API: operational"_s);
    QCOMPARE(board.page().componentsAsKnown.value_or(QString()), u"Payments (major outage)"_s);
    // It is told when a person takes it over.
    QVERIFY(board.page().preview.contains(u"Payments (partial outage)"_s));
    board.desk.setField(u"components"_s, board.page().componentsAsKnown.value());
    QVERIFY(!board.page().componentsAsKnown);
    QVERIFY(board.page().preview.contains(u"Payments (major outage)"_s));
    // What is over is named as it was.
    board.done(u"/impact component Payments: operational"_s);
    QVERIFY(board.page().componentsAsKnown && board.page().componentsAsKnown->isEmpty());
    board.desk.setState(u"Resolved"_s);
    QVERIFY(!board.page().componentsAsKnown);
    board.desk.setTarget(u"update/execs"_s);
    QVERIFY(!board.page().componentsAsKnown);
}

void TestStatusDesk::onceResolvedItSaysSo()
{
    Board board(u"helpdeskflow"_s, u"P0"_s);
    board.desk.setTarget(u"update/public"_s);
    QCOMPARE(board.page().words.state, u"Investigating"_s);
    test::resolveHelpdesk(board.feed);
    QVERIFY(board.feed.state().resolvedAt.isSet());
    QCOMPARE(board.page().words.state, u"Resolved"_s);
    QVERIFY(!board.page().typed);
    // Another word is chosen by a person, and what is written before stays what it was.
    board.desk.setState(u"Monitoring"_s);
    QCOMPARE(board.page().words.state, u"Monitoring"_s);
    board.done(u"/reopen it is back"_s);
    board.desk.setTarget(u"update/customers"_s);
    QCOMPARE(board.page().words.state, u"Investigating"_s);
}

void TestStatusDesk::aDraftWithoutAStateIsGivenOne()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    QVERIFY(board.feed.line(u"/draft public impact=all"_s));
    board.desk.setTarget(u"update/public"_s);
    QCOMPARE(board.page().id, u"U1"_s);
    QCOMPARE(board.page().words.state, u"Investigating"_s);
    QVERIFY(board.page().typed); // the record has none yet
    QStringList asked;
    for (const models::StatusField &field : board.page().fields)
        asked.append(field.id);
    QVERIFY2(asked.contains(u"current_status"_s), qPrintable(asked.join(u' ')));
    board.desk.setField(u"current_status"_s, u"we look into it"_s);
    const auto edit = board.desk.recordCommand();
    QVERIFY(edit);
    QCOMPARE(edit->args.value(u"state").toString(), u"Investigating"_s);
}

void TestStatusDesk::whatTheRecordSaysIsOffered()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    board.done(u"/claim"_s);
    board.done(u"/field current_status=\"we look into it\""_s);
    board.desk.setTarget(u"update/public"_s);
    const auto field = [&](const QString &id) {
        for (const models::StatusField &one : board.page().fields) {
            if (one.id == id)
                return one;
        }
        return models::StatusField();
    };
    QCOMPARE(field(u"current_status"_s).before, u"we look into it"_s);
    QVERIFY(field(u"current_status"_s).missing); // it is stated anew
    QVERIFY(!board.page().typed);
    board.desk.takeBefore();
    QCOMPARE(board.page().words.fields.value(u"current_status"_s), u"we look into it"_s);
    QVERIFY(field(u"current_status"_s).before.isEmpty());
    // The same readers, the next time: what was said to them stands there to be changed.
    board.desk.setField(u"impact"_s, u"logins fail"_s);
    board.desk.setField(u"service"_s, u"login"_s);
    const auto draft = board.desk.recordCommand();
    QVERIFY(board.carryOut(draft));
    QVERIFY(board.feed.execute(board.desk.command(Verb::Send)));
    QCOMPARE(field(u"impact"_s).before, u"logins fail"_s);
    board.desk.takeBefore();
    QCOMPARE(board.page().words.fields.value(u"impact"_s), u"logins fail"_s);
}

QTEST_GUILESS_MAIN(TestStatusDesk)
#include "tst_statusdesk.moc"
