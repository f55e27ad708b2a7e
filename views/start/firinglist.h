// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxalert.h"

#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QModelIndex;

namespace fireline::views {

struct StartRow;
class Theme;
class TimeDisplay;

/// What fires now, and who says so: Enter takes it into the form for a new incident. Out of sight while nothing does and nobody is set up
/// to say it, until somebody asks. GUI thread; part of the start window.
class FiringList : public QWidget
{
    Q_OBJECT
public:
    FiringList(QAbstractItemModel *firing, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    /// What they said last; none where none is set up.
    void setSources(const QList<models::SourceReading> &readings);
    /// Where nothing fires it says so, or why that is not known, marked for a moment, and the keyboard stays where it is.
    void focusList();

signals:
    void declareRequested(const QModelIndex &alert);

private:
    [[nodiscard]] StartRow row(const QModelIndex &index) const;
    [[nodiscard]] QString stateText() const;
    void refresh();
    void restyle();
    void showMark();

    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_heading;
    QLabel *m_state;
    QListView *m_list;
    QList<models::SourceReading> m_readings;
    QTimer m_mark;         ///< runs while the state is marked as the answer to a key
    bool m_wanted = false; ///< somebody asked what fires
};

} // namespace fireline::views
