// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statuspanel.h"

#include "actions/actionregistry.h"
#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "forms/saidby.h"
#include "spelling/spelling.h"
#include "status/saidpage.h"
#include "status/sendconfirm.h"
#include "status/statuschecks.h"
#include "status/statusdelegate.h"
#include "status/statusdesk.h"
#include "status/statusform.h"
#include "status/statusforms.h"
#include "status/statushead.h"
#include "status/statuspreview.h"
#include "status/statusroles.h"
#include "status/statusroom.h"
#include "status/statuswriting.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace status = models::status;

StatusPanel::StatusPanel(const Parts &parts, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_desk(parts.desk)
    , m_updates(parts.updates)
    , m_spelling(parts.spelling)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"statusPanel"_s);
    buildUi(parts.audiences);
    connectParts();
    m_spelling.setOwnWords(m_desk.ownWords());
    showAudience();
    showPage();
    arrange();
}

QWidget *StatusPanel::firstFocus()
{
    return this;
}

void StatusPanel::buildUi(QAbstractItemModel *audiences)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    m_room = new StatusRoom(m_theme, this);
    buildAudiences(audiences);
    m_tabs = new QTabWidget(m_room->outer());
    m_tabs->setObjectName(u"statusPages"_s);
    // Only its bar takes the keyboard: of the frame around it a screen reader has nothing to say.
    m_tabs->setFocusProxy(nullptr);
    m_tabs->setFocusPolicy(Qt::NoFocus);
    m_tabs->tabBar()->setAccessibleName(tr("Write, or what was said"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildWriting(), tr("Write"));
    m_said = new SaidPage(m_updates, m_theme, m_times, m_tabs);
    m_tabs->addTab(m_said, tr("Said"));
    m_room->outer()->addWidget(m_audiences);
    m_room->outer()->addWidget(m_tabs);
    m_room->outer()->setStretchFactor(1, 1);
    column->addWidget(m_room->outer());
    m_room->setPages(m_tabs, m_preview);
}

void StatusPanel::buildAudiences(QAbstractItemModel *audiences)
{
    m_audiences = new QListView(m_room->outer());
    m_audiences->setObjectName(u"statusAudiences"_s);
    m_audiences->setAccessibleName(tr("Audiences and when they hear next"));
    m_audiences->setToolTip(tr("Whom to tell, and by when. Enter writes to the selected audience."));
    m_audiences->setModel(audiences);
    auto *rows = new AudienceDelegate(m_theme, m_times, this);
    m_audiences->setItemDelegate(rows);
    m_room->setAudiences(m_audiences, rows);
    m_audiences->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_audiences->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_audiences->setResizeMode(QListView::Adjust);
    m_audiences->setVerticalScrollMode(QAbstractItemView::ScrollPerItem); // never half a row at the top
}

QWidget *StatusPanel::buildWriting()
{
    auto *page = new QWidget(m_tabs);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.scaled(2));
    m_head = new StatusHead(m_theme, m_times, page);
    column->addWidget(m_head);
    QSplitter *parts = m_room->inner();
    m_forms = new StatusForms(m_desk, m_spelling, m_theme, m_tabs->tabBar(), parts);
    m_writing = new StatusWriting(m_desk, *m_forms, *this);
    m_preview = new StatusPreview(m_theme, parts);
    parts->addWidget(m_forms);
    parts->addWidget(m_preview);
    column->addWidget(parts, 1);
    m_checks = new StatusChecks(m_theme, page);
    column->addWidget(m_checks);
    m_confirm = new SendConfirm(m_theme, this);
    column->addWidget(m_confirm);
    column->addWidget(buildButtons());
    return page;
}

QWidget *StatusPanel::buildButtons()
{
    auto *row = new QWidget(this);
    auto *line = new FlowLayout(row);
    const int gap = m_theme.scaled(4);
    line->setContentsMargins(gap, 0, gap, gap);
    auto *whose = new QWidget(row);
    auto *pair = new QHBoxLayout(whose);
    pair->setContentsMargins(0, 0, 0, 0);
    m_by = new SaidBy(u"statusBy"_s, whose);
    m_by->setMaximumWidth(m_theme.scaled(140));
    auto *name = new QLabel(tr("Said by"), whose);
    name->setBuddy(m_by);
    pair->addWidget(name);
    pair->addWidget(m_by);
    line->addWidget(whose);
    m_next = button(u"statusNext"_s, tr("Send"), {}, row);
    m_record = button(u"statusRecord"_s, tr("Record draft"), {}, row);
    m_ask = button(u"statusAsk"_s, tr("Ask for approval"), {}, row);
    m_approve = button(u"statusApprove"_s, tr("Approve"), {}, row);
    for (QPushButton *made : {m_next, m_record, m_ask, m_approve})
        line->addWidget(made);
    m_next->installEventFilter(this);
    connect(m_next, &QPushButton::clicked, this, &StatusPanel::doNext);
    connect(m_record, &QPushButton::clicked, this, &StatusPanel::recordDraft);
    connect(m_by, &SaidBy::textChanged, this, [this] { m_desk.setBy(m_by->by()); });
    connect(m_ask, &QPushButton::clicked, this, &StatusPanel::askApproval);
    connect(m_approve, &QPushButton::clicked, this, &StatusPanel::approve);
    return row;
}

