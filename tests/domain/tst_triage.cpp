// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockrig.h"
#include "rules/patterns.h"
#include "rules/triage.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::testing;
using namespace Qt::StringLiterals;

namespace {

PatternDef similar(int distinctCount)
{
    PatternDef pattern;
    pattern.id = u"similar"_s;
    pattern.of = u"report"_s;
    pattern.same = {u"symptom"_s};
    pattern.count = 3;
    pattern.within = Span::minutes(15);
    pattern.distinct = {u"region"_s};
    pattern.distinctCount = distinctCount;
    return pattern;
}

void report(ClockRig &rig, int minute, const QString &symptom, const QString &region)
{
    rig.event(u"report.received"_s, Span::minutes(minute),
              {{u"text"_s, symptom}, {u"fields"_s, QJsonObject{{u"symptom"_s, symptom}, {u"region"_s, region}}}});
}

FieldDef field(const QString &id)
{
    FieldDef def;
    def.id = id;
    def.name = id;
    return def;
}

Cond when(Fact fact, const QString &arg, const QString &value)
{
    Cond cond;
    cond.tests = {{{fact, arg}, {value}, {}, {}}};
    return cond;
}

FormRule form(const char *id, RecordKind record, const QList<FormField> &fields)
{
    FormRule made;
    made.rule = envelope(id);
    made.target = {record, {}};
    made.fields = fields;
    return made;
}

TableRule table(const char *id, GiveKind give, const QString &given, const QStringList &inputs)
{
    TableRule made;
    made.rule = envelope(id);
    made.give = give;
    made.field = given;
    for (const QString &input : inputs)
        made.inputs.append({Fact::Field, input});
    return made;
}

QString told(const QList<TriageQuestion> &questions)
{
    QStringList parts;
    for (const TriageQuestion &q : questions)
        parts.append(u"%1:%2%3%4%5"_s.arg(q.field->id, q.rule->id, q.required ? u" required"_s : QString(),
                                          q.feeds ? u" feeds"_s : QString(), q.given ? u" given"_s : QString()));
    return parts.join(u"; "_s);
}

} // namespace

class TestTriage : public QObject
{
    Q_OBJECT
private slots:
    void patternsCountWhatIsAlike_data();
    void patternsCountWhatIsAlike();
    void aPatternStaysComplete();
    void whatIsWithdrawnDoesNotCount();
    void everyFieldIsAskedOnce();
    void aFlagTellsAllItSetsOff();
};

// HDF-10: three alike in fifteen minutes, or two that differ in where they come from.
void TestTriage::patternsCountWhatIsAlike_data()
{
    QTest::addColumn<QStringList>("reports"); // "minute symptom region"
    QTest::addColumn<int>("distinctCount");
    QTest::addColumn<int>("now");
    QTest::addColumn<QStringList>("items");
    QTest::addColumn<int>("kinds");
    QTest::addColumn<int>("completeAt"); // minutes; -1: not
    QTest::addColumn<int>("endsAt");
    const QStringList two{u"1 slow EU"_s, u"3 slow EU"_s};
    QTest::newRow("none") << QStringList{} << 2 << 5 << QStringList{} << 0 << -1 << -1;
    QTest::newRow("two alike") << two << 2 << 5 << QStringList{u"R1"_s, u"R2"_s} << 1 << -1 << 16;
    QTest::newRow("the first left the window") << two << 2 << 17 << QStringList{u"R2"_s} << 1 << -1 << 18;
    QTest::newRow("both left it") << two << 2 << 40 << QStringList{} << 0 << -1 << -1;
    QTest::newRow("other symptoms") << QStringList{u"1 slow EU"_s, u"2 down US"_s, u"3 Slow EU"_s} << 2 << 5
                                    << QStringList{u"R1"_s, u"R3"_s} << 1 << -1 << 16;
    QTest::newRow("three alike") << QStringList{u"1 slow EU"_s, u"3 slow EU"_s, u"9 slow EU"_s} << 2 << 60
                                 << QStringList{u"R1"_s, u"R2"_s, u"R3"_s} << 1 << 9 << -1;
    QTest::newRow("too slow") << QStringList{u"1 slow EU"_s, u"3 slow EU"_s, u"17 slow EU"_s} << 2 << 17
                              << QStringList{u"R2"_s, u"R3"_s} << 1 << -1 << 18;
    QTest::newRow("two regions") << QStringList{u"1 slow EU"_s, u"3 slow US"_s} << 2 << 60 << QStringList{u"R1"_s, u"R2"_s} << 2
                                 << 3 << -1;
    QTest::newRow("regions do not count") << QStringList{u"1 slow EU"_s, u"3 slow US"_s} << 0 << 5
                                          << QStringList{u"R1"_s, u"R2"_s} << 2 << -1 << 16;
}

void TestTriage::patternsCountWhatIsAlike()
{
    QFETCH(QStringList, reports);
    QFETCH(int, distinctCount);
    QFETCH(int, now);
    QFETCH(QStringList, items);
    QFETCH(int, kinds);
    QFETCH(int, completeAt);
    QFETCH(int, endsAt);
    ClockRig rig;
    for (const QString &one : reports)
        report(rig, one.section(u' ', 0, 0).toInt(), one.section(u' ', 1, 1), one.section(u' ', 2));
    const auto at = [](int minute) { return minute < 0 ? Instant() : after(Span::minutes(minute)); };
    const PatternDef pattern = similar(distinctCount);
    const PatternStatus status = patternStatus(pattern, rig.state, at(now));
    QCOMPARE(status.items, items);
    QCOMPARE(status.kinds, kinds);
    QCOMPARE(status.completeAt, at(completeAt));
    QCOMPARE(status.endsAt, at(endsAt));
    QCOMPARE(patternComplete(pattern, rig.state), at(completeAt));
}

