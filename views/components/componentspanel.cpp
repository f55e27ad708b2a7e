// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/componentspanel.h"

#include "actions/actionregistry.h"
#include "components/componentsdelegate.h"
#include "components/componentsroles.h"
#include "components/componenttext.h"
#include "forms/detailsbrowser.h"
#include "forms/flowlayout.h"
#include "forms/inlineform.h"
#include "forms/linesview.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace components = models::components;

ComponentsPanel::ComponentsPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"componentsPanel"_s);
    setWindowTitle(tr("Components"));
    buildUi();
    connectModel();
    connect(&theme, &Theme::changed, this, &ComponentsPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, [this] {
        m_view->viewport()->update();
        showDetails();
    });
    showTheme();
}

QWidget *ComponentsPanel::firstFocus() const
{
    return m_view;
}

void ComponentsPanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_empty = new QLabel(tr("The process names no components. Add what you want to keep in sight."), this);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    m_view = new LinesView(this);
    m_view->setObjectName(u"componentsList"_s);
    m_view->setAccessibleName(tr("Components, what is known of each and what was told"));
    m_view->setToolTip(tr("Enter changes what is known of a component. O, D, P, M and U state it at once: operational, degraded, "
                          "partial outage, major outage, under maintenance."));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ComponentsDelegate(m_theme, m_times, this));
    connect(m_view, &LinesView::activated, this, &ComponentsPanel::askState);
    connect(m_view, &LinesView::customContextMenuRequested, this, &ComponentsPanel::showMenu);
    column->addWidget(m_view, 2);
    m_form = new InlineForm(u"componentsForm"_s, m_theme, this);
    connect(m_form, &InlineForm::submitted, this, &ComponentsPanel::take);
    connect(m_form, &InlineForm::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    auto *waiting = new WaitingWords(u"componentsWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &ComponentsPanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &ComponentsPanel::entryRequested);
    column->addWidget(waiting);
    column->addWidget(m_form);
    auto *row = new QWidget(this);
    buildButtons(row);
    column->addWidget(row);
    m_details = new DetailsBrowser(u"componentsDetails"_s, tr("All about the selected component"),
                                   tr("What is known of it, and what each audience was last told."), this);
    m_details->hide();
    column->addWidget(m_details, 1);
}

void ComponentsPanel::buildButtons(QWidget *row)
{
    auto *line = new FlowLayout(row);
    const int gap = m_theme.scaled(4);
    line->setContentsMargins(gap, gap, gap, gap);
    m_change = button(u"componentsChange"_s, tr("Change…"), row);
    m_tell = button(u"componentsTell"_s, tr("Tell…"), row);
    m_tell->setToolTip(tr("Goes to the status update and takes over the states of this board (T)."));
    m_other = button(u"componentsOther"_s, tr("Other…"), row);
    m_other->setToolTip(tr("States how much of something works that is not on this board (N)."));
    for (QPushButton *made : {m_change, m_tell, m_other})
        line->addWidget(made);
    connect(m_change, &QPushButton::clicked, this, &ComponentsPanel::askState);
    connect(m_other, &QPushButton::clicked, this, &ComponentsPanel::askOther);
    connect(m_tell, &QPushButton::clicked, this, &ComponentsPanel::tellRequested);
}

void ComponentsPanel::connectModel()
{
    connect(m_view, &LinesView::rowsChanged, this, &ComponentsPanel::showState);
    connect(m_view, &LinesView::detailsRequested, this, [this] {
        m_details->setVisible(m_details->isHidden());
        showDetails();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComponentsPanel::showState);
}

void ComponentsPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    m_empty->setContentsMargins(gap, gap, gap, gap);
    m_view->doItemsLayout();
    showState();
}

QModelIndex ComponentsPanel::current() const
{
    return m_view->currentIndex();
}

void ComponentsPanel::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_empty->setVisible(!any);
    m_view->setVisible(any);
    int wrong = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int telling = m_model->index(row, 0).data(components::TellingRole).toInt();
        wrong += telling == components::Untold || telling == components::ToldOtherwise;
    }
    setWindowTitle(wrong > 0 ? tr("Components: %n to be told", "others know nothing of it, or something else", wrong)
                             : tr("Components"));
    const QString why = whyNotState();
    m_change->setEnabled(why.isEmpty());
    m_change->setToolTip(why.isEmpty() ? tr("States how much of the selected component works (Enter).") : why);
    showDetails();
    if (m_actions)
        m_actions->refreshLater();
}

void ComponentsPanel::showDetails()
{
    if (!m_details->isHidden())
        m_details->say(componentDetails(current(), m_times));
}

} // namespace fireline::views
