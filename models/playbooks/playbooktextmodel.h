// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "feed/feedmodel.h"
#include "playbooks/playbooksmodel.h"

#include <QAbstractListModel>
#include <QHash>

namespace fireline::models {

/// One piece of an open playbook as it stands. A value.
struct PlaybookPartRow
{
    PlaybookPiece piece;
    QString id; ///< of the row: stays while text and place of the step do
    playbooks::StepState state = playbooks::Open;
    QString actor;
    domain::Instant at;
    QString why;
    QString otherText;
    QString owner;
    QString entry;
    QString hash;
    QStringList commands;
    bool next = false;

    [[nodiscard]] QString key() const { return id; }
    bool operator==(const PlaybookPartRow &) const = default;
};

/// The open playbook: its pieces in their order, the state of its steps from the record, and what was kept with them. GUI thread;
/// owned by the composition; the playbooks outlive it.
class PlaybookTextModel : public RowModel<QAbstractListModel>
{
    Q_OBJECT
public:
    explicit PlaybookTextModel(PlaybooksModel &playbooks, QObject *parent = nullptr);
    ~PlaybookTextModel() override;

    /// By PlaybooksModel's KeyRole; an empty or unknown key closes.
    void open(const QString &key);
    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] QString title() const;
    /// Of the open playbook; empty where it has none.
    [[nodiscard]] QString listId() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] int settled() const;
    /// It was begun.
    [[nodiscard]] bool isStarted() const;

    [[nodiscard]] playbooks::StepState stepState(int number) const;

    /// What is asked of a step; its verb is CheckItem, UncheckItem or SkipItem. A tick says what the step says.
    [[nodiscard]] domain::Command command(domain::Verb verb, int number) const;
    [[nodiscard]] domain::Command startCommand() const;
    /// To keep output with a step, or with the playbook where the number is 0.
    [[nodiscard]] domain::Command evidenceCommand(int number) const;
    /// Why the command would be refused now; empty when it would be done.
    [[nodiscard]] QString whyNot(const domain::Command &command) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// Title, progress or what can be done may be different.
    void situationChanged();
    /// The open playbook is gone; nothing is open.
    void gone(const QString &title);

private:
    [[nodiscard]] QList<PlaybookPartRow> rowsNow();
    [[nodiscard]] QString changedSince() const;
    void addProblems(QList<PlaybookPartRow> &rows, const PlaybookText &text) const;
    void setState(PlaybookPartRow &row) const;
    void addEvidence(QList<PlaybookPartRow> &rows, const QString &listId, int number) const;
    void indexEvidence();
    void sync();
    [[nodiscard]] const PlaybookRow *shown() const { return m_playbooks.row(m_key); }
    [[nodiscard]] QString sentence(const PlaybookPartRow &row) const;
    [[nodiscard]] QVariant stepData(const PlaybookPartRow &row, int role) const;

    PlaybooksModel &m_playbooks;
    IncidentFeed &m_feed;
    QString m_key;
    QString m_title;
    QList<PlaybookPartRow> m_rows;
    QHash<QString, QList<int>> m_evidence; ///< entries by the tag of their step
    int m_indexed = 0;                     ///< entries looked at
    QString m_lastIndexed;                 ///< the event of the last of them
};

} // namespace fireline::models
