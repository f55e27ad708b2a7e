// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "status/statuspage.h"

#include <QWidget>

#include <utility>

class QLabel;

namespace fireline::domain {
struct Instant;
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
    /// What came of the last deed, with the page it left; goes when another draft is shown or a word is typed.
    void tell(const QString &text, const models::StatusPage &page);

private:
    struct Draft
    {
        QString target;
        QString id;
        models::StatusWords words;
        bool operator==(const Draft &) const = default;
    };
    [[nodiscard]] QString headText(const models::StatusPage &page, domain::Instant firstDue) const;
    [[nodiscard]] QString approvalText(const models::StatusPage &page) const;

    Theme &m_theme;
    TimeDisplay &m_times;
    ChipLabel *m_state;
    QLabel *m_head;
    QLabel *m_approval;
    QLabel *m_notice;
    Draft m_told; ///< what the notice is about
    bool m_brief = false;
};

} // namespace fireline::views
