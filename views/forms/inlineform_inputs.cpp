// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"
#include "forms/saidby.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

// What a form is filled in with, and the values that stand there.
namespace fireline::views {

namespace {

using Kind = FormInput::Kind;

constexpr int linesOfText = 5; // at least; where there is room it takes more
constexpr int oneWeek = 7 * 24 * 60;

QComboBox *choiceOf(const FormInput &input, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const auto &[value, text] : input.choices)
        box->addItem(text, value);
    // A long text is cut; the list of choices shows all of it.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

QLineEdit *lineOf(const FormInput &input, QWidget *parent)
{
    if (input.kind == Kind::Person) {
        auto *who = new SaidBy({}, parent);
        who->setPeople(input.completions, input.typist);
        return who;
    }
    auto *line = new QLineEdit(parent);
    if (!input.completions.isEmpty()) {
        auto *completer = new QCompleter(input.completions, line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        line->setCompleter(completer);
    }
    return line;
}

QSpinBox *minutesOf(QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(0, oneWeek);
    box->setSingleStep(5);
    box->setSpecialValueText(InlineForm::tr("no time"));
    box->setSuffix(InlineForm::tr(" minutes"));
    return box;
}

} // namespace

FormInput personInput(const QString &label, const QStringList &people, const QString &typist)
{
    return {u"who"_s, Kind::Person, label, InlineForm::tr("A name; left empty it is you."), {}, people, typist};
}

QWidget *InlineForm::makeInput(const FormInput &input)
{
    if (input.kind == Kind::Line || input.kind == Kind::Person) {
        QLineEdit *made = lineOf(input, m_body);
        connect(made, &QLineEdit::textChanged, this, &InlineForm::keepLater);
        // While names are offered, Enter comes to the field alone: it chooses, or sends where nothing is chosen. Sending takes
        // the field away, so it waits until the field is done.
        connect(made, &QLineEdit::returnPressed, this, [this, made] {
            const QAbstractItemView *names = made->completer() ? made->completer()->popup() : nullptr;
            if (names && names->isVisible() && !names->currentIndex().isValid())
                QMetaObject::invokeMethod(this, &InlineForm::submit, Qt::QueuedConnection);
        });
        return made;
    }
    if (input.kind == Kind::Choice) {
        QComboBox *made = choiceOf(input, m_body);
        connect(made, &QComboBox::currentIndexChanged, this, &InlineForm::keepLater);
        return made;
    }
    if (input.kind == Kind::Check) {
        auto *made = new QCheckBox(input.label, m_body);
        connect(made, &QCheckBox::toggled, this, &InlineForm::keepLater);
        return made;
    }
    if (input.kind == Kind::Minutes) {
        QSpinBox *made = minutesOf(m_body);
        connect(made, &QSpinBox::valueChanged, this, &InlineForm::keepLater);
        return made;
    }
    auto *text = new QPlainTextEdit(m_body);
    text->setTabChangesFocus(true);
    text->setMinimumHeight(linesOfText * QFontMetrics(m_theme.textFont()).lineSpacing());
    text->installEventFilter(this);
    connect(text, &QPlainTextEdit::textChanged, this, &InlineForm::keepLater);
    return text;
}

void InlineForm::setValue(const FormInput &input, const QJsonValue &value)
{
    QWidget *made = m_inputs.value(input.key);
    if (auto *line = qobject_cast<QLineEdit *>(made))
        line->setText(value.toString());
    else if (auto *text = qobject_cast<QPlainTextEdit *>(made))
        text->setPlainText(value.toString());
    else if (auto *check = qobject_cast<QCheckBox *>(made))
        check->setChecked(value.toBool());
    else if (auto *minutes = qobject_cast<QSpinBox *>(made))
        minutes->setValue(value.toInt());
    else if (auto *box = qobject_cast<QComboBox *>(made))
        box->setCurrentIndex(std::max(0, box->findData(value.toString())));
}

QJsonObject InlineForm::values() const
{
    QJsonObject values;
    for (auto it = m_inputs.begin(); it != m_inputs.end(); ++it) {
        if (const auto *who = qobject_cast<SaidBy *>(it.value()))
            values.insert(it.key(), who->by());
        else if (const auto *line = qobject_cast<QLineEdit *>(it.value()))
            values.insert(it.key(), line->text().trimmed());
        else if (const auto *text = qobject_cast<QPlainTextEdit *>(it.value()))
            values.insert(it.key(), text->toPlainText().trimmed());
        else if (const auto *check = qobject_cast<QCheckBox *>(it.value()))
            values.insert(it.key(), check->isChecked());
        else if (const auto *minutes = qobject_cast<QSpinBox *>(it.value()))
            values.insert(it.key(), minutes->value());
        else if (const auto *box = qobject_cast<QComboBox *>(it.value()))
            values.insert(it.key(), box->currentData().toString());
    }
    return values;
}

} // namespace fireline::views
