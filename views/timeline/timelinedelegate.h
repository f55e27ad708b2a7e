// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "theme/theme.h"
#include "timeline/timelinebadges.h"

#include <QStyledItemDelegate>

namespace fireline::views {

class TimeDisplay;

/// Paints a row of the timeline: time, icon and word of the kind, who, text, badges. A kind is never told by its icon alone
/// (ux 2.7): where there is little room beside its word the text gets a second line, as at large text sizes. All rows are of
/// one height. GUI thread; owned by its view.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr domain::Span newFor = domain::Span::seconds(30);

    TimelineDelegate(Theme &theme, const TimeDisplay &times, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    [[nodiscard]] int rowHeight() const;
    void setCompact(bool compact) { m_compact = compact; }
    /// Of the rows. True where they are of another height by it.
    bool setWidth(int width);
    [[nodiscard]] bool hasTwoLines() const;
    /// What was recorded less than half a minute before is marked.
    void setNow(domain::Instant now) { m_now = now; }
    [[nodiscard]] bool isNew(const QModelIndex &index) const;

private:
    /// Widths at the present text size.
    struct Columns
    {
        int mark = 0;
        int time = 0;
        int kind = 0; ///< icon and word
        int who = 0;
        int gap = 0;
        int line = 0;
        int letter = 0;
    };
    struct Row; ///< one painting of one row

    void measure();
    void paintTime(Row &row) const;
    void paintDay(Row &row) const;
    void paintHead(Row &row) const;
    void paintFirstLine(Row &row) const;
    void paintMark(Row &row) const;
    void paintText(Row &row) const;
    void paintBadges(Row &row) const;
    [[nodiscard]] QList<TimelineBadge> badgesOf(const Row &row) const;
    [[nodiscard]] int badgeWidth(const TimelineBadge &badge, const QFontMetrics &metrics) const;
    [[nodiscard]] int whoRoom(const Row &row, const QString &who) const;
    [[nodiscard]] bool isNarrow(int width) const;
    [[nodiscard]] int textRoom(int width) const;
    [[nodiscard]] QString tooltip(const QModelIndex &index) const;

    Theme &m_theme;
    const TimeDisplay &m_times;
    Columns m_columns;
    domain::Instant m_now;
    int m_width = 0; ///< 0: not known
    bool m_compact = false;
};

} // namespace fireline::views
