// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QRect>

namespace fireline::views {

class Theme;

/// The list of candidates beside the word being typed. It lies inside the window and never takes the focus: keys stay with the
/// field, which moves the choice. GUI thread; owned by QuickEntry.
class CompletionPopup : public QListView
{
    Q_OBJECT
public:
    CompletionPopup(QAbstractItemModel *model, Theme &theme, QWidget *parent);

    /// Shows the list beside `word`, in coordinates of the screen, above it where there is no room below.
    void showAt(const QRect &word);
    /// Moves the choice by rows; from none to the first or the last.
    void move(int rows);
    /// The row the person moved to; -1 while they only typed.
    [[nodiscard]] int chosenRow() const;

signals:
    void rowClicked(int row);

private:
    void applyTheme();

    Theme &m_theme;
};

} // namespace fireline::views
