// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fieldtext.h"
#include "triage/triagerows.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// What monitoring says.
namespace fireline::models {

using namespace domain;
namespace t = models::triage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TriageRows)
};

t::State stateOf(const Alert &alert)
{
    switch (alert.state) {
    case Alert::State::Firing: return t::Open;
    case Alert::State::Acknowledged: return t::Answered;
    case Alert::State::Silenced: return t::Waiting;
    case Alert::State::Cleared: return t::Complete;
    }
    return t::Open;
}

TriageRow alertRow(const Alert &alert, const IncidentFeed &feed)
{
    TriageRow row;
    row.kind = t::Alert;
    row.id = alert.id;
    row.text = alert.name;
    row.state = stateOf(alert);
    row.at = alert.firedAt;
    row.endsAt = alert.endedAt;
    QJsonObject labels = alert.labels;
    const auto add = [&row](const QString &name, const QString &value) {
        if (!value.isEmpty())
            row.details << name << value;
    };
    add(Text::tr("Kind"), fieldText(labels.take(u"type"_s)));
    add(Text::tr("Possible cause"), fieldText(labels.take(u"cause"_s)));
    for (auto it = labels.begin(); it != labels.end(); ++it)
        add(reportFieldName(it.key(), feed.process()), fieldText(it.value()));
    const IncidentState &s = feed.state();
    if (const auto at = s.entryByEvent.constFind(alert.eventId); at != s.entryByEvent.constEnd()) {
        row.entry = alert.eventId;
        row.ref = u"E%1"_s.arg(at.value() + 1);
    }
    return row;
}

} // namespace

QList<TriageRow> alertRows(const IncidentFeed &feed)
{
    QList<TriageRow> rows;
    const QList<Alert> &alerts = feed.state().alerts;
    for (auto it = alerts.rbegin(); it != alerts.rend(); ++it)
        rows.append(alertRow(*it, feed));
    return rows;
}

} // namespace fireline::models
