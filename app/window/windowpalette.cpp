// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "clocks/clockspanel.h"
#include "decisions/decisionspanel.h"
#include "incidentwindow.h"
#include "orders/orderspanel.h"
#include "paletteplaces.h"
#include "paletteproviders.h"
#include "playbooks/playbooksmodel.h"
#include "playbooks/playbookspanel.h"
#include "playbooks/playbooksroles.h"
#include "review/reviewpanel.h"
#include "shell/mainwindow.h"
#include "status/statuspanel.h"
#include "timeline/timelinepanel.h"
#include "triage/triagepanel.h"

#include <QAction>

using namespace Qt::StringLiterals;

// Where what the palette finds leads.
namespace fireline::window {

namespace {

/// The row of a panel, and the panel in sight; false where it has none of this number.
template<typename Panel>
bool showInPanel(views::MainWindow &window, const QString &id, const QString &ref)
{
    auto *panel = window.findChild<Panel *>();
    if (!panel || !panel->showItem(ref))
        return false;
    window.actions().action(u"panels.show."_s + id)->trigger();
    return true;
}

/// For panels that come into sight and take the keyboard themselves.
template<typename Panel>
bool showItselfIn(views::MainWindow &window, const QString &ref)
{
    auto *panel = window.findChild<Panel *>();
    return panel && panel->showItem(ref);
}

QList<PlaybookPlace> playbookPlaces(const models::PlaybooksModel &shelf)
{
    QList<PlaybookPlace> places;
    for (const models::PlaybookRow &row : shelf.all()) {
        const QString detail = row.state == models::playbooks::Suggested ? IncidentWindow::tr("suggested")
                               : row.settled > 0 ? IncidentWindow::tr("%1 of %2 done").arg(row.settled).arg(row.count)
                                                 : QString();
        places.append({row.key(), row.text.title, detail});
    }
    return places;
}

} // namespace

void IncidentWindow::buildPalette()
{
    addPaletteProviders(
        m_window->palette(), *m_incident, m_times,
        {[this](const QString &eventId) { goTo(eventId); }, [this](domain::Instant at) { m_timeline->goToTime(at); },
         [this](const QString &line) { prepareEntry(line); },
         [this](const QString &clock) {
             if (auto *panel = m_window->findChild<views::ClocksPanel *>())
                 panel->goToClock(clock);
         },
         [this](const QString &ref) {
             return showInPanel<views::OrdersPanel>(*m_window, u"actions"_s, ref)
                    || showInPanel<views::DecisionsPanel>(*m_window, u"decisions"_s, ref)
                    || showInPanel<views::TriagePanel>(*m_window, u"triage"_s, ref)
                    || showItselfIn<views::StatusPanel>(*m_window, ref) || showItselfIn<views::ReviewPanel>(*m_window, ref);
         },
         [this](const QString &person) {
             m_timeline->showPerson(person);
             m_timeline->list()->setFocus(Qt::OtherFocusReason);
         }});
    addPalettePlaces(m_window->palette(), *m_incident,
                     {[this] {
                          const auto *shelf = m_window->findChild<models::PlaybooksModel *>();
                          return shelf ? playbookPlaces(*shelf) : QList<PlaybookPlace>();
                      },
                      [this](const QString &key) { showItselfIn<views::PlaybooksPanel>(*m_window, key); },
                      [this](const QString &review, const QString &section) {
                          if (auto *panel = m_window->findChild<views::ReviewPanel *>())
                              panel->showSection(review, section);
                      }});
}

} // namespace fireline::window
