// SPDX-License-Identifier: GPL-3.0-or-later
#include "linegen.h"

#include "entrygen.h"

#include <QStringList>

#include <vector>

using namespace Qt::StringLiterals;

namespace fireline::domain::test {

namespace {

template<typename T>
QStringList idsOf(const QList<T> &defs)
{
    QStringList ids;
    for (const T &def : defs)
        ids.append(def.id);
    return ids;
}

QStringList ruleIds(const Process &process)
{
    QStringList ids;
    for (const Envelope *rule : process.rules())
        ids.append(rule->id);
    return ids;
}

/// What a word in angle brackets stands for.
QStringList choices(const QString &name, const Process &process)
{
    if (name == u"who")
        return {u"@ana"_s, u"@bo"_s, u"@cy"_s, u"@ic"_s};
    if (name == u"phase")
        return idsOf(process.phases);
    if (name == u"sev")
        return idsOf(process.severities);
    if (name == u"role")
        return idsOf(process.roles);
    if (name == u"flag")
        return idsOf(process.flags) + QStringList{u"none"_s};
    if (name == u"audience")
        return idsOf(process.audiences);
    if (name == u"review")
        return idsOf(process.reviews);
    if (name == u"list")
        return idsOf(process.fields).isEmpty() ? QStringList() : [&] {
            QStringList ids;
            for (const ListRule &list : process.lists)
                ids.append(list.rule.id);
            return ids;
        }();
    if (name == u"gate" || name == u"rule")
        return ruleIds(process);
    if (name == u"n")
        return {u"1"_s, u"2"_s, u"3"_s, u"7"_s};
    if (name == u"field")
        return idsOf(process.fields);
    if (name == u"record")
        return {u"triage"_s, u"ack"_s, u"announcement"_s, u"resolution"_s, u"closure"_s, u"ticket"_s, u"sitrep"_s};
    return {name};
}

const QStringList &shapes()
{
    static const QStringList all = {
        u"/claim"_s,
        u"/confirm real"_s,
        u"/confirm false a test"_s,
        u"/begin"_s,
        u"/sev <sev> changed"_s,
        u"/phase <phase>"_s,
        u"/role <who> <role>"_s,
        u"/role - <role>"_s,
        u"/impact start"_s,
        u"/impact end"_s,
        u"/impact spreading yes"_s,
        u"/impact users 1200"_s,
        u"/flag <flag> seen"_s,
        u"/unflag <flag>"_s,
        u"/private <who> personal data"_s,
        u"/member <who>"_s,
        u"/unmember <who> not concerned"_s,
        u"/alert Errors service=web"_s,
        u"/ackalert #L<n>"_s,
        u"/clearalert #L<n>"_s,
        u"/silencealert #L<n> known"_s,
        u"/report cannot pay region:EU"_s,
        u"/note seen"_s,
        u"/finding slow #db"_s,
        u"/todo why no page"_s,
        u"/field <field>=x"_s,
        u"/field <field>=true"_s,
        u"/action <who> restart +10m"_s,
        u"/ask <who> better? +3m"_s,
        u"/timer +15m check DNS"_s,
        u"/ack #A<n>"_s,
        u"/done #A<n> 2 %"_s,
        u"/fail #A<n> no access"_s,
        u"/extend #A<n> +5m"_s,
        u"/cancel #A<n> not needed"_s,
        u"/hyp lock on orders"_s,
        u"/test #H<n> look"_s,
        u"/confirmed #H<n> seen"_s,
        u"/ruleout #H<n> no"_s,
        u"/change roll back kind:deploy risk:high"_s,
        u"/change roll back staged"_s,
        u"/approve #C<n>"_s,
        u"/refuse #C<n> no"_s,
        u"/execute #C<n>"_s,
        u"/verify #C<n> fine"_s,
        u"/breach #C<n> done before"_s,
        u"/breach <rule> done before"_s,
        u"/mitigation 2 rolled back result=partial status=Monitoring"_s,
        u"/mitigation rollback x temporary"_s,
        u"/result #M<n> restored"_s,
        u"/decision wait"_s,
        u"/poll fail over"_s,
        u"/ok #P<n>"_s,
        u"/object #P<n> stale"_s,
        u"/closepoll #P<n>"_s,
        u"/draft <audience> Investigating summary=x <field>=y"_s,
        u"/draft <record> <field>=y"_s,
        u"/edit #U<n> <field>=z"_s,
        u"/askapproval #U<n>"_s,
        u"/approveupdate #U<n>"_s,
        u"/send #U<n>"_s,
        u"/sendoutcome #U<n> unknown"_s,
        u"/reply <audience> hello"_s,
        u"/cadence update/<audience> 10m"_s,
        u"/cadence checkin 5m"_s,
        u"/snooze <rule> 5m busy"_s,
        u"/checkin <who>"_s,
        u"/page <who> now"_s,
        u"/notify <who> now"_s,
        u"/escalate <rule>"_s,
        u"/escalate"_s,
        u"/answered <rule> <n> on my way"_s,
        u"/skip <rule> <n> known"_s,
        u"/handover <who> <role>"_s,
        u"/handover <who>"_s,
        u"/able"_s,
        u"/shadow"_s,
        u"/sitrep all is well"_s,
        u"/handing"_s,
        u"/ihavecommand"_s,
        u"/decline tired"_s,
        u"/takeover away"_s,
        u"/check <list> <n>"_s,
        u"/uncheck <list> <n>"_s,
        u"/skipitem <list> <n> no"_s,
        u"/start <list>"_s,
        u"/gate <gate> <n> seen"_s,
        u"/override <rule> must be"_s,
        u"/rootcause what=a why=b when=c how=d evidence=e"_s,
        u"/resolve"_s,
        u"/resolve root_cause=a resolution=b"_s,
        u"/reopen back again"_s,
        u"/close"_s,
        u"/correct #E<n> text=other"_s,
        u"/retime #E<n> 10:00"_s,
        u"/retract #E<n> wrong"_s,
        u"/restore #E<n>"_s,
        u"/pin #E<n>"_s,
        u"/tag #E<n> #db"_s,
        u"/review <review> section=Summary text"_s,
        u"/why because"_s,
        u"/why #E1 because of something else"_s,
        u"/why #E2 because of the second"_s,
        u"/factor load"_s,
        u"/item fix owner=bo due=2025-03-20 tag=detection ticket=X-1"_s,
        u"/itemdone #I<n>"_s,
        u"/schedule <review> 2025-03-05 14:00"_s,
        u"/held <review> who=ana,bo"_s,
        u"/closereview <review>"_s,
        u"/system slack.channel done"_s,
        u"/withdraw a test"_s,
    };
    return all;
}

QString anyOf(const QStringList &list)
{
    return list.isEmpty() ? u"none"_s : list.at(*rc::gen::inRange<qsizetype>(0, list.size()));
}

} // namespace

rc::Gen<QString> anyLineFor(const Process &process)
{
    // A copy: a line that shows a fault is made smaller after the incident it was made for has gone.
    return rc::gen::exec([process]() -> QString {
        if (*rc::gen::inRange(0, 12) == 0)
            return formatEntry(*anyCommand());
        // Withdrawing ends it all: rare, and the last of the shapes.
        const qsizetype last = *rc::gen::inRange(0, 40) == 0 ? shapes().size() : shapes().size() - 1;
        QString line = shapes().at(*rc::gen::inRange<qsizetype>(0, last));
        for (qsizetype open = line.indexOf(u'<'); open >= 0; open = line.indexOf(u'<')) {
            const qsizetype close = line.indexOf(u'>', open);
            line.replace(open, close - open + 1, anyOf(choices(line.mid(open + 1, close - open - 1), process)));
        }
        return line;
    });
}

} // namespace fireline::domain::test
