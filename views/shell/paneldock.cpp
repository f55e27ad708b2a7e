// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/paneldock.h"

#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

PanelDock::PanelDock(const PanelDescriptor &panel, Theme &theme, QWidget *parent)
    : QDockWidget(panel.title, parent)
    , m_theme(theme)
    , m_title(new QLabel(panel.title))
    , m_menuButton(new QToolButton)
{
    setObjectName(u"dock."_s + panel.id);
    setFeatures(QDockWidget::NoDockWidgetFeatures);
    setAccessibleName(panel.title);
    buildTitle(panel);
    setWidget(panel.widget);
    showTheme();
    connect(&theme, &Theme::changed, this, &PanelDock::showTheme);
}

void PanelDock::setPanelMenu(QMenu *menu)
{
    // Not as the button's own menu: that would draw an arrow across the dots.
    connect(m_menuButton, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_menuButton->mapToGlobal(m_menuButton->rect().bottomLeft())); });
}

void PanelDock::buildTitle(const PanelDescriptor &panel)
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 2, 2, 2);
    m_title->setTextFormat(Qt::PlainText);
    // A panel that counts says so in its own title: "Roles: 2 vacant".
    if (!panel.widget->windowTitle().isEmpty())
        m_title->setText(panel.widget->windowTitle());
    connect(panel.widget, &QWidget::windowTitleChanged, m_title, &QLabel::setText);
    row->addWidget(m_title, 1);
    m_menuButton->setObjectName(u"panelMenu."_s + panel.id);
    m_menuButton->setIcon(m_theme.icon(u"more"_s));
    m_menuButton->setAutoRaise(true);
    // Its commands are in the menu Panels too: one Tab stop less a panel.
    m_menuButton->setFocusPolicy(Qt::NoFocus);
    m_menuButton->setAccessibleName(tr("Move or hide the panel %1").arg(panel.title));
    m_menuButton->setToolTip(m_menuButton->accessibleName());
    row->addWidget(m_menuButton);
    setTitleBarWidget(bar);
}

void PanelDock::showTheme()
{
    QFont font = m_theme.captionFont();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
}

} // namespace fireline::views
