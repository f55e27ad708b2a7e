// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklistpanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "checklist/checklistdelegate.h"
#include "checklist/checklistroles.h"
#include "checklist/checklistview.h"
#include "forms/flowlayout.h"
#include "forms/inlineform.h"
#include "forms/waitingwords.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QFocusEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace checklist = models::checklist;

ChecklistPanel::ChecklistPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"checklistPanel"_s);
    buildUi();
    connectModel();
    connect(&theme, &Theme::changed, this, &ChecklistPanel::showTheme);
    connect(&times, &TimeDisplay::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    setOnlyMine(true);
    showTheme();
    showNext();
}

// Who comes here with the keyboard finds something, also where there is no list. Not by a focus proxy: Tab would pass over
// what stands before it.
void ChecklistPanel::focusInEvent(QFocusEvent *event)
{
    QWidget *first = m_mine;
    for (QWidget *one : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_showAll)}) {
        if (one->isVisible()) {
            first = one;
            break;
        }
    }
    first->setFocus(event->reason());
}

QWidget *ChecklistPanel::firstFocus() const
{
    return m_view;
}

void ChecklistPanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new FlowLayout;
    m_mine = new QCheckBox(tr("Only mine"), this);
    m_mine->setObjectName(u"checklistMine"_s);
    markReading(*m_mine);
    m_mine->setAccessibleName(tr("Only the lists of my roles"));
    m_mine->setToolTip(tr("Shows the lists of your roles and those for everyone; without the tick all of them."));
    m_mine->setChecked(true);
    m_start = new QToolButton(this);
    m_start->setObjectName(u"checklistStart"_s);
    m_start->setText(tr("Start a list…"));
    m_start->setAccessibleName(tr("Start a list"));
    m_start->setPopupMode(QToolButton::InstantPopup);
    m_start->setFocusPolicy(Qt::StrongFocus);
    m_startMenu = new QMenu(m_start);
    m_startMenu->setObjectName(u"checklistStartMenu"_s);
    m_start->setMenu(m_startMenu);
    row->addWidget(m_mine);
    row->addWidget(m_start);
    column->addLayout(row);
    buildTree();
    column->addWidget(m_view, 1);
    buildForm(*column);
    m_nothing = new QWidget(this);
    auto *empty = new QVBoxLayout(m_nothing);
    m_nothingText = new QLabel(m_nothing);
    m_nothingText->setWordWrap(true);
    m_showAll = new QPushButton(tr("Show all lists"), m_nothing);
    m_showAll->setObjectName(u"checklistShowAll"_s);
    markReading(*m_showAll);
    m_showAll->setAccessibleName(m_showAll->text());
    m_showAll->setToolTip(tr("Shows the lists of all roles."));
    empty->addWidget(m_nothingText);
    empty->addWidget(m_showAll, 0, Qt::AlignLeading);
    empty->addStretch();
    column->addWidget(m_nothing, 1);
    connect(m_mine, &QCheckBox::toggled, this, &ChecklistPanel::setOnlyMine);
    connect(m_showAll, &QPushButton::clicked, m_mine, [this] { m_mine->setChecked(false); });
    connect(m_startMenu, &QMenu::aboutToShow, this, &ChecklistPanel::fillStartMenu);
}

void ChecklistPanel::buildForm(QVBoxLayout &column)
{
    m_form = new InlineForm(u"checklistForm"_s, m_theme, this);
    connect(m_form, &InlineForm::submitted, this, &ChecklistPanel::take);
    connect(m_form, &InlineForm::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    auto *waiting = new WaitingWords(u"checklistWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &ChecklistPanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &ChecklistPanel::entryRequested);
    column.addWidget(waiting);
    column.addWidget(m_form);
}

void ChecklistPanel::buildTree()
{
    m_shown = new QSortFilterProxyModel(this);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(checklist::MineRole);
    m_view = new ChecklistView(this);
    m_view->setModel(m_shown);
    m_delegate = new ChecklistDelegate(m_theme, m_times, this);
    m_view->setItemDelegate(m_delegate);
    connect(m_view, &QTreeView::activated, this, &ChecklistPanel::open);
    connect(m_view, &ChecklistView::toggleRequested, this, &ChecklistPanel::toggle);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &ChecklistPanel::showMenu);
    connect(m_delegate, &ChecklistDelegate::toggled, this, &ChecklistPanel::toggle);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChecklistPanel::refreshActions);
}

