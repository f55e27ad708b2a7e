// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/previewline.h"

#include "access/readablenote.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int shownLines = 2;

struct ToneLook
{
    QStringView shape;
    Ink ink;
};

// Each tone has a shape beside its colour; a hint is plain.
ToneLook lookOf(PreviewLine::Tone tone)
{
    switch (tone) {
    case PreviewLine::Tone::Hint: return {u"", Ink::Muted};
    case PreviewLine::Tone::Fine: return {u"\u25b8 ", Ink::Text};
    case PreviewLine::Tone::Doubt: return {u"\u25bc ", Ink::Warn};
    case PreviewLine::Tone::Problem: return {u"\u25b2 ", Ink::Error};
    }
    return {};
}

QString wholeText(PreviewLine::Tone tone, const QString &text)
{
    return lookOf(tone).shape.toString() + text.simplified();
}

/// Where each of the first lines begins and ends; `take` gets them one after the other, with their number.
template<typename Take>
void layOut(QTextLayout &layout, int width, Take take)
{
    QTextOption option;
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (int i = 0; i < shownLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        take(i, line);
    }
    layout.endLayout();
}

} // namespace

PreviewLine::PreviewLine(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    readAloud(*this);
    connect(&theme, &Theme::changed, this, &PreviewLine::applyTheme);
    applyTheme();
}

void PreviewLine::applyTheme()
{
    setFont(m_theme.captionFont());
    updateGeometry();
    update();
}

void PreviewLine::say(Tone tone, const QString &text)
{
    if (tone == m_tone && text == m_text)
        return;
    m_tone = tone;
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    update();
}

QSize PreviewLine::minimumSizeHint() const
{
    return {0, shownLines * QFontMetrics(font()).lineSpacing()};
}

QSize PreviewLine::sizeHint() const
{
    return minimumSizeHint();
}

bool PreviewLine::fits(Tone tone, const QString &text) const
{
    const QString whole = wholeText(tone, text);
    QTextLayout layout(whole, font());
    qsizetype shown = 0;
    layOut(layout, width(), [&](int, const QTextLine &line) { shown = line.textStart() + line.textLength(); });
    return shown >= whole.size();
}

void PreviewLine::paintEvent(QPaintEvent *)
{
    const QString whole = wholeText(m_tone, m_text);
    QPainter painter(this);
    painter.setPen(m_theme.ink(lookOf(m_tone).ink));
    const QFontMetrics metrics(font());
    QTextLayout layout(whole, font());
    layOut(layout, width(), [&](int i, const QTextLine &line) {
        const int y = i * metrics.lineSpacing();
        const bool more = i + 1 == shownLines && line.textStart() + line.textLength() < whole.size();
        if (more)
            painter.drawText(QRect(0, y, width(), metrics.lineSpacing()), Qt::AlignVCenter,
                             metrics.elidedText(whole.mid(line.textStart()), Qt::ElideRight, width()));
        else
            line.draw(&painter, QPointF(0, y));
    });
}

} // namespace fireline::views
