// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

template<typename E>
struct Word
{
    E value;
    QStringView word;
};

constexpr std::array<Word<Preferences::Colours>, 4> colourWords{{{Preferences::Colours::System, u"system"},
                                                                 {Preferences::Colours::Light, u"light"},
                                                                 {Preferences::Colours::Dark, u"dark"},
                                                                 {Preferences::Colours::HighContrast, u"high-contrast"}}};
constexpr std::array<Word<Preferences::Density>, 2> densityWords{
    {{Preferences::Density::Comfortable, u"comfortable"}, {Preferences::Density::Compact, u"compact"}}};
constexpr std::array<Word<Matter>, 10> matterWords{{{Matter::OutsideUpdate, u"outside-update"},
                                                    {Matter::InsideUpdate, u"inside-update"},
                                                    {Matter::CallBack, u"call-back"},
                                                    {Matter::Reminder, u"reminder"},
                                                    {Matter::Escalation, u"escalation"},
                                                    {Matter::Command, u"command"},
                                                    {Matter::Decision, u"decision"},
                                                    {Matter::Review, u"review"},
                                                    {Matter::Deadline, u"deadline"},
                                                    {Matter::DrillStop, u"drill-stop"}}};
constexpr std::array<Word<Channel>, 4> channelWords{
    {{Channel::Soon, u"soon"}, {Channel::Desktop, u"desktop"}, {Channel::Sound, u"sound"}, {Channel::Attention, u"attention"}}};
/// Before kinds of matters were told apart, up to version 0.1: by weight and channel.
constexpr std::array<QStringView, 6> keysByWeight{u"reach/due-desktop",     u"reach/late-desktop",  u"reach/late-sound",
                                                  u"reach/command-desktop", u"reach/command-sound", u"reach/command-attention"};

template<typename E, size_t N>
QString wordOf(const std::array<Word<E>, N> &words, E value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return word.word.toString();
    }
    return {};
}

template<typename E, size_t N>
E valueOf(const std::array<Word<E>, N> &words, const QString &text, E otherwise)
{
    for (const auto &word : words) {
        if (word.word == text)
            return word.value;
    }
    return otherwise;
}

QString flagText(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

bool flagOf(const QMap<QString, QString> &texts, const QString &key, bool otherwise)
{
    const QString text = texts.value(key);
    return text == "true"_L1 ? true : text == "false"_L1 ? false : otherwise;
}

QString keyOf(Reach way)
{
    return u"matters/"_s + wordOf(matterWords, way.matter) + u'-' + wordOf(channelWords, way.channel);
}

QString keyByWeightOf(Reach way)
{
    const bool command = way.matter == Matter::Escalation || way.matter == Matter::Command || way.matter == Matter::DrillStop;
    return way.channel == Channel::Soon
               ? u"reach/due-desktop"_s
               : u"reach/"_s + (command ? u"command-"_s : u"late-"_s) + wordOf(channelWords, way.channel);
}

QString jsonText(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array) {
        if (!value.toString().isEmpty())
            texts.append(value.toString());
    }
    return texts;
}

} // namespace

QString withoutSecret(const QString &address)
{
    // What follows the first colon is a secret, question marks and all, unless it reads as port, hosts, database and settings.
    static const QRegularExpression inUser(
        u"^(\\w+://[^@/:?\\[]*):(?!\\d*(?:,[^@/?]*)?(?:/[^@?]*)?(?:\\?[a-z_]+=.*)?$)(?:[^?]*@|.*@)"_s);
    static const QRegularExpression inQuery(u"([?&])(?:ssl)?password=[^&]*&?"_s);
    // As libpq reads it too: "host=db password='a b'". Such an address is refused, and may be in the file until then.
    static const QRegularExpression inWords(u"(^|\\s)(?:ssl)?password\\s*=\\s*(?:'(?:[^'\\\\]|\\\\.)*'?|\\S*)"_s);
    QString clean = address.trimmed();
    return clean.replace(inUser, u"\\1@"_s).replace(inQuery, u"\\1"_s).remove(inWords).trimmed();
}

bool Preferences::reaches(Reach way) const
{
    return canReach(way) && reach.value(way, true);
}

