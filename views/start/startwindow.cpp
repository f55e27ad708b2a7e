// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/startwindow.h"

#include "access/readablerows.h"
#include "shell/screenroom.h"
#include "start/drillslist.h"
#include "start/firinglist.h"
#include "start/firstrun.h"
#include "start/incidentslist.h"
#include "start/newincidentform.h"
#include "start/startroles.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace models::start;

namespace {

// What "the five-minute drill" is: the one that leads a newcomer, else the shortest there is.
QString firstDrill(const QAbstractItemModel &drills)
{
    QModelIndex first;
    for (int row = 0; row < drills.rowCount(); ++row) {
        const QModelIndex drill = drills.index(row, 0);
        if (!drill.data(DrillFaulty).toString().isEmpty())
            continue;
        if (drill.data(DrillGuided).toBool())
            return drill.data(DrillId).toString();
        if (!first.isValid() || drill.data(DrillLength).toLongLong() < first.data(DrillLength).toLongLong())
            first = drill;
    }
    return first.data(DrillId).toString();
}

} // namespace

StartWindow::StartWindow(Theme &theme, TimeDisplay &times, const domain::Clock &clock, const StartModels &models, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_drillsModel(models.drills)
{
    setObjectName(u"startWindow"_s);
    installReadables();
    setWindowTitle(tr("Fireline"));
    setAcceptDrops(true);
    build(models, times, clock);
    connectParts();
    connect(&theme, &Theme::changed, this, &StartWindow::restyle);
    restyle();
    m_form->focusTitle();
}

void StartWindow::build(const StartModels &models, TimeDisplay &times, const domain::Clock &clock)
{
    m_firstRun = new FirstRun(m_theme, this);
    m_firstRun->hide();
    m_told = new QLabel(this);
    m_told->setObjectName(u"startProblem"_s);
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    m_told->hide();
    m_form = new NewIncidentForm(m_theme, times, clock, this);
    m_incidents = new IncidentsList(models.recent, models.hits, m_theme, times, this);
    m_drills = new DrillsList(models.drills, m_theme, this);
    auto *right = new QVBoxLayout;
    if (models.firing) {
        m_firing = new FiringList(models.firing, m_theme, times, this);
        connect(m_firing, &FiringList::declareRequested, this, &StartWindow::alertChosen);
        right->addWidget(m_firing, 2);
    }
    right->addWidget(m_incidents, 3);
    right->addWidget(m_drills, 2);
    auto *settings = new QPushButton(tr("Settings…"), this);
    settings->setObjectName(u"startSettings"_s);
    settings->setToolTip(tr("Name, look, sounds, keys and more."));
    connect(settings, &QPushButton::clicked, this, &StartWindow::settingsRequested);
    right->addWidget(settings, 0, Qt::AlignTrailing);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->addWidget(m_form, 3);
    m_columns->addLayout(right, 2);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_firstRun);
    layout->addWidget(m_told);
    layout->addLayout(m_columns, 1);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"startPage"_s);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_scroll);
}

void StartWindow::connectParts()
{
    connect(m_form, &NewIncidentForm::declareRequested, this, &StartWindow::declareRequested);
    connect(m_incidents, &IncidentsList::openRequested, this, &StartWindow::openRequested);
    connect(m_incidents, &IncidentsList::hitRequested, this, &StartWindow::hitRequested);
    connect(m_incidents, &IncidentsList::forgetRequested, this, &StartWindow::forgetRequested);
    connect(m_incidents, &IncidentsList::searchRequested, this, &StartWindow::searchRequested);
    connect(m_incidents, &IncidentsList::openFileRequested, this, &StartWindow::chooseFile);
    connect(m_incidents, &IncidentsList::importFileRequested, this, &StartWindow::chooseImport);
    connect(m_drills, &DrillsList::drillRequested, this, &StartWindow::drillRequested);
    connect(m_firstRun, &FirstRun::nameChosen, this, &StartWindow::nameChosen);
    connect(m_firstRun, &FirstRun::lookChosen, this, &StartWindow::lookChosen);
    connect(m_firstRun, &FirstRun::soundTestRequested, this, &StartWindow::soundTestRequested);
    connect(m_firstRun, &FirstRun::drillWanted, this, [this] {
        if (const QString drill = firstDrill(*m_drillsModel); !drill.isEmpty())
            emit drillRequested(drill);
    });
    connect(m_firstRun, &FirstRun::done, this, [this] {
        m_firstRun->hide();
        m_form->focusTitle();
        emit firstRunDone();
    });
}

void StartWindow::setProcesses(const QList<domain::Process> &processes, const QString &chosen)
{
    m_form->setProcesses(processes, chosen);
}

void StartWindow::setRememberedFields(const QJsonObject &fields)
{
    m_form->setRememberedFields(fields);
}

void StartWindow::setIncidentFolder(const QString &folder)
{
    m_form->setFolder(folder);
}

void StartWindow::showFirstRun(const QString &name)
{
    m_firstRun->begin(name, !firstDrill(*m_drillsModel).isEmpty());
    m_firstRun->show();
}

void StartWindow::refused(const domain::Problem &problem)
{
    m_form->refuse(problem);
}

void StartWindow::offer(const models::DeclarationOffer &offer)
{
    m_form->offer(offer);
}

void StartWindow::setAlertSources(const QList<models::SourceReading> &readings)
{
    if (m_firing)
        m_firing->setSources(readings);
}

void StartWindow::declared()
{
    m_told->hide();
    m_form->clear();
    m_form->focusTitle(); // the next one is begun with its name
}

void StartWindow::showHits(const QString &words, const SearchLimits &limits)
{
    m_incidents->showHits(words, limits);
}

bool StartWindow::isSearching(const QString &words) const
{
    return m_incidents->isSearching(words);
}

void StartWindow::tell(const domain::Problem &problem)
{
    m_told->setText(tr("▲ %1", "a problem").arg(problem.text));
    m_told->setAccessibleName(problem.text);
    m_told->show();
}

void StartWindow::tellNoMore(const domain::Problem &problem)
{
    if (m_told->accessibleName() == problem.text)
        m_told->hide();
}

void StartWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open an incident"), {}, tr("Incidents (*.fireline);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StartWindow::openPath);
    dialog->open();
}

void StartWindow::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import a record"), {},
                                   tr("Records (*.json *.md *.markdown *.csv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StartWindow::importRequested);
    dialog->open();
}

void StartWindow::openPath(const QString &path)
{
    m_told->hide();
    emit openRequested(path);
}

void StartWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void StartWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (path.endsWith(u".fireline"_s, Qt::CaseInsensitive))
            openPath(path);
        else if (!path.isEmpty())
            emit importRequested(path);
    }
}

QSize StartWindow::sizeHint() const
{
    const QSize wanted(m_theme.scaled(1120), m_theme.scaled(720));
    return wanted.boundedTo(screenRoom(*screen(), *this).size());
}

void StartWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StartWindow::arrange()
{
    const int needed = m_form->minimumSizeHint().width() + m_incidents->minimumSizeHint().width() + 4 * m_columns->spacing();
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this); // the page's own width comes later
    const bool narrow = width() - scrollBar < needed;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StartWindow::restyle()
{
    setFont(m_theme.textFont());
    setPalette(m_theme.palette());
    QPalette error = m_theme.palette();
    error.setColor(QPalette::WindowText, m_theme.ink(Ink::Error));
    m_told->setPalette(error);
    arrange();
}

} // namespace fireline::views
