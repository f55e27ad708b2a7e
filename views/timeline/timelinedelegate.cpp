// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinedelegate.h"

#include "state/eventtypes.h"
#include "text/timedisplay.h"
#include "text/wrappedtip.h"
#include "timeline/kindwords.h"
#include "timeline/timelineroles.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Instant;
using domain::Span;
using Role = models::TimelineRole;

namespace {

constexpr int twoLinesFrom = 150; ///< per cent of text size
constexpr int oneLineFrom = 36;   ///< letters of the text that have room in a row

QVariant value(const QModelIndex &index, Role role)
{
    return index.data(int(role));
}

Instant instant(const QModelIndex &index, Role role)
{
    return {value(index, role).toLongLong()};
}

} // namespace

/// `left` is what is still free, in left-to-right coordinates; put() mirrors.
struct TimelineDelegate::Row
{
    QPainter *painter = nullptr;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    QRect left;
    bool selected = false;
    bool newDay = false;

    [[nodiscard]] Ink ink(Ink plain) const { return selected ? Ink::SelectionText : plain; }

    [[nodiscard]] QRect placed(const QRect &rect) const { return QStyle::visualRect(option.direction, option.rect, rect); }
    [[nodiscard]] QRect take(int width)
    {
        const QRect taken(left.left(), left.top(), std::min(width, left.width()), left.height());
        left.setLeft(left.left() + width);
        return placed(taken);
    }
    void skip(int width) { left.setLeft(left.left() + width); }
    /// Each text in the direction of its own first strong letter, at the side where the row begins.
    void write(const QRect &place, const QString &text) const
    {
        if (place.width() <= 0)
            return;
        const QString line = painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width());
        const auto side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter->drawText(place, int(side | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, line);
    }
};

TimelineDelegate::TimelineDelegate(Theme &theme, const TimeDisplay &times, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_times(times)
{
    connect(&theme, &Theme::changed, this, &TimelineDelegate::measure);
    measure();
}

void TimelineDelegate::measure()
{
    const QFontMetrics text(m_theme.textFont());
    const QFontMetrics clock(m_theme.clockFont());
    int word = 0;
    for (const QStringView kind : domain::timelineKinds())
        word = std::max(word, text.horizontalAdvance(models::kindWord(kind)));
    m_columns.gap = m_theme.scaled(8);
    m_columns.mark = m_theme.iconSize() + m_theme.scaled(6);
    // A painter may round otherwise than metrics without one: half a character is left over.
    m_columns.time = clock.horizontalAdvance(u"00:00:00"_s) + clock.averageCharWidth() / 2;
    m_columns.kind = m_theme.iconSize() + m_theme.scaled(4) + word;
    m_columns.letter = text.averageCharWidth();
    m_columns.who = m_columns.letter * 14;
    m_columns.line = std::max(text.height(), clock.height());
}

bool TimelineDelegate::isNarrow(int width) const
{
    return width < m_columns.who * 5;
}

/// What one line leaves to the text.
int TimelineDelegate::textRoom(int width) const
{
    const int who = isNarrow(width) ? m_columns.who / 2 : m_columns.who;
    return width - m_columns.mark - m_columns.time - m_columns.kind - who - 3 * m_columns.gap - m_theme.scaled(6);
}

bool TimelineDelegate::setWidth(int width)
{
    const int before = rowHeight();
    m_width = width;
    return rowHeight() != before;
}

bool TimelineDelegate::hasTwoLines() const
{
    return m_theme.textSize() >= twoLinesFrom || (m_width > 0 && textRoom(m_width) < m_columns.letter * oneLineFrom);
}

int TimelineDelegate::rowHeight() const
{
    const int wanted = m_compact ? m_theme.compactRowHeight() : m_theme.rowHeight();
    return std::max(wanted, m_columns.line) + (hasTwoLines() ? m_columns.line : 0);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_columns.mark + m_columns.time + m_columns.kind + m_columns.who * 3, rowHeight()};
}

