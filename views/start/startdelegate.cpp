// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/startdelegate.h"

#include "theme/bidi.h"
#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace fireline::views {

namespace {

void drawLine(QPainter *painter, const QRect &place, const QString &text)
{
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    painter->setLayoutDirection(directionOf(text, Qt::LeftToRight));
    painter->drawText(place, int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine, shown);
}

} // namespace

StartDelegate::StartDelegate(Theme &theme, Reader reader, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_reader(std::move(reader))
{
}

QSize StartDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int first = QFontMetrics(m_theme.textFont()).height();
    const int second = QFontMetrics(m_theme.captionFont()).height();
    return {first * 8, first + second + first / 2};
}

void StartDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const StartRow row = m_reader(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int line = QFontMetrics(m_theme.textFont()).height();
    painter->save();
    if (selected)
        painter->fillRect(option.rect, m_theme.ink(Ink::Selection));
    QRect place = option.rect.adjusted(line / 2, line / 4, -line / 2, -line / 4);
    const QRect chip(option.direction == Qt::RightToLeft ? place.right() - line : place.left(), place.top(), line, line);
    if (row.chip)
        drawChip(painter, chip, *row.chip);
    if (option.direction == Qt::RightToLeft)
        place.setRight(place.right() - line - line / 2);
    else
        place.setLeft(place.left() + line + line / 2);
    painter->setFont(m_theme.textFont());
    painter->setPen(m_theme.ink(selected ? Ink::SelectionText : row.greyed ? Ink::Disabled : Ink::Text));
    drawLine(painter, {place.left(), place.top(), place.width(), line}, row.first);
    painter->setFont(m_theme.captionFont());
    painter->setPen(m_theme.ink(selected ? Ink::SelectionText : row.greyed ? Ink::Disabled : Ink::Muted));
    drawLine(painter, place.adjusted(0, line, 0, 0), row.second);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(m_theme.ink(selected ? Ink::SelectionText : Ink::Link));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

void StartDelegate::drawChip(QPainter *painter, const QRect &place, Chip chip) const
{
    ChipColours colours = m_theme.chip(chip);
    colours.outline = ChipOutline::Plain; // too small for striped edges: the shape is striped itself
    paintChipBox(painter, place, colours, m_theme.captionFont());
    painter->setFont(m_theme.captionFont());
    painter->setPen(colours.text);
    painter->drawText(place, Qt::AlignCenter, chipShape(chip));
}

} // namespace fireline::views
