// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panelframes.h"

#include "shell/paneldock.h"
#include "shell/panelwindow.h"
#include "shell/screenroom.h"

#include <QActionEvent>
#include <QApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QScreen>
#include <QTabWidget>

namespace fireline::views {

PanelFrames::PanelFrames(QMainWindow *window, QTabWidget *centre, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_main(window)
    , m_centre(centre)
    , m_theme(theme)
{
    window->installEventFilter(this);
}

void PanelFrames::add(const PanelDescriptor &panel)
{
    auto *dock = new PanelDock(panel, m_theme, m_main);
    dock->hide();
    m_docks.insert(panel.id, dock);
    // Qt leaves headers without a name (ux 2.13).
    for (QHeaderView *header : panel.widget->findChildren<QHeaderView *>()) {
        if (header->accessibleName().isEmpty())
            header->setAccessibleName(tr("Columns of %1").arg(panel.title));
    }
}

void PanelFrames::hold(const PanelDescriptor &panel, const PanelPlace &place)
{
    if (place.shown && place.ownWindow)
        toWindow(panel, place);
    else if (place.shown && place.area == PanelArea::Centre)
        toCentre(panel);
    else
        toDock(panel);
}

/// Out of window and centre; also where it waits while it is hidden.
void PanelFrames::toDock(const PanelDescriptor &panel)
{
    PanelDock *dock = m_docks[panel.id];
    if (dock->widget() == panel.widget && dock->isAncestorOf(panel.widget))
        return;
    if (const int page = m_centre->indexOf(panel.widget); page >= 0)
        m_centre->removeTab(page);
    PanelWindow *window = m_windows.take(panel.id);
    dock->setWidget(panel.widget);
    panel.widget->show();
    if (window) {
        window->hide();
        window->deleteLater();
    }
}

void PanelFrames::toCentre(const PanelDescriptor &panel)
{
    if (m_centre->indexOf(panel.widget) >= 0)
        return;
    toDock(panel);
    m_centre->addTab(panel.widget, panel.title);
}

void PanelFrames::toWindow(const PanelDescriptor &panel, const PanelPlace &place)
{
    if (m_windows.contains(panel.id))
        return;
    toDock(panel);
    auto *window = new PanelWindow(panel, m_main);
    m_windows.insert(panel.id, window);
    // The keys of the main window work here too.
    window->addActions(m_main->actions());
    connect(window, &PanelWindow::closedByPerson, this, [this, id = panel.id] { emit windowClosed(id); });
    connect(window, &PanelWindow::escapePressed, this, &PanelFrames::escapePressed);
    QRect wanted = place.ownGeometry;
    if (!wanted.isValid()) {
        wanted.setSize(panel.widget->sizeHint());
        wanted.moveCenter(m_main->geometry().center());
    }
    const QScreen *screen = QApplication::screenAt(wanted.center());
    window->setGeometry(clampedTo(wanted, screenRoom(screen ? *screen : *m_main->screen(), *window)));
    window->setVisible(m_main->isVisible());
}

bool PanelFrames::eventFilter(QObject *watched, QEvent *event)
{
    const bool comes = event->type() == QEvent::Show;
    const bool goes = event->type() == QEvent::Hide;
    if (watched == m_main && (comes || goes) && !event->spontaneous()) {
        for (PanelWindow *window : std::as_const(m_windows))
            window->setVisible(comes);
    }
    if (watched == m_main && event->type() == QEvent::ActionAdded) {
        for (PanelWindow *window : std::as_const(m_windows))
            window->addAction(static_cast<QActionEvent *>(event)->action());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace fireline::views
