// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/rolesdelegate.h"

#include "roles/rolesroles.h"
#include "roles/tenure.h"
#include "text/spantext.h"
#include "theme/bidi.h"
#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace roles = models::roles;
namespace tenure = models::tenure;

namespace {

tenure::Load loadOf(const QModelIndex &index)
{
    return tenure::Load(index.data(roles::LoadRole).toInt());
}

Chip chipOf(tenure::Load load)
{
    return load == tenure::Over ? Chip::Late : Chip::Due;
}

bool isVacant(const QModelIndex &index)
{
    return index.data(roles::PersonRole).toString().isEmpty();
}

} // namespace

RolesDelegate::RolesDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QString RolesDelegate::dutyText(const QModelIndex &index) const
{
    const tenure::Load load = loadOf(index);
    if (index.column() != roles::OnForColumn || load == tenure::Fine)
        return {};
    return chipText(chipOf(load), hoursText({index.data(roles::OnForRole).toLongLong()}));
}

void RolesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool vacant = isVacant(index);
    const bool required = vacant && index.data(roles::RequiredRole).toBool() && !index.data(roles::OverRole).toBool();
    const auto inked = [&](Ink ink) {
        if (!option->state.testFlag(QStyle::State_Selected))
            option->palette.setColor(QPalette::Text, m_theme.ink(ink));
    };
    switch (index.column()) {
    case roles::RoleColumn:
        if (index.data(roles::RoleIdRole).toString().isEmpty()) {
            option->text = tr("No role");
            inked(Ink::Muted);
        }
        option->font.setWeight(index.data(roles::CommandsRole).toBool() ? QFont::DemiBold : QFont::Normal);
        break;
    case roles::PersonColumn:
        if (vacant) {
            option->text = required ? tr("▲ vacant") : tr("— vacant");
            inked(required ? Ink::Error : Ink::Muted);
        } else if (const QString next = index.data(roles::NextRole).toString(); m_nextBeside && !next.isEmpty()) {
            option->text = isolated(option->text) + u" ⇄ "_s + isolated(next);
        } else if (index.data(roles::IsMeRole).toBool()) {
            option->text = tr("%1 (you)").arg(isolated(option->text));
        }
        if (!vacant && !index.data(roles::SeesRole).toBool()) {
            option->text = tr("%1 – may not see it").arg(isolated(index.data(roles::PersonRole).toString()));
            inked(Ink::Warn);
        }
        break;
    case roles::OnForColumn:
        if (!index.data(roles::RoleIdRole).toString().isEmpty() && !vacant && loadOf(index) == tenure::Fine)
            option->text = hoursText({index.data(roles::OnForRole).toLongLong()});
        break;
    default:
        if (!option->text.isEmpty())
            option->text = u"⇄ "_s + isolated(option->text);
    }
    option->fontMetrics = QFontMetrics(option->font);
}

void RolesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString duty = dutyText(index);
    if (duty.isEmpty())
        return;
    const QFont font = m_theme.textFont();
    const QSize size = chipSize(duty, font).boundedTo(option.rect.size());
    const QRect chip = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, size, option.rect);
    paintChip(painter, chip, m_theme.chip(chipOf(loadOf(index))), duty, font);
}

QSize RolesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (const QString duty = dutyText(index); !duty.isEmpty())
        size.setWidth(std::max(size.width(), chipSize(duty, m_theme.textFont()).width()));
    size.setHeight(std::max(size.height(), m_theme.rowHeight()));
    return size;
}

QWidget *RolesDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(u"roleEditor"_s);
    edit->setAccessibleName(tr("Who takes the role %1").arg(index.data(roles::RoleNameRole).toString()));
    edit->setToolTip(tr("Type a name and press Enter; Esc leaves the role as it is."));
    edit->setPlaceholderText(tr("Name"));
    auto *completer = new QCompleter(index.data(roles::PeopleRole).toStringList(), edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    edit->setCompleter(completer);
    // While the list of names is open, Enter comes to the field alone and passes the delegate by.
    connect(edit, &QLineEdit::returnPressed, this, [this, edit, completer] {
        if (!completer->popup()->isVisible())
            return;
        const auto leave = [self = const_cast<RolesDelegate *>(this), edit] {
            emit self->commitData(edit);
            emit self->closeEditor(edit);
        };
        QMetaObject::invokeMethod(edit, leave, Qt::QueuedConnection);
    });
    return edit;
}

void RolesDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    // Ticks bring new data while somebody types: it is filled once.
    if (!edit || edit->property("filled").toBool())
        return;
    edit->setProperty("filled", true);
    edit->setText(index.data(roles::PersonRole).toString());
    edit->selectAll();
}

void RolesDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    if (const auto *edit = qobject_cast<QLineEdit *>(editor))
        emit personChosen(index, edit->text());
}

} // namespace fireline::views