bool TimelineDelegate::isNew(const QModelIndex &index) const
{
    const Span age = m_now - instant(index, Role::RecordedAt);
    return age < newFor && age >= -newFor;
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, m_theme.ink(Ink::Selection));
    else if (index.row() % 2)
        painter->fillRect(option.rect, m_theme.ink(Ink::Alternate));
    const QModelIndex before = index.siblingAtRow(index.row() - 1);
    const bool newDay = !before.isValid() || m_times.day(instant(before, Role::At)) != m_times.day(instant(index, Role::At));
    Row row{painter, option, index, option.rect.adjusted(0, 0, -m_theme.scaled(6), 0), selected, newDay};
    painter->setFont(m_theme.textFont());
    paintMark(row);
    if (value(index, Role::FoldCount).toInt() > 0) {
        paintHead(row);
    } else {
        if (hasTwoLines())
            row.left.setHeight(row.left.height() / 2);
        paintFirstLine(row);
        if (hasTwoLines()) {
            paintBadges(row);
            row.left = option.rect.adjusted(m_columns.mark, option.rect.height() / 2, -m_theme.scaled(6), 0);
        }
        paintText(row);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(m_theme.ink(selected ? Ink::SelectionText : Ink::Link));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

void TimelineDelegate::paintMark(Row &row) const
{
    // A bar at the edge marks what is new; the icon beside it a hit of the search, else a pin.
    if (isNew(row.index))
        row.painter->fillRect(row.placed({row.left.left(), row.left.top(), m_theme.scaled(3), row.left.height()}),
                              m_theme.ink(row.ink(Ink::Link)));
    QRect place(row.left.left() + m_theme.scaled(4), row.left.top(), m_theme.iconSize(), row.left.height());
    row.left.setLeft(row.left.left() + m_columns.mark);
    const QString icon = value(row.index, Role::Hit).toBool()      ? u"search"_s
                         : value(row.index, Role::Pinned).toBool() ? u"pin"_s
                                                                   : QString();
    if (!icon.isEmpty())
        m_theme.icon(icon, row.ink(Ink::Link)).paint(row.painter, row.placed(place));
}

/// With the line above it that parts the days.
void TimelineDelegate::paintTime(Row &row) const
{
    if (row.newDay && row.index.row() > 0) {
        row.painter->setPen(m_theme.ink(Ink::Border));
        row.painter->drawLine(row.option.rect.topLeft(), row.option.rect.topRight());
    }
    row.painter->setPen(m_theme.ink(row.ink(Ink::Text)));
    row.painter->setFont(m_theme.clockFont());
    row.write(row.take(m_columns.time), m_times.time(instant(row.index, Role::At)));
    row.painter->setFont(m_theme.textFont());
    row.skip(m_columns.gap);
}

void TimelineDelegate::paintDay(Row &row) const
{
    if (!row.newDay)
        return;
    row.painter->setPen(m_theme.ink(row.ink(Ink::Muted)));
    row.painter->setFont(m_theme.captionFont());
    const QString day = m_times.day(instant(row.index, Role::At));
    row.write(row.take(row.painter->fontMetrics().horizontalAdvance(day) + 1), day);
    row.skip(m_columns.gap);
    row.painter->setFont(m_theme.textFont());
}

void TimelineDelegate::paintHead(Row &row) const
{
    const bool open = value(row.index, Role::FoldOpen).toBool();
    const Ink muted = row.ink(Ink::Muted);
    paintTime(row);
    m_theme.icon(open ? u"collapse"_s : u"expand"_s, muted).paint(row.painter, row.take(m_theme.iconSize()));
    row.skip(m_theme.scaled(4));
    paintDay(row);
    row.painter->setPen(m_theme.ink(muted));
    row.write(row.placed(row.left), value(row.index, Role::Text).toString());
}

/// Where the text has a line of its own, a name has what the day and the badges beside it leave.
int TimelineDelegate::whoRoom(const Row &row, const QString &who) const
{
    const int column = isNarrow(row.option.rect.width()) ? m_columns.who / 2 : m_columns.who;
    if (!hasTwoLines())
        return column;
    const QFontMetrics caption(m_theme.captionFont());
    int left = row.left.width() - m_columns.gap;
    if (row.newDay)
        left -= caption.horizontalAdvance(m_times.day(instant(row.index, Role::At))) + 1 + m_columns.gap;
    for (const TimelineBadge &badge : badgesOf(row))
        left -= badgeWidth(badge, caption) + m_columns.gap;
    const int whole = row.painter->fontMetrics().horizontalAdvance(who) + 1;
    return std::max(column, std::min(left, whole));
}

void TimelineDelegate::paintFirstLine(Row &row) const
{
    paintTime(row);
    const QString kind = value(row.index, Role::Kind).toString();
    const QRect kindCell = row.take(m_columns.kind);
    const bool mirrored = row.option.direction == Qt::RightToLeft;
    QRect icon = kindCell;
    icon.setWidth(m_theme.iconSize());
    if (mirrored)
        icon.moveRight(kindCell.right());
    m_theme.icon(kindIcon(kind), row.ink(Ink::Muted)).paint(row.painter, icon);
    const int used = m_theme.iconSize() + m_theme.scaled(4);
    row.painter->setPen(m_theme.ink(row.ink(Ink::Muted)));
    row.write(mirrored ? kindCell.adjusted(0, 0, -used, 0) : kindCell.adjusted(used, 0, 0, 0), models::kindWord(kind));
    row.skip(m_columns.gap);
    row.painter->setPen(m_theme.ink(row.ink(Ink::Text)));
    const QString who = value(row.index, Role::Actor).toString();
    row.write(row.take(whoRoom(row, who)), who);
    row.skip(m_columns.gap);
    paintDay(row);
}

void TimelineDelegate::paintText(Row &row) const
{
    if (!hasTwoLines())
        paintBadges(row);
    const bool retracted = value(row.index, Role::Retracted).toBool();
    QFont font = m_theme.textFont();
    font.setStrikeOut(retracted);
    font.setBold(value(row.index, Role::Pinned).toBool());
    row.painter->setFont(font);
    row.painter->setPen(m_theme.ink(row.ink(retracted ? Ink::Muted : Ink::Text)));
    row.write(row.placed(row.left), value(row.index, Role::Text).toString().simplified());
}

QList<TimelineBadge> TimelineDelegate::badgesOf(const Row &row) const
{
    const QString object = value(row.index, Role::ObjectRef).toString();
    const QString ref = u'#' + (object.isEmpty() ? value(row.index, Role::Ref).toString() : object);
    QList<TimelineBadge> badges = timelineBadges(row.index);
    if (ref.size() > 1 && (!object.isEmpty() || !isNarrow(row.option.rect.width())))
        badges.prepend({{}, ref, object.isEmpty() ? Ink::Disabled : Ink::Text});
    return badges;
}

int TimelineDelegate::badgeWidth(const TimelineBadge &badge, const QFontMetrics &metrics) const
{
    const int icon = badge.icon.isEmpty() ? 0 : m_theme.iconSize() + m_theme.scaled(2);
    return icon + std::min(metrics.horizontalAdvance(badge.text) + 1, metrics.averageCharWidth() * 30);
}

void TimelineDelegate::paintBadges(Row &row) const
{
    row.painter->setFont(m_theme.captionFont());
    const QFontMetrics metrics = row.painter->fontMetrics();
    // From the end of the row inwards; what the text leaves, and where it leaves little, half of the room.
    const int text = QFontMetrics(m_theme.textFont()).horizontalAdvance(value(row.index, Role::Text).toString().left(200));
    int room = row.left.width() - (hasTwoLines() ? 0 : std::min(text + m_columns.gap, row.left.width() / 2));
    for (const TimelineBadge &badge : badgesOf(row)) {
        const int icon = badge.icon.isEmpty() ? 0 : m_theme.iconSize() + m_theme.scaled(2);
        const int width = badgeWidth(badge, metrics);
        if (width > room)
            break;
        room -= width + m_columns.gap;
        const Ink ink = row.ink(badge.ink);
        QRect place(row.left.right() - width + 1, row.left.top(), width, row.left.height());
        row.left.setRight(row.left.right() - width - m_columns.gap);
        if (icon)
            m_theme.icon(badge.icon, ink)
                .paint(row.painter, row.placed({place.left(), place.top(), m_theme.iconSize(), place.height()}));
        row.painter->setPen(m_theme.ink(ink));
        row.write(row.placed(place.adjusted(icon, 0, 0, 0)), badge.text);
    }
    row.painter->setFont(m_theme.textFont());
}

QString TimelineDelegate::tooltip(const QModelIndex &index) const
{
    QStringList lines{wrappedTip(value(index, Role::Text).toString())};
    if (value(index, Role::FoldCount).toInt() > 0) {
        lines.append(tr("Press Enter or click to show or hide them."));
        return lines.join(u'\n');
    }
    lines.append(models::kindWord(value(index, Role::Kind).toString()));
    if (const QString role = value(index, Role::Role).toString(); !role.isEmpty())
        //: %1 a person, %2 a role of the incident
        lines.append(tr("%1, role %2").arg(value(index, Role::Actor).toString(), role));
    lines.append(tr("Happened %1").arg(m_times.full(instant(index, Role::At))));
    lines.append(tr("Recorded %1").arg(m_times.full(instant(index, Role::RecordedAt))));
    for (const TimelineBadge &badge : timelineBadges(index))
        lines.append(wrappedTip(badge.text));
    return lines.join(u'\n');
}

bool TimelineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tooltip(index), view, option.rect);
    return true;
}

} // namespace fireline::views
