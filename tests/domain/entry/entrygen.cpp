// SPDX-License-Identifier: GPL-3.0-or-later
#include "entrygen.h"

#include "entry/verbshape.h"
#include "entry/words.h"
#include "state/componentstate.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace fireline::domain::test {

namespace {

// What an entry is made of, half-made pieces and near misses.
const QStringList &pieces()
{
    static const QStringList list{
        u"pod"_s,
        u"A"_s,
        u"restarted"_s,
        u"by"_s,
        u"for"_s,
        u"via"_s,
        u"revisit"_s,
        u"staged"_s,
        u"temporary"_s,
        u"start"_s,
        u"users"_s,
        u"-"_s,
        u"#db"_s,
        u"#A12"_s,
        u"#H1"_s,
        u"#H1,"_s,
        u"#db."_s,
        u"#0"_s,
        u"#"_s,
        u"@ol"_s,
        u"@"_s,
        u"@\"Jo Ann\""_s,
        u"@jo,"_s,
        u"@ol,@cl"_s,
        u"!key"_s,
        u"!handson"_s,
        u"!x"_s,
        u"+10m"_s,
        u"+"_s,
        u"-5m"_s,
        u"14:05"_s,
        u"14:05Z"_s,
        u"25:00"_s,
        u"2025-02-28"_s,
        u"2025-02-28T14:05:06.7Z"_s,
        u"a=b"_s,
        u"a="_s,
        u"a=\"b c\""_s,
        u"k=\"open"_s,
        u"kind:deploy"_s,
        u"region:EU"_s,
        u"\"quoted text\""_s,
        u"\""_s,
        u"\"open"_s,
        u"<file.txt"_s,
        u"<"_s,
        u"<\"my file\""_s,
        u"\\"_s,
        u"\\#db"_s,
        u"\\\\#db"_s,
        u"\\@ol"_s,
        u"\\by"_s,
        u"\\a=b"_s,
        u"\\\\server"_s,
        u"/"_s,
        u"//"_s,
        u"/note"_s,
        u"/a"_s,
        u"1"_s,
        u"12"_s,
        u"real"_s,
        u"false"_s,
        u"restored"_s,
        u"sent"_s,
        u"10m"_s,
        u"1500.50"_s,
        u"EUR"_s,
        u"yes"_s,
        u"\u00a0"_s,
        u"\n"_s,
        u"\t"_s,
        u"\u2028"_s,
        u"\u202e"_s,
        u"\U0001F525"_s,
        u"\u00e4\u00f6"_s,
        u"\u5168"_s,
        u"e\u0301"_s,
        u"\u0130"_s,
        u"\u2212"
        "5m"_s,
        u"UTC"_s,
    };
    return list;
}

rc::Gen<QString> anyChar()
{
    return rc::gen::map(rc::gen::inRange<uint>(1, 0x11000), [](uint code) {
        const uint safe = code >= 0xd800 && code <= 0xdfff ? 0x1F525u : code >= 0x10000 ? code + 0xF000 : code;
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(&safe), 1);
    });
}

template<typename T>
rc::Gen<T> elementOf(const QList<T> &list)
{
    return rc::gen::elementOf(std::vector<T>(list.begin(), list.end()));
}

rc::Gen<QString> anyPiece()
{
    return rc::gen::weightedOneOf<QString>(
        {{8, elementOf<QString>(pieces())}, {1, anyChar()}, {2, rc::gen::map(elementOf(verbTable()), [](const VerbSpec &spec) {
                                                                 return u'/' + spec.name.toString();
                                                             })}});
}

rc::Gen<QString> joined(const rc::Gen<QString> &piece)
{
    const auto parts = rc::gen::container<std::vector<std::pair<QString, QString>>>(
        rc::gen::pair(piece, rc::gen::element(u" "_s, u" "_s, u" "_s, QString(), u"  "_s, u"\n"_s)));
    return rc::gen::map(parts, [](const std::vector<std::pair<QString, QString>> &list) {
        QString line;
        for (const auto &[text, gap] : list)
            line += text + gap;
        return line;
    });
}

