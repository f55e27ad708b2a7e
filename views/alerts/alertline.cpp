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
constexpr int leastLetters = 8; // of what it is about: with fewer of them it says nothing

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

void AlertLine::setAlert(const AlertWords &words, std::optional<Chip> chip)
{
    if (words == m_words && chip == m_chip)
        return;
    m_words = words;
    m_chip = chip;
    setText(withShape(words.forms.first(), chip)); // which asks for another layout
    update();
}

int AlertLine::widthOf(const QString &form) const
{
    return QFontMetrics(m_theme.textFont()).horizontalAdvance(withShape(form, m_chip)) + 2 * inset + 2 * focusLine;
}

QList<int> AlertLine::formWidths() const
{
    QList<int> widths;
    for (const QString &form : m_words.forms)
        widths.append(widthOf(form));
    return widths.isEmpty() ? QList<int>{0} : widths;
}

QString AlertLine::shownText() const
{
    if (m_words.forms.isEmpty())
        return {};
    for (const QString &form : m_words.forms) {
        if (widthOf(form) <= width())
            return withShape(form, m_chip);
    }
    const QFontMetrics metrics(m_theme.textFont());
    QString last = m_words.forms.last();
    if (const qsizetype at = last.indexOf(m_words.what); at >= 0 && !m_words.what.isEmpty()) {
        const int room = width() - widthOf(last) + metrics.horizontalAdvance(m_words.what);
        if (room >= leastLetters * metrics.averageCharWidth())
            last.replace(at, m_words.what.size(), metrics.elidedText(m_words.what, Qt::ElideRight, room));
    }
    return metrics.elidedText(withShape(last, m_chip), Qt::ElideRight, width() - 2 * inset);
}

QSize AlertLine::sizeHint() const
{
    const int line = QFontMetrics(m_theme.textFont()).height();
    return {formWidths().first(), std::max(leastHeight, line + 2 * focusLine)};
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
    painter.drawText(room, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shownText());
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
