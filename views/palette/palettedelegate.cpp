// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/palettedelegate.h"

#include "palette/paletteroles.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace fireline::views {

namespace {

QList<QTextLayout::FormatRange> marked(const QList<int> &places)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const int place : places) {
        QTextLayout::FormatRange range;
        range.start = place;
        range.length = 1;
        range.format.setFontWeight(QFont::Bold);
        range.format.setFontUnderline(true);
        ranges.append(range);
    }
    return ranges;
}

} // namespace

PaletteDelegate::PaletteDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QString whyNot = index.data(PaletteRoles::WhyNot).toString();
    const QColor text = m_theme.ink(selected ? Ink::SelectionText : whyNot.isEmpty() ? Ink::Text : Ink::Disabled);
    painter->fillRect(option.rect, m_theme.ink(selected ? Ink::Selection : Ink::Base));
    const int margin = m_theme.scaled(6);
    const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
    const QRect line(inner.topLeft(), QSize(inner.width(), m_theme.rowHeight()));
    const QString detail = index.data(PaletteRoles::Detail).toString();
    const int detailWidth = option.fontMetrics.horizontalAdvance(detail) + margin;
    const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, inner, part); };
    paintText(painter, place(line.adjusted(0, 0, -detailWidth, 0)), index, text, option.direction);
    painter->setPen(m_theme.ink(selected ? Ink::SelectionText : Ink::Muted));
    painter->setFont(option.font);
    const auto far = QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter);
    painter->drawText(place(line), static_cast<int>(far), isolated(detail));
    if (whyNot.isEmpty())
        return;
    painter->setFont(m_theme.captionFont());
    const QRect below = place(inner.adjusted(margin, line.height(), 0, 0));
    const QString cut = QFontMetrics(painter->font()).elidedText(whyNot, Qt::ElideRight, below.width());
    painter->drawText(below, static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)), cut);
}

void PaletteDelegate::paintText(QPainter *painter, const QRect &line, const QModelIndex &index, const QColor &colour,
                                Qt::LayoutDirection direction) const
{
    const QString text = index.data().toString();
    QTextLayout layout(text, m_theme.textFont());
    layout.setFormats(marked(index.data(PaletteRoles::Marks).value<QList<int>>()));
    QTextOption how(QStyle::visualAlignment(direction, Qt::AlignLeft));
    how.setTextDirection(directionOf(text, direction));
    how.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(how);
    layout.beginLayout();
    QTextLine drawn = layout.createLine();
    drawn.setLineWidth(line.width());
    layout.endLayout();
    painter->save();
    painter->setClipRect(line);
    painter->setPen(colour);
    layout.draw(painter, QPointF(line.left(), line.top() + (line.height() - drawn.height()) / 2));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    const bool two = !index.data(PaletteRoles::WhyNot).toString().isEmpty();
    const int second = two ? QFontMetrics(m_theme.captionFont()).height() + m_theme.scaled(2) : 0;
    return {0, m_theme.rowHeight() + second};
}

} // namespace fireline::views
