// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/calleebox.h"

#include "actions/readscontrol.h"
#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "state/closedwords.h"
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
    , m_copyText(button(u"escalationCopyText"_s, tr("Copy what to say"),
                        tr("Copies the sentence above, to be read out or pasted (Ctrl+C in the list)."), this))
{
    setObjectName(u"escalationCallees"_s);
    m_said->setObjectName(u"escalationSay"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.scaled(2));
    column->addWidget(m_said);
    buildButtons(column);
    build();
}

void CalleeBox::buildButtons(QVBoxLayout *column)
{
    auto *line = new QWidget(this);
    auto *row = new FlowLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_copyText);
    auto *numbers = button(u"escalationNumbers"_s, tr("Your numbers…"),
                           tr("Opens the file of your own numbers: shown to you, and in no record."), line);
    row->addWidget(numbers);
    column->addWidget(line);
    for (QPushButton *made : {m_copyText, numbers})
        markReading(*made);
    connect(m_copyText, &QPushButton::clicked, this, &CalleeBox::copyText);
    connect(numbers, &QPushButton::clicked, this, &CalleeBox::numbersRequested);
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

/// To be dialled from another telephone.
QString CalleeBox::waysText(const QVariantMap &callee)
{
    QStringList ways;
    for (const QString &way : {u"phone"_s, u"mail"_s, u"handle"_s}) {
        if (const QString value = callee.value(way).toString(); !value.isEmpty())
            ways.append(isolatedLtr(value));
    }
    const QString text = ways.join(u" · "_s);
    return !text.isEmpty() && callee.value(u"own"_s).toBool() ? tr("%1 (your notes)").arg(text) : text;
}

void CalleeBox::addCallee(const QVariantMap &callee)
{
    const QString name = callee.value(u"name"_s).toString();
    const QString people = callee.value(u"people"_s).toStringList().join(u", "_s);
    const QString via = callee.value(u"via"_s).toString();
    QString text = people.isEmpty() ? isolated(name) : tr("%1: %2", "role, who has it now").arg(isolated(name), isolated(people));
    if (!via.isEmpty())
        text = tr("%1, by %2", "whom to call, by which way").arg(text, isolated(domain::closedWord(via)));
    if (const QString ways = waysText(callee); !ways.isEmpty())
        text += u" · "_s + ways;
    auto *label = new QLabel(text, m_rows);
    label->setObjectName(u"callee"_s);
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
    markReading(*button);
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
