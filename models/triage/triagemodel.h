// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "feed/feedmodel.h"
#include "process/formrules.h"
#include "triage/impacthint.h"
#include "triage/triagerows.h"

#include <QAbstractListModel>

#include <functional>

namespace fireline::models {

/// What a form of triage asks a person for. A value.
struct TriageField
{
    QString id;
    QString name;
    triage::Answer answer = triage::Words;
    QStringList choices; ///< value and text by turns
    bool needed = false;
    QString known;     ///< what the console knows already
    QStringList given; ///< what others answered, for completion
};

/// Whether it is an incident, how bad it is, how far it reaches, flags, customer reports and where it goes next, and what a
/// person may choose from while answering. GUI thread; owned by the composition; the feed outlives it.
class TriageModel : public FeedModel<QAbstractListModel, TriageRow>
{
    Q_OBJECT
public:
    explicit TriageModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~TriageModel() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Why the command would be refused now, with the row of the document; empty when it would be done.
    [[nodiscard]] QString whyNot(const domain::Command &command) const;
    /// What a record of triage asks, filled in as far as the console knows.
    [[nodiscard]] QList<TriageField> recordFields(const QString &form) const;
    /// What the process asks of the words with which the incident is resolved.
    [[nodiscard]] QList<TriageField> resolutionFields() const;
    /// What is asked of a customer report beside its words: what the process compares, who reports, which ticket.
    [[nodiscard]] QList<TriageField> reportFields() const;
    /// What the process compares reports by, beside where they come from; "symptom" where it says nothing.
    [[nodiscard]] QString sameKey() const;
    /// What customers reported so far, the newest first, each symptom once: value and text.
    [[nodiscard]] QList<QPair<QString, QString>> symptoms() const;
    /// What a report can be linked to: alerts that fire, hypotheses that are not ruled out, changes. Id and text.
    [[nodiscard]] QList<QPair<QString, QString>> linkable() const;
    [[nodiscard]] QStringList people() const;
    /// What would stay as it is for others if it ended now; a reminder (domain::stillOpen()).
    [[nodiscard]] QStringList stillOpen() const;
    /// It goes on now, and would be over in that phase.
    [[nodiscard]] bool endsIncident(const QString &phase) const;
    [[nodiscard]] domain::Instant now() const { return m_feed.now(); }
    [[nodiscard]] QString profile() const { return m_feed.profile(); }
    /// What the graphs propose of the impact; asked when somebody is about to state it.
    void setImpactHint(std::function<ImpactHint()> hint) { m_impactHint = std::move(hint); }
    [[nodiscard]] ImpactHint impactHint() const { return m_impactHint ? m_impactHint() : ImpactHint(); }
    /// The incident takes no more of this.
    [[nodiscard]] bool isOver() const { return !m_feed.state().open(); }

private:
    [[nodiscard]] QList<TriageRow> rowsNow() const override { return triageRows(m_feed); }
    void tellChanges(int row, const TriageRow &before) override;
    [[nodiscard]] QVariant moreData(const TriageRow &row, int role) const;
    [[nodiscard]] TriageField fieldOf(const domain::FormField &asked, const QJsonObject &known) const;
    [[nodiscard]] QVariant patternData(const TriageRow &row, int role) const;

    std::function<ImpactHint()> m_impactHint;
};

/// The whole sentence that stands for a row.
[[nodiscard]] QString triageSentence(const TriageRow &row);
/// What stands above the rows of a section.
[[nodiscard]] QString triageHeading(const TriageRow &heading);

} // namespace fireline::models
