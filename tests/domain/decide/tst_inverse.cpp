// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefrig.h"

#include "decide/inverse.h"
#include "decide/notundoable.h"
#include "state/eventtypes.h"

#include <QTest>

using namespace fireline::conformance;
using namespace fireline::domain;
using namespace Qt::StringLiterals;

/// How one own event is taken back, and what is said where it cannot be.
class TestInverse : public QObject
{
    Q_OBJECT
private slots:
    void takesBack_data();
    void takesBack();
    void saysWhyNot_data();
    void saysWhyNot();
    void doesNotUndoWhatSomebodyChangedSince();
    void anAnswerIsTakenBack();
    void redoRestores();
    void isAskedByWhoDidIt();
    void undoesNoBatch();
    void everyTypeHasAnAnswer();
};

namespace {

struct Undone
{
    Inverse inverse;
    Answer answer;
};

/// Does the line and takes it back.
Undone undo(BriefRig &rig, const QByteArray &line)
{
    const IncidentState before = rig.state();
    const qsizetype count = rig.events().size();
    if (!rig.doLine("ana", line).ok)
        return {};
    Undone undone{inverseOf(rig.events().sliced(count), {before, rig.state(), rig.process()}), {}};
    if (undone.inverse.possible())
        undone.answer = rig.decide(u"ana"_s, *undone.inverse.command);
    return undone;
}

} // namespace

void TestInverse::takesBack_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("type"); // of the event that took it back
    QTest::addColumn<QString>("said");
    const auto row = [](const char *line, const char *type, const char *said, const QList<QByteArray> &before = {}) {
        QTest::newRow(line) << before << QByteArray(line) << QString::fromUtf8(type) << QString::fromUtf8(said);
    };
    row("/note x", "entry.retracted", "The entry is retracted.");
    row("/decision wait", "entry.retracted", "The entry is retracted.");
    row("/hyp lock", "entry.retracted", "The entry is retracted.");
    row("/impact users 7", "entry.retracted", "The entry is retracted.", {"/impact users 5"});
    row("/sev 1 worse", "severity.set", "Severity back to");
    row("/role @bo comms", "role.left", "bo no longer has the role");
    row("/role @cy comms", "role.assigned", "bo has the role", {"/role @bo comms"});
    row("/role - comms", "role.assigned", "bo has the role", {"/role @bo comms"});
    row("/claim", "role.left", "ana no longer has the role");
    row("/action @bo restart +10m", "order.cancelled", "A1 is cancelled.");
    row("/extend #A1 +5m", "order.extended", "The earlier call-back of A1 stands again.", {"/action @bo restart +10m"});
    row("/ack #A1", "entry.retracted", "A1 is open again.", {"/action @ana restart"});
    row("/done #A1 fine", "entry.retracted", "A1 is open again.", {"/action @ana restart", "/ack #A1"});
    row("/fail #A1 no key", "entry.retracted", "A1 is open again.", {"/action @ana restart"});
    row("/cancel #A1 not needed", "entry.retracted", "A1 is open again.", {"/action @bo restart"});
    row("/check lad.investigate 1", "item.unchecked", "The step is open again.");
    row("/skipitem lad.investigate 1 no", "item.unchecked", "The step is open again.");
    row("/uncheck lad.investigate 1", "item.skipped", "The step is skipped again.", {"/skipitem lad.investigate 1 no"});
    row("/correct #E1 text=other", "entry.corrected", "The entry reads as before.");
    row("/retime #E1 09:40", "entry.retimed", "The entry has its earlier time.");
    row("/retract #E2 wrong", "entry.restored", "The entry is restored.", {"/note x"});
    row("/item add a probe owner=bo due=2030-02-01", "entry.retracted", "The entry is retracted.");
    row("/correct #E2 text=slow", "entry.corrected", "The entry reads as before.", {"/why small"});
    row("/retract #I1 twice", "entry.restored", "The entry is restored.", {"/item add a probe owner=bo due=2030-02-01"});
    row("/pin #E1", "entry.pinned", "The entry is no longer marked as key.");
    row("/handover @bo", "handover.declined", "The handover is called off.", {"/claim"});
    row("/ruleout #H1 no", "hypothesis.testing", "H1 is being tested again.", {"/hyp lock", "/test #H1 look"});
}

void TestInverse::takesBack()
{
    QFETCH(QList<QByteArray>, before);
    QFETCH(QByteArray, line);
    QFETCH(QString, type);
    QFETCH(QString, said);
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", before));
    const Undone undone = undo(rig, line);
    QVERIFY2(undone.inverse.possible(), qPrintable(undone.inverse.text));
    QVERIFY2(undone.inverse.text.startsWith(said), qPrintable(undone.inverse.text));
    QVERIFY2(undone.answer.ok, qPrintable(undone.answer.text));
    QCOMPARE(rig.events().last().type, type);
}

void TestInverse::saysWhyNot_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *line, const char *said, const QList<QByteArray> &before = {}) {
        QTest::newRow(line) << before << QByteArray(line) << QString::fromUtf8(said);
    };
    row("/send #U1", "Post a correction", {"/draft public Investigating service=a impact=b current_status=c"});
    row("/takeover bo is gone", "Hand it back", {"/role @bo ic"});
    row("/ok #P1", "Open another poll", {"/poll fail over"});
    row("/page @bo now", "Tell them");
    row("/change restart", "way back");
    row("/tag #E1 #db", "A tag stays");
}

