// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/decide.h"
#include "rules/autofields.h"
#include "rules/fieldtext.h"
#include "status/affected.h"
#include "status/audience.h"
#include "status/statusdesk.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

// What can be done with the words at hand, and the commands that do it.
namespace fireline::models {

using namespace domain;

namespace {

/// What differs from the record; what the console filled in for no question of the form is looked up anew.
QJsonObject editedFields(const StatusPage &page, const Update &open)
{
    QJsonObject fields;
    for (auto it = open.fields.begin(); it != open.fields.end(); ++it) {
        const bool asked = std::any_of(page.fields.begin(), page.fields.end(),
                                       [&](const StatusField &field) { return field.id == it.key(); });
        if (!asked || !page.words.fields.contains(it.key()))
            fields.insert(it.key(), QString());
    }
    for (auto it = page.words.fields.begin(); it != page.words.fields.end(); ++it) {
        const bool asked = std::any_of(page.fields.begin(), page.fields.end(),
                                       [&](const StatusField &field) { return field.id == it.key(); });
        if (asked && it.value().trimmed() != fieldText(open.fields.value(it.key())))
            fields.insert(it.key(), it.value().trimmed());
    }
    return fields;
}

void addWords(QStringList &words, const QString &text)
{
    static const QRegularExpression between(u"[^\\p{L}\\p{N}'’]+"_s);
    words.append(text.split(between, Qt::SkipEmptyParts));
}

} // namespace

// The words that say it is over name what did not work before.
void StatusDesk::takeComponents(StatusPage &page) const
{
    const bool asked = std::any_of(page.fields.begin(), page.fields.end(),
                                   [](const StatusField &field) { return field.id == componentsField(); });
    if (!asked || (page.states.size() > 1 && page.words.state == page.states.last()))
        return;
    const Affected told = affectedOf(page.words.fields.value(componentsField()), page.components);
    const Affected known = asKnown(told, page.components, m_feed.state().impact);
    if (!(known == told))
        page.componentsAsKnown = textOf(known, page.components);
}

StatusStep StatusDesk::nextStep() const
{
    const Publishing &said = m_page.publishing;
    const bool wants = !said.approvers.isEmpty() && (!said.approvalByRequest || m_page.asked) && !said.approved;
    if (!wants)
        return StatusStep::Send;
    if (!m_page.asked)
        return StatusStep::AskApproval;
    return m_page.typed ? StatusStep::Record : StatusStep::Nothing;
}

std::optional<Command> StatusDesk::recordCommand()
{
    if (m_page.posted ? m_page.words.saysNothing() : !recordWhyNot().isEmpty())
        return std::nullopt;
    Command command;
    command.by = m_page.by;
    const QString text = m_page.words.free.trimmed();
    if (m_page.posted || m_page.id.isEmpty()) {
        command.verb = m_page.target.startsWith("reply/"_L1) ? Verb::Reply : Verb::Draft;
        command.args = {{u"id"_s, m_page.target.section(u'/', -1)},
                        {u"fields"_s, statedFields(m_page.words, askedIds(m_page.target, m_page.words.state))}};
        if (!m_page.words.state.isEmpty())
            command.args.insert(u"state"_s, m_page.words.state);
        if (!text.isEmpty())
            command.args.insert(u"text"_s, text);
    } else if (const Update *open = m_feed.state().update(m_page.id)) {
        command.verb = Verb::Edit;
        command.args = {{u"ref"_s, m_page.id}, {u"fields"_s, editedFields(m_page, *open)}, {u"text"_s, text}};
        if (m_page.words.state != open->word)
            command.args.insert(u"state"_s, m_page.words.state);
    }
    m_pending = m_page.target;
    return command;
}

Command StatusDesk::command(Verb verb) const
{
    Command command;
    command.verb = verb;
    command.by = m_page.by;
    command.args = {{u"ref"_s, m_page.id}};
    return command;
}

QString StatusDesk::refusalOf(const Command &command) const
{
    const auto decided = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    return decided ? QString() : decided.problem().text;
}

QString StatusDesk::recordWhyNot() const
{
    if (m_page.posted)
        return tr("This goes out as it is recorded. What you typed is kept here until then.");
    if (!m_page.typed)
        return m_page.id.isEmpty() ? tr("Nothing is written yet.") : tr("It is in the record as it stands here.");
    if (m_page.id.isEmpty() && m_page.words.saysNothing())
        return tr("Nothing is written yet.");
    return {};
}

QString StatusDesk::askWhyNot() const
{
    if (m_page.publishing.approvers.isEmpty())
        return tr("The process asks nobody for approval of this.");
    if (m_page.words.saysNothing())
        return tr("Nothing is written yet.");
    if (m_page.publishing.approved)
        return tr("This text is approved.");
    return m_page.asked && !m_page.typed ? tr("Approval is asked for already. It waits for %1.").arg(m_page.approvers)
                                         : QString();
}

QString StatusDesk::approveWhyNot() const
{
    if (m_page.publishing.approvers.isEmpty())
        return tr("The process asks nobody for approval of this.");
    if (m_page.id.isEmpty())
        return tr("Nothing is in the record to approve. Record the draft first.");
    if (m_page.typed)
        return tr("Record the change first: an approval holds for the recorded text alone.");
    if (m_page.publishing.approved)
        return tr("This text is approved.");
    return refusalOf(command(Verb::ApproveUpdate));
}

QString StatusDesk::sendWhyNot() const
{
    if (m_page.target.isEmpty())
        return tr("The process names no audience.");
    if (m_page.publishing.keptInside)
        return m_page.publishing.keptInside->text;
    if (m_page.words.saysNothing())
        return tr("Nothing is written yet.");
    if (const Notice *refused = firstRefusal(m_page.publishing.notices))
        return refused->text;
    return m_page.id.isEmpty() || m_page.typed ? QString() : refusalOf(command(Verb::Send));
}

QStringList StatusDesk::ownWords() const
{
    QStringList words;
    const IncidentState &state = m_feed.state();
    const Process &process = m_feed.process();
    for (const QString &text : QStringList(state.people.begin(), state.people.end()) + m_page.components)
        addWords(words, text);
    for (const QString &text : {state.title, state.declaration.value(u"service").toString(),
                                channelName({state, process, m_feed.now()}), process.title, m_feed.profile()})
        addWords(words, text);
    for (const RoleDef &role : process.roles)
        addWords(words, role.name);
    for (const ContactDef &contact : process.contacts)
        addWords(words, contact.name);
    for (const AudienceDef &audience : process.audiences)
        addWords(words, audience.name);
    for (const SeverityDef &severity : process.severities)
        addWords(words, severity.id + u' ' + severity.name);
    for (const GlossaryEntry &entry : process.glossary)
        addWords(words, entry.term);
    for (auto it = process.systems.begin(); it != process.systems.end(); ++it)
        addWords(words, it.key());
    words.removeDuplicates();
    return words;
}

QJsonObject StatusDesk::typed() const
{
    QJsonObject all;
    for (auto it = m_typed.begin(); it != m_typed.end(); ++it) {
        if (it.value().saysNothing())
            continue;
        QJsonObject fields;
        for (auto field = it.value().fields.begin(); field != it.value().fields.end(); ++field)
            fields.insert(field.key(), field.value());
        all.insert(it.key(), QJsonObject{{u"state"_s, it.value().state}, {u"fields"_s, fields}, {u"free"_s, it.value().free}});
    }
    return all;
}

void StatusDesk::restore(const QJsonObject &typed)
{
    for (auto it = typed.begin(); it != typed.end(); ++it) {
        const QJsonObject kept = it.value().toObject();
        StatusWords words;
        words.state = kept.value(u"state").toString();
        words.free = kept.value(u"free").toString();
        const QJsonObject fields = kept.value(u"fields").toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (!field.value().toString().isEmpty())
                words.fields.insert(field.key(), field.value().toString());
        }
        const QString id = it.key().section(u'/', -1);
        const bool known = m_feed.process().audienceDef(id) || m_feed.process().form(id) || (id == it.key() && isMessage(id));
        if (known && !(words == recorded(it.key())))
            m_typed.insert(it.key(), words);
    }
    rebuild();
}

} // namespace fireline::models
