// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"
#include "roles/checkin.h"
#include "roles/relief.h"
#include "roles/rolesroles.h"
#include "roles/tenure.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// A role and who holds it, or somebody without one. A value.
struct RoleRow
{
    QString roleId;
    QString person;
    domain::Instant since;
    qint64 onForMinutes = 0;
    domain::Instant seen;
    QString next;
    QString note;
    bool required = false;
    bool sees = true;
    QString deputy;
    CheckIn checkIn;
    Relief relief;
    Tenure tenure;

    /// A single role keeps its row when it changes hands.
    QPair<QString, QString> id;
    [[nodiscard]] const QPair<QString, QString> &key() const { return id; }
    bool operator==(const RoleRow &) const = default;
};

/// Who holds which role, what is vacant, and who is there without a role. GUI thread; owned by the composition; the feed
/// outlives it.
class RolesModel : public FeedModel<QAbstractTableModel, RoleRow>
{
    Q_OBJECT
public:
    explicit RolesModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~RolesModel() override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    using Row = RoleRow;

    [[nodiscard]] QList<Row> rowsNow() const override;
    [[nodiscard]] Row vacantRow(const domain::RoleDef &role) const;
    [[nodiscard]] Row heldRow(const domain::Holding &holding) const;
    void takeTime(Row &row) const;
    void addIdlePeople(QList<Row> &rows) const;
    [[nodiscard]] QStringList people() const;
    [[nodiscard]] QVariant members() const;
    [[nodiscard]] QVariant duties(const Row &row, int role) const;
    [[nodiscard]] QString sentence(const Row &row) const;
    [[nodiscard]] QString heldSentence(const Row &row) const;
    [[nodiscard]] QString roleName(const QString &roleId) const;
    void sync() override;
    void tick() override;
    void reload() override;
    void tellChanges(int row, const Row &before) override;

    QStringList m_people;
    QVariant m_members; ///< a list of names where the incident is private
    bool m_over = false;
};

} // namespace fireline::models
