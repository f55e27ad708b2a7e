// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shellactions.h"

#include "actions/actionregistry.h"
#include "palette/commandpalette.h"
#include "shell/keysheet.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "shell/perspectives.h"
#include "shell/regions.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int textStep = 10; ///< per cent
constexpr int sectionSides = 50, sectionReset = 60;

/// The second of a perspective's keys is the digit's place on a French keyboard.
QList<QKeySequence> digitKeys(qsizetype number)
{
    constexpr std::array azerty{Qt::Key_Ampersand, Qt::Key_Eacute, Qt::Key_QuoteDbl, Qt::Key_Apostrophe, Qt::Key_ParenLeft};
    // What comes after the incident is opened from the palette.
    if (number >= static_cast<qsizetype>(azerty.size()))
        return {};
    return {QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + number))),
            QKeySequence(QKeyCombination(Qt::CTRL, azerty[static_cast<std::size_t>(number)]))};
}

} // namespace

ShellActions::ShellActions(MainWindow &window, Theme &theme, TimeDisplay &times)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
    , m_times(times)
{
}

void ShellActions::addWindowActions(CommandPalette &palette, KeySheet &keys, Regions &regions, Perspectives &perspectives)
{
    addNavigation(palette, regions);
    addHelp(keys);
    addPerspectives(perspectives);
    addSides();
    addTextSize();
    addDisplay();
    addMessages();
}

void ShellActions::addNavigation(CommandPalette &palette, Regions &regions)
{
    ActionRegistry &actions = m_window.actions();
    actions.add({QString::fromUtf16(PaletteId),
                 tr("Find a command"),
                 tr("Everything that can be done, by typing a part of its name."),
                 u"view"_s,
                 u"palette"_s,
                 {QKeySequence(u"Ctrl+K"_s), QKeySequence(u"Ctrl+Shift+P"_s)},
                 nullptr,
                 false,
                 10},
                [&palette] { palette.open(); });
    actions.add({u"window.nextRegion"_s,
                 tr("Go to the next part of the window"),
                 tr("Moves the keyboard on: strip, left panels, timeline, quick entry, right panels, status line."),
                 u"view"_s,
                 u"next"_s,
                 {QKeySequence(u"F6"_s)},
                 nullptr,
                 false,
                 40},
                [&regions] { regions.step(1); });
    actions.add({u"window.previousRegion"_s,
                 tr("Go to the previous part of the window"),
                 tr("Moves the keyboard back to the part before."),
                 u"view"_s,
                 u"previous"_s,
                 {QKeySequence(u"Shift+F6"_s)},
                 nullptr,
                 false,
                 40},
                [&regions] { regions.step(-1); });
}

void ShellActions::addHelp(KeySheet &keys)
{
    m_window.actions().add({u"help.keys"_s,
                            tr("Keys"),
                            tr("All keys of this window, to search, copy and print."),
                            u"help"_s,
                            u"keys"_s,
                            {QKeySequence(u"F1"_s)},
                            nullptr,
                            false,
                            10},
                           [&keys] { keys.open(); });
}

void ShellActions::addPerspectives(Perspectives &perspectives)
{
    for (const Perspective perspective : allPerspectives) {
        QAction *action = m_window.actions().add(
            {u"view.perspective."_s + perspectiveKey(perspective), tr("Perspective: %1").arg(Perspectives::title(perspective)),
             Perspectives::help(perspective), u"view"_s, u"layout"_s, digitKeys(static_cast<qsizetype>(perspective)), nullptr,
             true, 20},
            [this, perspective] { m_window.choosePerspective(perspective); },
            [&perspectives, perspective] { return perspectives.whyNot(perspective); });
        const auto show = [this, action, perspective] { action->setChecked(m_window.perspective() == perspective); };
        show();
        connect(&m_window, &MainWindow::perspectiveChanged, action, show);
    }
}

