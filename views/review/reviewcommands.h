// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QCoreApplication>
#include <QList>

namespace fireline::models {
class ReviewModel;
} // namespace fireline::models

namespace fireline::views {

class TimeDisplay;

/// What a form of the review asks for, once it is filled in. The id of a form says what comes of it: "section/postmortem/impact".
/// Reads and changes nothing. GUI thread; made where it is used; model and times outlive it.
class ReviewCommands
{
    Q_DECLARE_TR_FUNCTIONS(ReviewCommands)
public:
    ReviewCommands(const models::ReviewModel &model, const TimeDisplay &times) : m_model(model), m_times(times) { }

    /// In the order they are to be done. None: `problem` says what is wrong with the words.
    [[nodiscard]] QList<domain::Command> of(const QString &form, const QJsonObject &values, QString &problem) const;
    /// A new action item where the id is empty, else what is changed of that one.
    [[nodiscard]] domain::Command item(const QString &id, const QJsonObject &values) const;
    /// As of now, by the person at this console.
    [[nodiscard]] static domain::Command plain(domain::Verb verb, const QJsonObject &args);

private:
    const models::ReviewModel &m_model;
    const TimeDisplay &m_times;
};

} // namespace fireline::views
