// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/paneldocks.h"

#include "shell/dockplace.h"
#include "shell/docktabs.h"
#include "shell/paneldock.h"
#include "shell/panelframes.h"
#include "shell/panelview.h"
#include "shell/panelwindow.h"
#include "shell/perspectivelayouts.h"
#include "theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QScreen>
#include <QTabWidget>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

Qt::DockWidgetArea dockArea(PanelArea area)
{
    switch (area) {
    case PanelArea::Right: return Qt::RightDockWidgetArea;
    case PanelArea::Bottom: return Qt::BottomDockWidgetArea;
    case PanelArea::Top: return Qt::TopDockWidgetArea;
    case PanelArea::Left:
    case PanelArea::Centre: break;
    }
    return Qt::LeftDockWidgetArea;
}

} // namespace

PanelDocks::PanelDocks(QMainWindow *window, QTabWidget *centre, Theme &theme)
    : QObject(window)
    , m_window(window)
    , m_centre(centre)
    , m_frames(new PanelFrames(window, centre, theme, this))
    , m_tabs(new DockTabs(
          window, [this, &theme](const QString &title) { return iconOf(title, theme); }, this))
{
    window->setDockOptions(QMainWindow::AllowTabbedDocks);
    window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    for (const Qt::Corner corner : {Qt::TopLeftCorner, Qt::BottomLeftCorner})
        window->setCorner(corner, Qt::LeftDockWidgetArea);
    for (const Qt::Corner corner : {Qt::TopRightCorner, Qt::BottomRightCorner})
        window->setCorner(corner, Qt::RightDockWidgetArea);
    window->installEventFilter(this);
    connect(&theme, &Theme::changed, this, [this] {
        QTimer::singleShot(0, this, &PanelDocks::fitRoom);
        QTimer::singleShot(0, m_tabs, &DockTabs::refresh);
    });
    connect(m_frames, &PanelFrames::windowClosed, this, &PanelDocks::putBack);
    connect(m_frames, &PanelFrames::escapePressed, this, &PanelDocks::escapePressed);
    connect(window, &QMainWindow::tabifiedDockWidgetActivated, this, [this] {
        if (!m_roomy.isEmpty() || !m_large.isEmpty())
            QTimer::singleShot(0, this, &PanelDocks::resizeAreas);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { raiseFocused(now); });
}

PanelDocks::~PanelDocks() = default;

QIcon PanelDocks::iconOf(const QString &title, const Theme &theme) const
{
    const auto found = std::find_if(m_panels.cbegin(), m_panels.cend(), [&](const auto &panel) { return panel.title == title; });
    return found == m_panels.cend() || found->icon.isEmpty() ? QIcon() : theme.icon(found->icon);
}

void PanelDocks::add(const QList<PanelDescriptor> &panels)
{
    for (PanelDescriptor panel : panels) {
        if (!panel.firstFocus)
            panel.firstFocus = panel.widget;
        panel.widget = new PanelView(panel);
        m_panels.append(panel);
        m_frames->add(panel);
    }
    std::stable_sort(m_panels.begin(), m_panels.end(),
                     [](const PanelDescriptor &a, const PanelDescriptor &b) { return a.rank < b.rank; });
}

const PanelDescriptor *PanelDocks::panel(const QString &id) const
{
    const auto found = std::find_if(m_panels.cbegin(), m_panels.cend(), [&](const auto &panel) { return panel.id == id; });
    return found == m_panels.cend() ? nullptr : &*found;
}

PanelLayout PanelDocks::defaultLayout(Perspective perspective) const
{
    return deliveredLayout(perspective, m_panels);
}

PanelLayout PanelDocks::layout() const
{
    PanelLayout layout = m_layout;
    layout.raised = raisedNow();
    for (auto it = m_frames->windows().cbegin(); it != m_frames->windows().cend(); ++it)
        layout.places[it.key()].ownGeometry = it.value()->geometry();
    return layout;
}

void PanelDocks::apply(const PanelLayout &layout)
{
    m_layout = layout;
    for (const PanelDescriptor &panel : std::as_const(m_panels)) {
        if (!m_layout.places.contains(panel.id))
            m_layout.places.insert(panel.id, {panel.area, false, false, {}});
    }
    arrange();
}

void PanelDocks::move(const QString &id, PanelArea area)
{
    if (!panel(id))
        return;
    m_layout = layout();
    m_layout.places.insert(id, {area, true, false, {}});
    m_layout.raised.append(id);
    (area == PanelArea::Right ? m_layout.rightOpen : m_layout.leftOpen) = true;
    arrange();
}

void PanelDocks::moveToOwnWindow(const QString &id)
{
    if (!panel(id))
        return;
    m_layout = layout();
    PanelPlace &place = m_layout.places[id];
    place.shown = true;
    place.ownWindow = true;
    arrange();
}

void PanelDocks::hide(const QString &id)
{
    m_layout = layout();
    m_layout.places[id].shown = false;
    m_layout.places[id].ownWindow = false;
    arrange();
}

void PanelDocks::show(const QString &id)
{
    if (!panel(id))
        return;
    const PanelPlace now = place(id);
    if (!now.shown || !isOpen(now.area) || isGone(id)) {
        m_layout = layout();
        m_layout.places[id].shown = true;
        if (now.area == PanelArea::Left)
            m_layout.leftOpen = true;
        if (now.area == PanelArea::Right)
            m_layout.rightOpen = true;
        arrange();
    }
    if (PanelWindow *window = m_frames->window(id))
        window->raise();
    else if (placeNow(id).area == PanelArea::Centre)
        m_centre->setCurrentWidget(panel(id)->widget);
    else
        bringToFront(*m_window, *m_frames->dock(id));
}

/// Closed by other ways than ours: the layout does not know of it.
bool PanelDocks::isGone(const QString &id) const
{
    const PanelPlace now = placeNow(id);
    return now.shown && !now.ownWindow && now.area != PanelArea::Centre && m_frames->dock(id)->isHidden();
}

bool PanelDocks::focus(const QString &id)
{
    const PanelDescriptor *found = panel(id);
    if (!found)
        return false;
    show(id);
    if (PanelWindow *window = m_frames->window(id))
        window->activateWindow();
    QWidget *first = found->firstFocus ? found->firstFocus : found->widget;
    first->setFocus(Qt::ShortcutFocusReason);
    return true;
}

bool PanelDocks::isOpen(PanelArea side) const
{
    return side == PanelArea::Left ? m_layout.leftOpen : side != PanelArea::Right || m_layout.rightOpen;
}

/// Where there is one column, it holds what stands at either side.
bool PanelDocks::hasPanels(PanelArea area) const
{
    return isOpen(area) || (area == PanelArea::Left && m_room.columns == 1);
}

void PanelDocks::setOpen(PanelArea side, bool open)
{
    m_layout = layout();
    (side == PanelArea::Left ? m_layout.leftOpen : m_layout.rightOpen) = open;
    arrange();
}

QList<QWidget *> PanelDocks::visibleAt(PanelArea area) const
{
    QList<QWidget *> visible;
    if (!hasPanels(area))
        return visible;
    for (const PanelDescriptor &panel : shownAt(area)) {
        if (area == PanelArea::Centre ? panel.widget->isVisible() : isInFront(*m_window, *m_frames->dock(panel.id)))
            visible.append(panel.widget);
    }
    return visible;
}

void PanelDocks::setPanelMenu(const QString &id, QMenu *menu)
{
    m_frames->dock(id)->setPanelMenu(menu);
}

/// Shares hold for every size of window and text. Only a person who drags a separator changes them: what a large text forces a
/// panel to is not what anybody wanted.
bool PanelDocks::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Show) {
        connect(m_window->windowHandle(), &QWindow::screenChanged, this, &PanelDocks::fitRoom, Qt::UniqueConnection);
        QTimer::singleShot(0, this, &PanelDocks::fitRoom);
    }
    if (watched == m_window && event->type() == QEvent::Resize)
        QTimer::singleShot(0, this, &PanelDocks::fitRoom);
    if (watched == m_window && event->type() == QEvent::MouseButtonRelease)
        QTimer::singleShot(0, this, [this] { readShares(*m_window, openSides(), m_layout); });
    return QObject::eventFilter(watched, event);
}

