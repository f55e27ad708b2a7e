// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/orderspanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "decide/notundoable.h"
#include "forms/detailsbrowser.h"
#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "orders/ordersdelegate.h"
#include "orders/ordersroles.h"
#include "orders/ordersteps.h"
#include "orders/ordersview.h"
#include "orders/ordertext.h"
#include "orders/polllights.h"
#include "orders/reasonform.h"
#include "orders/workforms.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace orders = models::orders;

namespace {

constexpr int columnsFrom = 520; // a panel this wide has room for columns, at 100 %
constexpr int mostSteps = 3;     // buttons; what is rarer is in the menu

} // namespace

OrdersPanel::OrdersPanel(QAbstractItemModel *model, const models::WorkQuestions &ask, Theme &theme, TimeDisplay &times,
                         QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_ask(ask)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"ordersPanel"_s);
    buildUi();
    connectModel();
    connect(&theme, &Theme::changed, this, &OrdersPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, &OrdersPanel::showDetails);
    m_view->setCurrentIndex(m_shown->index(0, 0));
    showTheme();
}

QWidget *OrdersPanel::firstFocus()
{
    return this;
}

void OrdersPanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildTable();
    buildEmpty();
    m_lights = new PollLights(m_theme, this);
    m_details = new DetailsBrowser(u"ordersDetails"_s, tr("Details of the selected row"),
                                   tr("Everything that is recorded about the selected row (Space)."), this);
    m_reason = new QLabel(this);
    m_reason->setObjectName(u"ordersReason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_stepRow = buildSteps();
    buildForms();
    m_waiting = new WaitingWords(u"ordersWaiting"_s, {m_action, m_change, m_poll, m_why}, m_theme, this);
    connect(m_waiting, &WaitingWords::resumeRequested, this, &OrdersPanel::resume);
    connect(m_waiting, &WaitingWords::entryRequested, this, &OrdersPanel::entryRequested);
    m_newRow = buildNew();
    column->addWidget(m_view, 3);
    column->addWidget(m_nothing);
    // What can be done with a row stands right below it: where there is little room both are seen, and what tells more scrolls.
    column->addWidget(m_reason);
    column->addWidget(m_stepRow);
    column->addWidget(m_lights);
    column->addWidget(m_details, 2);
    for (QWidget *form : {static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_change), static_cast<QWidget *>(m_poll),
                          static_cast<QWidget *>(m_why)})
        column->addWidget(form);
    column->addStretch();
    column->addWidget(m_waiting);
    column->addWidget(m_newRow);
    m_details->hide();
}

