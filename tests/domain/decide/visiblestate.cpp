// SPDX-License-Identifier: GPL-3.0-or-later
#include "visiblestate.h"

#include "state/whytree.h"

using namespace Qt::StringLiterals;

namespace fireline::domain::test {

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
    for (const WhyNode &why : whyTree(s))
        lines.append(u"why %1 %2 %3"_s.arg(why.label).arg(why.depth).arg(why.text));
    lines.append(u"factors "_s + s.factors.join(u'|'));
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

} // namespace

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

} // namespace fireline::domain::test
