// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinefold.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelinesearch.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <vector>

namespace fireline::models {

/// The timeline as it is shown: what the query lets through, runs of machine events in one row, what was typed here for an
/// hour though the filter hides it, and the record as it stood earlier. Follows the model row by row; a changed query is a
/// reset. GUI thread; owned by the composition.
class TimelineFilter : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TimelineFilter(TimelineModel &source, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const TimelineQuery &query() const { return m_query; }
    void setQuery(const TimelineQuery &query);

    /// Entries let through, and entries there are; those that are out of sight count in neither.
    [[nodiscard]] int shown() const { return m_shown; }
    [[nodiscard]] int total() const { return m_total; }

    /// Shows or hides the machine events of a head.
    void setOpen(int row, bool open);
    /// Row of an entry, by event id or "E12"; the head's while it is folded; -1 where the query hides it.
    [[nodiscard]] int rowOf(QStringView ref) const;
    /// The same, after opening the head it is folded into.
    int reveal(QStringView ref);
    /// The event that made the entry of this row, and those that changed it.
    [[nodiscard]] QStringList eventsOf(int row) const;
    /// First row at or after this time; rowCount() where there is none.
    [[nodiscard]] int rowAt(domain::Instant at) const;

    /// Marks what the search finds: by words at once, and by what the full-text index answers.
    void setSearch(const QString &words);
    void setHits(const QStringList &eventIds);
    /// Entries that the search finds.
    [[nodiscard]] TimelineHits hits() const;
    /// Next entry with a hit after `row` (or before it), beginning anew at the end; opens its head. -1 where there is none.
    int nextHit(int row, bool forward);

    /// Recorded first, and the moment shown as "now": the ends of the as-of slider.
    [[nodiscard]] domain::Instant firstRecorded() const;
    [[nodiscard]] bool isReadOnly() const { return m_source.feed().saveStatus().readOnly; }
    [[nodiscard]] domain::Instant now() const { return m_source.feed().now(); }

signals:
    void countsChanged();
    void queryChanged();
    void ticked(fireline::domain::Instant now);

private:
    enum Bit : char { Counted = 1, Shown = 2 };

    void rebuild();
    void renumber(const domain::EntryMoves &moves);
    void insertFromSource(int first, int last);
    void changeFromSource(int first, int last, const QList<int> &roles);
    /// These roles of an entry, and those that only its row here has.
    [[nodiscard]] QList<int> told(const QList<int> &roles, bool judges) const;
    void beginMove(int row, int to);
    void endMove(int row);
    void expire();

    /// Takes the entry's place in counts anew; whether its being shown changed.
    bool judge(int entry);
    [[nodiscard]] char bitsOf(int entry) const;
    [[nodiscard]] char &bitsOf(int entry);
    [[nodiscard]] bool isCounted(int entry) const;
    [[nodiscard]] bool letsThrough(int entry) const;
    [[nodiscard]] bool isMachine(int entry) const;
    [[nodiscard]] bool isFound(int entry) const;
    [[nodiscard]] QVariant pastData(int entry, int role) const;

    // In the past the order is that of the times known then.
    [[nodiscard]] bool isPast() const { return m_query.asOf.isSet(); }
    [[nodiscard]] domain::Instant timeOf(int entry) const;
    /// A new time recorded no later than the moment looked at was known then: it moves the row here too.
    void followTimeThen(int entry);
    [[nodiscard]] bool isBefore(int a, int b) const;

    /// Puts entries in and out, in one gap between those that stay, and folds what is around them anew.
    void refold(const QList<int> &in, int out = -1);
    /// Machine events behind the last of a run join it where it stands, so that each costs the same however long it is.
    bool joinRun(const QList<int> &in);
    /// Whether runs would be joined or parted by moving this row there, to before the entry `before` of the model (-1: its end).
    [[nodiscard]] bool movesRuns(qsizetype from, qsizetype to, int before) const;
    [[nodiscard]] qsizetype lowerRow(int entry) const;
    [[nodiscard]] bool isMachineRow(qsizetype row) const;
    void replaceRows(qsizetype first, qsizetype count, const QList<TimelineRow> &rows);

    TimelineModel &m_source;
    TimelineQuery m_query;
    TimelineWords m_words;
    TimelineSearch m_search;
    std::vector<TimelineRow> m_rows;
    std::vector<char> m_bits;        ///< of each entry
    std::vector<char> m_refusedBits; ///< of each that was refused
    QHash<int, qint64> m_grace;      ///< typed here and hidden by the query: shown until then
    QSet<int> m_open;
    std::vector<qint64> m_thenAt; ///< of each entry, in the past
    RowMove m_move;               ///< while the model moves a row
    int m_shown = 0;
    int m_total = 0;
};

} // namespace fireline::models
