// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sourcechooser.h"

#include "review/reviewsources.h"
#include "theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::ReviewSource;
using models::ReviewSourcesModel;

SourceChooser::SourceChooser(ReviewSourcesModel &sources, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_found(new QSortFilterProxyModel(this))
    , m_title(new QLabel(tr("Put into the section:"), this))
    , m_words(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(u"reviewChooser"_s);
    m_found->setSourceModel(&sources);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_words->setObjectName(u"reviewSourceWords"_s);
    m_words->setAccessibleName(tr("Words of what is to be put into the section"));
    m_words->setPlaceholderText(tr("Search by words"));
    m_words->setToolTip(tr("Arrows choose, Enter puts it into the text, Esc goes back."));
    m_title->setBuddy(m_words);
    m_list->setObjectName(u"reviewSources"_s);
    m_list->setAccessibleName(tr("What the record has for the section"));
    m_list->setToolTip(m_words->toolTip());
    m_list->setModel(m_found);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.scaled(2));
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    m_words->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &SourceChooser::find);
    connect(m_list, &QListView::activated, this, &SourceChooser::take);
}

void SourceChooser::open()
{
    m_sources.refresh();
    m_words->clear();
    find();
    m_words->setFocus(Qt::OtherFocusReason);
}

void SourceChooser::find()
{
    m_found->setFilterFixedString(m_words->text().simplified());
    m_list->setCurrentIndex(m_found->index(0, 0));
}

void SourceChooser::take()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QString markdown = index.data(ReviewSourcesModel::MarkdownRole).toString();
    emit chosen(markdown, index.data(ReviewSourcesModel::KindRole).toInt() != ReviewSource::Row);
}

bool SourceChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool leaves = key->key() == Qt::Key_Escape;
    const bool moves = watched == m_words
                       && QList<int>{Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown}.contains(key->key())
                       && key->modifiers() == Qt::NoModifier;
    if (!enters && !leaves && !moves)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (enters)
        take();
    else if (leaves)
        emit closed();
    else
        QCoreApplication::sendEvent(m_list, event);
    return true;
}

} // namespace fireline::views
