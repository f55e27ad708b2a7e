// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <variant>

namespace fireline::window {

/// What the window is started with. A value.
struct WindowOptions
{
    QStringList files;
    QString drill;         ///< id of a drill to begin with
    bool watch = false;    ///< the drill plays all its people by itself
    double speed = 1;      ///< of the drill
    QString config;        ///< another config folder
    bool safeMode = false; ///< the default layout
};

/// The program ends with this text and code instead of opening a window.
struct WindowAnswer
{
    QString text;
    int exitCode = 0;
};

/// `arguments` without the program's name.
[[nodiscard]] std::variant<WindowOptions, WindowAnswer> readWindowOptions(const QStringList &arguments);

/// True where a window can be shown at all.
[[nodiscard]] bool hasDisplay();

} // namespace fireline::window
