// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxpanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "forms/detailsbrowser.h"
#include "forms/flowlayout.h"
#include "forms/inlineform.h"
#include "forms/panelbutton.h"
#include "forms/waitingwords.h"
#include "inbox/inboxdelegate.h"
#include "inbox/inboxtext.h"
#include "inbox/trendview.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace inbox = models::inbox;

namespace {

constexpr int emptyList = 28; // points: enough for the frame of whoever has the keyboard

} // namespace

InboxPanel::InboxPanel(models::InboxModel &model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"inboxPanel"_s);
    setWindowTitle(tr("Alert inbox"));
    build();
    connectModel();
    connect(&theme, &Theme::changed, this, &InboxPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, [this] {
        m_view->viewport()->update();
        showSources();
        showDetails();
    });
    m_view->setCurrentIndex(model.index(0, 0));
    showTheme();
}

QWidget *InboxPanel::firstFocus() const
{
    return m_view;
}

void InboxPanel::build()
{
    m_parts = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_parts->addLayout(column, 3);
    m_sources = new QLabel(this);
    m_sources->setObjectName(u"inboxSources"_s);
    m_empty = new QLabel(tr("No alert fires."), this);
    m_empty->setObjectName(u"inboxEmpty"_s);
    for (QLabel *label : {m_sources, m_empty}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    column->addWidget(m_sources);
    m_settings = button(u"inboxSettings"_s, tr("Set up a source…"), tr("Opens the settings, page Monitoring."), this);
    markReading(*m_settings);
    connect(m_settings, &QPushButton::clicked, this, &InboxPanel::settingsRequested);
    column->addWidget(m_settings);
    column->addWidget(m_empty);
    buildList();
    column->addWidget(m_view, 3);
    m_buttons = new QWidget(this);
    buildButtons(m_buttons);
    column->addWidget(m_buttons);
    m_form = new InlineForm(u"inboxForm"_s, m_theme, this);
    connect(m_form, &InlineForm::submitted, this, &InboxPanel::take);
    connect(m_form, &InlineForm::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    auto *waiting = new WaitingWords(u"inboxWaiting"_s, *m_form, m_theme, this);
    connect(waiting, &WaitingWords::resumeRequested, this, &InboxPanel::resume);
    connect(waiting, &WaitingWords::entryRequested, this, &InboxPanel::entryRequested);
    column->addWidget(waiting);
    column->addWidget(m_form);
    buildKnown();
}

void InboxPanel::buildKnown()
{
    m_details = new DetailsBrowser(u"inboxDetails"_s, tr("All that is known of the selected alert"),
                                   tr("Since when it fires, what it says, and how often it fired before."), this);
    m_details->hide();
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(u"inboxVerdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_trend = new TrendView(m_theme, this);
    auto *known = new QVBoxLayout;
    known->setSpacing(0);
    known->addWidget(m_trend, 1); // one look tells most
    known->addWidget(m_verdict);
    known->addWidget(m_details, 2);
    known->addStretch();
    m_parts->addLayout(known, 2);
}

/// What is known of an alert stands beside the list where the panel is wide, or too low for both, else below it.
void InboxPanel::arrange()
{
    const bool low = height() < m_theme.scaled(420) && width() > m_theme.scaled(380);
    m_parts->setDirection(low || width() > 2 * m_theme.scaled(280) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void InboxPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void InboxPanel::buildList()
{
    m_view = new QListView(this);
    m_view->setObjectName(u"inboxList"_s);
    m_view->setAccessibleName(tr("Alerts"));
    m_view->setToolTip(tr("R links an alert to this incident, Y acknowledges it, S silences it. Enter goes to its entry."));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new InboxDelegate(m_theme, m_times, this));
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QListView::activated, this, &InboxPanel::open);
    connect(m_view, &QListView::customContextMenuRequested, this, &InboxPanel::showMenu);
}

void InboxPanel::buildButtons(QWidget *row)
{
    auto *line = new FlowLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    m_acknowledge = button(u"inboxAcknowledge"_s, tr("Acknowledge"), row);
    m_link = button(u"inboxLink"_s, tr("Link"), row);
    m_silence = button(u"inboxSilence"_s, tr("Silence…"), row);
    m_declare = button(u"inboxDeclare"_s, tr("Declare…"), row);
    m_showDetails = new QToolButton(row);
    m_showDetails->setObjectName(u"inboxShowDetails"_s);
    m_showDetails->setText(tr("Details"));
    m_showDetails->setAccessibleName(tr("Show all that is known of the selected alert"));
    m_showDetails->setToolTip(tr("Shows all that is known of the selected alert (Space in the list)."));
    m_showDetails->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_showDetails->setArrowType(Qt::RightArrow);
    m_showDetails->setCheckable(true);
    m_showDetails->setFocusPolicy(Qt::StrongFocus);
    markReading(*m_showDetails);
    for (QPushButton *made : {m_acknowledge, m_link, m_silence, m_declare})
        line->addWidget(made);
    line->addWidget(m_showDetails);
    connect(m_showDetails, &QToolButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        m_showDetails->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        showDetails();
    });
    connect(m_acknowledge, &QPushButton::clicked, this, &InboxPanel::acknowledge);
    connect(m_link, &QPushButton::clicked, this, &InboxPanel::link);
    connect(m_silence, &QPushButton::clicked, this,
            [this] { current().data(inbox::StateRole).toInt() == inbox::Silenced ? askEndSilence() : askSilence(); });
    connect(m_declare, &QPushButton::clicked, this, &InboxPanel::declare);
}

void InboxPanel::connectModel()
{
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &InboxPanel::showState);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &InboxPanel::showState);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                if (roles != QList<int>{inbox::LeftRole})
                    return showState();
                if (first.row() <= current().row() && current().row() <= last.row())
                    showDetails();
            });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_view->setCurrentIndex(m_model.index(0, 0));
        showState();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &InboxPanel::showState);
}

