// SPDX-License-Identifier: GPL-3.0-or-later
#include "aside/asidepanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "aside/asideroles.h"
#include "core/instant.h"
#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "forms/rowtable.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace aside = models::aside;

namespace {

/// Times as the window shows them; what is dealt with is struck through.
class AsideDelegate : public QStyledItemDelegate
{
public:
    AsideDelegate(Theme &theme, TimeDisplay &times, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme), m_times(times)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == aside::Happened)
            option->text = m_times.dayMinute(domain::Instant{index.data(aside::AtRole).toLongLong()});
        option->font = m_theme.textFont();
        option->font.setStrikeOut(index.column() == aside::What && index.data(aside::SettledRole).toBool());
        option->textElideMode = Qt::ElideRight;
    }

private:
    Theme &m_theme;
    TimeDisplay &m_times;
};

} // namespace

AsidePanel::AsidePanel(QAbstractItemModel &model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
    , m_head(new QLabel(this))
    , m_again(button(u"asideAgain"_s, tr("Enter it again…"), this))
    , m_copy(button(u"asideCopy"_s, tr("Copy the list"), tr("Copies all of them as text, one on a line."), this))
    , m_table(new QTableView(this))
{
    setObjectName(u"asidePanel"_s);
    markReading(*m_copy);
    m_head->setObjectName(u"asideHead"_s);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    buildTable();
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(line);
    flow->addWidget(m_again);
    flow->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    connect(m_again, &QPushButton::clicked, this, &AsidePanel::again);
    connect(m_copy, &QPushButton::clicked, this, &AsidePanel::copyAll);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, changed, this, &AsidePanel::showCount);
    connect(&theme, &Theme::changed, this, &AsidePanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, &AsidePanel::showTheme);
    showTheme();
    showCount();
}

void AsidePanel::buildTable()
{
    m_table->setObjectName(u"asideTable"_s);
    m_table->setAccessibleName(tr("What does not count in the record"));
    m_table->setToolTip(tr("What is in this file and in no record of the others. Enter brings its line into quick entry."));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new AsideDelegate(m_theme, m_times, this));
    readByRows(*m_table);
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of what does not count"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &AsidePanel::showCount);
}

QWidget *AsidePanel::firstFocus() const
{
    return m_table;
}

void AsidePanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    actions.add(
        {u"aside.again"_s,
         tr("Enter again what does not count"),
         tr("Brings the line of the selected entry into quick entry, for you to change first."),
         u"entry"_s,
         u"reopen"_s,
         {QKeySequence(u"Return"_s)},
         m_table},
        [this] { again(); }, [this] { return rowWhyNot(); });
    actions.add(
        reading({u"aside.copy"_s,
                 tr("Copy the list of what does not count"),
                 tr("Copies all of them as text, one on a line."),
                 u"view"_s,
                 u"copy"_s,
                 {QKeySequence(u"Ctrl+C"_s)},
                 m_table}),
        [this] { copyAll(); }, [this] { return m_model.rowCount() > 0 ? QString() : tr("Everything in this file counts."); });
}

void AsidePanel::showTheme()
{
    const QFontMetrics text(m_theme.textFont());
    const int gap = m_theme.scaled(12);
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    m_table->setColumnWidth(aside::Happened, text.horizontalAdvance(m_times.dayMinute(domain::Instant{})) + gap);
    m_table->setColumnWidth(aside::Who, text.horizontalAdvance(u"Somebody xx"_s) + gap);
    m_table->setColumnWidth(aside::What, text.horizontalAdvance(u"somebody takes the role of x"_s) + gap);
    m_table->setMinimumHeight(m_theme.rowHeight() * 4);
    m_head->setMargin(m_theme.scaled(4));
    m_table->viewport()->update();
}

void AsidePanel::showCount()
{
    const int count = m_model.rowCount();
    m_head->setText(count == 0 ? tr("Everything in this file counts. What a shared backend refuses or loses is listed here.")
                               : tr("%n entries are in this file and do not count for the others.", nullptr, count));
    m_head->setAccessibleName(m_head->text());
    m_head->setToolTip(m_head->text());
    m_copy->setEnabled(count > 0);
    const QString whyNot = rowWhyNot();
    m_again->setEnabled(whyNot.isEmpty());
    m_again->setToolTip(whyNot.isEmpty() ? tr("Brings its line into quick entry, for you to change first.") : whyNot);
    if (m_actions)
        m_actions->refreshLater();
}

QModelIndex AsidePanel::current() const
{
    return m_table->currentIndex();
}

QString AsidePanel::rowWhyNot() const
{
    return current().isValid() ? QString() : tr("Select an entry of the list first.");
}

void AsidePanel::again()
{
    if (current().isValid())
        emit againRequested(current().data(aside::IdRole).toString());
}

void AsidePanel::copyAll()
{
    QStringList lines;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        const auto text = [&](int role) { return index.data(role).toString(); };
        lines.append(QStringList{m_times.full(domain::Instant{index.data(aside::AtRole).toLongLong()}), text(aside::WhoRole),
                                 text(aside::WhatRole), text(aside::WhyRole)}
                         .join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace fireline::views
