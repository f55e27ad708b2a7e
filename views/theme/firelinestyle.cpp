// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/firelinestyle.h"

#include "theme/controlpainter.h"
#include "theme/iconengine.h"

#include <QGroupBox>
#include <QHash>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int tabMark = 4; // of which the ring around a focused tab bar leaves two
constexpr int grooveWidth = 6;

/// Fusion writes a group's title above its frame.
int groupTitleHeight(const QWidget *widget)
{
    const auto *group = qobject_cast<const QGroupBox *>(widget);
    if (!group || group->title().isEmpty())
        return 0;
    const int mark = group->isCheckable() ? group->style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, group) : 0;
    return std::max(group->fontMetrics().height(), mark) + 3;
}

bool opensMenuBesideText(const QStyleOptionToolButton &button)
{
    return button.features & QStyleOptionToolButton::HasMenu && !(button.features & QStyleOptionToolButton::MenuButtonPopup)
           && !button.text.isEmpty() && (button.toolButtonStyle != Qt::ToolButtonIconOnly || button.icon.isNull());
}

/// The file in resources/icons that stands for an icon of Qt's own, such as that of a dialog's button.
QString nameOf(QStyle::StandardPixmap standard)
{
    static const QHash<int, QString> names{
        {QStyle::SP_TitleBarCloseButton, u"close"_s},
        {QStyle::SP_TitleBarNormalButton, u"float"_s},
        {QStyle::SP_DockWidgetCloseButton, u"close"_s},
        {QStyle::SP_LineEditClearButton, u"close"_s},
        {QStyle::SP_DialogCloseButton, u"close"_s},
        {QStyle::SP_DialogCancelButton, u"close"_s},
        {QStyle::SP_DialogOkButton, u"check"_s},
        {QStyle::SP_DialogApplyButton, u"check"_s},
        {QStyle::SP_DialogSaveButton, u"save"_s},
        {QStyle::SP_DialogHelpButton, u"help"_s},
        {QStyle::SP_ToolBarHorizontalExtensionButton, u"more"_s},
        {QStyle::SP_ToolBarVerticalExtensionButton, u"more"_s},
        {QStyle::SP_MessageBoxInformation, u"info"_s},
        {QStyle::SP_MessageBoxWarning, u"warning"_s},
        {QStyle::SP_MessageBoxCritical, u"error"_s},
        {QStyle::SP_MessageBoxQuestion, u"help"_s},
    };
    return names.value(standard);
}

} // namespace

FirelineStyle::FirelineStyle(SharedLook look) : QProxyStyle(QStyleFactory::create(u"Fusion"_s)), m_look(std::move(look))
{
    setObjectName(u"fireline"_s);
}

// The label of tooltips is Qt's, with another text each time, and is left to whoever writes them.
void FirelineStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    auto *label = qobject_cast<QLabel *>(widget);
    if (label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

void FirelineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    ControlPainter controls(painter, *m_look);
    switch (element) {
    case PE_IndicatorCheckBox: controls.checkBox(option->rect, option->state); return;
    case PE_IndicatorItemViewItemCheck: controls.checkBox(option->rect, option->state); return;
    case PE_IndicatorRadioButton: controls.radioButton(option->rect, option->state); return;
    case PE_IndicatorArrowDown: controls.arrow(menuArrowRect(option, widget), Qt::DownArrow, option->state); return;
    case PE_IndicatorArrowUp: controls.arrow(option->rect, Qt::UpArrow, option->state); return;
    case PE_IndicatorArrowLeft: controls.arrow(option->rect, Qt::LeftArrow, option->state); return;
    case PE_IndicatorArrowRight: controls.arrow(option->rect, Qt::RightArrow, option->state); return;
    case PE_IndicatorBranch: drawBranch(option, painter); return;
    case PE_FrameFocusRect: drawFocus(option, painter); return;
    case PE_Frame:
    case PE_FrameLineEdit: controls.outline(option->rect); return;
    case PE_FrameTabWidget: controls.panel(option->rect, Ink::Window); return;
    case PE_FrameMenu: controls.outline(option->rect); return;
    case PE_PanelTipLabel: controls.panel(option->rect, Ink::Base); return;
    case PE_FrameGroupBox: controls.outline(option->rect.adjusted(0, groupTitleHeight(widget), 0, 0)); return;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool flat = button && button->features & QStyleOptionButton::Flat;
        if (!flat || option->state & (State_Sunken | State_On | State_MouseOver))
            controls.button(option->rect, option->state, button && button->features & QStyleOptionButton::DefaultButton);
        return;
    }
    case PE_PanelButtonTool:
        if (!(option->state & State_AutoRaise) || option->state & (State_Sunken | State_On | State_MouseOver))
            controls.button(option->rect, option->state, false);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        controls.grip(option->rect, !(option->state & State_Horizontal), option->state & State_MouseOver);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

QRect FirelineStyle::menuArrowRect(const QStyleOption *option, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!widget || !button || !opensMenuBesideText(*button))
        return option->rect;
    // Fusion has it in the lower corner, over the text.
    const int width = pixelMetric(PM_MenuButtonIndicator, option, widget);
    const QRect place(widget->rect().right() - width, 0, width, widget->height());
    return visualRect(option->direction, widget->rect(), place);
}

