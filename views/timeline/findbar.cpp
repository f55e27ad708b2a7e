// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/findbar.h"

#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

FindBar::FindBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_hidden(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(4), 0, theme.scaled(4), theme.scaled(2));
    m_field->setObjectName(u"timeline.find"_s);
    m_field->setAccessibleName(tr("Find in the timeline"));
    m_field->setPlaceholderText(tr("Find in the timeline"));
    m_field->setToolTip(tr("Enter goes to the next hit, Shift+Return to the one before, Esc closes the search."));
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::wordsChanged);
    row->addWidget(m_field, 1);
    addButton(u"timeline.find.previous"_s, u"up"_s, tr("Previous hit"), false);
    addButton(u"timeline.find.next"_s, u"down"_s, tr("Next hit"), true);
    m_count->setObjectName(u"timeline.find.count"_s);
    row->addWidget(m_count);
    m_hidden->setObjectName(u"timeline.find.hidden"_s);
    m_hidden->setToolTip(tr("Clears the filter, so that the timeline shows every hit."));
    m_hidden->hide();
    connect(m_hidden, &QPushButton::clicked, this, &FindBar::hiddenRequested);
    row->addWidget(m_hidden);
    auto *close = new QToolButton(this);
    close->setObjectName(u"timeline.find.close"_s);
    close->setIcon(theme.icon(u"close"_s));
    close->setAccessibleName(tr("Close the search"));
    close->setToolTip(close->accessibleName());
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    row->addWidget(close);
}

void FindBar::addButton(const QString &name, const QString &icon, const QString &text, bool forward)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_theme.icon(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, [this, forward] { emit nextRequested(forward); });
    layout()->addWidget(button);
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString FindBar::words() const
{
    return m_field->text().simplified();
}

void FindBar::setCount(int shown, int hidden)
{
    m_count->setText(words().isEmpty() ? QString() : tr("%n hits", nullptr, shown));
    m_hidden->setText(tr("Show %n hidden by the filter", nullptr, hidden));
    // Whoever pressed it goes on reading in the field.
    if (hidden == 0 && m_hidden->hasFocus())
        m_field->setFocus(Qt::OtherFocusReason);
    m_hidden->setVisible(!words().isEmpty() && hidden > 0);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: emit nextRequested(!(event->modifiers() & Qt::ShiftModifier)); return;
    case Qt::Key_Escape: emit closed(); return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace fireline::views
