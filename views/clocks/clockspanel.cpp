// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockspanel.h"

#include "actions/actionregistry.h"
#include "clocks/clockdetails.h"
#include "clocks/clocksdelegate.h"
#include "clocks/clockwindow.h"
#include "forms/detailsbrowser.h"
#include "forms/inlineform.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace clocks = models::clocks;

ClocksPanel::ClocksPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"clocksPanel"_s);
    setWindowTitle(tr("Clocks"));
    buildUi();
    connectModel();
    connect(&theme, &Theme::changed, this, &ClocksPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, [this] {
        m_view->viewport()->update();
        showDetails();
    });
    m_view->setCurrentIndex(model->index(0, 0));
    showTheme();
}

ClocksPanel::~ClocksPanel()
{
    qDeleteAll(m_windows);
}

QWidget *ClocksPanel::firstFocus() const
{
    return m_view;
}

void ClocksPanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_empty = new QLabel(tr("No clock runs now."), this);
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    m_view = new QListView(this);
    m_view->setObjectName(u"clocksList"_s);
    m_view->setAccessibleName(tr("Clocks"));
    m_view->setToolTip(tr("Enter goes to the entry a clock counts from. S snoozes it, X does what is due."));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ClocksDelegate(m_theme, m_times, this));
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QListView::activated, this, &ClocksPanel::open);
    connect(m_view, &QListView::customContextMenuRequested, this, &ClocksPanel::showMenu);
    column->addWidget(m_view, 2);
    m_kept = new QLabel(this);
    m_kept->setObjectName(u"clocksKept"_s);
    m_kept->setTextFormat(Qt::PlainText);
    m_kept->setWordWrap(true);
    m_kept->hide();
    column->addWidget(m_kept);
    m_form = new InlineForm(u"clocksForm"_s, m_theme, this);
    connect(m_form, &InlineForm::submitted, this, &ClocksPanel::take);
    connect(m_form, &InlineForm::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    auto *waiting = new WaitingWords(u"clocksWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &ClocksPanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &ClocksPanel::entryRequested);
    column->addWidget(waiting);
    column->addWidget(m_form);
    auto *row = new QWidget(this);
    buildButtons(row);
    column->addWidget(row);
    m_details = new DetailsBrowser(u"clocksDetails"_s, tr("All about the selected clock"),
                                   tr("Since when and until when, who owes it, and what the process says."), this);
    m_details->hide();
    column->addWidget(m_details, 1);
}

void ClocksPanel::buildButtons(QWidget *row)
{
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    m_snooze = button(u"clocksSnoozeButton"_s, tr("Snooze…"), row);
    m_window = button(u"clocksWindowButton"_s, tr("Own window"), row);
    m_showDetails = new QToolButton(row);
    m_showDetails->setObjectName(u"clocksShowDetails"_s);
    m_showDetails->setText(tr("Details"));
    m_showDetails->setAccessibleName(tr("Show all about the selected clock"));
    m_showDetails->setToolTip(tr("Shows all about the selected clock (Space in the list)."));
    m_showDetails->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_showDetails->setArrowType(Qt::RightArrow);
    m_showDetails->setCheckable(true);
    m_showDetails->setFocusPolicy(Qt::StrongFocus);
    line->addWidget(m_snooze);
    line->addWidget(m_window);
    line->addStretch();
    line->addWidget(m_showDetails);
    connect(m_snooze, &QPushButton::clicked, this, &ClocksPanel::askSnooze);
    connect(m_window, &QPushButton::clicked, this, &ClocksPanel::toggleWindow);
    connect(m_showDetails, &QToolButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        m_showDetails->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        showDetails();
    });
}

void ClocksPanel::connectModel()
{
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &ClocksPanel::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (first.row() <= current().row() && current().row() <= last.row())
            showDetails();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_view->setCurrentIndex(m_model->index(0, 0));
        showState();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClocksPanel::showState);
}

void ClocksPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    for (QLabel *label : {m_empty, m_kept})
        label->setContentsMargins(gap, gap, gap, gap);
    m_kept->setFont(m_theme.captionFont());
    m_view->doItemsLayout();
    showState();
}

void ClocksPanel::setKept(const QString &text)
{
    m_kept->setText(text);
    m_kept->setVisible(!text.isEmpty());
}

QModelIndex ClocksPanel::current() const
{
    return m_view->currentIndex();
}

void ClocksPanel::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_empty->setVisible(!any);
    if (any && !current().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    const QString noSnooze = whyNot(clocks::SnoozeWhyNotRole);
    m_snooze->setEnabled(noSnooze.isEmpty());
    m_snooze->setToolTip(noSnooze.isEmpty() ? tr("Silences the selected clock for a while, with a reason (S).") : noSnooze);
    const bool apart = m_windows.contains(current().data(clocks::IdRole).toString());
    m_window->setEnabled(any);
    m_window->setText(apart ? tr("Put back") : tr("Own window"));
    m_window->setAccessibleName(m_window->text());
    m_window->setToolTip(!any    ? whyNotRow()
                         : apart ? tr("Closes the clock's own window (O).")
                                 : tr("Shows the selected clock in a window that stays above others (O)."));
    showDetails();
    if (m_actions)
        m_actions->refreshLater();
}

void ClocksPanel::showDetails()
{
    if (m_details->isHidden())
        return;
    m_details->say(clockDetails(current(), m_times));
}

bool ClocksPanel::goToClock(const QString &id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(clocks::IdRole) != id)
            continue;
        emit showRequested();
        m_view->setCurrentIndex(index);
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

bool ClocksPanel::goToFirst(clocks::About about)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(clocks::AboutRole).toInt() == about && index.data(clocks::KindRole).toInt() != clocks::Stopwatch)
            return goToClock(index.data(clocks::IdRole).toString());
    }
    return false;
}

} // namespace fireline::views