void PanelDocks::arrange()
{
    QWidget *focused = QApplication::focusWidget();
    m_arranging = true;
    m_room = dockRoom(*m_window, m_layout);
    m_window->setUpdatesEnabled(false);
    for (PanelDock *dock : m_frames->docks())
        m_window->removeDockWidget(dock);
    for (const PanelDescriptor &panel : std::as_const(m_panels))
        m_frames->hold(panel, placeNow(panel.id));
    for (const PanelArea area : dockSides)
        arrangeArea(area);
    resizeAreas();
    for (const QString &id : std::as_const(m_layout.raised)) {
        if (PanelDock *dock = m_frames->dock(id))
            bringToFront(*m_window, *dock);
    }
    m_tabs->refresh();
    m_window->setUpdatesEnabled(true);
    m_arranging = false;
    if (focused && focused->isVisible())
        focused->setFocus();
    else if (focused)
        emit focusLost();
    QTimer::singleShot(0, m_tabs, &DockTabs::refresh); // Qt may fill the bars only when it lays the docks out
    emit arranged();
}

void PanelDocks::putBack(const QString &id)
{
    m_layout = layout();
    m_layout.places[id].ownWindow = false;
    arrange();
}

void PanelDocks::arrangeArea(PanelArea area)
{
    PanelDock *first = nullptr;
    PanelDock *second = nullptr;
    const QList<PanelDescriptor> shown = hasPanels(area) ? shownAt(area) : QList<PanelDescriptor>();
    for (const PanelDescriptor &panel : shown) {
        PanelDock *dock = m_frames->dock(panel.id);
        m_window->addDockWidget(dockArea(area), dock);
        if (!first) {
            first = dock;
        } else if (!second && (area == PanelArea::Left || area == PanelArea::Right) && m_room.twoHigh && !isFolded(panel.id)) {
            m_window->splitDockWidget(first, dock, Qt::Vertical);
            second = dock;
        } else {
            m_window->tabifyDockWidget(second ? second : first, dock);
        }
        dock->show();
    }
    if (second)
        bringToFront(*m_window, *second);
    else if (first)
        bringToFront(*m_window, *first);
}

