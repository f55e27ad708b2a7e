// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::domain {
struct Process;
}

namespace fireline::test {

/// What a story's record holds of one event. A value.
struct StoryEvent
{
    QString type;
    QJsonObject body = {};
};

/// One step that a story must not do without: these events in this order, others between them, so many times. A value.
struct StoryStep
{
    QString what;
    QStringList types;
    int times = 1;
};

/// From the declaration to the closed review; what the process asks for beside it: approved updates.
[[nodiscard]] QList<StoryStep> storySteps(const domain::Process &process);
/// The steps that are not in the record.
[[nodiscard]] QStringList lackingSteps(const QList<StoryStep> &steps, const QList<StoryEvent> &record);

} // namespace fireline::test
