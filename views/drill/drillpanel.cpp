// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/drillpanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr std::array speeds{0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0};
constexpr int mostLines = 500;

} // namespace

DrillPanel::DrillPanel(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_clock(new QLabel(this))
    , m_state(new QLabel(this))
    , m_pause(button(u"drill.pauseButton"_s, tr("Pause"), tr("Stops the clock of the drill, and lets it go on."), this))
    , m_slower(button(u"drill.slowerButton"_s, tr("Slower"), tr("Lets the clock of the drill go slower."), this))
    , m_faster(button(u"drill.fasterButton"_s, tr("Faster"), tr("Lets the clock of the drill go faster."), this))
    , m_stop(button(u"drill.stopButton"_s, tr("Stop the drill"),
                    tr("Ends the drill at once and for good, as does the line “drill stop” in quick entry."), this))
    , m_peek(button(u"drill.peekButton"_s, tr("Show what is to come"),
                    tr("Shows what the script brings next. For who runs the drill; who plays must not know. (Ctrl+Shift+K)"),
                    this))
    , m_score(new QLabel(this))
    , m_next(new QListWidget(this))
    , m_lines(new QListWidget(this))
{
    build();
    connect(m_pause, &QPushButton::clicked, this, [this] { emit pauseRequested(!m_pace.paused); });
    connect(m_slower, &QPushButton::clicked, this, [this] { emit speedRequested(nextSpeed(false)); });
    connect(m_faster, &QPushButton::clicked, this, [this] { emit speedRequested(nextSpeed(true)); });
    connect(m_stop, &QPushButton::clicked, this, &DrillPanel::stopRequested);
    connect(m_peek, &QPushButton::toggled, this, &DrillPanel::showComing);
    connect(&theme, &Theme::changed, this, &DrillPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, &DrillPanel::showComing);
    showTheme();
    setElapsed({});
    showPace();
    showScore();
    showComing();
}

void DrillPanel::build()
{
    m_clock->setObjectName(u"drill.clock"_s);
    m_state->setObjectName(u"drill.state"_s);
    m_state->setWordWrap(true);
    m_lines->setObjectName(u"drill.lines"_s);
    m_lines->setAccessibleName(tr("What happened in the drill"));
    m_lines->setToolTip(tr("What was said and what came in, the newest last."));
    m_lines->setWordWrap(true);
    m_score->setObjectName(u"drill.score"_s);
    m_score->setTextFormat(Qt::PlainText);
    m_score->setWordWrap(true);
    m_peek->setCheckable(true);
    m_next->setObjectName(u"drill.next"_s);
    m_next->setAccessibleName(tr("What is to come in the drill"));
    m_next->setToolTip(tr("What the script brings, the soonest first."));
    m_next->setWordWrap(true);
    for (QPushButton *each : {m_pause, m_slower, m_faster, m_stop, m_peek})
        markReading(*each);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_clock);
    column->addWidget(m_state);
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    for (QPushButton *each : {m_pause, m_slower, m_faster, m_stop, m_peek})
        flow->addWidget(each);
    column->addWidget(row);
    column->addWidget(m_score);
    column->addWidget(m_next, 1);
    column->addWidget(m_lines, 1);
}

QWidget *DrillPanel::firstFocus() const
{
    return m_pause;
}

void DrillPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon,
                         const ActionRegistry::Handler &handler, const ActionRegistry::WhyNot &whyNot) {
        actions.add(reading({id, text, help, u"drill"_s, icon}), handler, whyNot);
    };
    add(
        u"drill.pause"_s, tr("Pause the drill or go on"), tr("Stops the clock of the drill, and lets it go on."), u"pause"_s,
        [this] { emit pauseRequested(!m_pace.paused); }, [this] { return whyNot(); });
    add(
        u"drill.faster"_s, tr("Let the drill go faster"), tr("Lets the clock of the drill go faster, to 60 times."), u"up"_s,
        [this] { emit speedRequested(nextSpeed(true)); }, [this] { return whyNotSpeed(true); });
    add(
        u"drill.slower"_s, tr("Let the drill go slower"), tr("Lets the clock of the drill go slower, to half its speed."),
        u"down"_s, [this] { emit speedRequested(nextSpeed(false)); }, [this] { return whyNotSpeed(false); });
    add(
        u"drill.normalSpeed"_s, tr("Let the drill go at normal speed"), tr("A second of the drill is a second again."), u"play"_s,
        [this] { emit speedRequested(1); },
        [this] { return m_pace.runs && m_pace.speed == 1 ? tr("The drill goes at normal speed.") : whyNot(); });
    addFacilitatorActions(actions);
}

