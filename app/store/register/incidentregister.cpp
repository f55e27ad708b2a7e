// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/incidentregister.h"

#include "files/durablefile.h"
#include "files/setaside.h"
#include "sqlite/connection.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Instant;
using domain::Outcome;
using domain::Problem;

namespace {

constexpr qint64 RegisterId = 0x46495252; // "FIRR"
constexpr int RegisterVersion = 2;

Problem foreign(const QString &path)
{
    const QString text = QCoreApplication::translate(
        "fireline::store::IncidentRegister", "%1 is a database of another program. Move it away; Fireline makes its own.");
    return {Problem::Kind::Parse, u"foreign-file"_s, text.arg(path), {}, {}, {}};
}

Outcome<int> numberOf(Connection &connection, const QString &sql)
{
    const auto value = connection.scalar(sql);
    return value.ok() ? Outcome<int>(value.value().toInt()) : value.problem();
}

Outcome<void> begin(Connection &connection)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun.ok())
        return begun;
    // Another process may have been faster.
    const auto version = numberOf(connection, u"PRAGMA user_version"_s);
    if (!version.ok() || version.value() == RegisterVersion)
        return version.ok() ? Outcome<void>() : version.problem();
    const QString marks = u"PRAGMA application_id=%1; PRAGMA user_version=%2;"_s.arg(RegisterId).arg(RegisterVersion);
    if (auto done = connection.runScript((sqlText(u"register/schema"_s) + marks).toUtf8()); !done.ok())
        return done;
    return transaction.commit();
}

IncidentSummary summaryOf(const Statement &row)
{
    IncidentSummary summary;
    summary.path = row.value(0).toString();
    summary.id = row.value(1).toString();
    summary.title = row.value(2).toString();
    summary.process = row.value(3).toString();
    summary.severity = row.value(4).toString();
    summary.rank = row.value(5).toInt();
    summary.phase = row.value(6).toString();
    summary.declared = {row.value(7).toLongLong()};
    summary.resolved = {row.value(8).toLongLong()};
    summary.closed = {row.value(9).toLongLong()};
    summary.withdrawn = {row.value(10).toLongLong()};
    summary.changed = {row.value(11).toLongLong()};
    summary.drill = row.value(12).toBool();
    summary.openClocks = QJsonDocument::fromJson(row.value(13).toString().toUtf8()).array();
    return summary;
}

// Every row of a statement that has been started.
template<typename Take>
Outcome<void> eachRow(Statement &statement, Take take)
{
    for (;;) {
        const auto more = statement.next();
        if (!more.ok())
            return more.problem();
        if (!more.value())
            break;
        take(statement);
    }
    statement.finish();
    return {};
}

Outcome<void> effect(Statement &statement, std::initializer_list<QVariant> values)
{
    const auto rows = statement.run(values);
    return rows.ok() ? Outcome<void>() : rows.problem();
}

} // namespace

struct IncidentRegister::Parts
{
    Parts(std::unique_ptr<Connection> opened, bool isFresh) : connection(std::move(opened)), fresh(isFresh) { }

    std::unique_ptr<Connection> connection;
    bool fresh;
    Statement insert{*connection, u"register/insert"_s};
    Statement forget{*connection, u"register/forget"_s};
    Statement clear{*connection, u"register/clear"_s};
    Statement incidents{*connection, u"register/incidents"_s};
    Statement addFiring{*connection, u"register/add_firing"_s};
    Statement firings{*connection, u"register/firings"_s};
    Statement addHeld{*connection, u"register/add_held"_s};
    Statement lastHeld{*connection, u"register/last_held"_s};
};

IncidentRegister::IncidentRegister(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

IncidentRegister::~IncidentRegister() = default;

Outcome<std::unique_ptr<IncidentRegister>> IncidentRegister::open(const QString &path, Instant now)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto opened = tryOpen(path);
    if (opened.ok() || opened.problem().kind != Problem::Kind::Damaged)
        return opened;
    if (auto moved = setAside(path, now); !moved.ok())
        return moved.problem();
    return tryOpen(path);
}

