// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddesk.h"

#include "filearguments.h"
#include "shell/messagebar.h"

#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

CommandDesk::CommandDesk(IncidentController &incident, views::MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_incident(incident)
    , m_messages(messages)
{
    connect(&incident, &IncidentController::problemOccurred, this, &CommandDesk::tell);
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
    return carryOut(command, UndoHistory::Why::Done);
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

Outcome<void> CommandDesk::carryOut(const Command &command, UndoHistory::Why why)
{
    const IncidentState before = UndoHistory::before(m_incident.state(), command.verb);
    const auto executed = m_incident.execute(command);
    if (!executed)
        return executed.problem();
    m_history.remember(executed.value().events, before, why);
    remark(executed.value().notices);
    return {};
}

// The bytes are read elsewhere; what they belong to is written once they are there, and stays in order with itself alone.
Outcome<void> CommandDesk::withFile(const Command &command)
{
    const QString path = session::fileOf(command);
    auto promise = std::make_shared<QPromise<std::shared_ptr<Outcome<QByteArray>>>>();
    promise->start();
    promise->future().then(this, [this, command, path](const std::shared_ptr<Outcome<QByteArray>> &bytes) {
        if (!*bytes)
            return tell(bytes->problem());
        if (command.verb == Verb::Attach)
            return m_incident.attach(QFileInfo(path).fileName(), bytes->value(), command.text());
        Command filled = command;
        session::putFileText(filled, bytes->value(), m_incident.process().id);
        if (const auto done = carryOut(filled, UndoHistory::Why::Done); !done)
            tell(done.problem());
    });
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(std::make_shared<Outcome<QByteArray>>(session::readFileArgument(path)));
        promise->finish();
    });
    return {};
}

void CommandDesk::remark(const QList<Notice> &notices)
{
    for (const Notice &notice : notices)
        m_messages.show(
            {notice.effect == RuleEffect::Warn ? Message::Kind::Warning : Message::Kind::Info, notice.text, notice.source});
}

void CommandDesk::tell(const Problem &problem)
{
    Message message{problem.kind == Problem::Kind::Refused ? Message::Kind::Refusal : Message::Kind::Warning, problem.text,
                    problem.source};
    if (problem.kind == Problem::Kind::Full || problem.kind == Problem::Kind::Io) {
        message.id = u"disk"_s;
        if (!m_incident.saveStatus().readOnly)
            message.buttons = {{tr("Try again"), [this] { m_incident.retrySaving(); }}};
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
    const QString again = why == UndoHistory::Why::Undone ? tr("%1 Ctrl+Shift+Z does it again.") : tr("%1 Ctrl+Z takes it back.");
    m_messages.show({Message::Kind::Info, again.arg(inverse.text)});
}

} // namespace fireline::window
