// SPDX-License-Identifier: GPL-3.0-or-later
#include "registerentry.h"

#include "clocks/runningclock.h"
#include "processloader.h"
#include "sqlite/sqlitejournal.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;
using store::IncidentSummary;

namespace {

QJsonArray openClocks(const IncidentState &state, const Process &process, Instant now)
{
    QJsonArray rows;
    for (const RunningClock &clock : runningClocks(state, process, now)) {
        if (clock.running() && clock.scope != Scope::Incident)
            rows.append(QJsonObject{{u"id"_s, clock.id},
                                    {u"text"_s, clock.text},
                                    {u"due"_s, clock.due.toRfc3339()},
                                    {u"late"_s, clock.late.toRfc3339()}});
    }
    return rows;
}

QList<IncidentSummary::Held> held(const IncidentState &state, const Process &process)
{
    QList<IncidentSummary::Held> all;
    for (const CadenceRule &cadence : process.cadences) {
        const bool isDrill = cadence.item == CadenceKind::Drill;
        if (!isDrill && cadence.item != CadenceKind::ProcessReview)
            continue;
        const QString moment = isDrill ? u"drill.held/"_s + cadence.arg : u"process.reviewed"_s;
        if (const Instant at = state.moments.latest(moment); at.isSet())
            all.append({process.id, isDrill ? u"drill/"_s + cadence.arg : u"process.review"_s, at});
    }
    return all;
}

// Rows may be imported, so that the last one need not be the latest.
Instant lastRecorded(const IncidentState &state)
{
    Instant last = state.declaredAt;
    for (const Entry &entry : state.entries)
        last = std::max(last, entry.recordedAt);
    return last;
}

} // namespace

IncidentSummary summaryOf(const IncidentState &state, const Process &process, const QString &path, Instant now)
{
    IncidentSummary summary;
    summary.path = QFileInfo(path).absoluteFilePath();
    summary.id = state.id;
    summary.title = state.title;
    summary.process = state.processId;
    summary.severity = state.severity;
    if (const SeverityDef *severity = process.severity(state.severity))
        summary.rank = severity->rank;
    if (const PhaseDef *phase = state.phase.isEmpty() ? process.firstPhase() : process.phase(state.phase))
        summary.phase = phase->name;
    summary.declared = state.declaredAt;
    summary.resolved = state.resolvedAt;
    summary.closed = state.closedAt;
    summary.withdrawn = state.withdrawnAt;
    summary.changed = lastRecorded(state);
    summary.drill = state.drill;
    summary.openClocks = openClocks(state, process, now);
    for (const Alert &alert : state.alerts)
        summary.firings.append({alert.fingerprint, alert.firedAt});
    summary.held = held(state, process);
    return summary;
}

QList<IncidentSummary> summariesIn(const QStringList &folders, const Clock &clock)
{
    QList<IncidentSummary> summaries;
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({u"*.fireline"_s}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            const auto journal = store::SqliteJournal::open(file.absoluteFilePath(), store::SqliteJournal::Mode::ReadOnly);
            if (!journal)
                continue;
            IncidentState state;
            const auto read = journal.value()->read(0, [&state](qint64, const Event &event) {
                apply(state, event);
                return true;
            });
            const auto process = process::loadProcess(state.processText.toUtf8(), state.processId + u".yaml"_s);
            if (read && process && state.declared() && !state.isPrivate)
                summaries.append(summaryOf(state, process.value(), file.absoluteFilePath(), clock.now()));
        }
    }
    return summaries;
}

} // namespace fireline::session
