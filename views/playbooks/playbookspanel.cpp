// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbookspanel.h"

#include "actions/actionregistry.h"
#include "forms/panelbutton.h"
#include "playbooks/playbookdelegate.h"
#include "playbooks/playbookshelf.h"
#include "playbooks/playbooktextmodel.h"
#include "playbooks/playbookview.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace p = models::playbooks;

namespace {

QVBoxLayout *columnOf(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

QLabel *label(const QString &name, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

} // namespace

PlaybooksPanel::PlaybooksPanel(models::PlaybooksModel &shelf, models::PlaybookTextModel &open, Theme &theme, TimeDisplay &times,
                               QWidget *parent)
    : QWidget(parent)
    , m_shelf(shelf)
    , m_open(open)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"playbooksPanel"_s);
    auto *column = columnOf(this);
    m_told = label(u"playbooksTold"_s, this);
    m_told->hide();
    buildShelf();
    buildPage();
    column->addWidget(m_shelfPage, 1);
    column->addWidget(m_page, 1);
    column->addWidget(m_told);
    connectModels();
    connect(&theme, &Theme::changed, this, &PlaybooksPanel::showTheme);
    connect(&times, &TimeDisplay::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    m_page->hide();
    m_list->selectFirst();
    showTheme();
}

void PlaybooksPanel::buildShelf()
{
    m_shelfPage = new QWidget(this);
    auto *column = columnOf(m_shelfPage);
    m_search = new QLineEdit(m_shelfPage);
    m_search->setObjectName(u"playbooksSearch"_s);
    m_search->setAccessibleName(tr("Search playbooks"));
    m_search->setPlaceholderText(tr("Search title, tags and text"));
    m_search->setToolTip(tr("Finds words in title, tags and text. Enter opens the first, Down goes to the list."));
    m_search->setClearButtonEnabled(true);
    m_search->setProperty("readsOnly", true);
    m_search->setMaxLength(200);
    m_list = new PlaybookShelf(m_shelfPage);
    m_list->setModel(&m_shelf);
    m_list->setItemDelegate(new PlaybookShelfDelegate(m_theme, this));
    buildNothing();
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shelf.setQuery(text);
        m_list->selectFirst();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { openRow(m_list->currentIndex()); });
    connect(m_list, &QListView::activated, this, &PlaybooksPanel::openRow);
    connect(m_list, &PlaybookShelf::typed, this, [this](const QString &letters) {
        if (letters.trimmed().isEmpty())
            return;
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->insert(letters);
    });
    m_search->installEventFilter(this);
}

void PlaybooksPanel::buildNothing()
{
    m_nothing = new QWidget(m_shelfPage);
    auto *empty = new QVBoxLayout(m_nothing);
    m_nothingText = label(u"playbooksNothingText"_s, m_nothing);
    m_nothingButton = button(u"playbooksNothing"_s, {}, {}, m_nothing);
    m_nothingButton->setProperty("readsOnly", true);
    empty->addWidget(m_nothingText);
    empty->addWidget(m_nothingButton, 0, Qt::AlignLeading);
    empty->addStretch();
    connect(m_nothingButton, &QPushButton::clicked, this, [this] {
        if (m_shelf.query().isEmpty())
            emit folderRequested();
        else
            m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
    });
}

void PlaybooksPanel::buildPage()
{
    m_page = new QWidget(this);
    auto *column = columnOf(m_page);
    auto *row = new QHBoxLayout;
    m_back = button(u"playbooksBack"_s, tr("All playbooks"), tr("Goes back to the list of playbooks (Esc)."), m_page);
    m_back->setProperty("readsOnly", true);
    m_start = button(u"playbooksStart"_s, tr("Start"), {}, m_page);
    row->addWidget(m_back);
    row->addStretch();
    row->addWidget(m_start);
    m_title = label(u"playbooksTitle"_s, m_page);
    m_readOnly = label(u"playbooksReadOnly"_s, m_page);
    m_readOnly->setText(tr("To be read only: no step can be ticked here."));
    m_view = new PlaybookView(m_page);
    m_view->setModel(&m_open);
    m_delegate = new PlaybookDelegate(m_theme, m_times, this);
    m_view->setItemDelegate(m_delegate);
    column->addLayout(row);
    column->addWidget(m_title);
    column->addWidget(m_readOnly);
    column->addWidget(m_view, 1);
    connect(m_back, &QPushButton::clicked, this, &PlaybooksPanel::goBack);
    connect(m_start, &QPushButton::clicked, this, &PlaybooksPanel::start);
    connect(m_view, &PlaybookView::toggleRequested, this, &PlaybooksPanel::toggle);
    connect(m_view, &PlaybookView::backRequested, this, &PlaybooksPanel::goBack);
    connect(m_view, &QListView::activated, this, &PlaybooksPanel::activate);
    connect(m_view, &QListView::customContextMenuRequested, this, &PlaybooksPanel::showMenu);
    connect(m_delegate, &PlaybookDelegate::toggled, this, &PlaybooksPanel::toggle);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_copied = -1;
        tell({});
        if (m_actions)
            m_actions->refreshLater();
    });
}

