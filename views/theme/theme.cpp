// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

bool hasEqualDigits(const QString &family)
{
    const QFontMetricsF metrics{QFont(family)};
    const qreal zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (!qFuzzyCompare(metrics.horizontalAdvance(QChar(digit)), zero))
            return false;
    }
    return true;
}

QString findClockFamily()
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : {u"B612"_s, u"Noto Sans"_s, u"DejaVu Sans"_s}) {
        if (installed.contains(family) && hasEqualDigits(family))
            return family;
    }
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

QFont sized(QFont font, qreal points, qreal floor, int percent)
{
    font.setPointSizeF(std::max(points, floor) * percent / 100.0);
    return font;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemFont(QFontDatabase::systemFont(QFontDatabase::GeneralFont))
    , m_clockFamily(findClockFamily())
{
    resolve();
}

Theme::~Theme() = default;

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    resolve();
    emit changed();
}

void Theme::resolve()
{
    switch (m_choice) {
    case Choice::System:
        m_scheme = QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
        return;
    case Choice::Light: m_scheme = Scheme::Light; return;
    case Choice::Dark: m_scheme = Scheme::Dark; return;
    case Choice::HighContrast: m_scheme = Scheme::HighContrast; return;
    }
}

void Theme::setTextSize(int percent)
{
    percent = std::clamp(percent, 80, 200);
    if (percent == m_textSize)
        return;
    m_textSize = percent;
    emit changed();
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, ink(Ink::Window));
    palette.setColor(QPalette::Base, ink(Ink::Base));
    palette.setColor(QPalette::AlternateBase, ink(Ink::Alternate));
    palette.setColor(QPalette::Button, ink(Ink::Window));
    palette.setColor(QPalette::ToolTipBase, ink(Ink::Base));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, ink(Ink::Text));
    palette.setColor(QPalette::PlaceholderText, ink(Ink::Muted));
    palette.setColor(QPalette::Link, ink(Ink::Link));
    palette.setColor(QPalette::Highlight, ink(Ink::Selection));
    palette.setColor(QPalette::HighlightedText, ink(Ink::SelectionText));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, ink(Ink::Disabled));
    return palette;
}

QIcon Theme::icon(const QString &name) const
{
    const QString path = u":/icons/%1.svg"_s.arg(name);
    return QFile::exists(path) ? QIcon(path) : QIcon();
}

QFont Theme::textFont() const
{
    return sized(m_systemFont, m_systemFont.pointSizeF(), 10, m_textSize);
}

QFont Theme::captionFont() const
{
    QFont font = sized(m_systemFont, 9, 9, m_textSize);
    font.setPointSizeF(std::max(font.pointSizeF(), 9.0));
    return font;
}

QFont Theme::valueFont() const
{
    QFont font = sized(m_systemFont, 15, 15, m_textSize);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::clockFont() const
{
    QFont font(m_clockFamily);
    font.setPointSizeF(textFont().pointSizeF());
    return font;
}

QFont Theme::idFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(textFont().pointSizeF());
    return font;
}

} // namespace fireline::views
