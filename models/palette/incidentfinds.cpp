// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/incidentfinds.h"

#include "rules/autofields.h"
#include "rules/fieldtext.h"
#include "rules/forms.h"
#include "state/withdrawn.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

constexpr qsizetype latestRows = 200;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IncidentFinds)
};

QString stateOf(const Order &order)
{
    switch (order.state) {
    case Order::State::Sent: return Text::tr("not acknowledged");
    case Order::State::Acknowledged: return Text::tr("acknowledged");
    case Order::State::Done: return Text::tr("done");
    case Order::State::Failed: return Text::tr("failed");
    case Order::State::Cancelled: return Text::tr("called off");
    }
    return {};
}

QString stateOf(const Hypothesis &hypothesis)
{
    switch (hypothesis.state) {
    case Hypothesis::State::Open: return Text::tr("open");
    case Hypothesis::State::Testing: return Text::tr("being tested");
    case Hypothesis::State::Confirmed: return Text::tr("confirmed");
    case Hypothesis::State::RuledOut: return Text::tr("ruled out");
    }
    return {};
}

QString stateOf(const Change &change)
{
    switch (change.state) {
    case Change::State::Proposed: return Text::tr("proposed");
    case Change::State::Approved: return Text::tr("approved");
    case Change::State::Refused: return Text::tr("refused");
    case Change::State::Executed: return Text::tr("executed");
    case Change::State::Verified: return Text::tr("verified");
    }
    return {};
}

QString stateOf(const Mitigation &mitigation)
{
    if (mitigation.result == "restored"_L1)
        return Text::tr("restored the service");
    if (mitigation.result == "partial"_L1)
        return Text::tr("helped in part");
    return mitigation.result.isEmpty() ? Text::tr("effect not judged") : Text::tr("had no effect");
}

QString stateOf(const Update &update)
{
    switch (update.state) {
    case Update::State::Drafted: return Text::tr("draft");
    case Update::State::Asked: return Text::tr("approval asked for");
    case Update::State::Approved: return Text::tr("approved");
    case Update::State::Queued: return Text::tr("on its way");
    case Update::State::Sent: return Text::tr("sent");
    case Update::State::Unknown: return Text::tr("not known whether it was sent");
    case Update::State::Failed: return Text::tr("not sent");
    }
    return {};
}

QString stateOf(const Alert &alert)
{
    switch (alert.state) {
    case Alert::State::Firing: return Text::tr("fires");
    case Alert::State::Acknowledged: return Text::tr("acknowledged");
    case Alert::State::Silenced: return Text::tr("silenced");
    case Alert::State::Cleared: return Text::tr("cleared");
    }
    return {};
}

void addWork(QList<IncidentObject> &found, const IncidentState &s)
{
    for (auto it = s.orders.rbegin(); it != s.orders.rend(); ++it)
        found.append({it->id, it->owner.isEmpty() ? it->text : u"@%1 %2"_s.arg(it->owner, it->text), stateOf(*it), it->eventId,
                      it->givenAt});
    for (auto it = s.hypotheses.rbegin(); it != s.hypotheses.rend(); ++it)
        found.append({it->id, it->text, stateOf(*it), it->eventId, it->at});
    for (auto it = s.changes.rbegin(); it != s.changes.rend(); ++it)
        found.append({it->id, it->text, stateOf(*it), it->eventId, {}});
    for (auto it = s.mitigations.rbegin(); it != s.mitigations.rend(); ++it)
        found.append({it->id, it->text, stateOf(*it), it->eventId, it->at});
    for (auto it = s.decisions.rbegin(); it != s.decisions.rend(); ++it)
        found.append({it->id, it->text, Text::tr("decided"), it->eventId, it->at});
    for (auto it = s.polls.rbegin(); it != s.polls.rend(); ++it)
        found.append({it->id, it->text, it->closedAt.isSet() ? Text::tr("closed") : Text::tr("open"), it->eventId, it->openedAt});
}

