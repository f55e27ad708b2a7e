// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QStyledItemDelegate>

#include <optional>

namespace fireline::views {

class Theme;

/// What a row with a time says. A value.
struct DueRow
{
    QString title;
    QString detail; ///< second line, smaller
    QString time;   ///< with its shape where it is a chip
    std::optional<Chip> chip;
    bool quiet = false; ///< silenced or settled: the chip is an outline alone
};

/// Draws rows of two lines with a time at their end, the same in the list of clocks and in the escalation ladder. Digits have
/// one width. GUI thread; made by the panel; the theme outlives it.
class DueRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    DueRowDelegate(Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] virtual DueRow rowOf(const QModelIndex &index) const = 0;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    [[nodiscard]] Theme &theme() const { return m_theme; }

private:
    void paintTime(QPainter *painter, const QRect &room, const DueRow &row, bool selected) const;
    void paintLine(QPainter *painter, const QRect &room, const QFont &font, Ink ink, const QString &text) const;
    [[nodiscard]] QSize timeSize(const DueRow &row) const;
    [[nodiscard]] int gap() const;

    Theme &m_theme;
};

} // namespace fireline::views