/// A dock or a page behind a tab still takes the focus (ux 0.4): what has the keyboard must be in sight.
void PanelDocks::raiseFocused(QWidget *now)
{
    if (m_arranging || !now)
        return;
    for (int page = 0; page < m_centre->count(); ++page) {
        if (page != m_centre->currentIndex() && m_centre->widget(page)->isAncestorOf(now))
            m_centre->setCurrentIndex(page);
    }
    for (const PanelDescriptor &panel : std::as_const(m_panels)) {
        PanelDock *dock = m_frames->dock(panel.id);
        if (!dock->isAncestorOf(now))
            continue;
        if (!isInFront(*m_window, *dock))
            bringToFront(*m_window, *dock);
        if (std::exchange(m_current, panel.id) != panel.id)
            emit largeChanged();
        yieldRoom(panel.id);
    }
}

/// Where a panel stands with the room there is. A side that was closed hides its panels there too.
PanelPlace PanelDocks::placeNow(const QString &id) const
{
    PanelPlace now = place(id);
    const bool side = now.area == PanelArea::Left || now.area == PanelArea::Right;
    if ((now.area == PanelArea::Bottom || now.area == PanelArea::Top) && !m_room.twoHigh)
        now.area = PanelArea::Centre;
    if (isFolded(id)) {
        now.shown = now.shown && isOpen(now.area);
        now.area = now.area == PanelArea::Left ? PanelArea::Right : PanelArea::Left;
        return now;
    }
    if (!side || now.ownWindow || m_room.columns == 2)
        return now;
    now.shown = now.shown && isOpen(now.area);
    now.area = m_room.columns == 1 ? PanelArea::Left : PanelArea::Centre;
    return now;
}

/// Whether it is a tab of the other side's panels.
bool PanelDocks::isFolded(const QString &id) const
{
    const PanelPlace chosen = place(id);
    return m_room.folded && !chosen.ownWindow && chosen.area == *m_room.folded;
}

QList<PanelDescriptor> PanelDocks::shownAt(PanelArea area) const
{
    QList<PanelDescriptor> shown;
    for (const PanelDescriptor &panel : m_panels) {
        const PanelPlace where = placeNow(panel.id);
        if (where.shown && !where.ownWindow && where.area == area)
            shown.append(panel);
    }
    std::stable_partition(shown.begin(), shown.end(), [this](const PanelDescriptor &panel) { return !isFolded(panel.id); });
    return shown;
}

QStringList PanelDocks::raisedNow() const
{
    QStringList raised;
    for (const PanelArea area : dockSides) {
        for (const PanelDescriptor &panel : shownAt(area)) {
            if (hasPanels(area) && isInFront(*m_window, *m_frames->dock(panel.id))
                && !m_window->tabifiedDockWidgets(m_frames->dock(panel.id)).isEmpty())
                raised.append(panel.id);
        }
    }
    return raised;
}

} // namespace fireline::views
