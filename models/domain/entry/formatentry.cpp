// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"

#include "entry/entrytime.h"
#include "entry/escape.h"
#include "entry/timeform.h"
#include "entry/words.h"
#include "state/componentstate.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

using Kind = Position::Kind;

QString mention(const QString &name)
{
    const QString plain = u'@' + name;
    return mentionLength(plain) == plain.size() ? plain : u'@' + quoted(name);
}

QString idText(const QString &id)
{
    const bool plain = !id.isEmpty() && id != u"-" && !QStringView(u"\"@#<!\\").contains(id.front()) && !refText(id)
                       && std::none_of(id.begin(), id.end(), [](QChar c) { return c.isSpace() || c == u'=' || c == u':'; });
    return plain ? id : quoted(id);
}

QString itemText(const QJsonValue &item)
{
    if (!item.isString())
        return QString::number(item.toInteger());
    const QString text = item.toString();
    return !text.isEmpty() && text.front().isDigit() ? quoted(text) : idText(text);
}

QString fieldValue(const QString &value)
{
    const bool plain = !value.isEmpty() && !value.startsWith(u'"')
                       && std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    return plain ? value : quoted(value);
}

QString whoText(const QJsonArray &names)
{
    QStringList texts;
    for (const QJsonValue &name : names)
        texts << mention(name.toString());
    return texts.join(u' ');
}

/// Writes one command, piece by piece.
class EntryWriter
{
public:
    explicit EntryWriter(const Command &command)
        : m_command(command)
        , m_args(command.args)
        , m_shape(verbShape(command.verb))
        , m_text(command.args.value(m_shape.tail.text).toString().trimmed())
    {
    }

    QString write();

private:
    void add(const QString &piece) { m_pieces << piece; }
    [[nodiscard]] bool needsVerb() const;
    void addPosition(const Position &position);
    void addText(bool plain);
    void addMarks();
    void addDue();

    const Command &m_command;
    const QJsonObject &m_args;
    const VerbShape &m_shape;
    QString m_text;
    QStringList m_pieces;
};

// A note goes without its verb unless its first word would be taken for a time, a name before a verb, or a verb.
bool EntryWriter::needsVerb() const
{
    if (m_command.verb != Verb::Note || !m_command.by.isEmpty() || m_text.isEmpty() || m_text.startsWith(u'/'))
        return true;
    return m_text.startsWith(u'@') || readTimeForm(m_text).kind != TimeForm::Kind::None;
}

void EntryWriter::addPosition(const Position &position)
{
    const QJsonValue value = m_args.value(position.key);
    const bool who = position.kind == Kind::Who || position.kind == Kind::WhoOrDash || position.kind == Kind::WhoOrId;
    if (who && m_args.contains(u"who"_s)) {
        add(whoText(m_args.value(u"who").toArray()));
    } else if (position.kind == Kind::WhoOrDash) {
        add(u"-"_s);
    } else if (position.kind == Kind::RefOrId && m_args.contains(u"ref"_s)) {
        add(u'#' + m_args.value(u"ref").toString());
    } else if (value.isUndefined() && position.kind == Kind::Ref) {
        if (m_text.startsWith(u'#') || m_text.startsWith(u'-'))
            add(u"-"_s);
    } else if (value.isUndefined()) {
        if (!position.required && !m_text.isEmpty())
            add(u"-"_s);
    } else if (position.kind == Kind::Ref) {
        add(u'#' + value.toString());
    } else if (position.kind == Kind::Time) {
        add(isoText({value.toInteger()}));
    } else if (position.kind == Kind::Duration) {
        add(durationText({value.toInteger()}));
    } else if (position.kind == Kind::Item) {
        add(itemText(value));
    } else if (position.kind == Kind::Choice) {
        add(value.isBool() ? (value.toBool() ? u"real"_s : u"false"_s) : value.toString());
    } else {
        add(idText(value.toString()));
    }
}

void EntryWriter::addText(bool plain)
{
    if (m_shape.verb == Verb::Impact && m_args.contains(u"id"_s)) {
        const QString field = m_args.value(u"id").toString();
        const QString component = componentName(field);
        add(component.isEmpty() ? field : u"component %1:"_s.arg(component));
        if (m_args.contains(u"timeUs"_s))
            add(isoText({m_args.value(u"timeUs").toInteger()}));
        if (!m_text.isEmpty())
            add(m_text);
        return;
    }
    if (!m_text.isEmpty())
        add(escapedText(m_text, m_shape, plain, m_args));
}

void EntryWriter::addDue()
{
    const QString before = m_shape.tail.revisit ? u"revisit "_s : QString();
    if (m_args.contains(u"dueUs"_s))
        add(before + u'+' + durationText({m_args.value(u"dueUs").toInteger()}));
    else if (m_args.contains(u"dueAtUs"_s))
        add(before + u"by "_s + isoText({m_args.value(u"dueAtUs").toInteger()}));
}

void EntryWriter::addMarks()
{
    const QJsonObject fields = m_args.value(u"fields").toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        add(it.key() + u'=' + fieldValue(it.value().toString()));
    if (m_shape.tail.hypothesis && m_args.contains(u"hypothesis"_s))
        add(u"for #"_s + m_args.value(u"hypothesis").toString());
    if (m_shape.tail.replaces && m_args.contains(u"replaces"_s))
        add(u"replaces #"_s + m_args.value(u"replaces").toString());
    if (m_shape.tail.via && m_args.contains(u"via"_s))
        add(u"via "_s + m_args.value(u"via").toString());
    addDue();
    for (const QString &tag : tagsToAppend(m_text, m_shape, m_args))
        add(u'#' + tag);
    for (const QJsonValue &flag : m_args.value(u"flags").toArray())
        add(u'!' + flag.toString());
    if (!m_shape.tail.last.isEmpty() && m_args.value(m_shape.tail.last).toBool())
        add(m_shape.tail.last);
}

QString EntryWriter::write()
{
    if (m_command.at.isSet())
        add(isoText(m_command.at));
    if (!m_command.by.isEmpty())
        add(mention(m_command.by));
    const bool plain = !needsVerb();
    if (!plain)
        add(u'/' + verbSpec(m_command.verb).name.toString());
    for (const Position &position : m_shape.positions)
        addPosition(position);
    if (m_shape.tail.file && m_args.contains(u"file"_s))
        add(u'<' + fieldValue(m_args.value(u"file").toString()));
    addText(plain);
    addMarks();
    return m_pieces.join(u' ');
}

} // namespace

QString formatEntry(const Command &command)
{
    return EntryWriter(command).write();
}

} // namespace fireline::domain
