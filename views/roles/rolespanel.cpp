// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/rolespanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "forms/detailsbrowser.h"
#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "roles/checkin.h"
#include "roles/rolesdelegate.h"
#include "roles/rolesdetails.h"
#include "roles/rolesroles.h"
#include "roles/rolesview.h"
#include "roles/tenure.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace roles = models::roles;
namespace tenure = models::tenure;

namespace {

/// A line that says something and offers one answer.
QWidget *notice(QLabel *text, QPushButton *answer, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    text->setParent(box);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    row->addWidget(answer);
    return box;
}

} // namespace

RolesPanel::RolesPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"rolesPanel"_s);
    buildUi();
    connectModel();
    connect(&theme, &Theme::changed, this, &RolesPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, &RolesPanel::showState);
    m_view->setCurrentIndex(model->index(0, 0));
    showTheme();
    showState();
}

QWidget *RolesPanel::firstFocus() const
{
    return m_view;
}

void RolesPanel::buildUi()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *take = button(u"rolesTakeCommand"_s, tr("Take command"), tr("You command the incident from now on."), this);
    connect(take, &QPushButton::clicked, this, &RolesPanel::takeCommand);
    m_nobody = notice(new QLabel(tr("▲ Nobody has command.")), take, this);
    column->addWidget(m_nobody);
    auto *over = button(u"rolesHandOver"_s, tr("Hand over…"), tr("Begins the handover: name who takes over."), this);
    connect(over, &QPushButton::clicked, this, [this] { handOver(dutyRow()); });
    m_dutyText = new QLabel(this);
    m_duty = notice(m_dutyText, over, this);
    column->addWidget(m_duty);
    auto *add = button(u"rolesAddMember"_s, tr("Let in…"), tr("Lets somebody see this private incident: name who."), this);
    connect(add, &QPushButton::clicked, this, &RolesPanel::addMember);
    m_membersText = new QLabel(this);
    m_membersText->setObjectName(u"rolesMembers"_s);
    m_private = notice(m_membersText, add, this);
    column->addWidget(m_private);
    buildTable();
    column->addWidget(m_view, 2);
    auto *row = new QWidget(this);
    buildButtons(row);
    column->addWidget(row);
    m_details = new DetailsBrowser(u"rolesDetails"_s, tr("Duties of the selected role"),
                                   tr("What the process asks of whoever has the selected role."), this);
    m_details->hide();
    column->addWidget(m_details, 1);
}

void RolesPanel::buildTable()
{
    m_view = new RolesView(this);
    m_view->setModel(m_model);
    m_delegate = new RolesDelegate(m_theme, this);
    m_view->setItemDelegate(m_delegate);
    QHeaderView *header = m_view->header();
    header->setObjectName(u"rolesHeader"_s);
    header->setAccessibleName(tr("Columns of the roles"));
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(roles::RoleColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(roles::PersonColumn, QHeaderView::Fixed);
    for (const int column : {roles::OnForColumn, roles::CheckInColumn, roles::DeputyColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(roles::NextColumn, QHeaderView::ResizeToContents);
    connect(m_view, &QTreeView::activated, this, &RolesPanel::edit);
    connect(m_view, &RolesView::personDropped, this, &RolesPanel::assign);
    connect(m_view, &RolesView::resized, this, &RolesPanel::showColumns);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &RolesPanel::showMenu);
    connect(m_delegate, &RolesDelegate::personChosen, this, &RolesPanel::assign);
    connect(m_delegate, &RolesDelegate::closeEditor, this, [this] {
        m_naming = false;
        showColumns();
    });
}

void RolesPanel::buildButtons(QWidget *row)
{
    auto *line = new FlowLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    m_assign = button(u"rolesAssign"_s, tr("Assign…"), tr("Gives the selected role to somebody (Enter)."), row);
    m_checkIn = button(u"rolesCheckIn"_s, tr("Check in"), {}, row);
    m_showDetails = new QToolButton(row);
    m_showDetails->setObjectName(u"rolesShowDetails"_s);
    m_showDetails->setText(tr("Duties"));
    markReading(*m_showDetails);
    m_showDetails->setAccessibleName(tr("Show the duties of the selected role"));
    m_showDetails->setToolTip(tr("Shows what the selected role does and does not do."));
    m_showDetails->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_showDetails->setCheckable(true);
    m_showDetails->setFocusPolicy(Qt::StrongFocus);
    // What is rare is in the menus alone: the panel stays narrow.
    line->addWidget(m_assign);
    line->addWidget(m_checkIn);
    line->addWidget(m_showDetails);
    connect(m_assign, &QPushButton::clicked, this, &RolesPanel::edit);
    connect(m_checkIn, &QPushButton::clicked, this, &RolesPanel::checkIn);
    connect(m_showDetails, &QToolButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        m_showDetails->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        showDetails();
    });
    m_showDetails->setArrowType(Qt::RightArrow);
}

void RolesPanel::connectModel()
{
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &RolesPanel::showState);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &RolesPanel::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RolesPanel::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_view->setCurrentIndex(m_model->index(0, 0));
        showState();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RolesPanel::showState);
}

void RolesPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    for (QWidget *box : {m_nobody, m_duty, m_private}) {
        box->layout()->setContentsMargins(gap, gap, gap, gap);
        box->layout()->setSpacing(gap);
    }
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(Ink::Error));
    for (QLabel *label : m_nobody->findChildren<QLabel *>())
        label->setPalette(palette);
    showState();
    m_view->doItemsLayout();
}

