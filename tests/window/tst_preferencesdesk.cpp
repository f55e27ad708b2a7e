// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferencesdesk.h"

#include "actions/actionregistry.h"
#include "backendpeople.h"
#include "backendschema.h"
#include "connectorrig.h"
#include "postgresserver.h"
#include "processlibrary.h"
#include "settings/settingsdialog.h"
#include "settings/sourcespage.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using window::PreferencesDesk;

namespace {

/// A disk that waits to be let on, and can refuse.
struct Disk
{
    QSemaphore begun;
    QSemaphore go;
    bool refuses = false;

    session::SettingsFile::Writer writer()
    {
        return [this](const QString &path, const QByteArray &bytes) -> Outcome<void> {
            begun.release();
            go.acquire();
            if (refuses)
                return Problem{Problem::Kind::Io, u"no"_s, u"The disk is gone."_s, {}, {}, {}};
            return session::replaceFile(path, bytes);
        };
    }
};

} // namespace

/// What is changed is kept, in order, and nobody waits for the disk.
class TestPreferencesDesk : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nobodyWaitsAndTheLastChangeCounts();
    void theEndWritesWhatIsLeft();
    void whatWasNotKeptIsToldAndTriedAgain();
    void aSourceIsTried_data();
    void aSourceIsTried();
    void noSecretIsInAFileOrALog();
    void aSecretOfThisRunAloneSaysSo();
    void thatASecretIsOfThisRunGoesWithIt();
    void theBackendIsChosenOnceItsPasswordCouldBeTyped();
    void thatAPasswordIsNotKeptStaysTold();
    void theBackendIsTried_data();
    void theBackendIsTried();

