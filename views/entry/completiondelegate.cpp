// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/completiondelegate.h"

#include "entry/completionroles.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace fireline::views {

namespace roles = models::completionroles;

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
    QList<QTextLayout::FormatRange> heavy;
    for (const int position : index.data(roles::Positions).value<QList<int>>()) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setFontUnderline(true);
        heavy.append({position, 1, format});
    }
    QTextLayout layout(word, font);
    layout.setFormats(heavy);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(inside.width());
    layout.endLayout();
    const qreal y = inside.top() + (inside.height() - line.height()) / 2;
    layout.draw(painter, QPointF(inside.left(), y));

    const int used = std::max(int(line.naturalTextWidth()) + 2 * gap, gap * 16);
    const QRect rest = inside.adjusted(used, 0, 0, 0);
    if (rest.width() > gap * 4) {
        if (!selected)
            painter->setPen(m_theme.ink(Ink::Muted));
        painter->setFont(font);
        const QString detail = index.data(roles::Detail).toString().simplified();
        painter->drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(detail, Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

} // namespace fireline::views
