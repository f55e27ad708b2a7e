// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/polllight.h"

#include "process/deputy.h"

#include <QSet>

namespace fireline::models {

using namespace domain;

QString readableName(const Process &process, const QString &id)
{
    return roleTitle(id, process);
}

QList<PollLight> pollLights(const Poll &poll, const IncidentState &state, const Process &process, Instant now)
{
    const bool over = poll.closedAt.isSet() || (poll.dueAt.isSet() && now >= poll.dueAt);
    const auto light = [&](const QString &role, const QString &person) {
        PollLight shown{role, person, over ? PollLight::State::Silent : PollLight::State::Waiting, {}};
        if (const auto answer = poll.answers.constFind(person); answer != poll.answers.constEnd()) {
            shown.state = answer->isEmpty() ? PollLight::State::Fine : PollLight::State::Objects;
            shown.why = *answer;
        }
        return shown;
    };
    QList<QPair<QString, QString>> asked = poll.asked;
    if (asked.isEmpty() && !poll.dueAt.isSet()) {
        for (const Holding &holding : state.holdings)
            asked.append({holding.role, holding.person});
    }
    QList<PollLight> lights;
    QSet<QString> known;
    // In the order of the process, which is that of the role board.
    for (const RoleDef &role : process.roles) {
        for (const auto &[id, person] : asked) {
            if (id != role.id)
                continue;
            lights.append(light(readableName(process, id), person));
            known.insert(person);
        }
    }
    for (const auto &[id, person] : asked) {
        if (process.role(id))
            continue;
        lights.append(light(readableName(process, id), person));
        known.insert(person);
    }
    for (auto it = poll.answers.constBegin(); it != poll.answers.constEnd(); ++it) {
        if (!known.contains(it.key()))
            lights.append(light({}, it.key()));
    }
    return lights;
}

} // namespace fireline::models
