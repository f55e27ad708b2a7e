// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/fieldrow.h"

#include "status/componentsedit.h"
#include "status/messageedit.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::FieldType;
using domain::FormField;
using models::StatusField;

namespace {

// The words of the process, as forms read them; never translated.
const QString noneKnown = u"none known"_s;

MessageEdit::Kind kindOf(const StatusField &field)
{
    return field.type == FieldType::Long || field.type == FieldType::List ? MessageEdit::Kind::Paragraph
                                                                          : MessageEdit::Kind::Line;
}

/// What is typed with one Tab too many goes into the field, not away.
class NoneButton : public QToolButton
{
public:
    explicit NoneButton(QWidget &field, QWidget *parent) : QToolButton(parent), m_field(field) { }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool types = !event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space
                           && !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (!types)
            return QToolButton::keyPressEvent(event);
        m_field.setFocus(Qt::BacktabFocusReason);
        QCoreApplication::sendEvent(&m_field, event);
    }

private:
    QWidget &m_field;
};

QString helpOf(const StatusField &field)
{
    return FieldRow::tr("%1, as the readers of the update are told.").arg(field.name);
}

} // namespace

FieldRow::FieldRow(const StatusField &field, const QStringList &components, Spelling &spelling, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_id(field.id)
{
    setObjectName(u"statusRow-"_s + field.id);
    build(field, components, spelling);
}

void FieldRow::build(const StatusField &field, const QStringList &components, Spelling &spelling)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    auto *head = new QHBoxLayout;
    m_name = new QLabel(this);
    m_name->setWordWrap(true);
    head->addWidget(m_name, 1);
    column->addLayout(head);
    if (!components.isEmpty()) {
        m_components = new ComponentsEdit(components, this);
        connect(m_components, &ComponentsEdit::edited, this, [this](const QString &text) { emit edited(m_id, text); });
        column->addWidget(m_components);
    } else if (field.type == FieldType::Choice || field.type == FieldType::Flag) {
        buildChoice(field);
        column->addWidget(m_choice);
    } else {
        m_edit = new MessageEdit(kindOf(field), spelling, m_theme, this);
        connect(m_edit, &MessageEdit::edited, this, [this](const QString &text) { emit edited(m_id, text); });
        column->addWidget(m_edit);
    }
    QWidget *answer = editor();
    if (!m_components) {
        answer->setObjectName(u"statusField-"_s + field.id);
        answer->setAccessibleName(field.name);
        answer->setToolTip(helpOf(field));
    }
    m_name->setBuddy(answer);
    if (field.need != FormField::Need::NoneKnown || !m_edit)
        return;
    m_none = new NoneButton(*m_edit, this);
    m_none->setObjectName(u"statusNone-"_s + field.id);
    m_none->setText(tr("None known"));
    m_none->setAccessibleName(tr("%1: none known").arg(field.name));
    m_none->setToolTip(tr("Says in the update that none is known; the process wants an answer here."));
    m_none->setFocusPolicy(Qt::StrongFocus);
    connect(m_none, &QToolButton::clicked, this, [this] { m_edit->showText(noneKnown); });
    head->addWidget(m_none);
    setTabOrder(m_edit, m_none);
}

void FieldRow::buildChoice(const StatusField &field)
{
    m_choice = new QComboBox(this);
    m_choice->addItem(tr("— not said —"), QString());
    const QStringList values = field.type == FieldType::Flag ? QStringList{u"true"_s, u"false"_s} : field.values;
    for (const QString &value : values)
        m_choice->addItem(value == "true"_L1 ? tr("yes") : value == "false"_L1 ? tr("no") : value, value);
    connect(m_choice, &QComboBox::activated, this, [this] { emit edited(m_id, m_choice->currentData().toString()); });
}

QWidget *FieldRow::editor() const
{
    if (m_components)
        return m_components->findChild<QComboBox *>();
    return m_edit ? static_cast<QWidget *>(m_edit) : m_choice;
}

void FieldRow::showText(const QString &text)
{
    if (m_components)
        return m_components->showText(text);
    if (m_edit) {
        // What is being typed may end in a blank that the record leaves away.
        if (m_edit->toPlainText().trimmed() != text.trimmed())
            m_edit->showText(text);
        return;
    }
    if (m_choice->findData(text) < 0)
        m_choice->addItem(text, text);
    m_choice->setCurrentIndex(m_choice->findData(text));
}

void FieldRow::show(const StatusField &field, const QString &text, const std::optional<QString> &asKnown, bool begun)
{
    const QSignalBlocker quiet(this);
    showText(text);
    if (m_components)
        m_components->offer(asKnown);
    const bool open = field.need == FormField::Need::Optional;
    const bool stops = field.missing && begun;
    m_name->setText(stops           ? tr("▲ %1 – missing").arg(field.name)
                    : field.missing ? tr("%1 – missing").arg(field.name)
                    : open          ? tr("%1 (optional)").arg(field.name)
                                    : field.name);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(stops ? Ink::Error : open ? Ink::Muted : Ink::Text));
    m_name->setPalette(palette);
    if (m_edit)
        m_edit->setHints(!field.before.isEmpty()         ? QStringList{tr("before: %1").arg(field.before), field.before}
                         : field.known.isEmpty()         ? QStringList()
                         : field.type == FieldType::Time ? QStringList{tr("%1, or 14:30, or +30m").arg(field.known), field.known}
                                                         : QStringList{tr("%1 (filled in)").arg(field.known), field.known});
    // A hint is cut where the field is narrow.
    const QString before = field.before.isEmpty() ? QString() : tr("Before: %1").arg(field.before);
    if (m_edit)
        m_edit->setToolTip(before.isEmpty() ? helpOf(field) : helpOf(field) + u'\n' + before);
    const QStringList what{field.missing ? tr("Missing: the process wants it said.") : QString(), before};
    editor()->setAccessibleDescription(what.join(u' ').trimmed());
}

} // namespace fireline::views
