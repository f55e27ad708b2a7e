// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/escalationpanel.h"

#include "actions/actionregistry.h"
#include "escalation/calleebox.h"
#include "escalation/escalationdelegate.h"
#include "escalation/escalationroles.h"
#include "escalation/escalationtext.h"
#include "forms/flowlayout.h"
#include "forms/inlineform.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace escalation = models::escalation;

EscalationPanel::EscalationPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"escalationPanel"_s);
    setWindowTitle(tr("Escalation"));
    buildUi();
    connectModel();
    connect(&theme, &Theme::changed, this, &EscalationPanel::showTheme);
    connect(&times, &TimeDisplay::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    m_view->setCurrentIndex(model->index(0, 0));
    showTheme();
}

QWidget *EscalationPanel::firstFocus() const
{
    return m_view;
}

void EscalationPanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_next = new QLabel(this);
    m_next->setObjectName(u"escalationNext"_s);
    m_next->setTextFormat(Qt::PlainText);
    m_next->setWordWrap(true);
    column->addWidget(m_next);
    buildList();
    column->addWidget(m_view, 3);
    auto *row = new QWidget(this);
    buildButtons(row);
    column->addWidget(row);
    m_form = new InlineForm(u"escalationForm"_s, m_theme, this);
    connect(m_form, &InlineForm::submitted, this, &EscalationPanel::take);
    connect(m_form, &InlineForm::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    auto *waiting = new WaitingWords(u"escalationWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &EscalationPanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &EscalationPanel::entryRequested);
    column->addWidget(waiting);
    column->addWidget(m_form);
    buildWhom();
    column->addWidget(m_scroll, 2);
    column->addWidget(m_note);
}

void EscalationPanel::buildList()
{
    m_view = new QListView(this);
    m_view->setObjectName(u"escalationList"_s);
    m_view->setAccessibleName(tr("Escalation steps"));
    m_view->setToolTip(tr("X: called. Y: answered. S: skip with a reason. Enter goes to the entry it counts from."));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new EscalationDelegate(m_theme, m_times, this));
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QListView::activated, this, &EscalationPanel::open);
    connect(m_view, &QListView::customContextMenuRequested, this, &EscalationPanel::showMenu);
}

void EscalationPanel::buildWhom()
{
    m_callees = new CalleeBox(m_theme, this);
    m_note = new QLabel(this);
    connect(m_callees, &CalleeBox::copied, m_note, &QLabel::setText);
    connect(m_callees, &CalleeBox::numbersRequested, this, &EscalationPanel::numbersRequested);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"escalationWhom"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_callees);
    m_note->setObjectName(u"escalationNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setText(tr("Fireline calls nobody. Call them, then press X."));
}

void EscalationPanel::buildButtons(QWidget *row)
{
    auto *line = new FlowLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    m_called = button(u"escalationCalled"_s, tr("Called"), row);
    m_answered = button(u"escalationAnswered"_s, tr("Answered…"), row);
    m_skip = button(u"escalationSkip"_s, tr("Skip…"), row);
    for (QPushButton *made : {m_called, m_answered, m_skip})
        line->addWidget(made);
    connect(m_called, &QPushButton::clicked, this, &EscalationPanel::called);
    connect(m_answered, &QPushButton::clicked, this, &EscalationPanel::askAnswer);
    connect(m_skip, &QPushButton::clicked, this, &EscalationPanel::askSkip);
}

void EscalationPanel::connectModel()
{
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &EscalationPanel::showState);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &EscalationPanel::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                // A second alone changes no more than the line above the list.
                roles == QList<int>{escalation::LeftRole} ? showNext() : showState();
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_view->setCurrentIndex(m_model->index(0, 0));
        showState();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &EscalationPanel::showState);
}

void EscalationPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    for (QLabel *label : {m_next, m_note})
        label->setContentsMargins(gap, gap, gap, gap);
    m_callees->setContentsMargins(gap, 0, gap, 0);
    m_note->setFont(m_theme.captionFont());
    m_view->doItemsLayout();
    showState();
}

QModelIndex EscalationPanel::current() const
{
    return m_view->currentIndex();
}

QModelIndex EscalationPanel::nextOpen() const
{
    const QModelIndex first = m_model->index(0, 0);
    return first.data(escalation::ClockRole).toString().isEmpty() ? QModelIndex() : first;
}

void EscalationPanel::showNext()
{
    const QModelIndex next = nextOpen();
    m_next->setText(next.isValid() ? nextRungText(next) : tr("Nobody has to be called now."));
    QPalette palette = m_theme.palette();
    const int state = next.isValid() ? next.data(escalation::StateRole).toInt() : int(escalation::Waiting);
    palette.setColor(QPalette::WindowText, m_theme.ink(state == escalation::Late  ? Ink::Error
                                                       : state == escalation::Due ? Ink::Warn
                                                                                  : Ink::Text));
    m_next->setPalette(palette);
}

void EscalationPanel::showState()
{
    if (m_model->rowCount() > 0 && !current().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    showNext();
    const auto show = [this](QPushButton *button, int role, const QString &help) {
        const QString why = whyNot(role);
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.isEmpty() ? help : why);
    };
    show(m_called, escalation::CalledWhyNotRole, tr("Records that they were called (X)."));
    show(m_answered, escalation::AnsweredWhyNotRole, tr("Records that somebody answered, and what they said (Y)."));
    show(m_skip, escalation::SkippedWhyNotRole, tr("Skips the step; the reason is recorded (S)."));
    m_scroll->setVisible(current().isValid());
    m_callees->setCallees(current().data(escalation::CalleesRole).toList(), current().data(escalation::CallTextRole).toString());
    if (m_actions)
        m_actions->refreshLater();
}

} // namespace fireline::views
