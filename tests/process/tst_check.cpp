// SPDX-License-Identifier: GPL-3.0-or-later
#include "processcheck.h"
#include "processloader.h"
#include "sampleprocess.h"

#include <QTest>

using namespace fireline::process;
using namespace fireline::domain;
using namespace Qt::StringLiterals;

class TestCheck : public QObject
{
    Q_OBJECT
private slots:
    void findsNothingInTheSample();
    void findsInRules_data();
    void findsInRules();
    void findsInNouns_data();
    void findsInNouns();
    void staysQuiet_data();
    void staysQuiet();
    void listsAssumptionsLast();
};

namespace {

QStringList codesOf(const QByteArray &text)
{
    const auto process = loadProcess(text, u"x.yaml"_s);
    if (!process.ok())
        return {process.problem().detail};
    QStringList codes;
    for (const Finding &finding : checkProcess(process.value())) {
        codes.append(gradeWord(finding.grade) + u' ' + finding.code);
        if (finding.text.isEmpty() || finding.remedy.isEmpty() || finding.file != u"x.yaml")
            codes.append(u"without words"_s);
    }
    return codes;
}

const QByteArray outside = "audiences: [{id: public, name: Public, outside: true, states: [Open]}]";
const QByteArray staff = "audiences: [{id: staff, name: Staff, states: [Open, Done]}]";

} // namespace

void TestCheck::findsNothingInTheSample()
{
    QCOMPARE(codesOf(sample()), QStringList());
}

void TestCheck::findsInRules_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QByteArray &rules, const QString &found) {
        QTest::newRow(name) << rules << found;
    };
    row("no source", "  - {id: r, kind: authority, act: [resolve], only: [lead]}\n", u"warning no-source"_s);
    row("useless override",
        "  - {id: r, kind: authority, source: [A], act: [resolve], only: [lead], effect: warn, override: {by: [lead]}}\n",
        u"warning useless-override"_s);
    row("only against never",
        "  - {id: a, kind: authority, source: [A], act: [resolve], only: [lead]}\n"
        "  - {id: b, kind: authority, source: [A], act: [close, resolve], never: [everyone]}\n",
        u"fault contradiction"_s);
    row("only against only",
        "  - {id: a, kind: authority, source: [A], act: [resolve], only: [lead]}\n"
        "  - {id: b, kind: authority, source: [A], act: [resolve], only: [lead, ops], when: {severity: S1}}\n",
        u"fault contradiction"_s);
    row("nobody can lead", "  - {id: a, kind: authority, source: [A], act: [claim, role.assign], only: [lead]}\n",
        u"fault unfillable-role"_s);
    row("nobody may claim or assign", "  - {id: a, kind: authority, source: [A], act: [claim, role.assign], never: [everyone]}\n",
        u"fault unfillable-role"_s);
    row("deadline without owner", "  - {id: r, kind: deadline, source: [A], done: resolved, within: 1h, after: declared}\n",
        u"fault no-owner"_s);
    row("cadence without owner", "  - {id: r, kind: cadence, source: [A], item: checkin, every: 1h, from: declared}\n",
        u"fault no-owner"_s);
    row("owner of nothing",
        "  - {id: r, kind: deadline, source: [A], done: resolved, within: 1h, after: declared, owner: [owner]}\n",
        u"warning no-owner"_s);
    row("done by its start",
        "  - {id: r, kind: deadline, source: [A], done: declared, within: 1h, after: declared, owner: [lead]}\n",
        u"fault done-at-once"_s);
    row("days of open time",
        "  - {id: r, kind: deadline, source: [A], done: resolved, within: 2d, after: declared, hours: business, owner: [lead]}\n",
        u"warning open-time"_s);
    row("sprint without start",
        "  - {id: r, kind: deadline, source: [A], done: resolved, within: next_sprint, after: declared, owner: [lead]}\n",
        u"fault no-sprint"_s);
    row("drill inside an incident",
        "  - {id: r, kind: cadence, source: [A], item: drill/chaos, every: 3mo, from: declared, owner: [lead]}\n",
        u"warning wrong-scope"_s);
    row("check-in outside", "  - {id: r, kind: cadence, source: [A], scope: process, item: checkin, every: 1h, owner: [lead]}\n",
        u"warning wrong-scope"_s);
    row("waits for a drill", "  - {id: r, kind: ladder, source: [A], from: drill.held/chaos, do: [{prompt: a}]}\n",
        u"warning wrong-scope"_s);
    row("progress of nothing", "  - {id: r, kind: ladder, source: [A], from: progress, until: resolved, do: [{prompt: a}]}\n",
        u"warning no-progress"_s);
    row("ladder ends at its start",
        "  - {id: r, kind: ladder, source: [A], from: declared, until: declared, do: [{prompt: a}]}\n", u"fault done-at-once"_s);
    row("ticket without form",
        "  - {id: r, kind: deadline, source: [A], done: ticket.filed, within: 1h, after: declared, owner: [lead]}\n",
        u"fault undone-moment"_s);
    row("states of a ticket", "  - {id: r, kind: form, source: [A], for: ticket, states: [Open], fields: [summary]}\n",
        u"fault useless-states"_s);
    row("unknown state", "  - {id: r, kind: form, source: [A], for: update/staff, states: [Closed], fields: [summary]}\n",
        u"fault unknown-state"_s);
    row("empty form", "  - {id: r, kind: form, source: [A], for: ticket}\n", u"fault empty-form"_s);
    row("dead row",
        "  - {id: r, kind: table, source: [A], give: severity, inputs: [field/kind_of, field/summary], rows: [[any, b, S1], "
        "[big, b, S2]]}\n",
        u"fault dead-row"_s);
    row("empty table", "  - {id: r, kind: table, source: [A], give: severity, inputs: [field/kind_of], rows: []}\n",
        u"fault empty-table"_s);
    row("list nobody sees", "  - {id: r, kind: list, source: [A], use: checklist, items: [{text: a}]}\n",
        u"warning unused-list"_s);
    row("incoming without handover",
        "  - {id: r, kind: list, source: [A], use: checklist, for: lead, items: [{text: a, by: incoming}]}\n",
        u"warning no-handover"_s);
    row("freeze without calendar",
        "  - {id: r, kind: authority, source: [A], act: [change.execute], when: {calendar: freeze}, never: [everyone]}\n",
        u"fault no-freeze"_s);
    row("assumption", "  - {id: r, kind: authority, source: [A], act: [resolve], only: [lead], assumed: ours}\n",
        u"note assumed"_s);
}

