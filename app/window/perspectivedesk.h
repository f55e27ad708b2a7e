// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paneldescriptor.h"
#include "timeline/timelinequery.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace fireline::models {
class IncidentFeed;
}

namespace fireline::views {
class MainWindow;
class QuickEntry;
class TimelinePanel;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;

/// What a perspective means beside its layout: which entries the timeline shows, how high quick entry is, whether anything may
/// be written; and which one is shown to who took a role. Changes what is seen, never what is recorded. GUI thread; owned by
/// the incident's window.
class PerspectiveDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        models::IncidentFeed &feed;
        views::MainWindow &window;
        views::TimelinePanel &timeline;
        views::QuickEntry &entry;
        CommandDesk &desk;
    };

    explicit PerspectiveDesk(const Parts &parts, QObject *parent = nullptr);

    /// That of a role which is held already, where no kept layout says otherwise.
    void begin(bool layoutKept);
    /// What the timeline shows in a perspective before anybody asks for something else; none: everything.
    [[nodiscard]] static models::TimelineChips chipsOf(views::Perspective perspective);
    /// The filters that differ from that, to be kept for the next run: "command=63", one a line.
    [[nodiscard]] QString filters() const;
    void setFilters(const QString &lines);

private:
    void show(views::Perspective perspective);
    void follow();
    [[nodiscard]] QSet<QString> heldRoles() const;

    Parts m_parts;
    QSet<QString> m_held;
    views::Perspective m_shown;
    QHash<views::Perspective, models::TimelineChips> m_chips; ///< as the person left them
};

} // namespace fireline::window
