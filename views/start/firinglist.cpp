// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/firinglist.h"

#include "access/readablenote.h"
#include "inbox/inboxtext.h"
#include "start/startdelegate.h"
#include "start/startroles.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr auto glance = std::chrono::seconds(2);

} // namespace

using namespace models::start;

FiringList::FiringList(QAbstractItemModel *firing, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_heading(new QLabel(tr("Alerts that fire now"), this))
    , m_state(new QLabel(this))
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
    m_state->setObjectName(u"startAlertSources"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    readAloud(*m_state);
    layout->addWidget(m_heading);
    layout->addWidget(m_state);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this, &FiringList::declareRequested);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(firing, signal, this, &FiringList::refresh);
    m_mark.setSingleShot(true);
    m_mark.setInterval(glance);
    connect(&m_mark, &QTimer::timeout, this, &FiringList::showMark);
    connect(&times, &TimeDisplay::changed, this, &FiringList::refresh);
    connect(&times, &TimeDisplay::changed, m_list->viewport(), qOverload<>(&QWidget::update));
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
    m_wanted = m_wanted || m_list->model()->rowCount() == 0;
    refresh();
    if (m_list->isHidden()) {
        m_mark.start();
        showMark();
        return sayAloud(*m_state, stateText());
    }
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void FiringList::setSources(const QList<models::SourceReading> &readings)
{
    m_readings = readings;
    refresh();
}

QString FiringList::stateText() const
{
    if (m_readings.isEmpty())
        return tr("No Alertmanager is set up: what fires is not known here. The settings, page Monitoring, take one.");
    const SourcesText told = sourcesText(m_readings, false, m_times, ShownAlerts::Unsilenced);
    const bool allHeard = std::none_of(m_readings.begin(), m_readings.end(), [](const auto &each) { return each.stale; });
    if (m_list->model()->rowCount() > 0 || !allHeard)
        return told.text;
    const bool silenced = std::any_of(m_readings.begin(), m_readings.end(), [](const models::SourceReading &each) {
        return std::any_of(each.alerts.begin(), each.alerts.end(), [](const auto &alert) { return alert.silenced; });
    });
    return tr("%1 %2", "what fires, who says so")
        .arg(silenced ? tr("All that fires is silenced.") : tr("No alert fires."), told.text);
}

void FiringList::refresh()
{
    const bool any = m_list->model()->rowCount() > 0;
    m_list->setVisible(any);
    m_state->setText(stateText());
    setVisible(any || m_wanted || !m_readings.isEmpty());
}

void FiringList::restyle()
{
    m_heading->setFont(m_theme.valueFont());
    m_list->doItemsLayout();
    showMark();
}

// The line may have stood there, with the same words, before the key was pressed.
void FiringList::showMark()
{
    QPalette palette = m_theme.palette();
    if (m_mark.isActive()) {
        palette.setColor(QPalette::Window, m_theme.ink(Ink::Selection));
        palette.setColor(QPalette::WindowText, m_theme.ink(Ink::SelectionText));
    }
    m_state->setPalette(palette);
    m_state->setAutoFillBackground(m_mark.isActive());
}

} // namespace fireline::views
