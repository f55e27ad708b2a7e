// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbookview.h"

#include "playbooks/playbooksroles.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace p = models::playbooks;

namespace {

constexpr int layoutAtOnce = 100; // rows

bool isStep(const QModelIndex &index)
{
    return index.data(p::PartRole).toInt() == p::Step;
}

} // namespace

PlaybookView::PlaybookView(QWidget *parent) : QListView(parent)
{
    setObjectName(u"playbooksText"_s);
    setAccessibleName(tr("The open playbook"));
    setToolTip(tr("Space ticks a step, S skips it, C copies its command, V keeps the copied output with it. Esc goes back."));
    setProperty("readsOnly", true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setResizeMode(QListView::Adjust);
    setWordWrap(true); // or the list would keep its rows as high as they were in another width
    setBatchSize(layoutAtOnce);
}

void PlaybookView::fitLayout()
{
    setLayoutMode(model()->rowCount() > layoutAtOnce ? QListView::Batched : QListView::SinglePass);
}

void PlaybookView::selectNext()
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(p::NextRole).toBool()) {
            setCurrentIndex(index);
            return;
        }
    }
    setCurrentIndex(model()->index(0, 0));
}

void PlaybookView::moveStep(bool down)
{
    const int by = down ? 1 : -1;
    for (int row = currentIndex().row() + by; row >= 0 && row < model()->rowCount(); row += by) {
        if (isStep(model()->index(row, 0))) {
            setCurrentIndex(model()->index(row, 0));
            return;
        }
    }
}

void PlaybookView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && event->key() == Qt::Key_Space)
        emit toggleRequested(currentIndex());
    else if (plain && (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Backspace))
        emit backRequested();
    else
        QListView::keyPressEvent(event);
}

} // namespace fireline::views
