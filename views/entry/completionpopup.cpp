// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/completionpopup.h"

#include "entry/completiondelegate.h"
#include "theme/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int mostRows = 8;

} // namespace

CompletionPopup::CompletionPopup(QAbstractItemModel *model, Theme &theme, QWidget *parent) : QListView(parent), m_theme(theme)
{
    setObjectName(u"entry.completion"_s);
    setAccessibleName(tr("Ways to complete the word"));
    setToolTip(tr("Tab takes the first one. Arrow keys choose, Enter takes the chosen one, Esc closes the list."));
    setFocusPolicy(Qt::NoFocus);
    setModel(model);
    setItemDelegate(new CompletionDelegate(theme, this));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { emit rowClicked(index.row()); });
    connect(&theme, &Theme::changed, this, &CompletionPopup::applyTheme);
    applyTheme();
    hide();
}

void CompletionPopup::applyTheme()
{
    setFont(m_theme.textFont());
    doItemsLayout();
}

void CompletionPopup::showAt(const QRect &word)
{
    QWidget *window = parentWidget()->window();
    if (parentWidget() != window)
        setParent(window);
    const int rows = std::min(model()->rowCount(), mostRows);
    const QSize row = sizeHintForIndex(model()->index(0, 0));
    const int width = std::min(row.width() + 2 * frameWidth(), window->width());
    const int height = rows * row.height() + 2 * frameWidth();
    const QPoint below = window->mapFromGlobal(word.bottomLeft());
    const QPoint above = window->mapFromGlobal(word.topLeft());
    // What Enter will do stands below the line: the list keeps off it, whatever the number of its rows.
    const bool isLow = above.y() > window->height() / 2;
    const int top = isLow ? std::max(0, above.y() - height) : below.y() + 1;
    setGeometry(std::clamp(below.x(), 0, std::max(0, window->width() - width)), top, width, height);
    show();
    raise();
}

void CompletionPopup::move(int rows)
{
    const int count = model()->rowCount();
    if (count == 0)
        return;
    const int now = chosenRow();
    const int from = now >= 0 ? now : rows > 0 ? -1 : count;
    const int to = std::clamp(from + rows, 0, count - 1);
    setCurrentIndex(model()->index(to, 0));
    scrollTo(currentIndex());
}

int CompletionPopup::chosenRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

} // namespace fireline::views