void ShellActions::addSides()
{
    ActionRegistry &actions = m_window.actions();
    PanelDocks &docks = m_window.docks();
    actions.add({u"panels.toggleLeft"_s,
                 tr("Show or fold away the left panels"),
                 tr("Gives their place to the timeline, and back."),
                 u"panels"_s,
                 u"left"_s,
                 {QKeySequence(u"F9"_s)},
                 nullptr,
                 false,
                 sectionSides},
                [&docks] { docks.setOpen(PanelArea::Left, !docks.isOpen(PanelArea::Left)); });
    actions.add({u"panels.toggleRight"_s,
                 tr("Show or fold away the right panels"),
                 tr("Gives their place to the timeline, and back."),
                 u"panels"_s,
                 u"right"_s,
                 {QKeySequence(u"Shift+F9"_s)},
                 nullptr,
                 false,
                 sectionSides},
                [&docks] { docks.setOpen(PanelArea::Right, !docks.isOpen(PanelArea::Right)); });
    actions.add({u"panels.reset"_s,
                 tr("Reset this layout"),
                 tr("Puts all panels of this perspective back where they were first."),
                 u"panels"_s,
                 u"restore"_s,
                 {},
                 nullptr,
                 false,
                 sectionReset},
                [this] { m_window.resetLayout(); });
}

void ShellActions::addTextSize()
{
    ActionRegistry &actions = m_window.actions();
    const auto resize = [this](int percent) { m_theme.setTextSize(percent); };
    actions.add(
        {u"view.larger"_s,
         tr("Larger text"),
         tr("Makes all text of the window larger, to 200 per cent."),
         u"view"_s,
         u"zoom-in"_s,
         {QKeySequence(u"Ctrl+="_s), QKeySequence(u"Ctrl++"_s)}},
        [=, this] { resize(m_theme.textSize() + textStep); },
        [this] { return m_theme.textSize() < 200 ? QString() : tr("The text is as large as it can be."); });
    actions.add(
        {u"view.smaller"_s,
         tr("Smaller text"),
         tr("Makes all text of the window smaller, to 80 per cent."),
         u"view"_s,
         u"zoom-out"_s,
         {QKeySequence(u"Ctrl+-"_s)}},
        [=, this] { resize(m_theme.textSize() - textStep); },
        [this] { return m_theme.textSize() > 80 ? QString() : tr("The text is as small as it can be."); });
    actions.add({u"view.normalSize"_s,
                 tr("Normal text size"),
                 tr("Makes all text as large as the system has it."),
                 u"view"_s,
                 u"text-size"_s,
                 {QKeySequence(u"Ctrl+0"_s)}},
                [=] { resize(100); });
}

void ShellActions::addDisplay()
{
    ActionRegistry &actions = m_window.actions();
    actions.add({u"view.utc"_s,
                 tr("Times in UTC or local"),
                 tr("Shows all times in UTC or in your own zone; nothing recorded changes."),
                 u"view"_s,
                 u"clock"_s,
                 {QKeySequence(u"Ctrl+T"_s)},
                 nullptr,
                 false,
                 60},
                [this] { m_times.setUtc(!m_times.isUtc()); });
    actions.add({u"view.fullScreen"_s,
                 tr("Full screen"),
                 tr("Takes the whole screen, and gives it back."),
                 u"view"_s,
                 u"expand"_s,
                 {QKeySequence(u"F11"_s)},
                 nullptr,
                 false,
                 60},
                [this] { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
}

void ShellActions::addMessages()
{
    MessageBar &messages = m_window.messages();
    const auto none = [&messages] { return messages.count() > 0 ? QString() : tr("There is no message."); };
    m_window.actions().add(
        {u"message.focus"_s,
         tr("Go to the newest message"),
         tr("Puts the keyboard on what the message offers."),
         u"view"_s,
         u"message"_s,
         {},
         nullptr,
         false,
         70},
        [&messages] { messages.focusNewest(); }, none);
    m_window.actions().add(
        {u"message.close"_s,
         tr("Close the newest message"),
         tr("Esc does it too, unless something else wants it."),
         u"view"_s,
         u"close"_s,
         {},
         nullptr,
         false,
         70},
        [&messages] { messages.closeNewest(); }, none);
    connect(&messages, &MessageBar::countChanged, &m_window.actions(), [this] { m_window.actions().refresh(); });
}

} // namespace fireline::views
