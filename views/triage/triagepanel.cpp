// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triagepanel.h"

#include "actions/actionregistry.h"
#include "forms/detailsbrowser.h"
#include "forms/inlineform.h"
#include "forms/linesview.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "text/timedisplay.h"
#include "theme/theme.h"
#include "triage/triagedelegate.h"
#include "triage/triagedetails.h"
#include "triage/triagemodel.h"
#include "triage/triageplaces.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace t = models::triage;

TriagePanel::TriagePanel(models::TriageModel &model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"triagePanel"_s);
    buildUi();
    connect(&theme, &Theme::changed, this, &TriagePanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, &TriagePanel::showState);
    connect(&times, &TimeDisplay::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    showTheme();
}

QWidget *TriagePanel::firstFocus() const
{
    return m_view;
}

void TriagePanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_over = new QLabel(this);
    m_over->setObjectName(u"triageOver"_s);
    m_over->setTextFormat(Qt::PlainText);
    m_over->setWordWrap(true);
    column->addWidget(m_over);
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    m_severity = button(u"triageSeverity"_s, tr("Set severity"), m_buttons);
    m_newReport = button(u"triageNewReport"_s, tr("New report"), m_buttons);
    row->addWidget(m_severity);
    row->addWidget(m_newReport);
    row->addStretch();
    column->addWidget(m_buttons);
    buildList();
    column->addWidget(m_view, 3);
    buildDetails();
    column->addWidget(m_details, 2);
    m_form = new InlineForm(u"triageForm"_s, m_theme, this);
    auto *waiting = new WaitingWords(u"triageWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &TriagePanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &TriagePanel::entryRequested);
    column->addWidget(waiting);
    column->addWidget(m_form);
    connect(m_severity, &QPushButton::clicked, this, &TriagePanel::chooseSeverity);
    connect(m_newReport, &QPushButton::clicked, this, [this] { newReport(); });
    connect(m_form, &InlineForm::submitted, this, &TriagePanel::send);
    connect(m_form, &InlineForm::closed, m_view, [this] {
        m_buttons->show();
        m_view->show();
        lendDetails(false);
        m_view->setFocus(Qt::OtherFocusReason);
    });
}

void TriagePanel::buildList()
{
    m_view = new LinesView(this);
    m_view->setObjectName(u"triageList"_s);
    m_view->setAccessibleName(tr("Triage and reports"));
    m_view->setToolTip(
        tr("Enter answers the selected row. Y says yes, X no; S sets the severity, F a flag, N takes down a customer report. "
           "Space tells more."));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new TriageDelegate(m_theme, m_times, this));
    connect(m_view, &QListView::activated, this, &TriagePanel::open);
    connect(m_view, &LinesView::detailsRequested, this, &TriagePanel::toggleDetails);
    connect(m_view, &LinesView::rowsChanged, this, &TriagePanel::showState);
    connect(m_view, &QListView::customContextMenuRequested, this, &TriagePanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TriagePanel::showState);
}

void TriagePanel::buildDetails()
{
    m_details = new DetailsBrowser(u"triageDetails"_s, tr("All that is known of the selected row"),
                                   tr("All that is known of the selected row (Space closes it)."), this);
    m_details->hide();
}

void TriagePanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    m_buttons->layout()->setContentsMargins(gap, gap, gap, gap);
    m_buttons->layout()->setSpacing(gap);
    m_over->setContentsMargins(gap, gap, gap, 0);
    m_view->doItemsLayout();
    showState();
}

void TriagePanel::showState()
{
    int open = 0;
    bool alike = false;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        const int kind = triageKind(index);
        const bool needed = index.data(t::NeededRole).toBool();
        const int state = index.data(t::StateRole).toInt();
        open += (kind == t::Question || kind == t::Confirmation) && needed && state == t::Open;
        alike = alike || (kind == t::Pattern && needed && state == t::Complete);
    }
    const QString why = overWhyNot();
    setWindowTitle(!why.isEmpty() ? tr("Triage: the incident is over")
                   : alike        ? tr("Triage: ▲ reports are alike")
                   : open         ? tr("Triage: %n questions open", nullptr, open)
                                  : tr("Triage and reports"));
    m_over->setText(tr("■ %1", "a sign, a sentence").arg(why));
    m_over->setVisible(!why.isEmpty());
    m_newReport->setEnabled(why.isEmpty());
    m_newReport->setToolTip(why.isEmpty() ? tr("Takes down what a customer reports (N in the list).") : why);
    m_severity->setEnabled(why.isEmpty());
    m_severity->setToolTip(why.isEmpty() ? tr("Says how bad it is, and why (S in the list).") : why);
    showDetails();
    if (m_actions)
        m_actions->refreshLater();
}

void TriagePanel::toggleDetails()
{
    m_details->setVisible(m_details->isHidden());
    showDetails();
}

void TriagePanel::showDetails()
{
    if (m_details->isHidden())
        return;
    m_details->say(triageDetails(current(), m_times));
}

namespace {

/// -1 where there is none.
template<typename IsIt>
int firstRow(const QAbstractItemModel &model, IsIt isIt)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (isIt(model.index(row, 0)))
            return row;
    }
    return -1;
}

} // namespace

void TriagePanel::showOnward()
{
    showRow(firstRow(m_model, [](const QModelIndex &index) { return triageKind(index) == t::Next; }));
}

void TriagePanel::showEnding()
{
    const int missing = firstRow(m_model, [](const QModelIndex &index) {
        return triageKind(index) == t::Need && index.data(t::NeededRole).toBool()
               && index.data(t::StateRole).toInt() != t::Answered;
    });
    const int ends = firstRow(m_model, [](const QModelIndex &index) {
        const QString id = index.data(t::IdRole).toString();
        return triageKind(index) == t::Next && (id == "resolve"_L1 || id == "close"_L1);
    });
    showRow(missing >= 0 ? missing : ends);
}

void TriagePanel::showRow(int row)
{
    emit showRequested();
    // What was typed waits in the form, as it does after Esc.
    QKeyEvent aside(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    if (m_form->isVisibleTo(this))
        QCoreApplication::sendEvent(m_form, &aside);
    if (row >= 0)
        m_view->setCurrentIndex(m_model.index(row));
    m_view->setFocus(Qt::OtherFocusReason);
}

bool TriagePanel::showItem(const QString &ref)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        if (triageKind(index) != t::Report || index.data(t::IdRole).toString() != ref)
            continue;
        m_view->setCurrentIndex(index);
        return true;
    }
    return false;
}

QModelIndex TriagePanel::current() const
{
    return m_view->currentIndex();
}

} // namespace fireline::views
