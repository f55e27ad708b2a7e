// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arbiter/arbiter.h"
#include "postgrescalls.h"
#include "postgresserver.h"
#include "simserver.h"

#include <map>

/// A real PostgreSQL as the server of a simulated world: each request of a console is answered by the production calls, at the moment
/// of the simulated time at which it arrives. What the server then holds is read back, and judged by the consoles' arbiter. It goes
/// back in time by a function that leaves its tables as they were that many places ago. One thread.
class SimPostgres : public SimBackend
{
public:
    SimPostgres(const fireline::test::PostgresServer &server, QString database);
    ~SimPostgres() override;

    /// Empty when the schema is there and everybody is logged in; else why not.
    [[nodiscard]] QString prepare(const QStringList &people);
    /// The same server without a record.
    [[nodiscard]] bool clear();
    /// What the server itself finds wrong with its records.
    [[nodiscard]] QString damage();

    [[nodiscard]] Answer answer(const QString &login, const Request &request) override;
    void goBack(int count) override;
    [[nodiscard]] const QMap<QString, Incident> &incidents() const override { return m_incidents; }
    [[nodiscard]] int generation() const override { return m_generation; }
    [[nodiscard]] QString faultOf(const Incident &incident) const override;

private:
    struct Person;

    [[nodiscard]] Answer poke(Person &person, const QString &incident);
    void follow(Person &person, const QString &incident);
    void fold(const QString &incident);
    [[nodiscard]] QByteArray tableOf(const fireline::domain::Event &event) const;

    const fireline::test::PostgresServer &m_server;
    const QString m_database;
    const QByteArray m_table;
    std::unique_ptr<fireline::backend::BackendConnection> m_admin;
    std::map<QString, std::unique_ptr<Person>> m_people;
    QMap<QString, Incident> m_incidents; ///< as the server has them
    int m_generation = 1;
};
