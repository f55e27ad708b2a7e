// SPDX-License-Identifier: GPL-3.0-or-later
#include "coregen.h"

#include "core/canonicaljson.h"
#include "core/hlc.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

// Another text than before, in the same place: a character changed, put in or taken away.
QString changed(const QString &text)
{
    if (text.isEmpty() || *rc::gen::arbitrary<bool>())
        return text + u'x';
    const qsizetype at = *rc::gen::inRange<qsizetype>(0, text.size());
    const QString other = text.left(at) + u'y' + text.mid(at + 1);
    return other == text ? text + u'x' : other;
}

QByteArray changedByte(QByteArray bytes)
{
    const qsizetype at = *rc::gen::inRange<qsizetype>(0, bytes.size());
    bytes[at] = char(bytes.at(at) ^ (1 << *rc::gen::inRange(0, 8)));
    return bytes;
}

using Change = void (*)(Event &);

/// Every stored field of an event, each with a way to change it.
struct FieldChange
{
    const char *name;
    Change apply;
};

const std::vector<FieldChange> &fieldChanges()
{
    static const std::vector<FieldChange> changes{
        {"id", [](Event &e) { e.id = changed(e.id); }},
        {"incident", [](Event &e) { e.incident = changed(e.incident); }},
        {"type", [](Event &e) { e.type = changed(e.type); }},
        {"occurredAt", [](Event &e) { e.occurredAt.us ^= 1LL << *rc::gen::inRange(0, 62); }},
        {"recordedAt", [](Event &e) { e.recordedAt.us ^= 1LL << *rc::gen::inRange(0, 62); }},
        {"hlc.us", [](Event &e) { e.hlc.us ^= 1LL << *rc::gen::inRange(0, 62); }},
        {"hlc.counter", [](Event &e) { e.hlc.counter ^= 1U << *rc::gen::inRange(0, 32); }},
        {"recordedBy", [](Event &e) { e.recordedBy = changed(e.recordedBy); }},
        {"device", [](Event &e) { e.device = changed(e.device); }},
        {"deviceSeq", [](Event &e) { e.deviceSeq ^= 1LL << *rc::gen::inRange(0, 62); }},
        {"payload", [](Event &e) { e.payload = changedByte(e.payload); }},
        {"prevHash", [](Event &e) { e.prevHash = changedByte(e.prevHash); }},
        {"hash", [](Event &e) { e.hash = changedByte(e.hash); }},
    };
    return changes;
}

Hlc anyStamp()
{
    return {*rc::gen::inRange<qint64>(0, 4000000000000000), *rc::gen::inRange<quint32>(0, 1000)};
}

} // namespace

/// What must hold of the values that everything else is built on.
class TestCoreProperties : public QObject
{
    Q_OBJECT
private slots:
    void payloadsComeBackByteForByte();
    void keysAreSortedByUtf16();
    void onlyCanonicalBytesAreTaken();
    void stampsRise();
    void stampsSortAsTheirText();
    void aChangeOfAnyFieldIsSeen();
    void fieldsCannotBeShiftedIntoEachOther();
    void auditLinesComeBack();
    void instantsComeBack();
};

void TestCoreProperties::payloadsComeBackByteForByte()
{
    QVERIFY(rc::check("fromCanonicalJson(toCanonicalJson(p)) == p, and the bytes are the same again", [] {
        const QJsonObject payload = *test::payloadObject();
        const auto bytes = toCanonicalJson(payload);
        RC_ASSERT(bytes.ok());
        const auto read = fromCanonicalJson(bytes.value());
        RC_ASSERT(read.ok());
        // QJsonObject compares in its own order of keys, which depends on where the object came from.
        RC_ASSERT(read.value().toVariantMap() == payload.toVariantMap());
        RC_ASSERT(toCanonicalJson(read.value()).value() == bytes.value());
    }));
}

void TestCoreProperties::keysAreSortedByUtf16()
{
    // U+10000 begins with the unit D800 and so comes before U+E000, though its code point is higher (RFC 8785, 3.2.3).
    const QByteArray sorted = "{\"a\":1,\"\U00010000\":2,\"\uE000\":3}";
    QCOMPARE(toCanonicalJson({{u"\uE000"_s, 3}, {u"\U00010000"_s, 2}, {u"a"_s, 1}}).value(), sorted);
    QVERIFY(fromCanonicalJson(sorted).ok());
    QVERIFY(!fromCanonicalJson("{\"a\":1,\"\uE000\":3,\"\U00010000\":2}").ok());
}

