// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/verdict.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

using domain::Instant;
using domain::Problem;
using domain::Span;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Connector)
};

Problem io(const QString &code, const QString &text)
{
    return {Problem::Kind::Io, code, text, {}, {}, {}};
}

QString seconds(Span span)
{
    return domain::toShortText(span);
}

/// Nothing came back that could be read.
Verdict withoutAnswer(const Attempt &attempt, const Access &access, const HttpPolicy &policy)
{
    const QString place = access.called();
    switch (attempt.ending) {
    case Attempt::Ending::Unnamed:
        return {
            io(u"unnamed"_s, Text::tr("%1 cannot be found: its name %2 cannot be looked up. Check the network, then its address.")
                                 .arg(place, access.base.host())),
            true,
            {}};
    case Attempt::Ending::Unreachable:
        return {io(u"unreachable"_s, Text::tr("%1 cannot be reached. Check its address and the network.").arg(place)), true, {}};
    case Attempt::Ending::Untrusted:
        return {io(u"certificate"_s,
                   Text::tr("No secure connection to %1. Check its certificate and yours in the settings.").arg(place)),
                false,
                {}};
    case Attempt::Ending::Slow:
        return {io(u"slow"_s,
                   Text::tr("%1 did not answer within %2. Ask for less, or ask again.").arg(place, seconds(policy.patience))),
                true,
                {}};
    case Attempt::Ending::TooLarge:
        return {io(u"too-large"_s, Text::tr("%1 answers with more than %2 MiB. Ask for fewer series or a shorter time.")
                                       .arg(place)
                                       .arg(policy.largest / (1024 * 1024))),
                false,
                {}};
    case Attempt::Ending::Broken:
    case Attempt::Ending::Answered: break;
    }
    return {io(u"cut"_s, Text::tr("%1 broke off in the middle of its answer. Ask again.").arg(place)), true, {}};
}

bool signsIn(const Access &access)
{
    return access.signIn != Access::SignIn::None || !access.keys.isEmpty() || !access.certificate.isEmpty();
}

Problem refusalOf(int status, const Access &access, const QString &complaint)
{
    const QString place = access.called();
    if (status == 401 || status == 403)
        return io(u"sign-in"_s, signsIn(access)
                                    ? Text::tr("%1 does not accept the sign-in. Check it in the settings.").arg(place)
                                    : Text::tr("%1 wants a sign-in, and none is set up. Choose one in the settings.").arg(place));
    if (status == 404)
        return io(u"not-found"_s, Text::tr("%1 does not know what is asked for. Check its address in the settings.").arg(place));
    if (status >= 300 && status < 400)
        return io(u"moved"_s, Text::tr("%1 is somewhere else now. Enter its new address in the settings.").arg(place));
    return {Problem::Kind::Refused,
            u"refused"_s,
            complaint.isEmpty() ? Text::tr("%1 refuses what is asked. Check the query.").arg(place)
                                : Text::tr("%1 refuses what is asked: %2").arg(place, complaint),
            {},
            {},
            {}};
}

Verdict onStatus(const Attempt &attempt, const Access &access, const HttpPolicy &policy, Instant now)
{
    const QString place = access.called();
    const QString complaint = access.cleaned(attempt.complaint);
    const std::optional<Span> wait = readRetryAfter(attempt.retryAfter, now);
    const bool bearable = !wait || *wait <= policy.longestWait;
    if (attempt.status == 429) {
        const QString text = wait ? Text::tr("%1 gets too many requests. Ask again in %2.").arg(place, seconds(*wait))
                                  : Text::tr("%1 gets too many requests. Ask again later.").arg(place);
        return {io(u"too-many"_s, text), bearable, wait};
    }
    if (attempt.status < 500)
        return {refusalOf(attempt.status, access, complaint), false, {}};
    const QString text = complaint.isEmpty() ? Text::tr("%1 is out of order. Ask again later.").arg(place)
                                             : Text::tr("%1 is out of order: %2").arg(place, complaint);
    const bool passing = attempt.status == 502 || attempt.status == 503 || attempt.status == 504;
    return {io(u"server-fault"_s, text), passing && bearable, wait};
}

bool mayHaveArrived(const Attempt &attempt)
{
    switch (attempt.ending) {
    case Attempt::Ending::Unnamed:
    case Attempt::Ending::Unreachable:
    case Attempt::Ending::Untrusted: return false;
    case Attempt::Ending::Answered: return attempt.status >= 500;
    case Attempt::Ending::Broken:
    case Attempt::Ending::Slow:
    case Attempt::Ending::TooLarge: break;
    }
    return true;
}

} // namespace

Verdict verdictOn(const Attempt &attempt, const Access &access, const HttpPolicy &policy, bool repeatable, Instant now)
{
    const bool answered = attempt.ending == Attempt::Ending::Answered;
    if (answered && attempt.status >= 200 && attempt.status < 300)
        return {};
    Verdict verdict = answered && attempt.status >= 300 ? onStatus(attempt, access, policy, now)
                                                        : withoutAnswer(attempt, access, policy);
    if (!repeatable) {
        verdict.again = false;
        if (mayHaveArrived(attempt))
            verdict.problem = io(
                u"outcome-unknown"_s,
                Text::tr("Whether %1 has done it is not known. Look there before you ask again.").arg(access.called()));
    }
    verdict.problem->detail = access.cleaned(u"HTTP %1 %2"_s.arg(QString::number(attempt.status), attempt.detail));
    return verdict;
}

std::optional<Span> readRetryAfter(const QString &text, Instant now)
{
    bool number = false;
    if (const qint64 given = text.trimmed().toLongLong(&number); number) {
        constexpr qint64 most = 10 * 365 * 86400LL;
        return given >= 0 ? std::optional(Span::seconds(std::min(given, most))) : std::nullopt;
    }
    QDateTime date = QLocale::c().toDateTime(text.trimmed(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    if (!date.isValid())
        return {};
    const Span wait = Instant::fromDateTime(date) - now;
    return wait.us > 0 ? std::optional(wait) : std::nullopt;
}

Problem inAnswer(const Access &access, const Problem &why)
{
    if (why.code == "refused"_L1)
        return refusalOf(200, access, access.cleaned(why.text));
    return {Problem::Kind::Parse,
            u"unreadable"_s,
            Text::tr("%1 gives an answer that cannot be read. Check that the address is the right one.").arg(access.called()),
            access.cleaned(why.text + u' ' + why.detail),
            {},
            {}};
}

Problem cancelled(const Access &access)
{
    return io(u"cancelled"_s, Text::tr("%1 is not asked any more.").arg(access.called()));
}

} // namespace fireline::connectors
