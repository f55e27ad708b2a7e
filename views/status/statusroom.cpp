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

StatusRoom::StatusRoom(const Parts &parts, const Theme &theme, QObject *parent) : QObject(parent), m_parts(parts), m_theme(theme)
{
    connect(parts.outer, &QSplitter::splitterMoved, this, [this] { m_borderMoved = true; });
}

void StatusRoom::arrange(const QSize &panel)
{
    auto *const outer = m_parts.outer;
    auto *const inner = m_parts.inner;
    auto *const audiences = m_parts.audiences;
    const bool wide = panel.width() >= m_theme.scaled(820);
    const bool beside = panel.width() >= m_theme.scaled(560);
    outer->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    inner->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    const bool low = panel.height() < m_theme.scaled(640);
    placePreview(beside || !low);
    m_parts.rows->setOneLine(low && !wide);
    audiences->setMaximumWidth(wide ? m_theme.scaled(300) : QWIDGETSIZE_MAX);
    // Once a kind: after that it is as whoever moved the borders left it.
    const QList<bool> kind{wide, beside, low};
    const bool isNew = std::exchange(m_kind, kind) != kind;
    audiences->doItemsLayout();
    if (isNew) {
        m_borderMoved = false;
        const int form = beside ? inner->width() : inner->height();
        inner->setSizes({form * 3 / 5, form * 2 / 5});
    }
    fitAudiences(panel.height());
}

void StatusRoom::fitAudiences(int panelHeight)
{
    QListView *audiences = m_parts.audiences;
    const bool wide = m_parts.outer->orientation() == Qt::Horizontal;
    const int most = panelHeight / 4;
    int least = 2 * audiences->frameWidth();
    int fitting = least;
    for (int row = 0; row < audiences->model()->rowCount(); ++row) {
        const int more = audiences->sizeHintForRow(row);
        least += row < 2 ? more : 0;
        if (row >= 2 && fitting + more > most)
            break;
        fitting += more;
    }
    audiences->setMaximumHeight(wide ? QWIDGETSIZE_MAX : fitting);
    audiences->setMinimumHeight(wide ? 0 : least);
    if (!wide && !m_borderMoved)
        m_parts.outer->setSizes({fitting, std::max(1, panelHeight - fitting)});
    audiences->scrollToTop();
    audiences->scrollTo(audiences->currentIndex());
}

void StatusRoom::placePreview(bool beside)
{
    QTabWidget *pages = m_parts.pages;
    StatusPreview *preview = m_parts.preview;
    const int page = pages->indexOf(preview);
    if (beside == (page < 0))
        return;
    if (!beside) {
        pages->insertTab(1, preview, tr("Preview"));
        return;
    }
    m_parts.inner->addWidget(preview);
    preview->setVisible(true);
}

} // namespace fireline::views
