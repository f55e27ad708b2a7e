// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace fireline::views {

class ActionRegistry;

/// Every command with the keys that work now: command, keys. Fed by the registry; GUI thread; owned by the page of keys.
class KeysModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Command, Keys, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, OwnRole };

    explicit KeysModel(ActionRegistry &registry, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString keysOf(const QString &id) const;

    ActionRegistry &m_registry;
    int m_rows; ///< that views know of
};

} // namespace fireline::views
