// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arbiter/arbiter.h"
#include "decide/decide.h"
#include "process/process.h"
#include "rebasedstate.h"

#include <QSet>

#include <map>

namespace fireline::session {

/// The record of an incident that a backend orders: what it adds up to, and the term of command in it. GUI thread or command
/// line; owned by the session.
class SharedRecord
{
public:
    /// Puts what stands beside a process on this machine behind its own lists; may be empty.
    using WithPlaybooks = std::function<domain::Process(domain::Process)>;

    explicit SharedRecord(WithPlaybooks withPlaybooks);
    Q_DISABLE_COPY_MOVE(SharedRecord)

    /// `history`: ids of queued events that go to the backend as history and wait for nobody.
    void reset(const QList<domain::Event> &ordered, const QList<domain::Event> &queued, const QSet<QString> &history);
    void addLocal(const domain::Event &event);
    sync::RebasedState::Change take(const QList<domain::ServerEvent> &events);
    bool refuse(const QList<domain::Refusal> &refusals);

    [[nodiscard]] const domain::IncidentState &shown() const { return m_fold.shown(); }
    [[nodiscard]] const domain::IncidentState &confirmed() const { return m_fold.confirmed(); }
    [[nodiscard]] const QList<domain::Event> &queued() const { return m_fold.queued(); }
    [[nodiscard]] bool isPending(const domain::Event &event) const { return m_fold.isPending(event); }
    /// That of the process pinned in what is shown; a Problem where its text cannot be read here.
    [[nodiscard]] domain::Outcome<domain::Process> process() const;
    void setPlaybooks(WithPlaybooks withPlaybooks);

    /// What is decided under a commander says under which (ARCHITECTURE.md, "Term"): as it will be when the own events on top
    /// are accepted. What sets a field says what its author had seen (ContestedFields).
    [[nodiscard]] QList<domain::EventDraft> withTerms(QList<domain::EventDraft> drafts, const QString &recordedBy) const;

private:
    using Read = domain::Outcome<domain::Process>;

    [[nodiscard]] const Read &read(const domain::IncidentState &state) const;
    [[nodiscard]] bool waits(const domain::Event &event) const;
    void putTermsOnTop();

    WithPlaybooks m_withPlaybooks;
    mutable std::map<QString, Read> m_processes; ///< by text: those that this record was pinned to, each read once
    QSet<QString> m_history;
    sync::RebasedState m_fold;
    domain::Arbiter m_confirmedTerms;
    domain::Arbiter m_shownTerms;
};

} // namespace fireline::session
