// SPDX-License-Identifier: GPL-3.0-or-later
#include "readparts.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessReader)
};

FormField::Need takeMark(QString &word)
{
    const QChar last = word.isEmpty() ? QChar() : word.back();
    if (last != u'!' && last != u'~')
        return FormField::Need::Optional;
    word.chop(1);
    return last == u'!' ? FormField::Need::Required : FormField::Need::NoneKnown;
}

void readFields(MapReader &rule, FormRule &form)
{
    Reader &reader = rule.reader();
    const YamlNode *list = rule.take(u"fields"_s);
    if (!list || !reader.expectList(*list))
        return;
    QStringList seen;
    for (const YamlNode &node : list->items) {
        YamlNode bare = node;
        FormField field;
        field.need = takeMark(bare.text);
        field.id = reader.id(bare);
        reader.refer(RefKind::FieldOrAuto, field.id, node);
        if (seen.contains(field.id))
            reader.fault(node, u"given-twice"_s, Text::tr("\"%1\" stands here twice.").arg(field.id), Text::tr("Remove one."));
        seen.append(field.id);
        form.fields.append(field);
    }
}

QList<Target> readTargets(MapReader &rule)
{
    QList<Target> targets;
    const YamlNode *list = rule.need(u"in"_s);
    if (!list || !rule.reader().expectList(*list))
        return targets;
    for (const YamlNode &node : list->items)
        targets.append(rule.reader().target(node));
    if (list->items.empty())
        rule.reader().fault(*list, u"empty-value"_s, Text::tr("No record is named."), Text::tr("Name at least one."));
    return targets;
}

} // namespace

void readForm(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    FormRule form;
    form.rule = readEnvelope(rule, RuleKind::Form);
    if (const YamlNode *target = rule.need(u"for"_s))
        form.target = reader.target(*target);
    form.states = rule.texts(u"states"_s);
    readFields(rule, form);
    if (const YamlNode *text = rule.take(u"text"_s)) {
        form.text = reader.text(*text);
        QStringList own;
        for (const FormField &field : form.fields)
            own.append(field.id);
        reader.checkTemplate(*text, form.text, own);
    }
    for (QString name : rule.texts(u"sections"_s)) {
        const FormField::Need need = takeMark(name);
        form.sections.append({name, need});
    }
    process.forms.append(form);
}

void readLint(MapReader &rule, Process &process)
{
    Reader &reader = rule.reader();
    LintRule lint;
    lint.rule = readEnvelope(rule, RuleKind::Lint);
    lint.targets = readTargets(rule);
    if (const YamlNode *find = rule.need(u"find"_s))
        lint.find = reader.word<LintFind>(*find);
    const bool wantsWords = lint.find == LintFind::Words || lint.find == LintFind::Names;
    if (wantsWords) {
        if (const YamlNode *list = rule.need(u"list"_s))
            lint.list = reader.ref(*list, RefKind::Words);
    }
    if (lint.find == LintFind::Length) {
        if (const YamlNode *max = rule.need(u"max"_s))
            lint.max = reader.integer(*max, 1, 100000);
    }
    if (const YamlNode *unless = rule.take(u"unless"_s))
        lint.unless = reader.cond(*unless);
    process.lints.append(lint);
}

} // namespace fireline::process