private:
    /// The settings with that source, on the screen.
    views::SettingsDialog *dialogWith(PreferencesDesk &desk, const models::MonitoringSource &source);

    [[nodiscard]] std::unique_ptr<PreferencesDesk> desk(const session::SettingsFile::Writer &writer)
    {
        m_settings = {m_folder->path(), m_folder->path(), u"nine-step"_s, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
        return std::make_unique<PreferencesDesk>(m_settings, m_processes, m_theme, Instant{1000000}, writer);
    }
    [[nodiscard]] QString kept()
    {
        return session::SettingsFile::open(m_settings.path(), Instant{1000000}).values().values().join(u' ');
    }
    static void rename(PreferencesDesk &desk, const QString &name)
    {
        desk.change([&](models::Preferences &preferences) { preferences.name = name; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    session::ConsoleSettings m_settings;
    process::ProcessLibrary m_processes{QString()};
    views::Theme m_theme;
    std::unique_ptr<test::PostgresServer> m_server;
    QWidget m_window;
    views::ActionRegistry m_registry{&m_window};
};

// A name that is changed while the one before is on its way, and back again.
void TestPreferencesDesk::nobodyWaitsAndTheLastChangeCounts()
{
    Disk disk;
    const auto desk = this->desk(disk.writer());
    rename(*desk, u"Bo"_s);
    QTRY_COMPARE(disk.begun.available(), 1); // and this thread goes on, or nobody would let the disk on
    rename(*desk, u"ana"_s);
    disk.go.release(10);
    desk->flush();
    QVERIFY2(kept().contains(u"ana"_s) && !kept().contains(u"Bo"_s), qPrintable(kept()));
}

void TestPreferencesDesk::theEndWritesWhatIsLeft()
{
    Disk disk;
    disk.go.release(10);
    {
        const auto desk = this->desk(disk.writer());
        rename(*desk, u"Bo"_s);
    }
    QVERIFY2(kept().contains(u"Bo"_s), qPrintable(kept()));
}

void TestPreferencesDesk::whatWasNotKeptIsToldAndTriedAgain()
{
    Disk disk;
    disk.go.release(10);
    disk.refuses = true;
    const auto desk = this->desk(disk.writer());
    QSignalSpy problems(desk.get(), &PreferencesDesk::problemOccurred);
    rename(*desk, u"Bo"_s);
    desk->flush();
    QTRY_COMPARE(problems.size(), 1);
    disk.refuses = false;
    desk->change([](models::Preferences &preferences) { preferences.spelling = u"off"_s; });
    desk->flush();
    QVERIFY2(kept().contains(u"Bo"_s), qPrintable(kept()));
}

views::SettingsDialog *TestPreferencesDesk::dialogWith(PreferencesDesk &desk, const models::MonitoringSource &source)
{
    desk.change([&](models::Preferences &preferences) { preferences.monitoring.sources = {source}; });
    desk.showDialog(m_registry);
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<views::SettingsDialog *>(window); dialog && dialog->isVisible())
            return dialog;
    }
    qFatal("there is no dialog");
}

void TestPreferencesDesk::aSourceIsTried_data()
{
    using Kind = models::MonitoringSource::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    QTest::newRow("alerts") << Kind::Alertmanager << QByteArray("[]") << 200 << u"answers: 0 alert(s) now."_s;
    QTest::newRow("rules") << Kind::Prometheus << QByteArray(R"({"status":"success","data":{"groups":[]}})") << 200
                           << u"answers: 0 rule(s) that can alert."_s;
    QTest::newRow("refused") << Kind::Prometheus << QByteArray("{}") << 401 << u"sign-in"_s;
    QTest::newRow("another thing") << Kind::Alertmanager << QByteArray("<html>") << 200 << u"“a” gives"_s;
    QTest::newRow("no keys") << Kind::Datadog << QByteArray("{}") << 200 << u"password store has nothing"_s;
    QTest::newRow("nobody there") << Kind::Alertmanager << QByteArray() << 0 << u"cannot be reached"_s;
}

void TestPreferencesDesk::aSourceIsTried()
{
    QFETCH(models::MonitoringSource::Kind, kind);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, said);
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // then secrets are remembered, and nobody is asked
    const auto desk = this->desk(session::replaceFile);
    auto system = std::make_unique<test::FakeHttp>();
    system->setReplies({test::status(status, body)});
    const QString address = system->address().toString();
    if (status == 0)
        system.reset();
    const auto *dialog = dialogWith(*desk, {u"a"_s, kind, address, models::signInsOf(kind).first(), {}, {}, {}});
    auto *button = dialog->findChild<QPushButton *>(u"settingsTrySource"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    const auto *label = dialog->findChild<QLabel *>(u"settingsSourceSaid"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(label->text().contains(said), qPrintable(label->text()), 15000);
}

namespace {

QString logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged += text + u'\n';
}

} // namespace

// It goes out in the head of a request, and nowhere else.
void TestPreferencesDesk::noSecretIsInAFileOrALog()
{
    using Source = models::MonitoringSource;
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QLoggingCategory::setFilterRules(u"*=true"_s); // whatever the libraries would say of a request
    const auto before = qInstallMessageHandler(keepLog);
    const QString secret = u"horse-battery-staple"_s;
    test::FakeHttp system;
    system.setReplies({test::status(401, R"({"error":"no: horse-battery-staple"})")});
    QString shown;
    {
        const auto desk = this->desk(session::replaceFile);
        auto *dialog = dialogWith(
            *desk, {u"a"_s, Source::Kind::Prometheus, system.address().toString(), Source::SignIn::Token, {}, {}, {}});
        auto *field = dialog->findChild<QLineEdit *>(u"settingsSourceSecret"_s);
        field->setText(secret);
        QTest::keyClick(field, Qt::Key_Return);
        auto *button = dialog->findChild<QPushButton *>(u"settingsTrySource"_s);
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_COMPARE(system.asked().size(), 1);
        QCOMPARE(system.asked().first().heads.value("authorization"), "Bearer " + secret.toUtf8());
        QTRY_VERIFY(!dialog->findChild<QLabel *>(u"settingsSourceSaid"_s)->text().endsWith(u'…'));
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            shown += label->text();
        shown += field->text();
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY2(!logged.contains(secret), qPrintable(logged));
    QVERIFY2(!shown.contains(secret), qPrintable(shown));
    int files = 0;
    QDirIterator all(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret.toUtf8()), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
}

// What the trial answers stands beside it, and does not take its place.
void TestPreferencesDesk::aSecretOfThisRunAloneSaysSo()
{
    using Source = models::MonitoringSource;
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    test::FakeHttp system;
    system.setReplies({test::status(401, "{}")});
    const auto desk = this->desk(session::replaceFile);
    const auto *dialog = dialogWith(
        *desk, {u"a"_s, Source::Kind::Prometheus, system.address().toString(), Source::SignIn::Token, {}, {}, {}});
    auto *field = dialog->findChild<QLineEdit *>(u"settingsSourceSecret"_s);
    field->setText(u"horse"_s);
    QTest::keyClick(field, Qt::Key_Return);
    const auto *said = dialog->findChild<QLabel *>(u"settingsSourceSaid"_s);
    QVERIFY2(said->text().contains(u"until you quit"_s), qPrintable(said->text()));
    QTest::keyClick(dialog->findChild<QPushButton *>(u"settingsTrySource"_s), Qt::Key_Space);
    QTRY_VERIFY2(said->text().contains(u"“a” does not accept the sign-in"_s), qPrintable(said->text()));
    QVERIFY2(said->text().contains(u"until you quit"_s), qPrintable(said->text()));
}

// Not with the dialog, and no later than the secret.
void TestPreferencesDesk::thatASecretIsOfThisRunGoesWithIt()
{
    using Source = models::MonitoringSource;
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    test::FakeHttp system;
    system.setReplies({test::status(401, "{}")});
    const auto desk = this->desk(session::replaceFile);
    const Source source{u"a"_s, Source::Kind::Prometheus, system.address().toString(), Source::SignIn::Token, {}, {}, {}};
    const auto *dialog = dialogWith(*desk, source);
    auto *field = dialog->findChild<QLineEdit *>(u"settingsSourceSecret"_s);
    field->setText(u"horse"_s);
    QTest::keyClick(field, Qt::Key_Return);
    dialog = dialogWith(*desk, source);
    const auto *said = dialog->findChild<QLabel *>(u"settingsSourceSaid"_s);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"settingsTrySource"_s), Qt::Key_Space);
    QTRY_VERIFY2(said->text().contains(u"“a” does not accept the sign-in"_s), qPrintable(said->text()));
    QVERIFY2(said->text().contains(u"until you quit"_s), qPrintable(said->text()));
    QTest::keyClick(dialog->findChild<QPushButton *>(u"settingsRemoveSource"_s), Qt::Key_Space);
    dialog = dialogWith(*desk, source);
    said = dialog->findChild<QLabel *>(u"settingsSourceSaid"_s);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"settingsTrySource"_s), Qt::Key_Space);
    QTRY_VERIFY2(said->text().contains(u"has nothing to sign in"_s), qPrintable(said->text()));
    QVERIFY2(!said->text().contains(u"until you quit"_s), qPrintable(said->text()));
}

