// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QStringList>

#include <functional>

namespace fireline::test {

// What a screen reader is told of the windows: a tree of things with a role, a name, texts and actions. GUI thread.

/// The window that is worked in.
[[nodiscard]] QAccessibleInterface *activeWindowNode();
/// What has the keyboard; null: nothing.
[[nodiscard]] QAccessibleInterface *focusedNode();
/// The menu that is open above all.
[[nodiscard]] QAccessibleInterface *popupNode();
/// The panel it stands in; its window where it is in none.
[[nodiscard]] QAccessibleInterface *placeOf(QAccessibleInterface *node);

[[nodiscard]] bool isInSight(QAccessibleInterface *node);
/// What the program calls it: the object's name, which readers get as an id.
[[nodiscard]] QString idOf(QAccessibleInterface *node);
/// The id or its last part: "statusField-tried".
[[nodiscard]] bool hasId(QAccessibleInterface *node, const QString &id);
/// By what is spoken, or by the id.
[[nodiscard]] bool isNamed(QAccessibleInterface *node, const QString &name);
/// For messages: role, id and name.
[[nodiscard]] QString whatIs(QAccessibleInterface *node);

/// All that is in sight below it, itself first; false from `visit` leaves what is below one out.
void visitNodes(QAccessibleInterface *root, const std::function<bool(QAccessibleInterface *)> &visit);
[[nodiscard]] QAccessibleInterface *findNode(QAccessibleInterface *root, const std::function<bool(QAccessibleInterface *)> &fits);
/// Names, descriptions, values and texts.
[[nodiscard]] QStringList textsOf(QAccessibleInterface *root);
/// Those of what can have the keyboard, a line each.
[[nodiscard]] QString namesIn(QAccessibleInterface *root);

} // namespace fireline::test
