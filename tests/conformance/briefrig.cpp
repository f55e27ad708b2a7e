// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefrig.h"

#include "processlibrary.h"
#include "rules/gatestatus.h"
#include "rules/tables.h"

#include <QDebug>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::conformance {

namespace {

QStringList wordsOf(const EffectSpec &effect)
{
    QStringList objects = effect.who;
    if (effect.kind == EffectKind::Propose)
        objects = {wordOf(effect.propose) + u' ' + effect.proposed};
    else if (objects.isEmpty())
        objects = {effect.text};
    for (QString &object : objects)
        object.prepend(wordOf(effect.kind) + u' ');
    return objects;
}

bool said(bool right, const QByteArray &entry, const QString &wanted, const Answer &answer)
{
    if (!right)
        qWarning().noquote() << QString::fromUtf8(entry) << "should be" << wanted << "but:" << answer.toText();
    return right;
}

} // namespace

BriefRig::BriefRig(const char *processId, const char *start)
    : ConformanceRig(QString::fromUtf8(processId), QString::fromUtf8(start))
{
}

Answer BriefRig::declare(const char *who, const char *title, const char *severity, const char *fields)
{
    const Answer answer = ConformanceRig::declare(QString::fromUtf8(who), QString::fromUtf8(severity), QString::fromUtf8(fields),
                                                  QString::fromUtf8(title));
    said(answer.ok, "the declaration", u"taken"_s, answer);
    return answer;
}

bool BriefRig::ok(const char *who, const QByteArray &entry)
{
    const Answer answer = doLine(who, entry);
    return said(answer.ok, entry, u"taken"_s, answer);
}

bool BriefRig::all(const char *who, const QList<QByteArray> &entries)
{
    return std::all_of(entries.begin(), entries.end(), [&](const QByteArray &entry) { return ok(who, entry); });
}

bool BriefRig::refused(const char *who, const QByteArray &entry, const char *ruleOrCode)
{
    const qsizetype before = events().size();
    const Answer answer = doLine(who, entry);
    const QString wanted = QString::fromUtf8(ruleOrCode);
    const bool itsOwn = wanted.isEmpty() || answer.code == wanted || (answer.rule == wanted && !answer.source.isEmpty());
    return said(!answer.ok && itsOwn && events().size() == before, entry, u"refused by "_s + wanted, answer);
}

bool BriefRig::warned(const char *who, const QByteArray &entry, const char *rule)
{
    const Answer answer = doLine(who, entry);
    const QString wanted = QString::fromUtf8(rule);
    return said(answer.ok && answer.notice(wanted), entry, u"taken with a word from "_s + wanted, answer);
}

bool BriefRig::quiet(const char *who, const QByteArray &entry, const char *rule)
{
    const Answer answer = doLine(who, entry);
    const QString wanted = QString::fromUtf8(rule);
    return said(answer.ok && !answer.notice(wanted), entry, u"taken without a word from "_s + wanted, answer);
}

RunningClock BriefRig::clock(const char *id) const
{
    const QString wanted = QString::fromUtf8(id);
    const RunningClock exact = ConformanceRig::clock(wanted);
    if (!exact.id.isEmpty())
        return exact;
    const QList<RunningClock> clocks = clocksApart(state(), process(), now());
    const auto it = std::find_if(clocks.begin(), clocks.end(), [&](const RunningClock &c) { return c.rule == wanted; });
    return it == clocks.end() ? RunningClock() : *it;
}

double BriefRig::dueMinutes(const char *id) const
{
    const RunningClock found = clock(id);
    return found.id.isEmpty() ? -1 : double((found.due - found.anchor).us) / 6e7;
}

double BriefRig::lateMinutes(const char *id) const
{
    const RunningClock found = clock(id);
    return found.id.isEmpty() ? -1 : double((found.late - found.anchor).us) / 6e7;
}

QStringList BriefRig::effects(const char *ladder) const
{
    QStringList words;
    const QString wanted = QString::fromUtf8(ladder);
    for (const RunningClock &clock : clocksApart(state(), process(), now())) {
        const bool time = clock.state == RunningClock::State::Due || clock.state == RunningClock::State::Late;
        if (!time || clock.rule != wanted)
            continue;
        for (const EffectSpec &effect : clock.effects)
            words.append(wordsOf(effect));
    }
    return words;
}

std::optional<ListStatus> BriefRig::status(const char *list) const
{
    const ListRule *rule = process().list(QString::fromUtf8(list));
    return rule ? std::optional(listStatus(*rule, context())) : std::nullopt;
}

bool BriefRig::isOffered(const char *list) const
{
    const auto found = status(list);
    return found && found->offered;
}

QStringList BriefRig::items(const char *list) const
{
    QStringList texts;
    if (const ListRule *rule = process().list(QString::fromUtf8(list))) {
        for (const ListItem &item : rule->items)
            texts.append(item.label());
    }
    return texts;
}

QStringList BriefRig::snippets(const char *list) const
{
    QStringList commands;
    if (const ListRule *rule = process().list(QString::fromUtf8(list))) {
        for (const ListItem &item : rule->items) {
            if (!item.run.isEmpty())
                commands.append(item.run);
        }
    }
    return commands;
}

bool BriefRig::isTicked(const char *list, int number) const
{
    const auto found = status(list);
    return found && number <= found->items.size() && found->items.at(number - 1).state != ItemStatus::State::Open;
}

bool BriefRig::isDone(const char *list) const
{
    const auto found = status(list);
    return found && found->done();
}

QStringList BriefRig::missing(const char *gate) const
{
    const GateRule *rule = process().gate(QString::fromUtf8(gate));
    return rule ? gateStatus(*rule, context()).missing() : QStringList();
}

QString BriefRig::proposed(const char *table) const
{
    const auto &all = process().tables;
    const auto it = std::find_if(all.begin(), all.end(), [&](const TableRule &t) { return t.rule.id == QLatin1String(table); });
    return it == all.end() ? QString() : tableAnswer(*it, context()).value;
}

bool BriefRig::isWritten(const char *form) const
{
    return state().forms.contains(QString::fromUtf8(form));
}

std::optional<ListRule> userPlaybook(const BriefRig &rig, const QByteArray &markdown)
{
    const QTemporaryDir config;
    QFile file(config.filePath(u"playbooks/ours.md"_s));
    if (!QDir(config.path()).mkdir(u"playbooks"_s) || !file.open(QIODevice::WriteOnly) || file.write(markdown) != markdown.size())
        return std::nullopt;
    file.close();
    const process::ProcessLibrary library(config.path());
    for (const process::Finding &finding : library.playbookFindings())
        qWarning().noquote() << finding.toText();
    const Process process = library.withPlaybooks(rig.process());
    const ListRule *list = process.list(u"playbook.ours"_s);
    return list ? std::optional(*list) : std::nullopt;
}

} // namespace fireline::conformance
