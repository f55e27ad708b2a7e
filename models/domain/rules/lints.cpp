// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/lints.h"

#include "rules/facts.h"
#include "rules/fieldtext.h"
#include "rules/judge.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

// What is said is linted, not what the console filled in by itself; so is the text that goes out.
QString saidIn(const RecordAtHand &record)
{
    QStringList parts{record.text};
    for (const QJsonValue &value : record.fields)
        parts.append(fieldText(value));
    return parts.join(u".\n"_s);
}

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool containsWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const bool freeBefore = at == 0 || !isWordChar(text.at(at - 1));
        const qsizetype end = at + word.size();
        if (freeBefore && (end == text.size() || !isWordChar(text.at(end))))
            return true;
    }
    return false;
}

QStringList found(const QStringList &words, const QString &text)
{
    QStringList hits;
    for (const QString &word : words) {
        if (!word.isEmpty() && containsWord(text, word))
            hits.append(word);
    }
    return hits;
}

QStringList sentences(const QString &text)
{
    static const QRegularExpression end(u"[.!?\\n]+"_s);
    return text.split(end, Qt::SkipEmptyParts);
}

QStringList blamed(const LintRule &lint, const QString &text, const RuleContext &c)
{
    QStringList names(c.state.people.begin(), c.state.people.end());
    for (const RoleDef &role : c.process.roles)
        names.append(role.name);
    QStringList hits;
    for (const QString &sentence : sentences(text)) {
        const QStringList words = found(c.process.words.value(lint.list), sentence);
        const QStringList people = found(names, sentence);
        if (!words.isEmpty() && !people.isEmpty())
            hits.append(people.first() + u" … "_s + words.first());
    }
    return hits;
}

QStringList promises(const QString &text)
{
    static const QRegularExpression repair(
        u"\\b(fix(ed)?|resolv(e|ed)|restor(e|ed)|back (up|online|to normal)|working again|repair(ed)?|solved)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression when(
        u"\\b((by|at|before|until) (\\d|noon|midnight|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|the end)"
        u"|(in|within) (\\d|a|an|the next|one|two|three|few)|shortly|soon|tonight|tomorrow|today)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList hits;
    for (const QString &sentence : sentences(text)) {
        const auto fix = repair.match(sentence);
        const auto time = when.match(sentence);
        if (fix.hasMatch() && time.hasMatch())
            hits.append(fix.captured() + u" … "_s + time.captured());
    }
    return hits;
}

QStringList causes(const RecordAtHand &record, const QString &text)
{
    static const QStringList words = {u"because"_s, u"caused by"_s,      u"cause is"_s,     u"cause was"_s, u"root cause"_s,
                                      u"due to"_s,  u"as a result of"_s, u"triggered by"_s, u"traced to"_s};
    QStringList hits = found(words, text);
    for (const QString &field : {u"cause"_s, u"root_cause"_s}) {
        if (!fieldText(record.fields.value(field)).isEmpty())
            hits.append(field);
    }
    return hits;
}

QStringList pastTimes(const RecordAtHand &record, const RuleContext &c)
{
    const auto next = instantOf(fieldText(record.fields.value(u"next_update")), c.now);
    return next && *next < c.now ? QStringList{u"next_update"_s} : QStringList();
}

QString message(const LintRule &lint, const QStringList &hits, qsizetype length)
{
    if (!lint.rule.say.isEmpty())
        return lint.rule.say + u" ("_s + hits.join(u", "_s) + u')';
    if (lint.find == LintFind::Length)
        return QCoreApplication::translate("Lint", "The text has %1 characters, %2 are allowed. Shorten it.")
            .arg(length)
            .arg(lint.max);
    return QCoreApplication::translate("Lint", "Reword this: %1.").arg(hits.join(u", "_s));
}

} // namespace

QStringList lintFindings(const LintRule &lint, const QString &text, const RecordAtHand &record, const RuleContext &context)
{
    switch (lint.find) {
    case LintFind::Words: return found(context.process.words.value(lint.list), text);
    case LintFind::Names: return blamed(lint, text, context);
    case LintFind::Promise: return promises(text);
    case LintFind::Cause: return causes(record, text);
    case LintFind::Length: return text.size() > lint.max ? QStringList{QString::number(text.size())} : QStringList();
    case LintFind::PastTime: return pastTimes(record, context);
    }
    return {};
}

QList<Notice> lintRecord(const RecordAtHand &record, const RuleContext &context)
{
    QList<Notice> notices;
    const QString said = saidIn(record);
    for (const LintRule &lint : context.process.lints) {
        const bool applies = std::any_of(lint.targets.begin(), lint.targets.end(),
                                         [&](const Target &t) { return t.toText() == record.target; });
        if (!applies || !holds(lint.rule.when, context) || (lint.unless && holds(*lint.unless, context)))
            continue;
        const QString text = lint.find == LintFind::Length && !record.text.isEmpty() ? record.text : said;
        const QStringList hits = lintFindings(lint, text, record, context);
        if (!hits.isEmpty())
            notices.append(noticeOf(lint.rule, u"lint"_s, message(lint, hits, text.size())));
    }
    return notices;
}

} // namespace fireline::domain
