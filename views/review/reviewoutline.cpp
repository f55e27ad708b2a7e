// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewoutline.h"

#include "review/reviewroles.h"
#include "theme/bidi.h"
#include "theme/theme.h"

#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace r = models::review;

namespace {

constexpr int lettersOfName = 16;

} // namespace

ReviewOutline::ReviewOutline(QAbstractItemModel &model, Theme &theme, QWidget *parent)
    : LinesView(parent)
    , m_sections(new QSortFilterProxyModel(this))
    , m_theme(theme)
{
    setObjectName(u"reviewOutline"_s);
    setAccessibleName(tr("Sections of the review"));
    setToolTip(tr("Enter opens the section to be written. Ctrl+Page Down and Ctrl+Page Up go on from the text."));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_sections->setFilterRole(r::KindRole);
    m_sections->setFilterRegularExpression(u"^%1$"_s.arg(int(r::Section)));
    m_sections->setSourceModel(&model);
    setModel(m_sections);
    setItemDelegate(new OutlineDelegate(theme, *this));
    const auto open = [this](const QModelIndex &index) { emit sectionRequested(index.data(r::IdRole).toString()); };
    connect(this, &QListView::activated, this, open);
    connect(this, &QListView::clicked, this, open);
}

void ReviewOutline::follow(const QString &section, const QSet<QString> &waiting)
{
    const bool moved = section != m_section;
    m_section = section;
    m_waiting = waiting;
    for (int row = 0; moved && row < m_sections->rowCount(); ++row) {
        if (m_sections->index(row, 0).data(r::IdRole).toString() == section)
            setCurrentIndex(m_sections->index(row, 0));
    }
    doItemsLayout();
    viewport()->update();
}

QString ReviewOutline::neighbour(int step) const
{
    for (int row = 0; row < m_sections->rowCount(); ++row) {
        if (m_sections->index(row, 0).data(r::IdRole).toString() == m_section)
            return m_sections->index(row + step, 0).data(r::IdRole).toString();
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
