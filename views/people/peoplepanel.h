// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QTreeView;

namespace fireline::views {

class ActionRegistry;
class Theme;

/// Whom a line can name, and how: beside the scribe, who types and does not search. Enter puts the word into the line that is
/// being typed. GUI thread; owned by the window.
class PeoplePanel : public QWidget
{
    Q_OBJECT
public:
    PeoplePanel(QAbstractItemModel *model, Theme &theme, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    /// "@ic": to be put where the cursor of quick entry stands.
    void wordRequested(const QString &word);

private:
    void build();
    void use();

    QTreeView *m_list;
};

} // namespace fireline::views
