// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/severitybutton.h"

#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace fireline::views {

SeverityButton::SeverityButton(Theme &theme, Chip chip, const QString &words, QWidget *parent)
    : QPushButton(chipShape(chip) + u' ' + words, parent)
    , m_theme(theme)
    , m_chip(chip)
{
    setAccessibleName(words);
    setAutoDefault(false);
}

int SeverityButton::margin() const
{
    return fontMetrics().height() / 2;
}

QSize SeverityButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(text()) + 4 * margin(), metrics.height() + 2 * margin()};
}

void SeverityButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ChipColours colours = m_theme.chip(m_chip);
    const qreal ring = margin() / 4.0;
    const QRectF shape = QRectF(rect()).adjusted(ring + 0.5, ring + 0.5, -ring - 0.5, -ring - 0.5);
    paintChipBox(&painter, shape.toRect(), colours, isDown() ? m_theme.valueFont() : m_theme.textFont());
    painter.setPen(colours.text);
    painter.drawText(shape.adjusted(margin(), 0, -margin(), 0), int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
                     text());
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.ink(Ink::Link), ring));
    painter.drawRoundedRect(QRectF(rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), ring, ring);
}

void SeverityButton::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat()) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace fireline::views
