// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::models {

/// One severity as a person chooses it. A value.
struct SeverityChoice
{
    QString id;
    QString name;
    int rank = 1; ///< 1 (worst) to 5: shape and colour
    QStringList definition;
    QStringList examples;
    QStringList expect;

    bool operator==(const SeverityChoice &) const = default;
};

/// One field that a process wants with the declaration. A value.
struct AskedField
{
    QString id;
    QString name;
    domain::FieldType type = domain::FieldType::Text;
    QStringList values;     ///< choice
    bool refused = false;   ///< without it the process refuses; else it warns
    bool noneKnown = false; ///< an explicit "none known" counts

    bool operator==(const AskedField &) const = default;
};

/// Worst first; the order of the file among equal ranks. Pure.
[[nodiscard]] QList<SeverityChoice> severityChoices(const domain::Process &process);

/// Whether a declaration without severity passes: some processes assess it in triage. Pure.
[[nodiscard]] bool mayBeUnassessed(const domain::Process &process);

/// The fields, besides severity and title, that the declare forms require. Pure.
[[nodiscard]] QList<AskedField> askedAtDeclaration(const domain::Process &process);

/// Whether "private" means something: there is an audience outside from which it keeps the incident. Pure.
[[nodiscard]] bool knowsPrivate(const domain::Process &process);

} // namespace fireline::models
