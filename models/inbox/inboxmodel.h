// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "feed/feedmodel.h"
#include "inbox/earlierfirings.h"
#include "inbox/inboxalert.h"
#include "inbox/inboxroles.h"

#include <QAbstractListModel>
#include <QHash>

#include <optional>

namespace fireline::models {

/// One alert of the inbox. A value; equal values look equal.
struct InboxRow
{
    QString id; ///< stays while the alert does
    InboxAlert alert;
    int groupSize = 0;
    std::optional<EarlierFirings> earlier;
    domain::Instant due; ///< unset: the process waits for nothing
    domain::Instant late;
    domain::Span left;
    QString dueText;

    [[nodiscard]] const QString &key() const { return id; }
    bool operator==(const InboxRow &) const = default;
};

/// Every alert that a source or the incident's record knows of (HDF-8, HDF-9, HDF-32, LAD-2). It asks nobody and records nothing. GUI
/// thread; owned by the composition; the feed outlives it.
class InboxModel : public FeedModel<QAbstractListModel, InboxRow>
{
    Q_OBJECT
public:
    explicit InboxModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~InboxModel() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// What all sources said last, those that fell silent too.
    void setReadings(const QList<SourceReading> &readings);
    /// When this alert fired before, in whatever is known: the register, the source.
    void setEarlier(const QString &fingerprint, const QList<domain::Instant> &firings);

    /// Links that alert to the incident; nothing where it is linked already.
    [[nodiscard]] std::optional<domain::Command> linkCommand(const QModelIndex &index) const;
    /// What brings the record up to the sources, for all that is linked.
    [[nodiscard]] QList<domain::Command> followCommands() const;
    [[nodiscard]] const InboxAlert &alertOf(const QModelIndex &index) const { return m_rows.at(index.row()).alert; }
    /// The event by which it is in the record; empty where it is not.
    [[nodiscard]] QString eventOf(const QModelIndex &index) const;
    /// The row of that alert; the latest where it fired more than once.
    [[nodiscard]] QModelIndex indexOf(const QString &fingerprint) const;
    /// The group of that row, for a declaration.
    [[nodiscard]] InboxGroup groupOf(const QModelIndex &index) const;

private:
    [[nodiscard]] QList<InboxRow> rowsNow() const override;
    void tellChanges(int row, const InboxRow &before) override;
    [[nodiscard]] QString sentence(const InboxRow &row) const;
    [[nodiscard]] QString whyNot(const InboxRow &row, int role) const;
    [[nodiscard]] QList<domain::Instant> endedBefore(const InboxAlert &alert) const;
    void setDue(InboxRow &row) const;
    [[nodiscard]] QString whyNotSilence(const InboxRow &row) const;
    [[nodiscard]] QString whyNotEndSilence(const InboxRow &row) const;
    [[nodiscard]] QString refusalOf(const domain::Command &command) const;
    [[nodiscard]] const domain::Alert *lastOf(const QString &fingerprint) const;

    QList<SourceReading> m_readings;
    QHash<QString, QList<domain::Instant>> m_earlier;
};

} // namespace fireline::models
