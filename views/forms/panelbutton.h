// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QKeyEvent;
class QPushButton;
class QWidget;

namespace fireline::views {

/// A button of a panel: named for tests and for screen readers. It is never the default of a dialog: Enter belongs to the list
/// or the field that has the keyboard. Owned by the parent.
[[nodiscard]] QPushButton *button(const QString &name, const QString &text, const QString &help, QWidget *parent);
/// Where the tip follows the state and is set with it.
[[nodiscard]] QPushButton *button(const QString &name, const QString &text, QWidget *parent);

/// Enter on a button is that button, where nobody else wanted the key. True where it was pressed; `focus` may be null.
bool pressButton(QWidget *focus, const QKeyEvent &event);

} // namespace fireline::views
