// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/proposal.h"
#include "process/fieldname.h"
#include "state/contestedfields.h"
#include "state/orderanswers.h"
#include "state/statements.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideEntries)
};

QString kindWord(Verb verb)
{
    return verb == Verb::Finding ? u"finding"_s : verb == Verb::Todo ? u"todo"_s : u"note"_s;
}

Outcome<Proposal> post(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("Write what happened, then press Enter."));
    // What a program notes by itself is no person's word.
    const bool machine = a.command().verb == Verb::Note && a.command().args.value(u"connector").toBool();
    QJsonObject body{{u"kind"_s, machine ? u"system"_s : kindWord(a.command().verb)}, {u"text"_s, a.arg(u"text")}};
    if (!a.fields().isEmpty())
        body.insert(u"fields"_s, a.fields());
    // What two people set at once: these do not count. No line that is typed says so.
    if (const QJsonArray settled = a.command().args.value(settlesKey).toArray(); !settled.isEmpty())
        body.insert(settlesKey.toString(), settled);
    Proposal proposal = a.propose(u"entry.posted"_s, body, Act::EntryPost);
    // A finding of one line stays free; forms ask of one that is written out in fields or was got hands-on (SRE-42, NIN-11).
    const bool handsOn = proposal.atHand.handsOn;
    if (a.command().verb == Verb::Finding && (handsOn || !a.fields().isEmpty()))
        proposal.record = RecordAtHand{u"finding"_s, {}, a.fields(), a.arg(u"text")};
    return proposal;
}

Outcome<Proposal> setField(const Asking &a)
{
    if (a.fields().isEmpty())
        return refusal(u"usage"_s, Text::tr("Name a field and its value: /field blast_radius=global."));
    const QJsonObject fields = a.fields();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const FieldDef *field = a.process().field(it.key());
        if (!field) {
            QStringList known;
            for (const FieldDef &def : a.process().fields)
                known.append(u"%1 (%2)"_s.arg(fieldName(def.id, a.process()), def.id));
            return noSuch(Text::tr("field"), it.key(), known);
        }
        if (field->type == FieldType::Choice && !field->values.contains(it.value().toString(), Qt::CaseInsensitive))
            return refusal(u"field-invalid"_s, Text::tr("%1 must be one of: %2.").arg(field->name, field->values.join(u", "_s)));
    }
    return a.propose(u"field.set"_s, {{u"fields"_s, fields}}, Act::EntryPost);
}

Outcome<Proposal> rootCause(const Asking &a)
{
    static const QStringList asked = {u"what"_s, u"why"_s, u"when"_s, u"how"_s, u"evidence"_s};
    QStringList missing;
    for (const QString &key : asked) {
        if (a.fields().value(key).toString().trimmed().isEmpty())
            missing.append(key);
    }
    if (!missing.isEmpty())
        return refusal(u"field-missing"_s,
                       Text::tr("State the root cause in full. Missing: %1.").arg(fieldsAsked(missing, a.process())));
    const RecordAtHand record{u"finding"_s, {}, a.fields(), a.arg(u"text")};
    QJsonArray forms;
    for (const FormRule *form : formsOf(record, a.context()))
        forms.append(form->rule.id);
    Proposal proposal = a.propose(u"finding.rootCause"_s, {{u"fields"_s, a.fields()}, {u"forms"_s, forms}}, Act::EntryPost);
    proposal.record = record;
    return proposal;
}

Outcome<Proposal> alert(const Asking &a)
{
    const QString name = a.arg(u"id").isEmpty() ? a.arg(u"text") : a.arg(u"id");
    if (name.isEmpty())
        return refusal(u"usage"_s, Text::tr("Name the alert: /alert DiskFull service=db."));
    QJsonObject labels = a.fields();
    QString fingerprint = labels.take(u"fingerprint"_s).toString();
    if (fingerprint.isEmpty()) {
        const QByteArray content = name.toUtf8() + QJsonDocument(labels).toJson(QJsonDocument::Compact);
        fingerprint = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(16));
    }
    return a.propose(u"alert.fired"_s,
                     {{u"name"_s, name},
                      {u"fingerprint"_s, fingerprint},
                      {u"labels"_s, labels},
                      {u"startsAtUs"_s, a.at().us},
                      {u"source"_s, a.arg(u"source").isEmpty() ? u"hand"_s : a.arg(u"source")}},
                     Act::EntryPost);
}

