// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultvfs.h"
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;
using fireline::test::FaultVfs;
using Mode = SqliteJournal::Mode;
using Durability = JournalSettings::Durability;

/// The power goes at a random moment, and of what was not flushed a random half of the sectors is lost (sync 5).
/// FIRELINE_CUTS says how often; the long tier asks for 300.
class TestPowerCut : public QObject
{
    Q_OBJECT
private slots:
    void losesNothingAcknowledged();
    void wouldNoticeALoss();
};

namespace {

struct Tally
{
    long acknowledged = 0;
    long lost = 0;
    int cutsWithLoss = 0;
    int damaged = 0;
};

int cuts()
{
    bool isSet = false;
    const int asked = qEnvironmentVariableIntValue("FIRELINE_CUTS", &isSet);
    return isSet ? asked : 40;
}

// One life: events one by one, now and then a checkpoint, until the power goes. How many were acknowledged.
qsizetype liveUntilTheCut(const QString &path, const JournalSettings &settings, const QList<Event> &events)
{
    const auto journal = SqliteJournal::open(path, Mode::ReadWrite, settings);
    if (!journal.ok())
        return 0;
    qsizetype acknowledged = 0;
    while (acknowledged < events.size() && journal.value()->append({events[acknowledged]}).ok()) {
        if (++acknowledged % 23 == 0) [[maybe_unused]]
            const auto folded = journal.value()->checkpoint();
    }
    return acknowledged;
}

// How many of the events are there, in order and sound; -1 when the file is damaged.
qsizetype survivors(const QString &path, const QList<Event> &events)
{
    const auto journal = SqliteJournal::open(path, Mode::ReadWrite);
    if (!journal.ok() || !journal.value()->verify().ok() || !journal.value()->verify().value().ok())
        return -1;
    qsizetype n = 0;
    const auto read = journal.value()->read(0, [&](qint64, const Event &event) { return event.hash == events[n++].hash; });
    return read.ok() && n == journal.value()->head().value().count && n == journal.value()->outboxCount().value() ? n : -1;
}

Tally cutRepeatedly(Durability durability)
{
    JournalSettings settings;
    settings.durability = durability;
    const auto events = EventMaker().notes(400);
    Tally tally;
    for (int round = 0; round < cuts(); ++round) {
        std::mt19937 random(1000U + unsigned(round));
        QTemporaryDir before(fastFolderTemplate());
        QTemporaryDir after(fastFolderTemplate());
        FaultVfs disk;
        if (!SqliteJournal::create(before.filePath(u"a.fireline"_s), settings).ok())
            qFatal("no file to begin with");
        disk.arm(FaultVfs::Fault::Cut, long(20 + random() % 2500));
        const qsizetype acknowledged = liveUntilTheCut(before.filePath(u"a.fireline"_s), settings, events);
        disk.writeRemains(after.path(), random);
        disk.disarm();
        const qsizetype left = survivors(after.filePath(u"a.fireline"_s), events);
        tally.acknowledged += acknowledged;
        tally.damaged += left < 0 ? 1 : 0;
        if (left >= 0 && left < acknowledged) {
            tally.lost += acknowledged - left;
            ++tally.cutsWithLoss;
        }
    }
    qInfo("%d cuts: %ld acknowledged, %ld lost at %d cuts, %d files damaged", cuts(), tally.acknowledged, tally.lost,
          tally.cutsWithLoss, tally.damaged);
    return tally;
}

} // namespace

void TestPowerCut::losesNothingAcknowledged()
{
    const Tally tally = cutRepeatedly(Durability::Full);
    QVERIFY(tally.acknowledged > 10 * cuts());
    QCOMPARE(tally.lost, 0);
    QCOMPARE(tally.damaged, 0);
}

// The same test with a setting known to forget must find losses, or it finds nothing at all.
void TestPowerCut::wouldNoticeALoss()
{
    const Tally tally = cutRepeatedly(Durability::Normal);
    QVERIFY(tally.lost > 0);
    QCOMPARE(tally.damaged, 0);
}

QTEST_APPLESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
