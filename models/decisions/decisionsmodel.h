// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "decisions/decisionrows.h"
#include "feed/feedmodel.h"

#include <QAbstractListModel>

#include <functional>

namespace fireline::models {

/// What a form may ask a person for. A value.
struct MitigationField
{
    QString id;
    QString name;
    QStringList choices;
    bool required = false;
    QString known; ///< what the console knows already
};

/// Hypotheses, decisions, mitigations and ways to mitigate, and what a person may choose from while working on them. GUI
/// thread; owned by the composition; the feed outlives it.
class DecisionsModel : public FeedModel<QAbstractListModel, DecisionRow>
{
    Q_OBJECT
public:
    explicit DecisionsModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~DecisionsModel() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Where the process lets nobody name the cause now; what a confirmed hypothesis opened is not in it.
    [[nodiscard]] QList<domain::CauseClosure> causeClosures() const;
    /// Why the command would be refused now, with the row of the document; empty when it would be done.
    [[nodiscard]] QString whyNot(const domain::Command &command) const;
    /// The latest rows of the timeline that can show something, the newest first: "E12" and what it says.
    [[nodiscard]] QList<QPair<QString, QString>> evidence() const;
    /// Polls that no decision rests on yet; decisions that stand; hypotheses that are not ruled out: id and text.
    [[nodiscard]] QList<QPair<QString, QString>> polls() const;
    [[nodiscard]] QList<QPair<QString, QString>> standingDecisions() const;
    [[nodiscard]] QList<QPair<QString, QString>> liveHypotheses() const;
    /// What the process wants to know of a mitigation, without the action itself.
    [[nodiscard]] QList<MitigationField> mitigationFields() const;
    [[nodiscard]] QStringList people() const;
    [[nodiscard]] QString profile() const { return m_feed.profile(); }
    /// Who holds command; empty where nobody does.
    [[nodiscard]] QString commander() const;
    /// What the graphs say of a mitigation; asked when somebody is about to judge it.
    void setEffectHint(std::function<QString(const QString &mitigation)> hint) { m_effectHint = std::move(hint); }
    [[nodiscard]] QString effectHint(const QString &mitigation) const
    {
        return m_effectHint ? m_effectHint(mitigation) : QString();
    }
    /// The incident takes no more of this.
    [[nodiscard]] bool isOver() const { return !m_feed.state().open(); }

signals:
    /// Something beside the rows may be different.
    void situationChanged();

private:
    [[nodiscard]] QList<DecisionRow> rowsNow() const override;
    void tellChanges(int row, const DecisionRow &before) override;
    void sync() override;
    void tick() override;
    void reload() override;
    [[nodiscard]] QString sentence(const DecisionRow &row) const;
    [[nodiscard]] QString headingText(const DecisionRow &row) const;
    [[nodiscard]] QVariant moreData(const DecisionRow &row, int role) const;

    std::function<QString(const QString &)> m_effectHint;
};

} // namespace fireline::models
