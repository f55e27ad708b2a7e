// SPDX-License-Identifier: GPL-3.0-or-later
#include "about/processpanel.h"

#include "about/processpage.h"
#include "feed/incidentfeed.h"
#include "text/timedisplay.h"

#include <QDesktopServices>
#include <QScrollBar>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

ProcessPanel::ProcessPanel(models::IncidentFeed &feed, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_times(times)
    , m_page(new QTextBrowser(this))
{
    setWindowTitle(tr("Process"));
    m_page->setObjectName(u"processPage"_s);
    m_page->setAccessibleName(tr("The process of this incident"));
    m_page->setToolTip(tr("Principles, links, people and words of the process that this incident follows."));
    m_page->setOpenLinks(false);
    m_page->setTabChangesFocus(true);
    connect(m_page, &QTextBrowser::anchorClicked, this, [](const QUrl &link) { QDesktopServices::openUrl(link); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    connect(&feed, &models::IncidentFeed::reset, this, &ProcessPanel::write);
    connect(&feed, &models::IncidentFeed::applied, this, &ProcessPanel::write);
    connect(&times, &TimeDisplay::changed, this, &ProcessPanel::write);
}

QWidget *ProcessPanel::firstFocus() const
{
    return m_page;
}

void ProcessPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    write();
}

void ProcessPanel::write()
{
    if (!isVisible())
        return;
    const QString page = processPage(m_feed.process(), m_feed.state(), m_feed.now(), m_times);
    if (page == m_written)
        return;
    m_written = page;
    const int at = m_page->verticalScrollBar()->value();
    m_page->setHtml(page);
    m_page->verticalScrollBar()->setValue(at);
}

} // namespace fireline::views