void PlaybooksPanel::connectModels()
{
    connect(&m_shelf, &models::PlaybooksModel::situationChanged, this, &PlaybooksPanel::showState);
    connect(&m_open, &models::PlaybookTextModel::situationChanged, this, &PlaybooksPanel::showState);
    connect(&m_open, &QAbstractItemModel::dataChanged, m_view, [this] { m_view->doItemsLayout(); });
    connect(&m_open, &QAbstractItemModel::modelReset, m_view, &PlaybookView::fitLayout);
    connect(&m_shelf, &QAbstractItemModel::dataChanged, m_list, [this] { m_list->doItemsLayout(); });
    connect(&m_shelf, &QAbstractItemModel::rowsInserted, m_list, [this] {
        // What came first while nobody was looking is what is looked at first.
        if (!m_list->currentIndex().isValid() || !m_list->hasFocus())
            m_list->selectFirst();
    });
    connect(&m_open, &models::PlaybookTextModel::gone, this, [this](const QString &title) {
        goBack();
        tell(tr("“%1” is not in the folder any more.").arg(title));
    });
}

void PlaybooksPanel::showTheme()
{
    const int gap = m_theme.scaled(4);
    m_page->layout()->itemAt(0)->layout()->setContentsMargins(gap, gap, gap, gap);
    m_shelfPage->layout()->setContentsMargins(gap, gap, gap, 0);
    m_shelfPage->layout()->setSpacing(gap);
    m_nothing->layout()->setContentsMargins(gap, 2 * gap, gap, 2 * gap);
    for (QLabel *each : {m_title, m_readOnly, m_told})
        each->setContentsMargins(gap, 0, gap, gap);
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_readOnly->setFont(m_theme.captionFont());
    m_told->setFont(m_theme.captionFont());
    m_list->doItemsLayout();
    m_view->doItemsLayout();
    showState();
}

void PlaybooksPanel::showState()
{
    const bool nothing = m_shelf.rowCount() == 0;
    const bool searched = !m_shelf.query().isEmpty();
    m_list->setVisible(!nothing);
    m_nothing->setVisible(nothing);
    m_search->setVisible(searched || !nothing);
    m_nothingText->setText(searched ? tr("0 of %n playbooks shown.", nullptr, m_shelf.total())
                                    : tr("There are no playbooks yet. Put Markdown files into the folder."));
    m_nothingButton->setText(searched ? tr("Clear search") : tr("Open the folder"));
    m_nothingButton->setAccessibleName(m_nothingButton->text());
    m_nothingButton->setToolTip(searched ? tr("Shows all playbooks again.")
                                         : tr("Opens the folder that playbooks are put into."));
    showHeader();
    if (m_actions)
        m_actions->refreshLater();
}

void PlaybooksPanel::showHeader()
{
    const bool open = !m_open.key().isEmpty();
    const int count = m_open.count();
    m_title->setText(m_open.title());
    // How far it is stands in the title of the panel.
    m_readOnly->setVisible(open && m_open.listId().isEmpty());
    const QString why = startWhyNot();
    m_start->setVisible(!m_open.isStarted() && count > 0);
    m_start->setEnabled(why.isEmpty());
    m_start->setToolTip(why.isEmpty() ? tr("Records that this playbook is followed from now on.") : why);
    setWindowTitle(open && count > 0 ? tr("Playbook: %1 of %2 done").arg(m_open.settled()).arg(count) : tr("Playbooks"));
}

void PlaybooksPanel::find()
{
    emit showRequested();
    if (!m_open.key().isEmpty())
        goBack();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PlaybooksPanel::openRow(const QModelIndex &index)
{
    if (index.isValid())
        openPage(index.data(p::KeyRole).toString());
}

void PlaybooksPanel::openPage(const QString &key)
{
    m_open.open(key);
    if (m_open.key().isEmpty())
        return;
    tell({});
    m_page->show();
    m_view->selectNext();
    m_view->setFocus(Qt::OtherFocusReason);
    m_shelfPage->hide();
    showState();
}

bool PlaybooksPanel::showItem(const QString &key)
{
    if (!m_shelf.row(key))
        return false;
    emit showRequested();
    openPage(key);
    return true;
}

void PlaybooksPanel::goBack()
{
    const QString key = m_open.key();
    const bool here = m_page->isAncestorOf(QApplication::focusWidget());
    m_open.open({});
    m_shelfPage->show();
    for (int row = 0; row < m_shelf.rowCount(); ++row) {
        if (m_shelf.index(row).data(p::KeyRole).toString() == key)
            m_list->setCurrentIndex(m_shelf.index(row));
    }
    if (here)
        m_list->setFocus(Qt::OtherFocusReason);
    m_page->hide();
    showState();
}

// Where the work is: the list, or the playbook that is open. A focus proxy would change the order of Tab each time.
void PlaybooksPanel::focusInEvent(QFocusEvent *event)
{
    QWidget *place = !m_open.key().isEmpty() ? static_cast<QWidget *>(m_view)
                     : m_list->isHidden()    ? static_cast<QWidget *>(m_nothingButton)
                                             : m_list;
    place->setFocus(event->reason());
}

// From the search to what was found; what was typed stays.
bool PlaybooksPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Escape) {
            (m_list->isHidden() ? static_cast<QWidget *>(m_nothingButton) : m_list)->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PlaybooksPanel::tell(const QString &text)
{
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

QModelIndex PlaybooksPanel::current() const
{
    return m_view->currentIndex();
}

int PlaybooksPanel::currentStep() const
{
    return current().isValid() ? current().data(p::NumberRole).toInt() : 0;
}

} // namespace fireline::views
