// SPDX-License-Identifier: GPL-3.0-or-later
#include "statetext.h"

#include "rules/momentreader.h"
#include "state/eventtypes.h"

#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain::test {

namespace {

/// Collects "name: value" lines; sorted where the source has no order of its own.
class Lines
{
public:
    template<typename T>
    void add(const char *name, const T &value)
    {
        m_lines.append(QString::fromLatin1(name) + u": "_s + text(value));
    }
    template<typename Hash>
    void addHash(const char *name, const Hash &hash)
    {
        QStringList lines;
        for (auto it = hash.begin(); it != hash.end(); ++it)
            lines.append(it.key() + u'=' + text(it.value()));
        lines.sort();
        add(name, lines);
    }
    template<typename List>
    void addList(const char *name, const List &list)
    {
        QStringList lines;
        for (const auto &item : list)
            lines.append(text(item));
        add(name, lines);
    }
    [[nodiscard]] QString joined() const { return m_lines.join(u'\n'); }

private:
    static QString text(const QString &value) { return value; }
    static QString text(const QStringList &values) { return u'[' + values.join(u" | "_s) + u']'; }
    static QString text(bool value) { return value ? u"true"_s : u"false"_s; }
    static QString text(int value) { return QString::number(value); }
    static QString text(qint64 value) { return QString::number(value); }
    static QString text(Instant at) { return QString::number(at.us); }
    static QString text(Span span) { return QString::number(span.us); }
    static QString text(const QJsonObject &object)
    {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    static QString text(const QList<Instant> &instants)
    {
        QStringList parts;
        for (Instant at : instants)
            parts.append(text(at));
        return parts.join(u',');
    }
    template<typename... T>
    static QString all(const T &...values)
    {
        return QStringList{text(values)...}.join(u';');
    }
    static QString text(const QPair<QString, Instant> &p) { return all(p.first, p.second); }
    static QString text(const QPair<QString, QString> &p) { return all(p.first, p.second); }
    static QString text(const Approval &a) { return all(a.by, a.hash, a.at); }
    static QString text(const QList<Approval> &approvals)
    {
        QStringList parts;
        for (const Approval &approval : approvals)
            parts.append(text(approval));
        return parts.join(u',');
    }
    static QString text(const Holding &h) { return all(h.role, h.person, h.since, h.note); }
    static QString text(const Order &o)
    {
        return all(o.id, o.eventId, o.question, o.timer, o.owner, o.text, o.by, o.givenAt, o.dueAt, o.ackedAt, o.ackedBy,
                   o.ackTypedBy, o.endedAt, int(o.state), o.result, int(o.answers.size()));
    }
    static QString text(const Hypothesis &h)
    {
        return all(h.id, h.eventId, h.text, int(h.state), h.evidence, h.at, h.by, h.how, h.tester, h.evidenceEntry, h.why,
                   h.movedAt);
    }
    static QString text(const Change &c)
    {
        return all(c.id, c.eventId, c.text, c.kind, c.risk, c.staged, c.fields, c.hash, c.by, int(c.state), c.approvals,
                   c.executedBy, c.executedAt, c.verifiedAt, c.result, c.breached);
    }
    static QString text(const Mitigation &m)
    {
        return all(m.id, m.eventId, m.option, m.text, m.hypothesis, m.temporary, m.result, m.at, m.judgedAt);
    }
    static QString text(const DecisionRecord &d)
    {
        return all(d.id, d.eventId, d.text, d.by, d.at, d.revisitAt, d.replaces, d.poll, d.irreversible);
    }
    static QString text(const Poll &p)
    {
        return all(p.id, p.eventId, p.text, p.openedAt, p.dueAt, p.closedAt, int(p.asked.size()), int(p.answers.size()));
    }
    static QString text(const Update &u)
    {
        return all(u.id, u.eventId, u.target, u.audience, u.word, u.fields, u.text, u.hash, u.author, int(u.state),
                   u.approvalAsked, u.approvals, u.draftedAt, u.editedAt, u.sentAt, u.nextUpdateAt, u.via, u.entriesWhenDrafted);
    }
    static QString text(const Alert &a)
    {
        return all(a.id, a.eventId, a.fingerprint, a.name, a.labels, a.firedAt, a.endedAt, int(a.state), a.source);
    }
    static QString text(const CustomerReport &r) { return all(r.id, r.eventId, r.fields, r.text, r.at, r.withdrawn); }
    static QString text(const ActionItemRecord &i) { return all(i.id, i.eventId, i.text, i.fields, i.createdAt, i.doneAt); }
    static QString text(const ReviewRecord &r)
    {
        return all(r.sections, r.draftedAt, r.scheduledAt, r.heldAt, r.closedAt, r.attended);
    }
    static QString text(const Handover &h)
    {
        return all(h.role, h.from, h.to, h.offeredAt, h.ableAt, h.shadowSince, h.sitrepAt, h.sitrep, h.announcedAt, h.endedAt,
                   int(h.state));
    }
    static QString text(const QList<Handover> &handovers)
    {
        QStringList parts;
        for (const Handover &handover : handovers)
            parts.append(text(handover));
        return parts.join(u',');
    }
    static QString text(const QMap<int, ItemMark> &marks)
    {
        QStringList parts;
        for (auto it = marks.begin(); it != marks.end(); ++it)
            parts.append(all(it.key(), int(it->state), it->at, it->by, it->reason));
        return parts.join(u',');
    }
    static QString text(const ListRecord &l) { return all(l.startedAt, text(l.items)); }
    static QString text(const SystemFact &f) { return all(f.outcome, f.at, f.byHand); }
    static QString text(const RungMark &r)
    {
        return all(r.ladder, r.rung, r.anchor, r.at, r.by, r.skipped, r.why, r.answeredAt, r.answer);
    }
    static QString text(const Snooze &s) { return all(s.until, s.why, s.by); }

    QStringList m_lines;
};

void addLife(Lines &lines, const IncidentState &s)
{
    lines.add("id", s.id + s.title + s.processId + s.processHash + s.processText);
    lines.add("declaration", s.declaration);
    lines.addList("life", QList<Instant>{s.declaredAt, s.withdrawnAt, s.begunAt, s.resolvedAt, s.closedAt});
    lines.add("real", !s.real ? u"unset"_s : *s.real ? u"real"_s : u"false"_s);
    lines.add("severity", s.severity + u'/' + s.phase);
    lines.addHash("flags", s.flags);
    lines.add("private", s.isPrivate);
    lines.add("members", QStringList{s.declaredBy} + s.members);
    lines.add("fields", s.fields);
    lines.addHash("forms", s.forms);
    lines.addList("impact", QList<Instant>{s.impactStart, s.impactEnd});
    lines.addHash("impacts", s.impact);
    lines.addList("severities", s.severityLog);
}

void addWork(Lines &lines, const IncidentState &s)
{
    lines.addList("orders", s.orders);
    lines.addList("hypotheses", s.hypotheses);
    lines.addList("changes", s.changes);
    lines.addList("mitigations", s.mitigations);
    lines.addList("decisions", s.decisions);
    lines.addList("polls", s.polls);
    lines.addList("updates", s.updates);
    lines.addList("alerts", s.alerts);
    lines.addList("reports", s.reports);
    lines.addList("items", s.actionItems);
    lines.addHash("reviews", s.reviews);
    lines.add("whys", s.whys + s.factors);
}

void addBooks(Lines &lines, const IncidentState &s)
{
    lines.addList("holdings", s.holdings);
    if (s.handover)
        lines.addList("handover", QList<Handover>{*s.handover});
    lines.addHash("handovers", s.handovers);
    lines.addHash("lists", s.lists);
    lines.addHash("gates", s.gates);
    lines.addHash("systems", s.systems);
    lines.addList("rungs", s.rungs);
    lines.addHash("snoozes", s.snoozes);
    lines.addHash("cadences", s.cadences);
    lines.addHash("overrides", s.overrides);
    lines.addHash("overridden", s.overridden);
    lines.addHash("breaches", s.breaches);
    lines.addList("pages", s.pages);
}

void addMoments(Lines &lines, const IncidentState &s)
{
    for (const QString &key : {u"progress.finding"_s, u"report.received"_s, u"impact.start"_s, u"progress.decision"_s,
                               u"alert.fired"_s, u"update.sent/public"_s, u"mitigation.applied"_s, u"checkin"_s}) {
        QStringList hits;
        for (const MomentLog::Hit &hit : s.moments.hits(key)) {
            if (!hit.withdrawn)
                hits.append(QString::number(hit.at.us) + hit.item + hit.eventId);
        }
        lines.add(key.toLatin1().constData(), hits);
    }
}

} // namespace

QString factText(const IncidentState &s)
{
    Lines lines;
    addLife(lines, s);
    addWork(lines, s);
    addBooks(lines, s);
    addMoments(lines, s);
    return lines.joined();
}

QString stateText(const IncidentState &s)
{
    Lines lines;
    lines.add("facts", factText(s));
    lines.add("count", s.eventCount);
    lines.addHash("acts", s.actsDone);
    lines.addHash("seen", s.lastSeen);
    QStringList people(s.people.begin(), s.people.end());
    people.sort();
    lines.add("people", people);
    for (const Entry &e : s.entries) {
        lines.add("entry",
                  QStringList{e.eventId, e.type, QString::number(e.at.us), QString::number(e.recordedAt.us), e.kind, e.text,
                              e.actor, e.role, e.tags.join(u','), e.correctedBy.join(u','), e.retractedWhy, e.sha256});
        lines.add("marks",
                  QString::number(e.pinned + 2 * e.handsOn + 4 * e.imported + 8 * e.breach + 16 * e.evidence + 32 * e.retracted));
    }
    return lines.joined();
}

} // namespace fireline::domain::test
