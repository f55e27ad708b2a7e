// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statusroom.h"

#include "status/statusdelegate.h"
#include "status/statuspreview.h"
#include "theme/theme.h"

#include <QListView>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>
#include <utility>

namespace fireline::views {

namespace {

QSplitter *splitter(QWidget *parent)
{
    auto *made = new QSplitter(Qt::Vertical, parent);
    made->setChildrenCollapsible(false);
    return made;
}

} // namespace

StatusRoom::StatusRoom(const Theme &theme, QWidget *panel)
    : QObject(panel)
    , m_theme(theme)
    , m_outer(splitter(panel))
    , m_inner(splitter(panel))
{
    connect(m_outer, &QSplitter::splitterMoved, this, [this] { m_borderMoved = true; });
}

void StatusRoom::setAudiences(QListView *audiences, AudienceDelegate *rows)
{
    m_audiences = audiences;
    m_rows = rows;
}

void StatusRoom::setPages(QTabWidget *pages, StatusPreview *preview)
{
    m_pages = pages;
    m_preview = preview;
}

void StatusRoom::arrange(const QSize &panel)
{
    const bool wide = panel.width() >= m_theme.scaled(820);
    const bool beside = panel.width() >= m_theme.scaled(560);
    m_outer->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    m_inner->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    const bool low = panel.height() < m_theme.scaled(640);
    placePreview(beside || !low);
    m_rows->setOneLine(low && !wide);
    m_audiences->setMaximumWidth(wide ? m_theme.scaled(300) : QWIDGETSIZE_MAX);
    // Once a kind: after that it is as whoever moved the borders left it.
    const QList<bool> kind{wide, beside, low};
    const bool isNew = std::exchange(m_kind, kind) != kind;
    m_audiences->doItemsLayout();
    if (isNew) {
        m_borderMoved = false;
        const int form = beside ? m_inner->width() : m_inner->height();
        m_inner->setSizes({form * 3 / 5, form * 2 / 5});
    }
    fitAudiences(panel.height());
}

void StatusRoom::fitAudiences(int panelHeight)
{
    const bool wide = m_outer->orientation() == Qt::Horizontal;
    const int most = panelHeight / 4;
    const bool oneRow = m_writing && !wide && panelHeight < m_theme.scaled(lowest);
    int least = 2 * m_audiences->frameWidth();
    int fitting = least;
    for (int row = 0; row < m_audiences->model()->rowCount(); ++row) {
        const int more = m_audiences->sizeHintForRow(row);
        least += row < 2 ? more : 0;
        if (row >= 2 && fitting + more > most)
            break;
        fitting += more;
    }
    if (oneRow)
        least = fitting = 2 * m_audiences->frameWidth()
                          + m_audiences->sizeHintForRow(std::max(0, m_audiences->currentIndex().row()));
    m_audiences->setVerticalScrollBarPolicy(oneRow ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_audiences->setMaximumHeight(wide ? QWIDGETSIZE_MAX : fitting);
    m_audiences->setMinimumHeight(wide ? 0 : least);
    if (!wide && (oneRow || !m_borderMoved))
        m_outer->setSizes({fitting, std::max(1, panelHeight - fitting)});
    m_audiences->scrollToTop();
    m_audiences->scrollTo(m_audiences->currentIndex());
}

void StatusRoom::setWriting(bool writing)
{
    if (std::exchange(m_writing, writing) != writing)
        fitAudiences(m_outer->parentWidget()->height());
}

void StatusRoom::placePreview(bool beside)
{
    const int page = m_pages->indexOf(m_preview);
    if (beside == (page < 0))
        return;
    if (!beside) {
        m_pages->insertTab(1, m_preview, tr("Preview"));
        return;
    }
    m_inner->addWidget(m_preview);
    m_preview->setVisible(true);
}

} // namespace fireline::views
