// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineheader.h"

#include "forms/flowlayout.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::TimelineChip;
using models::TimelineChips;
using models::TimelineQuery;

namespace {

QToolButton *textButton(QWidget *parent, const QString &name, const QString &text, const QString &help)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(help);
    return button;
}

} // namespace

TimelineHeader::TimelineHeader(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *flow = new FlowLayout;
    flow->setSpacing(theme.scaled(4));
    flow->setContentsMargins(theme.scaled(4), theme.scaled(4), theme.scaled(4), theme.scaled(2));
    outer->addLayout(flow);
    addChips(flow);
    addTools(flow);
    addStatus(outer);
    connect(&times, &TimeDisplay::changed, this, &TimelineHeader::showZone);
    showZone();
    setQuery({});
}

void TimelineHeader::addChips(QLayout *layout)
{
    m_all = textButton(this, u"timeline.chip.all"_s, tr("All"), tr("Show every entry."));
    connect(m_all, &QToolButton::clicked, this, &TimelineHeader::clearRequested);
    layout->addWidget(m_all);
    addChip(layout, TimelineChip::Decisions, u"decisions"_s, tr("Decisions"),
            tr("Show decisions, polls and what is held to be the cause."));
    addChip(layout, TimelineChip::Actions, u"actions"_s, tr("Actions"),
            tr("Show actions, questions, changes, mitigations, checks and pages."));
    addChip(layout, TimelineChip::Status, u"status"_s, tr("Status"),
            tr("Show status updates, severity, phase, impact, roles and handovers."));
    addChip(layout, TimelineChip::Findings, u"findings"_s, tr("Findings"),
            tr("Show findings, hypotheses, alerts, reports and attachments."));
    addChip(layout, TimelineChip::Notes, u"notes"_s, tr("Notes"), tr("Show notes, follow-ups and corrections."));
    addChip(layout, TimelineChip::Machine, u"machine"_s, tr("Machine"), tr("Show what systems did, each on a row of its own."));
    addChip(layout, TimelineChip::Pinned, u"pinned"_s, tr("Pinned"), tr("Show only what is pinned."));
}

void TimelineHeader::addChip(QLayout *layout, TimelineChip chip, const QString &name, const QString &text, const QString &help)
{
    QToolButton *button = textButton(this, u"timeline.chip."_s + name, text, help);
    connect(button, &QToolButton::clicked, this, &TimelineHeader::edited);
    layout->addWidget(button);
    m_chips.insert(chip, button);
}

void TimelineHeader::addTools(QLayout *layout)
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"timeline.filter"_s);
    m_filter->setAccessibleName(tr("Filter the timeline"));
    m_filter->setPlaceholderText(tr("Filter: words, @person"));
    m_filter->setToolTip(tr("Show only entries with these words; @name shows only those by one person."));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(m_filter->fontMetrics().averageCharWidth() * 24);
    connect(m_filter, &QLineEdit::textChanged, this, &TimelineHeader::edited);
    layout->addWidget(m_filter);
    m_zone = textButton(this, u"timeline.zone"_s, {}, tr("Switch between UTC and local time."));
    m_zone->setCheckable(false);
    connect(m_zone, &QToolButton::clicked, this, [this] { m_times.setUtc(!m_times.isUtc()); });
    layout->addWidget(m_zone);
    m_past = textButton(this, u"timeline.past"_s, tr("As of…"), tr("Look at the record as it stood at an earlier moment."));
    connect(m_past, &QToolButton::clicked, this, &TimelineHeader::pastRequested);
    layout->addWidget(m_past);
}

void TimelineHeader::addStatus(QLayout *layout)
{
    m_status = new QWidget(this);
    auto *row = new QHBoxLayout(m_status);
    row->setContentsMargins(m_theme.scaled(6), 0, m_theme.scaled(6), m_theme.scaled(2));
    m_counts = new QLabel(m_status);
    m_counts->setObjectName(u"timeline.counts"_s);
    m_counts->setWordWrap(true); // where the window is narrow or the text large, it is not cut off
    row->addWidget(m_counts, 1);
    m_clear = new QPushButton(m_status);
    m_clear->setObjectName(u"timeline.clearFilter"_s);
    m_clear->setToolTip(tr("Show every entry again."));
    connect(m_clear, &QPushButton::clicked, this, &TimelineHeader::clearRequested);
    row->addWidget(m_clear);
    layout->addWidget(m_status);
    m_status->hide();
}

void TimelineHeader::setQuery(const TimelineQuery &query)
{
    m_query = query;
    for (auto it = m_chips.cbegin(); it != m_chips.cend(); ++it)
        it.value()->setChecked(query.chips.testFlag(it.key()));
    m_all->setChecked(!query.chips);
    TimelineQuery typed;
    readFilter(m_filter->text(), typed);
    if (typed.text != query.text || typed.person != query.person) {
        const QSignalBlocker quiet(m_filter);
        m_filter->setText(query.person.isEmpty() ? query.text : u'@' + query.person + u' ' + query.text);
    }
    showCounts();
}

void TimelineHeader::setCounts(int shown, int total)
{
    m_shown = shown;
    m_total = total;
    showCounts();
}

void TimelineHeader::setPerspectiveChips(TimelineChips chips)
{
    m_perspective = chips;
    showCounts();
}

/// What is hidden is said, and by whom: a perspective that nobody set a filter in is not "the filter".
void TimelineHeader::showCounts()
{
    const bool byPerspective = m_perspective && m_query.chips == m_perspective && m_query.person.isEmpty()
                               && m_query.text.trimmed().isEmpty();
    const QLocale locale;
    if (byPerspective)
        m_counts->setText(tr("%n notes and other entries are hidden by this perspective.", nullptr, m_total - m_shown));
    else
        //: Entries of the timeline: %1 that the filter shows, %2 that there are
        m_counts->setText(tr("%1 of %2 shown").arg(locale.toString(m_shown), locale.toString(m_total)));
    m_clear->setText(byPerspective ? tr("Show them") : tr("Clear filter"));
    m_clear->setAccessibleName(byPerspective ? tr("Show what this perspective hides") : m_clear->text());
    m_status->setVisible(byPerspective ? m_total > m_shown : m_query.hidesSome());
}

void TimelineHeader::setInPast(bool past)
{
    m_past->setChecked(past);
}

void TimelineHeader::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TimelineHeader::readFilter(const QString &typed, TimelineQuery &query)
{
    QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    query.person.clear();
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i).size() > 1 && words.at(i).startsWith(u'@')) {
            query.person = words.takeAt(i).mid(1);
            break;
        }
    }
    query.text = words.join(u' ');
}

void TimelineHeader::edited()
{
    TimelineQuery query;
    for (auto it = m_chips.cbegin(); it != m_chips.cend(); ++it)
        query.chips.setFlag(it.key(), it.value()->isChecked());
    readFilter(m_filter->text(), query);
    emit queryEdited(query);
}

void TimelineHeader::showZone()
{
    const QString zone = m_times.isUtc() ? tr("UTC") : tr("Local time");
    m_zone->setText(zone);
    m_zone->setAccessibleName(tr("Times are shown in %1").arg(zone));
}

} // namespace fireline::views
