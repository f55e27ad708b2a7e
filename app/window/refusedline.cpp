// SPDX-License-Identifier: GPL-3.0-or-later
#include "refusedline.h"

#include "clocks/processnames.h"
#include "entry/entry.h"
#include "state/entrytext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::window::IncidentSharing)
};

/// The verb that writes an event which a backend may refuse, and what of the payload goes into its arguments: "key" or
/// "key=argument". Where somebody else is meant than the typist, the verb names them.
struct Way
{
    Verb verb;
    QStringView args;
};

const QHash<QString, Way> &ways()
{
    static const QHash<QString, Way> table = {
        {u"role.assigned"_s, {Verb::Role, u"role=id person=who note=text"}},
        {u"role.left"_s, {Verb::Role, u"role=id person"}},
        {u"severity.set"_s, {Verb::Severity, u"to=id why"}},
        {u"phase.moved"_s, {Verb::Phase, u"to=id why"}},
        {u"handover.offered"_s, {Verb::Handover, u"to=who role=id"}},
        {u"handover.accepted"_s, {Verb::IHaveCommand, u""}},
        {u"command.takenOver"_s, {Verb::Takeover, u"why"}},
        {u"incident.resolved"_s, {Verb::Resolve, u"text"}},
        {u"incident.reopened"_s, {Verb::Reopen, u"why"}},
        {u"incident.closed"_s, {Verb::Close, u"text"}},
        {u"incident.withdrawn"_s, {Verb::Withdraw, u"why"}},
        {u"incident.restricted"_s, {Verb::Restrict, u"members=who why"}},
        {u"member.added"_s, {Verb::AddMember, u"person=who why"}},
        {u"member.removed"_s, {Verb::RemoveMember, u"person=who why"}},
        {u"rule.overridden"_s, {Verb::Override, u"rule=id why"}},
        {u"flag.set"_s, {Verb::Flag, u"flag=id why"}},
        {u"flag.cleared"_s, {Verb::Unflag, u"flag=id why"}},
        {u"page.done"_s, {Verb::Page, u"who why"}},
        {u"change.approved"_s, {Verb::Approve, u"change=ref"}},
        {u"change.executed"_s, {Verb::Execute, u"change=ref"}},
        {u"change.verified"_s, {Verb::VerifyChange, u"change=ref result"}},
        {u"update.approved"_s, {Verb::ApproveUpdate, u"update=ref"}},
        {u"update.sent"_s, {Verb::Send, u"update=ref via"}},
        {u"order.acknowledged"_s, {Verb::Ack, u"order=ref"}},
        {u"entry.retracted"_s, {Verb::Retract, u"entry=ref why"}},
    };
    return table;
}

/// Objects are named by the short id that people type.
QString shortRef(const QString &id, const IncidentState &state)
{
    if (const Change *change = state.change(id))
        return change->id;
    if (const Update *update = state.update(id))
        return update->id;
    if (const Order *order = state.order(id))
        return order->id;
    const auto row = state.entryByEvent.constFind(id);
    return row == state.entryByEvent.constEnd() ? QString() : u"E%1"_s.arg(row.value() + 1);
}

std::optional<QJsonObject> argsOf(const Way &way, const QJsonObject &body, const IncidentState &state)
{
    QJsonObject args;
    for (const QStringView part : way.args.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype sign = part.indexOf(u'=');
        const QString key = part.left(sign < 0 ? part.size() : sign).toString();
        const QString name = sign < 0 ? key : part.mid(sign + 1).toString();
        QJsonValue value = body.value(key);
        if (value.isUndefined() || value == QJsonValue(QString()))
            continue;
        if (name == "who"_L1 && !value.isArray())
            value = QJsonArray{value};
        if (name == "ref"_L1) {
            value = shortRef(value.toString(), state);
            if (value.toString().isEmpty())
                return std::nullopt;
        }
        args.insert(name, value);
    }
    return args;
}

} // namespace

QString refusedWords(const Event &event, const IncidentState &state, const Process &process)
{
    const ProcessNames names(process);
    return entryText(event.type, event.body(), state, &names).simplified();
}

QString refusedLine(const Event &event, const IncidentState &state, const Process &process)
{
    const QJsonObject body = event.body();
    const RoleDef *commander = process.commander();
    const bool claims = event.type == "role.taken"_L1 && commander && body.value(u"role").toString() == commander->id;
    if (claims)
        return formatEntry({Verb::Claim, {}, {}, {}});
    const auto way = ways().constFind(event.type);
    auto args = way == ways().constEnd() ? std::nullopt : argsOf(*way, body, state);
    if (!args)
        return formatEntry({Verb::Note, {}, {}, {{u"text"_s, refusedWords(event, state, process)}}});
    if (event.type == "role.left"_L1)
        args->insert(u"leave"_s, true);
    return formatEntry({way->verb, {}, {}, *args});
}

QString refusalText(const QString &reason, const QString &rule)
{
    static const QHash<QString, QString> texts{
        {u"held"_s, Text::tr("Somebody else holds this role.")},
        {u"stale-term"_s, Text::tr("Command changed hands before it arrived.")},
        {u"not-yourself"_s, Text::tr("Only the person who is logged in can do this.")},
        {u"no-offer"_s, Text::tr("There is no such handover any more.")},
        {u"not-held"_s, Text::tr("Who was to be followed did not hold the role.")},
        {u"not-member"_s, Text::tr("The incident is private, and not everybody concerned belongs to it.")},
        {u"recorder"_s, Text::tr("It was recorded under another name than that of the login.")},
        {u"not-approved"_s, Text::tr("It had not been approved.")},
        {u"not-authorised"_s, Text::tr("This is for somebody else to do.")},
        {u"not-allowed"_s, Text::tr("The process does not allow this.")}};
    const QString text = texts.value(reason, Text::tr("The backend did not take it (%1).").arg(reason));
    return rule.isEmpty() ? text : Text::tr("%1 Rule: %2.").arg(text, rule);
}

} // namespace fireline::window