void TestCoreProperties::onlyCanonicalBytesAreTaken()
{
    QVERIFY(rc::check("a changed spelling is refused or is the canonical one of something else", [] {
        const QByteArray bytes = toCanonicalJson(*test::payloadObject()).value();
        QByteArray other = changedByte(bytes);
        const auto read = fromCanonicalJson(other);
        if (read.ok())
            RC_ASSERT(toCanonicalJson(read.value()).value() == other);
        const QByteArray indented = QJsonDocument(fromCanonicalJson(bytes).value()).toJson(QJsonDocument::Indented);
        RC_ASSERT(!fromCanonicalJson(indented).ok());
        RC_ASSERT(!fromCanonicalJson(bytes + ' ').ok());
    }));
}

void TestCoreProperties::stampsRise()
{
    QVERIFY(rc::check("tick and observe never go back, whatever the wall clock does", [] {
        Hlc last = anyStamp();
        const int steps = *rc::gen::inRange(1, 40);
        for (int i = 0; i < steps; ++i) {
            const Instant wall{*rc::gen::inRange<qint64>(0, 4000000000000000)};
            if (*rc::gen::arbitrary<bool>()) {
                const Hlc next = tick(last, wall);
                RC_ASSERT(next > last);
                RC_ASSERT(next.us >= wall.us);
                last = next;
            } else {
                const Hlc remote = anyStamp();
                const Hlc next = observe(last, remote, wall);
                RC_ASSERT(next >= last);
                RC_ASSERT(next == last || next == remote);
                // A clock far ahead must not drag this one along.
                const bool farAhead = remote.us > wall.us + 60LL * 1000000;
                RC_ASSERT((next == last) == (farAhead || remote <= last));
                last = next;
            }
        }
    }));
}

void TestCoreProperties::stampsSortAsTheirText()
{
    QVERIFY(rc::check("the text of a stamp sorts as the stamp and reads back", [] {
        const Hlc a = anyStamp();
        const Hlc b = *rc::gen::arbitrary<bool>() ? anyStamp() : Hlc{a.us, *rc::gen::arbitrary<quint32>()};
        RC_ASSERT((a < b) == (a.toString() < b.toString()));
        RC_ASSERT(Hlc::fromString(a.toString()) == a);
        const QString other = changed(a.toString());
        const auto read = Hlc::fromString(other);
        if (read)
            RC_ASSERT(*read != a);
    }));
}

void TestCoreProperties::aChangeOfAnyFieldIsSeen()
{
    for (const FieldChange &field : fieldChanges()) {
        QVERIFY(rc::check(std::string("a changed ") + field.name + " does not match the hash", [&field] {
            const Event event = *test::soundEvent();
            RC_ASSERT(checkChainStep(event, event.prevHash, event.deviceSeq).ok());
            Event other = event;
            field.apply(other);
            // Even a reader who expects what the changed event says of its place must see it.
            RC_ASSERT(!checkChainStep(other, other.prevHash, other.deviceSeq).ok());
        }));
    }
}

void TestCoreProperties::fieldsCannotBeShiftedIntoEachOther()
{
    QVERIFY(rc::check("text moved from one field into the next changes the hash", [] {
        Event event = *test::soundEvent();
        event.recordedBy += u"ab"_s;
        Event other = event;
        other.recordedBy.chop(1);
        other.device.prepend(u'b');
        RC_ASSERT(contentHash(event) != contentHash(other));
    }));
}

void TestCoreProperties::auditLinesComeBack()
{
    QVERIFY(rc::check("fromAuditJson(toAuditJson(e)) is e, hash and all", [] {
        const Event event = *test::soundEvent();
        const QByteArray line = QJsonDocument(toAuditJson(event, 7)).toJson(QJsonDocument::Compact);
        const auto read = fromAuditJson(QJsonDocument::fromJson(line).object(), event.incident);
        RC_ASSERT(read.ok());
        RC_ASSERT(read.value().payload == event.payload);
        RC_ASSERT(checkChainStep(read.value(), event.prevHash, event.deviceSeq).ok());
    }));
}

void TestCoreProperties::instantsComeBack()
{
    QVERIFY(rc::check("RFC 3339 keeps an instant to the millisecond", [] {
        const Instant at{*rc::gen::inRange<qint64>(1000, 4000000000000000)};
        const auto read = Instant::fromRfc3339(at.toRfc3339());
        RC_ASSERT(read.has_value());
        RC_ASSERT(at.us - read->us >= 0);
        RC_ASSERT(at.us - read->us < 1000);
    }));
}

QTEST_APPLESS_MAIN(TestCoreProperties)
#include "tst_coreproperties.moc"