void ChecklistPanel::connectModel()
{
    connect(m_shown, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
        if (!parent.isValid())
            m_view->expandOpen(first, last);
        showState();
    });
    connect(m_shown, &QAbstractItemModel::rowsRemoved, this, &ChecklistPanel::showState);
    connect(m_shown, &QAbstractItemModel::layoutChanged, this, &ChecklistPanel::showState);
    connect(m_shown, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &index) {
        // A list that is begun opens, one that is done closes; what is being worked in stays as it is.
        const bool working = m_view->hasFocus() && current().parent() == index;
        if (!index.parent().isValid() && !working)
            m_view->expandOpen(index.row(), index.row());
        m_view->doItemsLayout(); // a row gets higher or lower with what is said in it
        showState();
        followNext();
    });
    connect(m_shown, &QAbstractItemModel::modelReset, this, [this] {
        m_view->expandOpen(0, m_shown->rowCount() - 1);
        showState();
        showNext();
    });
}

void ChecklistPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->itemAt(0)->layout()->setContentsMargins(gap, 0, gap, 0);
    m_nothing->layout()->setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap);
    m_view->setIndentation(m_theme.scaled(16));
    m_view->doItemsLayout();
    showState();
}

void ChecklistPanel::setOnlyMine(bool only)
{
    m_shown->setFilterFixedString(only ? u"true"_s : QString());
    m_view->expandOpen(0, m_shown->rowCount() - 1);
    showState();
}

void ChecklistPanel::showState()
{
    int count = 0;
    int settled = 0;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex list = m_shown->index(row, 0);
        if (list.data(checklist::CanStartRole).toBool())
            continue;
        count += list.data(checklist::CountRole).toInt();
        settled += list.data(checklist::SettledRole).toInt();
    }
    setWindowTitle(count ? tr("Checklist: %1 of %2 done").arg(settled).arg(count) : tr("Checklist"));
    const bool nothing = m_shown->rowCount() == 0;
    const bool others = m_model->rowCount() > 0;
    m_view->setVisible(!nothing);
    m_nothing->setVisible(nothing);
    m_nothingText->setText(others ? tr("Your roles have no list now.") : tr("The process has no list for this now."));
    m_showAll->setVisible(others);
    const bool any = !m_model->headerData(0, Qt::Horizontal, checklist::ToStartRole).toStringList().isEmpty();
    m_start->setEnabled(any);
    m_start->setToolTip(any ? tr("Starts a playbook or procedure that was not offered.")
                            : tr("Every playbook of this process is offered or started already."));
    refreshActions();
}

// Nobody is working here: what is next comes into sight.
void ChecklistPanel::followNext()
{
    if (m_view->hasFocus() || m_form->isAncestorOf(QApplication::focusWidget()))
        return;
    const QModelIndex before = m_next;
    const bool moved = !before.isValid() || !before.data(checklist::NextRole).toBool();
    if (moved)
        showNext();
}

// The keyboard begins where the work is.
void ChecklistPanel::showNext()
{
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex list = m_shown->index(row, 0);
        for (int step = 0; step < m_shown->rowCount(list); ++step) {
            const QModelIndex index = m_shown->index(step, 0, list);
            if (index.data(checklist::NextRole).toBool()) {
                m_next = index;
                m_view->setCurrentIndex(index);
                return;
            }
        }
    }
    m_view->setCurrentIndex(m_shown->index(0, 0));
}

QModelIndex ChecklistPanel::current() const
{
    return m_view->currentIndex();
}

bool ChecklistPanel::isStep() const
{
    return current().parent().isValid();
}

void ChecklistPanel::fillStartMenu()
{
    m_startMenu->clear();
    const QStringList lists = m_model->headerData(0, Qt::Horizontal, checklist::ToStartRole).toStringList();
    for (qsizetype i = 0; i + 1 < lists.size(); i += 2)
        m_startMenu->addAction(lists.at(i + 1), this, [this, id = lists.at(i)] { start(id); });
}

} // namespace fireline::views
