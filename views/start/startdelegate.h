// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QStyledItemDelegate>

#include <functional>
#include <optional>

namespace fireline::views {

class Theme;

/// What one row of a list in the start window says. A value.
struct StartRow
{
    std::optional<Chip> chip; ///< its shape stands before the first line
    QString first;
    QString second;
    bool greyed = false;
};

/// Draws two lines, the second one small; words of people run in their own direction. GUI thread.
class StartDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using Reader = std::function<StartRow(const QModelIndex &)>;
    StartDelegate(Theme &theme, Reader reader, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawChip(QPainter *painter, const QRect &place, Chip chip) const;

    Theme &m_theme;
    Reader m_reader;
};

} // namespace fireline::views
