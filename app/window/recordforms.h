// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

#include <QObject>

namespace fireline::views {
class MainWindow;
}

namespace fireline::window {

/// Leads to the form in which a record of the process is answered: what is read by somebody has its form among the status updates,
/// triage has its own. GUI thread; the window and the feed outlive it; panels are asked when they are needed.
class RecordForms : public QObject
{
    Q_OBJECT
public:
    RecordForms(const models::IncidentFeed &feed, views::MainWindow &window, QObject *parent = nullptr);

    /// A step of the checklist asks for them; once the panels are there.
    void followChecklist();
    /// Puts the keyboard into the form of this record, or of the update with this target; false where it has none.
    bool open(const QString &record);
    /// The same, or else the line is asked for.
    void answer(const QString &record, const QString &line);
    /// How the form is opened, in a sentence that begins with a blank; it is the one that the key opens from now on. Empty where
    /// there is none.
    [[nodiscard]] QString wayTo(const QString &form);

signals:
    /// The record has no form but the line.
    void entryRequested(const QString &line);

private:
    const models::IncidentFeed &m_feed;
    views::MainWindow &m_window;
};

} // namespace fireline::window
