// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/listrules.h"
#include "shell/paneldescriptor.h"

#include <QObject>

#include <functional>

namespace fireline::models {
class IncidentFeed;
struct DeclarationOffer;
} // namespace fireline::models

namespace fireline::views {
class ActionRegistry;
class MainWindow;
class Theme;
class TimeDisplay;
class TimelinePanel;
} // namespace fireline::views

namespace fireline::window {

class AlertSources;
class CommandDesk;
class ContactsDesk;
class IncidentShelf;
class PanelDrafts;
class PreferencesDesk;
class RecordGuard;
class RecordReader;
class SeriesShelf;
class StateFiles;

/// What a panel is made from and connected with. References outlive the panels.
struct PanelContext
{
    models::IncidentFeed &feed;
    views::Theme &theme;
    views::TimeDisplay &times;
    views::ActionRegistry &actions;
    CommandDesk &desk;
    PanelDrafts &drafts;
    const PreferencesDesk &preferences;
    std::function<void(const QString &line)> prepareEntry; ///< puts a line into quick entry
    std::function<void(const QString &word)> insertWord;   ///< puts a word where its cursor stands
    QObject *models;                                       ///< owns the item models
    RecordReader &reader;
    std::function<void(const QString &eventId)> toEntry; ///< selects it in the timeline
    std::function<void(bool on)> keepTicking;            ///< time is shown elsewhere than in the main window
    QString configDir;                                   ///< holds the user's own playbooks
    /// Makes the lists of playbooks known to the incident.
    std::function<void(const QList<domain::ListRule> &lists)> takePlaybooks;
    views::TimelinePanel &timeline;
    QString stateDir; ///< for what is remembered of a panel beside its layout; empty: nothing is
    StateFiles &files;
    ContactsDesk &contacts;
    RecordGuard &guard;
    views::MainWindow &window; ///< for what a panel tells beside itself, or asks in a dialog
    QString record;            ///< path of the incident's file
    SeriesShelf &series;       ///< whom the graphs can ask
    AlertSources *alerts;      ///< null: none is asked
    IncidentShelf *shelf;      ///< null: no other incident is known
    std::function<void(const models::DeclarationOffer &offer)> declare; ///< an incident of its own
    std::function<void()> openSources;                                  ///< the settings, at the monitoring sources

    /// The same on another feed.
    [[nodiscard]] PanelContext on(models::IncidentFeed &other) const
    {
        return {other,        theme,  times,   actions,     desk,      drafts,        preferences, prepareEntry, insertWord,
                this->models, reader, toEntry, keepTicking, configDir, takePlaybooks, timeline,    stateDir,     files,
                contacts,     guard,  window,  record,      series,    alerts,        shelf,       declare,      openSources};
    }
};

/// All panels beside the timeline, each with its model, connected. The one list that a new panel is added to.
[[nodiscard]] QList<views::PanelDescriptor> makePanels(const PanelContext &context);

} // namespace fireline::window
