// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aside/asideroles.h"
#include "core/instant.h"
#include "feed/feedmodel.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// An event of the file that counts in no state. A value.
struct AsideRow
{
    QString id;
    domain::Instant at;
    QString who;
    QString what; ///< in the words of its row
    QString why;  ///< translated, a sentence
    bool isSettled = false;

    [[nodiscard]] const QString &key() const { return id; }
    bool operator==(const AsideRow &) const = default;
};

/// What a shared backend refused, or has lost: in the file as evidence, and in no timeline of the others. It is told its rows, in
/// the order in which the file came to know them. GUI thread; owned by the composition.
class AsideModel : public RowModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    explicit AsideModel(QObject *parent = nullptr);

    void setRows(const QList<AsideRow> &rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<AsideRow> m_rows;
};

} // namespace fireline::models
