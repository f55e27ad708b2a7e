// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/newincidentform.h"

#include "start/askedfields.h"
#include "start/incidentplace.h"
#include "start/processwords.h"
#include "start/severitybuttons.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Problem;

NewIncidentForm::NewIncidentForm(Theme &theme, TimeDisplay &times, const domain::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_clock(clock)
{
    setObjectName(u"startNewIncident"_s);
    build();
    for (int number = 1; number <= 9; ++number) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)), this);
        connect(key, &QShortcut::activated, this, [this, number] { focusSeverity(number - 1); });
    }
    connect(m_title, &QLineEdit::textChanged, m_place, &IncidentPlace::follow);
    connect(m_title, &QLineEdit::textChanged, this, [this] {
        m_asked = false; // another incident is meant
        m_titleProblem->hide();
    });
    connect(m_severities, &SeverityButtons::chosen, this, &NewIncidentForm::declare);
    connect(m_process, &QComboBox::currentIndexChanged, this, &NewIncidentForm::showProcess);
    connect(&theme, &Theme::changed, this, &NewIncidentForm::restyle);
    restyle();
}

void NewIncidentForm::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, layout->spacing(), 0);
    m_heading = new QLabel(tr("New incident"), this);
    m_fields = new AskedFields(m_theme, this);
    m_fieldsProblem = makeProblem(u"startFieldsProblem"_s);
    m_severities = new SeverityButtons(m_theme, this);
    m_severityProblem = makeProblem(u"startSeverityProblem"_s);
    layout->addWidget(m_heading);
    layout->addWidget(makeTitle());
    layout->addWidget(makeOffer());
    layout->addWidget(m_fields);
    layout->addWidget(m_fieldsProblem);
    auto *question = new QLabel(tr("How bad is it? Your choice declares the incident."), this);
    question->setWordWrap(true);
    layout->addWidget(question);
    layout->addWidget(m_severities);
    layout->addWidget(m_severityProblem);
    layout->addWidget(makeProcess());
    m_place = new IncidentPlace(m_theme, m_times, m_clock, this);
    layout->addWidget(m_place);
    layout->addStretch();
}

QWidget *NewIncidentForm::makeTitle()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    m_title = new QLineEdit(part);
    m_title->setObjectName(u"startTitle"_s);
    m_title->setAccessibleName(tr("What is wrong?"));
    m_title->setToolTip(tr("A few words. Enter moves on to what the process asks, then to the severity."));
    m_title->setMaxLength(500);
    auto *label = new QLabel(tr("What is wrong?"), part);
    label->setBuddy(m_title);
    m_titleProblem = makeProblem(u"startTitleProblem"_s);
    layout->addWidget(label);
    layout->addWidget(m_title);
    layout->addWidget(m_titleProblem);
    return part;
}

QWidget *NewIncidentForm::makeOffer()
{
    m_offer = new QWidget(this);
    auto *layout = new QVBoxLayout(m_offer);
    layout->setContentsMargins({});
    m_offered = new QLabel(m_offer);
    m_offered->setObjectName(u"startOffered"_s);
    m_offered->setWordWrap(true);
    m_offered->setTextFormat(Qt::PlainText);
    m_impact = new QCheckBox(tr("The impact began when the alert fired"), m_offer);
    m_impact->setObjectName(u"startImpact"_s);
    m_impact->setToolTip(tr("Records it as the start of the impact. It can be corrected later."));
    m_leave = new QPushButton(tr("Leave the alert out"), m_offer);
    m_leave->setObjectName(u"startLeaveAlert"_s);
    m_leave->setAutoDefault(false);
    m_leave->setToolTip(tr("What is declared has nothing to do with it. Your words stay."));
    connect(m_leave, &QPushButton::clicked, this, [this] {
        leaveOffer();
        m_title->setFocus(Qt::OtherFocusReason);
    });
    layout->addWidget(m_offered);
    layout->addWidget(m_impact);
    layout->addWidget(m_leave, 0, Qt::AlignLeading);
    m_offer->hide();
    return m_offer;
}

// The start is offered: that it was the impact's is for a person to say.
void NewIncidentForm::offer(const models::DeclarationOffer &offer)
{
    sayNothing();
    m_asked = false;
    const QString linked = tr("%n alert(s) will be linked to the incident.", nullptr, int(offer.links.size()));
    m_offered->setText(offer.severity.isEmpty()
                           ? linked
                           : tr("%1 Severity at the source: %2.", "how many alerts; one word").arg(linked, offer.severity));
    m_impact->setText(tr("The impact began at %1, when the alert fired").arg(m_times.full(offer.impactStart)));
    m_impact->setChecked(false);
    m_offer->show();
    m_title->setText(offer.title);
    m_fields->offer(offer.labels);
    focusTitle();
}

void NewIncidentForm::leaveOffer()
{
    m_offer->hide();
    m_impact->setChecked(false);
    m_fields->offer({});
}

QWidget *NewIncidentForm::makeProcess()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    m_process = new QComboBox(part);
    m_process->setObjectName(u"startProcess"_s);
    m_process->setAccessibleName(tr("Process"));
    m_process->setToolTip(tr("The rules this incident is led by. The last choice is remembered."));
    m_process->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_process->setMinimumContentsLength(20);
    auto *label = new QLabel(tr("Process"), part);
    label->setBuddy(m_process);
    m_description = new QLabel(part);
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    m_private = new QCheckBox(tr("Private: nothing goes outside"), part);
    m_private->setObjectName(u"startPrivate"_s);
    m_private->setToolTip(tr("For members only. Nothing of it goes to an outside audience."));
    layout->addWidget(label);
    layout->addWidget(m_process);
    layout->addWidget(m_description);
    layout->addWidget(m_private);
    return part;
}