void StatusPanel::connectParts()
{
    connect(&m_desk, &models::StatusDesk::changed, this, &StatusPanel::showPage);
    connect(m_audiences->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        m_head->tell({}, m_desk.page());
        m_desk.setTarget(index.data(status::TargetRole).toString());
    });
    connect(m_audiences, &QListView::activated, this, &StatusPanel::write);
    connect(m_confirm, &SendConfirm::confirmed, this, &StatusPanel::sendNow);
    connect(m_confirm, &SendConfirm::putOff, this, &StatusPanel::cancelSending);
    const QAbstractItemModel *audiences = m_audiences->model();
    connect(audiences, &QAbstractItemModel::modelReset, this, &StatusPanel::showAudience);
    const auto fit = [this] { m_room->fitAudiences(height()); };
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(audiences, signal, this, fit);
    connect(audiences, &QAbstractItemModel::modelReset, this, fit);
    connect(audiences, &QAbstractItemModel::dataChanged, this, &StatusPanel::showTitle);
    connect(audiences, &QAbstractItemModel::dataChanged, this, &StatusPanel::showHead); // what was said first is said once
    connect(m_updates, &QAbstractItemModel::rowsInserted, this, &StatusPanel::showTitle);
    connect(m_checks, &StatusChecks::mendRequested, this, &StatusPanel::write);
    connect(m_checks, &StatusChecks::overrideRequested, this,
            [this](const QString &rule) { emit entryRequested(u"/override %1 "_s.arg(rule)); });
    connect(m_said, &SaidPage::commandRequested, this, &StatusPanel::commandRequested);
    connect(m_said, &SaidPage::entryRequested, this, &StatusPanel::entryRequested);
    connect(m_said, &SaidPage::currentChanged, this, [this] {
        if (m_actions)
            m_actions->refreshLater();
    });
    connect(&m_spelling, &Spelling::changed, this, &StatusPanel::showPage);
    connect(&m_times, &TimeDisplay::changed, this, &StatusPanel::showPage);
    connect(&m_theme, &Theme::changed, this, &StatusPanel::arrange);
    connect(m_writing, &StatusWriting::changed, m_room, &StatusRoom::setWriting);
}

void StatusPanel::arrange()
{
    m_room->arrange(size());
    const bool low = height() < m_theme.scaled(StatusRoom::lowest);
    m_checks->setMostLines(low ? 2 : 5);
    if (m_head->setBrief(low))
        showHead();
    showTitle();
}

QSize StatusPanel::minimumSizeHint() const
{
    return QWidget::minimumSizeHint().boundedTo({m_theme.scaled(280), QWIDGETSIZE_MAX});
}

void StatusPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// Where the window only reads, it takes the buttons away; then what was said is all there is to see.
bool StatusPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_next && (event->type() == QEvent::HideToParent || event->type() == QEvent::ShowToParent)) {
        const bool writes = event->type() == QEvent::ShowToParent;
        m_tabs->setTabVisible(0, writes);
        if (!writes)
            m_tabs->setCurrentWidget(m_said);
    }
    return QWidget::eventFilter(watched, event);
}

// Not by a focus proxy: Tab would leap to it, past everything that stands before.
void StatusPanel::focusInEvent(QFocusEvent *event)
{
    QWidget *first = m_tabs->currentWidget() == m_said ? m_said->view() : m_forms->form(m_desk.target())->firstFocus();
    if (!first->isVisible() || !first->isEnabled())
        first = m_tabs->tabBar();
    first->setFocus(event->reason());
}

void StatusPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_confirm->asks())
        return cancelSending();
    // The action is off where nothing can be sent; whoever presses its key is told why.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::ControlModifier)
        return doNext();
    QWidget::keyPressEvent(event);
}

} // namespace fireline::views
