// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draftkeeper.h"
#include "entry/entryhistory.h"
#include "incidentcontroller.h"
#include "keptpictures.h"
#include "sentlines.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace fireline::views {
class MainWindow;
class QuickEntry;
class TimeDisplay;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;
class EvidenceDesk;
class PanelDrafts;
struct KeptLook;
struct KeptWords;
struct Shared;

/// What is typed or pasted in quick entry and is not in the record, or not for certain: taken before the record is open, kept
/// beside it, given back after a crash, recorded. GUI thread; owned by the incident's window, whose parts outlive it.
class LinesDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const Shared &shared;
        QString path; ///< of the record
        views::MainWindow &window;
        views::QuickEntry &entry;
        const views::TimeDisplay &times;
    };
    struct Record
    {
        IncidentController &incident;
        CommandDesk &desk;
        EvidenceDesk &evidence;
        PanelDrafts &panels;
    };
    explicit LinesDesk(const Parts &parts, QObject *parent = nullptr);
    ~LinesDesk() override;

    [[nodiscard]] bool holdsLines() const; ///< something was typed that is recorded nowhere yet
    /// The record cannot be read: leaves what was typed in sight, and refuses what is entered.
    void giveUp(const domain::Problem &problem);

    /// Before any panel is made: words that were sent from one are no draft any more.
    void open(const Record &record, const KeptWords &words);
    /// From now on what is entered is recorded.
    void connectEntry(const KeptLook &look);
    /// Once everything stands: what was kept is back.
    void giveBack(const KeptWords &words);
    /// Then what was typed while the record was being read.
    void recordTyped(const KeptWords &words);

    void keepDrafts();
    void keepPictures() { m_pictures->copy(); } ///< what is in memory ends with the session
    void keepTyped(); ///< the window goes without its record: the next that has it is given what stands in the field
    /// The session ends before the record is open: the disk is waited for. `typed`: what stands here too.
    void keepUnfilled(bool typed);
    void goOn();       ///< the log-off was called off
    void forgetSent(); ///< where nothing is on its way any more
    /// What was entered before a crash and had not reached the disk, each at its time.
    void recordOffered();
    [[nodiscard]] bool hasOffered() const { return !m_offered.isEmpty(); }
    [[nodiscard]] bool losesEvidence() const; ///< if the window went now: no other would offer it
    /// Records are opened, everything else is evidence.
    void takeFiles(const QStringList &paths);

signals:
    void fileRequested(const QString &path); ///< somebody wants to go on in this file
    void entered(const QString &eventId);    ///< a line of quick entry has become this row

private:
    struct KeptLine ///< entered before the record was open
    {
        QString text;
        domain::Instant begun;
        bool plain = false;
    };
    void takeLines();
    void keepSent(const domain::Command &command, const QList<domain::Event> &events);
    void takePicture(const KeptPictures::Picture &picture);
    void offerSent(const QList<SentLine> &sent, const QSet<QString> &recorded);
    void restoreDrafts(const KeptWords &words);
    void tellOfForms();
    [[nodiscard]] SentLines &unfilledLines();
    void keepUntilFilled(const KeptLine &line);
    void forgetUnfilled(const KeptWords &words);
    void recordKept();
    [[nodiscard]] std::optional<domain::Problem> record(const KeptLine &line);

    Parts m_parts;
    std::optional<Record> m_record;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<SentLines> m_sent;
    std::unique_ptr<KeptPictures> m_pictures;
    std::unique_ptr<SentLines> m_unfilledSent; ///< entered while the record was being read
    QList<KeptLine> m_kept;
    QList<KeptLine> m_offered;                 ///< entered before a crash; each is recorded once somebody says so
    QList<std::function<void()>> m_onceFilled; ///< what else was asked for before
    models::EntryLine m_entering;              ///< the line that is being carried out
    bool m_draftDone = false;                  ///< the kept line is an entry now, on its way to the disk
    std::optional<QList<Draft>> m_leftBefore;  ///< lines for this record that others left, where this window keeps its own beside
};

} // namespace fireline::window
