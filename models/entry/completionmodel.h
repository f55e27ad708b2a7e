// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/candidates.h"

#include <QAbstractListModel>

namespace fireline::models {

/// The candidates for the word at the cursor, for the list under the quick entry. Another word is another list, so that it
/// is reset by each update that changes anything. GUI thread; owned by the quick entry.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit CompletionModel(QObject *parent = nullptr);

    void update(const QString &line, qsizetype cursor, const domain::EntryContext &context);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// The stretch of the line that a candidate replaces.
    [[nodiscard]] qsizetype start() const { return m_now.start; }
    [[nodiscard]] qsizetype length() const { return m_now.length; }
    /// What is put there for a row: the word, and a blank where the next one begins anew.
    [[nodiscard]] QString insertion(int row) const;
    /// Nothing to choose: no candidate, or one that stands there already.
    [[nodiscard]] bool isSettled() const;

private:
    void set(Candidates candidates, const QString &typed);

    Candidates m_now;
    QString m_typed;
};

} // namespace fireline::models
