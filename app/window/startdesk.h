// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "start/declarerequest.h"
#include "start/drillsmodel.h"
#include "start/firingmodel.h"
#include "start/hitsmodel.h"
#include "start/recentmodel.h"
#include "text/timedisplay.h"

#include <QObject>

#include <memory>

namespace fireline::views {
class ActionRegistry;
class StartWindow;
} // namespace fireline::views

namespace fireline::window {

class BackendShelf;
class WindowProgram;

/// The start window with what stands in it: fills its lists from the register, the drills and the processes, and passes on
/// what is asked for. GUI thread; owned by the program.
class StartDesk : public QObject
{
    Q_OBJECT
public:
    explicit StartDesk(WindowProgram &program);
    ~StartDesk() override;

    /// With lists as they are now.
    void show();
    void hide();
    /// The keyboard to the list of drills.
    void chooseDrill();

    /// Shows it with what an alert says, to be declared.
    void offer(const models::DeclarationOffer &offer);
    /// What is recorded behind a declaration that was offered so: the links, and the impact's start where it was confirmed.
    [[nodiscard]] QList<domain::Command> behind(const models::DeclareRequest &request) const;

    void refused(const domain::Problem &problem);
    void declared();
    void tell(const domain::Problem &problem);

protected:
    /// Whoever comes back to the window sees what became of incidents meanwhile, in other programs too.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectWindow();
    void connectFirstRun();
    void fill();
    void showIncidents();
    void watchBackend();
    void open(const QString &path);
    void fillDrills();
    void search(const QString &words);

    WindowProgram &m_program;
    views::TimeDisplay m_times;
    QList<models::RecentIncident> m_known; ///< in files here
    std::unique_ptr<BackendShelf> m_backend;
    models::RecentModel m_recent;
    models::HitsModel m_hits;
    models::DrillsModel m_drills;
    models::FiringModel m_firing;
    models::DeclarationOffer m_offer; ///< the last one
    std::unique_ptr<views::StartWindow> m_window;
    views::ActionRegistry *m_actions; ///< the window's
};

} // namespace fireline::window
