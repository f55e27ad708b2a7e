// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace fireline::backend {
struct BackendAddress;
}

namespace fireline::domain {
struct Problem;
} // namespace fireline::domain
namespace fireline::views {
class MainWindow;
class QuickEntry;
class Strip;
class TimeDisplay;
} // namespace fireline::views

namespace fireline::window {

class AsideDesk;
class CommandDesk;
class ContestDesk;
class IncidentController;
class IncidentSharing;
class PreferencesDesk;
class RefusalTray;

/// What a person sees and does of the shared backend in an incident's window: begins it where the file belongs to one, F5, the
/// strip's word for it, and what was not taken. GUI thread; owned by the window.
class ExchangeDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        IncidentController &incident;
        views::MainWindow &window;
        views::Strip &strip;
        const PreferencesDesk &preferences;
        CommandDesk &desk;
        const views::TimeDisplay &times;
        const views::QuickEntry &entry;
    };

    ExchangeDesk(const Parts &parts, QObject *parent);

    void addActions();
    /// Begins the exchange of a file that belongs to a backend.
    void begin();

signals:
    void settingsRequested();
    /// A line for quick entry, with the cursor at its end.
    void entryRequested(const QString &line);

private:
    [[nodiscard]] QString whyNot() const;
    void press();
    void connectTo(bool adopt);
    void askPassword(const backend::BackendAddress &address, bool adopt);
    void sayNotConnected(const domain::Problem &problem);
    void offer();
    void showState();
    void showSkew(domain::Span skew);
    void watchPending();
    void showPending();
    void offerPrivacy();
    void askWhichCounts(const domain::Problem &problem);
    void sayWentBack(int onlyHere);
    void sayLooksOnly();

    Parts m_parts;
    IncidentSharing &m_sharing;
    RefusalTray &m_tray;
    ContestDesk &m_contests;
    AsideDesk &m_aside;
    domain::Span m_skew; ///< of the two clocks, as it was last said
    QStringList m_told;  ///< what is pending, as it was last said
    bool m_privacyOffered = false;
    bool m_looksOnly = false; ///< as it was last said
    int m_asked = 0;          ///< how often the password store was
    bool m_waits = false;     ///< for its answer
    bool m_adopts = false;    ///< what is begun by that answer puts the file's record on the backend
    QTimer m_pendingLater;    ///< most often the backend has answered before anybody could read that it has to
};

} // namespace fireline::window
