// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertline.h"

#include "actions/readscontrol.h"
#include "theme/chippainter.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int inset = 6;
constexpr int focusLine = 2;
constexpr int leastHeight = 24; // a finger's or a trembling hand's target

QString withShape(const QString &text, std::optional<Chip> chip)
{
    return chip ? chipShape(*chip) + u' ' + text : text;
}

} // namespace

AlertLine::AlertLine(Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(u"latestAlertLine"_s);
    markReading(*this);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void AlertLine::setAlert(const QString &text, std::optional<Chip> chip)
{
    const QString shapedText = withShape(text, chip);
    if (shapedText == this->text() && chip == m_chip)
        return;
    const bool wider = QFontMetrics(m_theme.textFont()).horizontalAdvance(shapedText)
                       != QFontMetrics(m_theme.textFont()).horizontalAdvance(this->text());
    m_chip = chip;
    setText(shapedText);
    if (wider)
        updateGeometry();
    update();
}

int AlertLine::widthOf(const QString &text, std::optional<Chip> chip) const
{
    return QFontMetrics(m_theme.textFont()).horizontalAdvance(withShape(text, chip)) + 2 * inset + 2 * focusLine;
}

QSize AlertLine::sizeHint() const
{
    const int line = QFontMetrics(m_theme.textFont()).height();
    return {widthOf(text(), std::nullopt), std::max(leastHeight, line + 2 * focusLine)};
}

QSize AlertLine::minimumSizeHint() const
{
    return {QFontMetrics(m_theme.textFont()).averageCharWidth() * 16, sizeHint().height()};
}

void AlertLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.textFont());
    QColor ink = m_theme.ink(Ink::Muted);
    if (m_chip) {
        const ChipColours colours = m_theme.chip(*m_chip);
        paintChipBox(&painter, rect().adjusted(1, 1, -1, -1), colours, painter.font());
        ink = colours.text;
    }
    painter.setPen(ink);
    const QRect room = rect().adjusted(inset, 0, -inset, 0);
    painter.drawText(room, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, room.width()));
}

void AlertLine::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: emit stepRequested(-1); return;
    case Qt::Key_Down: emit stepRequested(1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

} // namespace fireline::views
