// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/pastbar.h"

#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Instant;
using domain::Span;

namespace {

// A slider that is dragged says more than can be shown.
constexpr std::chrono::milliseconds aFrame{16};

} // namespace

PastBar::PastBar(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_times(times)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_label(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(4), 0, theme.scaled(4), theme.scaled(2));
    m_slider->setObjectName(u"timeline.asOf"_s);
    m_slider->setAccessibleName(tr("Moment to look at"));
    m_slider->setToolTip(tr("Left and Right go by ten seconds, PgUp and PgDown by five minutes."));
    m_slider->setSingleStep(10);
    m_slider->setPageStep(300);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        say();
        if (!m_settle.isActive())
            m_settle.start();
    });
    m_settle.setSingleShot(true);
    m_settle.setInterval(aFrame);
    connect(&m_settle, &QTimer::timeout, this, [this] { emit momentChosen(moment()); });
    row->addWidget(m_slider, 1);
    m_label->setObjectName(u"timeline.asOf.label"_s);
    row->addWidget(m_label);
    auto *back = new QPushButton(tr("Back to now"), this);
    back->setObjectName(u"timeline.asOf.back"_s);
    back->setAccessibleName(back->text());
    back->setToolTip(tr("Show the record as it is now (Esc)."));
    connect(back, &QPushButton::clicked, this, &PastBar::closed);
    row->addWidget(back);
    connect(&times, &TimeDisplay::changed, this, &PastBar::say);
}

void PastBar::open(Instant first, Instant now)
{
    m_first = first;
    const qint64 seconds = (now - first).us / Span::seconds(1).us + 1;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, int(std::clamp<qint64>(seconds, 1, std::numeric_limits<int>::max())));
    m_slider->setValue(m_slider->maximum());
    say();
    show();
    m_slider->setFocus(Qt::OtherFocusReason);
}

Instant PastBar::moment() const
{
    return m_slider->value() == m_slider->maximum() ? Instant() : m_first + Span::seconds(m_slider->value());
}

void PastBar::hideEvent(QHideEvent *event)
{
    m_settle.stop();
    QWidget::hideEvent(event);
}

void PastBar::say()
{
    const Instant at = moment();
    m_label->setText(at.isSet() ? tr("As of %1").arg(m_times.full(at)) : tr("Now"));
    m_slider->setAccessibleDescription(m_label->text());
}

} // namespace fireline::views
