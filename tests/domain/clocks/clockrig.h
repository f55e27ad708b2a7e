// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocktimes.h"

#include "clocks/runningclock.h"
#include "core/event.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fireline::domain::testing {

/// Builds a state from bare events; keeps them for what replays.
class ClockRig
{
public:
    /// Declared at start().
    explicit ClockRig(const QString &severity = QStringLiteral("S1"))
    {
        QJsonObject body{{QStringLiteral("title"), QStringLiteral("Checkout fails")},
                         {QStringLiteral("process"), QStringLiteral("p")},
                         {QStringLiteral("processHash"), QString()},
                         {QStringLiteral("processText"), QString()}};
        if (!severity.isEmpty())
            body.insert(QStringLiteral("severity"), severity);
        event(QStringLiteral("incident.declared"), {}, body);
    }

    /// Returns the event's id.
    QString event(const QString &type, Span at, QJsonObject body = {}, std::optional<Span> recordedAt = {})
    {
        Event e;
        e.id = QStringLiteral("event-%1").arg(events.size() + 1);
        e.incident = QStringLiteral("incident-1");
        e.type = type;
        e.occurredAt = after(at);
        e.recordedAt = after(recordedAt.value_or(at));
        e.recordedBy = QStringLiteral("Ana");
        e.payload = QJsonDocument(body).toJson(QJsonDocument::Compact);
        apply(state, e);
        events.append(e);
        return e.id;
    }

    void moved(const QString &phase, Span at)
    {
        event(QStringLiteral("phase.moved"), at, {{QStringLiteral("from"), state.phase}, {QStringLiteral("to"), phase}});
    }

    void severity(const QString &id, Span at)
    {
        event(QStringLiteral("severity.set"), at, {{QStringLiteral("from"), state.severity}, {QStringLiteral("to"), id}});
    }

    void sent(const QString &audience, Span at, std::optional<Span> recordedAt = {})
    {
        const QString draft = event(QStringLiteral("update.drafted"), at,
                                    {{QStringLiteral("target"), QString(QStringLiteral("update/") + audience)},
                                     {QStringLiteral("audience"), audience},
                                     {QStringLiteral("state"), QString()},
                                     {QStringLiteral("fields"), QJsonObject()},
                                     {QStringLiteral("text"), QStringLiteral("t")},
                                     {QStringLiteral("hash"), QStringLiteral("h")}},
                                    recordedAt);
        event(QStringLiteral("update.sent"), at,
              {{QStringLiteral("update"), draft},
               {QStringLiteral("via"), QStringLiteral("copy")},
               {QStringLiteral("hash"), QStringLiteral("h")}},
              recordedAt);
    }

    void took(const QString &person, const QString &role, Span at)
    {
        event(QStringLiteral("role.taken"), at, {{QStringLiteral("role"), role}, {QStringLiteral("person"), person}});
    }

    [[nodiscard]] QList<RunningClock> clocks(Span at) const { return runningClocks(state, process, after(at)); }

    /// The clock of that id; a clock without id where there is none.
    [[nodiscard]] RunningClock clock(const QString &id, Span at) const
    {
        for (const RunningClock &clock : clocks(at)) {
            if (clock.id == id)
                return clock;
        }
        return {};
    }

    Process process;
    IncidentState state;
    QList<Event> events;
};

inline Window window(const char *text)
{
    return *Window::fromText(QString::fromLatin1(text));
}

inline PerSeverity always(const char *text)
{
    return {window(text), {}};
}

inline Envelope envelope(const char *id)
{
    Envelope rule;
    rule.id = QString::fromLatin1(id);
    rule.source = {QStringLiteral("X-1")};
    return rule;
}

} // namespace fireline::domain::testing
