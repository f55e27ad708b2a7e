// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace fireline::views {

/// The pieces of an open playbook: Space ticks, Enter does what the row is for, Esc or Backspace goes back. GUI thread; made by
/// its panel.
class PlaybookView : public QListView
{
    Q_OBJECT
public:
    explicit PlaybookView(QWidget *parent = nullptr);

    /// Letters are commands here, not the beginning of a text.
    void keyboardSearch(const QString &) override { }
    /// The step that is next, else the first row.
    void selectNext();
    /// The step above or below the current row, past what is not a step.
    void moveStep(bool down);
    /// Long texts are laid out piece by piece.
    void fitLayout();

signals:
    void toggleRequested(const QModelIndex &index);
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace fireline::views
