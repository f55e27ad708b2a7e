// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/calleebox.h"

#include "forms/flowlayout.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

CalleeBox::CalleeBox(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_said(new QLabel(this))
    , m_copyText(new QPushButton(tr("Copy what to say"), this))
{
    setObjectName(u"escalationCallees"_s);
    m_said->setObjectName(u"escalationSay"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_copyText->setObjectName(u"escalationCopyText"_s);
    m_copyText->setAccessibleName(m_copyText->text());
    m_copyText->setToolTip(tr("Copies the sentence above, to be read out or pasted (Ctrl+C in the list)."));
    m_copyText->setAutoDefault(false);
    connect(m_copyText, &QPushButton::clicked, this, &CalleeBox::copyText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.scaled(2));
    column->addWidget(m_said);
    column->addWidget(m_copyText, 0, Qt::AlignLeading);
    build();
}

void CalleeBox::setCallees(const QVariantList &callees, const QString &text)
{
    if (text != m_text) {
        m_text = text;
        m_said->setText(tr("Say: %1").arg(isolated(text)));
    }
    // Buttons stay as they are while somebody is at one of them.
    if (callees == m_callees)
        return;
    m_callees = callees;
    build();
}

void CalleeBox::build()
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.scaled(2));
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_rows);
    if (m_callees.isEmpty()) {
        auto *nobody = new QLabel(tr("This step calls nobody."), m_rows);
        column->addWidget(nobody);
    }
    for (const QVariant &callee : std::as_const(m_callees))
        addCallee(callee.toMap());
    m_rows->show();
}

void CalleeBox::addCallee(const QVariantMap &callee)
{
    const QString name = callee.value(u"name"_s).toString();
    const QString people = callee.value(u"people"_s).toStringList().join(u", "_s);
    const QString via = callee.value(u"via"_s).toString();
    QString text = people.isEmpty() ? isolated(name) : tr("%1: %2", "role, who has it now").arg(isolated(name), isolated(people));
    if (!via.isEmpty())
        text = tr("%1, by %2", "whom to call, by which way").arg(text, isolatedLtr(via));
    auto *label = new QLabel(text, m_rows);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_rows->layout()->addWidget(label);
    auto *line = new QWidget(m_rows);
    line->setObjectName(u"calleeCopies"_s);
    auto *row = new FlowLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_rows->layout()->addWidget(line);
    addCopy(tr("Copy name"), people.isEmpty() ? name : people, name);
    addCopy(tr("Copy phone"), callee.value(u"phone"_s).toString(), name);
    addCopy(tr("Copy mail"), callee.value(u"mail"_s).toString(), name);
    addCopy(tr("Copy handle"), callee.value(u"handle"_s).toString(), name);
}

void CalleeBox::addCopy(const QString &what, const QString &value, const QString &whose)
{
    if (value.isEmpty())
        return;
    auto *line = m_rows->findChildren<QWidget *>(u"calleeCopies"_s).last();
    auto *button = new QPushButton(what, line);
    button->setObjectName(u"calleeCopy"_s);
    button->setAccessibleName(tr("%1: %2", "button, whose").arg(what, whose));
    button->setToolTip(tr("Copies “%1”.").arg(value));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, value] { copy(value); });
    line->layout()->addWidget(button);
}

void CalleeBox::copyText() const
{
    copy(m_text);
}

void CalleeBox::copy(const QString &value) const
{
    QGuiApplication::clipboard()->setText(value);
    emit copied(tr("Copied: %1").arg(value));
}

} // namespace fireline::views
