// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"

#include "entry/entrytr.h"
#include "entry/verblabels.h"
#include "state/componentstate.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr qsizetype longestQuote = 120;

QString clockText(const QDateTime &at, QDate today)
{
    return at.toString(at.date() == today ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

// "10:53:00 UTC (11:53:00 UTC+01:00)": both zones; the date where it is not today's.
QString bothTimes(Instant at, const EntryContext &context)
{
    const QDateTime utc = at.toUtc();
    QString first = EntryTr::tr("%1 UTC").arg(clockText(utc, context.now.toUtc().date()));
    const QTimeZone zone = context.local.isValid() ? context.local : QTimeZone::utc();
    const int offset = zone.offsetFromUtc(utc);
    if (offset == 0)
        return first;
    const QDateTime local = utc.toTimeZone(zone);
    const QDate today = context.now.toUtc().toTimeZone(zone).date();
    return EntryTr::tr("%1 (%2 %3)")
        .arg(first, clockText(local, today), QTimeZone(offset).displayName(utc, QTimeZone::OffsetName));
}

QString joined(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &value : array.toArray())
        texts << value.toString();
    return texts.join(u", "_s);
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestQuote ? line : line.left(longestQuote - 1) + u'\u2026';
}

QString positionText(const Position &position, const QJsonObject &args, const EntryContext &context)
{
    using Kind = Position::Kind;
    const QJsonValue value = args.value(position.key);
    switch (position.kind) {
    case Kind::Who:
    case Kind::WhoOrDash:
    case Kind::WhoOrId:
        if (args.contains(u"who"_s))
            return joined(args.value(u"who"));
        return args.value(u"leave").toBool() ? EntryTr::tr("nobody") : value.toString();
    case Kind::RefOrId: return args.contains(u"ref"_s) ? u'#' + args.value(u"ref").toString() : value.toString();
    case Kind::Ref: return value.isString() ? u'#' + value.toString() : QString();
    case Kind::Item: return value.isString() ? value.toString() : EntryTr::tr("item %1").arg(value.toInteger());
    case Kind::Time: return value.isDouble() ? bothTimes({value.toInteger()}, context) : QString();
    case Kind::Duration: return toShortText({value.toInteger()});
    case Kind::Choice:
        if (value.isBool())
            return value.toBool() ? EntryTr::tr("real") : EntryTr::tr("a false alarm");
        return value.toString();
    case Kind::Id: return value.toString();
    }
    return {};
}

void addMarks(const VerbShape &shape, const Command &command, const EntryContext &context, QStringList &pieces)
{
    const QJsonObject &args = command.args;
    const QJsonObject fields = args.value(u"fields").toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        pieces << u"%1: %2"_s.arg(context.fieldName ? context.fieldName(it.key()) : it.key(), shortened(it.value().toString()));
    if (args.contains(u"hypothesis"_s))
        pieces << EntryTr::tr("for #%1").arg(args.value(u"hypothesis").toString());
    if (args.contains(u"replaces"_s))
        pieces << EntryTr::tr("instead of #%1").arg(args.value(u"replaces").toString());
    if (args.contains(u"via"_s))
        pieces << EntryTr::tr("via %1").arg(args.value(u"via").toString());
    if (args.contains(u"file"_s))
        pieces << EntryTr::tr("file %1").arg(args.value(u"file").toString());
    const bool relative = args.contains(u"dueUs"_s);
    if (relative || args.contains(u"dueAtUs"_s)) {
        const Instant from = command.at.isSet() ? command.at : context.now;
        const Instant due = relative ? from + Span{args.value(u"dueUs").toInteger()}
                                     : Instant{args.value(u"dueAtUs").toInteger()};
        pieces << (shape.tail.revisit ? EntryTr::tr("look again at %1") : EntryTr::tr("back by %1")).arg(bothTimes(due, context));
    }
    if (args.contains(u"tags"_s))
        pieces << EntryTr::tr("tags: %1").arg(joined(args.value(u"tags")));
    if (args.contains(u"flags"_s))
        pieces << EntryTr::tr("marked: %1").arg(joined(args.value(u"flags")));
    if (!shape.tail.last.isEmpty() && args.value(shape.tail.last).toBool())
        pieces << shape.tail.last;
}

} // namespace

QStringList remindersOf(const ParsedEntry &entry, const EntryContext &context)
{
    return entry.ok() && context.reminders ? context.reminders(entry.command) : QStringList();
}

QString describe(const ParsedEntry &entry, const EntryContext &context)
{
    if (!entry.ok())
        return entry.problems.first();
    const Command &command = entry.command;
    const VerbShape &shape = verbShape(command.verb);
    QStringList pieces{verbLabel(command.verb)};
    // Before everything else: what stands far behind is not seen.
    if (const QStringList open = remindersOf(entry, context); !open.isEmpty())
        pieces << EntryTr::tr("still open: %1").arg(open.join(u"; "_s));
    if (!command.by.isEmpty())
        pieces << EntryTr::tr("by %1").arg(command.by);
    if (const QString meaning = context.meaning ? context.meaning(command) : QString(); !meaning.isEmpty())
        pieces << meaning;
    for (const Position &position : shape.positions) {
        const QString text = positionText(position, command.args, context);
        if (!text.isEmpty())
            pieces << text;
    }
    if (shape.verb == Verb::Impact && command.args.contains(u"id"_s)) {
        pieces << impactName(command.text(u"id"));
        if (command.args.contains(u"timeUs"_s))
            pieces << bothTimes({command.args.value(u"timeUs").toInteger()}, context);
    }
    if (const QString text = command.text(shape.tail.text); !text.isEmpty())
        pieces << shortened(text);
    addMarks(shape, command, context, pieces);
    if (command.at.isSet())
        pieces << EntryTr::tr("happened %1").arg(bothTimes(command.at, context));
    for (const EntryPart &part : entry.parts) {
        if (!part.valid)
            pieces << part.reason;
    }
    return (pieces + entry.remarks).join(u" \u00b7 "_s);
}

} // namespace fireline::domain
