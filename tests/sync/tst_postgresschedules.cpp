// SPDX-License-Identifier: GPL-3.0-or-later
#include "simpostgres.h"
#include "simulation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using fireline::test::PostgresServer;

/// The schedules of tst_simulation with a real PostgreSQL in the place of the server in memory: the same consoles, chance, mishaps
/// and invariants. FIRELINE_SEEDS says how many, FIRELINE_FIRST_SEED where to begin.
class TestPostgresSchedules : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void nothingIsLost();
    void sameSeedSameTrace();
    void noticesAMutant();

private:
    static int number(const char *name, int otherwise)
    {
        return qEnvironmentVariableIntValue(name) > 0 ? qEnvironmentVariableIntValue(name) : otherwise;
    }
    SimulationResult run(quint64 seed, const Mutants &mutants = {});

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<SimPostgres> m_backend;
};

void TestPostgresSchedules::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>(QStringList{u"fsync=off"_s, u"synchronous_commit=off"_s});
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
    m_backend = std::make_unique<SimPostgres>(*m_server, u"postgres"_s);
    QCOMPARE(m_backend->prepare({u"ana"_s, u"ben"_s, u"cy"_s, u"dee"_s, u"eli"_s}), QString());
}

SimulationResult TestPostgresSchedules::run(quint64 seed, const Mutants &mutants)
{
    if (!m_backend->clear())
        return {{u"the server keeps its records"_s}, {}};
    SimulationResult result = simulate(seed, mutants, m_backend.get());
    if (const QString damage = m_backend->damage(); !damage.isEmpty())
        result.violations.append(u"the server's record is damaged: "_s + damage);
    return result;
}

void TestPostgresSchedules::nothingIsLost()
{
    const int seeds = number("FIRELINE_SEEDS", 3);
    const int first = number("FIRELINE_FIRST_SEED", 1);
    int events = 0;
    int refused = 0;
    int rewinds = 0;
    int requests = 0;
    for (int seed = first; seed < first + seeds; ++seed) {
        const SimulationResult result = run(quint64(seed));
        if (!result.violations.isEmpty())
            QFAIL(qPrintable(u"seed %1: %2"_s.arg(seed).arg(result.violations.mid(0, 5).join(u"; "_s))));
        events += result.events;
        refused += result.refused;
        rewinds += result.rewinds;
        requests += result.requests;
    }
    qInfo("%d seeds: %d events, %d refused, %d requests, the server went back %d times", seeds, events, refused, requests,
          rewinds);
    QVERIFY(events > seeds * 20 && refused > 0 && rewinds > 0); // or it shows nothing
}

void TestPostgresSchedules::sameSeedSameTrace()
{
    const SimulationResult once = run(7);
    QCOMPARE(once.violations, QStringList());
    QCOMPARE(run(7).trace, once.trace);
}

// That these schedules find what they are for is tst_simulation's to show; one is enough to show that they do here too.
void TestPostgresSchedules::noticesAMutant()
{
    Mutants mutants;
    mutants.dropOnAck = true;
    for (quint64 seed = 1; seed <= 30; ++seed) {
        if (!run(seed, mutants).violations.isEmpty())
            return;
    }
    QFAIL("30 seeds did not notice");
}

QTEST_GUILESS_MAIN(TestPostgresSchedules)
#include "tst_postgresschedules.moc"
