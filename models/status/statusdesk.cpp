// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statusdesk.h"

#include "process/fieldname.h"
#include "rules/fieldtext.h"
#include "rules/who.h"
#include "status/affected.h"
#include "status/audience.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

constexpr int rest = 300; // ms

QString audienceId(const QString &target)
{
    return target.section(u'/', 1);
}

// What an update begins with: what was said last; once it is resolved, the last word of the audience, which says so.
QString firstState(const AudienceDef &audience, const Update *last, const IncidentState &state)
{
    if (state.resolvedAt.isSet() && !audience.states.isEmpty())
        return audience.states.last();
    return last && audience.states.contains(last->word) ? last->word : audience.states.value(0);
}

QString firstTarget(const IncidentFeed &feed)
{
    const QList<Audience> all = audiencesNow({feed.state(), feed.process(), feed.clocks(), feed.now()});
    const Audience *first = nullptr;
    for (const Audience &audience : all) {
        const bool sooner = first && audience.dueAt.isSet() && (!first->dueAt.isSet() || audience.dueAt < first->dueAt);
        if (!first || sooner)
            first = &audience;
    }
    return first ? first->target : QString();
}

} // namespace

StatusDesk::StatusDesk(IncidentFeed &feed, QObject *parent) : QObject(parent), m_feed(feed)
{
    m_keepLater.setSingleShot(true);
    m_keepLater.setInterval(rest);
    connect(&m_keepLater, &QTimer::timeout, this, [this] { emit typedChanged(typed()); });
    connect(&feed, &IncidentFeed::applied, this, &StatusDesk::take);
    connect(&feed, &IncidentFeed::reset, this, [this] {
        m_page.target = firstTarget(m_feed);
        rebuild();
    });
    connect(&feed, &IncidentFeed::ticked, this, [this] {
        if (m_feed.now() - m_looked >= Span::minutes(1))
            rebuild();
    });
    m_page.target = firstTarget(feed);
    rebuild();
}

// What was typed in the last moment is kept as well.
StatusDesk::~StatusDesk()
{
    if (m_keepLater.isActive())
        emit typedChanged(typed());
}

void StatusDesk::setTarget(const QString &target)
{
    if (target == m_page.target)
        return;
    m_page.target = target;
    rebuild();
}

void StatusDesk::setState(const QString &word)
{
    StatusWords now = words(target());
    now.state = word;
    write(now);
}

void StatusDesk::setField(const QString &id, const QString &text)
{
    StatusWords now = words(target());
    if (text.trimmed().isEmpty())
        now.fields.remove(id);
    else
        now.fields.insert(id, text);
    write(now);
}

void StatusDesk::setFree(const QString &text)
{
    StatusWords now = words(target());
    now.free = text.trimmed().isEmpty() ? QString() : text;
    write(now);
}

void StatusDesk::takeBefore()
{
    StatusWords now = words(target());
    for (const StatusField &field : m_page.fields) {
        if (!field.before.isEmpty())
            now.fields.insert(field.id, field.before);
    }
    write(now);
}

void StatusDesk::discard()
{
    m_typed.remove(target());
    m_keepLater.start();
    rebuild();
}

void StatusDesk::setBy(const QString &name)
{
    if (m_by.value(target()) == name)
        return;
    m_by.insert(target(), name);
    rebuild();
}

QStringList StatusDesk::people() const
{
    QStringList people(m_feed.state().people.begin(), m_feed.state().people.end());
    people.sort(Qt::CaseInsensitive);
    return people;
}

void StatusDesk::write(const StatusWords &now)
{
    m_pending.clear(); // what was on its way was refused
    if (now == recorded(target()))
        m_typed.remove(target());
    else
        m_typed.insert(target(), now);
    m_keepLater.start();
    rebuild();
}

StatusWords StatusDesk::recorded(const QString &target) const
{
    StatusWords words;
    if (const Update *open = openUpdate(m_feed.state(), target)) {
        words.state = open->word;
        words.free = open->free;
        for (auto it = open->fields.begin(); it != open->fields.end(); ++it) {
            if (const QString text = fieldText(it.value()); !text.isEmpty())
                words.fields.insert(it.key(), text);
        }
        return words;
    }
    words.state = stateToBegin(target);
    return words;
}

QString StatusDesk::stateToBegin(const QString &target) const
{
    const Update *last = lastSentUpdate(m_feed.state(), target);
    const AudienceDef *audience = m_feed.process().audienceDef(audienceId(target));
    return audience && target.startsWith("update/"_L1) ? firstState(*audience, last, m_feed.state()) : QString();
}

// A draft may come from a line that names no state; without one the form would ask nothing.
StatusWords StatusDesk::words(const QString &target) const
{
    StatusWords words = m_typed.value(target, recorded(target));
    if (words.state.isEmpty())
        words.state = stateToBegin(target);
    return words;
}

QStringList StatusDesk::askedIds(const QString &target, const QString &state) const
{
    QStringList ids;
    for (const FormRule *form : formsOf({target, state, {}, {}}, {m_feed.state(), m_feed.process(), m_feed.now()})) {
        for (const FormField &field : form->fields)
            ids.append(field.id);
    }
    return ids;
}

// What was typed for another state of the audience is kept, and not said.
QJsonObject StatusDesk::statedFields(const StatusWords &words, const QStringList &asked)
{
    QJsonObject fields;
    for (auto it = words.fields.begin(); it != words.fields.end(); ++it) {
        if (asked.contains(it.key()))
            fields.insert(it.key(), it.value().trimmed());
    }
    return fields;
}

