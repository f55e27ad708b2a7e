// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fireline::views {

class Theme;

/// Draws a line of the palette: what fits the pattern in bold and underlined, the key at the end, and why something cannot be
/// done below it. GUI thread; owned by the palette.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    PaletteDelegate(Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter *painter, const QRect &line, const QModelIndex &index, const QColor &colour,
                   Qt::LayoutDirection direction) const;

    Theme &m_theme;
};

} // namespace fireline::views
