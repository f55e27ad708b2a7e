// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/outcome.h"
#include "process/process.h"
#include "start/declarerequest.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fireline::views {

class AskedFields;
class SeverityButtons;
class Theme;
class TimeDisplay;

/// "What is wrong?" and how bad it is: two keys more than the words declare an incident. Keeps whatever was typed until
/// clear(). GUI thread; part of the start window.
class NewIncidentForm : public QWidget
{
    Q_OBJECT
public:
    NewIncidentForm(Theme &theme, TimeDisplay &times, const domain::Clock &clock, QWidget *parent = nullptr);

    void setProcesses(const QList<domain::Process> &processes, const QString &chosen);
    void setRememberedFields(const QJsonObject &fields);
    void setFolder(const QString &folder);
    void refuse(const domain::Problem &problem);
    void clear();
    void focusTitle();
    /// Puts the focus on the n-th severity, 0 the worst.
    void focusSeverity(int number);

signals:
    void declareRequested(const fireline::models::DeclareRequest &request);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeTitle();
    QWidget *makeProcess();
    QWidget *makePlace();
    QLabel *makeProblem(const QString &name);
    void restyle();
    void showProcess();
    void offerPath();
    void choosePath();
    void declare(const QString &severity);
    void say(QLabel *where, const QString &text);
    void sayNothing();
    [[nodiscard]] const domain::Process *process() const;

    Theme &m_theme;
    TimeDisplay &m_times;
    const domain::Clock &m_clock;
    QList<domain::Process> m_processes;
    QJsonObject m_remembered;
    QString m_folder;
    bool m_asked = false;   ///< a declaration is under way: a second press of Enter makes no second incident
    bool m_ownPath = false; ///< the path was written by the person, and no longer follows the title

    QLabel *m_heading = nullptr;
    QLineEdit *m_title = nullptr;
    QLabel *m_titleProblem = nullptr;
    AskedFields *m_fields = nullptr;
    QLabel *m_fieldsProblem = nullptr;
    SeverityButtons *m_severities = nullptr;
    QLabel *m_severityProblem = nullptr;
    QComboBox *m_process = nullptr;
    QLabel *m_description = nullptr;
    QCheckBox *m_private = nullptr;
    QLineEdit *m_path = nullptr;
    QPushButton *m_change = nullptr;
    QLabel *m_pathProblem = nullptr;
};

} // namespace fireline::views
