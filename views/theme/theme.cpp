// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/firelinestyle.h"
#include "theme/focusring.h"
#include "theme/iconengine.h"
#include "theme/systemscheme.h"

#include <QApplication>
#include <QDebug>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QFontMetricsF>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int comfortableRow = 28; ///< pixels at 100 %
constexpr int compactRow = 20;

/// Ten digits of equal width, in both weights that clocks have. Not a typewriter's font: with its wide colon a time falls
/// apart, and where B612 and B612 Mono are installed the name of the one may give the other.
bool isForClocks(const QString &family)
{
    for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold}) {
        const QFontMetricsF metrics{QFont(family, 10, weight)};
        const qreal zero = metrics.horizontalAdvance(u'0');
        for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
            if (!qFuzzyCompare(metrics.horizontalAdvance(QChar(digit)), zero))
                return false;
        }
        if (metrics.horizontalAdvance(u':') >= zero)
            return false;
    }
    return true;
}

QString findClockFamily()
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : {u"B612"_s, u"Noto Sans"_s, u"DejaVu Sans"_s}) {
        if (installed.contains(family) && isForClocks(family))
            return family;
    }
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

QFont sized(QFont font, qreal points, qreal floor, int percent)
{
    font.setPointSizeF(std::max(points, floor) * percent / 100.0);
    return font;
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_look(std::make_shared<Look>())
    , m_startScheme(schemeOf(QGuiApplication::palette()))
    , m_system(new SystemScheme(this))
    , m_systemFont(QFontDatabase::systemFont(QFontDatabase::GeneralFont))
    , m_clockFamily(findClockFamily())
{
    if (m_systemFont.pointSizeF() <= 0) // set in pixels
        m_systemFont.setPointSizeF(QFontInfo(m_systemFont).pointSizeF());
    m_look->scheme = resolved();
    connect(m_system, &SystemScheme::changed, this, &Theme::resolve);
}

Theme::~Theme() = default;

void Theme::install(QApplication &application)
{
    m_application = &application;
    auto *style = new FirelineStyle(m_look);
    style->setParent(&application);
    QApplication::setStyle(style);
    new FocusRing(&application);
    apply();
    m_system->start();
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    resolve();
}

Scheme Theme::resolved() const
{
    switch (m_choice) {
    case Choice::System: return m_system->scheme().value_or(m_startScheme);
    case Choice::Light: return Scheme::Light;
    case Choice::Dark: return Scheme::Dark;
    case Choice::HighContrast: return Scheme::HighContrast;
    }
    return Scheme::Light;
}

void Theme::resolve()
{
    const Scheme scheme = resolved();
    if (scheme == m_look->scheme)
        return;
    m_look->scheme = scheme;
    apply();
}

void Theme::setTextSize(int percent)
{
    percent = std::clamp(percent, 80, 200);
    if (percent == m_look->textSize)
        return;
    m_look->textSize = percent;
    apply();
}

void Theme::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    m_look->rowHeight = density == Density::Compact ? compactRow : comfortableRow;
    apply();
}

void Theme::apply()
{
    ++m_look->revision;
    if (m_application) {
        QApplication::setPalette(palette());
        QApplication::setFont(textFont());
        QToolTip::setPalette(palette()); // tips have a palette and a font of their own, the desktop's
        QToolTip::setFont(textFont());
        // Sizes that the style gives (icons, rows, marks) are asked for again only when the style is another.
        for (QWidget *widget : QApplication::allWidgets()) {
            QEvent event(QEvent::StyleChange);
            QCoreApplication::sendEvent(widget, &event);
            widget->update();
        }
    }
    emit changed();
}

int Theme::rowHeight() const
{
    return std::max(scaled(m_look->rowHeight), QFontMetrics(textFont()).height() + 2);
}

int Theme::compactRowHeight() const
{
    return std::max(scaled(compactRow), QFontMetrics(textFont()).height() + 2);
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](std::initializer_list<QPalette::ColorRole> roles, Ink which) {
        for (const auto role : roles)
            palette.setColor(role, ink(which));
    };
    set({QPalette::Window, QPalette::Button}, Ink::Window);
    set({QPalette::Base, QPalette::ToolTipBase, QPalette::Light}, Ink::Base);
    set({QPalette::AlternateBase, QPalette::Midlight}, Ink::Alternate);
    set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}, Ink::Text);
    set({QPalette::PlaceholderText}, Ink::Muted);
    set({QPalette::Link, QPalette::LinkVisited}, Ink::Link);
    set({QPalette::Highlight}, Ink::Selection);
    set({QPalette::HighlightedText}, Ink::SelectionText);
    set({QPalette::Mid, QPalette::Dark}, Ink::Border);
    set({QPalette::Shadow}, Ink::Muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText, QPalette::Link,
                            QPalette::LinkVisited, QPalette::BrightText})
        palette.setColor(QPalette::Disabled, role, ink(Ink::Disabled));
    // A selection stays readable where the window is not the active one, and where the list is disabled.
    palette.setColor(QPalette::Disabled, QPalette::Highlight, ink(Ink::Disabled));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, ink(Ink::Base));
    return palette;
}

QIcon Theme::icon(const QString &name, Ink ink) const
{
    const auto key = std::pair(name, int(ink));
    if (const auto found = m_icons.constFind(key); found != m_icons.cend())
        return *found;
    if (!IconEngine::exists(name)) {
        if (!name.isEmpty())
            qWarning("There is no icon %s in resources/icons.", qUtf8Printable(name));
        return {};
    }
    return *m_icons.insert(key, QIcon(new IconEngine(name, m_look, ink)));
}

QFont Theme::textFont() const
{
    return sized(m_systemFont, m_systemFont.pointSizeF(), 10, textSize());
}

QFont Theme::captionFont() const
{
    QFont font = sized(m_systemFont, 9, 9, textSize());
    font.setPointSizeF(std::max(font.pointSizeF(), 9.0));
    return font;
}

QFont Theme::valueFont() const
{
    QFont font = sized(m_systemFont, 15, 15, textSize());
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