Outcome<std::unique_ptr<IncidentRegister>> IncidentRegister::tryOpen(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        const auto made = createPrivateFile(path);
        if (!made.ok() && made.problem().code != u"file-exists"_s)
            return made.problem();
    }
    auto opened = Connection::open(path, Connection::Access::ReadWrite, 5000);
    if (!opened.ok())
        return opened.problem();
    Connection &connection = *opened.value();
    const auto id = numberOf(connection, u"PRAGMA application_id"_s);
    const auto version = numberOf(connection, u"PRAGMA user_version"_s);
    const auto tables = numberOf(connection, u"SELECT count(*) FROM sqlite_schema"_s);
    if (!id.ok() || !version.ok() || !tables.ok())
        return !id.ok() ? id.problem() : !version.ok() ? version.problem() : tables.problem();
    if (id.value() != RegisterId && tables.value() > 0)
        return foreign(path);
    // A power cut may cost the last lines here: the files say them again.
    for (const QString &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s}) {
        if (auto done = connection.run(pragma); !done.ok())
            return done.problem();
    }
    const bool isFresh = version.value() != RegisterVersion;
    if (isFresh) {
        if (auto done = begin(connection); !done.ok())
            return done.problem();
    }
    return std::unique_ptr<IncidentRegister>(new IncidentRegister(std::make_unique<Parts>(std::move(opened).value(), isFresh)));
}

bool IncidentRegister::isFresh() const
{
    return m_parts->fresh;
}

Outcome<void> IncidentRegister::remember(const IncidentSummary &summary)
{
    Transaction transaction(*m_parts->connection);
    if (auto begun = transaction.begin(); !begun.ok())
        return begun;
    if (auto done = write(summary); !done.ok())
        return done;
    return transaction.commit();
}

Outcome<void> IncidentRegister::write(const IncidentSummary &summary)
{
    if (auto done = effect(m_parts->forget, {summary.path}); !done.ok())
        return done;
    const QString clocks = QString::fromUtf8(QJsonDocument(summary.openClocks).toJson(QJsonDocument::Compact));
    if (auto done = effect(m_parts->insert, {summary.path, notNull(summary.id), notNull(summary.title), notNull(summary.process),
                                             notNull(summary.severity), summary.rank, notNull(summary.phase), summary.declared.us,
                                             summary.resolved.us, summary.closed.us, summary.withdrawn.us, summary.changed.us,
                                             int(summary.drill), clocks});
        !done.ok())
        return done;
    for (const auto &firing : summary.firings) {
        if (auto done = effect(m_parts->addFiring, {summary.path, notNull(firing.fingerprint), firing.at.us}); !done.ok())
            return done;
    }
    for (const auto &held : summary.held) {
        if (auto done = effect(m_parts->addHeld, {summary.path, notNull(held.process), notNull(held.what), held.at.us});
            !done.ok())
            return done;
    }
    return {};
}

Outcome<void> IncidentRegister::forget(const QString &path)
{
    return effect(m_parts->forget, {path});
}

Outcome<void> IncidentRegister::rebuild(const QList<IncidentSummary> &summaries)
{
    Transaction transaction(*m_parts->connection);
    if (auto begun = transaction.begin(); !begun.ok())
        return begun;
    if (auto done = effect(m_parts->clear, {}); !done.ok())
        return done;
    for (const IncidentSummary &summary : summaries) {
        if (auto done = write(summary); !done.ok())
            return done;
    }
    auto committed = transaction.commit();
    m_parts->fresh = m_parts->fresh && !committed.ok();
    return committed;
}

Outcome<QList<IncidentSummary>> IncidentRegister::incidents() const
{
    QList<IncidentSummary> found;
    if (auto started = m_parts->incidents.start({}); !started.ok())
        return started.problem();
    const auto read = eachRow(m_parts->incidents, [&](const Statement &row) { found.append(summaryOf(row)); });
    return read.ok() ? Outcome<QList<IncidentSummary>>(found) : read.problem();
}

Outcome<QList<EarlierFiring>> IncidentRegister::firings(const QString &fingerprint, Instant before, int limit) const
{
    QList<EarlierFiring> found;
    if (auto started = m_parts->firings.start({fingerprint, before.us, limit}); !started.ok())
        return started.problem();
    const auto read = eachRow(m_parts->firings, [&](const Statement &row) {
        found.append({row.value(0).toString(), row.value(1).toString(), {row.value(2).toLongLong()}});
    });
    return read.ok() ? Outcome<QList<EarlierFiring>>(found) : read.problem();
}

Outcome<std::optional<Instant>> IncidentRegister::lastHeld(const QString &process, const QString &what) const
{
    std::optional<Instant> last;
    if (auto started = m_parts->lastHeld.start({process, what}); !started.ok())
        return started.problem();
    const auto read = eachRow(m_parts->lastHeld, [&](const Statement &row) {
        if (!row.value(0).isNull())
            last = Instant{row.value(0).toLongLong()};
    });
    return read.ok() ? Outcome<std::optional<Instant>>(last) : read.problem();
}

} // namespace fireline::store
