// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/gotobar.h"

#include "access/readablenote.h"
#include "entry/entrytime.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

GotoBar::GotoBar(Theme &theme, const TimeDisplay &times, Clock now, QWidget *parent)
    : QWidget(parent)
    , m_times(times)
    , m_now(std::move(now))
    , m_field(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(4), 0, theme.scaled(4), theme.scaled(2));
    auto *label = new QLabel(tr("Go to time"), this);
    label->setBuddy(m_field);
    row->addWidget(label);
    m_field->setObjectName(u"timeline.goto"_s);
    m_field->setAccessibleName(tr("Go to time"));
    m_field->setPlaceholderText(tr("14:05, -20m, 2025-03-04 14:05"));
    m_field->setToolTip(
        tr("%1: Enter goes to the first entry at or after this time, Esc closes the field.").arg(m_field->placeholderText()));
    connect(m_field, &QLineEdit::textChanged, m_problem, &QLabel::clear);
    row->addWidget(m_field);
    addButton(u"timeline.goto.go"_s, tr("Go"), tr("Goes to the first entry at or after this time."), &GotoBar::go);
    addButton(u"timeline.goto.close"_s, tr("Close"), tr("Closes the field (Esc)."), &GotoBar::closed);
    m_problem->setObjectName(u"timeline.goto.problem"_s);
    readAloud(*m_problem);
    row->addWidget(m_problem, 1);
}

void GotoBar::addButton(const QString &name, const QString &text, const QString &help, void (GotoBar::*does)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(help);
    button->setAutoDefault(true); // Enter presses it then
    connect(button, &QPushButton::clicked, this, does);
    layout()->addWidget(button);
}

void GotoBar::open()
{
    m_problem->clear();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void GotoBar::go()
{
    const domain::Instant now = m_now();
    const QString typed = m_field->text().trimmed();
    const auto read = domain::readTime(typed, {now, now, m_times.zone(), m_times.local(), false});
    using Kind = domain::TimeReading::Kind;
    if (read.kind == Kind::Good && read.length == typed.size())
        emit timeChosen(read.at);
    else
        sayAloud(*m_problem, read.kind == Kind::Bad ? read.problem : tr("Write a time such as 14:05 or -20m."));
}

void GotoBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: go(); return;
    case Qt::Key_Escape: emit closed(); return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace fireline::views
