// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/template.h"
#include "readparts.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessReader)
};

template<typename T>
QStringList idsOf(const QList<T> &list)
{
    QStringList ids;
    for (const T &item : list)
        ids.append(item.id);
    return ids;
}

template<typename T>
QStringList ruleIds(const QList<T> &rules)
{
    QStringList ids;
    for (const T &rule : rules)
        ids.append(rule.rule.id);
    return ids;
}

/// Everything that can be named, collected once.
struct Names
{
    explicit Names(const Process &process)
    {
        const QStringList roles = idsOf(process.roles);
        const QStringList people = roles + idsOf(process.contacts);
        const QStringList words = {u"commander"_s, u"incoming"_s, u"outgoing"_s, u"owner"_s, u"author"_s, u"everyone"_s};
        const QStringList fields = idsOf(process.fields);
        QStringList rules;
        for (const Envelope *envelope : process.rules())
            rules.append(envelope->id);
        QStringList facts = Reader::allWords<Fact>();
        known = {{RefKind::Severity, idsOf(process.severities)},
                 {RefKind::Who, people + words},
                 {RefKind::Role, roles + QStringList{u"commander"_s}},
                 {RefKind::Audience, idsOf(process.audiences)},
                 {RefKind::Flag, idsOf(process.flags)},
                 {RefKind::Phase, idsOf(process.phases)},
                 {RefKind::Field, fields},
                 {RefKind::FieldOrAuto, fields + roles + autoNames() + recordNames()},
                 {RefKind::Pattern, idsOf(process.patterns)},
                 {RefKind::Review, idsOf(process.reviews)},
                 {RefKind::List, ruleIds(process.lists)},
                 {RefKind::Form, ruleIds(process.forms)},
                 {RefKind::Words, process.words.keys()},
                 {RefKind::System, process.systems.keys()},
                 {RefKind::Rule, rules},
                 {RefKind::TemplateName, people + autoNames() + facts}};
    }
    QMap<RefKind, QStringList> known;
};

QString noun(RefKind kind)
{
    switch (kind) {
    case RefKind::Severity: return Text::tr("severity");
    case RefKind::Who: return Text::tr("role or contact");
    case RefKind::Role: return Text::tr("role");
    case RefKind::Audience: return Text::tr("audience");
    case RefKind::Flag: return Text::tr("flag");
    case RefKind::Phase: return Text::tr("phase");
    case RefKind::Field:
    case RefKind::FieldValue:
    case RefKind::FieldOrAuto: return Text::tr("field");
    case RefKind::Pattern: return Text::tr("pattern");
    case RefKind::Review: return Text::tr("review");
    case RefKind::List: return Text::tr("list");
    case RefKind::Form: return Text::tr("form");
    case RefKind::Words: return Text::tr("list of words");
    case RefKind::System: return Text::tr("system");
    case RefKind::Rule: return Text::tr("rule");
    case RefKind::TemplateName: return Text::tr("field of this form, role, fact or name");
    }
    return {};
}

void checkChoice(Reader &reader, const Process &process, const Reference &reference)
{
    const FieldDef *field = reference.value.isEmpty() ? nullptr : process.field(reference.id);
    if (field && field->type == FieldType::Choice && !field->values.contains(reference.value))
        reader.faultAt(reference.line, reference.column, u"unknown-value"_s,
                       Text::tr("\"%1\" is not a value of the field \"%2\".").arg(reference.value, field->id),
                       Reader::suggestion(reference.value, field->values));
    if (field && field->type == FieldType::Flag && reference.value != u"true" && reference.value != u"false")
        reader.faultAt(reference.line, reference.column, u"not-a-boolean"_s,
                       Text::tr("The field \"%1\" is true or false.").arg(field->id), Text::tr("Write true or false."));
}

/// A template may also read a fact with its argument: {role.hours/ic}.
bool isFactWithArgument(const QString &name)
{
    const qsizetype slash = name.indexOf(u'/');
    const auto fact = slash > 0 && slash < name.size() - 1 ? fromWord<Fact>(name.left(slash)) : std::nullopt;
    return fact && argumentOf(*fact) != ArgumentKind::None;
}

template<typename T>
void checkUnique(Reader &reader, const QList<T> &list, QSet<QString> &seen)
{
    for (const T &item : list) {
        if (!item.id.isEmpty() && seen.contains(item.id))
            reader.faultAt(item.line, 0, u"duplicate-id"_s, Text::tr("The id \"%1\" is given twice.").arg(item.id),
                           Text::tr("Give each its own."));
        seen.insert(item.id);
    }
}

template<typename T>
void checkUniqueAlone(Reader &reader, const QList<T> &list)
{
    QSet<QString> seen;
    checkUnique(reader, list, seen);
}

void checkIds(Reader &reader, const Process &process)
{
    QSet<QString> people = {u"commander"_s, u"incoming"_s, u"outgoing"_s, u"owner"_s, u"author"_s, u"everyone"_s};
    checkUnique(reader, process.roles, people);
    checkUnique(reader, process.contacts, people);
    checkUniqueAlone(reader, process.severities);
    checkUniqueAlone(reader, process.audiences);
    checkUniqueAlone(reader, process.flags);
    checkUniqueAlone(reader, process.phases);
    checkUniqueAlone(reader, process.fields);
    checkUniqueAlone(reader, process.patterns);
    checkUniqueAlone(reader, process.reviews);
    checkUniqueAlone(reader, process.metrics);
    QSet<QString> rules;
    for (const Envelope *envelope : process.rules()) {
        if (!envelope->id.isEmpty() && rules.contains(envelope->id))
            reader.faultAt(envelope->line, 0, u"duplicate-id"_s, Text::tr("The id \"%1\" is given twice.").arg(envelope->id),
                           Text::tr("Give each rule its own."));
        rules.insert(envelope->id);
    }
}

} // namespace

const QStringList &recordNames()
{
    static const QStringList names = {u"text"_s,   u"what"_s, u"why"_s,    u"due"_s,      u"tag"_s,        u"ticket"_s,
                                      u"kind"_s,   u"risk"_s, u"staged"_s, u"option"_s,   u"hypothesis"_s, u"temporary"_s,
                                      u"result"_s, u"when"_s, u"how"_s,    u"evidence"_s, u"who"_s,        u"source"_s};
    return names;
}

void resolveReferences(Reader &reader, const Process &process)
{
    checkIds(reader, process);
    const Names names(process);
    QMap<RefKind, QSet<QString>> sets;
    for (auto it = names.known.cbegin(); it != names.known.cend(); ++it)
        sets.insert(it.key(), QSet<QString>(it.value().cbegin(), it.value().cend()));
    for (const Reference &reference : reader.references()) {
        if (reference.kind == RefKind::FieldValue)
            checkChoice(reader, process, reference);
        if (reference.kind == RefKind::FieldValue || sets.value(reference.kind).contains(reference.id))
            continue;
        if (reference.kind == RefKind::TemplateName && isFactWithArgument(reference.id))
            continue;
        reader.faultAt(reference.line, reference.column, u"unknown-id"_s,
                       Text::tr("There is no %1 \"%2\".").arg(noun(reference.kind), reference.id),
                       Reader::suggestion(reference.id, names.known.value(reference.kind)));
    }
}

} // namespace fireline::process
