// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/rowroom.h"

#include <QHash>
#include <QTreeView>

namespace fireline::views {

/// The table of the role board: Enter edits, a person dropped on a role is asked for. GUI thread; made by its panel.
class RolesView : public QTreeView
{
    Q_OBJECT
public:
    explicit RolesView(QWidget *parent = nullptr);

    /// Names of roles are the longest: persons get what they need, half of the room at most, and roles the rest.
    void fitColumns();
    /// Whether these columns can be whole beside each other.
    [[nodiscard]] bool hasRoomFor(const QList<int> &columns) const;
    /// Where there is little room the rows scroll, and the buttons below stay in sight.
    [[nodiscard]] QSize minimumSizeHint() const override { return withRoomForARow(*this, QTreeView::minimumSizeHint()); }
    [[nodiscard]] QSize sizeHint() const override { return {QTreeView::sizeHint().width(), minimumSizeHint().height()}; }

signals:
    void resized();
    void personDropped(const QModelIndex &role, const QString &person);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] int wanted(int column) const;
    [[nodiscard]] bool takes(const QDropEvent &event) const;

    mutable QHash<int, int> m_wanted; ///< by column
};

} // namespace fireline::views
