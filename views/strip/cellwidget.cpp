// SPDX-License-Identifier: GPL-3.0-or-later
#include "strip/cellwidget.h"

#include "theme/chippainter.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

// Room around texts, in pixels at scale 1.
constexpr int margin = 4;
constexpr int inset = 5;
constexpr int focusLine = 2;

// What can be read across a desk, in points (ux 2.12): no share of the text size goes below.
constexpr double leastCaption = 9;
constexpr double leastValue = 10;

QString elided(const QFont &font, const QString &text, const QRect &room)
{
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width());
}

/// Everything that decides about a cell's width.
QStringList widthTexts(const CellText &text)
{
    QStringList texts;
    for (const CellVariant &variant : text.variants)
        texts << variant.caption << variant.captionReserve << (variant.reserve.isEmpty() ? variant.value : variant.reserve);
    return texts;
}

} // namespace

QString nameOf(StripCell cell)
{
    switch (cell) {
    case StripCell::Drill: return u"Drill"_s;
    case StripCell::Private: return u"Private"_s;
    case StripCell::Severity: return u"Severity"_s;
    case StripCell::Phase: return u"Phase"_s;
    case StripCell::Elapsed: return u"Elapsed"_s;
    case StripCell::Updates: return u"Updates"_s;
    case StripCell::Command: return u"Command"_s;
    case StripCell::CallBacks: return u"CallBacks"_s;
    case StripCell::Viewing: return u"Viewing"_s;
    case StripCell::Save: return u"Save"_s;
    }
    return {};
}

CellWidget::CellWidget(StripCell cell, Theme &theme, QWidget *parent) : QAbstractButton(parent), m_cell(cell), m_theme(theme)
{
    setObjectName(u"strip%1"_s.arg(nameOf(cell)));
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
}

QFont CellWidget::shareOf(QFont font, double least) const
{
    font.setPointSizeF(std::max(least, font.pointSizeF() * m_textShare));
    return font;
}

QFont CellWidget::captionFont() const
{
    return shareOf(m_theme.captionFont(), leastCaption);
}

QFont CellWidget::wordFont() const
{
    return shareOf(m_theme.valueFont(), leastValue);
}

QFont CellWidget::valueFont() const
{
    if (!m_text.isNumber)
        return wordFont();
    QFont font = m_theme.clockFont();
    font.setPointSizeF(wordFont().pointSizeF());
    font.setWeight(wordFont().weight());
    return font;
}

bool CellWidget::setTextShare(double share)
{
    if (qFuzzyCompare(share, m_textShare))
        return false;
    m_textShare = share;
    measureAgain();
    return true;
}

bool CellWidget::setText(const CellText &text)
{
    if (text == m_text)
        return false;
    const bool moved = widthTexts(text) != widthTexts(m_text) || text.isNumber != m_text.isNumber || text.icon != m_text.icon;
    const bool all = moved || text.chip != m_text.chip;
    m_text = text;
    m_widths.clear();
    m_hint = {};
    // Both tell assistive technology of a change: not each second.
    if (accessibleName() != text.accessible)
        setAccessibleName(text.accessible);
    if (toolTip() != text.toolTip)
        setToolTip(text.toolTip);
    update(all ? rect() : valueRect());
    return moved;
}

void CellWidget::setVariant(int variant)
{
    if (variant == m_variant)
        return;
    m_variant = variant;
    update();
}

const CellVariant *CellWidget::shown() const
{
    return m_variant >= 0 && m_variant < m_text.variants.size() ? &m_text.variants.at(m_variant) : nullptr;
}

/// What it takes to draw `text` without a cut: advances are not whole pixels.
int CellWidget::drawnWidth(const QFont &font, const QString &text) const
{
    const QString key = font.key() + u'\n' + text;
    if (const int *known = m_drawn.object(key))
        return *known;
    const QFontMetricsF metrics(font);
    const int width = int(std::ceil(std::max(metrics.horizontalAdvance(text), metrics.boundingRect(text).width()))) + 1;
    m_drawn.insert(key, new int(width));
    return width;
}

