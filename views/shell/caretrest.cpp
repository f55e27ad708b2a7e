// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/caretrest.h"

#include <QApplication>
#include <QEvent>

#include <utility>

namespace fireline::views {

CaretRest::CaretRest(std::chrono::milliseconds after, QObject *parent) : QObject(parent)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(after);
    connect(&m_idle, &QTimer::timeout, this, &CaretRest::rest);
    qApp->installEventFilter(this);
    m_idle.start();
}

CaretRest::~CaretRest()
{
    wake();
}

bool CaretRest::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::FocusIn:
        wake();
        m_idle.start();
        break;
    default: break;
    }
    return false;
}

void CaretRest::rest()
{
    m_flashTime = QApplication::cursorFlashTime();
    if (m_flashTime > 0)
        QApplication::setCursorFlashTime(0);
}

void CaretRest::wake()
{
    if (const int time = std::exchange(m_flashTime, 0); time > 0)
        QApplication::setCursorFlashTime(time);
}

} // namespace fireline::views
