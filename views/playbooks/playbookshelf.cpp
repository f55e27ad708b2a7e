// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbookshelf.h"

#include "playbooks/playbooksroles.h"
#include "theme/bidi.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace p = models::playbooks;

PlaybookShelf::PlaybookShelf(QWidget *parent) : QListView(parent)
{
    setObjectName(u"playbooksList"_s);
    setAccessibleName(tr("Playbooks"));
    setToolTip(tr("Enter opens a playbook; letters search."));
    setProperty("readsOnly", true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setWordWrap(true); // or the list would keep its rows as high as they were in another width
}

void PlaybookShelf::selectFirst()
{
    setCurrentIndex(model()->index(0, 0));
}

QString PlaybookShelfDelegate::reasonText(const QModelIndex &index) const
{
    const QString word = isolated(index.data(p::ReasonWordRole).toString());
    switch (index.data(p::ReasonRole).toInt()) {
    case p::ByStart: return tr("★ Suggested: its start condition holds");
    case p::ByAlert: return tr("★ Suggested: the alert %1 names it").arg(word);
    case p::ByLabel: return tr("★ Suggested: an alert is about %1").arg(word);
    case p::ByField: return tr("★ Suggested: the incident is about %1").arg(word);
    case p::ByTitle: return tr("★ Suggested: the title says %1").arg(word);
    default: return {};
    }
}

QList<LinesDelegate::Line> PlaybookShelfDelegate::linesOf(const QModelIndex &index) const
{
    const QFont small = theme().captionFont();
    QFont bold = theme().textFont();
    bold.setWeight(QFont::DemiBold);
    const int count = index.data(p::CountRole).toInt();
    const int settled = index.data(p::SettledRole).toInt();
    QList<Line> lines{{index.data().toString(), bold}};
    switch (index.data(p::StateRole).toInt()) {
    case p::Running: lines.append({tr("▶ Running: %1 of %2 done").arg(settled).arg(count), small, Ink::Link}); break;
    case p::Suggested: lines.append({reasonText(index), small, Ink::Link}); break;
    case p::Done: lines.append({tr("✓ All %n done", nullptr, count), small, Ink::Ok}); break;
    case p::Missing: lines.append({tr("▲ Used in this incident, and not in your folder"), small, Ink::Warn}); break;
    case p::Unusable:
        lines.append({tr("⚠ To read only: %1").arg(index.data(p::ProblemsRole).toStringList().value(0)), small, Ink::Warn});
        break;
    default: lines.append({tr("%n steps", nullptr, count), small, Ink::Muted});
    }
    if (const QString found = index.data(p::FoundRole).toString(); !found.isEmpty())
        lines.append({tr("Found: %1").arg(isolated(found)), small, Ink::Text});
    if (const QStringList tags = index.data(p::TagsRole).toStringList(); !tags.isEmpty())
        lines.append({u'#' + tags.join(u" #"_s), small, Ink::Muted});
    return lines;
}

} // namespace fireline::views
