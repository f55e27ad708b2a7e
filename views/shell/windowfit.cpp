// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/windowfit.h"

#include "shell/layoutstate.h"
#include "shell/screenroom.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QWidget>

namespace fireline::views {

WindowFit::WindowFit(QWidget *window) : QObject(window), m_window(window)
{
    window->installEventFilter(this);
}

bool WindowFit::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == m_window && (type == QEvent::LayoutRequest || type == QEvent::Show || type == QEvent::ScreenChangeInternal))
        fit();
    return QObject::eventFilter(watched, event);
}

void WindowFit::fit()
{
    const QRect room = screenRoom(*m_window->screen(), *m_window);
    m_window->setMinimumSize(m_window->layout()->totalMinimumSize().boundedTo(room.size()));
    const bool isFree = m_window->isVisible() && !m_window->isMaximized() && !m_window->isFullScreen();
    if (isFree && m_window->size() != m_window->size().boundedTo(room.size()))
        m_window->setGeometry(clampedTo(m_window->geometry(), room));
}

} // namespace fireline::views