void FirelineStyle::drawBranch(const QStyleOption *option, QPainter *painter) const
{
    if (!(option->state & State_Children))
        return;
    const Qt::ArrowType folded = option->direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    ControlPainter(painter, *m_look).arrow(option->rect, option->state & State_Open ? Qt::DownArrow : folded, option->state);
}

void FirelineStyle::drawFocus(const QStyleOption *option, QPainter *painter) const
{
    // Outside of lists the ring is drawn around the whole widget: see FocusRing.
    if (option->state & State_Item)
        ControlPainter(painter, *m_look).focusCell(option->rect, option->state & State_Selected);
}

void FirelineStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: drawHeader(option, painter); return;
    case CE_ToolButtonLabel: drawToolButtonLabel(option, painter, widget); return;
    case CE_FocusFrame: ControlPainter(painter, *m_look).focusRing(option->rect); return;
    case CE_Splitter:
        ControlPainter(painter, *m_look).grip(option->rect, option->state & State_Horizontal, option->state & State_MouseOver);
        return;
    case CE_MenuItem: drawMenuItem(option, painter, widget); return;
    case CE_TabBarTabShape: drawTab(option, painter, widget); return;
    case CE_TabBarTabLabel: drawTabLabel(option, painter, widget); return;
    case CE_ProgressBarGroove:
        painter->fillRect(option->rect, m_look->ink(Ink::Base));
        ControlPainter(painter, *m_look).outline(option->rect);
        return;
    case CE_ShapedFrame: drawFrame(option, painter, widget); return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FirelineStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    painter->fillRect(option->rect, m_look->ink(option->state & State_MouseOver ? Ink::Base : Ink::Alternate));
    QRect line = option->rect;
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header && header->orientation == Qt::Vertical) {
        line.setLeft(line.right());
    } else {
        line.setTop(line.bottom());
    }
    painter->fillRect(line, m_look->ink(Ink::Border));
    if (!header || header->orientation == Qt::Vertical || header->position == QStyleOptionHeader::End
        || header->position == QStyleOptionHeader::OnlyOneSection)
        return;
    const int x = option->direction == Qt::RightToLeft ? option->rect.left() : option->rect.right();
    painter->fillRect(QRect(x, option->rect.top() + 4, 1, option->rect.height() - 8), m_look->ink(Ink::Border));
}

void FirelineStyle::drawFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame
        && (frame->frameShape == QFrame::StyledPanel || frame->frameShape == QFrame::Box || frame->frameShape == QFrame::Panel))
        ControlPainter(painter, *m_look).outline(option->rect);
    else
        QProxyStyle::drawControl(CE_ShapedFrame, option, painter, widget);
}

void FirelineStyle::drawToolButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button || !opensMenuBesideText(*button)) {
        QProxyStyle::drawControl(CE_ToolButtonLabel, option, painter, widget);
        return;
    }
    QStyleOptionToolButton beside = *button;
    const int width = pixelMetric(PM_MenuButtonIndicator, option, widget);
    beside.rect = visualRect(option->direction, option->rect, option->rect.adjusted(0, 0, -width, 0));
    QProxyStyle::drawControl(CE_ToolButtonLabel, &beside, painter, widget);
}

void FirelineStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item || item->icon.isNull() || !(item->state & State_Selected) || !(item->state & State_Enabled)) {
        QProxyStyle::drawControl(CE_MenuItem, option, painter, widget);
        return;
    }
    // A menu asks for the active icon, which has the colour of buttons; here it stands on the selection.
    QStyleOptionMenuItem selected = *item;
    const int side = pixelMetric(PM_SmallIconSize, option, widget);
    selected.icon = QIcon(item->icon.pixmap(QSize(side, side), painter->device()->devicePixelRatioF(), QIcon::Selected));
    QProxyStyle::drawControl(CE_MenuItem, &selected, painter, widget);
}

void FirelineStyle::drawTab(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab) {
        QProxyStyle::drawControl(CE_TabBarTabShape, option, painter, widget);
        return;
    }
    const bool selected = tab->state & State_Selected;
    const bool hovered = tab->state & State_MouseOver;
    ControlPainter(painter, *m_look).panel(tab->rect, selected ? Ink::Window : hovered ? Ink::Base : Ink::Alternate);
    if (!selected)
        return;
    QRect mark = tab->rect;
    switch (tab->shape) {
    case QTabBar::RoundedNorth:
    case QTabBar::TriangularNorth: mark.setBottom(mark.top() + tabMark - 1); break;
    case QTabBar::RoundedSouth:
    case QTabBar::TriangularSouth: mark.setTop(mark.bottom() - tabMark + 1); break;
    case QTabBar::RoundedWest:
    case QTabBar::TriangularWest: mark.setRight(mark.left() + tabMark - 1); break;
    case QTabBar::RoundedEast:
    case QTabBar::TriangularEast: mark.setLeft(mark.right() - tabMark + 1); break;
    }
    painter->fillRect(mark, m_look->ink(Ink::Link));
}

bool FirelineStyle::isIconAlone(const QStyleOption *option, const QWidget *widget)
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    return tab && widget && !tab->icon.isNull() && !(tab->state & State_Selected) && widget->property(foldedTabs).toBool();
}

void FirelineStyle::drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (!isIconAlone(option, widget)) {
        QProxyStyle::drawControl(CE_TabBarTabLabel, option, painter, widget);
        return;
    }
    const auto *tab = static_cast<const QStyleOptionTab *>(option);
    tab->icon.paint(painter, QRect({}, tab->iconSize).translated(tab->rect.center() - QRect({}, tab->iconSize).center()));
    if (tab->state & State_HasFocus)
        drawFocus(option, painter);
}

void FirelineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_Slider) {
        drawSlider(slider, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    ControlPainter controls(painter, *m_look);
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option); box && box->frame)
            controls.outline(option->rect);
        return;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option); box && box->frame)
            controls.outline(option->rect);
        return;
    case CC_ScrollBar: {
        const QRect slider = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget).adjusted(2, 2, -2, -2);
        painter->fillRect(slider, m_look->ink(option->state & State_MouseOver ? Ink::Muted : Ink::Border));
        return;
    }
    default: return;
    }
}

void FirelineStyle::drawSlider(const QStyleOptionSlider *slider, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionSlider ticks = *slider;
    ticks.subControls = SC_SliderTickmarks;
    QProxyStyle::drawComplexControl(CC_Slider, &ticks, painter, widget);
    QRect groove = proxy()->subControlRect(CC_Slider, slider, SC_SliderGroove, widget);
    const QPoint centre = groove.center();
    if (slider->orientation == Qt::Horizontal)
        groove.setHeight(grooveWidth);
    else
        groove.setWidth(grooveWidth);
    groove.moveCenter(centre);
    ControlPainter controls(painter, *m_look);
    controls.outline(groove);
    controls.button(proxy()->subControlRect(CC_Slider, slider, SC_SliderHandle, widget), slider->state & ~State_On, false);
}

QIcon FirelineStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    const QString name = nameOf(standard);
    return name.isEmpty() ? QProxyStyle::standardIcon(standard, option, widget) : QIcon(new IconEngine(name, m_look, Ink::Text));
}

QPixmap FirelineStyle::standardPixmap(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    const QString name = nameOf(standard);
    if (name.isEmpty())
        return QProxyStyle::standardPixmap(standard, option, widget);
    const int side = pixelMetric(PM_SmallIconSize, option, widget);
    const qreal scale = widget ? widget->devicePixelRatioF() : 1;
    return QIcon(new IconEngine(name, m_look, Ink::Text)).pixmap(QSize(side, side), scale);
}

} // namespace fireline::views