void InboxPanel::setReadings(const QList<models::SourceReading> &readings, bool drill)
{
    m_readings = readings;
    m_drill = drill;
    m_model.setReadings(drill ? QList<models::SourceReading>() : readings);
    showSources();
}

void InboxPanel::setTrend(const models::AlertTrend &trend)
{
    m_trend->setTrend(trend);
}

void InboxPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    for (QLabel *label : {m_sources, m_empty, m_verdict})
        label->setContentsMargins(gap, gap, gap, gap);
    m_sources->setFont(m_theme.captionFont());
    m_view->doItemsLayout();
    arrange();
    showState();
}

void InboxPanel::showSources()
{
    const SourcesText told = sourcesText(m_readings, m_drill, m_times);
    if (m_sources->text() != told.text)
        m_sources->setText(told.text);
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(told.warns ? Ink::Error : Ink::Muted));
    m_sources->setPalette(palette);
    m_settings->setVisible(m_readings.isEmpty() && !m_drill);
    // Where a source is silent nobody knows whether one fires.
    m_empty->setVisible(m_model.rowCount() == 0 && !told.warns);
}

void InboxPanel::showState()
{
    const bool any = m_model.rowCount() > 0;
    showSources();
    // What the sources say stands above: a list of nothing leaves it in sight in a low panel.
    m_view->setMaximumHeight(any ? QWIDGETSIZE_MAX : m_theme.scaled(emptyList));
    m_buttons->setVisible(any);
    if (any && !current().isValid())
        m_view->setCurrentIndex(m_model.index(0, 0));
    const auto show = [](QPushButton *button, const QString &why, const QString &help) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.isEmpty() ? help : why);
    };
    show(m_acknowledge, whyNot(inbox::AcknowledgeWhyNotRole), tr("Somebody looks after it: its escalation stops (Y)."));
    show(m_link, whyNot(inbox::LinkWhyNotRole), tr("Takes the alert into this incident's record (R)."));
    const bool silenced = current().isValid() && current().data(inbox::StateRole).toInt() == inbox::Silenced;
    m_silence->setText(silenced ? tr("End silence…") : tr("Silence…"));
    m_silence->setAccessibleName(m_silence->text());
    show(m_silence, whyNot(silenced ? inbox::EndSilenceWhyNotRole : inbox::SilenceWhyNotRole),
         silenced ? tr("Lets it be told again at once (Shift+S).") : tr("Keeps it from being told for a while (S)."));
    show(m_declare, whyNotDeclare(), tr("Declares another incident from it and its group (D)."));
    showDetails();
    if (const QString now = current().data(inbox::FingerprintRole).toString(); std::exchange(m_told, now) != now)
        emit currentChanged(now);
    if (m_actions)
        m_actions->refreshLater();
}

void InboxPanel::showDetails()
{
    m_verdict->setText(current().isValid() ? alertSummary(current(), m_times) : QString());
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    if (!m_details->isHidden())
        m_details->say(alertDetails(current(), m_times));
}

bool InboxPanel::showItem(const QString &ref)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.index(row, 0).data(inbox::RecordRole) != ref)
            continue;
        m_view->setCurrentIndex(m_model.index(row, 0));
        return true;
    }
    return false;
}

} // namespace fireline::views
