// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/paneldocks.h"

#include "shell/paneldock.h"
#include "shell/panelwindow.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QScreen>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr std::array sides{PanelArea::Left, PanelArea::Right, PanelArea::Bottom};

Qt::DockWidgetArea dockArea(PanelArea area)
{
    switch (area) {
    case PanelArea::Right: return Qt::RightDockWidgetArea;
    case PanelArea::Bottom: return Qt::BottomDockWidgetArea;
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
    , m_theme(theme)
{
    window->setDockOptions(QMainWindow::AllowTabbedDocks);
    window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    window->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { raiseFocused(now); });
}

PanelDocks::~PanelDocks() = default;

void PanelDocks::add(const QList<PanelDescriptor> &panels)
{
    for (const PanelDescriptor &panel : panels) {
        m_panels.append(panel);
        auto *dock = new PanelDock(panel, m_theme, m_window);
        dock->hide();
        m_docks.insert(panel.id, dock);
    }
}

const PanelDescriptor *PanelDocks::panel(const QString &id) const
{
    const auto found = std::find_if(m_panels.cbegin(), m_panels.cend(), [&](const auto &panel) { return panel.id == id; });
    return found == m_panels.cend() ? nullptr : &*found;
}

PanelLayout PanelDocks::defaultLayout(Perspective perspective) const
{
    PanelLayout layout;
    for (const PanelDescriptor &panel : m_panels)
        layout.places.insert(panel.id, {panel.area, panel.shownIn.contains(perspective), false, {}});
    return layout;
}

PanelLayout PanelDocks::layout() const
{
    PanelLayout layout = m_layout;
    layout.raised = raisedNow();
    for (auto it = m_windows.cbegin(); it != m_windows.cend(); ++it)
        layout.places[it.key()].ownGeometry = it.value()->geometry();
    if (m_window->isVisible())
        readSizes(layout);
    return layout;
}

void PanelDocks::readSizes(PanelLayout &layout) const
{
    const auto share = [](int part, int whole) { return whole > 0 ? part * 1000 / whole : 0; };
    for (const PanelArea area : sides) {
        const QList<PanelDescriptor> shown = shownAt(area);
        if (shown.isEmpty() || !isOpen(area))
            continue;
        const QSize size = m_docks[shown.first().id]->size();
        const int width = share(size.width(), m_window->width());
        if (area == PanelArea::Bottom) {
            layout.bottomShare = share(size.height(), m_window->height());
            continue;
        }
        (area == PanelArea::Left ? layout.leftShare : layout.rightShare) = width;
        if (shown.size() < 2)
            continue;
        const int lower = m_docks[shown.at(1).id]->height();
        (area == PanelArea::Left ? layout.leftUpperShare : layout.rightUpperShare) = share(size.height(), size.height() + lower);
    }
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
    if (!now.shown || !isOpen(now.area)) {
        m_layout = layout();
        m_layout.places[id].shown = true;
        if (now.area == PanelArea::Left)
            m_layout.leftOpen = true;
        if (now.area == PanelArea::Right)
            m_layout.rightOpen = true;
        arrange();
    }
    if (PanelWindow *window = m_windows.value(id))
        window->raise();
    else if (now.area == PanelArea::Centre)
        m_centre->setCurrentWidget(panel(id)->widget);
    else
        m_docks[id]->raise();
}

bool PanelDocks::focus(const QString &id)
{
    const PanelDescriptor *found = panel(id);
    if (!found)
        return false;
    show(id);
    if (PanelWindow *window = m_windows.value(id))
        window->activateWindow();
    QWidget *first = found->firstFocus ? found->firstFocus : found->widget;
    first->setFocus(Qt::ShortcutFocusReason);
    return true;
}

bool PanelDocks::isOpen(PanelArea side) const
{
    return side == PanelArea::Left ? m_layout.leftOpen : side != PanelArea::Right || m_layout.rightOpen;
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
    if (!isOpen(area))
        return visible;
    for (const PanelDescriptor &panel : shownAt(area)) {
        if (area == PanelArea::Centre ? panel.widget->isVisible() : isInFront(m_docks[panel.id]))
            visible.append(panel.widget);
    }
    return visible;
}

void PanelDocks::setPanelMenu(const QString &id, QMenu *menu)
{
    m_docks[id]->setPanelMenu(menu);
}

/// Sizes mean nothing before the window has its own.
bool PanelDocks::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Show)
        QTimer::singleShot(0, this, &PanelDocks::resizeAreas);
    return QObject::eventFilter(watched, event);
}

void PanelDocks::arrange()
{
    QWidget *focused = QApplication::focusWidget();
    m_arranging = true;
    m_window->setUpdatesEnabled(false);
    for (PanelDock *dock : std::as_const(m_docks))
        m_window->removeDockWidget(dock);
    for (const PanelDescriptor &panel : std::as_const(m_panels))
        hold(panel, m_layout.places.value(panel.id));
    for (const PanelArea area : sides)
        arrangeArea(area);
    arrangeCentre();
    resizeAreas();
    for (const QString &id : std::as_const(m_layout.raised)) {
        if (PanelDock *dock = m_docks.value(id))
            dock->raise();
    }
    nameTabBars();
    m_window->setUpdatesEnabled(true);
    m_arranging = false;
    if (focused && focused->isVisible())
        focused->setFocus();
    else if (focused)
        emit focusLost();
    // Qt makes some tab bars only when it lays the docks out.
    QTimer::singleShot(0, this, &PanelDocks::nameTabBars);
    emit arranged();
}

