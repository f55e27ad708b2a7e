// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <optional>

namespace fireline::views {

class Theme;
enum class Chip;

/// Draws orders in columns, or, where there is little room, in two lines: what above, who, when and how it stands below.
/// GUI thread; made by the panel; the theme outlives it.
class OrdersDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    OrdersDelegate(Theme &theme, QObject *parent);

    void setTwoLines(bool two) { m_twoLines = two; }
    [[nodiscard]] bool twoLines() const { return m_twoLines; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Piece;
    [[nodiscard]] QList<Piece> statePieces(const QModelIndex &index) const;
    [[nodiscard]] std::optional<Piece> duePiece(const QModelIndex &index) const;
    [[nodiscard]] Piece ownerPiece(const QModelIndex &index) const;
    /// What stands in this column, and in two lines below the text.
    [[nodiscard]] QList<Piece> pieces(const QModelIndex &index) const;
    [[nodiscard]] QSize sizeOf(const Piece &piece) const;
    [[nodiscard]] QList<int> widthsOf(const QList<Piece> &pieces, int room) const;
    void paintPieces(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QList<Piece> &pieces) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QModelIndex &index) const;

    Theme &m_theme;
    bool m_twoLines = true;
};

} // namespace fireline::views
