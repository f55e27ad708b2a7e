// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/outcome.h"
#include "inbox/alertoffers.h"
#include "process/process.h"
#include "start/declarerequest.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fireline::views {

class AskedFields;
class IncidentPlace;
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
    /// From an alert: its words as the title, its start to be confirmed as the impact's.
    void offer(const models::DeclarationOffer &offer);
    void focusTitle();
    /// Puts the focus on the n-th severity, 0 the worst.
    void focusSeverity(int number);

signals:
    void declareRequested(const fireline::models::DeclareRequest &request);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *makeTitle();
    QWidget *makeProcess();
    QWidget *makeOffer();
    void leaveOffer();
    QLabel *makeProblem(const QString &name);
    void restyle();
    void showProcess();
    void declare(const QString &severity);
    void say(QLabel *where, const QString &text);
    void sayNothing();
    [[nodiscard]] const domain::Process *process() const;

    Theme &m_theme;
    TimeDisplay &m_times;
    const domain::Clock &m_clock;
    QList<domain::Process> m_processes;
    QJsonObject m_remembered;
    bool m_asked = false; ///< a declaration is under way: a second press of Enter makes no second incident

    QLabel *m_heading = nullptr;
    QLineEdit *m_title = nullptr;
    QLabel *m_titleProblem = nullptr;
    QWidget *m_offer = nullptr; ///< in sight while the incident is one of an alert
    QLabel *m_offered = nullptr;
    QCheckBox *m_impact = nullptr;
    QPushButton *m_leave = nullptr;
    AskedFields *m_fields = nullptr;
    QLabel *m_fieldsProblem = nullptr;
    SeverityButtons *m_severities = nullptr;
    QLabel *m_severityProblem = nullptr;
    QComboBox *m_process = nullptr;
    QLabel *m_description = nullptr;
    QCheckBox *m_private = nullptr;
    IncidentPlace *m_place = nullptr;
};

} // namespace fireline::views
