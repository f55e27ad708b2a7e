// SPDX-License-Identifier: GPL-3.0-or-later
#include "contestdesk.h"

#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "contestedwords.h"
#include "incidentcontroller.h"
#include "incidentsharing.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "text/timedisplay.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

const QString messageId = u"contested"_s;
constexpr qsizetype mostOffered = 3; ///< values beside the one in force; the timeline has them all

} // namespace

ContestDesk::ContestDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_sharing(parts.incident.sharing())
{
    connect(&m_sharing, &IncidentSharing::contestedChanged, this, &ContestDesk::follow);
}

void ContestDesk::addActions()
{
    m_parts.window.actions().add(
        {u"file.contested"_s,
         tr("What several people set at once"),
         tr("Shows fields that several consoles set at the same time: keep the value in force, or use another."),
         u"file"_s,
         u"conflict"_s,
         {}},
        [this] {
            show();
            m_parts.window.messages().focusNewest();
        },
        [this] { return m_sharing.contested().isEmpty() ? tr("Nobody set the same field at the same time.") : QString(); });
}

void ContestDesk::follow()
{
    m_parts.window.actions().refreshLater();
    if (m_sharing.contested().isEmpty()) {
        m_shown.clear();
        m_parts.window.messages().close(messageId);
        return;
    }
    const ContestedField &first = m_sharing.contested().first();
    QStringList now{first.inForce.field, first.inForce.event.id};
    for (const FieldSetting &other : first.others)
        now.append(other.event.id);
    if (const QString mark = now.join(u' '); std::exchange(m_shown, mark) != mark)
        show();
}

void ContestDesk::show()
{
    if (m_sharing.contested().isEmpty())
        return;
    const ContestedField field = m_sharing.contested().first();
    QStringList who;
    for (const FieldSetting &other : field.others)
        who.append(told(other));
    who.append(told(field.inForce));
    const QString inForce = valueOf(field.inForce);
    const QString text = tr("%1: set by several people at the same time. %2 In force: %3.", "a field; who set what; a value")
                             .arg(contestedName(field.inForce, m_parts.incident.state(), m_parts.incident.process()),
                                  who.join(u' '), inForce);
    QList<views::MessageButton> ways{{tr("Keep %1", "a value").arg(inForce), [this, field] { keep(field); }}};
    for (const FieldSetting &other : field.others.first(std::min(mostOffered, field.others.size())))
        ways.append({tr("Use %1", "a value").arg(valueOf(other)), [this, other] { use(other); }});
    m_parts.window.messages().show({Message::Kind::Warning, text, {}, ways, messageId});
}

QString ContestDesk::valueOf(const FieldSetting &setting) const
{
    return contestedValue(setting, m_parts.incident.process(), m_parts.times);
}

QString ContestDesk::told(const FieldSetting &setting) const
{
    return tr("%1 at %2: %3.", "a person, a time, a value")
        .arg(setting.by, m_parts.times.dayMinute(setting.event.occurredAt), valueOf(setting));
}

void ContestDesk::keep(const ContestedField &field)
{
    QStringList others;
    QJsonArray settled;
    for (const FieldSetting &other : field.others) {
        others.append(told(other));
        settled.append(other.event.id);
    }
    const QString name = contestedName(field.inForce, m_parts.incident.state(), m_parts.incident.process());
    m_parts.desk.submit({Verb::Note,
                         {},
                         {},
                         {{u"text"_s, tr("%1 stays %2. Set at the same time: %3", "a field, a value, who set what")
                                          .arg(name, valueOf(field.inForce), others.join(u' '))},
                          {settlesKey.toString(), settled}}});
}

void ContestDesk::use(const FieldSetting &setting)
{
    m_parts.desk.submit(
        commandOf(setting, m_parts.incident.state(), tr("Chosen of what was set at the same time, by %1").arg(setting.by)));
}

} // namespace fireline::window
