// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rig.h"
#include "rules/liststatus.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <optional>

namespace fireline::conformance {

/// The rig for tests that hold several incidents beside each other: questions are answered with true or false and print why
/// when they are not; names of clocks, lists and gates may be rules that are not there (a mutation run), which read as nothing.
class BriefRig : public ConformanceRig
{
public:
    explicit BriefRig(const char *processId, const char *start = "2025-03-03T10:00:00Z");

    Answer declare(const char *who, const char *title, const char *severity = "", const char *fields = "");
    Answer doLine(const char *who, const QByteArray &entry) { return line(QString::fromUtf8(who), QString::fromUtf8(entry)); }

    /// The line is taken.
    [[nodiscard]] bool ok(const char *who, const QByteArray &entry);
    /// All lines are taken, in order.
    [[nodiscard]] bool all(const char *who, const QList<QByteArray> &entries);
    /// The line is refused, by this rule or with this code, and nothing was written.
    [[nodiscard]] bool refused(const char *who, const QByteArray &entry, const char *ruleOrCode = "");
    /// The line is taken, and this rule had something to say.
    [[nodiscard]] bool warned(const char *who, const QByteArray &entry, const char *rule);
    /// The line is taken, and this rule had nothing to say.
    [[nodiscard]] bool quiet(const char *who, const QByteArray &entry, const char *rule);

    template<typename Rep, typename Period>
    void advance(std::chrono::duration<Rep, Period> by)
    {
        ConformanceRig::advance({std::chrono::duration_cast<std::chrono::microseconds>(by).count()});
    }

    /// The clock of that id, else the first of that rule.
    [[nodiscard]] domain::RunningClock clock(const char *id) const;
    [[nodiscard]] QString clockState(const char *id) const { return ConformanceRig::clockState(clock(id).id); }
    /// Minutes from its anchor until it is due, or late; -1 where there is none.
    [[nodiscard]] double dueMinutes(const char *id) const;
    [[nodiscard]] double lateMinutes(const char *id) const;
    /// What the due rungs of this ladder ask for, one each: "page oncall", "open LIST", "propose role ic", "prompt …".
    [[nodiscard]] QStringList effects(const char *ladder) const;

    [[nodiscard]] bool isOffered(const char *list) const;
    /// Texts of all its items.
    [[nodiscard]] QStringList items(const char *list) const;
    /// Commands to copy.
    [[nodiscard]] QStringList snippets(const char *list) const;
    /// Its item of that number (1-based) is ticked, checked or skipped.
    [[nodiscard]] bool isTicked(const char *list, int number) const;
    [[nodiscard]] bool isDone(const char *list) const;
    /// What a gate still misses.
    [[nodiscard]] QStringList missing(const char *gate) const;
    /// What a decision table proposes; empty where it asks.
    [[nodiscard]] QString proposed(const char *table) const;
    /// A record by this form was made.
    [[nodiscard]] bool isWritten(const char *form) const;

private:
    [[nodiscard]] domain::RuleContext context() const { return {state(), process(), now(), {}}; }
    [[nodiscard]] std::optional<domain::ListStatus> status(const char *list) const;
};

/// The list that a user's playbook becomes: Markdown in the playbooks of a configuration folder, read as the program reads it, and
/// offered beside the lists of the rig's process (decisions 20). Null where it is not taken.
[[nodiscard]] std::optional<domain::ListRule> userPlaybook(const BriefRig &rig, const QByteArray &markdown);

} // namespace fireline::conformance