Preferences preferencesOf(const QMap<QString, QString> &texts)
{
    Preferences p;
    p.name = texts.value(u"profile/name"_s);
    p.process = texts.value(u"start/process"_s);
    p.colours = valueOf(colourWords, texts.value(u"look/colours"_s), p.colours);
    p.density = valueOf(densityWords, texts.value(u"look/density"_s), p.density);
    bool isNumber = false;
    if (const int size = texts.value(u"look/text-size"_s).toInt(&isNumber); isNumber && size >= 80 && size <= 200)
        p.textSize = size;
    p.language = texts.value(u"look/language"_s);
    p.spelling = texts.value(u"spelling/language"_s);
    p.letterKeys = flagOf(texts, u"keys/letters"_s, p.letterKeys);
    p.reopenLast = flagOf(texts, u"start/reopen"_s, p.reopenLast);
    p.keepRecent = flagOf(texts, u"start/recent"_s, p.keepRecent);
    p.keepAwake = flagOf(texts, u"desktop/keep-awake"_s, p.keepAwake);
    p.hideDetails = flagOf(texts, u"desktop/hide-details"_s, p.hideDetails);
    p.backend = withoutSecret(texts.value(u"backend/address"_s));
    p.monitoring = monitoringSourcesOf(texts.value(u"monitoring/sources"_s));
    p.firstRunDone = flagOf(texts, u"start/first-run-done"_s, p.firstRunDone);
    p.answers = QJsonDocument::fromJson(texts.value(u"start/answers"_s).toUtf8()).object();
    p.lastOpened = textsOf(QJsonDocument::fromJson(texts.value(u"start/opened"_s).toUtf8()).array());
    for (const Reach &way : allReaches()) {
        if (!flagOf(texts, keyOf(way), flagOf(texts, keyByWeightOf(way), true)))
            p.reach.insert(way, false);
    }
    const QJsonObject keys = QJsonDocument::fromJson(texts.value(u"keys/own"_s).toUtf8()).object();
    for (auto it = keys.begin(); it != keys.end(); ++it)
        p.keys.insert(it.key(), textsOf(it.value().toArray()));
    return p;
}

QMap<QString, QString> textsOf(const Preferences &p)
{
    const Preferences first;
    QJsonObject keys;
    for (auto it = p.keys.begin(); it != p.keys.end(); ++it)
        keys.insert(it.key(), QJsonArray::fromStringList(it.value()));
    QMap<QString, QString> texts{
        {u"profile/name"_s, p.name},
        {u"start/process"_s, p.process},
        {u"look/colours"_s, p.colours == first.colours ? QString() : wordOf(colourWords, p.colours)},
        {u"look/density"_s, p.density == first.density ? QString() : wordOf(densityWords, p.density)},
        {u"look/text-size"_s, p.textSize == first.textSize ? QString() : QString::number(p.textSize)},
        {u"look/language"_s, p.language},
        {u"spelling/language"_s, p.spelling},
        {u"start/reopen"_s, p.reopenLast == first.reopenLast ? QString() : flagText(p.reopenLast)},
        {u"start/recent"_s, p.keepRecent == first.keepRecent ? QString() : flagText(p.keepRecent)},
        {u"desktop/keep-awake"_s, p.keepAwake == first.keepAwake ? QString() : flagText(p.keepAwake)},
        {u"desktop/hide-details"_s, p.hideDetails == first.hideDetails ? QString() : flagText(p.hideDetails)},
        {u"backend/address"_s, withoutSecret(p.backend)},
        {u"monitoring/sources"_s, textOf(p.monitoring)},
        {u"start/first-run-done"_s, p.firstRunDone ? flagText(true) : QString()},
        {u"start/answers"_s, p.answers.isEmpty() ? QString() : jsonText(QJsonDocument(p.answers))},
        {u"start/opened"_s,
         p.lastOpened.isEmpty() ? QString() : jsonText(QJsonDocument(QJsonArray::fromStringList(p.lastOpened)))},
        {u"keys/letters"_s, p.letterKeys == first.letterKeys ? QString() : flagText(p.letterKeys)},
        {u"keys/own"_s, keys.isEmpty() ? QString() : jsonText(QJsonDocument(keys))},
    };
    for (const Reach &way : allReaches())
        texts.insert(keyOf(way), p.reaches(way) ? QString() : flagText(false));
    // What they said is in the others by now.
    for (const QStringView key : keysByWeight)
        texts.insert(key.toString(), {});
    return texts;
}

} // namespace fireline::models
