// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rig.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::conformance {

/// An incident that is declared at once, with questions that answer yes or no, for QVERIFY; what was wrong is printed. Rules
/// are named by their id alone: the first clock of a rule, all due rungs of a ladder.
class RowRig
{
public:
    struct Options
    {
        QString severity;
        QString declare;                                        ///< key=value, blank-separated
        QString start = QStringLiteral("2025-03-04T10:00:00Z"); ///< a Tuesday, in business hours
        QList<QDate> holidays;
    };
    explicit RowRig(const QString &processId) : RowRig(processId, Options()) { }
    RowRig(const QString &processId, const Options &options);

    [[nodiscard]] bool does(const QString &who, const QString &entry);
    [[nodiscard]] bool refused(const QString &who, const QString &entry, const QString &rule);
    /// Refused with that code, whatever rule.
    [[nodiscard]] bool refusedAs(const QString &who, const QString &entry, const QString &code);
    [[nodiscard]] bool warned(const QString &who, const QString &entry, const QString &rule);
    /// Taken, and that rule had nothing to say.
    [[nodiscard]] bool quiet(const QString &who, const QString &entry, const QString &rule);
    [[nodiscard]] const Answer &declared() const { return m_declared; }

    void advance(domain::Span by) { m_rig.advance(by); }
    void advanceTo(const QString &rfc3339) { m_rig.advanceTo(rfc3339); }
    [[nodiscard]] domain::Instant now() const { return m_rig.now(); }

    /// The first clock of the rule, running ones first.
    [[nodiscard]] std::optional<domain::RunningClock> clock(const QString &rule) const;
    [[nodiscard]] bool isLate(const QString &rule) const;
    [[nodiscard]] bool isMet(const QString &rule) const;
    /// From the clock's anchor to the instant from which it is late; -1 where it does not run.
    [[nodiscard]] qint64 minutes(const QString &rule) const;
    /// Effects of the ladder's rungs that are due: "page ic,sre_oncall", "prompt …", "propose severity P1".
    [[nodiscard]] QStringList effects(const QString &ladder) const;
    [[nodiscard]] bool isDue(const QString &ladder) const { return !effects(ladder).isEmpty(); }
    /// Labels of a list that is offered now.
    [[nodiscard]] QStringList offered(const QString &list) const;
    /// Whether the item (from 1) is settled.
    [[nodiscard]] bool ticked(const QString &list, int item) const;
    /// What a table proposes now; empty where it asks.
    [[nodiscard]] QString proposed(const QString &table) const;

    [[nodiscard]] const domain::IncidentState &state() const { return m_rig.state(); }
    [[nodiscard]] const domain::Process &process() const { return m_rig.process(); }
    [[nodiscard]] domain::RuleContext context() const { return {state(), process(), now(), {}}; }

private:
    ConformanceRig m_rig;
    Answer m_declared;
};

} // namespace fireline::conformance
