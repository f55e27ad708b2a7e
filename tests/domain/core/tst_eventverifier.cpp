// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eventverifier.h"
#include "coregen.h"

#include <QHash>
#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::test;
using namespace Qt::StringLiterals;

/// Any record of several consoles verifies, and no record does from which something was taken, moved or doubled.
class TestEventVerifier : public QObject
{
    Q_OBJECT
private slots:
    void takesAnySoundRecord();
    void findsWhatWasRemoved();
    void findsWhatWasMoved();
    void findsWhatWasDoubled();
    void findsAnotherIncident();
};

namespace {

// Any events, linked as up to three consoles would have written them.
rc::Gen<QList<Event>> soundRecord()
{
    return rc::gen::map(
        rc::gen::container<std::vector<std::pair<Event, int>>>(rc::gen::pair(soundEvent(), rc::gen::inRange(0, 3))),
        [](const std::vector<std::pair<Event, int>> &parts) {
            QList<Event> record;
            QHash<QString, Event> last;
            for (const auto &[any, console] : parts) {
                Event event = any;
                event.incident = u"018bcfe5-6800-7000-811f-6531eb66d9a7"_s;
                event.id = u"018bcfe5-6800-7000-8000-%1"_s.arg(record.size(), 12, 16, QLatin1Char('0'));
                event.device = u"console-%1"_s.arg(console);
                event.deviceSeq = last.value(event.device).deviceSeq + 1;
                event.prevHash = event.deviceSeq == 1 ? zeroHash() : last.value(event.device).hash;
                event.hash = contentHash(event);
                last[event.device] = event;
                record.append(event);
            }
            return record;
        });
}

RecordedHead headOf(const QList<Event> &record)
{
    RecordedHead head;
    for (const Event &event : record)
        head = {head.count + 1, nextRecordHash(head.hash, head.count + 1, event.hash)};
    return head;
}

VerifyReport verify(const QList<Event> &record, const RecordedHead &head)
{
    EventVerifier verifier;
    qint64 seq = 0;
    for (const Event &event : record)
        verifier.add(++seq, event);
    return verifier.finish(head);
}

int placeIn(const QList<Event> &record)
{
    return *rc::gen::inRange(0, int(record.size()));
}

} // namespace

void TestEventVerifier::takesAnySoundRecord()
{
    QVERIFY(rc::check("a sound record verifies", [] {
        const auto record = *soundRecord();
        const auto report = verify(record, headOf(record));
        RC_ASSERT(report.ok());
        RC_ASSERT(report.events == record.size());
    }));
}

void TestEventVerifier::findsWhatWasRemoved()
{
    QVERIFY(rc::check("a removed event is found, also the last", [] {
        const auto record = *rc::gen::suchThat(soundRecord(), [](const auto &r) { return !r.isEmpty(); });
        auto shorter = record;
        shorter.removeAt(placeIn(record));
        RC_ASSERT(!verify(shorter, headOf(record)).ok());
    }));
}

void TestEventVerifier::findsWhatWasMoved()
{
    QVERIFY(rc::check("two events that changed places are found, also of different consoles", [] {
        const auto record = *rc::gen::suchThat(soundRecord(), [](const auto &r) { return r.size() > 1; });
        const int one = placeIn(record);
        const int other = placeIn(record);
        RC_PRE(one != other);
        auto moved = record;
        moved.swapItemsAt(one, other);
        RC_ASSERT(!verify(moved, headOf(record)).ok());
    }));
}

void TestEventVerifier::findsWhatWasDoubled()
{
    QVERIFY(rc::check("an event that is there twice is found, whatever the head says", [] {
        const auto record = *rc::gen::suchThat(soundRecord(), [](const auto &r) { return !r.isEmpty(); });
        auto longer = record;
        longer.insert(placeIn(record), record[placeIn(record)]);
        RC_ASSERT(!verify(longer, headOf(longer)).ok());
    }));
}

void TestEventVerifier::findsAnotherIncident()
{
    QVERIFY(rc::check("an event of another incident is named", [] {
        const auto record = *rc::gen::suchThat(soundRecord(), [](const auto &r) { return r.size() > 1; });
        auto mixed = record;
        Event &stranger = mixed.last();
        stranger.incident = stranger.id;
        stranger.hash = contentHash(stranger);
        const auto report = verify(mixed, headOf(mixed));
        RC_ASSERT(!report.ok());
        RC_ASSERT(report.firstBad->id == stranger.id);
        RC_ASSERT(report.firstBad->seq == record.size());
    }));
}

QTEST_APPLESS_MAIN(TestEventVerifier)
#include "tst_eventverifier.moc"
