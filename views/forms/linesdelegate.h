// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace fireline::views {

class Theme;

/// Draws rows made of lines, each in full, wrapped at the width of the view. GUI thread; owned by its panel; the theme
/// outlives it.
class LinesDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    LinesDelegate(Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    struct Line
    {
        QString text;
        QFont font;
        Ink ink = Ink::Text;
        bool code = false;   ///< left to right, whatever is in it
        bool struck = false; ///< it does not count any more
        int depth = 0;       ///< steps that it is set in
    };
    [[nodiscard]] virtual QList<Line> linesOf(const QModelIndex &index) const = 0;
    /// A line of its own above, as before the rows of another kind.
    [[nodiscard]] virtual bool isHeading(const QModelIndex &) const { return false; }
    [[nodiscard]] Theme &theme() const { return m_theme; }

private:
    [[nodiscard]] int indentOf(const Line &line) const;

    Theme &m_theme;
};

} // namespace fireline::views