QLabel *NewIncidentForm::makeProblem(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->hide();
    return label;
}

void NewIncidentForm::restyle()
{
    QPalette error = m_theme.palette();
    error.setColor(QPalette::WindowText, m_theme.ink(Ink::Error));
    for (QLabel *label : {m_titleProblem, m_fieldsProblem, m_severityProblem})
        label->setPalette(error);
    QPalette muted = m_theme.palette();
    muted.setColor(QPalette::WindowText, m_theme.ink(Ink::Muted));
    m_description->setPalette(muted);
    m_description->setFont(m_theme.captionFont());
    m_heading->setFont(m_theme.valueFont());
    m_title->setFont(m_theme.valueFont());
}

void NewIncidentForm::setProcesses(const QList<domain::Process> &processes, const QString &chosen)
{
    {
        const QSignalBlocker still(m_process);
        m_processes = processes;
        m_process->clear();
        for (const domain::Process &process : processes)
            m_process->addItem(processName(process), process.id);
        m_process->setCurrentIndex(std::max(0, m_process->findData(chosen)));
    }
    showProcess();
}

void NewIncidentForm::setRememberedFields(const QJsonObject &fields)
{
    m_remembered = fields;
    showProcess();
}

void NewIncidentForm::setFolder(const QString &folder)
{
    m_place->setFolder(folder);
}

const domain::Process *NewIncidentForm::process() const
{
    const int at = m_process->currentIndex();
    return at >= 0 && at < m_processes.size() ? &m_processes.at(at) : nullptr;
}

void NewIncidentForm::showProcess()
{
    sayNothing();
    const domain::Process *chosen = process();
    if (!chosen) {
        m_severities->setChoices({}, false);
        m_fields->setFields({}, {});
        m_private->hide();
        say(m_severityProblem, tr("No process can be read. Without one, no incident can be declared."));
        return;
    }
    m_severities->setChoices(models::severityChoices(*chosen), models::mayBeUnassessed(*chosen));
    m_fields->setFields(models::askedAtDeclaration(*chosen), m_remembered.value(chosen->id).toObject());
    m_description->setText(processSummary(*chosen));
    m_private->setVisible(models::knowsPrivate(*chosen));
    QWidget *last = m_severities->chainAfter(m_fields->chainAfter(m_leave));
    setTabOrder(m_title, m_impact);
    setTabOrder(m_impact, m_leave);
    setTabOrder(last, m_process);
    setTabOrder(m_process, m_private);
    m_place->chainAfter(m_private);
}

void NewIncidentForm::declare(const QString &severity)
{
    if (m_asked)
        return;
    sayNothing();
    const QString title = m_title->text().simplified();
    if (title.isEmpty()) {
        say(m_titleProblem, tr("Say in a few words what is wrong."));
        m_title->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_place->offer(); // the day or the folder may have changed since the last letter
    const domain::Process *chosen = process();
    if (!chosen || !m_place->isGiven())
        return;
    m_asked = true;
    emit declareRequested({chosen->id, title, severity, m_fields->values(), m_private->isChecked() && !m_private->isHidden(),
                           m_place->path(), false, !m_offer->isHidden(), m_impact->isChecked()});
}

void NewIncidentForm::refuse(const Problem &problem)
{
    m_asked = false;
    sayNothing();
    const bool ofTheFile = problem.kind == Problem::Kind::Io || problem.kind == Problem::Kind::Full
                           || problem.kind == Problem::Kind::Locked || problem.kind == Problem::Kind::NotFound;
    const QString cited = problem.source.isEmpty() ? problem.rule : problem.source;
    const QString text = cited.isEmpty() ? problem.text
                                         : tr("%1 (%2)", "reason, paragraph of the process").arg(problem.text, cited);
    if (ofTheFile) {
        m_place->refuse(text);
    } else if (m_fields->focusNamed(problem.text)) {
        say(m_fieldsProblem, text);
    } else {
        say(m_severityProblem, text);
    }
}

void NewIncidentForm::say(QLabel *where, const QString &text)
{
    where->setText(tr("▲ %1", "a problem").arg(text));
    where->setAccessibleName(text);
    where->show();
}

void NewIncidentForm::sayNothing()
{
    for (QLabel *label : {m_titleProblem, m_fieldsProblem, m_severityProblem}) {
        label->clear();
        label->hide();
    }
    m_place->sayNothing();
}

void NewIncidentForm::clear()
{
    sayNothing();
    m_asked = false;
    m_place->clear();
    m_title->clear();
    leaveOffer();
    m_fields->clear();
    m_private->setChecked(false);
}

// Fields leave Enter to whoever they stand in: it goes on from the title through what is asked for to how bad it is. What is left
// open holds up no declaration.
void NewIncidentForm::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !(m_title->hasFocus() || m_fields->isAncestorOf(focusWidget())))
        return QWidget::keyPressEvent(event);
    if (!m_fields->goOn())
        focusSeverity(0);
}

void NewIncidentForm::focusTitle()
{
    if (process()) // else what is said is still so
        sayNothing();
    m_title->setFocus(Qt::ShortcutFocusReason);
}

void NewIncidentForm::focusSeverity(int number)
{
    m_severities->focusChoice(number);
}

} // namespace fireline::views
