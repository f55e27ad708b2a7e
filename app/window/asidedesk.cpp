// SPDX-License-Identifier: GPL-3.0-or-later
#include "asidedesk.h"

#include "actions/actionregistry.h"
#include "aside/asidemodel.h"
#include "aside/asidepanel.h"
#include "clocks/processnames.h"
#include "incidentcontroller.h"
#include "incidentsharing.h"
#include "refusedline.h"
#include "shell/mainwindow.h"
#include "state/applyrow.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;

AsideDesk::AsideDesk(IncidentController &incident, views::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_incident(incident)
    , m_window(window)
{
    connect(&incident.sharing(), &IncidentSharing::setAsideChanged, this, &AsideDesk::follow);
    if (const auto *panel = window.findChild<views::AsidePanel *>())
        connect(panel, &views::AsidePanel::againRequested, this, &AsideDesk::againRequested);
}

void AsideDesk::show()
{
    if (QAction *action = m_window.actions().action(u"panels.show.aside"_s))
        action->trigger();
}

void AsideDesk::follow()
{
    auto *model = m_window.findChild<models::AsideModel *>();
    if (!model)
        return;
    QList<models::AsideRow> rows;
    for (const SetAside &each : m_incident.sharing().setAside()) {
        const QString why = each.isRefused() ? refusalText(each.reason, each.rule)
                                             : tr("The shared server went back in time and lost it.");
        rows.append({each.event.id, each.event.occurredAt, each.event.recordedBy,
                     refusedWords(each.event, m_incident.state(), m_incident.process()), why, each.isSettled});
    }
    model->setRows(rows);
}

QList<Entry> refusedEntries(IncidentController &incident)
{
    const ProcessNames names(incident.process());
    const IncidentState &state = incident.state();
    QSet<QString> seen;
    QList<Entry> entries;
    for (const SetAside &each : incident.sharing().setAside()) {
        if (!each.isRefused() || state.entryByEvent.contains(each.event.id) || seen.contains(each.event.id))
            continue;
        seen.insert(each.event.id);
        auto entry = rowOf(state, each.event, &names);
        if (!entry)
            continue;
        entry->retracted = true;
        entry->retractedWhy = refusalText(each.reason, each.rule);
        entries.append(*std::move(entry));
    }
    return entries;
}

} // namespace fireline::window