void addTold(QList<IncidentObject> &found, const IncidentState &s)
{
    for (auto it = s.updates.rbegin(); it != s.updates.rend(); ++it)
        found.append({it->id, it->text.section(u'\n', 0, 0), stateOf(*it), it->eventId, it->draftedAt});
    for (auto it = s.alerts.rbegin(); it != s.alerts.rend(); ++it)
        found.append({it->id, it->name, stateOf(*it), it->eventId, it->firedAt});
    for (auto it = s.reports.rbegin(); it != s.reports.rend(); ++it)
        found.append({it->id, it->text, it->withdrawn ? Text::tr("taken out of the record") : Text::tr("customer report"),
                      it->eventId, it->at});
    for (auto it = s.actionItems.rbegin(); it != s.actionItems.rend(); ++it) {
        const QString stands = it->doneAt.isSet() ? Text::tr("done") : Text::tr("open");
        found.append({it->id, it->text, isWithdrawn(s, it->eventId) ? Text::tr("taken out of the record") : stands, it->eventId,
                      it->createdAt});
    }
}

void addRow(QList<IncidentObject> &found, const IncidentState &s, qsizetype i)
{
    const Entry &entry = s.entries.at(i);
    found.append({u"E%1"_s.arg(i + 1), entry.text.section(u'\n', 0, 0), {}, entry.eventId, entry.at});
}

} // namespace

QList<IncidentObject> incidentObjects(const IncidentState &state, const QString &number)
{
    QList<IncidentObject> found;
    addWork(found, state);
    addTold(found, state);
    const qsizetype first = std::max<qsizetype>(0, state.entries.size() - latestRows);
    for (qsizetype i = state.entries.size() - 1; i >= first; --i)
        addRow(found, state, i);
    bool isNumber = false;
    const bool named = number.startsWith(u'E', Qt::CaseInsensitive);
    const qlonglong wanted = number.mid(named ? 1 : 0).toLongLong(&isNumber) - 1;
    if (isNumber && wanted >= 0 && wanted < first)
        addRow(found, state, wanted);
    return found;
}

QList<IncidentTime> incidentTimes(const IncidentState &state, const Process &process)
{
    QList<IncidentTime> times;
    const auto add = [&](const QString &text, Instant at) {
        if (at.isSet())
            times.append({text, at});
    };
    add(Text::tr("Declared"), state.declaredAt);
    add(Text::tr("Impact began"), state.impactStart);
    add(Text::tr("Impact ended"), state.impactEnd);
    add(Text::tr("The incident began"), state.begunAt);
    for (const auto &[severity, at] : state.severityLog)
        add(Text::tr("Severity %1").arg(severity), at);
    for (const PhaseDef &phase : process.phases) {
        for (const MomentLog::Hit &hit : state.moments.hits(u"phase.entered/"_s + phase.id)) {
            if (!hit.withdrawn)
                add(Text::tr("Phase %1").arg(phase.name), hit.at);
        }
    }
    for (const Update &update : state.updates) {
        const AudienceDef *audience = process.audienceDef(update.audience);
        if (audience)
            add(Text::tr("Update sent: %1").arg(audience->name), update.sentAt);
    }
    add(Text::tr("Resolved"), state.resolvedAt);
    add(Text::tr("Closed"), state.closedAt);
    add(Text::tr("Withdrawn"), state.withdrawnAt);
    std::stable_sort(times.begin(), times.end(), [](const IncidentTime &a, const IncidentTime &b) { return a.at > b.at; });
    return times;
}

QList<ReadyText> readyTexts(const IncidentState &state, const Process &process, Instant now)
{
    QList<ReadyText> texts;
    const RuleContext context{state, process, now};
    for (const FormRule &form : process.forms) {
        const RecordAtHand record{u"script/"_s + form.rule.id, {}, {}, {}};
        if (form.target.record != RecordKind::Script || formsOf(record, context).isEmpty())
            continue;
        QJsonObject values = filledFields(record, context);
        QString line = u"/draft %1"_s.arg(form.rule.id);
        // What it is about is the incident, where nobody said it better.
        for (const FormField &field : form.fields) {
            const FieldDef *def = process.field(field.id);
            const bool isText = def && (def->type == FieldType::Text || def->type == FieldType::Long);
            if (!isText || !fieldText(values.value(field.id)).isEmpty())
                continue;
            values.insert(field.id, state.title);
            line += u" %1=\"%2\""_s.arg(field.id, QString(state.title).replace(u'"', u'\''));
        }
        for (const QString &name : namesInTemplate(form.text)) {
            if (!fieldText(values.value(name)).isEmpty())
                continue;
            values.insert(name, u"…"_s);
            line += u" %1="_s.arg(name);
        }
        texts.append({filledTemplate(form.text, values), line, form.rule.cite()});
    }
    return texts;
}

} // namespace fireline::models
