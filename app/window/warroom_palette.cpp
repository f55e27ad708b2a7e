// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockspanel.h"
#include "contactsdesk.h"
#include "incidentcontroller.h"
#include "paletteplaces.h"
#include "paletteproviders.h"
#include "playbooks/playbooksmodel.h"
#include "playbooks/playbookspanel.h"
#include "playbooks/playbooksroles.h"
#include "review/reviewpanel.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "timeline/timelinepanel.h"
#include "warroom.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// Where what the palette finds leads.
namespace fireline::window {

namespace {

/// The panel that has it shows the row with that number; false where none has it.
bool showRow(const views::PanelDocks &docks, const QString &ref)
{
    return std::any_of(docks.panels().begin(), docks.panels().end(),
                       [&](const views::PanelDescriptor &panel) { return panel.showRow && panel.showRow(ref); });
}

QList<PlaybookPlace> playbookPlaces(const models::PlaybooksModel &shelf)
{
    QList<PlaybookPlace> places;
    for (const models::PlaybookRow &row : shelf.all()) {
        const QString detail = row.state == models::playbooks::Suggested ? WarRoom::tr("suggested")
                               : row.settled > 0 ? WarRoom::tr("%1 of %2 done").arg(row.settled).arg(row.count)
                                                 : QString();
        places.append({row.key(), row.text.title, detail});
    }
    return places;
}

} // namespace

void WarRoom::buildPalette()
{
    addPaletteProviders(m_parts.window.palette(), m_parts.incident, m_parts.times,
                        {[this](const QString &eventId) { goTo(eventId); },
                         [this](domain::Instant at) { m_timeline->goToTime(at); },
                         [this](const QString &line) { prepareEntry(line); },
                         [this](const QString &clock) {
                             if (auto *panel = m_parts.window.findChild<views::ClocksPanel *>())
                                 panel->goToClock(clock);
                         },
                         [this](const QString &ref) { return showRow(m_parts.window.docks(), ref); },
                         [this](const QString &person) {
                             m_timeline->showPerson(person);
                             m_timeline->list()->setFocus(Qt::OtherFocusReason);
                         },
                         [contacts = m_contacts](const QString &who, const domain::Process &process) {
                             return contacts->book().waysTo(who, process);
                         },
                         [&messages = m_parts.window.messages()](const QString &value) {
                             QGuiApplication::clipboard()->setText(value);
                             messages.show({views::Message::Kind::Info, tr("Copied: %1").arg(value), {}, {}, u"copied"_s});
                         }});
    addPalettePlaces(m_parts.window.palette(), m_parts.incident,
                     {[this] {
                          const auto *shelf = m_parts.window.findChild<models::PlaybooksModel *>();
                          return shelf ? playbookPlaces(*shelf) : QList<PlaybookPlace>();
                      },
                      [this](const QString &key) {
                          if (auto *panel = m_parts.window.findChild<views::PlaybooksPanel *>())
                              panel->showItem(key);
                      },
                      [this](const QString &review, const QString &section) {
                          if (auto *panel = m_parts.window.findChild<views::ReviewPanel *>())
                              panel->showSection(review, section);
                      }});
}

} // namespace fireline::window
