// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/severitybuttons.h"

#include "start/severitybutton.h"
#include "theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

SeverityButtons::SeverityButtons(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    setObjectName(u"startSeverities"_s);
    m_grid->setContentsMargins({});
    m_grid->setColumnStretch(1, 1);
    connect(&theme, &Theme::changed, this, &SeverityButtons::restyle);
}

void SeverityButtons::setChoices(const QList<models::SeverityChoice> &choices, bool unassessed)
{
    qDeleteAll(m_buttons);
    qDeleteAll(m_definitions);
    qDeleteAll(m_examples);
    m_buttons.clear();
    m_definitions.clear();
    m_examples.clear();
    for (const models::SeverityChoice &choice : choices)
        addChoice(choice);
    if (unassessed)
        addUnassessed();
    arrange();
    restyle();
}

void SeverityButtons::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    m_grid->setColumnStretch(m_narrow ? 0 : 1, 1);
    m_grid->setColumnStretch(m_narrow ? 1 : 0, 0);
    for (int i = 0; i < m_buttons.size(); ++i) {
        const int row = 3 * i;
        m_grid->addWidget(m_buttons.at(i), row, 0, m_narrow ? 1 : 2, 1, Qt::AlignTop | Qt::AlignLeading);
        m_grid->addWidget(m_definitions.at(i), m_narrow ? row + 1 : row, m_narrow ? 0 : 1, Qt::AlignTop);
        m_grid->addWidget(m_examples.at(i), m_narrow ? row + 2 : row + 1, m_narrow ? 0 : 1, Qt::AlignTop);
    }
}

QSize SeverityButtons::minimumSizeHint() const
{
    return {m_widest, QWidget::minimumSizeHint().height()};
}

void SeverityButtons::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool narrow = width() < m_widest * 5 / 2; narrow != m_narrow) {
        m_narrow = narrow;
        arrange();
    }
}

void SeverityButtons::addChoice(const models::SeverityChoice &choice)
{
    const QString words = choice.name.isEmpty() ? choice.id
                                                : tr("%1 – %2", "id and name of a severity").arg(choice.id, choice.name);
    const QString examples = choice.examples.isEmpty() ? QString() : tr("For example: %1").arg(choice.examples.join(u"; "_s));
    auto *button = new SeverityButton(m_theme, rankChip(choice.rank), words, this);
    addRow(button, choice.id, choice.definition.join(u' '), examples);
}

void SeverityButtons::addUnassessed()
{
    auto *button = new SeverityButton(m_theme, Chip::Offline, tr("Not assessed yet"), this);
    addRow(button, {}, tr("The severity is assessed after the declaration."), {});
}

QPushButton *SeverityButtons::addRow(QPushButton *button, const QString &id, const QString &definition, const QString &examples)
{
    const int number = int(m_buttons.size()) + 1;
    button->setObjectName(u"startSeverity%1"_s.arg(number));
    button->setAccessibleDescription(examples.isEmpty() ? definition : definition + u' ' + examples);
    button->setToolTip(tr("Declares the incident with this severity. Alt+%1 moves here.").arg(number));
    button->installEventFilter(this);
    connect(button, &QPushButton::clicked, this, [this, id] { emit chosen(id); });
    auto *words = new QLabel(definition, this);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    auto *example = new QLabel(examples, this);
    example->setWordWrap(true);
    example->setTextFormat(Qt::PlainText);
    button->show(); // at once: Enter in the title moves here
    words->show();
    example->setVisible(!examples.isEmpty());
    m_buttons.append(button);
    m_definitions.append(words);
    m_examples.append(example);
    return button;
}

void SeverityButtons::restyle()
{
    m_widest = 0;
    for (QPushButton *button : std::as_const(m_buttons)) {
        button->setFont(m_theme.textFont());
        m_widest = std::max(m_widest, button->sizeHint().width());
    }
    for (QPushButton *button : std::as_const(m_buttons)) {
        button->setFixedWidth(m_widest);
        button->update();
    }
    for (QLabel *label : std::as_const(m_definitions))
        label->setFont(m_theme.textFont());
    QPalette muted = m_theme.palette();
    muted.setColor(QPalette::WindowText, m_theme.ink(Ink::Muted));
    for (QLabel *label : std::as_const(m_examples)) {
        label->setFont(m_theme.captionFont());
        label->setPalette(muted);
    }
}

void SeverityButtons::focusChoice(int number)
{
    if (number >= 0 && number < m_buttons.size())
        m_buttons.at(number)->setFocus(Qt::ShortcutFocusReason);
}

QWidget *SeverityButtons::chainAfter(QWidget *last) const
{
    for (QPushButton *button : m_buttons) {
        setTabOrder(last, button);
        last = button;
    }
    return last;
}

bool SeverityButtons::eventFilter(QObject *watched, QEvent *event)
{
    // Compared as what it surely is: a button that is being deleted is no button any more.
    const auto found = std::find_if(m_buttons.cbegin(), m_buttons.cend(),
                                    [&](const QObject *button) { return button == watched; });
    const auto at = found - m_buttons.cbegin();
    if (event->type() != QEvent::KeyPress || found == m_buttons.cend())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9) {
        focusChoice(key->key() - Qt::Key_1);
        return true;
    }
    if (plain && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        focusChoice(int(at) + (key->key() == Qt::Key_Down ? 1 : -1));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fireline::views
