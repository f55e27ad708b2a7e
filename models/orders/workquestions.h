// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "feed/incidentfeed.h"
#include "start/severitychoices.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::models {

/// What the process says to a command before it is given. A value.
struct Trial
{
    QString refusal;     ///< a sentence; empty where it passes
    QStringList remarks; ///< warnings that do not stop it

    [[nodiscard]] bool passes() const { return refusal.isEmpty(); }
    bool operator==(const Trial &) const = default;
};

/// Lets the panel of the orders ask the domain before it does something: what may be done, what is wanted, who can be named.
/// Writes nothing. GUI thread; the feed outlives it.
class WorkQuestions
{
public:
    explicit WorkQuestions(const IncidentFeed &feed) : m_feed(feed) { }

    /// As the person at this console, now.
    [[nodiscard]] Trial trial(const domain::Command &command) const;
    /// Why this cannot be done to `ref` ("A12"; empty for what begins something new); empty where it can. What a person would
    /// still type in is taken as given.
    [[nodiscard]] QString whyNot(domain::Verb verb, const QString &ref = {}) const;

    /// The fields that the forms of the process want with such a command (/action, /change), without kind, risk and staged.
    [[nodiscard]] QList<AskedField> fields(const domain::Command &command) const;
    /// What the rules of the process tell apart; empty where none of them asks.
    [[nodiscard]] QStringList changeKinds() const;
    [[nodiscard]] QStringList changeRisks() const;

    /// Who can be given something: people seen here, then roles and contacts by their names.
    [[nodiscard]] QStringList people() const;
    /// People seen here: whose word something can be.
    [[nodiscard]] QStringList persons() const;
    /// Who would be asked by a poll, as names.
    [[nodiscard]] QStringList asked() const;
    [[nodiscard]] QString profile() const { return m_feed.profile(); }

private:
    const IncidentFeed &m_feed;
};

} // namespace fireline::models
