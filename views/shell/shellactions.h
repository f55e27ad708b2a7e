// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fireline::views {

class CommandPalette;
class KeySheet;
class MainWindow;
class Regions;
class Theme;
class TimeDisplay;
struct PanelDescriptor;

/// What the frame itself can do: palette, regions, perspectives, panels, text size, keys. GUI thread; owned by the main
/// window.
class ShellActions : public QObject
{
    Q_OBJECT
public:
    static constexpr char16_t PaletteId[] = u"window.palette";

    ShellActions(MainWindow &window, Theme &theme, TimeDisplay &times);

    void addWindowActions(CommandPalette &palette, KeySheet &keys, Regions &regions);
    void addPanelActions(const QList<PanelDescriptor> &panels);

private:
    void addNavigation(CommandPalette &palette, KeySheet &keys, Regions &regions);
    void addPerspectives();
    void addSides();
    void addView();
    void addMessages();
    void addPanel(const PanelDescriptor &panel);
    void addMoves(const PanelDescriptor &panel);

    MainWindow &m_window;
    Theme &m_theme;
    TimeDisplay &m_times;
};

} // namespace fireline::views
