// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddesk.h"

#include "core/limits.h"
#include "decide/settlednotice.h"
#include "entry/pastedimage.h"
#include "filearguments.h"
#include "shell/messagebar.h"
#include "takeanswer.h"

#include <QFileInfo>
#include <QImage>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

const QString diskMessage = u"disk"_s;

} // namespace

CommandDesk::CommandDesk(IncidentController &incident, views::MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_incident(incident)
    , m_messages(messages)
{
    connect(&incident, &IncidentController::problemOccurred, this, &CommandDesk::tell);
    connect(&incident, &IncidentController::applied, this, &CommandDesk::closeSettled);
    connect(&incident, &IncidentController::reset, this, &CommandDesk::closeSettled);
    connect(&incident, &IncidentController::savedChanged, this, [this] {
        if (m_incident.saveStatus().notSaved == 0)
            m_messages.close(diskMessage);
    });
}

void CommandDesk::submit(const Command &command)
{
    if (const auto done = submitQuietly(command); !done)
        tell(done.problem());
}

Outcome<void> CommandDesk::submitQuietly(const Command &command)
{
    if (!session::fileOf(command).isEmpty())
        return withFile(command);
    return command.verb == Verb::Snap ? snap(command, {}) : carryOut(command, UndoHistory::Why::Done);
}

// What the graphs show is not in the line: whoever shows them fills it in.
Outcome<void> CommandDesk::snap(const Command &command, const Snapped &snapped)
{
    if (!m_readOnly.isEmpty() || !m_snap)
        return carryOut(command, UndoHistory::Why::Done);
    Command dated = command;
    if (!dated.at.isSet())
        dated.at = m_incident.now();
    auto taken = m_snap(dated, snapped);
    if (taken && m_done)
        m_done(dated, {});
    return taken;
}

void CommandDesk::note(const Command &command)
{
    if (!m_readOnly.isEmpty() || m_incident.saveStatus().readOnly)
        return;
    Command dated = command;
    if (!dated.at.isSet())
        dated.at = m_incident.now();
    if (const auto done = m_incident.execute(dated); !done)
        notRecorded(dated, done.problem());
}

void CommandDesk::notRecorded(const Command &command, const Problem &problem)
{
    m_messages.show({Message::Kind::Warning,
                     tr("“%1” is so, and does not stand in the record. %2").arg(command.text(), problem.text),
                     problem.source,
                     {{tr("Record it again"), [this, command] { note(command); }}},
                     u"note "_s + command.text()});
}

CommandDesk::Work CommandDesk::begin()
{
    ++m_works;
    return {nullptr, [self = QPointer(this)](void *) {
                // Whoever lets go may be in the middle of its own answer.
                if (self)
                    QMetaObject::invokeMethod(self, &CommandDesk::settle, Qt::QueuedConnection);
            }};
}

void CommandDesk::settle()
{
    if (--m_works == 0)
        emit rested(!std::exchange(m_workFailed, false));
}

QList<Command> CommandDesk::submitAll(const QList<Command> &commands)
{
    for (qsizetype i = 0; i < commands.size(); ++i) {
        if (const auto done = submitQuietly(commands.at(i)); !done) {
            tell(done.problem());
            return commands.sliced(i);
        }
    }
    return {};
}

// Where all that is missing is listed, and confirmed with one key, is a command of the palette; what a record asks for has a form.
Problem CommandDesk::withTheWayOn(const Command &command, Problem problem) const
{
    if (problem.code == "field-missing"_L1 && command.verb == Verb::Draft && m_wayToForm)
        problem.text += m_wayToForm(problem.rule);
    const bool moves = command.verb == Verb::Phase;
    if (problem.code != "gate-open"_L1 || (!moves && command.verb != Verb::Resolve && command.verb != Verb::Close))
        return problem;
    const QString name = moves ? tr("Move to another phase…") : tr("Resolve or close the incident…");
    const QString key = m_keyOf ? m_keyOf(u"window.palette"_s) : QString();
    problem.text += key.isEmpty()
                        ? tr(" In a list, with a form for each: “%1”.", "a command").arg(name)
                        : tr(" In a list, with a form for each: %1, “%2”.", "a key, the command that it finds").arg(key, name);
    return problem;
}

Outcome<void> CommandDesk::carryOut(const Command &command, UndoHistory::Why why)
{
    if (!m_readOnly.isEmpty())
        return Problem{Problem::Kind::Usage, u"read-only"_s, m_readOnly, {}, {}, {}};
    const IncidentState before = UndoHistory::before(m_incident.state(), command);
    const auto executed = m_incident.execute(command, [&](const QList<Event> &events) {
        if (m_done)
            m_done(command, events);
    });
    if (!executed)
        return withTheWayOn(command, executed.problem());
    m_history.remember(executed.value().events, before, why);
    remark(executed.value().notices);
    return {};
}

// Whether the file is there is known at once, so that the line stays where it is not; its bytes are read elsewhere.
Outcome<void> CommandDesk::withFile(const Command &command)
{
    const QFileInfo file(session::fileOf(command));
    if (!file.isFile() || !file.isReadable() || file.size() > domain::largestAttachment)
        return Problem{Problem::Kind::Usage,
                       u"file"_s,
                       tr("%1 cannot be read, or is larger than 16 MiB. Check its name.").arg(file.filePath()),
                       {},
                       {},
                       {}};
    Command dated = command;
    if (!dated.at.isSet())
        dated.at = m_incident.now();
    if (m_done)
        m_done(dated, {});
    using Bytes = std::shared_ptr<Outcome<QByteArray>>;
    const auto read = elsewhere<Bytes>(
        [path = file.filePath()] { return std::make_shared<Outcome<QByteArray>>(session::readFileArgument(path)); });
    takeAnswer(this, read, [this, dated, name = file.fileName(), work = begin()](const Bytes &bytes) {
        if (!*bytes)
            return failed(bytes->problem());
        if (dated.verb == Verb::Attach)
            return attach(dated, name, bytes->value());
        Command filled = dated;
        session::putFileText(filled, bytes->value(), m_incident.process().id);
        if (const auto done = carryOut(filled, UndoHistory::Why::Done); !done)
            failed(done.problem());
    });
    return {};
}

void CommandDesk::attach(const Command &command, const QString &name, const QByteArray &bytes, const std::function<void()> &done)
{
    Command dated = command;
    if (!dated.at.isSet())
        dated.at = m_incident.now();
    const auto kept = m_incident.keepBlob(bytes);
    takeAnswer(this, kept, [this, dated, name, bytes, done, work = begin()](const IncidentController::KeptBlob &hash) {
        if (!*hash) {
            m_workFailed = true;
            m_messages.show({Message::Kind::Warning,
                             tr("%1 is not attached. %2").arg(name, hash->problem().text),
                             {},
                             {{tr("Attach again"), [this, dated, name, bytes, done] { attach(dated, name, bytes, done); }}},
                             u"attach "_s + name});
            return;
        }
        Command filled = dated;
        session::putAttachment(filled, hash->value(), name, bytes.size());
        if (const auto recorded = carryOut(filled, UndoHistory::Why::Done); !recorded)
            failed(recorded.problem());
        else if (done)
            done();
    });
}

void CommandDesk::failed(const Problem &problem)
{
    m_workFailed = true;
    tell(problem);
}

void CommandDesk::attachPicture(const Command &command, const QString &name, const QImage &picture,
                                const std::function<void()> &done)
{
    Command dated = command;
    if (!dated.at.isSet())
        dated.at = m_incident.now();
    const auto png = elsewhere<QByteArray>([picture] { return views::pngOf(picture); });
    takeAnswer(this, png,
               [this, dated, name, done, work = begin()](const QByteArray &bytes) { attach(dated, name, bytes, done); });
}

void CommandDesk::remark(const QList<Notice> &notices)
{
    for (const Notice &notice : notices) {
        m_messages.show(
            {notice.effect == RuleEffect::Warn ? Message::Kind::Warning : Message::Kind::Info, notice.text, notice.source});
        m_remarks.removeIf([&](const Notice &before) { return before.text == notice.text; });
        m_remarks.append(notice);
    }
}

void CommandDesk::closeSettled()
{
    const RuleContext context{m_incident.state(), m_incident.process(), m_incident.now()};
    for (qsizetype i = m_remarks.size() - 1; i >= 0; --i) {
        if (isSettled(m_remarks.at(i), context))
            m_messages.close(m_remarks.takeAt(i).text); // its id, as it has no other
    }
}

void CommandDesk::tell(const Problem &problem)
{
    Message message{problem.kind == Problem::Kind::Refused ? Message::Kind::Refusal : Message::Kind::Warning, problem.text,
                    problem.source};
    if (problem.kind == Problem::Kind::Full || problem.kind == Problem::Kind::Io) {
        message.id = diskMessage;
        if (m_incident.saveStatus().notSaved > 0)
            message.buttons = {{tr("Try again"), [this] { m_incident.retrySaving(); }},
                               {tr("Save a copy…"), [this] { emit copyRequested(); }}};
    }
    m_messages.show(message);
}

Inverse CommandDesk::nextUndo() const
{
    return m_history.undo(m_incident.state(), m_incident.process());
}

Inverse CommandDesk::nextRedo() const
{
    return m_history.redo(m_incident.state(), m_incident.process());
}

void CommandDesk::undo()
{
    takeBack(nextUndo(), UndoHistory::Why::Undone);
}

void CommandDesk::redo()
{
    takeBack(nextRedo(), UndoHistory::Why::Redone);
}

void CommandDesk::takeBack(const Inverse &inverse, UndoHistory::Why why)
{
    if (!inverse.possible()) {
        m_messages.show({Message::Kind::Info, inverse.text});
        return;
    }
    if (const auto done = carryOut(*inverse.command, why); !done)
        return tell(done.problem());
    const bool undone = why == UndoHistory::Why::Undone;
    const QString next = undone ? tr("Do again") : tr("Take back");
    const QString key = m_keyOf ? m_keyOf(undone ? u"entry.redo"_s : u"entry.undo"_s) : QString();
    m_messages.show(
        {Message::Kind::Info,
         inverse.text,
         {},
         {{key.isEmpty() ? next : tr("%1 (%2)", "button, its key").arg(next, key), [this, undone] { undone ? redo() : undo(); }}},
         u"undo"_s,
         false,
         true});
}

} // namespace fireline::window
