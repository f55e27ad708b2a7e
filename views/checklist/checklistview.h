// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace fireline::views {

/// The tree of lists and steps: Space ticks, Enter does, Alt+Up and Alt+Down go from step to step. GUI thread; made by its
/// panel.
class ChecklistView : public QTreeView
{
    Q_OBJECT
public:
    explicit ChecklistView(QWidget *parent = nullptr);

    /// The next step in that direction, across lists; the current row where there is none.
    void moveStep(bool down);
    /// Letters are commands here, not the beginning of a step's text.
    void keyboardSearch(const QString &) override { }
    /// Opens what is to be worked on and closes what is done or not begun.
    void expandOpen(int firstRow, int lastRow);

signals:
    void toggleRequested(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace fireline::views
