// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/latestalert.h"

#include "access/readablenote.h"
#include "actions/actionregistry.h"
#include "alerts/alertline.h"
#include "alerts/alerttext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace domain;
using models::AlertItem;

namespace {

constexpr std::array snoozeMinutes{2, 5, 10};

/// What is late is another matter than what was due.
QString keyOf(const AlertItem &item)
{
    return u"%1/%2"_s.arg(item.id).arg(int(item.level));
}

} // namespace

LatestAlert::LatestAlert(models::AlertList &list, models::Alarms &alarms, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_alarms(alarms)
    , m_theme(theme)
    , m_times(times)
    , m_line(new AlertLine(theme, this))
    , m_spoken(new QWidget(this))
    , m_acknowledge(new QToolButton(this))
    , m_snooze(new QToolButton(this))
{
    buildParts();
    // What is there already is not news.
    for (const AlertItem &item : list.items())
        m_told.insert(keyOf(item));
    connect(m_line, &AlertLine::clicked, this, &LatestAlert::open);
    connect(m_line, &AlertLine::stepRequested, this, &LatestAlert::step);
    connect(m_acknowledge, &QToolButton::clicked, this, &LatestAlert::acknowledge);
    connect(&list, &models::AlertList::looked, this, &LatestAlert::look);
    connect(&list, &models::AlertList::looked, this, &LatestAlert::tellNew);
    connect(&alarms, &models::Alarms::acknowledgedChanged, this, &LatestAlert::look);
    connect(&theme, &Theme::changed, this, &LatestAlert::restyle);
    connect(&times, &TimeDisplay::changed, this, &LatestAlert::look);
    restyle();
}

void LatestAlert::buildParts()
{
    setObjectName(u"latestAlert"_s);
    setFocusProxy(m_line);
    m_acknowledge->setObjectName(u"acknowledgeAlert"_s);
    m_acknowledge->setText(tr("Acknowledge"));
    m_acknowledge->setToolTip(tr("Silence this alert. It stays in sight. Ctrl+Shift+J silences all."));
    m_snooze->setObjectName(u"snoozeAlert"_s);
    m_snooze->setText(tr("Snooze"));
    m_snooze->setToolTip(tr("Be reminded later. The reason you type is written down."));
    m_snooze->setPopupMode(QToolButton::InstantPopup);
    m_snooze->setFocusPolicy(Qt::StrongFocus);
    m_acknowledge->setFocusPolicy(Qt::StrongFocus);
    auto *lengths = new QMenu(m_snooze);
    for (const int minutes : snoozeMinutes) {
        QAction *length = lengths->addAction(tr("For %n minutes", "", minutes), this,
                                             [this, minutes] { snooze(Span::minutes(minutes)); });
        length->setStatusTip(m_snooze->toolTip());
    }
    m_snooze->setMenu(lengths);
    m_spoken->setObjectName(u"spokenAlert"_s);
    m_spoken->setFixedSize(1, 1);
    readAloud(*m_spoken);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line, 1);
    row->addWidget(m_acknowledge);
    row->addWidget(m_snooze);
}

LatestAlert::~LatestAlert() = default;

void LatestAlert::addActions(ActionRegistry &actions)
{
    actions.add(reading({u"alerts.goto"_s,
                         tr("Go to latest alert"),
                         tr("Moves the keyboard to what is most urgent."),
                         u"incident"_s,
                         {},
                         {QKeySequence(Qt::CTRL | Qt::Key_J)}}),
                [this] {
                    m_chosen.clear();
                    look();
                    m_line->setFocus(Qt::ShortcutFocusReason);
                });
    actions.add(
        withoutWayBack({u"alerts.acknowledge"_s,
                        tr("Acknowledge alerts"),
                        tr("Silences what is late now. It stays in sight, and the record says who heard it."),
                        u"incident"_s,
                        {},
                        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)}}),
        [this] { m_alarms.acknowledge(); }, [this] { return whyNoAlert(); });
    for (const int minutes : snoozeMinutes) {
        actions.add(
            {u"alerts.snooze%1"_s.arg(minutes),
             tr("Snooze alert for %n minutes", "", minutes),
             tr("Comes back when the time is over. Quick entry asks for the reason, which is recorded."),
             {},
             {}},
            [this, minutes] { snooze(Span::minutes(minutes)); }, [this] { return whyNoSnooze(); });
    }
}

QString LatestAlert::whyNoAlert() const
{
    return m_list.items().isEmpty() ? tr("Nothing is due or late.") : QString();
}

QString LatestAlert::whyNoSnooze() const
{
    const AlertItem *item = shown();
    if (!item)
        return whyNoAlert();
    return item->canSnooze ? QString() : tr("Command cannot be snoozed.");
}

const AlertItem *LatestAlert::shown() const
{
    const auto &items = m_list.items();
    const auto chosen = std::find_if(items.begin(), items.end(), [this](const AlertItem &item) { return item.id == m_chosen; });
    if (chosen != items.end())
        return &*chosen;
    return items.isEmpty() ? nullptr : &items.first();
}

QString LatestAlert::shownId() const
{
    const AlertItem *item = shown();
    return item ? item->id : QString();
}

