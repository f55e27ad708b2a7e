// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/linesdelegate.h"

#include "theme/bidi.h"
#include "theme/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace fireline::views {

namespace {

constexpr int padding = 4; // around a row, at 100 %
constexpr int step = 14;   // of a line that is set in
constexpr int mostSteps = 6;

int flagsOf(bool code, const QString &text)
{
    const bool rightToLeft = !code && directionOf(text, QApplication::layoutDirection()) == Qt::RightToLeft;
    return int(Qt::TextWordWrap) | int(Qt::AlignTop)
           | int(rightToLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
}

} // namespace

LinesDelegate::LinesDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

// Rows are as high as their text at the width that the view has: asked before a row has its place.
QSize LinesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(option.widget);
    const int whole = area ? area->viewport()->width() : option.rect.width();
    const int width = std::max(m_theme.scaled(60), whole - 2 * m_theme.scaled(padding));
    int height = 2 * m_theme.scaled(padding);
    for (const Line &line : linesOf(index)) {
        const QRect room(0, 0, std::max(m_theme.scaled(60), width - indentOf(line)), QWIDGETSIZE_MAX);
        height += QFontMetrics(line.font).boundingRect(room, flagsOf(line.code, line.text), line.text).height();
    }
    return {width, std::max(height, m_theme.rowHeight())};
}

/// As far as it still tells something: what is set in further has less and less room.
int LinesDelegate::indentOf(const Line &line) const
{
    return std::min(line.depth, mostSteps) * m_theme.scaled(step);
}

void LinesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    shown.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const bool heading = isHeading(index);
    painter->save();
    painter->setClipRect(option.rect);
    if (heading)
        painter->fillRect(option.rect, m_theme.ink(Ink::Alternate));
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int gap = m_theme.scaled(padding);
    QRect room = option.rect.adjusted(gap, gap, -gap, -gap);
    for (const Line &line : linesOf(index)) {
        QFont font = line.font;
        font.setStrikeOut(line.struck);
        painter->setFont(font);
        painter->setPen(m_theme.ink(selected ? Ink::SelectionText : line.ink));
        QRect used;
        const int indent = std::min(indentOf(line), room.width() - m_theme.scaled(60));
        const QRect own = QStyle::visualRect(option.direction, room, room.adjusted(std::max(0, indent), 0, 0, 0));
        painter->drawText(own, flagsOf(line.code, line.text), line.text, &used);
        room.setTop(used.bottom() + 1);
    }
    painter->restore();
}

} // namespace fireline::views