void TestInverse::saysWhyNot()
{
    QFETCH(QList<QByteArray>, before);
    QFETCH(QByteArray, line);
    QFETCH(QString, said);
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", before));
    const qsizetype count = rig.events().size();
    const Undone undone = undo(rig, line);
    QVERIFY(rig.events().size() > count);
    QVERIFY(!undone.inverse.possible());
    QVERIFY2(undone.inverse.text.contains(said), qPrintable(undone.inverse.text));
}

void TestInverse::doesNotUndoWhatSomebodyChangedSince()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    const IncidentState before = rig.state();
    QVERIFY(rig.ok("ana", "/sev 1 worse"));
    const Event event = rig.events().last();
    QVERIFY(rig.ok("bo", "/sev 3 better"));
    const Inverse inverse = inverseOf(event, {before, rig.state(), rig.process()});
    QVERIFY(!inverse.possible());
    QVERIFY2(inverse.text.contains(u"changed again since"_s), qPrintable(inverse.text));

    QVERIFY(rig.ok("ana", "/action @ana restart"));
    QVERIFY(rig.ok("ana", "/ack #A1"));
    const Event acked = rig.events().last();
    QVERIFY(rig.ok("ana", "/done #A1 fine"));
    QVERIFY(!inverseOf(acked, {before, rig.state(), rig.process()}).possible());
    QVERIFY(rig.refused("ana", "/retract #E4 wrong", "state"));
}

// What was said of an action is taken back and said again: state, acknowledgement and result follow.
void TestInverse::anAnswerIsTakenBack()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.all("ana", {"/action @bo restart +10m", "/ack #A1", "@bo /done #A1 error rate 2 %"}));
    const auto order = [&] { return rig.state().orders.first(); };
    const IncidentState before = rig.state();
    const Inverse undo = inverseOf(rig.events().last(), {before, rig.state(), rig.process()});
    QVERIFY(undo.possible());
    QVERIFY(rig.decide(u"ana"_s, *undo.command).ok);
    QCOMPARE(order().state, Order::State::Acknowledged);
    QVERIFY(!order().endedAt.isSet());
    QVERIFY(order().result.isEmpty());
    const Inverse redo = inverseOf(rig.events().last(), {before, rig.state(), rig.process()});
    QVERIFY(redo.possible());
    QVERIFY(rig.decide(u"ana"_s, *redo.command).ok);
    QCOMPARE(order().state, Order::State::Done);
    QCOMPARE(order().result, u"error rate 2 %"_s);
    QCOMPARE(order().ackedBy, u"ana"_s);
}

void TestInverse::redoRestores()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QVERIFY(rig.ok("ana", "/note x"));
    const QString id = rig.events().last().id;
    const IncidentState noted = rig.state();
    QVERIFY(rig.ok("ana", "/retract #E2 wrong"));
    const Inverse redo = inverseOf(rig.events().last(), {noted, rig.state(), rig.process()});
    QVERIFY(redo.possible());
    QVERIFY(rig.decide(u"ana"_s, *redo.command).ok);
    QVERIFY(!rig.state().entry(id)->retracted);
}

void TestInverse::isAskedByWhoDidIt()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    const IncidentState before = rig.state();
    QVERIFY(rig.ok("ana", "@bo /claim"));
    const Inverse inverse = inverseOf(rig.events().last(), {before, rig.state(), rig.process()});
    QVERIFY(inverse.possible());
    QCOMPARE(inverse.command->by, u"bo"_s);
    QVERIFY(rig.decide(u"ana"_s, *inverse.command).ok);
    QVERIFY(rig.state().holdings.isEmpty());
}

void TestInverse::undoesNoBatch()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    const IncidentState before = rig.state();
    QVERIFY(rig.all("ana", {"/note x", "/note y"}));
    const InverseInput input{before, rig.state(), rig.process()};
    QVERIFY(!inverseOf(rig.events().last(2), input).possible());
    QVERIFY(inverseOf(rig.events().last(1), input).possible());
    QVERIFY(!inverseOf(QList<Event>(), input).possible());
}

// A new type of event has to say whether it is undone: nothing falls through to "this cannot be taken back" unseen.
void TestInverse::everyTypeHasAnAnswer()
{
    BriefRig rig("severity-ladder");
    QVERIFY(rig.declare("ana", "Login fails", "2", "service=login").ok);
    QStringList silent;
    for (const EventType &type : eventTypes()) {
        Event event;
        event.type = type.name.toString();
        event.payload = "{}";
        const Inverse inverse = inverseOf(event, {rig.state(), rig.state(), rig.process()});
        const bool fellThrough = !inverse.possible() && inverse.text == u"This cannot be taken back."_s;
        if (fellThrough || inverse.text.isEmpty())
            silent.append(event.type);
        else if (inverse.possible() && !notUndoableWhy(event.type).isEmpty())
            silent.append(event.type);
    }
    QCOMPARE(silent, QStringList());
}

QTEST_APPLESS_MAIN(TestInverse)
#include "tst_inverse.moc"
