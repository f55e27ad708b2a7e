// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace fireline::views {

class ActionRegistry;
class KeyField;

/// Which key does what. A new key works at once; one that is taken or may not be used is refused with the reason.
class KeysPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit KeysPage(ActionRegistry &registry, QWidget *parent = nullptr);

    void load(const models::Preferences &preferences) override;
    void take(models::Preferences &preferences) const override;

private:
    void build();
    QWidget *makeEditor();
    void use(const QStringList &keys);
    void useTyped();
    void asAtFirst();
    /// Keeps the change, or takes it back and says why.
    void change(const QMap<QString, QStringList> &keys);
    [[nodiscard]] QString newProblem(qsizetype before) const;
    [[nodiscard]] QString current() const;
    void say(const QString &problem);
    void refresh();

    ActionRegistry &m_registry;
    QSortFilterProxyModel *m_shown = nullptr;
    QLineEdit *m_filter = nullptr;
    QTableView *m_table = nullptr;
    KeyField *m_typed = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_none = nullptr;
    QPushButton *m_first = nullptr;
    QLabel *m_problem = nullptr;
    QCheckBox *m_letters = nullptr;
};

} // namespace fireline::views
