// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbookdelegate.h"

#include "playbooks/markdowntext.h"
#include "playbooks/playbooksroles.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace p = models::playbooks;

namespace {

constexpr int padding = 4; // around a row, at 100 %
constexpr int levelIndent = 12;
constexpr int keptDocuments = 400;

int partOf(const QModelIndex &index)
{
    return index.data(p::PartRole).toInt();
}

int noteFlags()
{
    return int(Qt::TextWordWrap) | int(Qt::AlignTop) | int(Qt::AlignLeading);
}

} // namespace

PlaybookDelegate::PlaybookDelegate(Theme &theme, TimeDisplay &times, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_times(times)
    , m_documents(keptDocuments)
{
}

PlaybookDelegate::~PlaybookDelegate() = default;

QFont PlaybookDelegate::fontOf(const QModelIndex &index) const
{
    QFont font = m_theme.textFont();
    switch (partOf(index)) {
    case p::Heading: font.setWeight(QFont::DemiBold); break;
    case p::Code: font = m_theme.idFont(); break;
    case p::Evidence: font = m_theme.captionFont(); break;
    default: break;
    }
    return font;
}

Ink PlaybookDelegate::inkOf(const QModelIndex &index) const
{
    if (partOf(index) == p::Fault)
        return Ink::Warn;
    const bool settled = partOf(index) == p::Step && index.data(p::StepStateRole).toInt() != p::Open;
    return settled || partOf(index) == p::Evidence ? Ink::Muted : Ink::Text;
}

MarkdownText *PlaybookDelegate::documentOf(const QModelIndex &index, int width) const
{
    const int part = partOf(index);
    const bool plain = part != p::Text && part != p::Step ? true : index.data(p::PlainRole).toBool();
    QString text = index.data().toString();
    if (part == p::Fault)
        text.prepend(u"⚠ "_s);
    const QFont font = fontOf(index);
    const QString key = QString::number(width) + u' ' + font.key() + (plain ? u'p' : u'm') + text;
    if (MarkdownText *known = m_documents.object(key))
        return known;
    auto *made = new MarkdownText;
    made->setDefaultFont(font);
    made->setIndentWidth(m_theme.scaled(levelIndent));
    made->setText(text, plain);
    made->setTextWidth(width);
    m_documents.insert(key, made);
    return made;
}

QList<PlaybookDelegate::Note> PlaybookDelegate::notesOf(const QModelIndex &index) const
{
    QList<Note> notes;
    const domain::Instant at{index.data(p::AtRole).toLongLong()};
    const QString time = at.isSet() ? isolatedLtr(m_times.dayMinute(at)) : QString();
    const QString actor = isolated(index.data(p::ActorRole).toString());
    const QString why = index.data(p::WhyRole).toString();
    if (partOf(index) == p::Evidence) {
        const QString hash = isolatedLtr(index.data(p::HashRole).toString().left(12));
        notes.append({tr("Kept by %1 at %2, SHA-256 %3…").arg(actor, time, hash), Ink::Ok});
    }
    if (partOf(index) != p::Step)
        return notes;
    switch (index.data(p::StepStateRole).toInt()) {
    case p::Ticked: notes.append({tr("✓ seen done"), Ink::Ok}); break;
    case p::Checked:
        notes.append(
            {why.isEmpty() ? tr("✓ by %1 at %2").arg(actor, time) : tr("✓ by %1 at %2: %3").arg(actor, time, isolated(why)),
             Ink::Ok});
        break;
    case p::Skipped: notes.append({tr("Skipped by %1 at %2: %3").arg(actor, time, isolated(why)), Ink::Warn}); break;
    default:
        if (index.data(p::NextRole).toBool())
            notes.append({tr("◄ next"), Ink::Link});
        if (const QString owner = index.data(p::OwnerRole).toString(); !owner.isEmpty())
            notes.append({tr("For %1").arg(isolated(owner)), Ink::Muted});
    }
    if (const QString other = index.data(p::OtherTextRole).toString(); !other.isEmpty())
        notes.append({tr("▲ The file was changed: ticked as %1").arg(isolated(other)), Ink::Warn});
    return notes;
}

QRect PlaybookDelegate::boxRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int side = style->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, option.widget);
    const int gap = m_theme.scaled(padding);
    const int level = m_theme.scaled(levelIndent) * index.data(p::LevelRole).toInt();
    const QRect box(option.rect.left() + gap + level, option.rect.top() + gap, side, side);
    return QStyle::visualRect(option.direction, option.rect, box);
}

