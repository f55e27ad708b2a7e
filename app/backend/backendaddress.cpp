// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendaddress.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::backend {

using domain::Outcome;
using domain::Problem;

namespace {

using Settings = QMap<QString, QString>;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(BackendAddress)
};

Problem notAnAddress()
{
    return {Problem::Kind::Usage,
            u"address"_s,
            Text::tr("This is not the address of a backend. Write postgresql://NAME@HOST/DATABASE, or service=NAME."),
            {},
            {},
            {}};
}

Problem secretInAddress()
{
    return {
        Problem::Kind::Usage,
        u"secret"_s,
        Text::tr("A password does not belong into the address: it would stand in histories and logs. Put it into a passfile, the "
                 "service file or PGPASSWORD."),
        {},
        {},
        {}};
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

// "db1:5433,db2" becomes host=db1,db2 port=5433,5432: libpq wants as many ports as hosts.
void takeHosts(const QString &text, Settings &settings)
{
    QStringList hosts;
    QStringList ports;
    for (const QString &one : text.split(u',')) {
        static const QRegularExpression port(u":([0-9]+)$"_s);
        const auto found = port.match(one);
        const QString host = found.hasMatch() ? one.left(found.capturedStart()) : one;
        const bool inBrackets = host.startsWith(u'[') && host.endsWith(u']');
        hosts.append(inBrackets ? host.mid(1, host.size() - 2) : decoded(host));
        ports.append(found.hasMatch() ? found.captured(1) : u"5432"_s);
    }
    if (!text.isEmpty())
        settings.insert(u"host"_s, hosts.join(u','));
    if (text.contains(QRegularExpression(u":[0-9]+(,|$)"_s)))
        settings.insert(u"port"_s, ports.join(u','));
}

bool takeQuery(const QString &query, Settings &settings)
{
    for (const QString &pair : query.split(u'&', Qt::SkipEmptyParts)) {
        const auto equals = pair.indexOf(u'=');
        static const QRegularExpression word(u"^[a-z_]+$"_s);
        if (equals <= 0 || !word.match(pair.left(equals)).hasMatch())
            return false;
        settings.insert(pair.left(equals), decoded(pair.mid(equals + 1)));
    }
    return true;
}

bool readUri(const QString &text, Settings &settings)
{
    static const QRegularExpression shape(u"^postgres(?:ql)?://(?:([^@/?]*)@)?([^/?]*)(?:/([^?]*))?(?:\\?(.*))?$"_s);
    const auto found = shape.match(text);
    if (!found.hasMatch())
        return false;
    const QString user = found.captured(1);
    if (user.contains(u':'))
        settings.insert(u"password"_s, u"given"_s);
    if (!user.isEmpty())
        settings.insert(u"user"_s, decoded(user.section(u':', 0, 0)));
    takeHosts(found.captured(2), settings);
    if (!found.captured(3).isEmpty())
        settings.insert(u"dbname"_s, decoded(found.captured(3)));
    return takeQuery(found.captured(4), settings);
}

bool isThisComputer(const QString &hosts)
{
    const QStringList all = hosts.split(u',');
    return std::all_of(all.begin(), all.end(), [](const QString &host) {
        return host.isEmpty() || host.startsWith(u'/') || host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
    });
}

void addOurs(Settings &settings)
{
    const Settings wanted = {{u"connect_timeout"_s, u"3"_s},     {u"keepalives_idle"_s, u"3"_s},
                             {u"keepalives_interval"_s, u"2"_s}, {u"keepalives_count"_s, u"3"_s},
                             {u"tcp_user_timeout"_s, u"8000"_s}, {u"application_name"_s, u"fireline"_s},
                             {u"client_encoding"_s, u"UTF8"_s},  {u"target_session_attrs"_s, u"read-write"_s}};
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!settings.contains(it.key()))
            settings.insert(it.key(), it.value());
    }
    // A service file says itself how its server is reached.
    if (!settings.contains(u"sslmode"_s) && !settings.contains(u"service"_s))
        settings.insert(u"sslmode"_s, isThisComputer(settings.value(u"host"_s)) && isThisComputer(settings.value(u"hostaddr"_s))
                                          ? u"prefer"_s
                                          : u"verify-full"_s);
}

// libpq's time counts anew for each address, and a name has two of them; asking for names comes on top.
int longestConnecting(const Settings &settings)
{
    constexpr int forNames = 9;
    constexpr int hostsOfAService = 3; // at most, or somebody has to wait for the next attempt
    constexpr int endless = 60;
    const QString hosts = settings.value(settings.contains(u"hostaddr"_s) ? u"hostaddr"_s : u"host"_s);
    const int count = settings.contains(u"service"_s) ? hostsOfAService : int(hosts.count(u',')) + 1;
    const int each = settings.value(u"connect_timeout"_s).toInt();
    return count * 2 * (each > 0 ? std::max(each, 2) : endless) + forNames;
}

QString shownOf(const Settings &settings)
{
    if (settings.contains(u"service"_s))
        return u"service=%1"_s.arg(settings.value(u"service"_s));
    const QString host = settings.value(u"host"_s);
    return (host.isEmpty() ? u"localhost"_s : host) + u'/' + settings.value(u"dbname"_s);
}

} // namespace

Outcome<BackendAddress> parseAddress(const QString &text)
{
    Settings settings;
    static const QRegularExpression service(u"^service=([A-Za-z0-9_.-]+)$"_s);
    if (const auto found = service.match(text); found.hasMatch())
        settings.insert(u"service"_s, found.captured(1));
    else if (!readUri(text, settings))
        return notAnAddress();
    if (settings.contains(u"password"_s) || settings.contains(u"sslpassword"_s))
        return secretInAddress();
    addOurs(settings);
    QStringList options;
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        // Qt puts a blank for every ";", wherever it stands.
        if (it.value().contains(u';') || it.value().contains(QChar(u'\0')))
            return notAnAddress();
        QString value = it.value();
        value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        options.append(u"%1='%2'"_s.arg(it.key(), value));
    }
    return BackendAddress{options.join(u';'), shownOf(settings), longestConnecting(settings), {}};
}

} // namespace fireline::backend
