// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidentcontroller.h"
#include "undohistory.h"

#include <QObject>

#include <functional>
#include <memory>

class QImage;

namespace fireline::views {
class MessageBar;
}

namespace fireline::window {

/// Where everything that panels, keys and quick entry ask for arrives: carries it out, says in the message bar what the
/// process thinks of it, and takes back the last of it. GUI thread; owned by the incident's window.
class CommandDesk : public QObject
{
    Q_OBJECT
public:
    CommandDesk(IncidentController &incident, views::MessageBar &messages, QObject *parent = nullptr);

    /// Does it; a refusal and what the process remarks are shown.
    void submit(const domain::Command &command);
    /// The same for whoever shows a refusal itself: only remarks are shown.
    [[nodiscard]] domain::Outcome<void> submitQuietly(const domain::Command &command);
    /// What was done at this console beside the incident: it stands in the record where that can be written, and is nothing
    /// that undo reaches.
    void note(const domain::Command &command);
    /// It is so, and could not be recorded: says why, and tries again when asked to.
    void notRecorded(const domain::Command &command, const domain::Problem &problem);
    /// History that passes no rule, one entry each; stops at the first that cannot be written and gives back what is left.
    [[nodiscard]] QList<domain::Command> submitAll(const QList<domain::Command> &commands);

    /// Why nothing may be written now, told to whoever tries; empty: it may.
    void setReadOnlyReason(const QString &reason) { m_readOnly = reason; }
    [[nodiscard]] const QString &readOnlyReason() const { return m_readOnly; }

    /// Keeps what the graphs show, as a command says, by attach(); or says why it cannot. Its last argument hears of the picture
    /// once that is in the record; it may be empty.
    using Snapped = std::function<void(const QString &sha256)>;
    using Snap = std::function<domain::Outcome<void>(const domain::Command &, const Snapped &)>;
    void setSnap(Snap snap) { m_snap = std::move(snap); }
    [[nodiscard]] domain::Outcome<void> snap(const domain::Command &command, const Snapped &snapped);

    /// Hears of what is carried out before it is in the record; without events: it will be, and what comes of it has the same time.
    using Done = std::function<void(const domain::Command &, const QList<domain::Event> &)>;
    void setDone(Done done) { m_done = std::move(done); }

    /// The key of a command as it is shown, by the command's id; empty where it has none.
    using KeyOf = std::function<QString(const QString &id)>;
    void setKeys(KeyOf keyOf) { m_keyOf = std::move(keyOf); }
    /// How the form of a record is opened, in a sentence that begins with a blank; empty where it has none.
    using WayToForm = std::function<QString(const QString &form)>;
    void setForms(WayToForm wayToForm) { m_wayToForm = std::move(wayToForm); }

    void undo();
    void redo();
    [[nodiscard]] domain::Inverse nextUndo() const;
    [[nodiscard]] domain::Inverse nextRedo() const;

    /// Keeps the bytes, then posts them as the command says, at the time it was asked. What cannot be kept can be tried again.
    /// `done` hears that it is in the record.
    void attach(const domain::Command &command, const QString &name, const QByteArray &bytes,
                const std::function<void()> &done = {});
    /// The same with a picture, of which a PNG is made elsewhere.
    void attachPicture(const domain::Command &command, const QString &name, const QImage &picture,
                       const std::function<void()> &done = {});

    void tell(const domain::Problem &problem);

    /// While whoever holds one works on what will be an entry, the desk is busy.
    using Work = std::shared_ptr<void>;
    [[nodiscard]] Work begin();
    [[nodiscard]] bool isBusy() const { return m_works > 0; }

signals:
    /// Nothing is on its way to being an entry any more. `kept`: each has become one.
    void rested(bool kept);
    /// The disk takes nothing: what is typed is wanted elsewhere.
    void copyRequested();

private:
    [[nodiscard]] domain::Problem withTheWayOn(const domain::Command &command, domain::Problem problem) const;
    domain::Outcome<void> carryOut(const domain::Command &command, UndoHistory::Why why);
    domain::Outcome<void> withFile(const domain::Command &command);
    void remark(const QList<domain::Notice> &notices);
    /// What was done since is asked for no more.
    void closeSettled();
    void settle();
    void failed(const domain::Problem &problem);
    void takeBack(const domain::Inverse &inverse, UndoHistory::Why why);

    IncidentController &m_incident;
    views::MessageBar &m_messages;
    UndoHistory m_history;
    QList<domain::Notice> m_remarks; ///< shown, and not settled yet
    QString m_readOnly;
    int m_works = 0;
    bool m_workFailed = false;
    Snap m_snap;   ///< who shows graphs
    KeyOf m_keyOf; ///< who knows the keys
    WayToForm m_wayToForm;
    Done m_done; ///< who keeps it until it is on the disk
};

} // namespace fireline::window
