// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace fireline::views {

/// Top and Bottom are those of the middle, between the sides.
enum class PanelArea { Left, Right, Bottom, Centre, Top };

/// A named layout with its own focus (ux 2.3).
enum class Perspective { Command, Scribe, Comms, Observer, Drill, After };

/// All the shell and the window know of a panel: a widget with a name, a place, and what leads to it. Everything that lists
/// panels is made from this. A value; the widget is handed over to the window.
struct PanelDescriptor
{
    static constexpr int lastRank = 1000;

    QString id;    ///< stable: "roles"; layouts are kept under it
    QString title; ///< translated: "Roles"
    QString icon;  ///< of resources/icons
    PanelArea area = PanelArea::Left;
    QList<Perspective> shownIn; ///< hidden in the others until asked for
    QKeySequence key;           ///< shows it and moves the focus into it; may be empty
    QWidget *widget = nullptr;
    QWidget *firstFocus = nullptr;            ///< where the keyboard goes; the widget itself where it is null
    QMap<Perspective, PanelArea> areaIn = {}; ///< the side of a perspective, where that is another
    /// Among the panels of a side: the lowest has a place of its own above, the others share one as tabs, the lowest in front.
    /// Equal ones stand in the order they were added.
    int rank = lastRank;
    QList<Perspective> leads = {}; ///< those of shownIn in which it gets the keyboard first; else quick entry or the timeline
    QStringList edits = {};        ///< the commands that F2 means in it, one for each list, the main one's first
    QString whyNotEdited = {};     ///< translated; where F2 means nothing and that needs a reason of its own
    /// Selects the row with that number ("A12") and brings it into sight; false where there is none. Empty: none has a number.
    std::function<bool(const QString &ref)> showRow = {};
};

} // namespace fireline::views
