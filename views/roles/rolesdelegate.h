// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fireline::views {

class Theme;

/// Draws a row of the role board in words, shapes and colours, and edits whom a role is given to. GUI thread; made by the
/// panel; the theme outlives it.
class RolesDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    RolesDelegate(Theme &theme, QObject *parent);

    /// Where the columns of deputies, and of whoever is taking over, have no room.
    void setOthersBesidePerson(bool beside) { m_othersBeside = beside; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

signals:
    /// The editor was left with this name in it. (const: it is told from where Qt's delegates write into the model.)
    void personChosen(const QModelIndex &index, const QString &person) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    /// Shape and words of a duty or a check-in that is near or over its limit; empty for what is fine.
    [[nodiscard]] QString chipOf(const QModelIndex &index) const;
    [[nodiscard]] QString personText(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Theme &m_theme;
    bool m_othersBeside = false;
};

} // namespace fireline::views
