// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/proposal.h"
#include "entry/words.h"
#include "process/fieldname.h"
#include "rules/fieldtext.h"
#include "rules/lints.h"
#include "rules/who.h"
#include "state/statements.h"
#include "state/whytree.h"
#include "state/withdrawn.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecideReviews)
};

QStringList reviewIds(const Process &process)
{
    QStringList ids;
    for (const ReviewDef &review : process.reviews)
        ids.append(review.id);
    return ids;
}

// A process with one review needs no name for it.
const ReviewDef *reviewMeant(const Asking &a)
{
    if (a.arg(u"id").isEmpty() && a.process().reviews.size() == 1)
        return &a.process().reviews.first();
    return a.process().review(a.arg(u"id").toLower());
}

Outcome<Proposal> edit(const Asking &a)
{
    const ReviewDef *review = reviewMeant(a);
    if (!review)
        return noSuch(Text::tr("review"), a.arg(u"id"), reviewIds(a.process()));
    QJsonObject sections;
    QJsonObject answers;
    QJsonObject given = a.fields();
    const QString section = given.take(u"section"_s).toString();
    for (auto it = given.begin(); it != given.end(); ++it) {
        const bool isField = a.process().field(it.key()) || it.key().endsWith("_reason"_L1);
        (isField ? answers : sections).insert(it.key(), it.value());
    }
    if (!a.arg(u"text").isEmpty())
        sections.insert(section.isEmpty() ? u"Notes"_s : section, a.arg(u"text"));
    if (sections.isEmpty() && answers.isEmpty())
        return refusal(u"usage"_s,
                       Text::tr("Name a section and its text: /review %1 section=\"What happened\" text.").arg(review->id));
    QJsonObject body{{u"review"_s, review->id}, {u"sections"_s, sections}};
    if (!answers.isEmpty())
        body.insert(u"fields"_s, answers);
    Proposal proposal = a.propose(u"review.edited"_s, body, Act::EntryPost);
    // A review grows piece by piece: what is still missing is asked for when it is closed; the words are linted at once.
    proposal.notices = lintRecord({u"review/"_s + review->id, {}, given, a.arg(u"text")}, a.context());
    for (Notice &notice : proposal.notices)
        notice.effect = notice.effect == RuleEffect::Refuse ? RuleEffect::Warn : notice.effect;
    return proposal;
}

Outcome<Proposal> addFactor(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("Write it out: /factor the probe looked at the wrong port."));
    return a.propose(u"factor.added"_s, {{u"text"_s, a.arg(u"text")}}, Act::EntryPost);
}

// Which question it answers is written down, so that it stands where it was meant to be whatever others add meanwhile.
Outcome<Proposal> addWhy(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(u"usage"_s, Text::tr("Write it out: /why the probe looked at the wrong port."));
    const Statement *answered = latestWhy(a.state());
    if (const QString ref = a.arg(u"ref"); !ref.isEmpty()) {
        const Entry *entry = a.state().entry(ref);
        answered = entry ? statedBy(a.state(), entry->eventId) : nullptr;
        const bool happened = entry && entry->type == "incident.declared"_L1;
        if (!happened && (!answered || !isWhy(*answered)))
            return refusal(u"usage"_s, Text::tr("%1 is no why. Name the row of one, or E1 for what happened itself.").arg(ref));
        if (answered && answered->withdrawn)
            return refusal(u"state"_s, Text::tr("%1 was taken out of the record.").arg(ref));
    }
    return a.propose(u"why.added"_s, {{u"text"_s, a.arg(u"text")}, {u"under"_s, answered ? answered->eventId : QString()}},
                     Act::EntryPost);
}

struct OwnedText
{
    QString owner;
    QString text;
};

QString ownerMeant(const Asking &a, const QString &name)
{
    if (name.compare("me"_L1, Qt::CaseInsensitive) == 0)
        return a.by();
    const QString role = roleOrContact(a.process(), name);
    const QStringList holders = role.isEmpty() ? QStringList{name} : peopleOf(role, a.context());
    return holders.isEmpty() ? role : holders.join(u", "_s);
}

/// Who is named at the very end, as "raise the limit @bo": the words stay, for they may be meant as words.
QString namedLast(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at <= 0 || !text.at(at - 1).isSpace())
        return {};
    const QStringView rest = QStringView(text).sliced(at);
    const Quoted full = rest.startsWith(u"@\"") ? readQuoted(rest.sliced(1)) : Quoted();
    if (full.length > 0)
        return full.length + 1 == rest.size() ? full.text : QString();
    return mentionLength(rest) == rest.size() ? rest.sliced(1).toString() : QString();
}

