// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/workform.h"

#include "access/readablenote.h"
#include "forms/flowlayout.h"
#include "forms/saidby.h"
#include "orders/workquestions.h"
#include "start/askedfields.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

WorkForm::WorkForm(const QString &name, const QString &title, const models::WorkQuestions &ask, Theme &theme, QWidget *parent)
    : KeptForm(parent)
    , m_ask(ask)
    , m_theme(theme)
    , m_title(new QLabel(title, this))
    , m_form(new QFormLayout)
    , m_column(new QVBoxLayout(this))
    , m_message(new QLabel(this))
{
    setObjectName(name);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_asked = new AskedFields(theme, this);
    m_asked->setFields({}, {});
    m_message->setObjectName(name + u"Message"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    readAloud(*m_message);
    m_column->addWidget(m_title);
    m_column->addLayout(m_form);
    m_column->addWidget(m_asked);
    m_column->addWidget(m_message);
    buildButtons(name);
    connect(&theme, &Theme::changed, this, &WorkForm::restyle);
    restyle();
    hide();
}

void WorkForm::buildButtons(const QString &name)
{
    auto *row = new FlowLayout;
    m_send = new QPushButton(tr("Send"), this);
    m_send->setObjectName(name + u"Send"_s);
    m_send->setAccessibleName(tr("Send"));
    m_send->setToolTip(tr("Records it (Enter)."));
    m_close = new QPushButton(tr("Close"), this);
    m_close->setObjectName(name + u"Close"_s);
    m_close->setAccessibleName(tr("Close the form"));
    m_close->setToolTip(tr("Goes back to the list; what you typed is kept (Esc)."));
    for (QPushButton *button : {m_send, m_close}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_column->addLayout(row);
    connect(m_send, &QPushButton::clicked, this, &WorkForm::send);
    connect(m_close, &QPushButton::clicked, this, &WorkForm::leave);
}

void WorkForm::restyle()
{
    const int gap = m_theme.scaled(4);
    m_column->setContentsMargins(gap, gap, gap, gap);
    m_column->setSpacing(gap);
    m_form->setVerticalSpacing(gap);
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
}

WorkForm::~WorkForm()
{
    keepNow();
}

QString WorkForm::title() const
{
    return m_title->text();
}

void WorkForm::setTitle(const QString &title)
{
    m_title->setText(title);
}

QLineEdit *WorkForm::makeLine(const QString &name, const QString &label, const QString &help)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(label);
    line->setToolTip(help);
    line->setPlaceholderText(label);
    watch(line);
    return line;
}

QComboBox *WorkForm::makeChoice(const QString &name, const QString &label, const QString &help)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setAccessibleName(label);
    choice->setToolTip(help);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(6);
    watch(choice);
    return choice;
}

QLineEdit *WorkForm::addLine(const QString &name, const QString &label, const QString &help)
{
    QLineEdit *line = makeLine(name, label, help);
    m_form->addRow(line);
    m_subject = m_subject ? m_subject : line;
    return line;
}

QString WorkForm::said() const
{
    return m_subject ? m_subject->text().trimmed() : QString();
}

SaidBy *WorkForm::addSaidBy(const QString &name)
{
    auto *who = new SaidBy(name, this);
    m_form->addRow(tr("Said by"), who);
    watch(who);
    return who;
}

void WorkForm::addField(QWidget *field)
{
    m_form->addRow(field);
}

void WorkForm::addPair(QWidget *first, QWidget *second)
{
    auto *row = new QHBoxLayout;
    row->addWidget(first, 3);
    row->addWidget(second, 2);
    m_form->addRow(row);
}