void OrdersPanel::buildTable()
{
    m_shown = new QSortFilterProxyModel(this);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(orders::OpenRole);
    m_shown->setFilterFixedString(u"true"_s);
    m_view = new OrdersView(this);
    m_view->setModel(m_shown);
    m_delegate = new OrdersDelegate(m_theme, this);
    m_view->setItemDelegate(m_delegate);
    QHeaderView *header = m_view->header();
    header->setObjectName(u"ordersHeader"_s);
    header->setAccessibleName(tr("Columns of the actions"));
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(orders::WhatColumn, QHeaderView::Stretch);
    connect(m_view, &QTreeView::activated, this, &OrdersPanel::enter);
    connect(m_view, &OrdersView::detailsRequested, this, [this] { setDetails(!m_wantsDetails); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &OrdersPanel::showMenu);
}

void OrdersPanel::buildEmpty()
{
    m_nothing = new QWidget(this);
    auto *column = new QVBoxLayout(m_nothing);
    m_nothingText = new QLabel(tr("No open call-backs."), m_nothing);
    m_nothingText->setObjectName(u"ordersNothing"_s);
    m_nothingText->setWordWrap(true);
    m_first = button(u"ordersFirst"_s, tr("New action"), tr("Asks somebody to do something, with a time to call back."),
                     m_nothing);
    column->addWidget(m_nothingText);
    column->addWidget(m_first, 0, Qt::AlignLeading);
    connect(m_first, &QPushButton::clicked, this, [this] { begin(m_action); });
}

QWidget *OrdersPanel::buildSteps()
{
    auto *row = new QWidget(this);
    auto *line = new FlowLayout(row);
    for (int i = 0; i < mostSteps; ++i) {
        auto *step = button(u"ordersStep%1"_s.arg(i + 1), {}, {}, row);
        connect(step, &QPushButton::clicked, this, [this, i] {
            const QList<domain::Verb> steps = OrderSteps(current()).all();
            if (i < steps.size())
                perform(steps.at(i));
        });
        m_steps.append(step);
        line->addWidget(step);
    }
    m_moreMenu = new QMenu(this);
    m_moreMenu->setObjectName(u"ordersMoreMenu"_s);
    m_more = new QToolButton(row);
    m_more->setObjectName(u"ordersMore"_s);
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More that can be done with the selected row"));
    m_more->setToolTip(tr("Everything that can be done with the selected row."));
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setMenu(m_moreMenu);
    line->addWidget(m_more);
    connect(m_moreMenu, &QMenu::aboutToShow, this, [this] {
        m_moreMenu->clear();
        for (const domain::Verb verb : OrderSteps(current()).all()) {
            QAction *action = m_moreMenu->addAction(OrderSteps::text(verb), this, [this, verb] { perform(verb); });
            const QString why = whyNot(verb);
            action->setEnabled(why.isEmpty());
            action->setToolTip(why);
        }
        if (anotherWhyNot().isEmpty())
            m_moreMenu->addAction(tr("Another person's word…"), this, &OrdersPanel::askForAnother);
        m_moreMenu->addAction(m_wantsDetails ? tr("Hide the details") : tr("Show the details"), this,
                              [this] { setDetails(!m_wantsDetails); });
    });
    return row;
}

QWidget *OrdersPanel::buildNew()
{
    auto *row = new QWidget(this);
    auto *line = new FlowLayout(row);
    const auto add = [&](const QString &name, const QString &text, const QString &help, WorkForm *form) {
        QPushButton *made = button(name, text, help, row);
        connect(made, &QPushButton::clicked, this, [this, form] { begin(form); });
        line->addWidget(made);
        return made;
    };
    add(u"ordersNewAction"_s, tr("Action…"), tr("Asks somebody to do something, with a time to call back (Ctrl+Shift+A)."),
        m_action)
        ->setAccessibleName(tr("New action"));
    add(u"ordersNewChange"_s, tr("Change…"), tr("Proposes a change, for the approval that the process asks for."), m_change)
        ->setAccessibleName(tr("Propose a change"));
    add(u"ordersNewPoll"_s, tr("Poll…"), tr("Asks everybody whether there is a strong objection (Ctrl+Shift+O)."), m_poll)
        ->setAccessibleName(tr("Ask for objections"));
    m_ended = new QCheckBox(tr("Ended"), row);
    m_ended->setObjectName(u"ordersEnded"_s);
    m_ended->setAccessibleName(tr("Show what is over too"));
    m_ended->setToolTip(tr("Shows what is done, failed, cancelled or closed too."));
    line->addWidget(m_ended);
    markReading(*m_ended);
    connect(m_ended, &QCheckBox::toggled, this, [this](bool all) {
        m_shown->setFilterFixedString(all ? QString() : u"true"_s);
        showState();
    });
    return row;
}

void OrdersPanel::buildForms()
{
    m_action = new ActionForm(m_ask, m_theme, this);
    m_change = new ChangeForm(m_ask, m_theme, this);
    m_poll = new PollForm(m_ask, m_theme, this);
    m_why = new ReasonForm(m_ask, m_theme, this);
    for (WorkForm *form : {m_action, m_change, m_poll, static_cast<WorkForm *>(m_why)}) {
        connect(form, &WorkForm::sent, this, &OrdersPanel::send);
        connect(form, &WorkForm::left, this, &OrdersPanel::backToList);
    }
}

void OrdersPanel::connectModel()
{
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_shown, signal, this, &OrdersPanel::showState);
    connect(m_shown, &QAbstractItemModel::layoutChanged, this, &OrdersPanel::showState);
    connect(m_shown, &QAbstractItemModel::modelReset, this, [this] {
        m_view->setCurrentIndex(m_shown->index(0, 0));
        showState();
    });
    connect(m_shown, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                // A countdown changes nothing but its own words.
                const bool ticked = !roles.isEmpty()
                                    && std::all_of(roles.begin(), roles.end(), [](int role) { return role == orders::LeftRole; });
                if (!ticked)
                    showState();
            });
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &OrdersPanel::showTitle);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OrdersPanel::showState);
}

void OrdersPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    for (QWidget *row : {m_stepRow, m_newRow}) {
        row->layout()->setContentsMargins(gap, gap / 2, gap, gap / 2);
        row->layout()->setSpacing(gap);
    }
    m_reason->setContentsMargins(gap, 0, gap, 0);
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(Ink::Warn));
    m_reason->setPalette(palette);
    m_nothing->layout()->setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap);
    showRoom();
    m_view->doItemsLayout();
    showState();
}

