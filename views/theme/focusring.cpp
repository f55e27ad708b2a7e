// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/focusring.h"

#include <QApplication>
#include <QFocusFrame>
#include <QMenu>
#include <QMenuBar>

namespace fireline::views {

namespace {

/// Menus mark their current item; a window's frame is the window manager's.
bool wantsRing(const QWidget *widget)
{
    return widget && !widget->isWindow() && !qobject_cast<const QMenu *>(widget) && !qobject_cast<const QMenuBar *>(widget);
}

} // namespace

FocusRing::FocusRing(QApplication *application) : QObject(application)
{
    connect(application, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::follow(QWidget *focused)
{
    if (!wantsRing(focused)) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame(focused);
    m_frame->setWidget(focused);
}

} // namespace fireline::views
