// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QTableView>

#include <functional>

class QPushButton;

namespace fireline::views {

class Theme;
class TimeDisplay;
class TimelineDelegate;

/// The list of the timeline: rows of one height in one column. Stays at the end while it is there, else counts what came in.
/// Follows its current row through resets by the row's event. GUI thread; owned by the panel.
class TimelineView : public QTableView
{
    Q_OBJECT
public:
    TimelineView(Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// By event id; -1 where it is not shown.
    using RowFinder = std::function<int(const QString &)>;
    void setRowFinder(RowFinder finder) { m_rowFinder = std::move(finder); }

    void setNow(domain::Instant now);
    void setCompact(bool compact);
    [[nodiscard]] QModelIndex currentRow() const;
    /// Selected rows from top to bottom; the current one where none is selected.
    [[nodiscard]] QModelIndexList chosenRows() const;
    void goToRow(int row);
    void goToEnd();
    /// Scrolls to this row and leaves the current one; to the end where that shows it too.
    void bringIntoSight(int row);
    [[nodiscard]] bool isAtEnd() const;

signals:
    /// Enter on it, or a click on a head or on "outside the filter".
    void rowActivated(const QModelIndex &index);
    void copyRequested();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void applyTheme();
    void noteEnd();
    void noteNew(int first, int last);
    void takeIn(int first, int last);
    void restoreCurrent();
    void showNewCount();

    Theme &m_theme;
    TimelineDelegate *m_delegate;
    QPushButton *m_newer;
    RowFinder m_rowFinder;
    QString m_currentEvent;
    domain::Instant m_now;
    domain::Instant m_newUntil; ///< the last mark of a new row goes then
    bool m_wasAtEnd = true;
    int m_newCount = 0;
};

} // namespace fireline::views
