// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/focusring.h"

#include <QApplication>
#include <QEvent>
#include <QFocusFrame>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>

#include <utility>

namespace fireline::views {

namespace {

/// Menus mark their current item; a window's frame is the window manager's.
bool wantsRing(const QWidget *widget)
{
    return widget && !widget->isWindow() && !qobject_cast<const QMenu *>(widget) && !qobject_cast<const QMenuBar *>(widget);
}

bool isScrolled(const QWidget *widget)
{
    const QWidget *viewport = widget->parentWidget();
    const auto *area = viewport ? qobject_cast<const QScrollArea *>(viewport->parentWidget()) : nullptr;
    return area && area->widget() == widget;
}

} // namespace

FocusRing::FocusRing(QApplication *application) : QObject(application)
{
    connect(application, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::follow(QWidget *focused)
{
    if (m_focused)
        m_focused->removeEventFilter(this);
    for (const QPointer<QObject> &part : std::as_const(m_scrolled)) {
        if (part)
            part->removeEventFilter(this);
    }
    m_scrolled.clear();
    m_focused = focused;
    if (focused)
        focused->installEventFilter(this);
    for (QWidget *part = focused; part && !part->isWindow(); part = part->parentWidget()) {
        if (part != focused && isScrolled(part)) {
            part->installEventFilter(this);
            m_scrolled.append(part);
        }
    }
    if (!wantsRing(focused)) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame(focused);
    m_frame->setWidget(focused);
}

// A frame hides where its widget is out of sight when it gets the keyboard, and stays so when the widget comes to its place, or
// what it stands in is scrolled.
bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    const bool placed = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    const bool ours = watched == m_focused || m_scrolled.contains(watched);
    if (placed && ours && m_frame && m_frame->isHidden() && m_focused->isVisible()) {
        m_frame->setWidget(nullptr);
        m_frame->setWidget(m_focused);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace fireline::views
