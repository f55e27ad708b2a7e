// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/stateids.h"

#include "clocks/runningclock.h"
#include "entry/entrytr.h"
#include "process/deputy.h"
#include "process/fieldname.h"
#include "process/gatewords.h"
#include "rules/phaseway.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

template<typename Def>
QList<EntryName> named(const QList<Def> &defs)
{
    QList<EntryName> names;
    for (const Def &def : defs)
        names.append({def.id, def.name});
    return names;
}

template<typename Rule>
QList<EntryName> ruleNames(const QList<Rule> &rules)
{
    QList<EntryName> names;
    for (const Rule &rule : rules)
        names.append({rule.rule.id, rule.rule.say});
    return names;
}

QList<EntryName> gateNames(const Process &process)
{
    QList<EntryName> names;
    for (const GateRule &gate : process.gates)
        names.append({gate.rule.id, gateWords(gate)});
    return names;
}

QList<EntryName> roleNames(const IncidentState &state, const Process &process)
{
    QList<EntryName> names;
    for (const RoleDef &role : process.roles) {
        const QStringList holders = state.holders(role.id);
        names.append({role.aliases.value(0, role.id),
                      holders.isEmpty() ? role.name : u"%1 \u00b7 %2"_s.arg(role.name, holders.join(u", "_s))});
    }
    names += named(process.contacts);
    for (const RoleDef &role : process.roles)
        names.append({deputyOf(role.id), roleTitle(deputyOf(role.id), process)});
    return names;
}

QList<EntryName> overridable(const Process &process)
{
    QList<EntryName> names;
    for (const Envelope *rule : process.rules()) {
        if (rule->passedBy)
            names.append({rule->id, rule->say});
    }
    return names;
}

QList<EntryName> targets(const Process &process)
{
    QList<EntryName> names = named(process.audiences);
    for (const FormRule &form : process.forms) {
        const QString word = form.target.toText();
        const bool drafted = form.target.record == RecordKind::Update;
        if (!drafted && std::none_of(names.begin(), names.end(), [&](const EntryName &n) { return n.word == word; }))
            names.append({word, form.rule.say});
    }
    return names;
}

QList<EntryName> states(const Process &process)
{
    QList<EntryName> names;
    for (const AudienceDef &audience : process.audiences) {
        for (const QString &state : audience.states) {
            if (std::none_of(names.begin(), names.end(), [&](const EntryName &n) { return n.word == state; }))
                names.append({state, {}});
        }
    }
    return names;
}

// Where it goes on to is what is meant; where it stands is no news.
QList<EntryName> phases(const IncidentState &state, const Process &process, Instant now)
{
    const PhaseDef *present = presentPhase({state, process, now});
    const auto place = [&](const EntryName &name) {
        const qsizetype next = present ? present->next.indexOf(name.word) : -1;
        return present && name.word == present->id ? process.phases.size() + 1 : next < 0 ? process.phases.size() : next;
    };
    QList<EntryName> names = named(process.phases);
    std::stable_sort(names.begin(), names.end(), [&](const EntryName &a, const EntryName &b) { return place(a) < place(b); });
    return names;
}

QList<EntryName> clocks(const IncidentState &state, const Process &process, Instant now)
{
    QList<EntryName> names;
    for (const RunningClock &clock : runningClocks(state, process, now)) {
        if (clock.running())
            names.append({clock.id, clock.text});
    }
    names.append({u"late"_s, EntryTr::tr("all that is late")});
    return names;
}

QList<EntryName> cadenceItems(const Process &process)
{
    QList<EntryName> names;
    for (const CadenceRule &rule : process.cadences) {
        const QString item = wordOf(rule.item);
        names.append({rule.arg.isEmpty() ? item : item + u'/' + rule.arg, rule.rule.say});
    }
    const QString checkIn = wordOf(CadenceKind::CheckIn);
    if (std::none_of(names.begin(), names.end(), [&](const EntryName &name) { return name.word == checkIn; }))
        names.append({checkIn, {}});
    return names;
}

QList<EntryName> options(const Process &process)
{
    QList<EntryName> names;
    for (const ListRule &list : process.lists) {
        if (list.use != ListUse::Options || list.forKind != ListRule::For::Act || list.forAct != Act::MitigationApply)
            continue;
        for (const ListItem &item : list.items)
            names.append({item.label(), {}});
    }
    return names;
}

QList<EntryName> systems(const Process &process)
{
    QList<EntryName> names;
    for (auto it = process.systems.begin(); it != process.systems.end(); ++it)
        names.append({it.key() + u'.', {}});
    return names;
}

// What a verb records, in the words that forms are for.
QString recordOf(const Command &command)
{
    switch (command.verb) {
    case Verb::Declare: return u"declare"_s;
    case Verb::Action: return u"order"_s;
    case Verb::Finding: return u"finding"_s;
    case Verb::Change: return u"change"_s;
    case Verb::Mitigation: return u"mitigation"_s;
    case Verb::Sitrep: return u"sitrep"_s;
    case Verb::ActionItem: return u"action_item"_s;
    case Verb::ReviewEdit:
    case Verb::Held: return u"review"_s;
    case Verb::Resolve: return u"resolution"_s;
    case Verb::Close: return u"closure"_s;
    case Verb::Reply: return u"reply"_s;
    default: return {};
    }
}

