// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/monitoringsources.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

using Kind = MonitoringSource::Kind;
using SignIn = MonitoringSource::SignIn;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MonitoringSources)
};

constexpr qsizetype LongestName = 60;
constexpr qsizetype LongestText = 1000;

template<typename E>
struct Word
{
    E value;
    QStringView word;
};

constexpr std::array<Word<Kind>, 3> kindWords{
    {{Kind::Prometheus, u"prometheus"}, {Kind::Alertmanager, u"alertmanager"}, {Kind::Datadog, u"datadog"}}};
constexpr std::array<Word<SignIn>, 5> signInWords{{{SignIn::None, u"none"},
                                                   {SignIn::Password, u"password"},
                                                   {SignIn::Token, u"token"},
                                                   {SignIn::Keys, u"keys"},
                                                   {SignIn::Certificate, u"certificate"}}};
constexpr std::array<QStringView, 8> keysKnown{u"name", u"kind",        u"address",     u"sign-in",
                                               u"user", u"certificate", u"authorities", u"known-as"};

template<typename E, size_t N>
QString wordOf(const std::array<Word<E>, N> &words, E value)
{
    return std::find_if(words.begin(), words.end(), [value](const auto &one) { return one.value == value; })->word.toString();
}

template<typename E, size_t N>
std::optional<E> valueOf(const std::array<Word<E>, N> &words, const QString &text)
{
    const auto found = std::find_if(words.begin(), words.end(), [&text](const auto &one) { return one.word == text; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

/// Where one line of a form, of a head or of a message is expected.
bool isLine(const QString &text, qsizetype longest)
{
    return text.size() <= longest
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
}

QString addressProblem(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!isLine(address, LongestText) || !url.isValid() || url.host().isEmpty()
        || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return Text::tr("Give the address as https://host or http://host:port.");
    if (!url.userInfo().isEmpty())
        return Text::tr("Leave name and password out of the address. They have fields of their own.");
    if (url.hasQuery() || url.hasFragment())
        return Text::tr("Give the address without anything behind ? or #.");
    return {};
}

/// Of one of the list; `fault` says why there is none.
std::optional<MonitoringSource> sourceOf(const QJsonObject &object, QString &fault)
{
    for (const QString &key : object.keys()) {
        if (std::find(keysKnown.begin(), keysKnown.end(), key) == keysKnown.end()) {
            fault = Text::tr("“%1” is not known.", "a key in a file of settings").arg(key.left(LongestName));
            return {};
        }
        if (!object.value(key).isString()) {
            fault = Text::tr("“%1” is no text.", "a key in a file of settings").arg(key);
            return {};
        }
    }
    const auto kind = valueOf(kindWords, object.value(u"kind").toString());
    const auto signIn = valueOf(signInWords, object.value(u"sign-in").toString(u"none"_s));
    if (!kind || !signIn) {
        fault = Text::tr("“%1” is not known.").arg(object.value(kind ? u"sign-in"_s : u"kind"_s).toString().left(LongestName));
        return {};
    }
    MonitoringSource source{object.value(u"name").toString(),        *kind,
                            object.value(u"address").toString(),     *signIn,
                            object.value(u"user").toString(),        object.value(u"certificate").toString(),
                            object.value(u"authorities").toString(), object.value(u"known-as").toString()};
    fault = whatIsMissing(source);
    return fault.isEmpty() ? std::optional(source) : std::nullopt;
}

} // namespace

QString lastingName(const MonitoringSource &source)
{
    return source.knownAs.isEmpty() ? source.name : source.knownAs;
}

bool areAskedAlike(const MonitoringSource &a, const MonitoringSource &b)
{
    MonitoringSource other = b;
    other.name = a.name;
    other.knownAs = a.knownAs;
    return a == other && lastingName(a) == lastingName(b);
}

QString systemName(Kind kind)
{
    switch (kind) {
    case Kind::Prometheus: return u"Prometheus"_s;
    case Kind::Alertmanager: return u"Alertmanager"_s;
    case Kind::Datadog: return u"Datadog"_s;
    }
    return {};
}

QList<SignIn> signInsOf(Kind kind)
{
    if (kind == Kind::Datadog)
        return {SignIn::Keys};
    return {SignIn::None, SignIn::Password, SignIn::Token, SignIn::Certificate};
}

QString whatIsMissing(const MonitoringSource &source)
{
    if (source.name.trimmed().isEmpty() || !isLine(source.name, LongestName))
        return Text::tr("Give the source a name of one line.");
    if (source.address.isEmpty())
        return Text::tr("Enter its address.");
    if (const QString why = addressProblem(source.address); !why.isEmpty())
        return why;
    if (!signInsOf(source.kind).contains(source.signIn))
        return Text::tr("%1 is not signed in to in that way. Choose another.").arg(systemName(source.kind));
    if (source.signIn == SignIn::Password && (source.user.isEmpty() || source.user.contains(u':')))
        return Text::tr("Enter the user's name, without a colon.");
    if (source.signIn == SignIn::Certificate && source.certificate.isEmpty())
        return Text::tr("Enter the file of the certificate.");
    for (const QString &text : {source.user, source.certificate, source.authorities, source.knownAs}) {
        if (!isLine(text, LongestText))
            return Text::tr("A name or a path is too long, or has more than one line.");
    }
    return {};
}

KeptSources monitoringSourcesOf(const QString &text)
{
    KeptSources kept{{}, {}, text};
    if (text.isEmpty())
        return kept;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray()) {
        kept.faults.append(Text::tr("The monitoring sources in the settings cannot be read. Enter them again."));
        return kept;
    }
    int number = 0;
    for (const QJsonValue &value : document.array()) {
        ++number;
        QString fault;
        const auto source = value.isObject() ? sourceOf(value.toObject(), fault) : std::nullopt;
        const bool twice = source && std::any_of(kept.sources.begin(), kept.sources.end(), [&source](const auto &other) {
                               return other.name == source->name || lastingName(other) == lastingName(*source);
                           });
        if (twice)
            fault = Text::tr("Another source has this name, or had it before.");
        else if (kept.sources.size() == mostMonitoringSources)
            fault = Text::tr("There are too many.");
        if (source && fault.isEmpty())
            kept.sources.append(*source);
        else
            kept.faults.append(Text::tr("Monitoring source %1 in the settings is not used. %2").arg(number).arg(fault).trimmed());
    }
    return kept;
}

QString textOf(const KeptSources &kept)
{
    if (!kept.written.isEmpty())
        return kept.written;
    QJsonArray array;
    for (const MonitoringSource &source : kept.sources) {
        QJsonObject object{{u"name"_s, source.name},
                           {u"kind"_s, wordOf(kindWords, source.kind)},
                           {u"address"_s, source.address},
                           {u"sign-in"_s, wordOf(signInWords, source.signIn)}};
        const auto add = [&object](const QString &key, const QString &text) {
            if (!text.isEmpty())
                object.insert(key, text);
        };
        add(u"user"_s, source.user);
        add(u"certificate"_s, source.certificate);
        add(u"authorities"_s, source.authorities);
        add(u"known-as"_s, source.knownAs == source.name ? QString() : source.knownAs);
        array.append(object);
    }
    return array.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace fireline::models