QString pick(const QStringList &list)
{
    return *elementOf<QString>(list);
}

bool perhaps()
{
    return *rc::gen::arbitrary<bool>();
}

QString ref()
{
    return QChar(u'A' + *rc::gen::inRange(0, 26)) + QString::number(*rc::gen::inRange(1, 1000000000));
}

QString name()
{
    return perhaps() ? pick({u"ol"_s, u"me"_s, u"db-oncall"_s, u"Jo Ann"_s, u"O'Brien"_s, u"x."_s, u"\""_s}) : *anyText();
}

qint64 wholeSpan()
{
    return qint64(*rc::gen::inRange(1, 400 * 86400)) * 1000000;
}

Instant past()
{
    return {*rc::gen::inRange<qint64>(1, readAt().us)};
}

QJsonValue itemValue()
{
    return perhaps() ? QJsonValue(*rc::gen::inRange(1, 1000000)) : QJsonValue(*anyText());
}

// Tags and links are those of the text, and for tags some more.
void addNamed(const VerbShape &shape, QJsonObject &args)
{
    QStringList tags;
    QStringList links;
    const QString text = args.value(shape.tail.text).toString();
    for (qsizetype at = skipBlanks(text, 0); at < text.size(); at = skipBlanks(text, at)) {
        const QStringView word = wordAt(text, at);
        const qsizetype tag = tagLength(word);
        const qsizetype link = refLength(word);
        if (tag > 0 && perhaps())
            tags << word.sliced(1, tag - 1).toString();
        if (link > 0 && perhaps())
            links << word.sliced(1, link - 1).toString();
        at += word.size();
    }
    if (!shape.tail.text.isEmpty() && perhaps())
        tags << pick({u"db"_s, u"customer"_s, u"\u00fcber"_s, u"x-1"_s});
    if (shape.verb == Verb::Tag)
        tags << u"one"_s;
    std::sort(tags.begin(), tags.end());
    tags.removeDuplicates();
    if (!tags.isEmpty())
        args.insert(u"tags"_s, QJsonArray::fromStringList(tags));
    if (text.isEmpty())
        return;
    std::sort(links.begin(), links.end());
    links.removeDuplicates();
    if (!links.isEmpty())
        args.insert(u"links"_s, QJsonArray::fromStringList(links));
}

void addPosition(const Position &position, QJsonObject &args)
{
    using Kind = Position::Kind;
    if (!position.required && perhaps())
        return;
    const bool asRef = position.kind == Kind::RefOrId && perhaps();
    const bool asWho = position.kind == Kind::WhoOrId && perhaps();
    switch (position.kind) {
    case Kind::Ref: args.insert(position.key, ref()); break;
    case Kind::RefOrId: args.insert(asRef ? u"ref"_s : position.key, asRef ? ref() : *anyText()); break;
    case Kind::WhoOrDash:
        if (perhaps()) {
            args.insert(u"leave"_s, true);
            break;
        }
        [[fallthrough]];
    case Kind::Who:
    case Kind::WhoOrId:
        if (position.kind == Kind::WhoOrId && !asWho) {
            args.insert(position.key, *anyText());
        } else {
            QStringList names{name()};
            if (position.many && perhaps())
                names << name();
            names.removeDuplicates();
            args.insert(u"who"_s, QJsonArray::fromStringList(names));
        }
        break;
    case Kind::Id: args.insert(position.key, *anyText()); break;
    case Kind::Choice: {
        const QString choice = pick(position.choices);
        args.insert(position.key, position.key == u"real" ? QJsonValue(choice == u"real") : QJsonValue(choice));
        break;
    }
    case Kind::Item: args.insert(position.key, itemValue()); break;
    case Kind::Time: args.insert(position.key, position.future ? readAt().us + wholeSpan() : past().us); break;
    case Kind::Duration: args.insert(position.key, wholeSpan()); break;
    }
}