void LatestAlert::look()
{
    m_list.setAcknowledged(m_alarms.acknowledged());
    const AlertItem *item = shown();
    m_acknowledge->setEnabled(item && item->late());
    m_snooze->setEnabled(whyNoSnooze().isEmpty());
    if (!item) {
        m_chosen.clear();
        m_line->setAlert({{tr("Nothing is late")}, {}}, std::nullopt);
        m_line->setAccessibleName(tr("Latest alert: nothing is due or late"));
        m_line->setToolTip(tr("What is due or late is told here. (Ctrl+J)"));
        return;
    }
    const AlertText text(*item, m_list.now(), m_times);
    m_line->setAlert(wordsOf(*item), item->late() ? Chip::Late : Chip::Due);
    const QString name = tr("Latest alert: %1").arg(text.spoken());
    if (m_line->accessibleName() != name)
        m_line->setAccessibleName(name);
    // With the line first, as it stands where there is room for it.
    const QString whole = m_line->text() + u'\n' + text.whole() + u'\n' + tr("Up and Down: the other alerts.");
    if (m_line->toolTip() != whole)
        m_line->setToolTip(whole);
}

// What came by itself is heard wherever the keyboard is: once when it is due, and once when it is late.
void LatestAlert::tellNew()
{
    QSet<QString> now;
    QList<const AlertItem *> fresh;
    for (const AlertItem &item : m_list.items()) {
        const QString key = keyOf(item);
        now.insert(key);
        if (!m_told.contains(key))
            fresh.append(&item);
    }
    m_told = now;
    if (fresh.isEmpty())
        return;
    const QString first = AlertText(*fresh.first(), m_list.now(), m_times).spoken();
    const int more = int(fresh.size()) - 1;
    m_spoken->setAccessibleName(more == 0 ? tr("Alert: %1").arg(first) : tr("Alert: %1 And %n more.", "", more).arg(first));
    tellAloud(*m_spoken);
}

QString LatestAlert::counted(const QString &line) const
{
    if (m_chosen.isEmpty() && m_list.isMerged())
        return tr("%n things are late, first: %1", "", m_list.lateCount()).arg(line);
    if (m_list.items().size() > 1)
        return tr("%1 (one of %2)", "an alert, how many there are").arg(line).arg(m_list.items().size());
    return line;
}

AlertWords LatestAlert::wordsOf(const AlertItem &item) const
{
    const AlertText text(item, m_list.now(), m_times);
    const QString full = counted(text.line());
    const QString brief = counted(text.shortLine());
    if (m_chosen.isEmpty() && m_list.isMerged())
        return {{full, brief, tr("%n things are late", "", m_list.lateCount())}, {}};
    QStringList forms{full, brief, text.shortLine(), text.briefLine()};
    forms.removeDuplicates();
    return {forms, item.text};
}

QList<int> LatestAlert::formWidths() const
{
    QList<int> widths = m_line->formWidths();
    const int beside = sizeHint().width() - m_line->sizeHint().width();
    for (int &width : widths)
        width += beside;
    return widths;
}

void LatestAlert::restyle()
{
    for (QWidget *button : {static_cast<QWidget *>(m_acknowledge), static_cast<QWidget *>(m_snooze)})
        button->setFont(m_theme.textFont());
    m_line->updateGeometry();
    m_line->update();
    look();
}

void LatestAlert::goTo(const QString &clock)
{
    m_chosen = clock;
    look();
    m_line->setFocus(Qt::OtherFocusReason);
}

void LatestAlert::askSnooze(const QString &clock, Span length)
{
    if (models::Alarms::isMany(clock)) {
        emit entryRequested(u"/snooze late %1m "_s.arg(length.us / Span::minutes(1).us));
        return;
    }
    goTo(clock);
    if (shownId() == clock)
        snooze(length);
}

void LatestAlert::step(int by)
{
    const auto &items = m_list.items();
    if (items.isEmpty())
        return;
    const QString id = shownId();
    const auto at = std::find_if(items.begin(), items.end(), [&](const AlertItem &item) { return item.id == id; });
    const auto next = std::clamp<qsizetype>(at - items.begin() + by, 0, items.size() - 1);
    m_chosen = items.at(next).id;
    look();
}

void LatestAlert::open()
{
    const AlertItem *item = shown();
    if (!item)
        return;
    if (!item->record.isEmpty())
        emit recordRequested(item->record, item->line);
    else if (item->line.isEmpty())
        emit detailsRequested(item->id);
    else
        emit entryRequested(item->line);
}

// What the line says: one matter, or that many are late.
void LatestAlert::acknowledge()
{
    if (m_chosen.isEmpty() && m_list.isMerged())
        m_alarms.acknowledge();
    else if (const AlertItem *item = shown())
        m_alarms.acknowledge(item->id);
}

// A snooze needs a reason, which is typed behind the line that is prepared here.
void LatestAlert::snooze(Span length)
{
    const AlertItem *item = shown();
    if (item && item->canSnooze)
        emit entryRequested(u"/snooze %1 %2m "_s.arg(item->id).arg(length.us / Span::minutes(1).us));
}

} // namespace fireline::views
