// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/outcome.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace fireline::store {

/// What one incident file says that others want to know. A value; times that are not set are unset Instants.
struct IncidentSummary
{
    struct Firing
    {
        QString fingerprint;
        domain::Instant at;
        bool operator==(const Firing &) const = default;
    };
    struct Held
    {
        QString process;
        QString what; ///< e.g. "drill", "process-review"
        domain::Instant at;
        bool operator==(const Held &) const = default;
    };
    QString path; ///< of the file; the key
    QString id;
    QString title;
    QString process;
    QString severity; ///< empty while unset
    int rank = 0;     ///< of the severity in its process, 1 the worst; 0 while unset
    QString phase;    ///< as its process calls it
    domain::Instant declared;
    domain::Instant resolved;
    domain::Instant closed;
    domain::Instant withdrawn;
    domain::Instant changed; ///< when something was last recorded
    bool drill = false;
    QJsonArray openClocks; ///< clocks of scope process and review that still run
    QList<Firing> firings; ///< written, but not given back by incidents()
    QList<Held> held;      ///< likewise
};

/// An earlier firing of an alert. A value.
struct EarlierFiring
{
    QString incident;
    QString title;
    domain::Instant at;
};

/// The list of incidents and drills this console knows (decisions 1): a convenience that the files can make anew at any
/// time, never a record. Several processes may use it at once. Owned by the session; one thread.
class IncidentRegister
{
public:
    /// Makes the file and its folder where there is none. One that is damaged is set aside and begun anew; another
    /// program's database is refused (Parse "foreign-file").
    [[nodiscard]] static domain::Outcome<std::unique_ptr<IncidentRegister>> open(const QString &path, domain::Instant now);
    ~IncidentRegister();

    /// True when it was begun anew and wants to be filled from the files.
    [[nodiscard]] bool isFresh() const;

    /// Replaces all that was known of that file.
    [[nodiscard]] domain::Outcome<void> remember(const IncidentSummary &summary);
    [[nodiscard]] domain::Outcome<void> forget(const QString &path);
    /// Replaces everything by what the files say now; all or nothing.
    [[nodiscard]] domain::Outcome<void> rebuild(const QList<IncidentSummary> &summaries);

    /// Newest change first.
    [[nodiscard]] domain::Outcome<QList<IncidentSummary>> incidents() const;
    /// Firings of that alert before `before` in what was no drill, newest first.
    [[nodiscard]] domain::Outcome<QList<EarlierFiring>> firings(const QString &fingerprint, domain::Instant before,
                                                                int limit) const;
    /// When it was last held in any incident or drill of that process; nothing when never.
    [[nodiscard]] domain::Outcome<std::optional<domain::Instant>> lastHeld(const QString &process, const QString &what) const;

private:
    struct Parts;
    explicit IncidentRegister(std::unique_ptr<Parts> parts);
    static domain::Outcome<std::unique_ptr<IncidentRegister>> tryOpen(const QString &path);
    domain::Outcome<void> write(const IncidentSummary &summary);

    std::unique_ptr<Parts> m_parts;
};

} // namespace fireline::store
