// SPDX-License-Identifier: GPL-3.0-or-later
#include "coregen.h"

#include "core/canonicaljson.h"
#include "core/idsource.h"

#include <QJsonArray>

#include <vector>

using namespace Qt::StringLiterals;

namespace fireline::domain::test {

namespace {

constexpr qint64 largestInteger = (1LL << 53) - 1;

rc::Gen<QString> oneCharacter()
{
    const auto plane = rc::gen::map(rc::gen::inRange<uint>(1, 0xd800), [](uint code) { return char32_t(code); });
    const auto beyond = rc::gen::map(rc::gen::inRange<uint>(0xe000, 0x110000), [](uint code) { return char32_t(code); });
    const auto special = rc::gen::element<char32_t>(U'"', U'\\', U'/', U'\n', U'\r', U'\t', U'\b', U'\f', 1, 0x1f, 0x7f, 0x2028,
                                                    0xfffd, 0xfeff);
    return rc::gen::map(rc::gen::oneOf(plane, beyond, special), [](char32_t code) { return QString::fromUcs4(&code, 1); });
}

// Gen::operator* inside exec draws the next value.
QJsonValue value(int depth)
{
    switch (*rc::gen::inRange(0, depth > 0 ? 6 : 4)) {
    case 0: return QJsonValue::Null;
    case 1: return *rc::gen::arbitrary<bool>();
    case 2:
        return *rc::gen::oneOf(rc::gen::inRange<qint64>(-1000, 1000),
                               rc::gen::element<qint64>(qint64(largestInteger), qint64(-largestInteger), qint64(0)),
                               rc::gen::inRange<qint64>(-largestInteger, largestInteger));
    case 3: return *storableText();
    case 4: {
        QJsonArray array;
        const int count = *rc::gen::inRange(0, 4);
        for (int i = 0; i < count; ++i)
            array.append(value(depth - 1));
        return array;
    }
    default: return *payloadObject(depth - 1);
    }
}

} // namespace

rc::Gen<QString> storableText()
{
    return rc::gen::map(rc::gen::container<std::vector<QString>>(oneCharacter()), [](const std::vector<QString> &characters) {
        QString text;
        for (const QString &character : characters)
            text += character;
        return text;
    });
}

rc::Gen<QJsonObject> payloadObject(int depth)
{
    return rc::gen::exec([depth] {
        QJsonObject object;
        const int count = *rc::gen::inRange(0, 5);
        for (int i = 0; i < count; ++i)
            object.insert(*storableText(), value(depth));
        return object;
    });
}

rc::Gen<Event> soundEvent()
{
    return rc::gen::exec([] {
        UuidV7Source ids(*rc::gen::arbitrary<quint64>());
        const qint64 us = *rc::gen::inRange<qint64>(1, 4000000000000000);
        Event event;
        event.id = ids.next({us});
        event.incident = ids.next({us});
        event.type = u"entry.posted"_s;
        event.occurredAt = {us};
        event.recordedAt = {us + *rc::gen::inRange<qint64>(0, 1000000000)};
        event.hlc = {event.recordedAt.us, *rc::gen::arbitrary<quint32>()};
        event.recordedBy = *storableText();
        event.device = *storableText();
        event.deviceSeq = *rc::gen::inRange<qint64>(1, 1000000);
        event.payload = toCanonicalJson(*payloadObject()).value();
        event.prevHash = QByteArray(32, char(*rc::gen::arbitrary<quint8>()));
        event.hash = contentHash(event);
        return event;
    });
}

} // namespace fireline::domain::test
