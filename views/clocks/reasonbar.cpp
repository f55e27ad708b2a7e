// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/reasonbar.h"

#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

ReasonBar::ReasonBar(const QString &name, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_minutes(new QSpinBox(this))
    , m_answer(new QPushButton(this))
{
    setObjectName(name);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_reason->setObjectName(name + u"Reason"_s);
    m_reason->setMaxLength(500);
    m_minutes->setObjectName(name + u"Minutes"_s);
    m_minutes->setRange(1, 24 * 60);
    m_minutes->setValue(5);
    m_minutes->setAccessibleName(tr("For how many minutes"));
    m_minutes->setToolTip(tr("For how many minutes. Enter does it."));
    m_minutes->setSuffix(tr(" min"));
    m_answer->setObjectName(name + u"Answer"_s);
    m_answer->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    column->addWidget(m_text);
    column->addLayout(row);
    row->addWidget(m_minutes);
    row->addWidget(m_reason, 1);
    row->addWidget(m_answer);
    setTabOrder(m_minutes, m_reason);
    setTabOrder(m_reason, m_answer);
    connect(m_answer, &QPushButton::clicked, this, &ReasonBar::submit);
    connect(m_reason, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_drafts.insert(m_question.id, text);
        showState();
    });
    connect(&theme, &Theme::changed, this, &ReasonBar::showTheme);
    showTheme();
    hide();
}

void ReasonBar::ask(const Question &question)
{
    m_question = question;
    m_text->setText(question.text);
    m_minutes->setVisible(question.minutes);
    m_reason->setText(m_drafts.value(question.id));
    m_reason->setPlaceholderText(question.needsReason ? tr("Why?") : tr("What did they say?"));
    m_reason->setAccessibleName(question.text);
    m_reason->setToolTip(tr("Type it and press Enter. Esc closes this and keeps what you typed."));
    m_answer->setText(question.answer);
    m_answer->setAccessibleName(question.answer);
    showState();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ReasonBar::showState()
{
    const bool ready = !m_question.needsReason || !m_reason->text().trimmed().isEmpty();
    m_answer->setEnabled(ready);
    m_answer->setToolTip(ready ? tr("Records it (Enter).") : tr("Type the reason first."));
}

void ReasonBar::showTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->setContentsMargins(gap, gap, gap, gap);
    layout()->setSpacing(gap);
}

void ReasonBar::submit()
{
    if (!m_answer->isEnabled())
        return;
    const Question asked = m_question;
    const QString reason = m_reason->text().trimmed();
    m_drafts.remove(asked.id);
    close();
    emit answered(asked.id, reason, m_minutes->value());
}

void ReasonBar::close()
{
    hide();
    if (m_question.back)
        m_question.back->setFocus(Qt::OtherFocusReason);
}

void ReasonBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: close(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: submit(); return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace fireline::views
