// SPDX-License-Identifier: GPL-3.0-or-later
#include "sitrep/situationtext.h"

#include "report/sitrep.h"

namespace fireline::models {

namespace {

qint64 minuteOf(domain::Instant t)
{
    return t.us / domain::Span::minutes(1).us;
}

} // namespace

SituationText::SituationText(IncidentFeed &feed, QObject *parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &IncidentFeed::applied, this, &SituationText::write);
    connect(&feed, &IncidentFeed::reset, this, &SituationText::write);
    connect(&feed, &IncidentFeed::ticked, this, [this] {
        if (minuteOf(m_feed.now()) != m_minute)
            write();
    });
}

void SituationText::setRead(bool isRead)
{
    m_isRead = isRead;
    write();
}

void SituationText::write()
{
    if (!m_isRead)
        return;
    m_minute = minuteOf(m_feed.now());
    const QString text = domain::sitrepText(m_feed.state(), m_feed.process(), m_feed.now());
    if (text == m_text)
        return;
    m_text = text;
    emit changed(text);
}

} // namespace fireline::models
