// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statusform.h"

#include "forms/panelbutton.h"
#include "status/affected.h"
#include "status/fieldrow.h"
#include "status/messageedit.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::StatusPage;

StatusForm::StatusForm(Spelling &spelling, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_spelling(spelling)
    , m_theme(theme)
    , m_stateRow(new QWidget(this))
    , m_state(new QComboBox(m_stateRow))
    , m_before(button(u"statusBefore"_s, tr("As before"),
                      tr("Fills the open questions with what the record says already. It can be "
                         "changed before it is sent."),
                      this))
    , m_rows(new QVBoxLayout)
    , m_freeName(new QLabel(this))
    , m_free(new MessageEdit(MessageEdit::Kind::Paragraph, spelling, theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.scaled(6), theme.scaled(4), theme.scaled(6), theme.scaled(4));
    auto *row = new QHBoxLayout(m_stateRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto *name = new QLabel(tr("State"), m_stateRow);
    name->setBuddy(m_state);
    m_state->setObjectName(u"statusState"_s);
    m_state->setAccessibleName(tr("State that the update announces"));
    m_state->setToolTip(tr("The process asks other questions for each state. What you typed for one stays."));
    row->addWidget(name);
    row->addWidget(m_state, 1);
    m_free->setObjectName(u"statusFree"_s);
    m_free->setToolTip(tr("Words that stand below the answers, as they are typed here."));
    m_freeName->setBuddy(m_free);
    auto *top = new QHBoxLayout;
    top->addWidget(m_stateRow, 1);
    top->addWidget(m_before);
    m_before->hide();
    column->addLayout(top);
    column->addLayout(m_rows);
    column->addWidget(m_freeName);
    column->addWidget(m_free);
    column->addStretch(1);
    connect(m_state, &QComboBox::activated, this, [this] { emit stateChosen(m_state->currentText()); });
    connect(m_free, &MessageEdit::edited, this, &StatusForm::freeEdited);
    connect(m_before, &QPushButton::clicked, this, [this] {
        emit beforeWanted();
        firstFocus()->setFocus(Qt::OtherFocusReason); // the button is gone once it was pressed
    });
}

void StatusForm::showState(const StatusPage &page)
{
    m_stateRow->setVisible(!page.states.isEmpty());
    for (const QString &state : page.states) {
        if (m_state->findText(state) < 0)
            m_state->addItem(state);
    }
    m_state->setCurrentIndex(m_state->findText(page.words.state));
}

void StatusForm::showFields(const StatusPage &page)
{
    QStringList shown;
    m_missing.clear();
    const bool begun = !page.words.saysNothing() || !page.id.isEmpty();
    for (const models::StatusField &field : page.fields) {
        FieldRow *&row = m_fields[field.id];
        if (!row) {
            const bool ofComponents = field.id == models::componentsField();
            row = new FieldRow(field, ofComponents ? page.components : QStringList(), m_spelling, m_theme, this);
            connect(row, &FieldRow::edited, this, &StatusForm::fieldEdited);
        }
        row->show(field, page.words.fields.value(field.id), page.componentsAsKnown, begun);
        if (field.missing && m_missing.isEmpty())
            m_missing = field.id;
        shown.append(field.id);
    }
    if (shown == m_shown && m_ordered)
        return;
    m_ordered = true; // once even where nothing is asked: the text comes behind the state then, too
    m_shown = shown;
    for (FieldRow *row : std::as_const(m_fields)) {
        m_rows->removeWidget(row);
        row->setVisible(false);
    }
    for (const QString &id : shown) {
        m_rows->addWidget(m_fields.value(id));
        m_fields.value(id)->setVisible(true);
    }
    orderTabs();
}

// Rows come and go with the state; the keyboard visits them as the eye does.
void StatusForm::orderTabs()
{
    setTabOrder(m_state, m_before);
    QWidget *before = m_before;
    for (const QString &id : std::as_const(m_shown)) {
        for (QWidget *part : m_fields.value(id)->findChildren<QWidget *>()) {
            if (part->focusPolicy() == Qt::NoFocus || part->objectName().isEmpty() || part->objectName().startsWith("qt_"_L1))
                continue;
            if (!part->objectName().startsWith("statusNone"_L1)) {
                setTabOrder(before, part);
                before = part;
            }
        }
        if (auto *none = m_fields.value(id)->findChild<QWidget *>(u"statusNone-"_s + id)) {
            setTabOrder(before, none);
            before = none;
        }
    }
    setTabOrder(before, m_free);
}

void StatusForm::show(const StatusPage &page)
{
    const QSignalBlocker quiet(this);
    showState(page);
    showFields(page);
    m_before->setVisible(std::any_of(page.fields.begin(), page.fields.end(),
                                     [](const models::StatusField &field) { return !field.before.isEmpty(); }));
    if (m_free->toPlainText().trimmed() != page.words.free.trimmed())
        m_free->showText(page.words.free);
    const bool alone = page.fields.isEmpty();
    m_freeName->setText(alone ? tr("Text") : tr("Further words (optional)"));
    m_free->setAccessibleName(alone ? tr("Text of the update") : tr("Further words of the update"));
}

QWidget *StatusForm::firstFocus() const
{
    const QString id = m_missing.isEmpty() ? m_shown.value(0) : m_missing;
    return id.isEmpty() ? static_cast<QWidget *>(m_free) : m_fields.value(id)->editor();
}

QWidget *StatusForm::firstStop() const
{
    return m_state;
}

} // namespace fireline::views