bool isFor(const FormRule &form, const Command &command)
{
    if (command.verb != Verb::Draft)
        return wordOf(form.target.record) == recordOf(command);
    const QString id = command.text(u"id");
    const bool same = form.target.toText().compare(id, Qt::CaseInsensitive) == 0;
    return same || form.rule.id == id
           || (form.target.record == RecordKind::Update && form.target.arg.compare(id, Qt::CaseInsensitive) == 0);
}

} // namespace

QList<EntryName> idNames(const IncidentState &state, const Process &process, Instant now, IdKind kind)
{
    switch (kind) {
    case IdKind::None: return {};
    case IdKind::Severity: return named(process.severities);
    case IdKind::Phase: return phases(state, process, now);
    case IdKind::Role: return roleNames(state, process);
    case IdKind::Flag: return named(process.flags);
    case IdKind::List: return ruleNames(process.lists);
    case IdKind::Gate: return gateNames(process);
    case IdKind::Ladder: return ruleNames(process.ladders);
    case IdKind::Rule: return overridable(process);
    case IdKind::Target: return targets(process);
    case IdKind::Audience: return named(process.audiences);
    case IdKind::State: return states(process);
    case IdKind::Review: return named(process.reviews);
    case IdKind::Clock: return clocks(state, process, now);
    case IdKind::CadenceItem: return cadenceItems(process);
    case IdKind::Option: return options(process);
    case IdKind::System: return systems(process);
    }
    return {};
}

bool knowsId(const QList<EntryName> &names, IdKind kind, const QString &word)
{
    if (kind == IdKind::Option || kind == IdKind::System || kind == IdKind::Rule || kind == IdKind::Ladder)
        return true; // any word, or more rules and rungs than are worth completing
    QString clean = QString(word).remove(u' ');
    if (kind == IdKind::Target) {
        const QString record = clean.section(u'/', 0, 0).toLower();
        if (record == "update"_L1)
            clean = clean.mid(record.size() + 1);
        else if (fromWord<RecordKind>(record))
            return true;
    }
    return std::any_of(names.begin(), names.end(), [&](const EntryName &name) {
        return name.word.endsWith(clean, Qt::CaseInsensitive) || name.text.compare(word, Qt::CaseInsensitive) == 0;
    });
}

QList<EntryName> itemNames(const Process &process, const Command &command)
{
    QList<EntryName> names;
    const auto add = [&](const QString &text) { names.append({QString::number(names.size() + 1), text}); };
    const QString id = command.text(u"id");
    if (const ListRule *list = process.list(id)) {
        for (const ListItem &item : list->items)
            add(item.label());
    } else if (const GateRule *gate = process.gate(id)) {
        for (const GateNeed &need : gate->needs)
            add(need.text);
    } else if (const LadderRule *ladder = process.ladder(id)) {
        for (const Rung &rung : ladder->rungs)
            add(rung.effects.isEmpty() ? QString() : rung.effects.first().who.join(u", "_s));
    }
    return names;
}

QList<EntryName> fieldNames(const Process &process, const Command &command)
{
    if (command.verb == Verb::Correct)
        return {{u"text"_s, {}}, {u"kind"_s, {}}};
    QStringList required;
    QStringList others;
    for (const FormRule &form : process.forms) {
        if (!isFor(form, command))
            continue;
        for (const FormField &field : form.fields)
            (field.need == FormField::Need::Optional ? others : required).append(field.id);
    }
    if (command.verb == Verb::Field) {
        for (const FieldDef &def : process.fields)
            others.append(def.id);
    }
    QStringList all = required + others;
    all.removeDuplicates();
    QList<EntryName> names;
    for (const QString &id : std::as_const(all))
        names.append({id, fieldName(id, process)});
    return names;
}

QList<EntryName> fieldValues(const Process &process, const QString &field)
{
    QList<EntryName> names;
    if (const FieldDef *def = process.field(field)) {
        for (const QString &value : def->values)
            names.append({value, {}});
    }
    return names.isEmpty() && field == "severity"_L1 ? named(process.severities) : names;
}

QList<EntryName> draftStates(const Process &process, const Command &command)
{
    const QString id = command.text(u"id").section(u'/', -1);
    const auto &audiences = process.audiences;
    const auto told = std::find_if(audiences.begin(), audiences.end(),
                                   [&](const AudienceDef &a) { return a.id.compare(id, Qt::CaseInsensitive) == 0; });
    QList<EntryName> names;
    if (told != audiences.end()) {
        for (const QString &state : told->states)
            names.append({state, {}});
    }
    if (!names.isEmpty())
        return names;
    for (const EntryName &field : fieldNames(process, command))
        names.append({field.word + u'=', field.text});
    return names;
}

QString defaultAudience(const Process &process)
{
    const auto &audiences = process.audiences;
    const auto outside = std::find_if(audiences.begin(), audiences.end(), [](const AudienceDef &a) { return a.outside; });
    if (outside != audiences.end())
        return outside->id;
    return audiences.isEmpty() ? QString() : audiences.first().id;
}

} // namespace fireline::domain