/// "@bo raise the limit" is bo's, as it is with /action. A name alone says nothing to do: it stays the text.
OwnedText ownedText(const Asking &a)
{
    const QString text = a.arg(u"text");
    const Quoted full = text.startsWith("@\""_L1) ? readQuoted(QStringView(text).sliced(1)) : Quoted();
    qsizetype begin = full.length > 0 ? full.length + 1 : mentionLength(wordAt(text, 0));
    const QString name = full.length > 0 ? full.text : text.mid(1, begin - 1);
    if (begin > 0 && begin < text.size() && QStringView(u",:;").contains(text.at(begin)))
        ++begin;
    const bool parted = begin > 0 && begin < text.size() && text.at(begin).isSpace();
    if (!parted) {
        const QString last = namedLast(text);
        return {last.isEmpty() ? QString() : ownerMeant(a, last), text};
    }
    return {ownerMeant(a, name), text.sliced(begin).trimmed()};
}

/// What an action item takes: what the process asks of it first.
QStringList itemFields(const Asking &a)
{
    QStringList ids;
    for (const FormRule *form : formsOf({u"action_item"_s, {}, {}, {}}, a.context())) {
        for (const FormField &field : form->fields)
            ids.append(field.id);
    }
    ids += QStringList{u"owner"_s, u"due"_s, u"tag"_s, u"ticket"_s, u"priority"_s};
    ids.removeDuplicates();
    return ids;
}

/// A word that no action item has would be kept and count for nothing: whoever writes kind= means tag=.
std::optional<Problem> unknownField(const Asking &a, const QJsonObject &given)
{
    const QStringList known = itemFields(a);
    for (auto it = given.begin(); it != given.end(); ++it) {
        const QString id = it.key().endsWith("_reason"_L1) ? it.key().chopped(7) : it.key();
        if (id == "what"_L1 || known.contains(id))
            continue;
        QStringList named;
        for (const QString &one : known) {
            const FieldDef *def = a.process().field(one);
            const QString values = def ? def->values.join(u", "_s) : QString();
            named.append(values.isEmpty()
                             ? Text::tr("%1= (%2)", "word of a field, its name").arg(one, fieldName(one, a.process()))
                             : Text::tr("%1= (%2: %3)", "word of a field, its name, its values")
                                   .arg(one, fieldName(one, a.process()), values));
        }
        return refusal(u"usage"_s, Text::tr("An action item has no %1=. It takes %2.").arg(it.key(), named.join(u", "_s)));
    }
    return std::nullopt;
}

Outcome<Proposal> addItem(const Asking &a)
{
    if (a.arg(u"text").isEmpty())
        return refusal(
            u"usage"_s,
            Text::tr("Say what is to be done: /item add replication lag alert owner=ana due=2025-02-01 tag=detection."));
    if (const auto unknown = unknownField(a, a.fields()))
        return *unknown;
    const OwnedText given = ownedText(a);
    RecordAtHand record{u"action_item"_s, {}, a.fields(), given.text};
    if (!given.owner.isEmpty() && !record.fields.contains(u"owner"_s))
        record.fields.insert(u"owner"_s, given.owner);
    if (!record.fields.contains(u"what"_s))
        record.fields.insert(u"what"_s, given.text);
    Proposal proposal = a.propose(u"actionItem.added"_s, {{u"text"_s, given.text}, {u"fields"_s, record.fields}}, Act::EntryPost);
    proposal.record = record;
    return proposal;
}

Problem takenOut(const ActionItemRecord &item)
{
    return refusal(u"state"_s, Text::tr("%1 was taken out of the record.").arg(item.id));
}

} // namespace

Outcome<Proposal> editActionItem(const Asking &asking, const ActionItemRecord &item)
{
    if (isWithdrawn(asking.state(), item.eventId))
        return takenOut(item);
    QJsonObject changed = asking.fields();
    if (!asking.arg(u"text").isEmpty())
        changed.insert(u"what"_s, asking.arg(u"text"));
    if (changed.isEmpty())
        return refusal(u"usage"_s, Text::tr("Name what changes: /edit #%1 ticket=OPS-12.").arg(item.id));
    if (const auto unknown = unknownField(asking, changed))
        return *unknown;
    if (changed.value(u"what") == QJsonValue(QString()))
        return refusal(u"usage"_s, Text::tr("Say what is to be done, or take %1 back.").arg(item.id));
    RecordAtHand record{u"action_item"_s, {}, item.fields, changed.value(u"what").toString(item.text)};
    for (auto it = changed.begin(); it != changed.end(); ++it)
        record.fields.insert(it.key(), it.value());
    Proposal proposal = asking.propose(u"actionItem.edited"_s, {{u"item"_s, item.eventId}, {u"fields"_s, changed}},
                                       Act::EntryPost);
    proposal.record = record;
    return proposal;
}

