// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbookfacts.h"

#include "rules/liststatus.h"
#include "rules/stepmarks.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

constexpr int longestQuote = 160;

bool isOne(const QStringList &words, const QString &word)
{
    return !word.isEmpty() && words.contains(word, Qt::CaseInsensitive);
}

/// By what an alert may name it: id, file, title.
QStringList namesOf(const PlaybookText &text)
{
    QStringList names{text.title, QFileInfo(text.path).completeBaseName()};
    names.append(text.listId.startsWith(u"playbook.") ? text.listId.mid(9) : text.listId);
    names.removeAll(QString());
    return names;
}

/// What a label "runbook_url: https://wiki/runbooks/db.md#start" names.
QString nameIn(const QString &link)
{
    QString name = link.section(u'#', 0, 0).section(u'?', 0, 0);
    while (name.endsWith(u'/'))
        name.chop(1);
    name = name.section(u'/', -1);
    return name.endsWith(u".md", Qt::CaseInsensitive) ? name.chopped(3) : name;
}

bool isNamedBy(const Alert &alert, const PlaybookText &text)
{
    const QStringList names = namesOf(text);
    for (const QString &label : {u"playbook"_s, u"runbook"_s, u"runbook_url"_s}) {
        if (isOne(names, nameIn(alert.labels.value(label).toString())))
            return true;
    }
    return isOne(names, alert.name) || isOne(text.tags, alert.name);
}

QString tagInValues(const QJsonObject &values, const QStringList &tags)
{
    for (const QJsonValue &value : values) {
        for (const QString &part : value.toString().split(u',', Qt::SkipEmptyParts)) {
            if (isOne(tags, part.trimmed()))
                return part.trimmed();
        }
    }
    return {};
}

QString tagInTitle(const QString &title, const QStringList &tags)
{
    QString word;
    for (const QChar c : title + u' ') {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_') {
            word += c;
            continue;
        }
        if (isOne(tags, word))
            return word;
        word.clear();
    }
    return {};
}

} // namespace

PlaybookSuggestion suggestionOf(const PlaybookText &text, const ListRule *list, const RuleContext &context)
{
    if (list && list->start && listStatus(*list, context).offered)
        return {playbooks::ByStart, {}};
    QString label;
    for (const Alert &alert : context.state.alerts) {
        if (alert.state == Alert::State::Cleared)
            continue;
        if (isNamedBy(alert, text))
            return {playbooks::ByAlert, alert.name};
        if (label.isEmpty())
            label = tagInValues(alert.labels, text.tags);
    }
    if (!label.isEmpty())
        return {playbooks::ByLabel, label};
    if (const QString word = tagInValues(context.state.fields, text.tags); !word.isEmpty())
        return {playbooks::ByField, word};
    if (const QString word = tagInTitle(context.state.title, text.tags); !word.isEmpty())
        return {playbooks::ByTitle, word};
    return {};
}

PlaybookText textOf(const ListRule &list, const QString &title)
{
    PlaybookText text;
    text.listId = list.rule.id;
    text.title = title;
    text.builtIn = true;
    QString section;
    for (int i = 0; i < list.items.size(); ++i) {
        const ListItem &item = list.items.at(i);
        if (item.section != section && !item.section.isEmpty())
            text.pieces.append({playbooks::Heading, item.section, 2, 0, item.line, true});
        section = item.section;
        text.pieces.append({playbooks::Step, item.label(), 0, i + 1, item.line, true});
        for (const QString &more : {item.text.isEmpty() ? QString() : item.say, item.useWhen, item.speed}) {
            if (!more.isEmpty())
                text.pieces.append({playbooks::Text, more, 0, i + 1, item.line, true});
        }
        if (!item.run.isEmpty())
            text.pieces.append({playbooks::Code, item.run, 0, i + 1, item.line, true});
    }
    return text;
}

QStringList commandsIn(const QString &markdown)
{
    QStringList found;
    const auto runAt = [&](qsizetype at) {
        qsizetype end = at;
        while (end < markdown.size() && markdown.at(end) == u'`')
            ++end;
        return end - at;
    };
    qsizetype at = markdown.indexOf(u'`');
    while (at >= 0) {
        const qsizetype length = runAt(at);
        qsizetype close = markdown.indexOf(u'`', at + length);
        while (close >= 0 && runAt(close) != length)
            close = markdown.indexOf(u'`', close + runAt(close));
        if (close < 0) {
            at = markdown.indexOf(u'`', at + length);
            continue;
        }
        const QString code = markdown.mid(at + length, close - at - length).trimmed();
        if (!code.isEmpty())
            found.append(code);
        at = markdown.indexOf(u'`', close + length);
    }
    return found;
}

QStringList addressesIn(const QString &markdown)
{
    static const QRegularExpression address(u"https?://[^\\s<>()\\[\\]\"'`]{1,500}"_s);
    QStringList found;
    for (auto it = address.globalMatch(markdown); it.hasNext();)
        found.append(it.next().captured());
    return found;
}

QString stepTag(const ListRule &list, int number)
{
    QString tag;
    for (const QChar c : list.rule.id.toLower())
        tag += c.isLetterOrNumber() || c == u'_' ? c : QChar(u'-');
    const QString step = stepHash(list, number).left(8);
    return tag + u'-' + (step.isEmpty() ? QString::number(number) : step);
}

QString quotedStep(const QString &label)
{
    const QString text = label.simplified();
    return u'“' + (text.size() > longestQuote ? text.left(longestQuote) + u'…' : text) + u'”';
}

bool isQuotedStep(const QString &reason)
{
    return reason.size() > 2 && reason.startsWith(u'“') && reason.endsWith(u'”');
}

} // namespace fireline::models