void TestTriage::aPatternStaysComplete()
{
    ClockRig rig;
    report(rig, 1, u"slow"_s, u"EU"_s);
    report(rig, 2, u"slow"_s, u"US"_s);
    report(rig, 50, u"down"_s, u"EU"_s);
    const PatternStatus status = patternStatus(similar(2), rig.state, after(Span::minutes(51)));
    QCOMPARE(status.items, (QStringList{u"R1"_s, u"R2"_s}));
    QCOMPARE(status.completeAt, after(Span::minutes(2)));
}

void TestTriage::whatIsWithdrawnDoesNotCount()
{
    ClockRig rig;
    report(rig, 1, u"slow"_s, u"EU"_s);
    report(rig, 2, u"slow"_s, u"US"_s);
    rig.state.reports[0].withdrawn = true;
    const PatternStatus status = patternStatus(similar(2), rig.state, after(Span::minutes(3)));
    QCOMPARE(status.items, (QStringList{u"R2"_s}));
    QVERIFY(!status.completeAt.isSet());
}

// Tables first, severity before others; then forms of triage, what the beginning waits for, and the declaration's.
void TestTriage::everyFieldIsAskedOnce()
{
    ClockRig rig;
    using Need = FormField::Need;
    for (const char *id : {"users", "verdict", "source", "logs", "match", "class", "cause"})
        rig.process.fields.append(field(QString::fromLatin1(id)));
    rig.process.tables = {table("valid", GiveKind::Field, u"verdict"_s, {u"source"_s}),
                          table("matrix", GiveKind::Severity, {}, {u"users"_s})};
    rig.process.forms = {form("new", RecordKind::Declare, {{u"severity"_s, Need::Required}, {u"class"_s, Need::NoneKnown}}),
                         form("rca", RecordKind::Finding, {{u"cause"_s, Need::Required}}),
                         form("triage", RecordKind::Triage, {{u"logs"_s, Need::Required}, {u"users"_s, Need::Optional}})};
    GateRule begin;
    begin.rule = envelope("begin");
    begin.before = {Act::Begin};
    Cond either;
    either.any = {when(Fact::AlertTag, {}, u"page"_s), when(Fact::Field, u"match"_s, u"true"_s)};
    begin.needs = {{either, u"It matches"_s, {}}};
    GateRule close = begin;
    close.before = {Act::Close};
    close.needs = {{when(Fact::Field, u"cause"_s, u"x"_s), u"Cause"_s, {}}};
    rig.process.gates = {begin, close};
    const RuleContext context{rig.state, rig.process, after(Span::minutes(1))};
    QCOMPARE(told(triageQuestions(context)),
             u"users:matrix feeds; source:valid feeds; verdict:valid given; logs:triage required; "
             "match:begin required; class:new required"_s);
    QCOMPARE(triageForms(context).size(), 1);
    rig.process.forms[2].rule.when = when(Fact::Severity, {}, u"S9"_s);
    QVERIFY(triageForms(context).isEmpty());
    QVERIFY(!told(triageQuestions(context)).contains(u"logs"_s));
}

void TestTriage::aFlagTellsAllItSetsOff()
{
    Process process;
    LadderRule ladder;
    ladder.rule = envelope("pii");
    ladder.from = {MomentKind::FlagSet, u"pii"_s};
    ladder.rungs = {{Duration::seconds(0), {}}, {Duration::seconds(60), {}}};
    LadderRule other = ladder;
    other.rule = envelope("money");
    other.from.arg = u"money"_s;
    LadderRule conditional = other;
    conditional.rule = envelope("relief");
    conditional.from = {MomentKind::Declared, {}};
    conditional.rule.when.any = {when(Fact::Severity, {}, u"S1"_s), when(Fact::Flag, {}, u"pii"_s)};
    conditional.rungs.removeLast();
    LadderRule without = conditional;
    without.rule = envelope("without");
    without.rule.when = {};
    without.rule.when.none = {when(Fact::Flag, {}, u"pii"_s)};
    process.ladders = {ladder, other, conditional, without};
    AuthorityRule keep;
    keep.rule = envelope("keep");
    keep.rule.when = when(Fact::Flag, {}, u"pii"_s);
    process.authorities = {keep};
    DeadlineRule clock;
    clock.rule = envelope("clock");
    clock.after = {MomentKind::FlagSet, u"pii"_s};
    process.deadlines = {clock};
    ListRule list;
    list.rule = envelope("steps");
    list.start = when(Fact::Flag, {}, u"pii"_s);
    process.lists = {list};
    process.systems.insert(u"slack"_s, {{u"private_when"_s, QJsonObject{{u"flag"_s, u"pii"_s}}}});
    process.systems.insert(u"zoom"_s, {});
    QStringList parts;
    using Kind = FlagConsequence::Kind;
    const QHash<Kind, QString> words{{Kind::Effects, u"does"_s},    {Kind::Clock, u"clock"_s}, {Kind::Asks, u"asks"_s},
                                     {Kind::Forbids, u"forbids"_s}, {Kind::List, u"list"_s},   {Kind::Closed, u"closed"_s}};
    for (const FlagConsequence &c : flagConsequences(u"pii"_s, process))
        parts.append(words.value(c.kind) + u' ' + (c.rule ? c.rule->id : c.system));
    QCOMPARE(parts.join(u"; "_s), u"does pii; does pii; does relief; closed slack; forbids keep; list steps; clock clock"_s);
    QVERIFY(flagConsequences(u"none"_s, process).isEmpty());
}

QTEST_GUILESS_MAIN(TestTriage)
#include "tst_triage.moc"
