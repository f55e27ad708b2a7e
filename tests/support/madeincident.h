// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/idsource.h"

#include "incidentsession.h"

namespace fireline::test {

/// Makes a real incident file at a simulated time, so that what a window shows of it is the same on every day. The file is
/// closed with the object. For tests and benchmarks of the window; one thread.
class MadeIncident
{
public:
    struct Declaration
    {
        QString path;
        QString processId;
        QString title;
        QString severity; ///< may be empty
        domain::Instant start;
        QString profile = QStringLiteral("ana");
        QString configDir = {}; ///< with processes of its own; may be empty
        bool isPrivate = false;
    };

    /// Ends the program where the process refuses the declaration: a test's own fault.
    explicit MadeIncident(const Declaration &declaration);
    ~MadeIncident();

    /// A line as typed; `as` does it, else the profile. False, with the reason on stderr, where it is refused.
    bool line(const QString &text, const QString &as = {});
    void advance(domain::Span by) { m_clock.advance(by); }
    /// `count` notes and findings of several people, three seconds apart, in large batches.
    void notes(int count);

    [[nodiscard]] const domain::IncidentState &state() const { return m_session->state(); }
    [[nodiscard]] domain::Instant now() const { return m_clock.now(); }

private:
    domain::SimulatedClock m_clock;
    domain::UuidV7Source m_ids{11};
    std::unique_ptr<session::IncidentSession> m_session;
};

} // namespace fireline::test
