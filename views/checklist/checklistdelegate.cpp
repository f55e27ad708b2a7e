// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklistdelegate.h"

#include "checklist/checklistroles.h"
#include "rules/tickline.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace checklist = models::checklist;

/// One line of a row, wrapped where it is long.
struct ChecklistDelegate::Line
{
    QString text;
    QFont font;
    Ink ink = Ink::Text;
    bool code = false; ///< left to right, whatever is in it
};

namespace {

constexpr int padding = 3; // around a row, at 100 %

bool isList(const QModelIndex &index)
{
    return !index.parent().isValid();
}

QString boxShape(int state)
{
    switch (checklist::State(state)) {
    case checklist::Open: return u"☐"_s;
    case checklist::Ticked:
    case checklist::Checked: return u"☑"_s;
    case checklist::Skipped: return u"⊘"_s;
    }
    return {};
}

int flagsOf(bool code, const QString &text)
{
    const bool rightToLeft = !code && directionOf(text, QApplication::layoutDirection()) == Qt::RightToLeft;
    return int(Qt::TextWordWrap) | int(Qt::AlignTop)
           | int(rightToLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
}

} // namespace

ChecklistDelegate::ChecklistDelegate(Theme &theme, TimeDisplay &times, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_times(times)
{
}

void ChecklistDelegate::addListLines(QList<Line> &lines, const QModelIndex &index) const
{
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    const int count = index.data(checklist::CountRole).toInt();
    const int settled = index.data(checklist::SettledRole).toInt();
    lines.append({index.data().toString(), bold});
    if (index.data(checklist::CanStartRole).toBool())
        lines.append({tr("▷ Offered: Enter starts it"), m_theme.captionFont(), Ink::Link});
    else if (settled == count)
        lines.append({tr("✓ All %n done", nullptr, count), m_theme.captionFont(), Ink::Ok});
    else
        lines.append({tr("%1 of %2 done").arg(settled).arg(count), m_theme.captionFont(), Ink::Muted});
    if (const QString owner = index.data(checklist::OwnerRole).toString();
        !owner.isEmpty() && !index.data(checklist::MineRole).toBool())
        lines.append({tr("For %1").arg(owner), m_theme.captionFont(), Ink::Muted});
}

void ChecklistDelegate::addStepLines(QList<Line> &lines, const QModelIndex &index) const
{
    const QFont small = m_theme.captionFont();
    const auto state = checklist::State(index.data(checklist::StateRole).toInt());
    const auto text = [&](int role) { return index.data(role).toString(); };
    const auto add = [&](const QString &line, Ink ink = Ink::Muted) { lines.append({line, small, ink}); };
    const domain::Instant at{index.data(checklist::AtRole).toLongLong()};
    const QString time = at.isSet() ? isolatedLtr(m_times.dayMinute(at)) : QString();
    const QString actor = isolated(text(checklist::ActorRole));
    const bool next = index.data(checklist::NextRole).toBool();
    lines.append({text(Qt::DisplayRole), m_theme.textFont(), state == checklist::Open ? Ink::Text : Ink::Muted});
    const bool written = !text(checklist::FormRole).isEmpty();
    const QString typed = written ? QString() : domain::namedLine(text(checklist::LineRole));
    if (next)
        add(typed.isEmpty() ? tr("◄ next") : tr("◄ next, with %1").arg(isolatedLtr(typed)), Ink::Link);
    switch (state) {
    case checklist::Open:
        if (!next && !typed.isEmpty())
            add(tr("Type %1").arg(isolatedLtr(typed)));
        if (written)
            add(tr("Enter opens its form"));
        if (const QString when = text(checklist::UseWhenRole); !when.isEmpty())
            add(tr("When: %1").arg(when));
        if (const QString speed = text(checklist::SpeedRole); !speed.isEmpty())
            add(tr("Takes: %1").arg(speed));
        if (const int minutes = index.data(checklist::MinutesRole).toInt(); minutes > 0)
            add(tr("Takes %n minutes", nullptr, minutes));
        if (const QString owner = text(checklist::OwnerRole); !owner.isEmpty())
            add(tr("For %1").arg(owner));
        break;
    case checklist::Ticked: add(tr("✓ by itself: %1").arg(text(checklist::ReasonRole)), Ink::Ok); break;
    case checklist::Checked: {
        const QString said = text(checklist::ReasonRole);
        add(said.isEmpty() ? tr("✓ by %1 at %2").arg(actor, time) : tr("✓ by %1 at %2: %3").arg(actor, time, isolated(said)),
            Ink::Ok);
        break;
    }
    case checklist::Skipped:
        add(tr("Skipped by %1 at %2: %3").arg(actor, time, isolated(text(checklist::ReasonRole))), Ink::Warn);
        break;
    }
    if (const QString say = text(checklist::SayRole); !say.isEmpty() && state == checklist::Open)
        add(tr("Say: %1").arg(isolated(say)));
    if (const QString run = text(checklist::RunRole); !run.isEmpty() && state == checklist::Open)
        lines.append({run, m_theme.idFont(), Ink::Text, true});
}

QList<ChecklistDelegate::Line> ChecklistDelegate::linesOf(const QModelIndex &index) const
{
    QList<Line> lines;
    if (isList(index))
        addListLines(lines, index);
    else
        addStepLines(lines, index);
    return lines;
}

// Rows are as high as their text at the width that the view has: asked before a row has its place.
int ChecklistDelegate::widthOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(option.widget);
    const int whole = area ? area->viewport()->width() : option.rect.width();
    const int indent = option.widget ? option.widget->property("indentation").toInt() : 0;
    const int box = isList(index) ? 0 : boxRect(option).width(); // what paint() leaves beside it
    return std::max(m_theme.scaled(60), whole - indent * (isList(index) ? 1 : 2) - box - 2 * m_theme.scaled(padding));
}

QSize ChecklistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = widthOf(option, index);
    int height = 2 * m_theme.scaled(padding);
    for (const Line &line : linesOf(index)) {
        const QRect room(0, 0, width, QWIDGETSIZE_MAX);
        height += QFontMetrics(line.font).boundingRect(room, flagsOf(line.code, line.text), line.text).height();
    }
    return {width, std::max(height, m_theme.rowHeight())};
}

