// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/formspec.h"

#include <QCoreApplication>

namespace fireline::models {
class TriageModel;
struct TriageField;
} // namespace fireline::models

namespace fireline::views {

/// The inputs of which the forms of triage are made. GUI thread; made where it is used; the model outlives it.
class TriageInputs
{
    Q_DECLARE_TR_FUNCTIONS(TriageInputs)
public:
    explicit TriageInputs(const models::TriageModel &model) : m_model(model) { }

    /// Its key is "field_" and the id of what the process asks.
    [[nodiscard]] FormInput field(const models::TriageField &field) const;
    /// Whose word it is; those whose word the process asks for are offered first.
    [[nodiscard]] FormInput saidBy(QStringList asked) const;
    /// One sentence of reason.
    [[nodiscard]] static FormInput why(const QString &help);

private:
    const models::TriageModel &m_model;
};

} // namespace fireline::views
