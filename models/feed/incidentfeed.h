// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"
#include "core/event.h"
#include "process/process.h"
#include "state/incidentstate.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace fireline::models {

/// Whether an event is on the disk.
enum class Saved {
    Saving,      ///< handed to the store thread
    Saved,       ///< survives a power cut
    NotSaved,    ///< the disk refused it; it stays in sight (decisions 15)
    Unconfirmed, ///< on the disk; a shared backend that could still refuse it has not shown it yet (decisions 5)
};

/// Where the record as a whole stands on its way to the disk. A value.
struct SaveStatus
{
    int saving = 0;                         ///< events on their way
    int notSaved = 0;                       ///< events that the disk refused
    domain::Instant lastSaved;              ///< unset before the first
    std::optional<domain::Problem> problem; ///< why something is not saved
    bool readOnly = false;                  ///< opened to look only
};

/// What every model is fed with: the state of one incident, and what just changed in it. The only thing that item models
/// know of the program around them. GUI thread; owned by whoever composes the window, outlives the models.
class IncidentFeed : public QObject
{
    Q_OBJECT
public:
    explicit IncidentFeed(QObject *parent = nullptr);
    ~IncidentFeed() override;

    [[nodiscard]] virtual const domain::IncidentState &state() const = 0;
    [[nodiscard]] virtual const domain::Process &process() const = 0;
    /// As of the last event or tick; the most urgent first.
    [[nodiscard]] virtual const QList<domain::RunningClock> &clocks() const = 0;
    [[nodiscard]] virtual domain::Instant now() const = 0;
    /// Who works at this console.
    [[nodiscard]] virtual QString profile() const = 0;
    [[nodiscard]] virtual Saved saved(const QString &eventId) const = 0;
    [[nodiscard]] virtual SaveStatus saveStatus() const = 0;

signals:
    /// Another incident, or everything read anew: models reset.
    void reset();
    /// These events were folded into the state, in this order; clocks() is up to date.
    void applied(const QList<domain::Event> &events);
    /// saved() of these events changed.
    void savedChanged(const QStringList &eventIds);
    /// Once a second, on the second, while the window can be seen. clocks() is up to date.
    void ticked();
};

} // namespace fireline::models
