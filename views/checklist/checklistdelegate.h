// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fireline::views {

class Theme;
class TimeDisplay;

/// Draws lists and steps, the text of a step in full. GUI thread; made by the panel; theme and times outlive it.
class ChecklistDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ChecklistDelegate(Theme &theme, TimeDisplay &times, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    /// A click into the box of a step.
    void toggled(const QModelIndex &index);

private:
    struct Line;
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index) const;
    void addListLines(QList<Line> &lines, const QModelIndex &index) const;
    void addStepLines(QList<Line> &lines, const QModelIndex &index) const;
    [[nodiscard]] int widthOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] QRect boxRect(const QStyleOptionViewItem &option) const;

    Theme &m_theme;
    TimeDisplay &m_times;
};

} // namespace fireline::views
