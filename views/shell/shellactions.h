// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fireline::views {

class CommandPalette;
class KeySheet;
class MainWindow;
class Perspectives;
class Regions;
class Theme;
class TimeDisplay;

/// What the frame itself can do: palette, regions, perspectives, sides, text size, keys. GUI thread; owned by the main
/// window.
class ShellActions : public QObject
{
    Q_OBJECT
public:
    static constexpr char16_t PaletteId[] = u"window.palette";

    ShellActions(MainWindow &window, Theme &theme, TimeDisplay &times);

    void addWindowActions(CommandPalette &palette, KeySheet &keys, Regions &regions, Perspectives &perspectives);

private:
    void addNavigation(CommandPalette &palette, Regions &regions);
    void addHelp(KeySheet &keys);
    void addPerspectives(Perspectives &perspectives);
    void addSides();
    void addTextSize();
    void addDisplay();
    void addMessages();

    MainWindow &m_window;
    Theme &m_theme;
    TimeDisplay &m_times;
};

} // namespace fireline::views