QCheckBox *WorkForm::addCheck(const QString &name, const QString &label, const QString &help)
{
    auto *box = new QCheckBox(label, this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setToolTip(help);
    m_form->addRow(box);
    watch(box);
    return box;
}

void WorkForm::watch(QWidget *editor)
{
    m_editors.append(editor);
    if (!m_first)
        m_first = editor;
    QWidget::setTabOrder(m_last ? m_last : editor, editor);
    m_last = editor;
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        connect(line, &QLineEdit::textChanged, this, &WorkForm::changed);
        // While a list of names is open, Enter comes to the field alone: it chooses, or sends where nothing is chosen.
        connect(line, &QLineEdit::returnPressed, this, [this, line] {
            const QAbstractItemView *names = line->completer() ? line->completer()->popup() : nullptr;
            if (names && names->isVisible() && !names->currentIndex().isValid())
                send();
        });
    } else if (auto *choice = qobject_cast<QComboBox *>(editor)) {
        connect(choice, &QComboBox::currentTextChanged, this, &WorkForm::changed);
    } else if (auto *box = qobject_cast<QCheckBox *>(editor)) {
        connect(box, &QCheckBox::toggled, this, &WorkForm::changed);
    }
}

void WorkForm::complete(QLineEdit *line, const QStringList &words)
{
    if (line->completer() && line->completer()->property("words").toStringList() == words)
        return;
    auto *completer = new QCompleter(words, line);
    completer->setProperty("words", words);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete line->completer();
    line->setCompleter(completer);
}

void WorkForm::askFields()
{
    const QList<models::AskedField> fields = m_ask.fields(command());
    if (m_wanted == fields)
        return;
    m_wanted = fields;
    m_asked->setFields(fields, m_earlierFields);
    QWidget::setTabOrder(m_asked->chainAfter(m_last), m_send);
    QWidget::setTabOrder(m_send, m_close);
    for (auto *line : m_asked->findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textChanged, this, &WorkForm::changed, Qt::UniqueConnection);
    for (auto *choice : m_asked->findChildren<QComboBox *>())
        connect(choice, &QComboBox::currentTextChanged, this, &WorkForm::changed, Qt::UniqueConnection);
}

QJsonObject WorkForm::fieldValues() const
{
    return m_asked->values();
}

void WorkForm::clearFields()
{
    m_earlierFields = {};
    m_asked->clear();
}

void WorkForm::begin()
{
    if (m_empty.isEmpty())
        m_empty = values();
    show();
    QWidget::setTabOrder(m_last, m_send);
    QWidget::setTabOrder(m_send, m_close);
    changed();
    m_first->setFocus(Qt::ShortcutFocusReason);
}

void WorkForm::tell(const QString &text, bool refused)
{
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(refused ? Ink::Error : Ink::Warn));
    m_message->setPalette(palette);
    // At each key it may say what it said before, which nobody wants to hear again.
    const QString shaped = text.isEmpty() ? QString() : (refused ? u"✕ "_s : u"▼ "_s) + text;
    if (shaped != m_message->text() || m_message->isHidden())
        sayAloud(*m_message, shaped);
}

void WorkForm::changed()
{
    keepLater();
    if (isHidden())
        return;
    adapt();
    if (!missing().isEmpty())
        return tell({}, false);
    const models::Trial trial = m_ask.trial(command());
    tell(trial.passes() ? trial.remarks.join(u' ') : trial.refusal, !trial.passes());
}

void WorkForm::send()
{
    adapt();
    m_message->hide(); // what is refused once more is read once more
    if (const QString lacks = missing(); !lacks.isEmpty())
        return tell(lacks, true);
    const models::Trial trial = m_ask.trial(command());
    if (!trial.passes()) {
        tell(trial.refusal, true);
        m_asked->focusNamed(trial.refusal);
        return;
    }
    m_refusal.clear();
    m_sending = true;
    keepNow();
    emit asking(mark());
    emit sent(command());
    emit asking({});
    m_sending = false;
    if (!m_refusal.isEmpty())
        return tell(m_refusal, true);
    hide();
    m_subject->clear();
    clear();
    setMark({});
    emit waitingChanged();
    emit left();
}

void WorkForm::refuse(const QString &why)
{
    if (m_sending)
        m_refusal = why;
}

void WorkForm::leave()
{
    hide();
    emit left();
}

void WorkForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_close->hasFocus())
            return leave();
        return send();
    }
    QWidget::keyPressEvent(event);
}

} // namespace fireline::views
