// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QWidget;

namespace fireline::views {

/// One thing that can be done, as menus, palette and key sheet show it. A value.
struct ActionSpec
{
    QString id;   ///< stable: "timeline.gotoTime"; keys and "last used" are kept under it
    QString text; ///< translated, verb and object, without "&": "Go to time…"
    QString help; ///< translated, one sentence: what it does and when it is wanted
    /// "file", "incident", "entry", "view", "panels", "drill", "help"; "panels/Move panel" is a menu in it, the part behind
    /// "/" translated; empty: palette only.
    QString menu;
    QString icon; ///< of resources/icons; may be empty
    QList<QKeySequence> keys = {};
    QWidget *scope = nullptr; ///< where the keys work: inside this widget, or in the whole window where it is null
    bool checkable = false;
    int section = 50;       ///< a menu is in order of sections, with a line between them
    bool reads = false;     ///< changes nothing of the incident; so does all of the menus File, View, Panels and Help
    bool noWayBack = false; ///< it goes outside or no key takes it back: the palette finds it by words of its name alone

    /// Whether who only looks on keeps it.
    [[nodiscard]] bool isReading() const;
};

/// The same, for who only looks on too.
[[nodiscard]] inline ActionSpec reading(ActionSpec spec)
{
    spec.reads = true;
    return spec;
}

/// The same, of what goes outside or is taken back by no key.
[[nodiscard]] inline ActionSpec withoutWayBack(ActionSpec spec)
{
    spec.noWayBack = true;
    return spec;
}

/// A key that an action did not get. A value.
struct KeyProblem
{
    QString id;
    QKeySequence key;
    QString reason; ///< translated
};

} // namespace fireline::views