/// The widget goes into the frame that its place asks for, out of whatever held it before.
void PanelDocks::hold(const PanelDescriptor &panel, const PanelPlace &place)
{
    PanelDock *dock = m_docks[panel.id];
    const bool inWindow = place.shown && place.ownWindow;
    const bool inCentre = place.shown && !inWindow && place.area == PanelArea::Centre;
    if (PanelWindow *window = m_windows.value(panel.id); window && !inWindow) {
        m_windows.remove(panel.id);
        dock->setWidget(window->takePanel());
        window->hide();
        window->deleteLater();
    }
    if (const int page = m_centre->indexOf(panel.widget); page >= 0 && !inCentre) {
        m_centre->removeTab(page);
        dock->setWidget(panel.widget);
    }
    if (inWindow)
        openWindow(panel, place);
}

void PanelDocks::openWindow(const PanelDescriptor &panel, const PanelPlace &place)
{
    if (m_windows.contains(panel.id))
        return;
    const int page = m_centre->indexOf(panel.widget);
    if (page >= 0)
        m_centre->removeTab(page);
    auto *window = new PanelWindow(panel, m_window);
    m_windows.insert(panel.id, window);
    // The keys of the main window work here too.
    window->addActions(m_window->actions());
    connect(window, &PanelWindow::closedByPerson, this, [this, id = panel.id] { putBack(id); });
    connect(window, &PanelWindow::escapePressed, this, &PanelDocks::escapePressed);
    const QRect wanted = place.ownGeometry.isValid() ? place.ownGeometry : QRect(m_window->pos(), panel.widget->sizeHint());
    const QScreen *screen = QApplication::screenAt(wanted.center());
    window->setGeometry(clampedTo(wanted, (screen ? screen : m_window->screen())->availableGeometry()));
    window->show();
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
    const QList<PanelDescriptor> shown = isOpen(area) ? shownAt(area) : QList<PanelDescriptor>();
    for (const PanelDescriptor &panel : shown) {
        PanelDock *dock = m_docks[panel.id];
        m_window->addDockWidget(dockArea(area), dock);
        if (!first) {
            first = dock;
        } else if (!second && area != PanelArea::Bottom) {
            m_window->splitDockWidget(first, dock, Qt::Vertical);
            second = dock;
        } else {
            m_window->tabifyDockWidget(second ? second : first, dock);
        }
        dock->show();
    }
    if (second)
        second->raise();
    else if (first)
        first->raise();
}

void PanelDocks::arrangeCentre()
{
    for (const PanelDescriptor &panel : shownAt(PanelArea::Centre)) {
        if (m_centre->indexOf(panel.widget) < 0)
            m_centre->addTab(panel.widget, panel.title);
    }
}

void PanelDocks::resizeAreas()
{
    for (const PanelArea area : sides) {
        const QList<PanelDescriptor> shown = isOpen(area) ? shownAt(area) : QList<PanelDescriptor>();
        if (shown.isEmpty())
            continue;
        QDockWidget *first = m_docks[shown.first().id];
        if (area == PanelArea::Bottom) {
            m_window->resizeDocks({first}, {m_window->height() * m_layout.bottomShare / 1000}, Qt::Vertical);
            continue;
        }
        const bool left = area == PanelArea::Left;
        const int share = left ? m_layout.leftShare : m_layout.rightShare;
        const int upper = left ? m_layout.leftUpperShare : m_layout.rightUpperShare;
        m_window->resizeDocks({first}, {m_window->width() * share / 1000}, Qt::Horizontal);
        if (shown.size() > 1)
            m_window->resizeDocks({first, m_docks[shown.at(1).id]}, {upper, 1000 - upper}, Qt::Vertical);
    }
}

/// A dock behind a tab still takes the focus (ux 0.4): what has the keyboard must be in sight.
void PanelDocks::raiseFocused(QWidget *now)
{
    if (m_arranging || !now)
        return;
    for (PanelDock *dock : std::as_const(m_docks)) {
        if (dock->isAncestorOf(now) && !isInFront(dock))
            dock->raise();
    }
}

void PanelDocks::nameTabBars()
{
    for (QTabBar *bar : m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        QStringList titles;
        for (int i = 0; i < bar->count(); ++i)
            titles.append(bar->tabText(i));
        bar->setObjectName(u"panelTabs"_s);
        bar->setAccessibleName(tr("Panels that share a place: %1").arg(QLocale().createSeparatedList(titles)));
        bar->setToolTip(bar->accessibleName());
    }
}

QList<PanelDescriptor> PanelDocks::shownAt(PanelArea area) const
{
    QList<PanelDescriptor> shown;
    for (const PanelDescriptor &panel : m_panels) {
        const PanelPlace where = place(panel.id);
        if (where.shown && !where.ownWindow && where.area == area)
            shown.append(panel);
    }
    return shown;
}

QStringList PanelDocks::raisedNow() const
{
    QStringList raised;
    for (const PanelArea area : sides) {
        for (const PanelDescriptor &panel : shownAt(area)) {
            if (isOpen(area) && isInFront(m_docks[panel.id]) && !m_window->tabifiedDockWidgets(m_docks[panel.id]).isEmpty())
                raised.append(panel.id);
        }
    }
    return raised;
}

bool PanelDocks::isInFront(const PanelDock *dock) const
{
    for (const QTabBar *bar : m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i) == dock->windowTitle())
                return i == bar->currentIndex();
        }
    }
    return true;
}

} // namespace fireline::views
