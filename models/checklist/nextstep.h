// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

namespace fireline::models {

/// What nextStepText() reads; references live for one call.
struct NextStepInput
{
    const domain::IncidentState &state;
    const domain::Process &process;
    const QList<domain::RunningClock> &clocks;
    domain::Instant now;
    QString profile;    ///< whose next step it is
    QString alert = {}; ///< the alert that stands beside it: what that says is not said twice
};

/// One sentence for the person at this console: "Next: Assign Scribe." For the first ten minutes it follows the lists and
/// gates of the process, then whatever of this person's is most urgent beside the alert (ux 2.8); of a resolved incident
/// first what is still open for others. Empty: nothing is next. Pure.
[[nodiscard]] QString nextStepText(const NextStepInput &input);

/// Keeps that sentence up to date for the status line. GUI thread; owned by the composition; the feed outlives it.
class NextStep : public QObject
{
    Q_OBJECT
public:
    explicit NextStep(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    /// The drill stops: from now on the sentence is what a real incident would still want.
    void endDrill();

signals:
    void textChanged(const QString &text);

private:
    void look();

    IncidentFeed &m_feed;
    QString m_text;
    bool m_drillOver = false;
};

} // namespace fireline::models
