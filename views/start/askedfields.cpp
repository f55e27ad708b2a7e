// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/askedfields.h"

#include "process/fieldname.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

QString textOf(const QWidget *editor)
{
    if (const auto *choice = qobject_cast<const QComboBox *>(editor))
        return choice->currentData().toString();
    return qobject_cast<const QLineEdit *>(editor)->text().trimmed();
}

void setText(QWidget *editor, const QString &text)
{
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(std::max(0, choice->findData(text)));
    else
        qobject_cast<QLineEdit *>(editor)->setText(text);
}

} // namespace

AskedFields::AskedFields(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_layout(new QFormLayout(this))
{
    setObjectName(u"startFields"_s);
    m_layout->setContentsMargins({});
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    connect(&theme, &Theme::changed, this, &AskedFields::restyle);
}

QWidget *AskedFields::editorOf(const models::AskedField &field)
{
    if (field.type != domain::FieldType::Choice && field.type != domain::FieldType::Flag) {
        auto *line = new QLineEdit(this);
        if (field.noneKnown)
            line->setPlaceholderText(tr("Write \"none known\" where nothing is known."));
        return line;
    }
    auto *choice = new QComboBox(this);
    choice->addItem(tr("Not known yet"), QString());
    if (field.type == domain::FieldType::Flag) {
        choice->addItem(tr("Yes"), u"true"_s);
        choice->addItem(tr("No"), u"false"_s);
    }
    for (const QString &value : field.values)
        choice->addItem(value, value);
    return choice;
}

void AskedFields::setFields(const QList<models::AskedField> &fields, const QJsonObject &remembered)
{
    const QJsonObject typed = values();
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_editors.clear();
    m_fields = fields;
    m_remembered = remembered;
    for (const models::AskedField &field : fields) {
        QWidget *editor = editorOf(field);
        editor->setObjectName(u"startField_"_s + field.id);
        editor->setAccessibleName(field.name);
        editor->setToolTip(field.refused ? tr("The process refuses it without this.") : tr("The process asks for this."));
        auto *label = new QLabel(field.name, this);
        label->setBuddy(editor);
        label->setTextFormat(Qt::PlainText);
        m_layout->addRow(label, editor);
        label->show();
        editor->show();
        m_editors.insert(field.id, editor);
        setText(editor, typed.value(field.id).toString(firstOf(field.id)));
    }
    setVisible(!fields.isEmpty());
    restyle();
}

void AskedFields::restyle()
{
    for (QWidget *child : findChildren<QWidget *>())
        child->setFont(m_theme.textFont());
}

QString AskedFields::firstOf(const QString &id) const
{
    const QString offered = m_offered.value(id);
    const auto *choice = qobject_cast<const QComboBox *>(m_editors.value(id));
    const bool fits = !offered.isEmpty() && (!choice || choice->findData(offered) >= 0);
    return fits ? offered : m_remembered.value(id).toString();
}

void AskedFields::offer(const QMap<QString, QString> &answers)
{
    QStringList untouched;
    for (auto it = m_editors.constBegin(); it != m_editors.constEnd(); ++it) {
        // What is open is answered; that somebody took an answer away is none to fill in again.
        const QString now = textOf(it.value());
        if (now == firstOf(it.key()) || (now.isEmpty() && answers.contains(it.key())))
            untouched.append(it.key());
    }
    m_offered = answers;
    for (const QString &id : std::as_const(untouched))
        setText(m_editors.value(id), firstOf(id));
}

void AskedFields::clear()
{
    m_offered.clear();
    for (auto it = m_editors.constBegin(); it != m_editors.constEnd(); ++it)
        setText(it.value(), m_remembered.value(it.key()).toString());
}

QJsonObject AskedFields::values() const
{
    QJsonObject given;
    for (auto it = m_editors.constBegin(); it != m_editors.constEnd(); ++it) {
        if (const QString text = textOf(it.value()); !text.isEmpty())
            given.insert(it.key(), text);
    }
    return given;
}

QWidget *AskedFields::chainAfter(QWidget *last) const
{
    for (const models::AskedField &field : m_fields) {
        setTabOrder(last, m_editors.value(field.id));
        last = m_editors.value(field.id);
    }
    return last;
}

bool AskedFields::goOn()
{
    qsizetype next = 0;
    for (qsizetype i = 0; i < m_fields.size(); ++i)
        next = m_editors.value(m_fields.at(i).id)->hasFocus() ? i + 1 : next;
    if (next == m_fields.size())
        return false;
    m_editors.value(m_fields.at(next).id)->setFocus(Qt::TabFocusReason); // what was answered last time is typed over, or kept
    return true;
}

bool AskedFields::focusNamed(const QString &refusal)
{
    for (const models::AskedField &field : std::as_const(m_fields)) {
        if (!domain::asksForField(refusal, field.id))
            continue;
        m_editors.value(field.id)->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

} // namespace fireline::views