void addFields(const Tail &tail, QJsonObject &args)
{
    QJsonObject fields;
    const int count = *rc::gen::inRange(tail.fieldsRequired ? 1 : 0, 4);
    for (int i = 0; i < count; ++i)
        fields.insert(pick({u"a"_s, u"next_update"_s, u"kind"_s, u"x.y/z-1"_s}), perhaps() ? QString() : *anyText());
    if (!fields.isEmpty())
        args.insert(u"fields"_s, fields);
}

void addDue(Instant at, QJsonObject &args)
{
    if (perhaps())
        args.insert(u"dueUs"_s, wholeSpan());
    else
        args.insert(u"dueAtUs"_s, (at.isSet() ? at : readAt()).us + wholeSpan());
}

bool addImpact(QJsonObject &args)
{
    const QString word = perhaps() ? pick(impactWords()) : QString();
    if (word.isEmpty())
        return false;
    args.insert(u"id"_s, word);
    if (word == u"start" || word == u"end") {
        if (perhaps())
            args.insert(u"timeUs"_s, past().us);
    } else {
        if (word == u"component")
            args.insert(u"id"_s, componentField(perhaps() ? u"Web App"_s : u"DNS: zone 1"_s));
        args.insert(u"text"_s, word == u"component" ? pick(componentWords())
                               : word == u"users"   ? u"1200"_s
                               : word == u"cost"    ? u"1500.50 EUR"_s
                               : word == u"regions" ? u"EU,US"_s
                                                    : u"yes"_s);
    }
    return true;
}

void addTail(const VerbShape &shape, Instant at, QJsonObject &args)
{
    const Tail &tail = shape.tail;
    if (!tail.text.isEmpty() && (tail.textRequired || shape.wantsSomething || perhaps()))
        args.insert(tail.text, *anyText());
    if (tail.fields)
        addFields(tail, args);
    if (tail.fileRequired || (tail.file && perhaps()))
        args.insert(u"file"_s, *anyText());
    if (tail.dueRequired || ((tail.due || tail.revisit) && perhaps()))
        addDue(at, args);
    if (tail.hypothesis && perhaps())
        args.insert(u"hypothesis"_s, ref());
    if (tail.replaces && perhaps())
        args.insert(u"replaces"_s, ref());
    if (tail.via && perhaps())
        args.insert(u"via"_s, u"connector"_s);
    if (!tail.last.isEmpty() && perhaps())
        args.insert(tail.last, true);
    addNamed(shape, args);
}

} // namespace

Instant readAt()
{
    return *Instant::fromRfc3339(u"2025-03-01T12:00:00Z"_s);
}

rc::Gen<QString> anyLine()
{
    return joined(anyPiece());
}

rc::Gen<QString> anyText()
{
    return rc::gen::map(joined(anyPiece()), [](const QString &text) {
        const QString trimmed = text.trimmed();
        return trimmed.isEmpty() ? u"x"_s : trimmed;
    });
}

rc::Gen<Command> anyCommand()
{
    return rc::gen::exec([] {
        Command command;
        command.verb = (*elementOf(verbTable())).verb;
        if (perhaps())
            command.at = past();
        if (perhaps())
            command.by = name();
        const VerbShape &shape = verbShape(command.verb);
        QJsonObject args;
        if (command.verb != Verb::Impact || !addImpact(args)) {
            for (const Position &position : shape.positions)
                addPosition(position, args);
            addTail(shape, command.at, args);
        }
        if (perhaps())
            args.insert(u"flags"_s,
                        QJsonArray::fromStringList(perhaps() ? QStringList{u"key"_s} : QStringList{u"handson"_s, u"internal"_s}));
        command.args = args;
        return command;
    });
}

} // namespace fireline::domain::test
