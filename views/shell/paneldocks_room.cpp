// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dockplace.h"
#include "shell/paneldock.h"
#include "shell/paneldocks.h"
#include "shell/panelframes.h"

#include <QMainWindow>
#include <QTimer>

// How the docks share the room there is.
namespace fireline::views {

/// The text became larger or smaller, the window did, or it came to another screen.
void PanelDocks::fitRoom()
{
    if (dockRoom(*m_window, m_layout) == m_room) {
        resizeAreas();
        return;
    }
    m_layout = layout();
    arrange();
}

void PanelDocks::resizeAreas()
{
    applyShares(*m_window, openSides(), m_layout);
}

QList<DockedSide> PanelDocks::openSides() const
{
    QList<DockedSide> open;
    for (const PanelArea area : dockSides) {
        DockedSide side{area, {}};
        for (const PanelDescriptor &panel : shownAt(area)) {
            if (!isFolded(panel.id))
                side.docks.append(m_frames->dock(panel.id));
        }
        // Those behind a tab have the size of when they were seen last.
        const bool stacked = m_room.twoHigh && (area == PanelArea::Left || area == PanelArea::Right);
        for (qsizetype i = 1; i < side.docks.size(); ++i) {
            if (!isInFront(*m_window, *side.docks.at(i)))
                continue;
            side.docks.move(i, stacked ? 1 : 0);
            break;
        }
        if (!stacked)
            side.docks = side.docks.first(qMin(qsizetype(1), side.docks.size()));
        if (side.docks.size() > 1)
            side.leastUpper = leastHeight(side.docks.first());
        if (!side.docks.isEmpty())
            side.least = leastHeight(side.docks.at(side.docks.size() > 1 ? 1 : 0));
        if (hasPanels(area) && !side.docks.isEmpty())
            open.append(side);
    }
    return open;
}

/// That it is given now, in pixels; 0: its share alone.
int PanelDocks::leastHeight(const QDockWidget *dock) const
{
    int least = 0;
    if (dock == m_frames->dock(m_roomy) && !m_yielding.contains(m_roomy))
        least = m_lines * m_window->fontMetrics().lineSpacing();
    if (dock == m_frames->dock(m_large) && !m_yielding.contains(m_large))
        least = m_window->height();
    return least;
}

void PanelDocks::giveRoom(const QString &id, int lines)
{
    m_yielding.removeAll(m_roomy);
    m_roomy = lines > 0 ? id : QString();
    m_lines = lines;
    resizeAreas();
}

void PanelDocks::setLarge(const QString &id, bool large)
{
    if (large == isLarge(id))
        return;
    m_yielding.removeAll(m_large);
    m_large = large ? id : QString();
    resizeAreas();
    emit largeChanged();
}

QString PanelDocks::whyNotLarge(const QString &id) const
{
    if (id.isEmpty())
        return tr("No panel had the keyboard yet. Go to one first: F6.");
    const PanelPlace now = placeNow(id);
    if (!panel(id) || !now.shown || !isOpen(now.area))
        return tr("The panel is not in sight.");
    if (now.ownWindow)
        return tr("The panel has a window of its own: make that larger.");
    const bool beside = (now.area == PanelArea::Left || now.area == PanelArea::Right) && shownAt(now.area).size() < 2;
    return beside || now.area == PanelArea::Centre ? tr("The panel has all the height there is.") : QString();
}

/// To the panel of its side that has the keyboard.
void PanelDocks::yieldRoom(const QString &focused)
{
    const QStringList before = m_yielding;
    for (const QString &id : {m_roomy, m_large}) {
        if (id.isEmpty() || placeNow(focused).area != placeNow(id).area)
            continue;
        m_yielding.removeAll(id);
        if (focused != id)
            m_yielding.append(id);
    }
    if (m_yielding != before)
        QTimer::singleShot(0, this, &PanelDocks::resizeAreas);
}

} // namespace fireline::views
