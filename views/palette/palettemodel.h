// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/paletteprovider.h"

#include <QAbstractListModel>

namespace fireline::views {

/// What the palette lists for the text in its field. GUI thread; owned by the palette.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// They outlive the model. Of two with one prefix the first is asked.
    void setProviders(const QList<const PaletteProvider *> &providers) { m_providers = providers; }
    /// Asks the provider whose prefix the text begins with.
    void search(const QString &text);
    [[nodiscard]] const PaletteItem &item(int row) const { return m_items.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString spoken(const PaletteItem &item) const;

    QList<const PaletteProvider *> m_providers;
    QList<PaletteItem> m_items;
};

} // namespace fireline::views
