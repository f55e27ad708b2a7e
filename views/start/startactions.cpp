// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "palette/commandpalette.h"
#include "shell/keysheet.h"
#include "start/drillslist.h"
#include "start/firinglist.h"
#include "start/incidentslist.h"
#include "start/newincidentform.h"
#include "start/startwindow.h"
#include "theme/theme.h"

#include <QKeySequence>

using namespace Qt::StringLiterals;

// What the start window can do; palette and key sheet as in an incident's window, over what there is here.
namespace fireline::views {

namespace {

void addHelp(ActionRegistry &registry, Theme &theme, StartWindow &window)
{
    const QString paletteId = u"start.palette"_s;
    auto *palette = new CommandPalette(registry, paletteId, theme, &window);
    auto *keys = new KeySheet(registry, theme, &window);
    registry.add({paletteId,
                  StartWindow::tr("Find a command"),
                  StartWindow::tr("Everything that can be done here, by typing a part of its name."),
                  u"view"_s,
                  u"palette"_s,
                  {QKeySequence(u"Ctrl+K"_s), QKeySequence(u"Ctrl+Shift+P"_s)}},
                 [palette] { palette->open(); });
    registry.add({u"start.keys"_s,
                  StartWindow::tr("Keys"),
                  StartWindow::tr("All keys of this window, to search, copy and print."),
                  u"help"_s,
                  u"keys"_s,
                  {QKeySequence(u"F1"_s)}},
                 [keys] { keys->open(); });
}

} // namespace

void StartWindow::addActions(ActionRegistry &registry)
{
    addHelp(registry, m_theme, *this);
    registry.add({u"start.newIncident"_s,
                  tr("New incident"),
                  tr("Goes to the field that says what is wrong."),
                  u"file"_s,
                  u"new"_s,
                  {QKeySequence(u"Ctrl+N"_s)},
                  this},
                 [this] { m_form->focusTitle(); });
    registry.add(
        {u"start.open"_s, tr("Open…"), tr("Opens an incident's file."), u"file"_s, u"open"_s, {QKeySequence(u"Ctrl+O"_s)}, this},
        [this] { chooseFile(); });
    registry.add({u"start.import"_s, tr("Import record…"),
                  tr("Reads a record from another tool into a new incident, as history."), u"file"_s, u"import"_s},
                 [this] { chooseImport(); });
    registry.add({u"start.search"_s,
                  tr("Search all incidents"),
                  tr("Finds words in every incident on this computer."),
                  u"view"_s,
                  u"search"_s,
                  {QKeySequence(u"Ctrl+F"_s)},
                  this},
                 [this] { m_incidents->focusSearch(); });
    if (m_firing)
        registry.add({u"start.alerts"_s,
                      tr("Choose an alert that fires"),
                      tr("Goes to the alerts that fire, or says why there are none; Enter takes one into the form."),
                      u"file"_s,
                      u"alert"_s,
                      {QKeySequence(Qt::Key_F12)},
                      this},
                     [this] { m_firing->focusList(); });
    registry.add({u"start.drills"_s, tr("Choose a drill"), tr("Goes to the list of drills."), u"drill"_s, u"drill"_s},
                 [this] { m_drills->focusList(); });
    registry.add({u"start.settings"_s,
                  tr("Settings…"),
                  tr("Name, look, sounds, keys and more."),
                  u"file"_s,
                  u"settings"_s,
                  {QKeySequence(u"Ctrl+,"_s)},
                  this},
                 [this] { emit settingsRequested(); });
    registry.add({u"start.look"_s, tr("Colours and text size…"), tr("Light, dark or high contrast, and how large the text is."),
                  u"file"_s, u"settings"_s},
                 [this] { emit lookRequested(); });
    registry.add(
        {u"start.close"_s, tr("Close window"), tr("Closes the start window."), u"file"_s, {}, {QKeySequence(u"Ctrl+W"_s)}, this},
        [this] { close(); });
    registry.add({u"start.quit"_s,
                  tr("Quit"),
                  tr("Closes all windows. Every entry is saved already."),
                  u"file"_s,
                  {},
                  {QKeySequence(u"Ctrl+Q"_s)},
                  this},
                 [this] { emit quitRequested(); });
}

} // namespace fireline::views
