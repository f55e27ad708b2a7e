// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectorrig.h"
#include "datadog/datadogclient.h"
#include "fakehttp.h"
#include "http/keptsecrets.h"
#include "passwordstore.h"
#include "prometheus/prometheusclient.h"

#include <QDebug>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::connectors;
using namespace fireline::domain;
using namespace fireline::test;

namespace {

QByteArray fileOf(const QString &name)
{
    QFile file(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/data/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class HttpSignInTest : public QObject
{
    Q_OBJECT
private slots:
    void signsIn();
    void secretsComeFromThePasswordStore();
    void saysNoSecret();
    void anotherAddressGetsNothing();
    void certificatesSignIn_data();
    void certificatesSignIn();
};

void HttpSignInTest::signsIn()
{
    FakeHttp system;
    system.setReplies({good()});
    const auto headOf = [&system](const Access &access, const QByteArray &name) {
        Rig rig(system.address());
        rig.access = access;
        rig.access.base = system.address();
        Heard<QStringList> heard;
        rig.prometheus().labels({}, &rig.receiver, heard.take());
        return QTest::qWaitFor([&heard] { return heard.times > 0; }) ? system.asked().constLast().heads.value(name) : "nothing";
    };
    Access access;
    QCOMPARE(headOf(access, "authorization"), QByteArray());
    access.signIn = Access::SignIn::Basic;
    access.user = u"ana"_s;
    access.secret = Secret(u"pässword"_s);
    QCOMPARE(headOf(access, "authorization"), "Basic " + QByteArray("ana:pässword").toBase64());
    access.signIn = Access::SignIn::Bearer;
    access.secret = Secret(u"to.ken"_s);
    QCOMPARE(headOf(access, "authorization"), QByteArray("Bearer to.ken"));
    access = datadogAccess({}, Secret(u"api"_s), Secret(u"application"_s));
    QCOMPARE(headOf(access, "dd-api-key"), QByteArray("api"));
    QCOMPARE(headOf(access, "dd-application-key"), QByteArray("application"));
    QCOMPARE(system.asked().constLast().heads.value("cookie"), QByteArray());

    // A line break would begin a head of its own.
    const qsizetype before = system.asked().size();
    for (const QString &secret : {u"a\r\nX-Other: b"_s, u"a\nb"_s, QString(u'\0')}) {
        Rig rig(system.address());
        rig.access.signIn = Access::SignIn::Bearer;
        rig.access.secret = Secret(secret);
        Heard<QStringList> heard;
        rig.prometheus().labels({}, &rig.receiver, heard.take());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.code(), u"sign-in"_s);
    }
    QCOMPARE(system.asked().size(), before);
}

void HttpSignInTest::secretsComeFromThePasswordStore()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // then it remembers, and asks nobody
    fireline::desktop::PasswordStore store;
    Access access = datadogAccess(QUrl(u"https://api.example"_s), {}, {});
    access.signIn = Access::SignIn::Basic;
    access.user = u"ana"_s;
    access.certificate = "PEM";
    const QStringList names = secretNames(access);
    QCOMPARE(names, (QStringList{u"Datadog https://ana@api.example: password"_s, u"Datadog https://ana@api.example: DD-API-KEY"_s,
                                 u"Datadog https://ana@api.example: DD-APPLICATION-KEY"_s,
                                 u"Datadog https://ana@api.example: key of the certificate"_s,
                                 u"Datadog https://ana@api.example: passphrase of the key"_s}));
    for (const QString &name : names.first(4))
        store.keep(name, u"secret of "_s + name, &store, [](const QString &) {});
    std::optional<Access> filled;
    const auto ask = [&store](const QString &name, const std::function<void(const QString &)> &answer) {
        store.read(name, &store, answer);
    };
    fillSecrets(access, ask, [&filled](const Access &all) { filled = all; });
    QTRY_VERIFY(filled.has_value());
    QCOMPARE(filled->secret.reveal(), u"secret of "_s + names[0]);
    QCOMPARE(filled->keys[1].second.reveal(), u"secret of "_s + names[2]);
    QCOMPARE(filled->certificateKey.reveal(), u"secret of "_s + names[3]);
    QVERIFY(filled->keyPassphrase.isEmpty());
    QCOMPARE(secretNames(*filled), names); // no secret is in a name
    QVERIFY(secretNames(Access()).isEmpty());
}

void HttpSignInTest::saysNoSecret()
{
    const QString password = u"pa ss+word\"1"_s;
    const QString basic = QString::fromLatin1((u"ana:"_s + password).toUtf8().toBase64());
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(password));
    QByteArray echo = QJsonDocument(
                          QJsonObject{{u"error"_s, u"bad head: Basic "_s + basic + u" and "_s + password + u" and "_s + encoded}})
                          .toJson();
    FakeHttp system;
    system.setReplies({status(400, echo)});
    Rig rig(system.address());
    rig.access.signIn = Access::SignIn::Basic;
    rig.access.user = u"ana"_s;
    rig.access.secret = Secret(password);
    Heard<QStringList> heard;
    rig.prometheus().labels({}, &rig.receiver, heard.take());
    QTRY_COMPARE(heard.times, 1);
    const Problem &problem = heard.outcome->problem();
    QVERIFY2(problem.text.contains(u"bad head: Basic *** and *** and ***"_s), qPrintable(problem.text));
    for (const QString &secret : {password, basic, encoded})
        QVERIFY(!(problem.text + problem.detail).contains(secret));
    QString printed;
    QDebug(&printed) << rig.access.secret << Secret();
    QVERIFY(printed.contains(u"***"_s) && printed.contains(u"(no secret)"_s) && !printed.contains(password));
    // What others say has one line and an end.
    QVERIFY(rig.access.cleaned(QString(100000, u'x')).size() < 400);
    QCOMPARE(rig.access.cleaned(u"a\n\x1b[31mb\u202e\x07"_s), u"a [31mb"_s);
}

