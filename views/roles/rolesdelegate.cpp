// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/rolesdelegate.h"

#include "roles/checkin.h"
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
#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace roles = models::roles;
namespace checkin = models::checkin;
namespace tenure = models::tenure;

namespace {

tenure::Load loadOf(const QModelIndex &index)
{
    return tenure::Load(index.data(roles::LoadRole).toInt());
}

checkin::State checkInOf(const QModelIndex &index)
{
    return checkin::State(index.data(roles::CheckInRole).toInt());
}

/// Of the hours, or of the next word that is waited for.
std::optional<Chip> chipKind(const QModelIndex &index)
{
    const bool hours = index.column() == roles::OnForColumn;
    const bool word = index.column() == roles::CheckInColumn;
    if ((hours && loadOf(index) == tenure::Over) || (word && checkInOf(index) == checkin::Late))
        return Chip::Late;
    if ((hours && loadOf(index) == tenure::Plan) || (word && checkInOf(index) == checkin::Due))
        return Chip::Due;
    return std::nullopt;
}

bool isVacant(const QModelIndex &index)
{
    return index.data(roles::PersonRole).toString().isEmpty();
}

/// Until they are to be heard of; behind the shape of what is late, since then.
QString waitText(const QModelIndex &index)
{
    return hoursText(domain::Span::minutes(index.data(roles::MinutesRole).toInt()));
}

} // namespace

RolesDelegate::RolesDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QString RolesDelegate::chipOf(const QModelIndex &index) const
{
    const auto kind = chipKind(index);
    if (!kind)
        return {};
    if (index.column() == roles::OnForColumn)
        return chipText(*kind, hoursText({index.data(roles::OnForRole).toLongLong()}));
    return chipText(*kind, waitText(index));
}

QString RolesDelegate::personText(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString person = isolated(option.text);
    const QString next = index.data(roles::NextRole).toString();
    if (m_othersBeside && !next.isEmpty())
        return person + u" ⇄ "_s + isolated(next);
    if (const QString deputy = index.data(roles::DeputyRole).toString(); m_othersBeside && !deputy.isEmpty())
        return tr("%1 / %2", "who has a role, who stands in").arg(person, isolated(deputy));
    return index.data(roles::IsMeRole).toBool() ? tr("%1 (you)").arg(person) : option.text;
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
            const QString standsIn = index.data(roles::NoteRole).toString();
            option->text = standsIn.isEmpty() ? tr("No role") : standsIn;
            inked(Ink::Muted);
        }
        option->font.setWeight(index.data(roles::CommandsRole).toBool() ? QFont::DemiBold : QFont::Normal);
        break;
    case roles::PersonColumn:
        if (vacant) {
            option->text = required ? tr("▲ vacant") : tr("— vacant");
            inked(required ? Ink::Error : Ink::Muted);
        } else {
            option->text = personText(*option, index);
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
    case roles::CheckInColumn:
        if (checkInOf(index) == checkin::Fine)
            option->text = waitText(index);
        break;
    case roles::DeputyColumn: break;
    default:
        if (!option->text.isEmpty())
            option->text = u"⇄ "_s + isolated(option->text);
    }
    option->fontMetrics = QFontMetrics(option->font);
}

void RolesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString duty = chipOf(index);
    if (duty.isEmpty())
        return;
    const QFont font = m_theme.textFont();
    const QSize size = chipSize(duty, font).boundedTo(option.rect.size());
    const QRect chip = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, size, option.rect);
    paintChip(painter, chip, m_theme.chip(*chipKind(index)), duty, font);
}

QSize RolesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (const QString duty = chipOf(index); !duty.isEmpty())
        size.setWidth(std::max(size.width(), chipSize(duty, m_theme.textFont()).width()));
    size.setHeight(std::max(size.height(), m_theme.rowHeight()));
    return size;
}

QWidget *RolesDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(u"roleEditor"_s);
    const QString role = index.data(roles::RoleNameRole).toString();
    const bool deputy = index.column() == roles::DeputyColumn;
    edit->setAccessibleName(deputy ? tr("Who stands in for the role %1").arg(role) : tr("Who takes the role %1").arg(role));
    edit->setToolTip(deputy ? tr("Type a name and press Enter; no name: nobody stands in. Esc leaves it as it is.")
                            : tr("Type a name and press Enter; Esc leaves the role as it is."));
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
    edit->setText(index.data(Qt::EditRole).toString());
    edit->selectAll();
}

void RolesDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    if (const auto *edit = qobject_cast<QLineEdit *>(editor))
        emit personChosen(index, edit->text());
}

} // namespace fireline::views
