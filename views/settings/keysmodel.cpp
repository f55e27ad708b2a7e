// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keysmodel.h"

#include "actions/actionregistry.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace fireline::views {

KeysModel::KeysModel(ActionRegistry &registry, QObject *parent)
    : QAbstractTableModel(parent)
    , m_registry(registry)
    , m_rows(int(registry.specs().size()))
{
    connect(&registry, &ActionRegistry::added, this, [this] {
        const int last = int(m_registry.specs().size());
        beginInsertRows({}, m_rows, last - 1);
        m_rows = last;
        endInsertRows();
    });
    connect(&registry, &ActionRegistry::keysChanged, this, [this] {
        if (m_rows > 0)
            emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
    });
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString KeysModel::keysOf(const QString &id) const
{
    const QAction *action = m_registry.action(id);
    return action ? QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText) : QString();
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ActionSpec &spec = m_registry.specs().at(index.row());
    switch (role) {
    case Qt::DisplayRole: return index.column() == Command ? spec.text : keysOf(spec.id);
    case Qt::ToolTipRole: return spec.help;
    case Qt::AccessibleTextRole: {
        const QString keys = keysOf(spec.id);
        return keys.isEmpty() ? tr("%1, no key").arg(spec.text) : tr("%1, %2", "command, keys").arg(spec.text, keys);
    }
    case IdRole: return spec.id;
    case OwnRole: return m_registry.userKeys().contains(spec.id);
    default: return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Command ? tr("Command") : tr("Keys");
}

} // namespace fireline::views
