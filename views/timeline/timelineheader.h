// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinequery.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace fireline::views {

class Theme;
class TimeDisplay;

/// What stands above the timeline: chips, the filter's field, the zone, the way into the past, and how much the filter hides.
/// GUI thread; owned by the panel.
class TimelineHeader : public QWidget
{
    Q_OBJECT
public:
    TimelineHeader(Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    /// Shows this query; says nothing of it.
    void setQuery(const models::TimelineQuery &query);
    void setCounts(int shown, int total);
    /// What the perspective shows, so that what is hidden can be laid to it; none: everything.
    void setPerspectiveChips(models::TimelineChips chips);
    void setInPast(bool past);
    void focusFilter();
    /// "bo" of "@bo restarted", and the rest of the words.
    static void readFilter(const QString &typed, models::TimelineQuery &query);

signals:
    /// Chips, text and person as they are asked for now; the moment is not the header's.
    void queryEdited(const fireline::models::TimelineQuery &query);
    void clearRequested();
    void pastRequested(bool past);

private:
    void addChip(QLayout *layout, models::TimelineChip chip, const QString &name, const QString &text, const QString &help);
    void addChips(QLayout *layout);
    void addTools(QLayout *layout);
    void addStatus(QLayout *layout);
    void edited();
    void showZone();
    void showCounts();

    Theme &m_theme;
    TimeDisplay &m_times;
    QHash<models::TimelineChip, QToolButton *> m_chips;
    QToolButton *m_all = nullptr;
    QToolButton *m_zone = nullptr;
    QToolButton *m_past = nullptr;
    QLineEdit *m_filter = nullptr;
    QWidget *m_status = nullptr;
    QLabel *m_counts = nullptr;
    QPushButton *m_clear = nullptr;
    models::TimelineChips m_perspective;
    models::TimelineQuery m_query;
    int m_shown = 0;
    int m_total = 0;
};

} // namespace fireline::views
