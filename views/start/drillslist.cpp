// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/drillslist.h"

#include "start/startdelegate.h"
#include "start/startroles.h"
#include "theme/theme.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace models::start;

DrillsList::DrillsList(QAbstractItemModel *drills, Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"startDrillsPart"_s);
    build(drills);
    connect(m_list, &QListView::activated, this, &DrillsList::start);
    connect(m_start, &QPushButton::clicked, this, [this] { start(m_list->currentIndex()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DrillsList::refresh);
    connect(drills, &QAbstractItemModel::rowsInserted, this, &DrillsList::refresh);
    connect(drills, &QAbstractItemModel::rowsRemoved, this, &DrillsList::refresh);
    connect(drills, &QAbstractItemModel::modelReset, this, &DrillsList::refresh);
    connect(&theme, &Theme::changed, this, &DrillsList::restyle);
    restyle();
    refresh();
}

void DrillsList::build(QAbstractItemModel *drills)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_heading = new QLabel(tr("Drills"), this);
    m_empty = new QLabel(tr("No drill is installed."), this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_list = new QListView(this);
    m_list->setModel(drills);
    m_list->setObjectName(u"startDrills"_s);
    m_list->setAccessibleName(tr("Drills"));
    m_list->setToolTip(tr("Enter starts a drill. It has a file and a clock of its own and reaches nobody outside."));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(m_theme.rowHeight() * 3);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_list->setItemDelegate(new StartDelegate(
        m_theme, [this](const QModelIndex &i) { return row(i); }, this));
    m_start = new QPushButton(tr("Start drill"), this);
    m_start->setObjectName(u"startDrill"_s);
    layout->addWidget(m_heading);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_start, 0, Qt::AlignLeading);
}

// Long ones go on for days, till after the review; nobody sits them out, their clock is made to run.
QString DrillsList::lengthText(domain::Span length)
{
    if (length < domain::Span::hours(2))
        return tr("%n minutes", nullptr, int(length.us / domain::Span::minutes(1).us));
    if (length < domain::Span::days(2))
        return tr("%n hours", nullptr, int(length.us / domain::Span::hours(1).us));
    return tr("%n days", nullptr, int(length.us / domain::Span::days(1).us));
}

StartRow DrillsList::row(const QModelIndex &index) const
{
    StartRow row{Chip::Drill, index.data(DrillTitle).toString(), index.data(DrillFaulty).toString(), false};
    row.greyed = !row.second.isEmpty();
    if (!row.greyed) {
        const QString length = lengthText({index.data(DrillLength).toLongLong()});
        const QString process = index.data(DrillProcess).toString();
        row.second = index.data(DrillGuided).toBool()
                         ? tr("%1 · with a guide · %2", "length of a drill, title of its process").arg(length, process)
                         : tr("%1 · %2", "length of a drill, title of its process").arg(length, process);
    }
    return row;
}

void DrillsList::start(const QModelIndex &index)
{
    if (index.isValid() && index.data(DrillFaulty).toString().isEmpty())
        emit drillRequested(index.data(DrillId).toString());
}

void DrillsList::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid() && m_list->model()->rowCount() > 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void DrillsList::refresh()
{
    const int rows = m_list->model()->rowCount();
    m_list->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    const QModelIndex current = m_list->currentIndex();
    const QString fault = current.data(DrillFaulty).toString();
    m_start->setEnabled(current.isValid() && fault.isEmpty());
    m_start->setToolTip(!current.isValid() ? tr("Choose a drill in the list first.")
                        : fault.isEmpty()  ? tr("Starts the chosen drill.")
                                           : fault);
}

void DrillsList::restyle()
{
    m_heading->setFont(m_theme.valueFont());
    m_list->doItemsLayout();
}

} // namespace fireline::views
