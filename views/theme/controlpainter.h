// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/look.h"

#include <QStyle>

class QPainter;
class QRect;

namespace fireline::views {

/// The marks that Fusion draws too faintly, in the inks of a look. Check boxes, radio buttons and frames reach 3:1 against
/// every surface they stand on, selected rows included. For the style, and for delegates that paint a row themselves.
class ControlPainter
{
public:
    ControlPainter(QPainter *painter, const Look &look) : m_painter(painter), m_look(look) { }

    void checkBox(const QRect &rect, QStyle::State state);
    void radioButton(const QRect &rect, QStyle::State state);
    /// The outline of a field, a list or a button; `ink` says whether it is more than a border.
    void outline(const QRect &rect, Ink ink = Ink::Border);
    /// A surface with a square outline: a menu, a tip, a tab.
    void panel(const QRect &rect, Ink surface);
    void button(const QRect &rect, QStyle::State state, bool isDefault);
    /// A filled triangle: of a menu, a fold, a sort order.
    void arrow(const QRect &rect, Qt::ArrowType type, QStyle::State state);
    /// The bar to grab between two panes; `vertical` is the bar's own direction.
    void grip(const QRect &rect, bool vertical, bool hovered);
    /// Two pixels around a widget.
    void focusRing(const QRect &rect);
    /// Two pixels inside the current cell of a list that has the focus; on a selected row in the colour of its text.
    void focusCell(const QRect &rect, bool selected);

private:
    /// Two pixels inside `rect`, square, so that they are exactly of that colour.
    void ring(const QRect &rect, const QColor &colour);

    QPainter *m_painter;
    const Look &m_look;
};

} // namespace fireline::views
