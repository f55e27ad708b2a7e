// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencedesk.h"

#include "commanddesk.h"
#include "filearguments.h"
#include "incidentcontroller.h"
#include "shell/messagebar.h"
#include "takeanswer.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

constexpr int mostNamed = 3;

using Bytes = std::shared_ptr<Outcome<QByteArray>>;

/// In the pool's thread. What is no file (a folder, a pipe that never ends) is not even opened.
Bytes bytesOf(const QString &path, const QString &noFile)
{
    if (!QFileInfo(path).isFile())
        return std::make_shared<Outcome<QByteArray>>(Problem{Problem::Kind::Usage, u"no-file"_s, noFile, {}, {}, {}});
    return std::make_shared<Outcome<QByteArray>>(session::readFileArgument(path));
}

} // namespace

EvidenceDesk::EvidenceDesk(IncidentController &incident, CommandDesk &desk, views::MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_incident(incident)
    , m_desk(desk)
    , m_messages(messages)
{
}

void EvidenceDesk::attach(const QStringList &paths)
{
    if (const QString &why = m_desk.readOnlyReason(); !why.isEmpty()) {
        m_desk.tell({Problem::Kind::Usage, u"read-only"_s, why, {}, {}, {}});
        return;
    }
    if (paths.size() > MostFiles) {
        m_messages.show({Message::Kind::Refusal,
                         tr("These are %n files. At most 100 are taken at once: none is attached.", nullptr, int(paths.size()))});
        return;
    }
    m_batches.append({paths, m_incident.now(), 0, {}, m_desk.begin()});
    if (m_batches.size() == 1)
        next();
}

void EvidenceDesk::next()
{
    if (m_batches.first().left.isEmpty()) {
        tell(m_batches.takeFirst());
        if (!m_batches.isEmpty())
            next();
        return;
    }
    const QString path = m_batches.first().left.first();
    const QString noFile = tr("%1 is not a file, or is not there.").arg(path);
    const auto read = elsewhere<Bytes>([path, noFile] { return bytesOf(path, noFile); });
    takeAnswer(this, read, [this](const Bytes &bytes) { *bytes ? keep(bytes->value()) : finishFile(bytes->problem().text); });
}

void EvidenceDesk::keep(const QByteArray &bytes)
{
    takeAnswer(this, m_incident.keepBlob(bytes), [this, size = bytes.size()](const IncidentController::KeptBlob &hash) {
        if (!*hash)
            return finishFile(hash->problem().text);
        Command command{Verb::Attach, {}, {}, {}};
        command.at = m_batches.first().at;
        session::putAttachment(command, hash->value(), QFileInfo(m_batches.first().left.first()).fileName(), size);
        const auto done = m_desk.submitQuietly(command);
        finishFile(done ? QString() : done.problem().text);
    });
}

void EvidenceDesk::finishFile(const QString &whyNot)
{
    Batch &batch = m_batches.first();
    const QString path = batch.left.takeFirst();
    if (whyNot.isEmpty())
        ++batch.kept;
    else
        batch.failed.append({path, whyNot});
    next();
}

void EvidenceDesk::tell(const Batch &batch)
{
    if (batch.failed.isEmpty()) {
        m_messages.show({Message::Kind::Info, tr("%n files are attached.", nullptr, batch.kept)});
        return;
    }
    QStringList again;
    QStringList lines;
    for (const Failure &failure : batch.failed) {
        again.append(failure.path);
        if (lines.size() < mostNamed)
            lines.append(tr("%1: %2", "a file, and why it is not attached").arg(QFileInfo(failure.path).fileName(), failure.why));
    }
    lines.prepend(tr("%n files are not attached, the others are.", nullptr, int(again.size())));
    if (batch.kept == 0)
        lines.first() = tr("None of %n files is attached.", nullptr, int(again.size()));
    if (const int more = int(batch.failed.size()) - mostNamed; more > 0)
        lines.append(tr("And %n more.", nullptr, more));
    m_messages.show({Message::Kind::Warning,
                     lines.join(u'\n'),
                     {},
                     {{tr("Attach again"), [this, again] { attach(again); }}},
                     u"attach "_s + again.join(u'\n')});
}

} // namespace fireline::window
