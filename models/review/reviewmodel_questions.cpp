// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/decide.h"
#include "process/fieldname.h"
#include "report/frozenblocks.h"
#include "report/reviewstatus.h"
#include "report/sectionwriter.h"
#include "review/reviewmodel.h"
#include "review/reviewsources.h"
#include "rules/fieldtext.h"
#include "rules/forms.h"
#include "rules/who.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

// What a person may ask about the review that is shown, and what the process says.
namespace fireline::models {

using namespace domain;
namespace r = models::review;

namespace {

const QRegularExpression &timelineLine()
{
    static const QRegularExpression line(u"\\{\\{\\s*timeline([a-z_\\s]*)\\}\\}"_s);
    return line;
}

} // namespace

QList<QPair<QString, QString>> ReviewModel::reviews() const
{
    QList<QPair<QString, QString>> found;
    for (const ReviewDef &def : m_feed.process().reviews)
        found.append({def.id, def.name.isEmpty() ? def.id : def.name});
    return found;
}

QString ReviewModel::stageText() const
{
    const ReviewRecord now = record();
    if (now.closedAt.isSet())
        return tr("✓ closed");
    if (now.heldAt.isSet())
        return tr("◑ held, not closed");
    if (now.scheduledAt.isSet())
        return tr("▼ to be held");
    return now.draftedAt.isSet() ? tr("◐ being written") : tr("○ not begun");
}

QString ReviewModel::whyNot(const Command &command) const
{
    const auto decided = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    if (decided)
        return {};
    const Problem &problem = decided.problem();
    return problem.source.isEmpty() ? problem.text : tr("%1 (%2)").arg(problem.text, problem.source);
}

QStringList ReviewModel::remarksOn(const QString &text) const
{
    const ReviewDef *def = m_feed.process().review(m_review);
    return def ? remarkTexts(reviewRemarks(*def, text, {m_feed.state(), m_feed.process(), m_feed.now()})) : QStringList();
}

QStringList ReviewModel::remarksOnItem(const QString &text, const QJsonObject &fields) const
{
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    return remarkTexts(checkRecord({u"action_item"_s, {}, fields, text}, context));
}

ReviewQuestion ReviewModel::question(const QString &field) const
{
    const FieldDef *def = m_feed.process().field(field);
    ReviewQuestion asked{field, fieldName(field, m_feed.process()), {}, false, false, false};
    if (def) {
        asked.choices = def->values;
        asked.yesOrNo = def->type == FieldType::Flag;
        asked.person = def->type == FieldType::Person;
    }
    return asked;
}

QList<ReviewQuestion> ReviewModel::itemQuestions() const
{
    QList<ReviewQuestion> asked;
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    QStringList ids;
    for (const FormRule *form : formsOf({u"action_item"_s, {}, {}, {}}, context)) {
        for (const FormField &field : form->fields) {
            ids.append(field.id);
            asked.append(question(field.id));
            asked.last().required = field.need == FormField::Need::Required;
        }
    }
    const QList<ReviewQuestion> everywhere{
        {u"owner"_s, tr("Owner"), {}, false, false, true},
        {u"due"_s, tr("Due"), {}, false, false, false},
        {u"priority"_s, tr("Priority"), {u"high"_s, u"medium"_s, u"low"_s}, false, false, false},
        {u"tag"_s, tr("Kind of action"), {}, false, false, false},
        {u"ticket"_s, tr("Ticket"), {}, false, false, false},
    };
    for (const ReviewQuestion &question : everywhere) {
        if (!ids.contains(question.id))
            asked.append(question);
    }
    return asked;
}

QJsonObject ReviewModel::itemFields(const QString &id) const
{
    const ActionItemRecord *item = m_feed.state().actionItem(id);
    return item ? item->fields : QJsonObject();
}

QStringList ReviewModel::expected() const
{
    const ReviewDef *def = m_feed.process().review(m_review);
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    QStringList names;
    for (const QString &who : def ? def->attend : QStringList()) {
        const QStringList people = peopleOf(who, context);
        for (const QString &name : people.isEmpty() ? QStringList{who} : people) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}

QStringList ReviewModel::people() const
{
    QStringList people(m_feed.state().people.begin(), m_feed.state().people.end());
    people.sort(Qt::CaseInsensitive);
    return people;
}

std::optional<QPair<QString, QString>> ReviewModel::timelineSection() const
{
    std::optional<QPair<QString, QString>> empty;
    for (const ReviewRow &row : m_rows) {
        if (row.kind != r::Section)
            continue;
        if (const auto found = timelineLine().match(row.body); found.hasMatch())
            return QPair(row.id, found.captured(1).simplified());
        if (!empty && row.body.isEmpty() && proposedSection(row.id).startsWith(u"{{timeline"_s))
            empty = QPair(row.id, QString());
    }
    return empty;
}

QString ReviewModel::withTimeline(const QString &section, const QString &line) const
{
    for (const ReviewRow &row : m_rows) {
        if (row.kind != r::Section || row.id != section)
            continue;
        const auto found = timelineLine().match(row.body);
        if (!found.hasMatch())
            return (row.body + u"\n\n"_s + line).trimmed();
        QString body = row.body;
        return body.replace(found.capturedStart(), found.capturedLength(), line);
    }
    return line;
}

QString ReviewModel::sectionText(const QString &name) const
{
    for (const ReviewRow &row : m_rows) {
        if (row.kind == r::Section && row.id == name)
            return row.body;
    }
    return {};
}

ReviewSectionBy ReviewModel::sectionBy(const QString &name) const
{
    const SectionWriter writer = sectionWriter(name, sectionText(name), m_feed.state());
    return {writer.by, writer.at, writer.by == m_feed.profile()};
}

QList<ReviewOutdated> ReviewModel::outdatedIn(const QString &text) const
{
    QList<ReviewOutdated> found;
    for (const FrozenBlock &block : frozenBlocks(text)) {
        const QString now = recordText(block.name, block.words, m_feed.state(), m_feed.process(), m_feed.now());
        if (isOutdated(block, now))
            found.append({ReviewSourcesModel::blockName(block.name), block.from, block.length,
                          frozenText(block.name, block.words, now), isEdited(block)});
    }
    return found;
}

} // namespace fireline::models