// Columns where there is room for them, else two lines, so that what is to be done can be read.
void OrdersPanel::showRoom()
{
    const bool narrow = width() < m_theme.scaled(columnsFrom);
    if (m_delegate->twoLines() == narrow && m_view->isColumnHidden(orders::OwnerColumn) == narrow)
        return;
    m_delegate->setTwoLines(narrow);
    m_view->setHeaderHidden(narrow);
    for (const int column : {int(orders::OwnerColumn), int(orders::DueColumn), int(orders::StateColumn)})
        m_view->setColumnHidden(column, narrow);
    m_view->doItemsLayout();
}

void OrdersPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showRoom();
}

void OrdersPanel::showState()
{
    const bool nothing = m_shown->rowCount() == 0;
    const bool forming = !m_action->isHidden() || !m_change->isHidden() || !m_poll->isHidden() || !m_why->isHidden();
    if (!nothing && !current().isValid())
        m_view->setCurrentIndex(m_shown->index(0, 0));
    m_view->setVisible(!nothing);
    m_nothing->setVisible(nothing && !forming);
    m_newRow->setVisible(!forming);
    setFocusProxy(nothing ? static_cast<QWidget *>(m_first) : m_view);
    showTitle();
    showSteps();
    showDetails();
    if (m_actions)
        m_actions->refreshLater();
}

void OrdersPanel::showTitle()
{
    int open = 0;
    int late = 0;
    int ended = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const bool isOpen = index.data(orders::OpenRole).toBool();
        const int kind = index.data(orders::KindRole).toInt();
        // The same figures as in the strip: changes and polls are no call-backs.
        open += isOpen && kind != orders::Change && kind != orders::Poll;
        ended += !isOpen;
        late += index.data(orders::StateRole).toInt() == orders::Late;
    }
    setWindowTitle(late > 0   ? tr("Actions: %1 open, %n late", nullptr, late).arg(open)
                   : open > 0 ? tr("Actions: %n open", nullptr, open)
                              : tr("Actions and call-backs"));
    m_ended->setEnabled(ended > 0 || m_ended->isChecked());
    m_ended->setText(ended > 0 ? tr("%n ended", nullptr, ended) : tr("Ended"));
}

void OrdersPanel::showSteps()
{
    const QList<domain::Verb> steps = OrderSteps(current()).all();
    const bool forming = m_newRow->isHidden();
    m_stepRow->setVisible(!forming && !steps.isEmpty());
    QString reason;
    for (int i = 0; i < m_steps.size(); ++i) {
        QPushButton *step = m_steps.at(i);
        step->setVisible(i < steps.size());
        if (i >= steps.size())
            continue;
        const QString why = whyNot(steps.at(i));
        const QString text = OrderSteps::text(steps.at(i));
        step->setText(text);
        step->setAccessibleName(text);
        step->setEnabled(why.isEmpty());
        step->setToolTip(why.isEmpty() ? text : why);
        if (reason.isEmpty())
            reason = why;
    }
    m_more->setVisible(!steps.isEmpty());
    const QString final = steps.contains(domain::Verb::PollClose) ? domain::notUndoableWhy(domain::Verb::PollClose) : QString();
    m_reason->setText(!reason.isEmpty() ? u"▼ "_s + reason : final.isEmpty() ? QString() : u"⚠ "_s + final);
    m_reason->setVisible(!m_reason->text().isEmpty() && !forming);
}

void OrdersPanel::showDetails()
{
    const QModelIndex row = current();
    const bool poll = row.isValid() && row.data(orders::KindRole).toInt() == orders::Poll;
    m_lights->setVisible(poll);
    if (poll)
        m_lights->setLights(row.data(orders::LightsRole).value<QList<models::PollLight>>());
    m_details->setVisible(m_wantsDetails && row.isValid());
    if (m_details->isHidden())
        return;
    m_details->say(orderDetails(row, m_times));
}

QModelIndex OrdersPanel::current() const
{
    return m_view->currentIndex().siblingAtColumn(orders::WhatColumn);
}

void OrdersPanel::askAgain()
{
    showSteps();
}

bool OrdersPanel::showItem(const QString &ref)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(orders::RefRole).toString() != ref)
            continue;
        if (!index.data(orders::OpenRole).toBool())
            m_ended->setChecked(true);
        m_view->setCurrentIndex(m_shown->mapFromSource(index));
        return true;
    }
    return false;
}

} // namespace fireline::views