int CellWidget::widthOf(const CellVariant &variant) const
{
    const int widest = std::max(drawnWidth(valueFont(), variant.value), drawnWidth(valueFont(), variant.reserve));
    const int caption = std::max(drawnWidth(captionFont(), variant.caption), drawnWidth(captionFont(), variant.captionReserve));
    return std::max(widest + iconWidth() + 2 * inset, caption) + 2 * margin;
}

int CellWidget::iconWidth() const
{
    return m_text.icon.isEmpty() ? 0 : QFontMetrics(wordFont()).ascent() + inset;
}

void CellWidget::restyle()
{
    m_drawn.clear();
    measureAgain();
}

void CellWidget::measureAgain()
{
    m_widths.clear();
    m_hint = {};
    update();
}

QList<int> CellWidget::widths() const
{
    if (m_widths.isEmpty()) {
        for (const CellVariant &variant : m_text.variants)
            m_widths.append(widthOf(variant));
    }
    return m_widths;
}

int CellWidget::leastWidth() const
{
    const int caption = m_text.variants.isEmpty() ? 0 : drawnWidth(captionFont(), m_text.variants.last().caption);
    return std::max(caption, QFontMetrics(valueFont()).averageCharWidth() * 10 + 2 * inset) + 2 * margin;
}

bool CellWidget::showsAll() const
{
    return shown() && isVisibleTo(parentWidget()) && elided(captionFont(), shown()->caption, captionRect()) == shown()->caption
           && elided(valueFont(), shown()->value, valueRect().adjusted(inset + iconWidth(), 0, -inset, 0)) == shown()->value;
}

QSize CellWidget::sizeHint() const
{
    if (m_hint.isValid())
        return m_hint;
    const int caption = QFontMetrics(captionFont()).height();
    // The two fonts of values differ in height; all cells are of one.
    const int value = std::max(QFontMetrics(wordFont()).height(), QFontMetrics(valueFont()).height());
    const QList<int> all = widths();
    m_hint = {all.isEmpty() ? 0 : all.first(), caption + value + 2 * margin + focusLine};
    return m_hint;
}

QRect CellWidget::captionRect() const
{
    return {margin, margin, width() - 2 * margin, QFontMetrics(captionFont()).height()};
}

QRect CellWidget::valueRect() const
{
    const int top = captionRect().bottom() + 1 + focusLine / 2;
    return {margin, top, width() - 2 * margin, height() - top - margin};
}

void CellWidget::paintEvent(QPaintEvent *)
{
    const CellVariant *variant = shown();
    if (!variant)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && isEnabled())
        painter.fillRect(rect(), m_theme.ink(Ink::Alternate));
    painter.setFont(captionFont());
    painter.setPen(m_theme.ink(Ink::Muted));
    painter.drawText(captionRect(), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     elided(painter.font(), variant->caption, captionRect()));
    paintValue(painter, *variant);
}

void CellWidget::paintValue(QPainter &painter, const CellVariant &shown) const
{
    const QRect box = valueRect();
    painter.setFont(valueFont());
    QColor ink = m_theme.ink(Ink::Text);
    if (m_text.chip) {
        const ChipColours colours = m_theme.chip(*m_text.chip);
        paintChipBox(&painter, box, colours, m_theme.textFont());
        ink = colours.text;
    }
    painter.setPen(ink);
    // Words and numbers have fonts of their own, and one baseline.
    const QFontMetrics own(painter.font());
    const QFontMetrics common(wordFont());
    const int baseline = box.top() + (box.height() - common.height()) / 2 + common.ascent();
    const int side = common.ascent();
    if (!m_text.icon.isEmpty())
        m_theme.icon(m_text.icon)
            .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), {box.left() + inset, baseline - side, side, side}));
    const QRect text = QStyle::visualRect(
        layoutDirection(), rect(),
        {box.left() + inset + iconWidth(), baseline - own.ascent(), box.width() - 2 * inset - iconWidth(), own.height()});
    painter.drawText(text, Qt::AlignLeading | Qt::AlignTop | Qt::TextSingleLine | Qt::TextDontClip,
                     elided(painter.font(), shown.value, text));
}

void CellWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void CellWidget::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void CellWidget::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace fireline::views
