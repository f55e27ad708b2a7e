// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/look.h"

#include <QProxyStyle>

class QStyleOptionSlider;

namespace fireline::views {

/// Fusion, with what it draws too faintly made plain: check boxes, radio buttons, frames, handles between panes, and a ring
/// around what has the focus. No control is lower than 24 pixels at 100 %, no row of a list lower than the density says.
/// GUI thread; owned by the application.
class FirelineStyle : public QProxyStyle
{
    Q_OBJECT
public:
    /// Property of a tab bar: tabs that have an icon show it alone, but for the one in front.
    static constexpr const char *foldedTabs = "foldedTabs";

    explicit FirelineStyle(SharedLook look);

    using QProxyStyle::polish;
    /// A label shows what it is given, letter for letter, unless it asked for markup, and a tip always: much of it is what
    /// people typed.
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                                  const QWidget *widget = nullptr) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                                QStyleHintReturn *answer = nullptr) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget = nullptr) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption *option = nullptr,
                                     const QWidget *widget = nullptr) const override;
    [[nodiscard]] QPixmap standardPixmap(StandardPixmap standard, const QStyleOption *option = nullptr,
                                         const QWidget *widget = nullptr) const override;

private:
    void drawToolButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    /// Where a button that opens a menu has its arrow; elsewhere the option's own rectangle.
    [[nodiscard]] QRect menuArrowRect(const QStyleOption *option, const QWidget *widget) const;
    void drawBranch(const QStyleOption *option, QPainter *painter) const;
    void drawFocus(const QStyleOption *option, QPainter *painter) const;
    void drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTab(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    [[nodiscard]] static bool isIconAlone(const QStyleOption *option, const QWidget *widget);
    void drawSlider(const QStyleOptionSlider *slider, QPainter *painter, const QWidget *widget) const;
    void drawHeader(const QStyleOption *option, QPainter *painter) const;
    void drawFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;

    SharedLook m_look;
};

} // namespace fireline::views