Outcome<Proposal> moveAlert(const Asking &a)
{
    const Alert *found = a.state().alert(a.arg(u"ref"));
    if (!found)
        return noSuch(Text::tr("alert"), a.arg(u"ref"));
    const QString type = a.command().verb == Verb::AckAlert       ? u"alert.acknowledged"_s
                         : a.command().verb == Verb::SilenceAlert ? u"alert.silenced"_s
                                                                  : u"alert.cleared"_s;
    if (found->state == Alert::State::Cleared || (type == "alert.acknowledged"_L1 && found->acknowledged))
        return refusal(u"no-change"_s, Text::tr("%1 is that already.").arg(found->id));
    return a.propose(type, {{u"alert"_s, found->eventId}, {u"why"_s, a.arg(u"why")}}, Act::EntryPost);
}

Outcome<Proposal> report(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say what the customer sees: /report tickets cannot be created region:EU."));
    QJsonObject fields = a.fields();
    if (fields.contains(u"kind"_s) && !fields.contains(u"workspace_type"_s))
        fields.insert(u"workspace_type"_s, fields.take(u"kind"_s));
    if (!fields.contains(u"symptom"_s))
        fields.insert(u"symptom"_s, a.arg(u"text"));
    return a.propose(u"report.received"_s, {{u"text"_s, a.arg(u"text")}, {u"fields"_s, fields}}, Act::EntryPost);
}

Outcome<Proposal> attach(const Asking &a)
{
    if (a.arg(u"sha256").size() != 64) {
        if (a.command().verb == Verb::Snap)
            return refusal(u"usage"_s, Text::tr("Only a window that shows graphs can keep them. Attach a picture instead: "
                                                "/attach FILE."));
        return refusal(u"usage"_s, Text::tr("Name a file to attach: /attach FILE."));
    }
    return a.propose(u"attachment.added"_s,
                     {{u"sha256"_s, a.arg(u"sha256")},
                      {u"name"_s, a.arg(u"name")},
                      {u"bytes"_s, a.command().args.value(u"bytes").toInteger()},
                      {u"text"_s, a.arg(u"text")}},
                     Act::EntryPost);
}

Outcome<Proposal> correct(const Asking &a)
{
    const Entry *entry = a.state().entry(a.arg(u"ref"));
    if (!entry)
        return noSuch(Text::tr("entry"), a.arg(u"ref"));
    const QJsonObject fields = a.fields();
    const QString field = fields.contains(u"kind"_s) ? u"kind"_s : u"text"_s;
    const QString given = fields.value(field).toString(a.arg(u"text")).trimmed();
    const bool words = field == "text"_L1;
    if (given.isEmpty())
        return refusal(u"usage"_s, Text::tr("Give the corrected text: /correct #%1 text=\"…\".").arg(a.arg(u"ref")));
    const QString old = words ? withoutLead(a.state(), *entry, entry->text) : entry->kind;
    const QString said = words ? withoutLead(a.state(), *entry, given) : given;
    return a.propose(
        u"entry.corrected"_s,
        {{u"entry"_s, entry->eventId}, {u"field"_s, field}, {u"old"_s, old}, {u"new"_s, said}, {u"why"_s, a.arg(u"why")}},
        Act::EntryPost);
}

Outcome<Proposal> retime(const Asking &a)
{
    const Entry *entry = a.state().entry(a.arg(u"ref"));
    if (!entry)
        return noSuch(Text::tr("entry"), a.arg(u"ref"));
    const Instant to{a.command().args.value(u"timeUs").toInteger()};
    if (!to.isSet() || to > a.now() + Span::minutes(2))
        return refusal(u"usage"_s, Text::tr("Give the time when it happened: /retime #%1 14:05.").arg(a.arg(u"ref")));
    return a.propose(u"entry.retimed"_s,
                     {{u"entry"_s, entry->eventId}, {u"fromUs"_s, entry->at.us}, {u"toUs"_s, to.us}, {u"why"_s, a.arg(u"why")}},
                     Act::EntryPost);
}

