// SPDX-License-Identifier: GPL-3.0-or-later
#include "contactfile.h"

#include "process/process.h"
#include "readparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ContactReader)
};

constexpr qsizetype maximumContacts = 1000;
constexpr qsizetype maximumText = 200;
const YamlLimits limits{256 * 1024, 4096, 8, 10000};

bool isDialled(const QString &phone)
{
    static const QString signs = u" +()-/.*#,;"_s;
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return std::any_of(phone.begin(), phone.end(), digit)
           && std::all_of(phone.begin(), phone.end(), [&](QChar c) { return digit(c) || signs.contains(c); });
}

bool isMail(const QString &mail)
{
    return mail.count(u'@') == 1 && mail.size() >= 3 && !mail.startsWith(u'@') && !mail.endsWith(u'@')
           && std::none_of(mail.begin(), mail.end(), [](QChar c) { return c.isSpace(); });
}

/// What turns the order of letters around would show another name than is copied.
bool turnsLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const char16_t code = c.unicode();
        return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    });
}

/// Text of an optional key that is short and shows what it is.
QString shortText(MapReader &map, const QString &key)
{
    const YamlNode *node = map.take(key);
    if (!node)
        return {};
    const QString text = map.reader().text(*node).trimmed();
    if (text.size() > maximumText || turnsLetters(text))
        map.reader().fault(*node, u"bad-text"_s, Text::tr("This is too long, or holds hidden signs."),
                           Text::tr("Write at most %1 plain letters.").arg(maximumText));
    return text;
}

void judge(MapReader &map, const QString &key, const QString &value, bool (*isSuch)(const QString &), const QString &text,
           const QString &remedy)
{
    if (!value.isEmpty() && !isSuch(value))
        map.reader().fault(*map.node().find(key), u"bad-"_s + key, text.arg(value), remedy);
}

OwnContact readContact(MapReader &map)
{
    OwnContact contact;
    contact.line = map.node().line;
    if (map.need(u"who"_s))
        contact.who = shortText(map, u"who"_s);
    if (const YamlNode *process = map.take(u"process"_s))
        contact.process = map.reader().id(*process);
    contact.ways.phone = shortText(map, u"phone"_s);
    contact.ways.mail = shortText(map, u"mail"_s);
    contact.ways.handle = shortText(map, u"handle"_s);
    judge(map, u"phone"_s, contact.ways.phone, isDialled, Text::tr("\"%1\" is no phone number."),
          Text::tr("Write digits, as in \"+49 30 5550142\"."));
    judge(map, u"mail"_s, contact.ways.mail, isMail, Text::tr("\"%1\" is no mail address."),
          Text::tr("Write it as name@example.org."));
    const auto isWay = [](const YamlNode &key) { return key.text != "who"_L1 && key.text != "process"_L1; };
    if (std::none_of(map.node().keys.begin(), map.node().keys.end(), isWay))
        map.reader().fault(map.node(), u"no-way"_s, Text::tr("It does not say how they are reached."),
                           Text::tr("Add a phone, a mail or a handle."));
    return contact;
}

void add(QList<OwnContact> &contacts, const OwnContact &contact, MapReader &map)
{
    const auto same = std::find_if(contacts.begin(), contacts.end(), [&](const OwnContact &other) {
        return other.process == contact.process && other.who.compare(contact.who, Qt::CaseInsensitive) == 0;
    });
    if (same != contacts.end() && !contact.who.isEmpty())
        map.reader().fault(map.node(), u"given-twice"_s, Text::tr("\"%1\" stands here twice.").arg(contact.who),
                           Text::tr("Remove one; the first is in line %1.").arg(same->line));
    else if (contacts.size() == maximumContacts)
        map.reader().fault(map.node(), u"too-many"_s, Text::tr("There are more than %1 contacts.").arg(maximumContacts),
                           Text::tr("Take some out."));
    else
        contacts.append(contact);
}

/// A list of which nobody has filled in a line yet is an empty one.
YamlNode withoutGap(YamlNode top)
{
    for (std::size_t i = 0; i < top.keys.size(); ++i) {
        if (top.keys[i].text == "contacts"_L1 && top.items[i].isNull())
            top.items[i].type = YamlNode::Type::List;
    }
    return top;
}

} // namespace

ContactReading readContacts(const QByteArray &bytes, const QString &fileName)
{
    ContactReading reading;
    const auto root = parseYaml(bytes, fileName, reading.findings, limits);
    if (!root)
        return reading;
    Reader reader(fileName, reading.findings);
    QList<OwnContact> contacts;
    if (!root->isNull()) {
        const YamlNode whole = withoutGap(*root);
        MapReader top(reader, whole);
        if (const YamlNode *format = top.need(u"format"_s))
            reader.integer(*format, 1, 1);
        eachMap(top, u"contacts"_s, [&](MapReader &map) { add(contacts, readContact(map), map); });
        top.finish();
    }
    std::stable_sort(reading.findings.begin(), reading.findings.end(),
                     [](const Finding &a, const Finding &b) { return a.line < b.line; });
    if (!hasFaults(reading.findings))
        reading.book = ContactBook(contacts);
    return reading;
}

QString contactPath(const QString &configRoot)
{
    return configRoot + u"/contacts.yaml"_s;
}

QByteArray newContactFile(const Process &process)
{
    QByteArray text("# Your own numbers of those who are called. They are shown to you and stand in no record.\n"
                    "# who: a role, a contact or a person. process: only in that process. One or more of phone, mail, handle.\n"
                    "# Take away the # in front of a line that you fill in.\n"
                    "format: 1\n"
                    "contacts:\n"
                    "#  - {who: Jo Lindt, phone: \"+49 30 5550142\", mail: jo@example.org, handle: \"@jo\"}\n");
    for (const ContactDef &contact : process.contacts)
        text += "#  - {who: " + contact.id.toUtf8() + ", phone: \"\"}  # " + contact.name.simplified().toUtf8() + '\n';
    return text;
}

} // namespace fireline::process
