// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"
#include "process/process.h"

#include <QCoreApplication>

namespace fireline::process {

/// Collects what the checks of one process find. On the stack of checkProcess; one thread.
class Checks
{
    Q_DECLARE_TR_FUNCTIONS(ProcessCheck)

public:
    explicit Checks(const domain::Process &process) : m_process(process) { }

    void people();
    void phases();
    void audiences();
    void sources();
    void contradictions();
    void clocks();
    void moments();
    void forms();
    void tables();
    void lists();
    void calendar();
    void assumptions();

    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }

private:
    using Grade = Finding::Grade;
    void add(Grade grade, const QString &code, int line, const QString &text, const QString &remedy, const QString &rule = {});
    void add(Grade grade, const QString &code, const domain::Envelope &rule, const QString &text, const QString &remedy);

    void clockOwner(const domain::Envelope &rule, const QStringList &owner, const domain::Moment *after);
    void businessLength(const domain::Envelope &rule, const domain::PerSeverity &lengths, domain::Hours hours);
    void sprintLength(const domain::Envelope &rule, const domain::PerSeverity &lengths);
    [[nodiscard]] bool listIsUsed(const domain::ListRule &list) const;

    const domain::Process &m_process;
    QList<Finding> m_findings;
};

/// Whether two conditions can hold at the same time, as far as their shape tells. Errs towards yes.
[[nodiscard]] bool canHoldTogether(const domain::Cond &a, const domain::Cond &b);
/// Every condition of the process with the rule it stands in (null for declarations).
[[nodiscard]] QList<const domain::Cond *> conditionsOf(const domain::Process &process);
[[nodiscard]] QList<const domain::EffectSpec *> effectsOf(const domain::Process &process);

} // namespace fireline::process
