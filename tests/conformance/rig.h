// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/runningclock.h"
#include "command/command.h"
#include "core/event.h"
#include "process/process.h"
#include "rules/rulecontext.h"
#include "state/incidentstate.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTest>

namespace fireline::conformance {

/// Why a line of a test was not answered as the process demands; empty when it was. For QVERIFY2 by the macros below.
using Complaint = QString;

/// How a quick-entry line was answered.
struct Answer
{
    bool ok = false;
    QString code;   ///< of a refusal
    QString rule;   ///< that refused
    QString source; ///< the row that a refusal prints
    QString text;
    QList<domain::Notice> notices; ///< warnings and prompts of a line that was taken

    [[nodiscard]] const domain::Notice *notice(const QString &ruleId) const;
    [[nodiscard]] QString toText() const;
};

/// One incident under a shipped process, without a disk: quick-entry line → parser → decide → apply. The clock stands still
/// but for advance(). Environment FIRELINE_MUTATE=RULE takes that rule out of the process after loading (mutation run).
class ConformanceRig
{
public:
    /// Monday 2025-03-03 10:00 UTC, unless `start` (RFC 3339) says otherwise. Nothing is declared yet.
    explicit ConformanceRig(const QString &processId, const QString &start = QStringLiteral("2025-03-03T10:00:00Z"));

    /// Days on which the process's calendar is closed besides.
    void addHolidays(const QList<QDate> &days);
    /// As `fireline new`: `fields` as key=value, blank-separated; severity may be empty.
    Answer declare(const QString &who, const QString &severity, const QString &fields = {},
                   const QString &title = QStringLiteral("Checkout fails"));
    Answer line(const QString &who, const QString &entry);
    Answer decide(const QString &who, const domain::Command &command);
    /// A fact that a connector writes: system "slack", thing "channel".
    void system(const QString &system, const QString &thing, const QString &outcome = QStringLiteral("done"));
    /// Captured output of that name and its row's reference ("E7").
    QString attach(const QString &who, const QString &name);

    [[nodiscard]] Complaint taken(const QString &who, const QString &entry);
    /// By that rule, or, where `rule` is empty, by the domain itself; nothing may be written.
    [[nodiscard]] Complaint refused(const QString &who, const QString &entry, const QString &rule);
    [[nodiscard]] Complaint warned(const QString &who, const QString &entry, const QString &rule);
    /// Taken, and that rule had nothing to say.
    [[nodiscard]] Complaint quiet(const QString &who, const QString &entry, const QString &rule);

    void advance(domain::Span span) { m_now = m_now + span; }
    void advanceTo(const QString &rfc3339);
    [[nodiscard]] domain::Instant now() const { return m_now; }

    /// The clock of that id now; one without id where none runs.
    [[nodiscard]] domain::RunningClock clock(const QString &id) const;
    /// "running", "due", "late", "met" …; "none" where there is no such clock.
    [[nodiscard]] QString clockState(const QString &id) const;
    /// From its anchor to its end (late), in seconds; -1 where there is no such clock.
    [[nodiscard]] qint64 clockSeconds(const QString &id) const;
    /// Effects of a rung ("sre.sev1/1"), as "page oncall,director; notify exec_team"; empty where it does not stand due.
    [[nodiscard]] QString effects(const QString &rungId) const;
    /// "open", "ticked", "checked", "skipped" of each item; empty where there is no such list or it is not offered.
    [[nodiscard]] QStringList items(const QString &listId) const;

    [[nodiscard]] const domain::IncidentState &state() const { return m_state; }
    [[nodiscard]] const domain::Process &process() const { return m_process; }
    [[nodiscard]] const QList<domain::Event> &events() const { return m_events; }
    /// The text of the latest update or record.
    [[nodiscard]] QString lastText() const;

private:
    void write(const QString &type, const QJsonObject &payload, domain::Instant at);

    domain::Process m_process;
    domain::IncidentState m_state;
    QList<domain::Event> m_events;
    domain::Instant m_now;
};

/// `main` of a conformance test: with FIRELINE_LIST_RULES set prints "RULE ROW ROW …" for each rule of the process and ends.
int runConformance(QObject &test, const QString &processId, int argc, char **argv);

} // namespace fireline::conformance

#define FIRELINE_CONFORMANCE_MAIN(TestClass, processId)                                                                          \
    int main(int argc, char **argv)                                                                                              \
    {                                                                                                                            \
        TestClass test;                                                                                                          \
        return fireline::conformance::runConformance(test, QStringLiteral(processId), argc, argv);                               \
    }

#define FIRELINE_HOLDS(complaint)                                                                                                \
    do {                                                                                                                         \
        const QString said = (complaint);                                                                                        \
        QVERIFY2(said.isEmpty(), qPrintable(said));                                                                              \
    } while (false)

// The rig of the test function is called `rig`. OK: the line is taken.
#define OK(who, entry) FIRELINE_HOLDS(rig.taken(QString::fromUtf8(who), QString::fromUtf8(entry)))
#define REFUSED(who, entry, rule)                                                                                                \
    FIRELINE_HOLDS(rig.refused(QString::fromUtf8(who), QString::fromUtf8(entry), QString::fromUtf8(rule)))
#define WARNED(who, entry, rule)                                                                                                 \
    FIRELINE_HOLDS(rig.warned(QString::fromUtf8(who), QString::fromUtf8(entry), QString::fromUtf8(rule)))
#define QUIET(who, entry, rule)                                                                                                  \
    FIRELINE_HOLDS(rig.quiet(QString::fromUtf8(who), QString::fromUtf8(entry), QString::fromUtf8(rule)))
