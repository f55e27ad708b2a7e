// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace fireline::views {

/// Makes a label or frame one that screen readers read when it comes into sight, wherever the keyboard is: a refusal, a
/// message, what became of a line. They read its accessible name, or the text of the label. Before it is shown; GUI thread.
void readAloud(QWidget &widget);
/// It is in sight and says something else, or the same once more.
void tellAloud(QWidget &widget);
/// The text of such a label, which is out of sight where there is none.
void sayAloud(QLabel &label, const QString &text);

} // namespace fireline::views
