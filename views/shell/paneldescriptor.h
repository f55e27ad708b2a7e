// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QWidget;

namespace fireline::views {

/// Top and Bottom are those of the middle, between the sides.
enum class PanelArea { Left, Right, Bottom, Centre, Top };

/// A named layout with its own focus (ux 2.3).
enum class Perspective { Command, Scribe, Comms, Observer, Drill, After };

/// All the shell knows of a panel: it is a widget with a name and a place. A value; the widget is handed over to the window.
struct PanelDescriptor
{
    QString id;    ///< stable: "roles"; layouts are kept under it
    QString title; ///< translated: "Roles"
    QString icon;  ///< of resources/icons
    PanelArea area = PanelArea::Left;
    QList<Perspective> shownIn; ///< beside those that a delivered layout names itself; hidden in the others until asked for
    QKeySequence key;           ///< shows it and moves the focus into it; may be empty
    QWidget *widget = nullptr;
    QWidget *firstFocus = nullptr; ///< where the keyboard goes; the widget itself where it is null
};

} // namespace fireline::views
