// SPDX-License-Identifier: GPL-3.0-or-later
#include "adherencekeeper.h"

#include "clocks/clocksmodel.h"
#include "clocks/clockspanel.h"
#include "clocks/clocktext.h"
#include "recordreader.h"
#include "takeanswer.h"

#include <QEvent>

namespace fireline::window {

using namespace domain;

namespace {

// Events come in bursts, and nobody reads this second by second.
constexpr auto rest = std::chrono::seconds(3);

} // namespace

AdherenceKeeper::AdherenceKeeper(models::IncidentFeed &feed, RecordReader &reader, models::ClocksModel &model,
                                 views::ClocksPanel &panel)
    : QObject(&panel)
    , m_feed(feed)
    , m_reader(reader)
    , m_model(model)
    , m_panel(panel)
{
    m_later.setSingleShot(true);
    m_later.setInterval(rest);
    connect(&m_later, &QTimer::timeout, this, &AdherenceKeeper::ask);
    connect(&feed, &models::IncidentFeed::applied, this, &AdherenceKeeper::want);
    connect(&feed, &models::IncidentFeed::reset, this, &AdherenceKeeper::want);
    connect(&feed, &models::IncidentFeed::ticked, this, [this] {
        if (m_feed.now() - m_asked >= Span::minutes(1) || m_feed.now() < m_asked)
            want();
    });
    panel.installEventFilter(this);
}

bool AdherenceKeeper::eventFilter(QObject *, QEvent *event)
{
    // Whoever opens the list the first time reads it now, and nothing moves under their eyes a while later.
    if (event->type() == QEvent::Show)
        m_asked.isSet() ? want() : ask();
    return false;
}

void AdherenceKeeper::want()
{
    if (m_panel.isVisible() && !m_later.isActive())
        m_later.start();
}

void AdherenceKeeper::ask()
{
    m_asked = m_feed.now();
    const auto answer = m_reader.adherence(m_feed.process(), m_feed.state().processHash, m_asked);
    takeAnswer(this, answer, [this](const QList<Adherence> &lines) {
        m_model.setAdherence(lines);
        m_panel.setKept(views::keptSummary(lines, m_feed.process()));
    });
}

} // namespace fireline::window