// Whoever leaves the address for the field of its password is not done: without it the server would refuse.
void TestPreferencesDesk::theBackendIsChosenOnceItsPasswordCouldBeTyped()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto desk = this->desk(session::replaceFile);
    auto *dialog = dialogWith(*desk, {});
    const QSignalSpy chosen(desk.get(), &PreferencesDesk::backendChosen);
    const QSignalSpy given(desk.get(), &PreferencesDesk::passwordGiven);
    auto *address = dialog->findChild<QLineEdit *>(u"settingsBackend"_s);
    auto *password = dialog->findChild<QLineEdit *>(u"settingsPassword"_s);
    address->setFocus();
    address->setText(u"postgresql://ana@localhost/incidents"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(desk->preferences().backend, u"postgresql://ana@localhost/incidents"_s);
    QVERIFY(chosen.isEmpty());
    password->setText(u"horse"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(given.size(), 1);
    QVERIFY(chosen.isEmpty());
    dialog->close();
    QCOMPARE(chosen.size(), 1); // who needs none never gave one
    desk->change([](models::Preferences &preferences) { preferences.name = u"ben"_s; });
    QCOMPARE(chosen.size(), 1);
}

// To try it is what everybody does next, and its answer is not all there is to know.
void TestPreferencesDesk::thatAPasswordIsNotKeptStaysTold()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto desk = this->desk(session::replaceFile);
    auto *dialog = dialogWith(*desk, {});
    auto *address = dialog->findChild<QLineEdit *>(u"settingsBackend"_s);
    auto *password = dialog->findChild<QLineEdit *>(u"settingsPassword"_s);
    auto *button = dialog->findChild<QPushButton *>(u"settingsTryBackend"_s);
    const auto *label = dialog->findChild<QLabel *>(u"settingsPasswordNote"_s);
    const auto isTold = [label] { return label->text().contains(u"remembered until you quit"_s); };
    address->setFocus();
    address->setText(u"postgresql://ana@localhost:1/incidents"_s); // where nobody answers
    password->setText(u"horse"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QVERIFY2(isTold(), qPrintable(label->text()));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY2_WITH_TIMEOUT(label->text().contains(u"does not answer"_s), qPrintable(label->text()), 30000);
    QVERIFY2(isTold(), qPrintable(label->text()));
    // Of another address it says nothing.
    address->setText(u"postgresql://ana@localhost:2/incidents"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY2_WITH_TIMEOUT(label->text().contains(u"does not answer"_s), qPrintable(label->text()), 30000);
    QVERIFY2(!isTold(), qPrintable(label->text()));
}

void TestPreferencesDesk::theBackendIsTried_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("said");
    QTest::newRow("who may write") << u"ana"_s << u"prepared"_s
                                   << u"answers. You are ana there, and may respond. The connection"_s;
    QTest::newRow("under another name") << u"ben"_s << u"prepared"_s << u"Your name here is ana."_s;
    QTest::newRow("who looks") << u"olly"_s << u"prepared"_s << u"You are olly there, and may look. "_s;
    QTest::newRow("who may do nothing") << u"zoe"_s << u"prepared"_s << u"fireline backend user add"_s;
    QTest::newRow("not prepared") << u"ana"_s << u"postgres"_s << u"fireline backend init"_s;
    QTest::newRow("nobody's login") << u"nobody"_s << u"prepared"_s << u"does not let this login in"_s;
    QTest::newRow("no address") << QString() << QString() << u"This is not the address of a backend."_s;
}

// By a key, and nothing waits meanwhile.
void TestPreferencesDesk::theBackendIsTried()
{
    QFETCH(QString, login);
    QFETCH(QString, database);
    QFETCH(QString, said);
    if (const QString why = test::PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    if (!m_server) {
        m_server = std::make_unique<test::PostgresServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->log()));
        QVERIFY(m_server->createDatabase(u"prepared"_s));
        const auto admin = backend::BackendConnection::open(
            backend::parseAddress(m_server->uri(u"admin"_s, u"prepared"_s)).value());
        QVERIFY(admin.ok() && backend::initialise(*admin.value()).ok());
        for (const QString &name : {u"ana"_s, u"ben"_s})
            QVERIFY(backend::addPerson(*admin.value(), name, backend::BackendRole::Responder).ok());
        QVERIFY(backend::addPerson(*admin.value(), u"olly"_s, backend::BackendRole::Observer).ok());
        QVERIFY(admin.value()->run(u"create role zoe login; grant connect on database prepared to zoe"_s).ok());
    }
    const auto desk = this->desk(session::replaceFile);
    auto *dialog = dialogWith(*desk, {});
    auto *address = dialog->findChild<QLineEdit *>(u"settingsBackend"_s);
    address->setText(login.isEmpty() ? u"somewhere"_s : m_server->uri(login, database));
    auto *button = dialog->findChild<QPushButton *>(u"settingsTryBackend"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    const auto *label = dialog->findChild<QLabel *>(u"settingsPasswordNote"_s);
    QVERIFY(!label->text().isEmpty()); // that it is asked, at once
    QTRY_VERIFY2_WITH_TIMEOUT(label->text().contains(said), qPrintable(label->text()), 30000);
    QVERIFY(!label->text().contains(u'…'));
}

QTEST_MAIN(TestPreferencesDesk)
#include "tst_preferencesdesk.moc"
