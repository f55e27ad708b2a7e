// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decide/publishing.h"

#include <QListView>

class QStandardItemModel;

namespace fireline::views {

class Theme;

/// What stands in the way of sending, what the process remarks, and words in no dictionary: one line each, with the rule it
/// rests on. Enter on a line goes where it is mended. GUI thread; owned by its parent.
class StatusChecks : public QListView
{
    Q_OBJECT
public:
    explicit StatusChecks(Theme &theme, QWidget *parent = nullptr);

    void show(const domain::Publishing &said, const QStringList &unknownWords, const QString &spellingProblem);
    /// Higher than that it scrolls: what is written needs the room.
    void setMostLines(int lines);
    [[nodiscard]] int refusals() const { return m_refusals; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// Something of the form is missing or wrong.
    void mendRequested();
    /// The rule lets itself be passed with a reason.
    void overrideRequested(const QString &rule);

private:
    struct Remark
    {
        QString text;
        QString rule;
        QString source; ///< the process's paragraph; empty: the rule is named
    };
    void add(const Remark &said, const QString &icon, int ink, bool canOverride = false);
    void open(const QModelIndex &index);

    Theme &m_theme;
    QStandardItemModel *m_lines;
    int m_refusals = 0;
    int m_mostLines = 5;
};

} // namespace fireline::views
