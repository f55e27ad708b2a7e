// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusline.h"

#include "shell/cutlabel.h"
#include "shell/sharedline.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int narrow = 1100;     ///< pixels at 100 %
constexpr int leastLetters = 16; ///< of a next step that is cut: fewer say nothing
constexpr int keptLetters = 34;  ///< of a next step, before an alert's words take more

/// What is to be typed, where a next step ends with it: `/confirm.`, or a whole line in quotation marks.
QString commandAtEnd(const QString &step)
{
    static const QRegularExpression command(u"(?<=\\s)[“„«]?/\\p{L}[^/]*$"_s);
    return command.match(step).captured();
}

} // namespace

StatusLine::StatusLine(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_row(new QHBoxLayout(this))
    , m_both(new QWidget(this))
    , m_shares(new SharedLine(m_both))
    , m_next(new CutLabel(leastLetters, m_both))
    , m_awake(new QLabel(tr("Kept awake"), this))
    , m_utc(new QLabel(this))
    , m_local(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status line"));
    m_row->setContentsMargins(4, 0, 4, 0);
    m_next->setObjectName(u"nextStep"_s);
    m_next->installEventFilter(this);
    m_shares->setNext(m_next);
    m_awake->setObjectName(u"keptAwake"_s);
    m_awake->setToolTip(tr("Fireline keeps this computer awake while the incident is open. The settings turn it off."));
    m_awake->hide();
    m_utc->setObjectName(u"utcClock"_s);
    m_local->setObjectName(u"localClock"_s);
    m_row->addWidget(m_both, 1);
    m_row->addWidget(m_awake);
    m_row->addWidget(m_utc);
    m_row->addWidget(m_local);
    showTheme();
    connect(&theme, &Theme::changed, this, &StatusLine::showTheme);
}

void StatusLine::setWidgets(QWidget *alert, QWidget *sounds)
{
    if (alert)
        m_shares->setAlert(alert);
    m_sounds = sounds;
    if (sounds)
        m_row->insertWidget(m_row->indexOf(m_awake), sounds);
}

void StatusLine::setNextStep(const QString &text)
{
    m_nextStep = text;
    measureNext();
    showText();
}

void StatusLine::setTip(const QString &text)
{
    m_tip = text;
    showText();
}

void StatusLine::setAwake(bool awake)
{
    m_isAwake = awake;
    showAside();
}

void StatusLine::tick(domain::Instant now)
{
    m_now = now;
    showAside();
    const QDateTime utc = now.toUtc();
    const QDateTime local = utc.toTimeZone(m_times.local());
    m_utc->setText(tr("UTC %1").arg(utc.toString(u"HH:mm:ss"_s)));
    m_local->setText(tr("local %1").arg(local.toString(u"HH:mm:ss"_s)));
    m_utc->setToolTip(m_utc->text() + u'\n' + m_local->text());
    m_local->setToolTip(tr("Local time, %1").arg(m_times.local().abbreviation(utc)));
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    followRoom();
}

// A button with other words in it wants other room.
bool StatusLine::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        followRoom();
    return done;
}

void StatusLine::measureNext()
{
    const QFontMetrics metrics = m_next->fontMetrics();
    const int letter = metrics.averageCharWidth();
    m_shares->setNextWidths(m_nextStep.isEmpty() ? 0 : metrics.horizontalAdvance(m_nextStep) + 1, keptLetters * letter,
                            leastLetters * letter);
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_next && event->type() == QEvent::FontChange)
        measureNext();
    return QWidget::eventFilter(watched, event);
}

/// A narrow line keeps its place for what is late and what is next: UTC is what is recorded. Where both are the same, one says it.
bool StatusLine::hasRoomForLocal() const
{
    const bool differs = !m_now.isSet() || m_times.local().offsetFromUtc(m_now.toUtc()) != 0;
    return differs && width() >= m_theme.scaled(narrow);
}

/// By what each wants, not by what is shown: an answer that does not change with itself.
bool StatusLine::hasRoomFor(const QList<const QWidget *> &aside) const
{
    const QMargins margins = m_row->contentsMargins();
    int wanted = margins.left() + margins.right() + m_shares->minimumSize().width();
    for (const QWidget *widget : aside) {
        if (widget)
            wanted += std::max(widget->sizeHint().width(), widget->minimumWidth()) + m_row->spacing();
    }
    return width() >= wanted;
}

bool StatusLine::hasRoomForUtc() const
{
    return hasRoomFor({m_sounds, m_utc});
}

bool StatusLine::hasRoomForAwake() const
{
    return hasRoomFor({m_sounds, m_utc, m_awake});
}

// Very large text on a small screen: what is only to be known gives way to what can be pressed, and to what is late.
void StatusLine::showAside()
{
    m_local->setVisible(hasRoomForLocal());
    m_utc->setVisible(hasRoomForUtc());
    m_awake->setVisible(m_isAwake && hasRoomForAwake());
}

// Afterwards: what is hidden while the line is laid out has it laid out once more, and again.
void StatusLine::followRoom()
{
    const bool isAwake = m_isAwake && hasRoomForAwake();
    if (m_local->isHidden() == hasRoomForLocal() || m_utc->isHidden() == hasRoomForUtc() || m_awake->isHidden() == isAwake)
        QMetaObject::invokeMethod(this, &StatusLine::showAside, Qt::QueuedConnection);
}

void StatusLine::showTheme()
{
    const QFont font = m_theme.clockFont();
    const QFontMetrics metrics(font);
    for (QLabel *label : {m_utc, m_local})
        label->setFont(font);
    m_utc->setMinimumWidth(metrics.horizontalAdvance(tr("UTC %1").arg(u"00:00:00"_s)));
    m_local->setMinimumWidth(metrics.horizontalAdvance(tr("local %1").arg(u"00:00:00"_s)));
    showAside();
}

void StatusLine::showText()
{
    const QString text = m_tip.isEmpty() ? m_nextStep : m_tip;
    m_next->setText(text);
    m_next->setKeptEnd(commandAtEnd(text));
    m_next->setToolTip(text);
    m_next->setAccessibleName(text);
}

} // namespace fireline::views
