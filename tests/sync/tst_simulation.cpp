// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The production engine of the exchange under everything that can happen between five consoles and a server, many times over.
/// FIRELINE_SEEDS says how many times, FIRELINE_FIRST_SEED where to begin.
class TestSimulation : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsLost();
    void sameSeedSameTrace();
    void noticesEveryMutant_data();
    void noticesEveryMutant();
    void everyInvariantCanFail();

private:
    static int seeds()
    {
        return qEnvironmentVariableIntValue("FIRELINE_SEEDS") > 0 ? qEnvironmentVariableIntValue("FIRELINE_SEEDS") : 300;
    }
    QSet<QString> m_broken; ///< numbers of the invariants that some mutant broke

    static quint64 first() { return std::max(qEnvironmentVariableIntValue("FIRELINE_FIRST_SEED"), 1); }
};

Q_DECLARE_METATYPE(Mutants)

void TestSimulation::nothingIsLost()
{
    qint64 events = 0;
    qint64 refused = 0;
    qint64 requests = 0;
    int withRewind = 0;
    for (quint64 seed = first(); seed < first() + quint64(seeds()); ++seed) {
        const SimulationResult result = simulate(seed);
        if (!result.violations.isEmpty())
            QFAIL(qPrintable(u"seed %1: %2"_s.arg(seed).arg(result.violations.mid(0, 5).join(u"; "_s))));
        events += result.events;
        refused += result.refused;
        requests += result.requests;
        withRewind += result.rewinds > 0 ? 1 : 0;
    }
    qInfo("%d seeds: %lld events, %lld refused, %lld requests, %d runs with a server that went back", seeds(), events, refused,
          requests, withRewind);
    QVERIFY(events > seeds() * 20 && refused > seeds() / 2 && withRewind > seeds() / 3); // or it shows nothing
}

void TestSimulation::sameSeedSameTrace()
{
    const SimulationResult once = simulate(7);
    QCOMPARE(simulate(7).trace, once.trace);
    QVERIFY(simulate(8).trace != once.trace);
}

void TestSimulation::noticesEveryMutant_data()
{
    QTest::addColumn<Mutants>("mutants");
    const auto row = [](const char *name, bool Mutants::*which) {
        Mutants mutants;
        mutants.*which = true;
        QTest::newRow(name) << mutants;
    };
    row("naive_seq", &Mutants::naiveSeq);
    row("no_dedupe", &Mutants::noDedupe);
    row("drop_on_send", &Mutants::dropOnSend);
    row("drop_on_ack", &Mutants::dropOnAck);
    row("no_rewind", &Mutants::noRewind);
    row("no_arbiter", &Mutants::noArbiter);
    row("cursor_first", &Mutants::cursorFirst);
    row("forget_refusals", &Mutants::forgetRefusals);
    row("one_device", &Mutants::oneDevice);
    row("keep_sent_blobs", &Mutants::keepSentBlobs);
    row("show_at_once", &Mutants::showAtOnce);
    row("leave_gap", &Mutants::leaveGap);
    row("tell_anybody", &Mutants::tellAnybody);
    row("name_in_bell", &Mutants::nameInBell);
    row("forget_undo", &Mutants::forgetUndo);
}

void TestSimulation::noticesEveryMutant()
{
    QFETCH(Mutants, mutants);
    // The first one that shows it is enough; all of the quick tier's would be the limit.
    for (quint64 seed = 1; seed <= 300; ++seed) {
        const SimulationResult result = simulate(seed, mutants);
        if (result.violations.isEmpty())
            continue;
        QSet<QString> broken;
        for (const QString &violation : result.violations)
            broken.insert(violation.section(u' ', 0, 0));
        m_broken += broken;
        qInfo("noticed with seed %llu: %s", seed, qPrintable(result.violations.first()));
        return;
    }
    QFAIL("300 seeds did not notice");
}

// One that nothing breaks would show nothing. After the mutants.
void TestSimulation::everyInvariantCanFail()
{
    if (m_broken.isEmpty())
        QSKIP("the mutants were not run");
    for (int number = 1; number <= 11; ++number)
        QVERIFY2(m_broken.contains(u"I%1"_s.arg(number)), qPrintable(u"I%1"_s.arg(number)));
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
