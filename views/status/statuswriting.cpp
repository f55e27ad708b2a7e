// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statuswriting.h"

#include "status/statusdesk.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace fireline::views {

StatusWriting::StatusWriting(models::StatusDesk &desk, QWidget &form, QWidget &panel)
    : QObject(&panel)
    , m_desk(desk)
    , m_form(form)
    , m_panel(panel)
{
    connect(
        qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); }, Qt::QueuedConnection);
    connect(&desk, &models::StatusDesk::changed, this, [this] {
        if (!m_writing && m_desk.page().typed)
            follow(QApplication::focusWidget());
    });
}

// A list that drops down, or another window, is no place to go on to.
void StatusWriting::follow(QWidget *focused)
{
    if (!focused || focused != QApplication::focusWidget() || focused->window() != m_panel.window())
        return;
    if (QApplication::mouseButtons() != Qt::NoButton) // nothing moves away from under what is being clicked
        return qApp->installEventFilter(this);
    if (m_form.isAncestorOf(focused))
        set(true);
    else if (!m_panel.isAncestorOf(focused) && !m_desk.page().typed)
        set(false);
}

bool StatusWriting::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        qApp->removeEventFilter(this);
        QTimer::singleShot(0, this, [this] { follow(QApplication::focusWidget()); });
    }
    return QObject::eventFilter(watched, event);
}

void StatusWriting::set(bool writing)
{
    if (std::exchange(m_writing, writing) != writing)
        emit changed(writing);
}

} // namespace fireline::views
