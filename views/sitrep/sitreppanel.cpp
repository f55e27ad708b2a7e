// SPDX-License-Identifier: GPL-3.0-or-later
#include "sitrep/sitreppanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

SitrepPanel::SitrepPanel(QWidget *parent) : QWidget(parent), m_text(new QPlainTextEdit(this))
{
    m_text->setObjectName(u"sitrep.text"_s);
    m_text->setAccessibleName(tr("Situation report"));
    m_text->setToolTip(tr("Where things stand, as the record gives it. It is written anew as the incident goes on."));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *button = new QPushButton(tr("Copy"), this);
    button->setObjectName(u"sitrep.copyButton"_s);
    button->setAccessibleName(tr("Copy the situation report"));
    button->setToolTip(tr("Puts the situation report on the clipboard."));
    markReading(*button);
    connect(button, &QPushButton::clicked, this, &SitrepPanel::copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text, 1);
    column->addWidget(button, 0, Qt::AlignLeft);
}

void SitrepPanel::addActions(ActionRegistry &actions)
{
    actions.add(
        reading({u"sitrep.copy"_s, tr("Copy the situation report"), tr("Puts the situation report on the clipboard."),
                 u"incident"_s, u"copy"_s}),
        [this] { copy(); }, [this] { return isVisible() ? QString() : tr("Go to the panel Situation report first."); });
}

QWidget *SitrepPanel::firstFocus() const
{
    return m_text;
}

void SitrepPanel::setText(const QString &text)
{
    const int at = m_text->verticalScrollBar()->value();
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(at);
}

void SitrepPanel::copy()
{
    QApplication::clipboard()->setText(m_text->toPlainText());
}

void SitrepPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit readChanged(true);
}

void SitrepPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit readChanged(false);
}

} // namespace fireline::views