WordsAtHand StatusDesk::atHand(const StatusPage &page) const
{
    WordsAtHand hand;
    hand.target = page.target;
    hand.state = page.words.state;
    hand.text = page.words.free.trimmed();
    hand.actor = page.by.isEmpty() ? m_feed.profile() : page.by;
    hand.author = hand.actor;
    hand.fields = statedFields(page.words, askedIds(page.target, page.words.state));
    if (const Update *open = page.id.isEmpty() ? nullptr : m_feed.state().update(page.id)) {
        hand.author = open->author;
        hand.approval = {open->approvals, {}, open->approvalAsked};
        if (!page.typed) {
            hand.fields = open->fields;
            hand.text = open->free;
            hand.recorded = true;
        }
    }
    return hand;
}

void StatusDesk::takeAudience(StatusPage &page) const
{
    page.posted = !page.target.startsWith("update/"_L1);
    page.name = page.target.isEmpty() ? QString() : messageName(page.target, m_feed.process());
    if (const AudienceDef *audience = m_feed.process().audienceDef(audienceId(page.target))) {
        page.outside = audience->outside;
        page.states = page.posted ? QStringList() : audience->states;
    }
    page.components = componentsOf(m_feed.process());
}

void StatusDesk::takeRecord(StatusPage &page) const
{
    const Update *open = page.posted ? nullptr : openUpdate(m_feed.state(), page.target);
    if (!open)
        return;
    page.id = open->id;
    page.state = int(open->state);
    page.author = open->author;
    page.writtenAt = open->editedAt.isSet() ? open->editedAt : open->draftedAt;
    page.behind = entriesSince(m_feed.state(), *open);
    page.asked = open->approvalAsked;
}

// An answer of the incident itself, else what the same readers were told last. A time that was promised then is over.
QString StatusDesk::saidBefore(const StatusField &field, const StatusPage &page) const
{
    if (!field.known.isEmpty() || field.type == FieldType::Time || page.words.fields.contains(field.id))
        return {};
    const QString stated = fieldText(m_feed.state().fields.value(field.id));
    const Update *last = stated.isEmpty() ? lastSentUpdate(m_feed.state(), page.target) : nullptr;
    return last ? fieldText(last->fields.value(field.id)) : stated;
}

void StatusDesk::takeFields(StatusPage &page) const
{
    const Publishing &said = page.publishing;
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    RecordAtHand open = said.record;
    open.fields = {};
    const QJsonObject known = filledFields(open, context);
    for (const FormRule *form : said.forms) {
        for (const FormField &need : form->fields) {
            const bool there = std::any_of(page.fields.begin(), page.fields.end(),
                                           [&](const StatusField &field) { return field.id == need.id; });
            if (there)
                continue;
            StatusField field;
            field.id = need.id;
            field.need = need.need;
            field.name = fieldName(need.id, m_feed.process());
            if (const FieldDef *def = m_feed.process().field(need.id)) {
                field.type = def->type;
                field.values = def->values;
            }
            field.known = fieldText(known.value(need.id));
            field.before = saidBefore(field, page);
            field.missing = !isSatisfied(need.need, fieldText(said.record.fields.value(need.id)));
            page.fields.append(field);
        }
    }
}

// What is filled in for an answer that is not given looks like one.
QString StatusDesk::previewOf(const StatusPage &page) const
{
    if (page.words.saysNothing())
        return {};
    RecordAtHand record = page.publishing.record;
    for (const StatusField &field : page.fields) {
        if (field.missing)
            record.fields.insert(field.id, u"‹%1›"_s.arg(field.name));
    }
    return renderedText(record, {m_feed.state(), m_feed.process(), m_feed.now()});
}

void StatusDesk::rebuild()
{
    StatusPage page;
    page.target = m_page.target;
    m_looked = m_feed.now();
    takeAudience(page);
    takeRecord(page);
    page.words = words(page.target);
    page.by = m_by.value(page.target);
    const bool differs = m_typed.contains(page.target) || !(page.words == recorded(page.target));
    page.typed = differs && !(page.id.isEmpty() && page.words.saysNothing());
    page.publishing = publishing(atHand(page), m_feed.state(), m_feed.process(), m_feed.now());
    takeFields(page);
    takeComponents(page);
    page.preview = previewOf(page);
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    page.approvers = page.publishing.approvers.isEmpty() ? QString() : namesOf(page.publishing.approvers, context);
    if (const Update *open = page.id.isEmpty() ? nullptr : m_feed.state().update(page.id)) {
        for (const Approval &approval : open->approvals) {
            const bool holds = approval.hash == open->hash && !page.typed;
            (holds ? page.approved : page.voidApprovals).append(approval.by);
        }
        page.approved.removeDuplicates();
        page.voidApprovals.removeDuplicates();
    }
    m_page = page;
    emit changed();
}

// What was typed is in the record now: it is no longer kept beside it.
void StatusDesk::take(const QList<Event> &events)
{
    for (const Event &event : events) {
        const bool written = event.type == "update.drafted"_L1 || event.type == "update.edited"_L1;
        if (!written || m_pending.isEmpty() || event.body().value(u"target").toString() != m_pending)
            continue;
        m_typed.remove(m_pending);
        m_pending.clear();
        m_keepLater.start();
    }
    rebuild();
}

} // namespace fireline::models
