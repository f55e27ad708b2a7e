// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/template.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <kainjow/mustache.hpp>

#include <exception>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Template)
};

bool isNameChar(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.' || c == u'/'
           || c == u'-';
}

/// Mustache reads a dot as a path; ours is part of the name.
QString mustacheKey(const QString &name)
{
    if (name == u".")
        return name;
    QString key = name;
    return key.replace(u'.', QChar(1)).replace(u'/', QChar(2));
}

/// The same name may be a word in one place and a section in another, with different data.
QString sectionKey(const QString &name)
{
    return mustacheKey(name) + QChar(3);
}

struct Translation
{
    QString mustache;
    QStringList names;
    QString problem;
};

struct Tag
{
    QString name;
    QChar sigil;        ///< null, '#', '^' or '/'
    qsizetype end = -1; ///< behind the tag; -1: not a tag
};

/// Reads the tag whose first brace is at `start`.
Tag readTag(const QString &text, qsizetype start)
{
    Tag tag;
    const bool twice = start + 1 < text.size() && text.at(start + 1) == u'{';
    qsizetype i = start + (twice ? 2 : 1);
    if (twice && i < text.size() && (text.at(i) == u'#' || text.at(i) == u'^' || text.at(i) == u'/'))
        tag.sigil = text.at(i++);
    const qsizetype from = i;
    while (i < text.size() && isNameChar(text.at(i)))
        ++i;
    tag.name = text.mid(from, i - from);
    const QStringView close = twice ? QStringView(u"}}") : QStringView(u"}");
    if (!tag.name.isEmpty() && QStringView(text).sliced(i).startsWith(close))
        tag.end = i + close.size();
    return tag;
}

/// {name} to {{{name}}}, with the names and the balance of the sections checked.
Translation translate(const QString &text)
{
    Translation result;
    QStringList open;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text.at(i);
        if (c == u'}') {
            result.problem = Text::tr("A closing brace stands alone.");
            return result;
        }
        if (c != u'{') {
            result.mustache += c;
            ++i;
            continue;
        }
        const Tag tag = readTag(text, i);
        if (tag.end < 0) {
            result.problem = Text::tr("A brace does not enclose a name: \"%1\".").arg(text.mid(i, 20));
            return result;
        }
        if (tag.sigil == u'/' && (open.isEmpty() || open.takeLast() != tag.name)) {
            result.problem = Text::tr("The section \"%1\" is closed but not open.").arg(tag.name);
            return result;
        }
        if (tag.sigil == u'#' || tag.sigil == u'^')
            open.append(tag.name);
        if (tag.name != u"." && !result.names.contains(tag.name))
            result.names.append(tag.name);
        const QString key = tag.sigil.isNull() ? mustacheKey(tag.name) : sectionKey(tag.name);
        result.mustache += tag.sigil.isNull() ? u"{{{"_s + key + u"}}}"_s : u"{{"_s + tag.sigil + key + u"}}"_s;
        i = tag.end;
    }
    if (!open.isEmpty())
        result.problem = Text::tr("The section \"%1\" is not closed.").arg(open.last());
    return result;
}

using kainjow::mustache::data;

QString plainWords(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    QStringList entries;
    for (const QJsonValue entry : value.toArray())
        entries.append(entry.toString());
    return value.isArray() ? entries.join(u"; "_s) : value.toString();
}

/// What a section is shown for: each entry of a list, or once for what is neither empty nor false.
data sectionData(const QJsonValue &value)
{
    if (!value.isArray())
        return data(value.isBool() ? value.toBool() : !plainWords(value).isEmpty());
    data list(data::type::list);
    for (const QJsonValue entry : value.toArray())
        list << data(plainWords(entry).toStdString());
    return list;
}

} // namespace

const QStringList &autoNames()
{
    static const QStringList names = {
        u"now"_s,
        u"date"_s,
        u"severity"_s,
        u"title"_s,
        u"service"_s,
        u"declared_at"_s,
        u"impact_start"_s,
        u"impact_end"_s,
        u"detected_at"_s,
        u"resolved_at"_s,
        u"duration"_s,
        u"time_to_detection"_s,
        u"time_to_resolution"_s,
        u"channel"_s,
        u"next_update"_s,
        u"status"_s,
        u"state"_s,
        u"phase"_s,
        u"id"_s,
        u"number"_s,
        u"slug"_s,
        u"commander"_s,
        u"incoming"_s,
        u"outgoing"_s,
        u"owner"_s,
        u"author"_s,
    };
    return names;
}

TemplateNames templateNames(const QString &text)
{
    Translation translated = translate(text);
    return {translated.names, translated.problem};
}

QString renderTemplate(const QString &text, const QJsonObject &values, const TemplateWords &words)
{
    const Translation translated = translate(text);
    if (!translated.problem.isEmpty())
        return text;
    try {
        kainjow::mustache::mustache compiled(translated.mustache.toStdString());
        if (!compiled.is_valid())
            return text;
        data object(data::type::object);
        for (const QString &name : translated.names) {
            const QJsonValue value = values.value(name);
            object.set(mustacheKey(name).toStdString(), data((words ? words(value) : plainWords(value)).toStdString()));
            object.set(sectionKey(name).toStdString(), sectionData(value));
        }
        return QString::fromStdString(compiled.render(object));
    } catch (const std::exception &) {
        return text;
    }
}

} // namespace fireline::domain
