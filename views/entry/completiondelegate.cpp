// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/completiondelegate.h"

#include "entry/completionroles.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace fireline::views {

namespace roles = models::completionroles;

namespace {

QList<QTextLayout::FormatRange> typedOf(const QModelIndex &index)
{
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setFontUnderline(true);
    QList<QTextLayout::FormatRange> heavy;
    for (const int position : index.data(roles::Positions).value<QList<int>>())
        heavy.append({position, 1, format});
    return heavy;
}

} // namespace

CompletionDelegate::CompletionDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const QFontMetrics metrics(m_theme.textFont());
    return {metrics.averageCharWidth() * 60, metrics.lineSpacing() + metrics.leading() + metrics.descent()};
}

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QFont font = m_theme.textFont();
    const QFontMetrics metrics(font);
    painter->save();
    painter->fillRect(option.rect, m_theme.ink(selected ? Ink::Selection : Ink::Base));
    painter->setPen(m_theme.ink(selected ? Ink::SelectionText : Ink::Text));
    const int gap = metrics.averageCharWidth();
    const QRect inside = option.rect.adjusted(gap, 0, -gap, 0);

    const QString word = index.data(roles::Word).toString();
    QTextLayout layout(word, font);
    layout.setFormats(typedOf(index));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(inside.width());
    layout.endLayout();
    // The word of a right-to-left window stands at its right; its own direction is that of its letters.
    const int used = std::min(std::max(int(line.naturalTextWidth()) + 1, gap * 14), inside.width());
    const QRect first = QStyle::visualRect(option.direction, inside, QRect(inside.topLeft(), QSize(used, inside.height())));
    const qreal x = option.direction == Qt::RightToLeft ? first.right() - line.naturalTextWidth() : first.left();
    layout.draw(painter, QPointF(x, first.top() + (first.height() - line.height()) / 2));

    const QRect beside = inside.adjusted(used + 2 * gap, 0, 0, 0);
    const QRect rest = QStyle::visualRect(option.direction, inside, beside);
    if (rest.width() > gap * 4) {
        if (!selected)
            painter->setPen(m_theme.ink(Ink::Muted));
        painter->setFont(font);
        const QString detail = index.data(roles::Detail).toString().simplified();
        painter->setLayoutDirection(directionOf(detail, option.direction));
        const Qt::Alignment side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(rest, int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                          metrics.elidedText(detail, Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

} // namespace fireline::views
