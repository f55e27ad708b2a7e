// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"
#include "state/entrynames.h"

namespace fireline::domain {

/// The names of a process. Refers to the process, which has to outlive it.
class ProcessNames : public EntryNames
{
public:
    explicit ProcessNames(const Process &process) : m_process(process) { }

    [[nodiscard]] QString name(Kind kind, const QString &id) const override;

private:
    [[nodiscard]] QString partName(Kind kind, const QString &whole, int part) const;
    [[nodiscard]] QString clockName(const QString &rule) const;

    const Process &m_process;
};

/// A role, contact or word such as "everyone", in the process's words; the id itself where it has none.
[[nodiscard]] QString whoName(const QString &who, const Process &process);
/// A record that is written: the audience it goes to, else its kind: "Public status page", "ticket".
[[nodiscard]] QString recordName(const Target &target, const Process &process);
/// "zoom.bridge" as "Zoom bridge": systems are proper names and not translated.
[[nodiscard]] QString systemThingName(const QString &thing);

} // namespace fireline::domain
