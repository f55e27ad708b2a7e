// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewtimelinebox.h"

#include "actions/readscontrol.h"
#include "forms/flowlayout.h"
#include "review/reviewtimelinemodel.h"
#include "text/timedisplay.h"
#include "theme/theme.h"
#include "timeline/kindwords.h"
#include "timeline/timelineroles.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::ReviewTimelineModel;
using models::TimelineRole;

namespace {

/// Writes times in the zone of the window, and strikes out what was taken out of the record.
class RowDelegate : public QStyledItemDelegate
{
public:
    RowDelegate(Theme &theme, TimeDisplay &times, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme), m_times(times)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == ReviewTimelineModel::Time)
            option->text = m_times.full(domain::Instant{index.data(int(TimelineRole::At)).toLongLong()}).section(u' ', 0, 1);
        if (index.data(int(TimelineRole::Retracted)).toBool()) {
            option->font.setStrikeOut(true);
            option->palette.setColor(QPalette::Text, m_theme.ink(Ink::Muted));
        }
    }

private:
    Theme &m_theme;
    TimeDisplay &m_times;
};

} // namespace

ReviewTimelineBox::ReviewTimelineBox(ReviewTimelineModel &model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
    , m_which(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_use(new QPushButton(tr("Use in the review"), this))
    , m_count(new QLabel(this))
    , m_table(new QTreeView(this))
{
    setObjectName(u"reviewTimelineBox"_s);
    buildChoices();
    buildTable();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, [this] { showState(); });
    connect(&model, &QAbstractItemModel::modelReset, this, &ReviewTimelineBox::showState);
    connect(&times, &TimeDisplay::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    showState();
}

void ReviewTimelineBox::buildChoices()
{
    m_which->setObjectName(u"reviewRows"_s);
    m_which->setAccessibleName(tr("Rows of the timeline"));
    m_which->setToolTip(tr("Which rows of the record the review's timeline shows."));
    m_which->addItem(tr("Turning points and pinned rows"), QString());
    m_which->addItem(tr("Pinned rows only"), u"pinned"_s);
    m_which->addItem(tr("Every row"), u"all"_s);
    m_kind->setObjectName(u"reviewKind"_s);
    m_kind->setAccessibleName(tr("Kind of row that is shown too"));
    m_kind->setToolTip(tr("Shows every row of this kind as well."));
    m_use->setObjectName(u"reviewUseRows"_s);
    m_use->setAccessibleName(m_use->text());
    m_use->setAutoDefault(false);
    m_count->setObjectName(u"reviewRowCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumHeight(m_which->sizeHint().height()); // on one line with what is beside it
    for (QComboBox *box : {m_which, m_kind}) {
        markReading(*box);
        connect(box, &QComboBox::activated, this, &ReviewTimelineBox::choose);
    }
    connect(m_use, &QPushButton::clicked, this, [this] { emit useRequested(chosenWords()); });
}

void ReviewTimelineBox::buildTable()
{
    m_table->setObjectName(u"reviewTimeline"_s);
    m_table->setAccessibleName(tr("Timeline of the review"));
    m_table->setToolTip(tr("Rows of the record as they stand now. P pins a row, E corrects it, Enter shows it in the timeline."));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new RowDelegate(m_theme, m_times, this));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->header()->setAccessibleName(tr("Columns of the review's timeline"));
    m_table->header()->setSectionsMovable(false);
    m_table->header()->setStretchLastSection(true);
    connect(&m_theme, &Theme::changed, this, &ReviewTimelineBox::keepRoom);
    keepRoom();
    const QFontMetrics metrics(m_theme.textFont());
    m_table->setColumnWidth(ReviewTimelineModel::Time, metrics.horizontalAdvance(u"2000-00-00 00:00:00 "_s) + m_theme.scaled(8));
    m_table->setColumnWidth(ReviewTimelineModel::Kind, metrics.horizontalAdvance(u"Mitigation, xx"_s));
    m_table->setColumnWidth(ReviewTimelineModel::Who, metrics.horizontalAdvance(u"Somebody xx"_s));
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(line);
    for (QWidget *widget : QList<QWidget *>{m_which, m_kind, m_use, m_count})
        flow->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(m_table, 1);
}

/// For a few rows, whatever the size of the text; the panel scrolls where that is more than it has.
void ReviewTimelineBox::keepRoom()
{
    const int rows = 4 * QFontMetrics(m_theme.textFont()).lineSpacing();
    m_table->setMinimumHeight(m_table->header()->sizeHint().height() + rows);
}

QString ReviewTimelineBox::chosenWords() const
{
    const QString which = m_which->currentData().toString();
    const QString kind = m_kind->currentData().toString();
    if (kind.isEmpty() || which == "all"_L1)
        return which;
    if (!which.isEmpty())
        return which + u' ' + kind;
    return u"pinned "_s + domain::turningPoints().kinds.join(u' ') + u' ' + kind;
}

void ReviewTimelineBox::choose()
{
    m_model.setWords(chosenWords());
    showState();
}

void ReviewTimelineBox::follow(const QString &section, const QString &words)
{
    const bool moved = section != m_section || words != m_words;
    m_section = section;
    m_words = words;
    if (moved && !section.isEmpty()) {
        const QString first = words.section(u' ', 0, 0);
        m_which->setCurrentIndex(std::max(0, m_which->findData(words.contains(u' ') && first == "pinned"_L1 ? first : words)));
        m_model.setWords(words);
    }
    showState();
}

void ReviewTimelineBox::fillKinds()
{
    const QStringList kinds = m_model.kinds();
    if (m_kind->count() == kinds.size() + 1)
        return;
    const QString chosen = m_kind->currentData().toString();
    m_kind->clear();
    m_kind->addItem(tr("and no other kind"), QString());
    for (const QString &kind : kinds)
        m_kind->addItem(tr("and: %1").arg(models::kindWord(kind)), kind);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(chosen)));
}

void ReviewTimelineBox::showState()
{
    fillKinds();
    const bool used = m_model.words() == m_words;
    m_use->setEnabled(!m_section.isEmpty());
    m_use->setToolTip(
        m_section.isEmpty() ? tr("This review has no section for a timeline. Write {{timeline}} into one of them.")
        : used ? tr("These rows stand in the section “%1”; what is corrected in the record changes there too.").arg(m_section)
               : tr("Puts these rows into the section “%1”.").arg(m_section));
    m_count->setText(tr("Shown: %1 of %2").arg(m_model.rowCount()).arg(m_model.rowsInRecord()));
}

} // namespace fireline::views
