// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddesk.h"
#include "entry/statecontext.h"
#include "filearguments.h"
#include "linegen.h"
#include "memorystore.h"
#include "processlibrary.h"
#include "shell/messagebar.h"
#include "theme/theme.h"
#include "visiblestate.h"

#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::domain::test;

namespace {

/// An incident as the window has it, behind the desk that Ctrl+Z and Ctrl+Shift+Z speak to.
class Desk
{
public:
    Desk(const Process &process, const QString &severity, views::Theme &theme) : m_messages(theme, &m_place)
    {
        using Opened = std::shared_ptr<session::OpenedIncident>;
        auto *store = new session::ThreadedStore; // the session's, once it is declared
        auto opening = store->run<Opened>([&]() -> Opened {
            (void)store->openHere(
                [this] { return Outcome<session::ThreadedStore::Inner>(std::make_unique<MemoryStore>(m_disk)); });
            const Command command{
                Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, severity}, {u"fields"_s, fields()}}};
            auto declared = session::IncidentSession::declare(
                [store] { return Outcome<std::unique_ptr<EventStore>>(std::unique_ptr<EventStore>(store)); }, m_setup, process,
                command);
            if (!declared)
                qFatal("not declared: %s", qPrintable(declared.problem().text));
            return std::make_shared<session::OpenedIncident>(
                session::OpenedIncident{std::move(declared).value(), store, {}, false, 0, 0});
        });
        opening.waitForFinished();
        m_incident = std::make_unique<window::IncidentController>(std::move(*opening.result()), m_clock);
        m_desk = std::make_unique<window::CommandDesk>(*m_incident, m_messages);
    }

    /// False where it is refused, or is no line at all.
    bool line(const QString &text, const QString &by)
    {
        const ParsedEntry parsed = parseEntry(text, entryContext(state(), m_incident->process(), m_clock.now()));
        if (!parsed.ok())
            return false;
        Command command = parsed.command;
        // What brings a file is kept by another thread first, and tested with the desk.
        if (command.verb == Verb::Snap || !session::fileOf(command).isEmpty())
            return false;
        if (command.by.isEmpty())
            command.by = by;
        return m_desk->submitQuietly(command).ok();
    }
    void advance(Span by) { m_clock.advance(by); }
    [[nodiscard]] const IncidentState &state() const { return m_incident->state(); }
    [[nodiscard]] qint64 count() const { return state().eventCount; }
    [[nodiscard]] window::CommandDesk &keys() { return *m_desk; }
    /// All that is on the disk.
    [[nodiscard]] QList<Event> record()
    {
        const std::function<QList<Event>()> read = [this] { return m_disk.events; };
        auto reading = m_incident->store().run<QList<Event>>(read);
        reading.waitForFinished();
        return reading.result();
    }

private:
    static QJsonObject fields() { return {{u"service"_s, u"web"_s}}; }

    SimulatedClock m_clock{*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    UuidV7Source m_ids{42};
    session::SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
    MemoryStore::Disk m_disk;
    QWidget m_place; ///< never shown
    views::MessageBar m_messages;
    std::unique_ptr<window::IncidentController> m_incident;
    std::unique_ptr<window::CommandDesk> m_desk;
};

/// What was seen before and after a command, and how many rows there were.
struct Step
{
    QString line;
    QString before;
    QString after;
    qsizetype rowsBefore = 0;
    qsizetype rowsAfter = 0;
};

struct Counts
{
    int undone = 0;
    int redone = 0;
    int deep = 0; ///< more than one taken back in a row
};

/// One person at the keyboard: types, takes back, does again, in any order.
class Person
{
public:
    Person(Desk &desk, Counts &counts) : m_desk(desk), m_counts(counts) { }

    void type(const QString &line)
    {
        Step step{line, {}, {}, m_desk.state().entries.size(), 0};
        step.before = visible(m_desk.state(), step.rowsBefore);
        const qint64 count = m_desk.count();
        const bool done = m_desk.line(line, *rc::gen::elementOf(std::vector<QString>{u"ana"_s, u"bo"_s}));
        RC_ASSERT(m_desk.count() >= count);
        RC_ASSERT(done || m_desk.count() == count);
        if (m_desk.count() == count)
            return;
        finish(step);
        m_done.append(step);
        m_undone.clear();
        m_inARow = 0;
    }
    void takeBack()
    {
        const bool possible = m_desk.keys().nextUndo().possible();
        RC_ASSERT(!m_desk.keys().nextUndo().text.isEmpty());
        const qint64 count = m_desk.count();
        m_desk.keys().undo();
        if (m_desk.count() == count)
            return; // said why
        RC_ASSERT(possible);
        RC_ASSERT(m_desk.count() > count);
        RC_ASSERT(!m_done.isEmpty());
        const Step step = m_done.takeLast();
        RC_LOG() << "undone: " << qPrintable(step.line) << '\n';
        RC_ASSERT(visible(m_desk.state(), step.rowsBefore) == step.before);
        m_undone.append(step);
        ++m_counts.undone;
        m_counts.deep += int(++m_inARow > 1);
    }
    void doAgain()
    {
        const qint64 count = m_desk.count();
        m_desk.keys().redo();
        if (m_desk.count() == count)
            return;
        RC_ASSERT(!m_undone.isEmpty());
        const Step step = m_undone.takeLast();
        RC_LOG() << "redone: " << qPrintable(step.line) << '\n';
        RC_ASSERT(visible(m_desk.state(), step.rowsAfter) == step.after);
        m_done.append(step);
        ++m_counts.redone;
        m_inARow = 0;
    }

private:
    void finish(Step &step)
    {
        step.rowsAfter = m_desk.state().entries.size();
        step.after = visible(m_desk.state(), step.rowsAfter);
    }

