// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"

#include "shell/mainwindow.h"
#include "sqlite/sqlitejournal.h"
#include "start/startwindow.h"
#include "storyscript.h"
#include "windowprogram.h"

#include <QApplication>
#include <QComboBox>
#include <QDebug>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// Time that stands until the story says that it goes on, for whoever asks for a clock.
class StoryTime : public domain::Clock
{
public:
    explicit StoryTime(const domain::SimulatedClock &clock) : m_clock(clock) { }
    domain::Instant now() const override { return m_clock.now(); }

private:
    const domain::SimulatedClock &m_clock;
};

/// From the start window to a closed incident in each of the five processes, by the keyboard alone, in the real program (ux 5.2, item 19).
class TestStories : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void declaredWithinTenKeys();
    void declaredToClosed_data();
    void declaredToClosed();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] bool tabTo(const QString &name);
    [[nodiscard]] bool chooseProcess(const QString &id);
    [[nodiscard]] bool focusIsOn(const QString &name) const;
    /// From the start window; the how many-th button of the severities, 0: the last, "not assessed yet".
    [[nodiscard]] window::IncidentWindow *declare(const QString &process, int severity);
    /// The window of the incident that was just declared; null where none comes.
    [[nodiscard]] window::IncidentWindow *declared();

    /// What the file lacks of these types of events, in this order; or what is wrong with it.
    [[nodiscard]] static QString missingIn(const QString &path, QStringList promised);

    domain::SimulatedClock m_clock{*domain::Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s)};
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
    qputenv("USER", "ana");
    m_pressed = 0;
    m_clock.set(*domain::Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s)); // a Monday
    window::TestHooks hooks;
    hooks.setClock([this] { return std::make_unique<StoryTime>(m_clock); });
    m_program = std::make_unique<window::WindowProgram>(window::WindowOptions(), hooks);
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

void TestStories::declaredToClosed_data()
{
    QTest::addColumn<int>("severity");
    QTest::newRow("helpdeskflow") << 0;
    QTest::newRow("sre-directorate") << 2;
    QTest::newRow("community-hub") << 0;
    QTest::newRow("nine-step") << 0;
    QTest::newRow("severity-ladder") << 1;
}

window::IncidentWindow *TestStories::declare(const QString &process, int severity)
{
    typeText(u"Checkout fails"_s);
    if (!chooseProcess(process) || !tabTo(u"startTitle"_s))
        return nullptr;
    for (int number = severity == 0 ? 1 : severity; number <= (severity == 0 ? 9 : severity); ++number)
        press(Qt::Key(Qt::Key_0 + number), Qt::AltModifier);
    // Alt and a number move to that severity.
    if (severity != 0 && !focusIsOn(u"startSeverity%1"_s.arg(severity)))
        return nullptr;
    press(Qt::Key_Return);
    return declared();
}

void TestStories::declaredToClosed()
{
    QFETCH(int, severity);
    const QString process = QString::fromLatin1(QTest::currentDataTag());
    window::IncidentWindow *window = declare(process, severity);
    QVERIFY(window);
    QCOMPARE(window->incident().state().processId, process);
    StoryScript story([this, window](domain::Span by) {
        m_clock.advance(by);
        window->incident().tick();
    });
    const QString stuck = story.play(process + u".story"_s);
    if (!stuck.isEmpty())
        qWarning().noquote() << stuck; // a failure shows its beginning alone
    QVERIFY2(stuck.isEmpty(), qPrintable(stuck.section(u'\n', 0, 1)));
    const auto &state = window->incident().state();
    QVERIFY(state.resolvedAt.isSet());
    QVERIFY(state.closedAt.isSet());
    QTRY_COMPARE(window->incident().saveStatus().saving, 0);
    QCOMPARE(window->incident().saveStatus().notSaved, 0);
    const QString path = window->path();
    m_program.reset();
    const QString wrong = missingIn(path, story.promised());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QString TestStories::missingIn(const QString &path, QStringList promised)
{
    const auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
    if (!journal)
        return journal.problem().text;
    const auto verified = journal.value()->verify();
    if (!verified)
        return verified.problem().text;
    if (!verified.value().ok())
        return u"verify finds faults"_s;
    QStringList types;
    if (!journal.value()->read(0, [&](qint64, const domain::Event &event) {
            types.append(event.type);
            if (!promised.isEmpty() && promised.first() == event.type)
                promised.removeFirst();
            return true;
        }))
        return u"the record cannot be read"_s;
    return promised.isEmpty() ? QString() : u"no %1 in its turn among:\n%2"_s.arg(promised.first(), types.join(u' '));
}

QTEST_MAIN(TestStories)
#include "tst_stories.moc"
