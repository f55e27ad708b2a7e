// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace fireline::models {
class TriageModel;
} // namespace fireline::models

namespace fireline::views {

class ActionRegistry;
class DetailsBrowser;
class InlineForm;
struct FormSpec;
class LinesView;
class Theme;
class TimeDisplay;

/// Whether it is an incident and what the process asks, how bad it is (proposed by the process, decided by a person), how far
/// it reaches, flags and what they set off, customer reports, where it goes next. Its window title is that of the panel and
/// tells what is open. GUI thread; made by the composition; model, theme and times outlive it.
class TriagePanel : public QWidget
{
    Q_OBJECT
public:
    TriagePanel(models::TriageModel &model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

    /// `like`: a symptom that was reported before; empty where it is another.
    void newReport(const QString &like = {});
    /// The proposed severity, or the one of the selected row, with why.
    void chooseSeverity();
    void askSituation(const QString &phase = {}); ///< severity, phase (that one), since when and until when it hurts, in one form
    void showOnward(); ///< the phases that can be entered, below the list of what is still missing before them
    void showEnding(); ///< what is still missing before the incident is resolved, else the step that ends it
    void setFlag();
    bool writeRecord(const QString &form); ///< its form, or its row where nothing is left to answer; false where there is none
    bool showItem(const QString &ref);     ///< makes this report the current row; false where there is none

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// The timeline is to show this row.
    void eventRequested(const QString &eventId);
    /// The panel is needed in sight: a form was opened in it.
    void showRequested();

private:
    void showRow(int row); ///< with the keyboard, in the list that lies under an open form
    void buildUi();
    void buildList();
    void buildDetails();
    void showTheme();
    void showState();
    void showDetails();
    void toggleDetails();
    void showMenu(const QPoint &at);
    void addNewActions(ActionRegistry &actions);
    void addRowActions(ActionRegistry &actions);
    void addEntryActions(ActionRegistry &actions);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] bool isYesNo() const;
    [[nodiscard]] QString overWhyNot() const;
    [[nodiscard]] QString yesWhyNot() const;
    [[nodiscard]] QString noWhyNot() const;
    [[nodiscard]] QString flagWhyNot() const;
    [[nodiscard]] QString reportWhyNot() const;
    [[nodiscard]] QString rowWhyNot() const;
    [[nodiscard]] QString retractWhyNot() const;

    void open(const QModelIndex &index);
    void take(const QModelIndex &proposal);
    void yes();
    void no();
    void answer(const QModelIndex &question, const QString &value);
    void goToOpenQuestion();
    void link();
    void correct();
    void askConfirmation(bool real);
    void askField(const QModelIndex &question);
    void askRecord(const QModelIndex &record);
    void askSeverity(const QString &id, const QString &why);
    void showDefinition(const QString &severity);
    void sendSituation(const QJsonObject &values);
    void lendDetails(bool lent);
    void askFlag(const QString &flag, bool set);
    void confirmNeed(const QModelIndex &need);
    void goOn(const QModelIndex &next);
    void askEnd(const QString &what, const QStringList &commanders);
    void openForm(const FormSpec &spec);
    void resume(const QString &id);
    void resumeRow(const QString &id, const QString &what, const QString &arg);
    void send(const QString &id, const QJsonObject &values);

    models::TriageModel &m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    LinesView *m_view = nullptr;
    QLabel *m_over = nullptr; ///< said once the incident is over
    QWidget *m_buttons = nullptr;
    QPushButton *m_newReport = nullptr;
    QPushButton *m_severity = nullptr;
    DetailsBrowser *m_details = nullptr;
    bool m_detailsLent = false; ///< shown for a form alone
    InlineForm *m_form = nullptr;
    QPointer<ActionRegistry> m_actions; ///< what can be done depends on the selected row
};

} // namespace fireline::views
