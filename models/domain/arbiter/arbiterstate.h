// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arbiter/authoritytable.h"
#include "core/event.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <optional>

namespace fireline::domain {

/// A consent as the server counts it: the login that gave it, and for which content.
struct Consent
{
    QString login;
    QString hash;
};

/// What can be approved: an update or a change.
struct Paper
{
    bool isChange = false;
    QString author;
    QString hash; ///< of an update computed, never as claimed
    QString audience;
    bool asked = false;
    QString queuedHash;
    QString kind;
    QString risk;
    QString staged;
    QList<Consent> consents;
};

/// Who holds which role.
struct RoleHolder
{
    QString role;
    QString person;
};

struct OfferedRole
{
    QString role;
    QString from;
    QString to;
};

/// The part of an incident that one judge for all consoles needs, folded from accepted events in the server's order. It mirrors
/// what the SQL of the backend keeps. A value.
struct ArbiterState
{
    bool declared = false;
    bool isPrivate = false;
    QString declarer;    ///< login
    QStringList members; ///< of a private incident; as written
    int term = 0;        ///< +1 with each change of command
    QString severity;
    QString phase;
    QStringList flags;
    QList<RoleHolder> holders;
    std::optional<OfferedRole> offer;
    QHash<QString, Paper> papers; ///< by event id
    QSet<QString> evidence;       ///< events that carry an attachment
    QMap<QString, int> overrides; ///< given and not used, by rule
    AuthorityTable table;

    [[nodiscard]] QStringList holdersOf(const QString &role) const;
    [[nodiscard]] QStringList commanders() const { return holdersOf(table.commander); }
    [[nodiscard]] bool isMember(const QString &person) const;
};

/// Names of people and words of a process without regard to ASCII case, so that it does not hang on anybody's locale.
[[nodiscard]] bool sameWord(QStringView a, QStringView b);
[[nodiscard]] bool hasWord(const QStringList &words, QStringView word);

/// SHA-256 (hex) of what an approval of an update binds; what `decide` writes into a draft's "hash".
[[nodiscard]] QString updateHash(const QJsonObject &body);

/// Folds one accepted event. `adopted`: history, in which no consent counts.
void foldAccepted(ArbiterState &state, const Event &event, const QString &login, bool adopted,
                  const std::optional<AuthorityTable> &table);

} // namespace fireline::domain
