// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/acts.h"

#include "state/eventtypes.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

// A draft that says it is posted already went out: to its audience, or as a reply.
void judgePosted(JudgedAct &judged, const QJsonObject &body)
{
    const QString target = body.value(u"target").toString();
    const QString behind = target.mid(target.indexOf(u'/') + 1);
    judged.audience = body.value(u"audience").toString();
    if (target.startsWith("reply/"_L1) && judged.audience.isEmpty()) {
        judged.act = u"reply.send"_s;
        judged.audience = behind;
    } else if (target.startsWith("update/"_L1) || !judged.audience.isEmpty()) {
        judged.act = u"update.send"_s;
        if (judged.audience.isEmpty())
            judged.audience = behind;
    }
}

void judgePaper(JudgedAct &judged, const Paper &paper, const QString &type)
{
    judged.paper = &paper;
    judged.author = paper.author;
    judged.audience = paper.audience;
    judged.kind = paper.kind;
    judged.risk = paper.risk;
    judged.staged = paper.staged;
    // Queueing is the act of sending; what came of it is its outcome.
    if (type == "update.queued"_L1)
        judged.act = u"update.send"_s;
    if (type == "update.sent"_L1 && !paper.queuedHash.isEmpty() && paper.queuedHash == paper.hash)
        judged.act.clear();
}

} // namespace

bool isSound(const QString &type, const QJsonObject &body)
{
    const EventType *known = eventType(type);
    return known && known->accepts(body);
}

const Paper *paperOf(const ArbiterState &state, const QString &type, const QJsonObject &body)
{
    const bool isChange = type.startsWith("change."_L1);
    if (!isChange && !type.startsWith("update."_L1))
        return nullptr;
    const auto it = state.papers.constFind(body.value(isChange ? u"change" : u"update").toString());
    return it == state.papers.constEnd() || it->isChange != isChange ? nullptr : &*it;
}

JudgedAct judgedAct(const ArbiterState &state, const QString &type, const QJsonObject &body, const QString &login)
{
    JudgedAct judged;
    const EventType *known = eventType(type);
    judged.act = known ? known->act.toString() : QString();
    judged.author = login;
    if (judged.act == "entry.post"_L1 || (type == "order.given"_L1 && body.value(u"timer").toBool()))
        judged.act.clear();
    if (type == "entry.retracted"_L1 && state.evidence.contains(body.value(u"entry").toString()))
        judged.act = u"evidence.remove"_s;
    if (type == "update.drafted"_L1) {
        judged.audience = body.value(u"audience").toString();
        if (body.value(u"posted").toBool())
            judgePosted(judged, body);
    } else if (type == "change.proposed"_L1) {
        judged.kind = body.value(u"kind").toString();
        judged.risk = body.value(u"risk").toString();
        judged.staged = body.value(u"staged").toBool() ? u"true"_s : u"false"_s;
    } else if (const Paper *paper = paperOf(state, type, body)) {
        judgePaper(judged, *paper, type);
    }
    return judged;
}

} // namespace fireline::domain
