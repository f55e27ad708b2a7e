// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fireline::views {

class Theme;

/// Paints a candidate: the word with the typed characters heavy, and what it stands for beside it. GUI thread; owned by the
/// list.
class CompletionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CompletionDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace fireline::views
