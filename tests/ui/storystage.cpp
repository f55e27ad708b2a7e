// SPDX-License-Identifier: GPL-3.0-or-later
#include "storystage.h"

#include "shell/mainwindow.h"
#include "sqlite/sqlitejournal.h"
#include "storyhand.h"
#include "storyscript.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr int opening = 20000; // ms

/// Time for whoever asks for a clock.
class StoryTime : public domain::Clock
{
public:
    explicit StoryTime(const domain::SimulatedClock &clock) : m_clock(clock) { }
    domain::Instant now() const override { return m_clock.now(); }

private:
    const domain::SimulatedClock &m_clock;
};

bool focusIsOn(const QString &name)
{
    return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name;
}

} // namespace

// A Monday.
StoryStage::StoryStage(const QString &process) : m_clock(*domain::Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s))
{
    for (const auto &[variable, folder] :
         {std::pair{"XDG_DATA_HOME", "data"}, std::pair{"XDG_CONFIG_HOME", "config"}, std::pair{"XDG_STATE_HOME", "state"}})
        qputenv(variable, m_home.filePath(QString::fromLatin1(folder)).toLocal8Bit());
    qputenv("USER", "ana");
    if (!process.isEmpty()) {
        QDir(m_home.path()).mkpath(u"config/fireline"_s);
        QFile settings(m_home.filePath(u"config/fireline/settings.ini"_s));
        QVERIFY(settings.open(QIODevice::WriteOnly) && settings.write("[start]\nprocess=" + process.toUtf8() + '\n') > 0);
    }
    window::TestHooks hooks;
    hooks.setClock([this] { return std::make_unique<StoryTime>(m_clock); });
    m_program = std::make_unique<window::WindowProgram>(window::WindowOptions(), hooks);
    m_program->start();
    QTRY_VERIFY(QApplication::activeWindow());
    // The first run can be left at once.
    if (QApplication::focusWidget() && !focusIsOn(u"startTitle"_s))
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(focusIsOn(u"startTitle"_s));
}

StoryStage::~StoryStage() = default;

window::IncidentWindow *StoryStage::declared()
{
    if (!QTest::qWaitFor([this] { return !m_program->windows().isEmpty(); }, opening))
        return nullptr;
    window::IncidentWindow *window = m_program->windows().first();
    return QTest::qWaitForWindowActive(&window->window(), opening) ? window : nullptr;
}

QString StoryStage::play(StoryHand &hand, const QString &process, int severity)
{
    hand.declare(u"Checkout fails"_s, process, severity);
    if (!hand.ok())
        return hand.fault();
    window::IncidentWindow *window = declared();
    if (!window)
        return u"no window comes"_s;
    if (window->incident().state().processId != process)
        return u"it is declared for "_s + window->incident().state().processId;
    QStringList promised;
    if (const QString stuck = playIn(*window, hand, promised); !stuck.isEmpty())
        return stuck;
    const QString path = window->path();
    const QList<StoryStep> steps = storySteps(window->incident().process());
    m_program.reset();
    return missingIn(path, promised, steps);
}

QString StoryStage::playIn(window::IncidentWindow &window, StoryHand &hand, QStringList &promised)
{
    StoryScript story(hand, [this, &window](domain::Span by) {
        m_clock.advance(by);
        window.incident().tick();
    });
    if (const QString stuck = story.play(window.incident().state().processId + u".story"_s); !stuck.isEmpty())
        return stuck;
    promised = story.promised();
    const auto &state = window.incident().state();
    if (!state.resolvedAt.isSet() || !state.closedAt.isSet())
        return u"it is not over"_s;
    if (!QTest::qWaitFor([&] { return window.incident().saveStatus().saving == 0; })
        || window.incident().saveStatus().notSaved != 0)
        return u"not all of it is saved"_s;
    return {};
}

QString StoryStage::missingIn(const QString &path, QStringList promised, const QList<StoryStep> &steps)
{
    const auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
    if (!journal)
        return journal.problem().text;
    const auto verified = journal.value()->verify();
    if (!verified)
        return verified.problem().text;
    if (!verified.value().ok())
        return u"verify finds faults"_s;
    QList<StoryEvent> record;
    QStringList types;
    if (!journal.value()->read(0, [&](qint64, const domain::Event &event) {
            record.append({event.type, event.body()});
            types.append(event.type);
            if (!promised.isEmpty() && promised.first() == event.type)
                promised.removeFirst();
            return true;
        }))
        return u"the record cannot be read"_s;
    if (!promised.isEmpty())
        return u"no %1 in its turn among:\n%2"_s.arg(promised.first(), types.join(u' '));
    const QStringList lacking = lackingSteps(steps, record);
    return lacking.isEmpty() ? QString() : u"the story does without: %1"_s.arg(lacking.join(u"; "_s));
}

} // namespace fireline::test
