// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/peoplepanel.h"

#include "actions/actionregistry.h"
#include "forms/rowroom.h"
#include "people/peopleroles.h"
#include "theme/theme.h"

#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace people = models::people;

namespace {

class PeopleList : public QTreeView
{
public:
    using QTreeView::QTreeView;
    [[nodiscard]] QSize minimumSizeHint() const override { return withRoomForARow(*this, QTreeView::minimumSizeHint()); }
};

} // namespace

PeoplePanel::PeoplePanel(QAbstractItemModel *model, Theme &theme, QWidget *parent) : QWidget(parent), m_list(new PeopleList(this))
{
    build();
    m_list->setModel(model);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(people::WhoColumn, QHeaderView::Stretch);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setSectionResizeMode(people::WordsColumn, QHeaderView::ResizeToContents);
    m_list->setMinimumWidth(theme.scaled(120));
    connect(m_list, &QTreeView::activated, this, &PeoplePanel::use);
}

void PeoplePanel::build()
{
    m_list->setObjectName(u"people.list"_s);
    m_list->setAccessibleName(tr("People and roles with the words to name them by"));
    m_list->setToolTip(tr("What to type for whom. Enter puts the word into quick entry."));
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
}

void PeoplePanel::addActions(ActionRegistry &actions)
{
    actions.add(
        {u"people.use"_s, tr("Put the selected name into quick entry"),
         tr("Types the word of the selected person or role where the cursor stands (Enter)."), u"entry"_s, u"person"_s},
        [this] { use(); },
        [this] { return m_list->currentIndex().isValid() ? QString() : tr("Select somebody in the list of people first."); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, &actions, qOverload<>(&ActionRegistry::refresh));
}

QWidget *PeoplePanel::firstFocus() const
{
    return m_list;
}

void PeoplePanel::use()
{
    if (const QModelIndex current = m_list->currentIndex(); current.isValid())
        emit wordRequested(u'@' + current.data(people::WordRole).toString());
}

} // namespace fireline::views
