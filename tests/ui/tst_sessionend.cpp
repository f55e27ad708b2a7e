// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "madeincident.h"

#include "draftkeeper.h"
#include "settingsfile.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "statefolder.h"
#include "windowprogram.h"

#include <QApplication>
#include <QFile>
#include <QSessionManager>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// The desktop logs off: what is typed is kept at once, nothing asks or holds it up, and the windows come back.
class TestSessionEnd : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void whatIsTypedIsKeptAtOnce();
    void nothingHoldsItUpAndTheWindowsComeBack();
    void aLogOffThatIsCalledOffChangesNothing();
    void anyUseSaysThatItIsCalledOff_data();
    void anyUseSaysThatItIsCalledOff();

private:
    [[nodiscard]] window::IncidentWindow &opened() { return *m_program->windows().first(); }
    /// What a session manager says before it ends the programs.
    static void commitData()
    {
        auto *manager = QCoreApplication::instance()->findChild<QSessionManager *>(); // lint: allowed
        QVERIFY(manager);
        emit qGuiApp->commitDataRequest(*manager);
    }
    /// The file is gone from its place, so that what is entered cannot be saved.
    void loseTheFile()
    {
        QVERIFY(QFile::rename(m_path, m_path + u".away"_s));
        typeText(u"typed into the void"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(opened().incident().saveStatus().notSaved, 1);
    }
    [[nodiscard]] static QStringList lastOpened(const window::WindowProgram &program)
    {
        const auto kept = session::SettingsFile::open(program.settings().path(), domain::Instant{1});
        return models::preferencesOf(kept.values()).lastOpened;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<window::WindowProgram> m_program;
};

void TestSessionEnd::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"checkout.fireline"_s);
    for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
        qputenv(variable, m_folder->filePath(QString::fromLatin1(variable)).toLocal8Bit());
    {
        MadeIncident made({.path = m_path,
                           .processId = u"severity-ladder"_s,
                           .title = u"Checkout fails"_s,
                           .severity = u"1"_s,
                           .start = *domain::Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s)});
    }
    m_program = std::make_unique<window::WindowProgram>(window::WindowOptions(), window::TestHooks());
    m_program->open(m_path);
    QTRY_VERIFY(m_program->windows().size() == 1 && opened().isFilled());
    QVERIFY(QTest::qWaitForWindowActive(&opened().window()));
}

void TestSessionEnd::cleanup()
{
    m_program.reset();
}

void TestSessionEnd::whatIsTypedIsKeptAtOnce()
{
    const int told = opened().window().messages().count();
    typeText(u"half a li"_s);
    commitData(); // nothing runs between this and what is asked next
    const QString incident = opened().incident().state().id;
    QCOMPARE(window::DraftKeeper::left(session::stateFolder(), incident).typed.line, u"half a li"_s);
    QVERIFY(QFile::exists(session::stateFolder() + u"/layout"_s));
    QCOMPARE(lastOpened(*m_program), QStringList{m_path});
    QCOMPARE(opened().window().messages().count(), told);
}

void TestSessionEnd::nothingHoldsItUpAndTheWindowsComeBack()
{
    loseTheFile();
    const int told = opened().window().messages().count();
    commitData();
    views::MainWindow &window = opened().window();
    QVERIFY(window.close());
    QCOMPARE(window.messages().count(), told);
    m_program->preferences().flush();
    QCOMPARE(lastOpened(*m_program), QStringList{m_path});
}

void TestSessionEnd::aLogOffThatIsCalledOffChangesNothing()
{
    loseTheFile();
    commitData();
    typeText(u"we go on"_s);
    QTRY_VERIFY(!opened().window().close()); // once the word is kept: what is not saved is asked about again
    QCOMPARE(m_program->windows().size(), 1);
    QVERIFY(QFile::rename(m_path + u".away"_s, m_path));
}

void TestSessionEnd::anyUseSaysThatItIsCalledOff_data()
{
    QTest::addColumn<std::function<void(QWidget &)>>("use");
    using Use = std::function<void(QWidget &)>;
    QTest::newRow("a click") << Use(
        [](QWidget &window) { QTest::mouseClick(window.findChild<QWidget *>(u"timeline.list"_s), Qt::LeftButton); });
    QTest::newRow("a key that types nothing") << Use([](QWidget &) {
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_Home, QString(), Qt::NoModifier);
    });
    QTest::newRow("a shortcut") << Use([](QWidget &window) { QTest::keyClick(&window, Qt::Key_F5); });
}

void TestSessionEnd::anyUseSaysThatItIsCalledOff()
{
    QFETCH(std::function<void(QWidget &)>, use);
    loseTheFile();
    commitData();
    use(opened().window());
    QVERIFY(!opened().window().close());
    QVERIFY(QFile::rename(m_path + u".away"_s, m_path));
    opened().incident().retrySaving();
    QTRY_COMPARE(opened().incident().saveStatus().notSaved, 0);
    // A window that is closed now was closed by a person, and does not come back.
    QVERIFY(opened().window().close());
    m_program->preferences().flush();
    QCOMPARE(lastOpened(*m_program), QStringList());
}

QTEST_MAIN(TestSessionEnd)
#include "tst_sessionend.moc"
