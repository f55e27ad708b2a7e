// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/palettemodel.h"

#include "palette/paletteroles.h"

namespace fireline::views {

void PaletteModel::search(const QString &text)
{
    const PaletteProvider *asked = nullptr;
    for (const PaletteProvider *provider : std::as_const(m_providers)) {
        const QString prefix = provider->prefix();
        if (prefix.isEmpty() ? !asked : text.startsWith(prefix)) {
            asked = provider;
            if (!prefix.isEmpty())
                break;
        }
    }
    beginResetModel();
    m_items = asked ? asked->items(text.mid(asked->prefix().size()).trimmed()) : QList<PaletteItem>();
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const PaletteItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return item.text;
    case Qt::ToolTipRole: return item.whyNot.isEmpty() ? item.text : item.whyNot;
    case Qt::AccessibleTextRole: return spoken(item);
    case PaletteRoles::Detail: return item.detail;
    case PaletteRoles::WhyNot: return item.whyNot;
    case PaletteRoles::Marks: return QVariant::fromValue(item.marks);
    default: return {};
    }
}

/// What cannot be done can be selected all the same: to hear why.
Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QString PaletteModel::spoken(const PaletteItem &item) const
{
    if (!item.whyNot.isEmpty())
        return tr("%1. Not possible: %2", "command, reason").arg(item.text, item.whyNot);
    return item.detail.isEmpty() ? item.text : tr("%1, %2", "command, its key").arg(item.text, item.detail);
}

} // namespace fireline::views
