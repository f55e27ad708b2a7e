// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/workform.h"
#include "start/askedfields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

// What was typed and not sent: it waits in the form, and outlives the program where somebody keeps it.
namespace fireline::views {

namespace {

const QString fieldsKey = u"fields"_s;

} // namespace

QString WorkForm::id() const
{
    return isHidden() ? QString() : subject();
}

QJsonObject WorkForm::values() const
{
    QJsonObject values;
    for (const QWidget *editor : m_editors) {
        if (const auto *line = qobject_cast<const QLineEdit *>(editor))
            values.insert(line->objectName(), line->text());
        else if (const auto *choice = qobject_cast<const QComboBox *>(editor))
            values.insert(choice->objectName(), choice->currentData().toString());
        else if (const auto *box = qobject_cast<const QCheckBox *>(editor))
            values.insert(box->objectName(), box->isChecked());
    }
    QJsonObject fields = m_earlierFields;
    const QJsonObject typed = m_asked->values();
    for (auto it = typed.begin(); it != typed.end(); ++it)
        fields.insert(it.key(), it.value());
    values.insert(fieldsKey, fields);
    return values;
}

void WorkForm::setValues(const QJsonObject &values)
{
    m_earlierFields = values.value(fieldsKey).toObject();
    for (QWidget *editor : std::as_const(m_editors)) {
        const QJsonValue value = values.value(editor->objectName());
        if (value.isUndefined())
            continue;
        if (auto *line = qobject_cast<QLineEdit *>(editor))
            line->setText(value.toString());
        else if (auto *choice = qobject_cast<QComboBox *>(editor))
            choice->setCurrentIndex(std::max(0, choice->findData(value.toString())));
        else if (auto *box = qobject_cast<QCheckBox *>(editor))
            box->setChecked(value.toBool());
    }
}

QJsonObject WorkForm::kept() const
{
    const QJsonObject typed = values();
    const bool empty = m_empty.isEmpty() || typed == m_empty;
    return empty ? QJsonObject() : QJsonObject{{subject(), draftOf(title(), typed, mark())}};
}

void WorkForm::restore(const QJsonObject &kept)
{
    if (m_empty.isEmpty())
        m_empty = values();
    const QJsonObject draft = kept.value(subject()).toObject();
    if (draft.isEmpty() || values() != m_empty)
        return;
    setValues(draft.value(u"values"_s).toObject());
    setMark(draft.value(u"mark"_s).toString());
    emit waitingChanged();
}

void WorkForm::dropDraft(const QString &id)
{
    if (id != subject())
        return;
    setValues(m_empty);
    clear();
    setMark({});
    keepLater();
    emit waitingChanged();
}

// Panels show one of their forms and hide the others.
void WorkForm::setVisible(bool visible)
{
    KeptForm::setVisible(visible);
    emit waitingChanged();
}

} // namespace fireline::views
