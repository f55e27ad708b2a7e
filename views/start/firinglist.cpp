// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/firinglist.h"

#include "start/startdelegate.h"
#include "start/startroles.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace models::start;

FiringList::FiringList(QAbstractItemModel *firing, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_heading(new QLabel(tr("Alerts that fire now"), this))
    , m_list(new QListView(this))
{
    setObjectName(u"startFiringPart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_list->setModel(firing);
    m_list->setObjectName(u"startFiring"_s);
    m_list->setAccessibleName(m_heading->text());
    m_list->setToolTip(tr("Enter takes the words of an alert into the form; nothing is declared by it."));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(m_theme.rowHeight() * 3);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_list->setItemDelegate(new StartDelegate(
        m_theme, [this](const QModelIndex &i) { return row(i); }, this));
    layout->addWidget(m_heading);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this, &FiringList::declareRequested);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(firing, signal, this, &FiringList::refresh);
    connect(&theme, &Theme::changed, this, &FiringList::restyle);
    restyle();
    refresh();
}

StartRow FiringList::row(const QModelIndex &index) const
{
    const int count = index.data(FiringCount).toInt();
    const QString name = index.data(FiringName).toString();
    const QString since = isolatedLtr(m_times.dayMinute({index.data(FiringSince).toLongLong()}));
    StartRow row{Chip::Late, count > 1 ? tr("%1 (%n alerts)", nullptr, count).arg(name) : name,
                 tr("since %1 · %2", "time, what an alert says").arg(since, index.data(FiringSummary).toString()), false};
    row.greyed = index.data(FiringStale).toBool();
    return row;
}

void FiringList::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void FiringList::refresh()
{
    setVisible(m_list->model()->rowCount() > 0);
}

void FiringList::restyle()
{
    m_heading->setFont(m_theme.valueFont());
    m_list->doItemsLayout();
}

} // namespace fireline::views
