// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dockplace.h"
#include "shell/paneldock.h"
#include "shell/paneldocks.h"
#include "shell/panelframes.h"

#include <QMainWindow>
#include <QTimer>

#include <utility>

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
        for (qsizetype i = 1; i < side.docks.size(); ++i) {
            if (!isInFront(*m_window, *side.docks.at(i)))
                continue;
            if (side.docks.at(i) == m_frames->dock(m_roomy) && !m_yields)
                side.least = m_lines * m_window->fontMetrics().lineSpacing();
            side.docks.move(i, 1);
            break;
        }
        if (!m_room.twoHigh)
            side.docks = side.docks.first(qMin(qsizetype(1), side.docks.size()));
        if (hasPanels(area) && !side.docks.isEmpty())
            open.append(side);
    }
    return open;
}

void PanelDocks::giveRoom(const QString &id, int lines)
{
    m_roomy = lines > 0 ? id : QString();
    m_lines = lines;
    m_yields = false;
    resizeAreas();
}

void PanelDocks::yieldRoom(const QString &focused)
{
    if (m_roomy.isEmpty() || placeNow(focused).area != placeNow(m_roomy).area)
        return;
    if (const bool yields = focused != m_roomy; std::exchange(m_yields, yields) != yields)
        QTimer::singleShot(0, this, &PanelDocks::resizeAreas);
}

} // namespace fireline::views