void HttpSignInTest::anotherAddressGetsNothing()
{
    FakeHttp other;
    other.setReplies({good()});
    FakeHttp system;
    system.setReplies({status(307, "", {{"Location", other.address().toEncoded() + "/api/v1/labels"}})});
    Rig rig(system.address());
    rig.access.signIn = Access::SignIn::Bearer;
    rig.access.secret = Secret(u"token"_s);
    Heard<QStringList> heard;
    rig.prometheus().labels({}, &rig.receiver, heard.take());
    QTRY_COMPARE(heard.times, 1);
    QCOMPARE(heard.code(), u"moved"_s);
    QCOMPARE(other.connections(), 0);
}

void HttpSignInTest::certificatesSignIn_data()
{
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("code");
    QTest::newRow("both trust") << u"authority.pem"_s << u"client.key"_s << QString() << QString();
    QTest::newRow("a locked key") << u"authority.pem"_s << u"client-locked.key"_s << u"opensesame"_s << QString();
    QTest::newRow("the wrong passphrase") << u"authority.pem"_s << u"client-locked.key"_s << u"x"_s << u"certificate"_s;
    QTest::newRow("a server of nobody's") << QString() << u"client.key"_s << QString() << u"certificate"_s;
    QTest::newRow("no authority") << u"client.key"_s << u"client.key"_s << QString() << u"certificate"_s;
}

void HttpSignInTest::certificatesSignIn()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("missing: OpenSSL");
    QFETCH(QString, authority);
    QFETCH(QString, key);
    QFETCH(QString, passphrase);
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(fileOf(u"server.pem"_s)));
    tls.setPrivateKey(QSslKey(fileOf(u"server.key"_s), QSsl::Ec));
    tls.setCaCertificates({QSslCertificate(fileOf(u"authority.pem"_s))});
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer); // of the client
    FakeHttp system(tls);
    system.setReplies({good()});
    Rig rig(system.address());
    rig.access.certificate = fileOf(u"client.pem"_s);
    rig.access.certificateKey = Secret(QString::fromLatin1(fileOf(key)));
    rig.access.keyPassphrase = Secret(passphrase);
    rig.access.authorities = authority.isEmpty() ? QByteArray() : fileOf(authority);
    Heard<QStringList> heard;
    rig.prometheus().labels({}, &rig.receiver, heard.take());
    QTRY_COMPARE(heard.times, 1);
    QTEST(heard.code(), "code");
    QCOMPARE(system.asked().size(), heard.code().isEmpty() ? 1 : 0);
    QCOMPARE(rig.delay.waits, QList<qint64>());
}

QTEST_GUILESS_MAIN(HttpSignInTest)

#include "tst_httpsignin.moc"
