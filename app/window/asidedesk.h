// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/records.h"

#include <QObject>

namespace fireline::views {
class MainWindow;
}

namespace fireline::window {

class IncidentController;
class IncidentSharing;

/// What is in the file and counts in no state: told to the panel that lists it. GUI thread; owned by the window.
class AsideDesk : public QObject
{
    Q_OBJECT
public:
    /// The panel is one of the window's.
    AsideDesk(IncidentController &incident, views::MainWindow &window, QObject *parent);

    /// The panel, and the keyboard in it.
    void show();

signals:
    /// It is to be entered again.
    void againRequested(const QString &eventId);

private:
    void follow();

    IncidentController &m_incident;
    views::MainWindow &m_window;
};

/// The rows of the timeline that the backend refused: struck through, with the reason.
[[nodiscard]] QList<domain::Entry> refusedEntries(IncidentController &incident);

} // namespace fireline::window
