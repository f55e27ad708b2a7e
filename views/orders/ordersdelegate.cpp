// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/ordersdelegate.h"

#include "orders/ordersroles.h"
#include "orders/ordertext.h"
#include "theme/bidi.h"
#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace orders = models::orders;

/// A word of a row, plain or as a chip.
struct OrdersDelegate::Piece
{
    QString text;
    QFont font;
    Ink ink = Ink::Text;
    std::optional<Chip> chip;
    bool shrinks = false; ///< elided where the row is too narrow
    bool yields = false;  ///< elided before it
};

namespace {

constexpr int padding = 3; // around a row and between its pieces, at 100 %

QString iconOf(const QModelIndex &index)
{
    switch (index.data(orders::KindRole).toInt()) {
    case orders::Question: return u"ask"_s;
    case orders::Reminder: return u"timer"_s;
    case orders::Change: return u"change"_s;
    case orders::Poll: return u"poll"_s;
    default: return u"action"_s;
    }
}

/// The same width whatever digits stand in it: what ticks must not move its neighbours.
QString widest(QString text)
{
    for (QChar &letter : text) {
        if (letter.isDigit())
            letter = u'0';
    }
    return text;
}

} // namespace

OrdersDelegate::OrdersDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QList<OrdersDelegate::Piece> OrdersDelegate::statePieces(const QModelIndex &index) const
{
    const StateLook look = orderLook(index);
    QList<Piece> pieces{{look.text(), m_theme.captionFont(), look.ink, look.chip}};
    pieces.first().yields = !look.chip;
    if (index.data(orders::BreachRole).toBool())
        pieces.prepend({chipText(Chip::Conflict, tr("breach")), m_theme.captionFont(), Ink::Error, Chip::Conflict});
    return pieces;
}

std::optional<OrdersDelegate::Piece> OrdersDelegate::duePiece(const QModelIndex &index) const
{
    const QString text = orderDueText(index);
    if (text.isEmpty())
        return std::nullopt;
    return Piece{text, m_theme.clockFont(), Ink::Text, orderDueChip(index)};
}

OrdersDelegate::Piece OrdersDelegate::ownerPiece(const QModelIndex &index) const
{
    const QString owner = isolated(index.data(orders::OwnerRole).toString());
    const bool mine = index.data(orders::IsMineRole).toBool() && index.data(orders::OpenRole).toBool();
    const int kind = index.data(orders::KindRole).toInt();
    const bool onePerson = kind != orders::Change && kind != orders::Poll;
    Piece piece{mine && onePerson ? tr("%1 (you)").arg(owner) : owner, m_theme.textFont(), Ink::Text, {}, true};
    piece.font.setWeight(mine ? QFont::DemiBold : QFont::Normal);
    return piece;
}

QList<OrdersDelegate::Piece> OrdersDelegate::pieces(const QModelIndex &index) const
{
    const auto due = duePiece(index);
    const QList<Piece> dues = due ? QList<Piece>{*due} : QList<Piece>();
    if (m_twoLines)
        return QList<Piece>{ownerPiece(index)} + dues + statePieces(index);
    switch (index.column()) {
    case orders::OwnerColumn: return {ownerPiece(index)};
    case orders::DueColumn: return dues;
    case orders::StateColumn: return statePieces(index);
    default: return {};
    }
}

QSize OrdersDelegate::sizeOf(const Piece &piece) const
{
    const QString text = widest(piece.text);
    if (piece.chip)
        return chipSize(text, piece.font);
    const QFontMetrics metrics(piece.font);
    return {metrics.horizontalAdvance(text) + m_theme.scaled(1), metrics.height()};
}

QSize OrdersDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int gap = m_theme.scaled(padding);
    const QFontMetrics metrics(m_theme.textFont());
    const bool what = index.column() == orders::WhatColumn;
    int width = gap;
    for (const Piece &piece : pieces(index))
        width += sizeOf(piece).width() + 2 * gap;
    if (!m_twoLines)
        return {what ? metrics.averageCharWidth() * 20 : width, m_theme.rowHeight()};
    const int second = chipSize(u"0"_s, m_theme.clockFont()).height();
    return {width, std::max(m_theme.rowHeight(), metrics.height() + second + 3 * gap)};
}

