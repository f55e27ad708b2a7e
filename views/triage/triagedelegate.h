// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/linesdelegate.h"

namespace fireline::views {

class TimeDisplay;

/// Draws the rows of triage: what is open by shape, word and colour, the answer, then what else is known. GUI thread; made by
/// the panel; theme and times outlive it.
class TriageDelegate : public LinesDelegate
{
    Q_OBJECT
public:
    TriageDelegate(Theme &theme, TimeDisplay &times, QObject *parent);

protected:
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index) const override;
    [[nodiscard]] bool isHeading(const QModelIndex &index) const override;

private:
    void addQuestion(QList<Line> &lines, const QModelIndex &index) const;
    void addRecord(QList<Line> &lines, const QModelIndex &index) const;
    void addProposal(QList<Line> &lines, const QModelIndex &index) const;
    void addSeverity(QList<Line> &lines, const QModelIndex &index) const;
    void addImpact(QList<Line> &lines, const QModelIndex &index) const;
    void addFlag(QList<Line> &lines, const QModelIndex &index) const;
    void addPattern(QList<Line> &lines, const QModelIndex &index) const;
    void addReport(QList<Line> &lines, const QModelIndex &index) const;
    void addAlert(QList<Line> &lines, const QModelIndex &index) const;
    void addNext(QList<Line> &lines, const QModelIndex &index) const;
    void addNeed(QList<Line> &lines, const QModelIndex &index) const;
    [[nodiscard]] QString minute(const QModelIndex &index, int role) const;
    [[nodiscard]] Line plain(const QString &text, Ink ink = Ink::Text) const;
    [[nodiscard]] Line bold(const QString &text, Ink ink = Ink::Text) const;
    [[nodiscard]] Line small(const QString &text, Ink ink = Ink::Muted) const;

    TimeDisplay &m_times;
};

/// Shape, id and name of a severity: "⬢ SEV1 Critical".
[[nodiscard]] QString severityText(int rank, const QString &id, const QString &name);
/// "2 of 3 alike within 15m, 1 of 2 different in region or workspace type".
[[nodiscard]] QString patternText(const QModelIndex &index);

} // namespace fireline::views
