// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"

#include "access/readablenote.h"
#include "theme/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

using Kind = FormInput::Kind;

bool sends(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

} // namespace

InlineForm::InlineForm(const QString &name, Theme &theme, QWidget *parent)
    : KeptForm(parent)
    , m_name(name)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_submit(new QPushButton(this))
    , m_aside(new QPushButton(tr("Put aside"), this))
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    m_title->setObjectName(name + u"Title"_s);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText); // titles hold what people typed
    m_problem->setObjectName(name + u"Problem"_s);
    m_problem->setWordWrap(true);
    readAloud(*m_problem);
    m_problem->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    m_submit->setObjectName(name + u"Send"_s);
    m_submit->setAutoDefault(false);
    m_aside->setObjectName(name + u"Aside"_s);
    m_aside->setAccessibleName(m_aside->text());
    m_aside->setToolTip(tr("Closes the form and keeps what you typed for the next time (Esc)."));
    m_aside->setAutoDefault(false);
    row->addWidget(m_submit);
    row->addWidget(m_aside);
    row->addStretch();
    column->addWidget(m_title);
    column->addWidget(m_problem);
    column->addLayout(row);
    connect(m_submit, &QPushButton::clicked, this, &InlineForm::submit);
    connect(m_aside, &QPushButton::clicked, this, &InlineForm::putAside);
    connect(&theme, &Theme::changed, this, &InlineForm::showTheme);
    showTheme();
    hide();
}

InlineForm::~InlineForm()
{
    keepNow();
}

void InlineForm::showTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->setContentsMargins(gap, gap, gap, gap);
    layout()->setSpacing(gap);
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    colourWords();
}

void InlineForm::colourWords()
{
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(m_progress ? Ink::Text : Ink::Error));
    m_problem->setPalette(palette);
}

void InlineForm::open(const FormSpec &spec)
{
    keep();
    clear();
    m_spec = spec;
    m_title->setText(spec.note.isEmpty() ? spec.title : u"%1\n\u25bc %2"_s.arg(spec.title, spec.note));
    m_submit->setText(spec.submit);
    m_submit->setAccessibleName(spec.submit);
    m_body = new QWidget(this);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    const QJsonObject draft = m_drafts.value(spec.id).values;
    setMark(draft.isEmpty() ? QString() : m_drafts.value(spec.id).mark);
    const QJsonObject basis = m_drafts.value(spec.id).basis;
    m_basis = basis.isEmpty() ? spec.basis : basis;
    bool several = false;
    for (const FormInput &input : spec.inputs) {
        addInput(input, m_grid->rowCount());
        setValue(input, spec.values.value(input.key));
        several = several || input.kind == Kind::Long;
    }
    m_initial = values();
    for (const FormInput &input : spec.inputs) {
        if (draft.contains(input.key))
            setValue(input, draft.value(input.key));
    }
    m_submit->setToolTip(several ? tr("Sends the form (Ctrl+Return).") : tr("Sends the form (Enter)."));
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_body, 1);
    QWidget *before = m_title;
    for (const FormInput &input : spec.inputs) {
        setTabOrder(before, m_inputs.value(input.key));
        before = m_inputs.value(input.key);
    }
    setTabOrder(before, m_submit);
    setTabOrder(m_submit, m_aside);
    setProblem({});
    show();
    if (QWidget *first = m_inputs.value(spec.focus.isEmpty() ? spec.inputs.first().key : spec.focus))
        first->setFocus(Qt::OtherFocusReason);
    keepLater();
    emit waitingChanged();
}

void InlineForm::addInput(const FormInput &input, int row)
{
    QWidget *made = makeInput(input);
    made->setObjectName(m_name + u'_' + input.key);
    made->setAccessibleName(input.label);
    made->setToolTip(input.help);
    m_inputs.insert(input.key, made);
    if (input.kind == Kind::Check) {
        m_grid->addWidget(made, row, 0, 1, 2);
        return;
    }
    auto *label = new QLabel(input.label, m_body);
    label->setBuddy(made);
    // A text of several lines wants the whole width.
    if (input.kind == Kind::Long) {
        m_grid->addWidget(label, row, 0, 1, 2);
        m_grid->addWidget(made, row + 1, 0, 1, 2);
        m_grid->setRowStretch(row + 1, 1);
        return;
    }
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(made, row, 1);
}

void InlineForm::setProblem(const QString &text)
{
    m_progress = false;
    colourWords();
    sayAloud(*m_problem, text.isEmpty() ? QString() : u"▲ "_s + text);
}

void InlineForm::setProgress(const QString &text)
{
    m_progress = true;
    colourWords();
    sayAloud(*m_problem, text);
}

void InlineForm::setRemarks(QWidget *remarks)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_problem), remarks);
}

void InlineForm::clear()
{
    m_inputs.clear();
    delete m_body;
    m_body = nullptr;
    m_grid = nullptr;
}

void InlineForm::finish()
{
    const QString id = m_spec.id;
    clear();
    m_drafts.remove(id);
    setProblem({});
    hide();
    keepLater();
    emit waitingChanged();
    emit closed();
}

// The form is there while it is judged: what is refused can be corrected and sent again. Whoever keeps the words has the last of
// them before they go: the disk may refuse what the process takes.
void InlineForm::send(const std::function<void()> &ask)
{
    const QString sent = m_spec.id;
    keepNow();
    m_asking = Asking::Asked;
    emit asking(mark());
    ask();
    emit asking({});
    const bool refused = isRefused();
    m_asking = Asking::Not;
    if (!refused && id() == sent)
        finish();
}

void InlineForm::refuse(const QString &why)
{
    if (m_asking == Asking::Not)
        return;
    m_asking = Asking::Refused;
    setProblem(why);
}

void InlineForm::putAside()
{
    keep();
    hide();
    emit waitingChanged();
    emit closed();
}

void InlineForm::submit()
{
    emit submitted(m_spec.id, values());
}

void InlineForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        putAside();
        return;
    }
    if (sends(*event)) {
        if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
            button->click();
        else
            submit();
        return;
    }
    QWidget::keyPressEvent(event);
}

// A text of several lines keeps Enter for itself.
bool InlineForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        // With Shift too it means more than sending where a panel says so.
        const bool sent = sends(*key) && key->modifiers().testFlag(Qt::ControlModifier)
                          && !key->modifiers().testFlag(Qt::ShiftModifier);
        const bool left = key->key() == Qt::Key_Escape;
        if (!sent && !left)
            return QWidget::eventFilter(watched, event);
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        if (sent)
            submit();
        else
            putAside();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fireline::views
