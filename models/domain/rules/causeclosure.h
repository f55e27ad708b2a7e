// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

namespace fireline::domain {

/// Texts in which the process lets nobody name the cause now (SRE-13, HDF-16). A value; the rule lives as long as the process.
struct CauseClosure
{
    const Envelope *rule = nullptr;
    QStringList audiences;     ///< names of those it keeps the cause from, in the order of the file
    bool opensByProof = false; ///< a confirmed hypothesis opens it
    QStringList fields;        ///< names of fields that are there only once a hypothesis is confirmed

    bool operator==(const CauseClosure &) const = default;
};

/// Pure: lints that look for a cause and are in force, and forms that wait for a confirmed hypothesis, one for each rule.
[[nodiscard]] QList<CauseClosure> causeClosures(const RuleContext &context);

} // namespace fireline::domain
