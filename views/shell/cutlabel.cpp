// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/cutlabel.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace fireline::views {

CutLabel::CutLabel(int leastLetters, QWidget *parent) : QLabel(parent), m_leastLetters(leastLetters)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void CutLabel::setKeptEnd(const QString &end)
{
    m_keptEnd = end;
    update();
}

QString CutLabel::shownText() const
{
    const QFontMetrics metrics = fontMetrics();
    const int whole = metrics.horizontalAdvance(text());
    const int least = m_leastLetters * metrics.averageCharWidth();
    if (whole <= width() || m_keptEnd.isEmpty() || !text().endsWith(m_keptEnd))
        return width() >= std::min(whole, least) ? metrics.elidedText(text(), Qt::ElideRight, width()) : QString();
    const QString end = u' ' + m_keptEnd;
    const int room = width() - metrics.horizontalAdvance(end);
    if (room < least)
        return width() >= least ? metrics.elidedText(text(), Qt::ElideRight, width()) : QString();
    return metrics.elidedText(text().chopped(m_keptEnd.size()), Qt::ElideRight, room) + end;
}

void CutLabel::paintEvent(QPaintEvent *event)
{
    if (wordWrap())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine, shownText());
}

} // namespace fireline::views
