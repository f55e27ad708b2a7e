// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/outcome.h"
#include "inbox/alertoffers.h"
#include "process/process.h"
#include "start/declarerequest.h"
#include "start/startmodels.h"

#include <QWidget>

class QAbstractItemModel;
class QBoxLayout;
class QLabel;
class QScrollArea;

namespace fireline::views {

class ActionRegistry;
class DrillsList;
class FiringList;
class FirstRun;
class IncidentsList;
class NewIncidentForm;
class Theme;
class TimeDisplay;

/// What Fireline shows without a file: declare an incident, open one, start a drill. It decides nothing: whatever is wanted
/// leaves as a signal, and what hinders it comes back through refused(). A window of its own; GUI thread; owned by the program.
class StartWindow : public QWidget
{
    Q_OBJECT
public:
    StartWindow(Theme &theme, TimeDisplay &times, const domain::Clock &clock, const StartModels &models,
                QWidget *parent = nullptr);

    /// Those that can be followed, in the order of the chooser; `chosen` is the id last used. What was typed stays.
    void setProcesses(const QList<domain::Process> &processes, const QString &chosen);
    /// What was answered last time to the fields a process asks for: process id to field id to value.
    void setRememberedFields(const QJsonObject &fields);
    void setIncidentFolder(const QString &folder); ///< where new incidents' files go
    /// Shows the three steps of a first run above everything else.
    void showFirstRun(const QString &name);
    /// Adds the window's own commands; called once.
    void addActions(ActionRegistry &registry);
    /// Whether these words stand in the search field: what is found for others is of no use any more.
    [[nodiscard]] bool isSearching(const QString &words) const;
    /// What the sources of alerts said last; none where none is set up.
    void setAlertSources(const QList<models::SourceReading> &readings);
    /// An incident from an alert: its words stand in the form, its start is offered.
    void offer(const models::DeclarationOffer &offer);
    QSize sizeHint() const override;

public slots:
    /// The declaration did not pass: says so beside what must be mended, and puts the focus there.
    void refused(const fireline::domain::Problem &problem);
    /// The declaration passed: what was typed has become an incident, and the form is empty again.
    void declared();
    /// The hits model holds what was found for these words; later words than these are still searched for.
    void showHits(const QString &words, const fireline::views::SearchLimits &limits = {});
    /// What else went wrong: a file that cannot be opened, a drill that cannot be read.
    void tell(const fireline::domain::Problem &problem);
    /// That is over; what else was told since then stays.
    void tellNoMore(const fireline::domain::Problem &problem);

signals:
    void declareRequested(const fireline::models::DeclareRequest &request);
    void openRequested(const QString &path);
    /// An incident at the entry with that event id; empty: just the incident.
    void hitRequested(const QString &path, const QString &eventId);
    /// That row of the alerts is to become an incident.
    void alertChosen(const QModelIndex &alert);
    void importRequested(const QString &path);
    void forgetRequested(const QString &path);
    void drillRequested(const QString &id);
    /// Empty words: the search is over.
    void searchRequested(const QString &words);
    void settingsRequested();
    void lookRequested(); ///< the settings at colours and size of text
    void quitRequested();

    // first run
    void nameChosen(const QString &name);
    /// Theme and text size were changed in Theme, and are to be kept.
    void lookChosen();
    void soundTestRequested();
    void firstRunDone();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(const StartModels &models, TimeDisplay &times, const domain::Clock &clock);
    void connectParts();
    void chooseFile();
    void chooseImport();
    void openPath(const QString &path);
    void restyle();
    /// The lists beside the form, or below it where the window is narrow or the text large.
    void arrange();

    Theme &m_theme;
    QAbstractItemModel *m_drillsModel;
    FirstRun *m_firstRun = nullptr;
    NewIncidentForm *m_form = nullptr;
    FiringList *m_firing = nullptr; ///< null where no alerts are shown
    IncidentsList *m_incidents = nullptr;
    DrillsList *m_drills = nullptr;
    QLabel *m_told = nullptr;
    QBoxLayout *m_columns = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace fireline::views