QRect ChecklistDelegate::boxRect(const QStyleOptionViewItem &option) const
{
    const int side = QFontMetrics(m_theme.textFont()).horizontalAdvance(u"☐"_s) + m_theme.scaled(2 * padding);
    const int height = std::min(option.rect.height(), m_theme.rowHeight());
    const QRect box(option.rect.left(), option.rect.top(), side, height);
    return QStyle::visualRect(option.direction, option.rect, box);
}

void ChecklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    shown.text.clear();
    shown.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int gap = m_theme.scaled(padding);
    QRect room = option.rect.adjusted(gap, gap, -gap, -gap);
    painter->save();
    painter->setClipRect(option.rect);
    if (!isList(index)) {
        const QRect box = boxRect(option);
        painter->setFont(m_theme.textFont());
        painter->setPen(m_theme.ink(selected ? Ink::SelectionText : Ink::Text));
        painter->drawText(box.adjusted(0, gap, 0, 0), int(Qt::AlignTop) | int(Qt::AlignHCenter),
                          boxShape(index.data(checklist::StateRole).toInt()));
        if (option.direction == Qt::RightToLeft)
            room.setRight(box.left() - 1 - gap);
        else
            room.setLeft(box.right() + 1 + gap);
    }
    for (const Line &line : linesOf(index)) {
        painter->setFont(line.font);
        painter->setPen(m_theme.ink(selected ? Ink::SelectionText : line.ink));
        QRect used;
        painter->drawText(room, flagsOf(line.code, line.text), line.text, &used);
        room.setTop(used.bottom() + 1);
    }
    painter->restore();
}

bool ChecklistDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (isList(index) || event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<const QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !boxRect(option).contains(mouse->position().toPoint()))
        return false;
    emit toggled(index);
    return true;
}

} // namespace fireline::views
