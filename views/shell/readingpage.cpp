// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/readingpage.h"

#include "theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int margin = 12;
constexpr int cellMargin = 8; // of the strip: what its cells have above, between and below their two lines

} // namespace

ReadingPage::ReadingPage(Place place, Theme &theme, QWidget *parent) : QWidget(parent), m_place(place), m_theme(theme)
{
    setObjectName(place == Place::Strip ? u"reading.strip"_s : u"reading.rows"_s);
    setSizePolicy(QSizePolicy::Expanding, place == Place::Strip ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ReadingPage::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    update();
}

QSize ReadingPage::sizeHint() const
{
    if (m_place == Place::Rows)
        return {0, m_theme.rowHeight()};
    return {0, QFontMetrics(m_theme.captionFont()).height() + QFontMetrics(m_theme.valueFont()).height() + cellMargin};
}

void ReadingPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.ink(m_place == Place::Strip ? Ink::Window : Ink::Base));
    const int space = m_theme.scaled(margin);
    QRect line = rect().adjusted(space, 0, -space, 0);
    if (m_place == Place::Rows) {
        line.setHeight(2 * m_theme.rowHeight());
        const int row = m_theme.rowHeight();
        painter.setPen(m_theme.ink(Ink::Alternate));
        for (int y = line.bottom(); y < height(); y += row)
            painter.drawLine(line.left(), y, line.right(), y);
    }
    painter.setFont(m_theme.textFont());
    painter.setPen(m_theme.ink(Ink::Muted));
    QTextOption option(Qt::AlignVCenter);
    option.setWrapMode(QTextOption::WordWrap);
    painter.drawText(QRectF(line), m_text, option);
}

} // namespace fireline::views
