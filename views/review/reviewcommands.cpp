// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewcommands.h"

#include "entry/entrytime.h"
#include "review/reviewmodel.h"
#include "review/reviewplaces.h"
#include "text/timedisplay.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Command;
using domain::Verb;

Command ReviewCommands::plain(Verb verb, const QJsonObject &args)
{
    return {verb, {}, {}, args};
}

Command ReviewCommands::item(const QString &id, const QJsonObject &values) const
{
    QJsonObject fields;
    const QJsonObject known = m_model.itemFields(id);
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QString field = it.key().mid(6);
        if (!it.key().startsWith("field_"_L1) || it.value().toString() == known.value(field).toString())
            continue;
        fields.insert(field, it.value());
    }
    if (id.isEmpty())
        return plain(Verb::ActionItem, {{u"text"_s, values.value(u"text")}, {u"fields"_s, fields}});
    const QString text = values.value(u"text").toString();
    if (text != reviewRow(m_model, models::review::Item, id).data().toString())
        fields.insert(u"what"_s, text);
    return plain(Verb::Edit, {{u"ref"_s, id}, {u"fields"_s, fields}});
}

QList<Command> ReviewCommands::of(const QString &form, const QJsonObject &values, QString &problem) const
{
    const QString what = form.section(u'/', 0, 0);
    const QString ref = form.section(u'/', 1);
    const QString text = values.value(u"text").toString();
    const auto answer = [this](const QString &field, const QString &said) {
        return plain(Verb::ReviewEdit, {{u"id"_s, m_model.review()}, {u"fields"_s, QJsonObject{{field, said}}}});
    };
    if (what == "section"_L1) {
        const QString name = ref.section(u'/', 1);
        const QJsonObject fields = text.isEmpty() ? QJsonObject{{name, text}} : QJsonObject{{u"section"_s, name}};
        return {plain(Verb::ReviewEdit, {{u"id"_s, ref.section(u'/', 0, 0)}, {u"fields"_s, fields}, {u"text"_s, text}})};
    }
    if (what == "field"_L1)
        return {answer(ref.section(u'/', 1), text)};
    if (what == "confirm"_L1)
        return {plain(
            Verb::GateConfirm,
            {{u"id"_s, ref.section(u'/', 0, 0)}, {u"item"_s, ref.section(u'/', 1).toInt()}, {u"why"_s, values.value(u"why")}})};
    if (what == "why"_L1) {
        QList<Command> commands;
        if (const QString reason = values.value(u"reason").toString(); !reason.isEmpty())
            commands.append(answer(u"whys_reason"_s, reason));
        QJsonObject args{{u"text"_s, text}};
        if (!ref.isEmpty())
            args.insert(u"ref"_s, ref);
        if (!text.isEmpty() || commands.isEmpty())
            commands.prepend(plain(Verb::Why, args));
        return commands;
    }
    if (what == "factor"_L1)
        return {plain(Verb::Factor, {{u"text"_s, text}})};
    if (what == "item"_L1)
        return {item(ref, values)};
    if (what == "from"_L1)
        return {item({}, values), plain(Verb::Tag, {{u"ref"_s, ref}, {u"tags"_s, QJsonArray{models::takenUpTag()}}})};
    if (what == "done"_L1)
        return {plain(Verb::ActionItemDone, {{u"ref"_s, ref}, {u"text"_s, text}})};
    if (what == "correct"_L1)
        return {plain(Verb::Correct, {{u"ref"_s, ref}, {u"fields"_s, QJsonObject{{u"text"_s, text}}}})};
    if (what == "remove"_L1)
        return {plain(Verb::Retract, {{u"ref"_s, ref}, {u"why"_s, values.value(u"why")}})};
    if (what == "held"_L1) {
        QJsonArray who;
        for (const QString &name : values.value(u"who").toString().split(u',', Qt::SkipEmptyParts))
            who.append(name.trimmed().remove(u'@'));
        return {plain(Verb::Held, {{u"id"_s, ref}, {u"who"_s, who}})};
    }
    const domain::TimeFrame frame{m_model.now(), m_model.now(), m_times.zone(), m_times.local(), true};
    const domain::TimeReading read = domain::readTime(values.value(u"when").toString(), frame);
    if (read.kind != domain::TimeReading::Kind::Good) {
        problem = read.problem.isEmpty() ? tr("Write a date and a time, such as 2026-03-05 14:00.") : read.problem;
        return {};
    }
    return {plain(Verb::Schedule, {{u"id"_s, ref}, {u"timeUs"_s, qint64(read.at.us)}})};
}

} // namespace fireline::views
