// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/inverse.h"
#include "linegen.h"
#include "rig.h"

#include <QTest>

using namespace fireline::conformance;
using namespace fireline::domain;
using namespace fireline::domain::test;
using namespace Qt::StringLiterals;

/// Undo over anything that may be typed: what people see is as before, and the record has only grown.
class TestInverseProperties : public QObject
{
    Q_OBJECT
private slots:
    void undoneIsAsBefore_data();
    void undoneIsAsBefore();
};

namespace {

bool standsStill(const QString &eventId, const IncidentState &s)
{
    const Entry *entry = s.entry(eventId);
    return !entry || !entry->retracted;
}

void addPeople(QStringList &lines, const IncidentState &s)
{
    QStringList holdings;
    for (const Holding &h : s.holdings)
        holdings.append(h.role + u' ' + h.person + u' ' + h.note);
    holdings.sort();
    lines.append(holdings);
    if (s.handover && s.handover->state == Handover::State::Running)
        lines.append(u"handover "_s + s.handover->role + u' ' + s.handover->to);
}

void addWork(QStringList &lines, const IncidentState &s)
{
    for (const Order &o : s.orders) {
        if (o.state != Order::State::Cancelled)
            lines.append(u"order %1 %2 %3"_s.arg(o.id).arg(int(o.state)).arg(o.dueAt.us));
    }
    for (const Hypothesis &h : s.hypotheses) {
        if (standsStill(h.eventId, s))
            lines.append(u"hypothesis %1 %2"_s.arg(h.id).arg(int(h.state)));
    }
    for (const DecisionRecord &d : s.decisions) {
        if (standsStill(d.eventId, s))
            lines.append(u"decision "_s + d.id + d.text);
    }
    for (const CustomerReport &r : s.reports) {
        if (!r.withdrawn)
            lines.append(u"report "_s + r.id);
    }
    for (const Mitigation &m : s.mitigations)
        lines.append(u"mitigation "_s + m.id + m.result);
    lines.append(u"why "_s + s.whys.join(u'|') + s.factors.join(u'|'));
}

void addMarks(QStringList &lines, const IncidentState &s)
{
    QStringList marks;
    for (auto list = s.lists.begin(); list != s.lists.end(); ++list) {
        for (auto it = list->items.begin(); it != list->items.end(); ++it)
            marks.append(u"mark %1 %2 %3 %4"_s.arg(list.key()).arg(it.key()).arg(int(it->state)).arg(it->reason));
    }
    for (auto it = s.systems.begin(); it != s.systems.end(); ++it)
        marks.append(u"system "_s + it.key() + it->outcome);
    for (auto it = s.cadences.begin(); it != s.cadences.end(); ++it)
        marks.append(u"cadence "_s + it.key() + QString::number(it->us));
    marks.sort();
    lines.append(marks);
}

void addRows(QStringList &lines, const IncidentState &s, qsizetype rows)
{
    for (qsizetype i = 0; i < rows; ++i) {
        const Entry &e = s.entries.at(i);
        lines.append(
            u"row %1 %2 %3 %4 %5 %6"_s.arg(e.kind, e.text).arg(e.at.us).arg(e.pinned).arg(e.retracted).arg(e.tags.join(u',')));
    }
}

/// Everything that people see of the incident but the rows that tell of the doing and undoing itself.
QString visible(const IncidentState &s, qsizetype rows)
{
    QStringList lines{s.severity, s.phase, s.flags.keys().join(u','), QString::number(s.impactStart.us),
                      QString::number(s.impactEnd.us)};
    lines.append(s.real ? (*s.real ? u"real"_s : u"false"_s) : u"unanswered"_s);
    for (auto it = s.impact.begin(); it != s.impact.end(); ++it)
        lines.append(u"impact "_s + it.key() + it.value());
    addPeople(lines, s);
    addWork(lines, s);
    addMarks(lines, s);
    addRows(lines, s, rows);
    return lines.join(u'\n');
}

QList<Event> since(const ConformanceRig &rig, qsizetype count)
{
    return rig.events().sliced(count);
}

} // namespace

void TestInverseProperties::undoneIsAsBefore_data()
{
    QTest::addColumn<QString>("processId");
    for (const QString &id : {u"community-hub"_s, u"helpdeskflow"_s, u"nine-step"_s, u"severity-ladder"_s, u"sre-directorate"_s})
        QTest::newRow(qPrintable(id)) << id;
}

void TestInverseProperties::undoneIsAsBefore()
{
    QFETCH(QString, processId);
    int undone = 0;
    int redone = 0;
    QVERIFY(rc::check(qPrintable(processId), [&] {
        ConformanceRig rig(processId);
        const QString severity = rig.process().severities.at(*rc::gen::inRange<qsizetype>(0, rig.process().severities.size())).id;
        RC_PRE(rig.declare(u"ana"_s, severity, u"service=web"_s).ok);
        const int count = *rc::gen::inRange(1, 25);
        for (int i = 0; i < count; ++i) {
            const IncidentState before = rig.state();
            const qsizetype written = rig.events().size();
            const QString who = *rc::gen::elementOf(std::vector<QString>{u"ana"_s, u"bo"_s});
            const QString line = *anyLineFor(rig.process());
            rig.advance(Span::minutes(*rc::gen::inRange(0, 5)));
            if (!rig.line(who, line).ok)
                continue;
            const IncidentState between = rig.state();
            const qsizetype count2 = rig.events().size();
            const Inverse inverse = inverseOf(since(rig, written), {before, between, rig.process()});
            RC_ASSERT(!inverse.text.isEmpty());
            if (!inverse.possible())
                continue;
            const QList<Event> kept = rig.events();
            rig.advance(Span::seconds(2));
            const Answer answer = rig.decide(who, *inverse.command);
            RC_ASSERT(answer.code != u"usage"_s && answer.code != u"unknown"_s);
            if (!answer.ok)
                continue;
            ++undone;
            RC_LOG() << qPrintable(line);
            RC_ASSERT(rig.events().size() > kept.size());
            for (qsizetype k = 0; k < kept.size(); ++k)
                RC_ASSERT(rig.events().at(k).id == kept.at(k).id && rig.events().at(k).payload == kept.at(k).payload);
            RC_ASSERT(visible(rig.state(), before.entries.size()) == visible(before, before.entries.size()));

            const Inverse redo = inverseOf(since(rig, count2), {between, rig.state(), rig.process()});
            RC_ASSERT(!redo.text.isEmpty());
            if (!redo.possible() || !rig.decide(who, *redo.command).ok)
                continue;
            ++redone;
            RC_ASSERT(visible(rig.state(), between.entries.size()) == visible(between, between.entries.size()));
        }
    }));
    QVERIFY2(undone > 50, "too few could be undone to say anything");
    QVERIFY2(redone > 20, "too few could be redone to say anything");
}

QTEST_APPLESS_MAIN(TestInverseProperties)
#include "tst_inverseproperties.moc"
