// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence.h"

#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;
using domain::Instant;

namespace {

constexpr qint64 kEarliest = 1000000000; ///< 2001: a smaller number is no time of a message
constexpr qint64 kLatest = 4000000000;

void findLinks(const QString &text, QList<Evidence> &found)
{
    static const QRegularExpression slack(u"slack\\.com[/ ]archives[/ ][A-Z0-9]{6,14}[/ ]p(\\d{10})\\d{6}\\b"_s);
    static const QRegularExpression gitter(u"gitter\\.im/[^\\s?)]{1,120}\\?at=([0-9a-f]{8})[0-9a-f]{16}\\b"_s);
    const auto add = [&](qint64 seconds) {
        if (seconds > kEarliest && seconds < kLatest)
            found += Evidence{Instant{seconds * 1000000}, u"the link to a message"_s, true, false};
    };
    auto each = slack.globalMatch(text);
    while (each.hasNext() && found.size() < 100)
        add(each.next().captured(1).toLongLong());
    each = gitter.globalMatch(text);
    while (each.hasNext() && found.size() < 100)
        add(each.next().captured(1).toLongLong(nullptr, 16));
}

void findStamps(const QString &text, QList<Evidence> &found)
{
    static const QRegularExpression began(u"\\b(started|began|begun|opened|fired|triggered|detected|since)\\W{0,3}$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    for (const Stamp &stamp : stampsInside(text)) {
        if (stamp.zone.kind != Zone::Kind::Offset || !stamp.date.date().isValid())
            continue;
        const LocalReading reading = toInstant(stamp.date.date(), stamp.clock->time(), 0, stamp.zone);
        const qsizetype at = text.indexOf(stamp.written.left(12));
        if (reading.at)
            found += Evidence{*reading.at, stamp.written, false, began.match(text.left(qMax<qsizetype>(at, 0))).hasMatch()};
    }
}

} // namespace

QList<Evidence> findEvidence(const QString &text)
{
    QList<Evidence> found;
    const QString part = text.left(100000);
    if (part.contains(u"slack.com"_s) || part.contains(u"gitter.im"_s))
        findLinks(part, found);
    findStamps(part, found);
    return found;
}

std::optional<int> offsetShown(qint64 local, const Evidence &evidence, int tolerance)
{
    const qint64 apart = local - evidence.at.us / 1000000;
    if (apart < -12 * 3600 - tolerance || apart > 14 * 3600 + tolerance)
        return {};
    const qint64 halves = qRound64(double(apart) / 1800.0);
    if (qAbs(apart - halves * 1800) > tolerance)
        return {};
    const bool wholeHour = halves % 2 == 0;
    const bool halfInUse = halves == 11 || halves == 19 || halves == 7 || halves == -7; // India, Adelaide, Iran, Newfoundland
    if (!wholeHour && !halfInUse)
        return {};
    return int(halves * 1800);
}

} // namespace fireline::exchange