/// Where there is too little room a plain state is cut first, to its shape and a letter or two; then the name of the owner.
QList<int> OrdersDelegate::widthsOf(const QList<Piece> &pieces, int room) const
{
    QList<int> widths;
    int over = -room;
    for (const Piece &piece : pieces) {
        widths.append(sizeOf(piece).width());
        over += widths.last() + 2 * m_theme.scaled(padding);
    }
    const auto cut = [&](bool Piece::*which, int letters) {
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            if (!(pieces.at(i).*which))
                continue;
            const int least = letters * QFontMetrics(pieces.at(i).font).averageCharWidth();
            const int taken = std::clamp(over, 0, std::max(0, widths.at(i) - least));
            widths[i] -= taken;
            over -= taken;
        }
    };
    cut(&Piece::yields, 5);
    cut(&Piece::shrinks, 0);
    return widths;
}

void OrdersDelegate::paintPieces(QPainter *painter, const QStyleOptionViewItem &option, QRect room,
                                 const QList<Piece> &pieces) const
{
    const int gap = 2 * m_theme.scaled(padding);
    const QList<int> widths = widthsOf(pieces, room.width());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces.at(i);
        QSize size(widths.at(i), sizeOf(piece).height());
        size.setWidth(std::min(size.width(), std::max(0, room.width())));
        const QRect here = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, size, room);
        if (piece.chip) {
            paintChip(painter, here, m_theme.chip(*piece.chip), piece.text, piece.font);
        } else {
            painter->setFont(piece.font);
            painter->setPen(m_theme.ink(selected ? Ink::SelectionText : piece.ink));
            const bool cut = here.width() < sizeOf(piece).width();
            const QString shown = cut ? QFontMetrics(piece.font).elidedText(piece.text, Qt::ElideRight, here.width())
                                      : piece.text;
            painter->drawText(here, int(Qt::AlignVCenter) | int(Qt::AlignLeading) | int(Qt::TextDontClip), shown);
        }
        if (option.direction == Qt::RightToLeft)
            room.setRight(here.left() - gap);
        else
            room.setLeft(here.right() + gap);
    }
}

void OrdersDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QModelIndex &index) const
{
    const int side = m_theme.iconSize();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect icon = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, QSize(side, side), room);
    m_theme.icon(iconOf(index), selected ? Ink::SelectionText : Ink::Muted).paint(painter, icon);
    const int gap = m_theme.scaled(padding);
    if (option.direction == Qt::RightToLeft)
        room.setRight(icon.left() - gap);
    else
        room.setLeft(icon.right() + gap);
    const bool over = !index.data(orders::OpenRole).toBool();
    painter->setPen(m_theme.ink(selected ? Ink::SelectionText : over ? Ink::Muted : Ink::Text));
    painter->setFont(m_theme.textFont());
    const QString text = index.data(orders::RefRole).toString() + u' ' + isolated(index.data(orders::TextRole).toString());
    const QString shown = QFontMetrics(m_theme.textFont()).elidedText(text, Qt::ElideRight, room.width());
    painter->drawText(room, int(Qt::AlignVCenter) | int(Qt::AlignLeading), shown);
}

void OrdersDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    shown.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
    const int gap = m_theme.scaled(padding);
    QRect room = option.rect.adjusted(gap, 0, -gap, 0);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setLayoutDirection(option.direction);
    if (index.column() == orders::WhatColumn) {
        QRect text = room;
        if (m_twoLines) {
            text.setTop(room.top() + gap);
            text.setHeight(QFontMetrics(m_theme.textFont()).height());
            room.setTop(text.bottom() + 1 + gap);
            room.setBottom(option.rect.bottom() - gap);
        }
        paintText(painter, option, text, index);
    }
    if (m_twoLines)
        room.adjust(option.direction == Qt::RightToLeft ? 0 : m_theme.iconSize() + gap, 0,
                    option.direction == Qt::RightToLeft ? -m_theme.iconSize() - gap : 0, 0);
    paintPieces(painter, option, room, pieces(index));
    painter->restore();
}

} // namespace fireline::views