void DrillPanel::addFacilitatorActions(ActionRegistry &actions)
{
    actions.add(
        withoutWayBack(reading({u"drill.stop"_s, tr("Stop the drill"),
                                tr("Ends the drill at once and for good, as does the line “drill stop” in quick entry."),
                                u"drill"_s, u"stop"_s})),
        [this] { emit stopRequested(); }, [this] { return whyNot(); });
    actions.add(reading({u"drill.coming"_s,
                         tr("Show or hide what is to come"),
                         tr("Shows what the script brings next. For who runs the drill; who plays must not know."),
                         u"drill"_s,
                         u"show"_s,
                         {QKeySequence(u"Ctrl+Shift+K"_s)}}),
                [this] { m_peek->toggle(); });
}

void DrillPanel::setScore(const DrillCounts &score)
{
    if (score == m_counts)
        return;
    m_counts = score;
    showScore();
}

void DrillPanel::showScore()
{
    const QStringList lines{m_counts.passes ? tr("✓ So far it would pass.") : tr("▲ So far it would fail."),
                            tr("Clocks that ran late: %1 (%2 allowed)").arg(m_counts.late).arg(m_counts.lateAllowed),
                            tr("Rules overridden: %1 (%2 allowed)").arg(m_counts.overrides).arg(m_counts.overridesAllowed),
                            tr("Otherwise than the script expects: %1 (0 allowed)").arg(m_counts.unexpected)};
    m_score->setText(lines.join(u'\n'));
    m_score->setAccessibleName(lines.join(u". "_s));
}

void DrillPanel::setComing(const QList<DrillComing> &coming)
{
    if (coming == m_coming)
        return;
    m_coming = coming;
    showComing();
}

void DrillPanel::showComing()
{
    m_next->setVisible(m_peek->isChecked());
    m_peek->setText(m_peek->isChecked() ? tr("Hide what is to come") : tr("Show what is to come"));
    m_peek->setAccessibleName(m_peek->text());
    m_next->clear(); // nothing of it is there for who must not know
    if (!m_peek->isChecked())
        return;
    for (const DrillComing &each : std::as_const(m_coming))
        m_next->addItem(each.at.isSet() ? tr("%1  %2").arg(m_times.time(each.at), each.text) : tr("Waits: %1").arg(each.text));
    if (m_coming.isEmpty())
        m_next->addItem(tr("Nothing more is to come."));
}

void DrillPanel::setPace(const DrillPace &pace)
{
    if (pace == m_pace)
        return;
    m_pace = pace;
    showPace();
    if (m_actions)
        m_actions->refreshLater();
}

void DrillPanel::setElapsed(domain::Span elapsed)
{
    m_clock->setText(elapsedText(elapsed));
    m_clock->setAccessibleName(tr("Time since the drill began: %1").arg(m_clock->text()));
}

void DrillPanel::addLine(domain::Instant at, const QString &what)
{
    //: A time, and what happened then
    auto *line = new QListWidgetItem(tr("%1  %2").arg(m_times.time(at), what), m_lines);
    line->setToolTip(what);
    while (m_lines->count() > mostLines)
        delete m_lines->takeItem(0);
    m_lines->scrollToBottom();
}

/// What came while nobody looked: the latest is at the end.
void DrillPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QTimer::singleShot(0, m_lines, &QListWidget::scrollToBottom);
}

void DrillPanel::showPace()
{
    m_pause->setText(m_pace.paused ? tr("Go on") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setEnabled(whyNot().isEmpty());
    m_stop->setEnabled(whyNot().isEmpty());
    m_faster->setEnabled(whyNotSpeed(true).isEmpty());
    m_slower->setEnabled(whyNotSpeed(false).isEmpty());
    if (!m_pace.runs)
        m_state->setText(whyNot());
    else if (m_pace.paused)
        m_state->setText(tr("Paused. Nothing happens until you go on."));
    else if (m_pace.speed == 1)
        m_state->setText(tr("Runs at normal speed."));
    else
        m_state->setText(tr("Runs at %1 times the normal speed.").arg(QLocale().toString(m_pace.speed)));
}

void DrillPanel::showTheme()
{
    QFont font = m_theme.clockFont();
    font.setPointSizeF(m_theme.valueFont().pointSizeF());
    m_clock->setFont(font);
}

QString DrillPanel::whyNot() const
{
    return m_pace.runs ? QString() : tr("The drill is over. Its record can be read; start another one with File, Open.");
}

QString DrillPanel::whyNotSpeed(bool faster) const
{
    if (const QString why = whyNot(); !why.isEmpty())
        return why;
    if (nextSpeed(faster) != m_pace.speed)
        return {};
    return faster ? tr("The drill cannot go faster.") : tr("The drill cannot go slower.");
}

double DrillPanel::nextSpeed(bool faster) const
{
    if (faster) {
        const auto next = std::upper_bound(speeds.begin(), speeds.end(), m_pace.speed);
        return next == speeds.end() ? m_pace.speed : *next;
    }
    const auto here = std::lower_bound(speeds.begin(), speeds.end(), m_pace.speed);
    return here == speeds.begin() ? m_pace.speed : *(here - 1);
}

} // namespace fireline::views
