// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewoutline.h"

#include "review/reviewoutlinemodel.h"
#include "theme/bidi.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace r = models::review;

namespace {

constexpr int lettersOfName = 16;

} // namespace

ReviewOutline::ReviewOutline(QAbstractItemModel &model, Theme &theme, QWidget *parent)
    : LinesView(parent)
    , m_rows(new models::ReviewOutlineModel(model, this))
    , m_theme(theme)
{
    setObjectName(u"reviewOutline"_s);
    setAccessibleName(tr("Sections of the review"));
    setToolTip(tr(
        "Enter opens the section to be written, or goes to the heading. Ctrl+PgDown and Ctrl+PgUp go on from the text."));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setModel(m_rows);
    setItemDelegate(new OutlineDelegate(theme, *this));
    const auto open = [this](const QModelIndex &index) {
        if (index.data(r::KindRole).toInt() == r::Passage)
            emit lineRequested(index.data(r::LineRole).toInt());
        else
            emit sectionRequested(index.data(r::IdRole).toString());
    };
    connect(this, &QListView::activated, this, open);
    connect(this, &QListView::clicked, this, open);
}

void ReviewOutline::follow(const QString &section, const QSet<QString> &waiting, const QList<models::SectionHeading> &headings)
{
    const bool moved = section != m_section;
    m_section = section;
    m_waiting = waiting;
    m_rows->setHeadings(section, headings);
    if (const int row = rowOf(section); moved && row >= 0)
        setCurrentIndex(m_rows->index(row));
    doItemsLayout();
    viewport()->update();
}

/// Of the section itself, before those of its headings.
int ReviewOutline::rowOf(const QString &section) const
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const QModelIndex index = m_rows->index(row);
        if (index.data(r::KindRole).toInt() == r::Section && index.data(r::IdRole).toString() == section)
            return row;
    }
    return -1;
}

QString ReviewOutline::neighbour(int step) const
{
    const int from = rowOf(m_section);
    for (int row = from + step; from >= 0 && row >= 0 && row < m_rows->rowCount(); row += step) {
        if (m_rows->index(row).data(r::KindRole).toInt() == r::Section)
            return m_rows->index(row).data(r::IdRole).toString();
    }
    return {};
}

QSize ReviewOutline::sizeHint() const
{
    const int width = QFontMetrics(m_theme.textFont()).averageCharWidth() * lettersOfName + m_theme.scaled(24);
    return {width, LinesView::sizeHint().height()};
}

OutlineDelegate::OutlineDelegate(Theme &theme, ReviewOutline &outline) : LinesDelegate(theme, &outline), m_outline(outline) { }

QList<LinesDelegate::Line> OutlineDelegate::linesOf(const QModelIndex &index) const
{
    if (index.data(r::KindRole).toInt() == r::Passage)
        return {
            {.text = isolated(index.data().toString()), .font = theme().textFont(), .depth = index.data(r::LevelRole).toInt()}};
    const QString name = index.data(r::IdRole).toString();
    const int state = index.data(r::StateRole).toInt();
    QFont title = theme().textFont();
    if (name == m_outline.section())
        title.setWeight(QFont::DemiBold);
    QList<Line> lines{{isolated(index.data().toString()), title}};
    const auto add = [&](const QString &text, Ink ink) { lines.append({text, theme().captionFont(), ink}); };
    if (m_outline.m_waiting.contains(name))
        add(tr("◐ not kept yet"), Ink::Warn);
    else if (state == r::Missing)
        add(tr("✕ to be written"), Ink::Error);
    else if (state == r::Written)
        add(tr("✓ written"), Ink::Ok);
    else
        add(tr("○ may be left empty"), Ink::Muted);
    if (const auto remarks = index.data(r::RemarksRole).toStringList(); !remarks.isEmpty())
        add(tr("▲ %n remarks", nullptr, int(remarks.size())), Ink::Warn);
    return lines;
}

} // namespace fireline::views
