// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

#include <utility>

class QLineEdit;
class QStringListModel;

namespace fireline::views {

/// The word at this place of a query that may be the name of a metric: where it begins and how long it is; of no length inside of
/// quotation marks and of braces, where labels stand, and for a single letter. Pure.
[[nodiscard]] std::pair<int, int> metricWordAt(const QString &query, int place);

/// Offers the names of metrics in a field that takes a query: for the word at the cursor, in place of which the chosen one stands.
/// GUI thread; owned by the field.
class QueryCompleter : public QCompleter
{
    Q_OBJECT
public:
    explicit QueryCompleter(QLineEdit *field);

    /// While its list is open, too.
    void setNames(const QStringList &names);

    [[nodiscard]] QStringList splitPath(const QString &query) const override;
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override;

private:
    void moveBehind(const QString &query);

    QLineEdit *m_field;
    QStringListModel *m_names;
    // Of what was typed last: going through the names already changes the field.
    mutable QString m_query;
    mutable std::pair<int, int> m_word{0, 0};
};

} // namespace fireline::views
