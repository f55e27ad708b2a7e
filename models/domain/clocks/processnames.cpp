// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/processnames.h"

#include "clocks/momenttext.h"
#include "process/deputy.h"
#include "process/listtitle.h"
#include "process/vocabulary.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Clocks)
};

template<typename Def>
QString nameOf(const Def *def)
{
    return def ? def->name : QString();
}

// A list's step as a name within a sentence: without the full stop it ends on where it stands alone.
QString bare(QString text)
{
    text = text.section(u'\n', 0, 0).trimmed();
    while (text.endsWith(u'.') || text.endsWith(u':'))
        text.chop(1);
    return text;
}

QString cadenceName(const QString &item, const Process &process)
{
    const auto kind = fromWord<CadenceKind>(item.section(u'/', 0, 0));
    if (!kind)
        return {};
    CadenceRule rule;
    rule.item = *kind;
    rule.arg = item.section(u'/', 1);
    return cadenceText(rule, process);
}

} // namespace

QString ProcessNames::name(Kind kind, const QString &id) const
{
    const QString whole = id.section(u'/', 0, 0);
    const QString part = id.section(u'/', 1);
    switch (kind) {
    case Kind::Role: return deputised(id).isEmpty() ? nameOf(m_process.role(id)) : roleTitle(id, m_process);
    case Kind::Phase: return nameOf(m_process.phase(id));
    case Kind::Flag: return nameOf(m_process.flag(id));
    case Kind::Review: return nameOf(m_process.review(id));
    case Kind::Field: return nameOf(m_process.field(id));
    case Kind::Who: return whoName(id, m_process);
    case Kind::Cadence: return cadenceName(id, m_process);
    case Kind::Clock: return clockName(whole);
    case Kind::System: return systemThingName(whole + u'.' + part);
    case Kind::Step:
    case Kind::GateItem:
    case Kind::Rung: return partName(kind, whole, part.toInt());
    case Kind::List: {
        const ListRule *list = m_process.list(id);
        return list ? listTitle(*list, m_process) : QString();
    }
    case Kind::Rule: {
        const Envelope *rule = m_process.rule(id);
        return rule ? rule->cite() : QString();
    }
    case Kind::Record: {
        const auto record = fromWord<RecordKind>(whole);
        return record ? recordName({*record, part}, m_process) : QString();
    }
    }
    return {};
}

QString ProcessNames::partName(Kind kind, const QString &whole, int part) const
{
    if (kind == Kind::Rung) {
        const LadderRule *ladder = m_process.ladder(whole);
        if (!ladder || part < 0 || part >= ladder->rungs.size())
            return {};
        return ladder->rule.say.isEmpty() ? effectsText(ladder->rungs.at(part).effects, m_process) : bare(ladder->rule.say);
    }
    if (kind == Kind::Step) {
        const ListRule *list = m_process.list(whole);
        return list && part >= 1 && part <= list->items.size() ? bare(list->items.at(part - 1).label()) : QString();
    }
    const GateRule *gate = m_process.gate(whole);
    return gate && part >= 1 && part <= gate->needs.size() ? bare(gate->needs.at(part - 1).text) : QString();
}

QString ProcessNames::clockName(const QString &rule) const
{
    const auto is = [&](const auto &each) { return each.rule.id == rule; };
    if (const Envelope *envelope = m_process.rule(rule); envelope && !envelope->say.isEmpty())
        return bare(envelope->say);
    if (const auto cadence = std::find_if(m_process.cadences.begin(), m_process.cadences.end(), is);
        cadence != m_process.cadences.end())
        return cadenceText(*cadence, m_process);
    if (const auto deadline = std::find_if(m_process.deadlines.begin(), m_process.deadlines.end(), is);
        deadline != m_process.deadlines.end())
        return momentText(deadline->done, m_process);
    return partName(Kind::Rung, rule, 0);
}

QString whoName(const QString &who, const Process &process)
{
    return roleTitle(who, process);
}

QString recordName(const Target &target, const Process &process)
{
    if (const QString audience = nameOf(process.audienceDef(target.arg)); !audience.isEmpty())
        return audience;
    if (const QString review = nameOf(process.review(target.arg)); !review.isEmpty())
        return review;
    return wordOf(target.record).replace(u'_', u' ');
}

QString systemThingName(const QString &thing)
{
    static const QHash<QString, QString> systems{{u"slack"_s, u"Slack"_s},
                                                 {u"pagerduty"_s, u"PagerDuty"_s},
                                                 {u"statuspage"_s, u"Statuspage"_s},
                                                 {u"jira"_s, u"Jira"_s},
                                                 {u"zoom"_s, u"Zoom"_s},
                                                 {u"freshdesk"_s, u"Freshdesk"_s},
                                                 {u"datadog"_s, u"Datadog"_s},
                                                 {u"prometheus"_s, u"Prometheus"_s},
                                                 {u"alertmanager"_s, u"Alertmanager"_s},
                                                 {u"grafana"_s, u"Grafana"_s}};
    const QString system = thing.section(u'.', 0, 0);
    const QString what = thing.section(u'.', 1).replace(u'.', u' ').replace(u'_', u' ');
    return (systems.value(system, system) + u' ' + what).trimmed();
}

} // namespace fireline::domain
