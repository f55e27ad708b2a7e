// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arbiter/arbiterstate.h"

#include <QJsonObject>

#include <random>
#include <tuple>

namespace fireline::test {

/// The logins of the strings; two of them hard to tell from others without regard to case.
[[nodiscard]] QStringList people();

/// A process with every kind of authority rule: conditions of all facts the server knows, inner conditions, replacement, overrides,
/// contacts, approvals of one, of all, on request.
[[nodiscard]] domain::Process processWithEverything();

/// Gives it a text to be pinned, with its hash.
void giveText(domain::Process &process, const QByteArray &text);

/// A string of random events that mean something to one another. The same seed gives the same string. Lives for one string.
class RandomEvents
{
public:
    RandomEvents(quint32 seed, const QList<domain::Process> &processes);

    [[nodiscard]] QString login();
    /// How many events the login pushes in one call.
    [[nodiscard]] int count();
    /// Type, payload and recorder of the next event; the first declares.
    [[nodiscard]] std::tuple<QString, QJsonObject, QString> next(const domain::ArbiterState &state, const QString &login);
    /// Later events may refer to it.
    void remember(const domain::Event &event);
    [[nodiscard]] QByteArray authority() const { return m_authority; }
    [[nodiscard]] QString processId() const { return m_process.id; }

private:
    [[nodiscard]] int below(int limit);
    [[nodiscard]] bool once(int in) { return below(in) == 0; }
    [[nodiscard]] QString one(const QStringList &words);
    [[nodiscard]] QString person();
    [[nodiscard]] QString role();
    [[nodiscard]] QString known(const QString &type);
    [[nodiscard]] QString held(const domain::ArbiterState &state, const QString &role);
    [[nodiscard]] QJsonObject declaration();
    [[nodiscard]] QJsonObject people(const QString &type, const domain::ArbiterState &state, const QString &login);
    [[nodiscard]] QJsonObject papers(const QString &type);
    [[nodiscard]] QJsonObject others(const QString &type);
    [[nodiscard]] QJsonObject any(const QString &type);
    void spoil(QJsonObject &payload, const domain::ArbiterState &state);

    std::mt19937 m_random;
    domain::Process m_process;
    QByteArray m_authority;
    QHash<QString, QStringList> m_ids; ///< by type
    QHash<QString, QString> m_hashes;  ///< of drafts and changes, by id
    bool m_first = true;
};

} // namespace fireline::test
