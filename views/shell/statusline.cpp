// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusline.h"

#include "shell/shortens.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int narrow = 760;      ///< pixels at 100 %
constexpr int leastLetters = 16; ///< of a next step that is cut: fewer say nothing

} // namespace

StatusLine::StatusLine(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_row(new QHBoxLayout(this))
    , m_next(new QLabel(this))
    , m_awake(new QLabel(tr("Kept awake"), this))
    , m_utc(new QLabel(this))
    , m_local(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status line"));
    m_row->setContentsMargins(4, 0, 4, 0);
    m_next->setObjectName(u"nextStep"_s);
    m_next->setTextFormat(Qt::PlainText);
    // A long line is cut at its end and never widens the window.
    m_next->installEventFilter(this);
    m_next->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_awake->setObjectName(u"keptAwake"_s);
    m_awake->setToolTip(tr("Fireline keeps this computer awake while the incident is open. The settings turn it off."));
    m_awake->hide();
    m_utc->setObjectName(u"utcClock"_s);
    m_local->setObjectName(u"localClock"_s);
    m_row->addWidget(m_next, 1);
    m_row->addWidget(m_awake);
    m_row->addWidget(m_utc);
    m_row->addWidget(m_local);
    showTheme();
    connect(&theme, &Theme::changed, this, &StatusLine::showTheme);
}

void StatusLine::setWidgets(QWidget *alert, QWidget *sounds)
{
    if (alert)
        m_row->insertWidget(0, alert);
    m_alert = alert;
    m_shortens = dynamic_cast<Shortens *>(alert);
    if (sounds)
        m_row->insertWidget(m_row->indexOf(m_awake), sounds);
}

void StatusLine::setNextStep(const QString &text)
{
    m_nextStep = text;
    share();
    showText();
}

void StatusLine::setTip(const QString &text)
{
    m_tip = text;
    showText();
}

void StatusLine::setAwake(bool awake)
{
    m_awake->setVisible(awake);
}

void StatusLine::tick(domain::Instant now)
{
    m_now = now;
    showLocal();
    const QDateTime utc = now.toUtc();
    const QDateTime local = utc.toTimeZone(m_times.local());
    m_utc->setText(tr("UTC %1").arg(utc.toString(u"HH:mm:ss"_s)));
    m_local->setText(tr("local %1").arg(local.toString(u"HH:mm:ss"_s)));
    m_utc->setToolTip(m_utc->text() + u'\n' + m_local->text());
    m_local->setToolTip(tr("Local time, %1").arg(m_times.local().abbreviation(utc)));
}

/// Whenever one of its widgets has other words.
bool StatusLine::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        share();
    return QWidget::event(event);
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showLocal();
    share();
}

/// What is late and what is next both have to be read: who owes it is the first thing left to the tooltip.
void StatusLine::share()
{
    if (!m_shortens)
        return;
    const int next = m_nextStep.isEmpty() ? 0 : m_next->fontMetrics().horizontalAdvance(m_nextStep);
    m_shortens->setShort(m_shortens->fullWidth() + next > roomBeside(*m_alert));
}

/// For the alert and the next step together.
int StatusLine::roomBeside(const QWidget &alert) const
{
    int room = m_row->contentsRect().width() - m_row->spacing();
    for (const QWidget *other : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (other != &alert && other != m_next && m_row->indexOf(other) >= 0 && !other->isHidden())
            room -= std::max(other->sizeHint().width(), other->minimumWidth()) + m_row->spacing();
    }
    return room;
}

/// What does not fit is cut with an ellipsis; the tooltip has all of it.
bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_next && event->type() == QEvent::Resize)
        showText();
    return QWidget::eventFilter(watched, event);
}

/// A narrow line keeps its place for the alert: UTC is what is recorded. Where both are the same, one says it.
void StatusLine::showLocal()
{
    const bool differs = !m_now.isSet() || m_times.local().offsetFromUtc(m_now.toUtc()) != 0;
    m_local->setVisible(differs && width() >= m_theme.scaled(narrow));
}

void StatusLine::showTheme()
{
    const QFont font = m_theme.clockFont();
    const QFontMetrics metrics(font);
    for (QLabel *label : {m_utc, m_local})
        label->setFont(font);
    m_utc->setMinimumWidth(metrics.horizontalAdvance(tr("UTC %1").arg(u"00:00:00"_s)));
    m_local->setMinimumWidth(metrics.horizontalAdvance(tr("local %1").arg(u"00:00:00"_s)));
    showLocal();
}

void StatusLine::showText()
{
    const QString text = m_tip.isEmpty() ? m_nextStep : m_tip;
    const QFontMetrics metrics = m_next->fontMetrics();
    const bool says = m_next->width() >= std::min(metrics.horizontalAdvance(text), leastLetters * metrics.averageCharWidth());
    m_next->setText(says ? metrics.elidedText(text, Qt::ElideRight, m_next->width()) : QString());
    m_next->setToolTip(text);
    m_next->setAccessibleName(text);
}

} // namespace fireline::views
