// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statusdelegate.h"

#include "status/statusroles.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace status = models::status;
using domain::Instant;
using domain::Span;

QString stateWord(int state)
{
    switch (state) {
    case status::Drafted: return UpdateDelegate::tr("draft");
    case status::Asked: return UpdateDelegate::tr("approval asked");
    case status::Approved: return UpdateDelegate::tr("approved");
    case status::Queued: return UpdateDelegate::tr("queued");
    case status::Sent: return UpdateDelegate::tr("sent");
    case status::Unknown: return UpdateDelegate::tr("unknown: look before resending");
    case status::Failed: return UpdateDelegate::tr("failed");
    default: return UpdateDelegate::tr("new");
    }
}

Chip stateChip(int state)
{
    switch (state) {
    case status::Asked:
    case status::Queued: return Chip::Due;
    case status::Approved:
    case status::Sent: return Chip::Ok;
    case status::Unknown: return Chip::Conflict;
    case status::Failed: return Chip::Late;
    default: return Chip::Info;
    }
}

StatusRowDelegate::StatusRowDelegate(Theme &theme, TimeDisplay &times, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_times(times)
{
}

QFont StatusRowDelegate::chipFont(const StatusRow &row) const
{
    if (!row.large)
        return m_theme.captionFont();
    QFont font = m_theme.clockFont();
    font.setPointSizeF(m_theme.textFont().pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    return font;
}

QSize StatusRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const StatusRow shown = row(index);
    const int second = m_oneLine ? 0 : QFontMetrics(m_theme.captionFont()).height();
    const int text = std::max(QFontMetrics(m_theme.textFont()).height() + second, m_theme.iconSize());
    const int chip = shown.chip.isEmpty() ? 0 : chipSize(chipText(shown.kind, shown.chip), chipFont(shown)).height();
    return {option.rect.width() > 0 ? option.rect.width() : m_theme.scaled(160),
            std::max(text, chip) + m_theme.scaled(m_oneLine ? 4 : 6)};
}

void StatusRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const StatusRow shown = row(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int gap = m_theme.scaled(4);
    QRect room = option.rect.adjusted(gap, gap / 2, -gap, -gap / 2);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const int side = m_theme.iconSize();
    m_theme.icon(shown.icon, selected ? Ink::SelectionText : Ink::Muted)
        .paint(painter, place({room.left(), room.top(), side, m_oneLine ? room.height() : side}));
    room.setLeft(room.left() + side + gap);
    if (!shown.chip.isEmpty()) {
        const QString words = chipText(shown.kind, shown.chip);
        const QSize size = chipSize(words, chipFont(shown)).boundedTo({room.width() * 2 / 3, room.height()});
        const QRect rect(room.right() - size.width() + 1, room.center().y() - size.height() / 2, size.width(), size.height());
        paintChip(painter, place(rect), m_theme.chip(shown.kind), words, chipFont(shown));
        room.setRight(rect.left() - gap);
    }
    painter->save();
    paintWords(painter, option, room, shown);
    painter->restore();
}

void StatusRowDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room,
                                   const StatusRow &row) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto line = [&](const QString &text, const QFont &font, Ink ink, const QRect &place) {
        painter->setFont(font);
        painter->setPen(m_theme.ink(selected ? Ink::SelectionText : ink));
        const Qt::LayoutDirection direction = directionOf(text, option.direction);
        painter->setLayoutDirection(direction);
        painter->drawText(QStyle::visualRect(option.direction, option.rect, place),
                          int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine),
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    const QFont title = m_theme.textFont();
    const int height = QFontMetrics(title).height();
    QRect place(room.left(), room.top(), room.width(), m_oneLine ? room.height() : height);
    line(row.title, title, Ink::Text, place);
    if (m_oneLine)
        place.setLeft(place.left() + QFontMetrics(title).horizontalAdvance(row.title) + 2 * m_theme.scaled(4));
    else
        place = {room.left(), room.top() + height, room.width(), QFontMetrics(m_theme.captionFont()).height()};
    if (place.width() > 0)
        line(row.line, m_theme.captionFont(), Ink::Muted, place);
}

QString AudienceDelegate::lineOf(const QModelIndex &index) const
{
    if (!index.data(status::KeptInsideRole).toString().isEmpty())
        return tr("closed: nothing goes outside");
    const QString open = index.data(status::OpenRole).toString();
    if (!open.isEmpty())
        return tr("%1: %2").arg(open, stateWord(index.data(status::OpenStateRole).toInt()));
    const Instant last{index.data(status::LastSentRole).toLongLong()};
    if (!last.isSet())
        return index.data(status::OutsideRole).toBool() ? tr("outside · nothing said yet") : tr("nothing said yet");
    const QString word = index.data(status::LastWordRole).toString();
    return word.isEmpty() ? tr("told at %1").arg(m_times.dayMinute(last))
                          : tr("%1, told at %2").arg(word, m_times.dayMinute(last));
}

StatusRow AudienceDelegate::row(const QModelIndex &index) const
{
    StatusRow row;
    row.title = index.data(Qt::DisplayRole).toString();
    row.line = lineOf(index);
    const bool kept = !index.data(status::KeptInsideRole).toString().isEmpty();
    row.icon = kept ? u"lock"_s : index.data(status::OutsideRole).toBool() ? u"external"_s : u"people"_s;
    row.large = true;
    const Span left{index.data(status::LeftRole).toLongLong()};
    switch (index.data(status::DueRole).toInt()) {
    case status::Late:
        row.kind = Chip::Late;
        row.chip = tr("late %1").arg(countdownText(left));
        break;
    case status::Soon:
        row.kind = Chip::Due;
        row.chip = countdownText(left);
        break;
    case status::Running:
    case status::Snoozed:
        row.kind = Chip::Rank5;
        row.chip = countdownText(left);
        break;
    default: break;
    }
    return row;
}

StatusRow UpdateDelegate::row(const QModelIndex &index) const
{
    StatusRow row;
    const int state = index.data(status::StateRole).toInt();
    const QString word = index.data(status::WordRole).toString();
    const QString id = index.data(status::IdRole).toString();
    const QString audience = index.data(status::AudienceNameRole).toString();
    row.title = word.isEmpty() ? tr("%1 · %2").arg(id, audience) : tr("%1 · %2 · %3").arg(id, audience, word);
    const qint64 sent = index.data(status::SentAtRole).toLongLong();
    const Instant at{sent ? sent : index.data(status::DraftedAtRole).toLongLong()};
    const QString text = index.data(Qt::DisplayRole).toString().simplified();
    row.line = tr("%1 · %2").arg(m_times.dayMinute(at), text);
    row.icon = index.data(status::UpdateOutsideRole).toBool() ? u"external"_s : u"people"_s;
    row.kind = stateChip(state);
    row.chip = state == status::Unknown ? tr("unknown") : stateWord(state);
    return row;
}

} // namespace fireline::views
