// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/incidentplace.h"

#include "access/readablenote.h"
#include "start/filename.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

IncidentPlace::IncidentPlace(Theme &theme, TimeDisplay &times, const domain::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_clock(clock)
{
    build();
    connect(m_path, &QLineEdit::textChanged, this, [this](const QString &text) { m_own = !text.isEmpty(); });
    connect(m_change, &QPushButton::clicked, this, &IncidentPlace::choose);
    connect(&theme, &Theme::changed, this, &IncidentPlace::restyle);
    connect(&times, &TimeDisplay::changed, this, &IncidentPlace::offer);
    restyle();
}

void IncidentPlace::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_path = new QLineEdit(this);
    m_path->setObjectName(u"startPath"_s);
    m_path->setAccessibleName(tr("File of the incident"));
    m_path->setToolTip(tr("The file that will hold this incident. An existing file is never overwritten."));
    m_path->setMinimumWidth(1); // the rest of a long path is reached by the arrow keys
    m_change = new QPushButton(tr("Change…"), this);
    m_change->setObjectName(u"startChoosePath"_s);
    m_change->setToolTip(tr("Choose the folder and the name of the file."));
    m_change->setAutoDefault(false);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"startPathProblem"_s);
    m_problem->setWordWrap(true);
    readAloud(*m_problem);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto *label = new QLabel(tr("Kept in this file"), this);
    label->setBuddy(m_path);
    auto *line = new QHBoxLayout;
    line->addWidget(m_path, 1);
    line->addWidget(m_change);
    layout->addWidget(label);
    layout->addLayout(line);
    layout->addWidget(m_problem);
}

void IncidentPlace::restyle()
{
    QPalette error = m_theme.palette();
    error.setColor(QPalette::WindowText, m_theme.ink(Ink::Error));
    m_problem->setPalette(error);
}

void IncidentPlace::setFolder(const QString &folder)
{
    m_folder = folder;
    offer();
}

void IncidentPlace::follow(const QString &title)
{
    m_title = title;
    offer();
}

void IncidentPlace::offer()
{
    if (m_own || m_folder.isEmpty())
        return;
    const QDir folder(m_folder);
    const QString name = models::incidentFileName(m_title, m_times.day(m_clock.now()));
    const QString free = models::freeFileName(name, [&](const QString &taken) { return folder.exists(taken); });
    const QSignalBlocker ours(m_path);
    m_path->setText(QDir::toNativeSeparators(folder.absoluteFilePath(free)));
}

QString IncidentPlace::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

bool IncidentPlace::isGiven()
{
    if (!path().isEmpty())
        return true;
    refuse(tr("Say in which file the incident is to be kept."));
    return false;
}

void IncidentPlace::choose()
{
    auto *dialog = new QFileDialog(this, tr("File of the incident"), QFileInfo(path()).absolutePath(),
                                   tr("Incidents (*.fireline)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"fireline"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it is refused anyway
    dialog->selectFile(QFileInfo(path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        m_own = true;
        m_path->setText(QDir::toNativeSeparators(chosen));
        sayNothing();
    });
    dialog->open();
}

void IncidentPlace::refuse(const QString &reason)
{
    m_problem->setAccessibleName(reason);
    sayAloud(*m_problem, tr("▲ %1", "a problem").arg(reason));
    m_path->setFocus(Qt::OtherFocusReason);
}

void IncidentPlace::sayNothing()
{
    m_problem->clear();
    m_problem->hide();
}

void IncidentPlace::clear()
{
    sayNothing();
    m_own = false;
    offer();
}

void IncidentPlace::chainAfter(QWidget *last)
{
    setTabOrder(last, m_path);
    setTabOrder(m_path, m_change);
}

void IncidentPlace::showEvent(QShowEvent *event)
{
    offer();
    QWidget::showEvent(event);
}

} // namespace fireline::views