QModelIndex RolesPanel::current() const
{
    return m_view->currentIndex().siblingAtColumn(roles::PersonColumn);
}

QModelIndex RolesPanel::commanderRow() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, roles::PersonColumn);
        if (index.data(roles::CommandsRole).toBool())
            return index;
    }
    return {};
}

void RolesPanel::showState()
{
    int vacant = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const bool missing = index.data(roles::RequiredRole).toBool() && index.data(roles::PersonRole).toString().isEmpty();
        vacant += missing && !index.data(roles::OverRole).toBool();
    }
    // A row that went took its editor with it.
    m_naming = m_naming && m_view->findChild<QWidget *>(u"roleEditor"_s);
    setWindowTitle(vacant ? tr("Roles: %n vacant", nullptr, vacant) : tr("Roles"));
    showColumns();
    showCommand();
    showDuty();
    showMembers();
    const QString person = current().data(roles::PersonRole).toString();
    const QString noAssign = assignWhyNot();
    m_assign->setEnabled(noAssign.isEmpty());
    m_assign->setToolTip(noAssign.isEmpty() ? tr("Gives the selected role to somebody (Enter).") : noAssign);
    m_checkIn->setToolTip(person.isEmpty() ? tr("Notes that you were heard of (Ctrl+Shift+B).")
                                           : tr("Notes that %1 was heard of (Ctrl+Shift+B).").arg(person));
    showDetails();
    if (m_actions)
        m_actions->refreshLater();
}

// Who stands in and who is taking over have columns where there is room, else stand beside the person; a word that is waited for
// goes before hours that are fine, and so does the whole name of a role. Who names a deputy sees roles and deputies alone.
void RolesPanel::showColumns()
{
    bool next = false;
    bool deputy = false;
    bool waits = false;
    bool hours = false;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        next = next || !index.data(roles::NextRole).toString().isEmpty();
        deputy = deputy || !index.data(roles::DeputyRole).toString().isEmpty();
        waits = waits || index.data(roles::CheckInRole).toInt() != models::checkin::None;
        hours = hours || index.data(roles::LoadRole).toInt() != tenure::Fine;
    }
    const bool wide = width() >= m_theme.scaled(440);
    const bool room = width() >= m_theme.scaled(380);
    m_view->setColumnHidden(roles::PersonColumn, m_naming);
    QList<int> columns{roles::RoleColumn, roles::PersonColumn, roles::OnForColumn};
    if (waits)
        columns.append(roles::CheckInColumn);
    const bool hoursFit = m_view->hasRoomFor(columns) && (!waits || room);
    m_view->setColumnHidden(roles::OnForColumn, m_naming || (!hours && !hoursFit));
    m_view->setColumnHidden(roles::CheckInColumn, m_naming || !waits);
    m_view->setColumnHidden(roles::DeputyColumn, !m_naming && (!deputy || !wide));
    m_view->setColumnHidden(roles::NextColumn, m_naming || !next || !wide);
    m_view->header()->setSectionResizeMode(roles::DeputyColumn, m_naming ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    m_delegate->setOthersBesidePerson(!wide);
    m_view->fitColumns();
}

void RolesPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showColumns();
}

void RolesPanel::showCommand()
{
    const QModelIndex row = commanderRow();
    m_nobody->setVisible(row.isValid() && row.data(roles::PersonRole).toString().isEmpty()
                         && !row.data(roles::OverRole).toBool());
}

// Who asks for relief, else the one that is worst off; whoever is at this console first among equals.
QModelIndex RolesPanel::dutyRow() const
{
    QModelIndex worst;
    const auto weight = [](const QModelIndex &index) {
        const int asks = index.data(roles::ReliefAtRole).toLongLong() != 0 ? 6 : 0;
        const int load = 2 * index.data(roles::LoadRole).toInt();
        return asks + load == 0 ? 0 : asks + load + (index.data(roles::IsMeRole).toBool() ? 1 : 0);
    };
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, roles::PersonColumn);
        if (weight(index) > (worst.isValid() ? weight(worst) : 0))
            worst = index;
    }
    return worst;
}

void RolesPanel::showDuty()
{
    const QModelIndex worst = dutyRow();
    m_duty->setVisible(worst.isValid());
    if (!worst.isValid())
        return;
    const QString relief = reliefSentence(worst, m_times);
    const bool over = worst.data(roles::LoadRole).toInt() == tenure::Over;
    m_dutyText->setText(relief.isEmpty() ? chipShape(over ? Chip::Late : Chip::Due) + u' ' + dutySentence(worst, m_times)
                                         : u"⇄ "_s + relief);
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(over ? Ink::Error : Ink::Warn));
    m_dutyText->setPalette(palette);
}

void RolesPanel::showMembers()
{
    const QVariant members = m_model->index(0, 0).data(roles::MembersRole);
    m_private->setVisible(members.isValid());
    if (members.isValid())
        m_membersText->setText(tr("Private. Who may see it: %1.").arg(QLocale().createSeparatedList(members.toStringList())));
}

void RolesPanel::showDetails()
{
    if (m_details->isHidden())
        return;
    m_details->say(rolesDetails(current(), m_times));
}

} // namespace fireline::views
