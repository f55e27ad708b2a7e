// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QCoreApplication>

namespace fireline::models {
class TriageModel;
} // namespace fireline::models

namespace fireline::views {

/// What a form of triage asks for, once it is filled in. The id of a form says what comes of it: "field/blast_radius". Reads and
/// changes nothing. GUI thread; made where it is used; the model outlives it.
class TriageCommands
{
    Q_DECLARE_TR_FUNCTIONS(TriageCommands)
public:
    explicit TriageCommands(const models::TriageModel &model) : m_model(model) { }

    [[nodiscard]] domain::Command of(const QString &form, const QJsonObject &values) const;

private:
    [[nodiscard]] domain::Command report(const QJsonObject &values) const;
    [[nodiscard]] domain::Command end(const QString &what, const QJsonObject &values) const;
    [[nodiscard]] domain::Command link(const QString &ref, const QJsonObject &values) const;

    const models::TriageModel &m_model;
};

} // namespace fireline::views
