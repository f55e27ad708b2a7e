// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/attention.h"
#include "core/clock.h"
#include "core/idsource.h"
#include "incidentsession.h"

#include <memory>

namespace fireline::window {

/// Sinks that a session can be given before its window is there: what comes before is dropped, for the window looks at all
/// clocks when it opens.
class RelaySinks : public domain::NotificationSink, public domain::SoundSink
{
public:
    void connectTo(domain::NotificationSink *notifications, domain::SoundSink *sounds)
    {
        m_notifications = notifications;
        m_sounds = sounds;
    }
    void notify(const domain::Attention &attention) override
    {
        if (m_notifications)
            m_notifications->notify(attention);
    }
    void sound(domain::Attention::Level level) override
    {
        if (m_sounds)
            m_sounds->sound(level);
    }

private:
    domain::NotificationSink *m_notifications = nullptr;
    domain::SoundSink *m_sounds = nullptr;
};

/// Time, ids and sinks of one incident: its session refers to them, so they live longer. Made before the file is opened,
/// then owned by the incident's window.
struct IncidentSources
{
    std::unique_ptr<domain::Clock> clock;
    std::unique_ptr<domain::IdSource> ids;
    RelaySinks sinks;

    [[nodiscard]] session::SessionSetup setup(const QString &profile, const QString &device,
                                              std::function<domain::Process(domain::Process)> withPlaybooks)
    {
        return {*clock, *ids, profile, device, sinks, sinks, std::move(withPlaybooks)};
    }
};

} // namespace fireline::window
