// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/firelinestyle.h"

#include <QFocusFrame>
#include <QStyleOption>

#include <algorithm>

namespace fireline::views {

namespace {

// At 100 %.
constexpr int targetHeight = 24;
constexpr int handleWidth = 6;
constexpr int indicatorSide = 16;
constexpr int iconSide = 16;
constexpr int buttonPadding = 8;
constexpr int cellMargin = 2;
constexpr int menuIndicator = 14;
constexpr int headerMargin = 6;

/// How far the ring is outside its widget: marks of their own size have it beside them, everything else on its edge. Lists
/// ask for the same metric, as the margin beside the text of a cell.
int focusMargin(const QStyleOption *option, int otherwise)
{
    const auto *frame = option ? qobject_cast<const QFocusFrame *>(option->styleObject) : nullptr;
    if (!frame)
        return otherwise;
    const QWidget *widget = frame->widget();
    return widget && (widget->inherits("QCheckBox") || widget->inherits("QRadioButton") || widget->inherits("QSlider")) ? 2 : 0;
}

} // namespace

int FirelineStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent: return std::max(handleWidth, m_look->scaled(handleWidth));
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return m_look->scaled(indicatorSide);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TitleBarButtonIconSize:
    case PM_TabBarIconSize: return m_look->scaled(iconSide);
    case PM_ToolBarIconSize: return m_look->scaled(iconSide + 4);
    case PM_HeaderMargin: return m_look->scaled(headerMargin);
    case PM_MenuButtonIndicator: return m_look->scaled(menuIndicator);
    case PM_MenuPanelWidth: return 1;
    case PM_ScrollBarExtent: return std::max(m_look->scaled(14), QProxyStyle::pixelMetric(metric, option, widget));
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return focusMargin(option, m_look->scaled(cellMargin));
    case PM_DefaultFrameWidth: return std::max(2, QProxyStyle::pixelMetric(metric, option, widget));
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FirelineStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_FocusFrame_Mask: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    // Rows record things when they are opened: one click chooses, whatever the desktop does with files.
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize FirelineStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                      const QWidget *widget) const
{
    QSize contents = size;
    if (type == CT_TabBarTab && isIconAlone(option, widget)) {
        const auto *tab = static_cast<const QStyleOptionTab *>(option);
        contents.rwidth() -= tab->fontMetrics.size(Qt::TextShowMnemonic, tab->text).width();
    }
    QSize result = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool hasMenu = button && button->features & QStyleOptionToolButton::HasMenu;
        if (hasMenu && !(button->features & QStyleOptionToolButton::MenuButtonPopup) && !button->text.isEmpty())
            result.rwidth() += m_look->scaled(menuIndicator);
        result = result.expandedTo(QSize(m_look->scaled(targetHeight), m_look->scaled(targetHeight)));
        break;
    }
    case CT_PushButton: result.rwidth() += m_look->scaled(buttonPadding); [[fallthrough]];
    case CT_CheckBox:
    case CT_RadioButton:
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_MenuBarItem:
    case CT_TabBarTab:
    case CT_HeaderSection: result.setHeight(std::max(result.height(), m_look->scaled(targetHeight))); break;
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(std::max(result.height(), m_look->scaled(targetHeight)));
        break;
    }
    case CT_ItemViewItem: result.setHeight(std::max(result.height(), m_look->scaled(m_look->rowHeight))); break;
    default: break;
    }
    return result;
}

} // namespace fireline::views