bool isRetractable(const QString &type)
{
    static const QStringList types = {u"entry.posted"_s,     u"impact.stated"_s, u"report.received"_s,   u"decision.made"_s,
                                      u"attachment.added"_s, u"checkin.made"_s,  u"finding.rootCause"_s, u"hypothesis.proposed"_s,
                                      u"why.added"_s,        u"factor.added"_s,  u"actionItem.added"_s};
    return types.contains(type);
}

// An action item is also meant by its number.
const Entry *entryMeant(const Asking &a)
{
    const ActionItemRecord *item = a.state().actionItem(a.arg(u"ref"));
    return a.state().entry(item ? item->eventId : a.arg(u"ref"));
}

Outcome<Proposal> retract(const Asking &a)
{
    const Entry *entry = entryMeant(a);
    if (!entry)
        return noSuch(Text::tr("entry"), a.arg(u"ref"));
    const bool restores = a.command().verb == Verb::Restore;
    if (entry->retracted != restores)
        return refusal(u"no-change"_s,
                       restores ? Text::tr("This entry is not retracted.") : Text::tr("This entry is retracted already."));
    if (restores)
        return a.propose(u"entry.restored"_s, {{u"entry"_s, entry->eventId}, {u"why"_s, a.arg(u"why")}});
    // What became of an order is taken back as long as nobody has said anything later of it.
    if (!isRetractable(entry->type) && !lastAnswered(a.state(), entry->eventId))
        return refusal(u"state"_s,
                       Text::tr("This changed the incident: it cannot be retracted. Set it anew with the verb that made it."));
    if (a.arg(u"why").isEmpty())
        return refusal(u"usage"_s, Text::tr("Say why it is retracted: /retract #%1 wrong host.").arg(a.arg(u"ref")));
    // Taking evidence out of sight is an act of its own, which a process can forbid (SRE-23).
    return a.propose(u"entry.retracted"_s, {{u"entry"_s, entry->eventId}, {u"why"_s, a.arg(u"why")}},
                     entry->evidence ? Act::EvidenceRemove : Act::EntryRetract);
}

Outcome<Proposal> mark(const Asking &a)
{
    const Entry *entry = a.state().entry(a.arg(u"ref"));
    if (!entry)
        return noSuch(Text::tr("entry"), a.arg(u"ref"));
    if (a.command().verb == Verb::Pin)
        return a.propose(u"entry.pinned"_s, {{u"entry"_s, entry->eventId}});
    const QString tag = a.command().args.value(u"tags").toArray().at(0).toString(a.arg(u"id"));
    if (tag.isEmpty())
        return refusal(u"usage"_s, Text::tr("Name the tag: /tag #%1 #db.").arg(a.arg(u"ref")));
    Proposal proposal = a.propose(u"entry.tagged"_s, {{u"entry"_s, entry->eventId}, {u"tag"_s, tag}});
    proposal.events.first().payload.remove(u"tags"_s);
    return proposal;
}

Outcome<Proposal> systemDid(const Asking &a)
{
    const QString system = a.arg(u"id").section(u'.', 0, 0);
    const QString thing = a.arg(u"id").section(u'.', 1);
    if (system.isEmpty() || thing.isEmpty())
        return refusal(u"usage"_s, Text::tr("Name what the system did: /system slack.channel done."));
    const QString outcome = a.arg(u"outcome").isEmpty() ? u"done"_s : a.arg(u"outcome");
    return a.propose(u"system.did"_s, {{u"system"_s, system},
                                       {u"thing"_s, thing},
                                       {u"outcome"_s, outcome},
                                       {u"fields"_s, a.fields()},
                                       {u"byHand"_s, !a.command().args.value(u"connector").toBool()}});
}

} // namespace

QHash<Verb, Proposer> entryProposers()
{
    return {{Verb::Note, post},
            {Verb::Finding, post},
            {Verb::Todo, post},
            {Verb::Field, setField},
            {Verb::RootCause, rootCause},
            {Verb::Alert, alert},
            {Verb::AckAlert, moveAlert},
            {Verb::SilenceAlert, moveAlert},
            {Verb::ClearAlert, moveAlert},
            {Verb::Report, report},
            {Verb::Attach, attach},
            {Verb::Snap, attach},
            {Verb::Correct, correct},
            {Verb::Retime, retime},
            {Verb::Retract, retract},
            {Verb::Restore, retract},
            {Verb::Pin, mark},
            {Verb::Tag, mark},
            {Verb::System, systemDid}};
}

} // namespace fireline::domain
