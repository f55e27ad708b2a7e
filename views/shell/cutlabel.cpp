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

QString CutLabel::shownText() const
{
    const QFontMetrics metrics = fontMetrics();
    const int least = std::min(metrics.horizontalAdvance(text()), m_leastLetters * metrics.averageCharWidth());
    return width() >= least ? metrics.elidedText(text(), Qt::ElideRight, width()) : QString();
}

void CutLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine, shownText());
}

} // namespace fireline::views