    Desk &m_desk;
    Counts &m_counts;
    QList<Step> m_done;
    QList<Step> m_undone;
    int m_inARow = 0;
};

/// From 1 to `most`, all alike: rapidcheck's own begins with small ones.
int upTo(int most)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(1, most + 1));
}

/// What is seldom refused, so that there is much to take back.
rc::Gen<QString> usualLine()
{
    return rc::gen::elementOf(std::vector<QString>{u"pod A restarted"_s,
                                                   u"/finding the pool is full #db"_s,
                                                   u"/role @bo ic"_s,
                                                   u"/claim"_s,
                                                   u"/action @bo look at A +10m"_s,
                                                   u"/ask @bo is it up? +5m"_s,
                                                   u"/impact users 70"_s,
                                                   u"/impact start"_s,
                                                   u"/hyp the release"_s,
                                                   u"/decision wait"_s,
                                                   u"/pin #E2"_s,
                                                   u"/correct #E2 other words"_s,
                                                   u"/retime #E2 09:01"_s,
                                                   u"/retract #E2 wrong"_s,
                                                   u"/snooze 5m"_s,
                                                   u"/report it is slow"_s,
                                                   u"/why no limit was set"_s,
                                                   u"/timer +5m look"_s,
                                                   u"/extend #A1 +5m"_s,
                                                   u"/ruleout #H1 no"_s});
}

} // namespace

/// Undo as the window does it (ux 5.2, item 20): in any sequence of commands, undos and redos each undo brings back what was seen
/// before its command, each redo what was seen after it, and the record only grows.
class TestUndoProperties : public QObject
{
    Q_OBJECT
private slots:
    void anySequence_data();
    void anySequence();

private:
    views::Theme m_theme;
};

void TestUndoProperties::anySequence_data()
{
    QTest::addColumn<QString>("processId");
    const process::ProcessLibrary library({});
    for (const auto &entry : library.entries())
        QTest::newRow(qPrintable(entry.id)) << entry.id;
}

void TestUndoProperties::anySequence()
{
    QFETCH(QString, processId);
    const Process process = process::ProcessLibrary({}).process(processId).value();
    Counts counts;
    QVERIFY(rc::check(qPrintable(processId), [&] {
        const QString severity = process.severities.at(*rc::gen::inRange<qsizetype>(0, process.severities.size())).id;
        Desk desk(process, severity, m_theme);
        Person person(desk, counts);
        const int bursts = upTo(15);
        const QList<Event> record = desk.record();
        for (int i = 0; i < bursts; ++i) {
            const int what = upTo(4);
            const int times = upTo(5);
            for (int k = 0; k < times; ++k) {
                desk.advance(Span::seconds(upTo(120)));
                if (what <= 2)
                    person.type(*rc::gen::oneOf(anyLineFor(process), usualLine()));
                else if (what == 3)
                    person.takeBack();
                else
                    person.doAgain();
            }
        }
        const QList<Event> grown = desk.record();
        RC_ASSERT(grown.size() == desk.count());
        for (qsizetype i = 0; i < record.size(); ++i)
            RC_ASSERT(grown.at(i).id == record.at(i).id && grown.at(i).hash == record.at(i).hash);
    }));
    qInfo("%d taken back, %d of them one after the other, %d done again", counts.undone, counts.deep, counts.redone);
    QVERIFY2(counts.undone > 50, qPrintable(u"too few were taken back: %1"_s.arg(counts.undone)));
    QVERIFY2(counts.deep > 10, qPrintable(u"too few were taken back one after the other: %1"_s.arg(counts.deep)));
    QVERIFY2(counts.redone > 15, qPrintable(u"too few were done again: %1"_s.arg(counts.redone)));
}

QTEST_MAIN(TestUndoProperties)
#include "tst_undoproperties.moc"