void TestCheck::findsInRules()
{
    QFETCH(QByteArray, rules);
    QFETCH(QString, found);
    QCOMPARE(codesOf(sample(rules)), QStringList{found});
}

void TestCheck::findsInNouns_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QStringList &found) {
        QTest::newRow(name) << from << to << found;
    };
    row("nobody commands", ", commands: true", "", {u"fault no-commander"_s});
    row("two command", "name: Operator", "name: Operator, commands: true", {u"fault no-commander"_s});
    row("same rank", "rank: 2", "rank: 1", {u"warning same-rank"_s});
    row("unreachable", "next: [after]", "next: [], ends: true", {u"fault unreachable-phase"_s});
    row("to itself", "next: [after]", "next: [after, work]", {u"fault phase-to-itself"_s});
    row("no end", ", ends: true", "", {u"warning phase-without-end"_s});
    row("outside without rules", staff, outside, {u"fault audience-without-authority"_s, u"fault audience-without-form"_s});
    row("review without owner", ", owner: [lead]", "", {u"warning no-owner"_s});
    row("metric of one moment",
        "words:", "metrics: [{id: m, name: M, from: declared, to: declared}]\nwords:", {u"fault done-at-once"_s});
    row("freeze before no holiday", "words:", "calendar: {freeze: [before_holiday]}\nwords:", {u"warning no-holidays"_s});
}

void TestCheck::findsInNouns()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QStringList, found);
    QByteArray text = sample();
    QCOMPARE(text.count(from), 1);
    QCOMPARE(codesOf(text.replace(from, to)), found);
}

void TestCheck::staysQuiet_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &rules) { QTest::newRow(name) << sample(rules); };
    row("other severities", "  - {id: a, kind: authority, source: [A], act: [resolve], only: [lead], when: {severity: S1}}\n"
                            "  - {id: b, kind: authority, source: [A], act: [resolve], only: [ops], when: {severity: S2}}\n");
    row("excluded by none",
        "  - {id: a, kind: authority, source: [A], act: [resolve], only: [lead], when: {none: [{severity: S2}]}}\n"
        "  - {id: b, kind: authority, source: [A], act: [resolve], only: [ops], when: {severity: S2}}\n");
    row("one replaces the other",
        "  - {id: a, kind: authority, source: [A], act: [resolve], only: [lead]}\n"
        "  - {id: b, kind: authority, source: [A], act: [resolve], never: [everyone], when: {flag: pii}, replaces: [a]}\n");
    row("approval is no answer", "  - {id: a, kind: authority, source: [A], act: [resolve], only: [lead]}\n"
                                 "  - {id: b, kind: authority, source: [A], act: [resolve], approved_by: [boss]}\n");
    row("the same answer twice", "  - {id: a, kind: authority, source: [A], act: [resolve], only: [lead]}\n"
                                 "  - {id: b, kind: authority, source: [A], act: [resolve], never: [ops]}\n");
    row("a contact may assign", "  - {id: a, kind: authority, source: [A], act: [claim, role.assign], only: [lead, boss]}\n");
    row("list opened by an effect", "  - {id: l, kind: list, source: [A], use: checklist, items: [{text: a}]}\n"
                                    "  - {id: r, kind: ladder, source: [A], from: declared, do: [{open: l}]}\n");
    QByteArray spoken = sample(
        "  - {id: a, kind: authority, source: [A], act: [update.send], when: {audience: public}, only: [lead]}\n"
        "  - {id: f, kind: form, source: [A], for: update/public, states: [Open], fields: [summary!], text: \"{summary}\"}\n");
    QTest::newRow("outside with rules") << spoken.replace(staff, outside);
}

void TestCheck::staysQuiet()
{
    QFETCH(QByteArray, text);
    QCOMPARE(codesOf(text), QStringList());
}

void TestCheck::listsAssumptionsLast()
{
    const QStringList codes = codesOf(
        sample("  - {id: a, kind: deadline, source: [A], done: resolved, within: 1h, after: declared, assumed: ours}\n"
               "  - {id: b, kind: authority, act: [resolve], only: [lead]}\n"));
    QCOMPARE(codes, (QStringList{u"fault no-owner"_s, u"warning no-source"_s, u"note assumed"_s}));
}

QTEST_APPLESS_MAIN(TestCheck)
#include "tst_check.moc"
