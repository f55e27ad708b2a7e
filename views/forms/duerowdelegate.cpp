// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/duerowdelegate.h"

#include "theme/bidi.h"
#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace fireline::views {

DueRowDelegate::DueRowDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

void DueRowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text.clear();
}

int DueRowDelegate::gap() const
{
    return m_theme.scaled(4);
}

QSize DueRowDelegate::timeSize(const DueRow &row) const
{
    if (row.time.isEmpty())
        return {};
    const QSize chip = chipSize(row.time, m_theme.clockFont());
    return row.chip ? chip : QSize(QFontMetrics(m_theme.clockFont()).horizontalAdvance(row.time), chip.height());
}

QSize DueRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int lines = QFontMetrics(m_theme.textFont()).height() + QFontMetrics(m_theme.captionFont()).height();
    const int time = timeSize(rowOf(index)).height();
    return {m_theme.scaled(120), std::max({lines, time, m_theme.rowHeight()}) + gap()};
}

void DueRowDelegate::paintLine(QPainter *painter, const QRect &room, const QFont &font, Ink ink, const QString &text) const
{
    const Qt::LayoutDirection direction = directionOf(text, QApplication::layoutDirection());
    const int align = direction == Qt::RightToLeft ? int(Qt::AlignRight) : int(Qt::AlignLeft);
    painter->setFont(font);
    painter->setPen(m_theme.ink(ink));
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width());
    painter->drawText(room, align | int(Qt::AlignAbsolute) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine), shown);
}

void DueRowDelegate::paintTime(QPainter *painter, const QRect &room, const DueRow &row, bool selected) const
{
    const QFont font = m_theme.clockFont();
    if (row.chip && !row.quiet) {
        ChipColours colours = m_theme.chip(*row.chip);
        if (selected)
            colours.border = m_theme.ink(Ink::SelectionText); // one of the selection's own colour would not be seen in it
        paintChip(painter, room, colours, row.time, font);
        return;
    }
    painter->setFont(font);
    painter->setPen(m_theme.ink(selected ? Ink::SelectionText : row.quiet ? Ink::Muted : Ink::Text));
    if (row.chip)
        painter->drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), gap(), gap());
    painter->drawText(room, int(Qt::AlignCenter) | int(Qt::TextSingleLine), row.time);
}

void DueRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
    const DueRow row = rowOf(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect inner = option.rect.adjusted(gap(), 0, -gap(), 0);
    QSize size = timeSize(row);
    size.setWidth(std::min(size.width(), inner.width() * 2 / 3));
    QRect time({}, size);
    time.moveCenter(inner.center());
    time.moveRight(inner.right());
    time = QStyle::visualRect(option.direction, inner, time);
    QRect text = inner;
    if (option.direction == Qt::RightToLeft)
        text.setLeft(time.right() + gap());
    else if (!row.time.isEmpty())
        text.setRight(time.left() - gap());
    const int first = QFontMetrics(m_theme.textFont()).height();
    const int second = row.detail.isEmpty() ? 0 : QFontMetrics(m_theme.captionFont()).height();
    const int top = text.top() + std::max(0, (text.height() - first - second) / 2);
    painter->save();
    painter->setClipRect(option.rect);
    paintLine(painter, {text.left(), top, text.width(), first}, m_theme.textFont(),
              selected    ? Ink::SelectionText
              : row.quiet ? Ink::Muted
                          : Ink::Text,
              row.title);
    if (second > 0)
        paintLine(painter, {text.left(), top + first, text.width(), second}, m_theme.captionFont(),
                  selected ? Ink::SelectionText : Ink::Muted, row.detail);
    if (!row.time.isEmpty())
        paintTime(painter, time, row, selected);
    painter->restore();
}

} // namespace fireline::views