int PlaybookDelegate::indentOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int box = boxRect(option, index).width() + m_theme.scaled(padding);
    if (partOf(index) == p::Step)
        return box + m_theme.scaled(levelIndent) * index.data(p::LevelRole).toInt();
    return index.data(p::NumberRole).toInt() > 0 ? box : 0;
}

// Rows are as high as their text at the width that the view has: asked before a row has its place.
int PlaybookDelegate::textWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(option.widget);
    const int whole = area ? area->viewport()->width() : option.rect.width();
    return std::max(m_theme.scaled(60), whole - indentOf(option, index) - 2 * m_theme.scaled(padding));
}

int PlaybookDelegate::notesHeight(const QModelIndex &index, int width) const
{
    int height = 0;
    const QFontMetrics metrics(m_theme.captionFont());
    for (const Note &note : notesOf(index))
        height += metrics.boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), noteFlags(), note.text).height();
    return height;
}

QSize PlaybookDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = textWidth(option, index);
    const int text = int(std::ceil(documentOf(index, width)->size().height()));
    const int height = text + notesHeight(index, width) + 2 * m_theme.scaled(padding);
    return {width, std::max(height, m_theme.compactRowHeight())};
}

void PlaybookDelegate::paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem box = option;
    box.rect = boxRect(option, index);
    const int state = index.data(p::StepStateRole).toInt();
    box.state.setFlag(QStyle::State_On, state == p::Checked || state == p::Ticked);
    box.state.setFlag(QStyle::State_NoChange, state == p::Skipped);
    box.state.setFlag(QStyle::State_Off, state == p::Open);
    box.state.setFlag(QStyle::State_HasFocus, false);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
}

void PlaybookDelegate::paintText(QPainter *painter, const QRect &room, const QModelIndex &index, bool selected) const
{
    MarkdownText *document = documentOf(index, room.width());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = m_theme.palette();
    context.palette.setColor(QPalette::Text, m_theme.ink(selected ? Ink::SelectionText : inkOf(index)));
    if (selected)
        context.palette.setColor(QPalette::Link, m_theme.ink(Ink::SelectionText));
    painter->save();
    painter->translate(room.topLeft());
    context.clip = QRectF(0, 0, room.width(), document->size().height());
    document->documentLayout()->draw(painter, context);
    painter->restore();
    QRect below = room.adjusted(0, int(std::ceil(document->size().height())), 0, 0);
    painter->setFont(m_theme.captionFont());
    for (const Note &note : notesOf(index)) {
        painter->setPen(m_theme.ink(selected ? Ink::SelectionText : note.ink));
        QRect used;
        painter->drawText(below, noteFlags(), note.text, &used);
        below.setTop(used.bottom() + 1);
    }
}

void PlaybookDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    shown.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    painter->save();
    painter->setClipRect(option.rect);
    const int part = partOf(index);
    const int gap = m_theme.scaled(padding);
    const int indent = indentOf(option, index);
    if (part == p::Heading)
        painter->fillRect(option.rect, m_theme.ink(Ink::Alternate));
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
    QRect room = option.rect.adjusted(gap + indent, gap, -gap, -gap);
    room = QStyle::visualRect(option.direction, option.rect, room);
    room.setWidth(textWidth(option, index));
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (part == p::Step)
        paintBox(painter, option, index);
    if (part == p::Code) {
        painter->setPen(m_theme.ink(Ink::Border));
        painter->drawRect(room.adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2));
    }
    paintText(painter, room, index, selected);
    painter->restore();
}

bool PlaybookDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease && partOf(index) == p::Step) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && boxRect(option, index).contains(mouse->pos())) {
            emit toggled(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace fireline::views
