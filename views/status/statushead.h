// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <utility>

class QLabel;

namespace fireline::domain {
struct Instant;
}

namespace fireline::models {
struct StatusPage;
}

namespace fireline::views {

class ChipLabel;
class Theme;
class TimeDisplay;

/// Says of the update at hand how far it is, who wrote it, who has to approve it, and what came of the last deed. GUI thread;
/// owned by the status panel; theme and times outlive it.
class StatusHead : public QWidget
{
    Q_OBJECT
public:
    StatusHead(Theme &theme, TimeDisplay &times, QWidget *parent);

    /// `firstDue` is set where nothing was ever said to this audience.
    void show(const models::StatusPage &page, domain::Instant firstDue);
    /// Few words where the room is for what is written: whom it is for stands right above then. True where it has to be shown anew.
    [[nodiscard]] bool setBrief(bool brief) { return std::exchange(m_brief, brief) != brief; }
    /// What came of the last deed; empty hides it.
    void setNotice(const QString &text);

private:
    [[nodiscard]] QString headText(const models::StatusPage &page, domain::Instant firstDue) const;
    [[nodiscard]] QString approvalText(const models::StatusPage &page) const;

    Theme &m_theme;
    TimeDisplay &m_times;
    ChipLabel *m_state;
    QLabel *m_head;
    QLabel *m_approval;
    QLabel *m_notice;
    bool m_brief = false;
};

} // namespace fireline::views
