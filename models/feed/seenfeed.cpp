// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/seenfeed.h"

#include <utility>

namespace fireline::models {

using namespace domain;

namespace {

// What time alone makes possible becomes so within this also where nobody looks.
constexpr Span unseenTick = Span::seconds(10);
// More is not kept: whoever was away for so long looks at the state.
constexpr qsizetype mostMissed = 1000;

} // namespace

SeenFeed::SeenFeed(IncidentFeed &source) : IncidentFeed(&source), m_source(source), m_ticked(source.now())
{
    connect(&source, &IncidentFeed::applied, this, &SeenFeed::take);
    connect(&source, &IncidentFeed::ticked, this, &SeenFeed::tick);
    connect(&source, &IncidentFeed::savedChanged, this, &IncidentFeed::savedChanged);
    connect(&source, &IncidentFeed::reset, this, [this] {
        m_missed.clear();
        m_behind = false;
        m_tooMany = false;
        m_tickMissed = false;
        emit reset();
    });
}

SeenFeed::~SeenFeed() = default;

void SeenFeed::setSeen(std::function<bool()> isSeen)
{
    m_isSeen = std::move(isSeen);
}

void SeenFeed::take(const QList<Event> &events)
{
    m_behind = true;
    if (events.isEmpty()) { // something is different that no event says
        m_tooMany = true;
        m_missed.clear();
    }
    if (!m_tooMany)
        m_missed += events;
    if (isSeen())
        return catchUp();
    if (m_missed.size() > mostMissed) {
        m_tooMany = true;
        m_missed.clear();
    }
}

void SeenFeed::tick()
{
    m_tickMissed = true;
    const bool isDue = m_source.now() - m_ticked >= unseenTick || m_source.now() < m_ticked;
    if (isDue || isSeen())
        comeIntoSight();
}

void SeenFeed::catchUp()
{
    m_tooMany = false;
    if (std::exchange(m_behind, false))
        emit applied(std::exchange(m_missed, {}));
}

void SeenFeed::comeIntoSight()
{
    catchUp();
    if (!std::exchange(m_tickMissed, false))
        return;
    m_ticked = m_source.now();
    emit ticked();
}

} // namespace fireline::models
