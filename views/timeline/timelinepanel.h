// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "timeline/timelinefilter.h"

#include <QModelIndexList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QSplitter;
class QVBoxLayout;

namespace fireline::views {

class ActionRegistry;
class FindBar;
class GotoBar;
class PastBar;
class Theme;
class TimeDisplay;
class TimelineDetails;
class TimelineHeader;
class TimelineView;

/// The timeline with its filter, its search, its way into the past and what can be done with a row. Never writes: what a
/// person asks for leaves as a signal. GUI thread; owned by the window.
class TimelinePanel : public QWidget
{
    Q_OBJECT
public:
    TimelinePanel(models::TimelineFilter &filter, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    /// Keys of one letter work while the list has the focus, the others in the whole window. Once.
    void addActions(ActionRegistry &registry);
    /// Where the keyboard goes.
    [[nodiscard]] QWidget *list() const;

    /// None: everything.
    void setChips(models::TimelineChips chips);
    [[nodiscard]] models::TimelineChips chips() const { return m_filter.query().chips; }
    /// What a perspective shows, now and until somebody asks for something else; the header says how much it hides.
    void setPerspectiveChips(models::TimelineChips chips);
    /// Rows of a line's height, whatever the theme says.
    void setCompact(bool compact);
    [[nodiscard]] bool isInPast() const { return m_filter.query().asOf.isSet(); }
    void returnToNow();
    /// Makes this entry the current row ("E12" or its event id), after clearing what hides it.
    void goToEntry(const QString &ref);
    /// Scrolls to what was just entered, by its event id, and selects nothing; not while the past is shown.
    void showEntered(const QString &eventId);
    /// Makes the first row at or after that time the current one.
    void goToTime(domain::Instant at);
    /// Shows only what this person wrote.
    void showPerson(const QString &person);

    /// Answers searchRequested(): what the full-text index finds.
    void showHits(const QStringList &eventIds);
    /// Answers versionsRequested(): the event that made the entry, and those that changed it.
    void showVersions(const QString &eventId, const QList<fireline::domain::Event> &events);

signals:
    void commandRequested(const fireline::domain::Command &command);
    /// A prepared line for quick entry; the cursor goes to its end.
    void entryRequested(const QString &line);
    /// Words to be looked up in the full-text index; answer with showHits().
    void searchRequested(const QString &words);
    /// The events `eventIds` are wanted from the record: `eventId` and what changed it; answer with showVersions().
    void versionsRequested(const QString &eventId, const QStringList &eventIds);
    /// This row is the current one now: its event id and "E12"; empty where there is none.
    void currentEntryChanged(const QString &eventId, const QString &ref);
    /// Unset: the present. While it is set, nothing can be written here.
    void asOfChanged(fireline::domain::Instant asOf);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void build();
    void connectHeader();
    void connectBars();
    void edit(const models::TimelineQuery &query);
    void setAsOf(domain::Instant asOf);
    void search(const QString &words);
    void showCounts();
    void showEmpty();
    void activate(const QModelIndex &index);
    void step(bool forward);
    void showHiddenHits();
    void closeBars();
    void copy() const;
    void toggleDetails();
    void showDetails();
    void closeDetails();

    void addFindActions(ActionRegistry &registry);
    void addRowActions(ActionRegistry &registry);
    [[nodiscard]] QString whyNotRow() const;
    [[nodiscard]] QString whyNotWrite() const;

    models::TimelineFilter &m_filter;
    Theme &m_theme;
    TimeDisplay &m_times;
    ActionRegistry *m_registry = nullptr;
    QVBoxLayout *m_layout;
    TimelineHeader *m_header;
    FindBar *m_find;
    GotoBar *m_goto;
    PastBar *m_past;
    TimelineView *m_view;
    TimelineDetails *m_details;
    QSplitter *m_split;
    QLabel *m_empty;
    QTimer m_count; ///< counting the hits waits until the typing rests
};

} // namespace fireline::views
