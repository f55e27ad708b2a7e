// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace fireline::views {

/// A list whose rows are drawn by a LinesDelegate: rows as high as their text, Space tells more, letters are commands, rows
/// that cannot be selected are headings, and another row is the current one. GUI thread; made by its panel.
class LinesView : public QListView
{
    Q_OBJECT
public:
    explicit LinesView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void keyboardSearch(const QString &) override { }
    /// No more than it needs: what stands beside the list, such as a form, comes first where there is little room.
    [[nodiscard]] QSize sizeHint() const override;
    /// The heading above the first row comes into sight with it.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    void detailsRequested();
    /// Rows came, went, moved or say something else; the current one is right again.
    void rowsChanged();

protected:
    /// Home and End stop at the first and the last row that is not a heading.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow();
    /// Where no row is the current one: the first that is not a heading.
    void keepCurrent();
};

} // namespace fireline::views
