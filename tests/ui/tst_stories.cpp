// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"

#include "shell/mainwindow.h"
#include "start/startwindow.h"
#include "windowprogram.h"

#include <QApplication>
#include <QComboBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// From the start window to resolved in each of the five processes, by the keyboard alone, in the real program (ux 5.2, item 19).
class TestStories : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void declaredWithinTenKeys();
    void declaredToResolved_data();
    void declaredToResolved();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] bool tabTo(const QString &name);
    [[nodiscard]] bool chooseProcess(const QString &id);
    [[nodiscard]] bool focusIsOn(const QString &name) const;
    /// The window of the incident that was just declared; null where none comes.
    [[nodiscard]] window::IncidentWindow *declared();

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<window::WindowProgram> m_program;
    int m_pressed = 0;
};

void TestStories::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const auto &[variable, folder] :
         {std::pair{"XDG_DATA_HOME", "data"}, std::pair{"XDG_CONFIG_HOME", "config"}, std::pair{"XDG_STATE_HOME", "state"}})
        qputenv(variable, m_home->filePath(QString::fromLatin1(folder)).toLocal8Bit());
    m_pressed = 0;
    m_program = std::make_unique<window::WindowProgram>(window::WindowOptions(), window::TestHooks());
    m_program->start();
    QTRY_VERIFY(QApplication::activeWindow());
    // The first run can be left at once.
    if (QApplication::focusWidget() && !focusIsOn(u"startTitle"_s))
        press(Qt::Key_Escape);
    QTRY_VERIFY(focusIsOn(u"startTitle"_s));
    m_pressed = 0;
}

void TestStories::cleanup()
{
    m_program.reset();
}

void TestStories::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    ++m_pressed;
}

bool TestStories::focusIsOn(const QString &name) const
{
    return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name;
}

bool TestStories::tabTo(const QString &name)
{
    for (int stop = 0; stop < 40 && !focusIsOn(name); ++stop)
        press(Qt::Key_Tab);
    return focusIsOn(name);
}

bool TestStories::chooseProcess(const QString &id)
{
    if (!tabTo(u"startProcess"_s))
        return false;
    const auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
    press(Qt::Key_Home);
    for (int step = 0; step < box->count() && box->currentData().toString() != id; ++step)
        press(Qt::Key_Down);
    return box->currentData().toString() == id;
}

window::IncidentWindow *TestStories::declared()
{
    if (!QTest::qWaitFor([this] { return !m_program->windows().isEmpty(); }, 20000))
        return nullptr;
    window::IncidentWindow *window = m_program->windows().first();
    return QTest::qWaitForWindowActive(&window->window(), 20000) ? window : nullptr;
}

void TestStories::declaredWithinTenKeys()
{
    typeText(u"Checkout fails"_s);
    press(Qt::Key_Return); // to the severities
    press(Qt::Key_Return); // the first of them
    window::IncidentWindow *window = declared();
    QVERIFY(window);
    QVERIFY(m_pressed <= 10);
    QCOMPARE(window->incident().state().title, u"Checkout fails"_s);
    QVERIFY(!window->incident().state().severity.isEmpty());
    // And it is typed on at once.
    QTRY_VERIFY(focusIsOn(u"entry.field"_s));
}

void TestStories::declaredToResolved_data()
{
    QTest::addColumn<int>("severity"); // the how many-th button; 0: the last, "not assessed yet"
    QTest::newRow("helpdeskflow") << 0;
    QTest::newRow("sre-directorate") << 3;
    QTest::newRow("community-hub") << 0;
    QTest::newRow("nine-step") << 0;
    QTest::newRow("severity-ladder") << 1;
}

void TestStories::declaredToResolved()
{
    QFETCH(int, severity);
    const QString process = QString::fromLatin1(QTest::currentDataTag());
    typeText(u"Checkout fails"_s);
    QVERIFY(chooseProcess(process));
    QVERIFY(tabTo(u"startTitle"_s));
    for (int number = severity == 0 ? 1 : severity; number <= (severity == 0 ? 9 : severity); ++number)
        press(Qt::Key(Qt::Key_0 + number), Qt::AltModifier);
    QVERIFY2(severity == 0 || focusIsOn(u"startSeverity%1"_s.arg(severity)), "Alt and a number move to that severity");
    press(Qt::Key_Return);
    window::IncidentWindow *window = declared();
    QVERIFY(window);
    QCOMPARE(window->incident().state().processId, process);
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(focusIsOn(u"entry.field"_s));
    for (const QString &line : linesOf(u"stories/%1.txt"_s.arg(process))) {
        const qint64 before = window->incident().state().eventCount;
        typeText(line);
        press(Qt::Key_Return);
        QVERIFY2(window->incident().state().eventCount > before, qPrintable(line));
        QVERIFY(focusIsOn(u"entry.field"_s));
    }
    QVERIFY(window->incident().state().resolvedAt.isSet());
    QTRY_COMPARE(window->incident().saveStatus().saving, 0);
    QCOMPARE(window->incident().saveStatus().notSaved, 0);
}

QTEST_MAIN(TestStories)
#include "tst_stories.moc"