namespace {

Outcome<Proposal> itemDone(const Asking &a)
{
    const ActionItemRecord *item = a.state().actionItem(a.arg(u"ref"));
    if (!item)
        return noSuch(Text::tr("action item"), a.arg(u"ref"));
    if (isWithdrawn(a.state(), item->eventId))
        return takenOut(*item);
    if (item->doneAt.isSet())
        return refusal(u"no-change"_s, Text::tr("%1 is done already.").arg(item->id));
    Proposal proposal = a.propose(u"actionItem.done"_s, {{u"item"_s, item->eventId}, {u"text"_s, a.arg(u"text")}},
                                  Act::ActionItemClose);
    proposal.atHand.owner = item->fields.value(u"owner").toString();
    return proposal;
}

Outcome<Proposal> schedule(const Asking &a)
{
    const ReviewDef *review = reviewMeant(a);
    if (!review)
        return noSuch(Text::tr("review"), a.arg(u"id"), reviewIds(a.process()));
    const Instant at{a.command().args.value(u"timeUs").toInteger()};
    if (!at.isSet())
        return refusal(u"usage"_s, Text::tr("Say when: /schedule %1 2025-01-10 14:00.").arg(review->id));
    return a.propose(u"review.scheduled"_s, {{u"review"_s, review->id}, {u"atUs"_s, at.us}}, Act::EntryPost);
}

// Whoever the process wants there and who is not named among those present.
QStringList absent(const ReviewDef &review, const QStringList &present, const Asking &a)
{
    QStringList missing;
    for (const QString &wanted : review.attend) {
        const QStringList people = peopleOf(wanted, a.context());
        bool there = present.contains(wanted, Qt::CaseInsensitive);
        for (const QString &person : people)
            there = there || present.contains(person, Qt::CaseInsensitive);
        if (!there)
            missing.append(namesOf({wanted}, a.context()));
    }
    return missing;
}

Outcome<Proposal> held(const Asking &a)
{
    const QString id = a.arg(u"id").toLower();
    if (id.startsWith("drill/"_L1))
        return a.propose(u"drill.held"_s, {{u"drill"_s, id.mid(6)}}, Act::DrillHold);
    if (id == "process"_L1)
        return a.propose(u"process.reviewed"_s, {{u"text"_s, a.arg(u"text")}}, Act::ProcessReview);
    const ReviewDef *review = reviewMeant(a);
    if (!review)
        return noSuch(Text::tr("review"), a.arg(u"id"), reviewIds(a.process()));
    QStringList present = a.whoWords();
    for (const QString &name : fieldText(a.fields().value(u"who")).split(u',', Qt::SkipEmptyParts))
        present.append(name.trimmed().remove(u'@'));
    if (present.isEmpty())
        return refusal(u"usage"_s, Text::tr("Say who was there: /held %1 who=ana,bo.").arg(review->id));
    QJsonObject fields = a.fields();
    fields.remove(u"who"_s);
    Proposal proposal = a.propose(
        u"review.held"_s, {{u"review"_s, review->id}, {u"who"_s, QJsonArray::fromStringList(present)}, {u"fields"_s, fields}},
        Act::ReviewHold);
    if (const QStringList missing = absent(*review, present, a); !missing.isEmpty())
        proposal.notices.append({RuleEffect::Warn, u"attendance"_s, Text::tr("Not there: %1.").arg(missing.join(u", "_s)),
                                 review->id, review->id, false});
    return proposal;
}

Outcome<Proposal> closeReview(const Asking &a)
{
    const ReviewDef *review = reviewMeant(a);
    if (!review)
        return noSuch(Text::tr("review"), a.arg(u"id"), reviewIds(a.process()));
    const ReviewRecord record = a.state().reviews.value(review->id);
    if (record.closedAt.isSet())
        return refusal(u"no-change"_s, Text::tr("This review is closed already."));
    QJsonObject content = a.state().fields;
    for (auto it = record.sections.begin(); it != record.sections.end(); ++it)
        content.insert(it.key(), it.value());
    Proposal proposal = a.propose(u"review.closed"_s, {{u"review"_s, review->id}}, Act::ReviewClose);
    proposal.record = RecordAtHand{u"review/"_s + review->id, {}, content, {}};
    return proposal;
}

} // namespace

QHash<Verb, Proposer> reviewProposers()
{
    return {{Verb::ReviewEdit, edit},
            {Verb::Why, addWhy},
            {Verb::Factor, addFactor},
            {Verb::ActionItem, addItem},
            {Verb::ActionItemDone, itemDone},
            {Verb::Schedule, schedule},
            {Verb::Held, held},
            {Verb::CloseReview, closeReview}};
}

} // namespace fireline::domain
