// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statuschecks.h"

#include "theme/theme.h"

#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int overrideRole = Qt::UserRole + 1;
constexpr int ruleRole = Qt::UserRole + 2;

} // namespace

StatusChecks::StatusChecks(Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_lines(new QStandardItemModel(this))
{
    setObjectName(u"statusChecks"_s);
    setAccessibleName(tr("What the process says to this text"));
    setToolTip(tr("Enter goes to what is to be mended, or writes the command that passes the rule with a reason."));
    setModel(m_lines);
    setWordWrap(true);
    setEditTriggers(NoEditTriggers);
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListView::activated, this, &StatusChecks::open);
}

void StatusChecks::add(const Remark &said, const QString &icon, int ink, bool canOverride)
{
    const QString source = said.source.isEmpty() ? said.rule : said.source;
    auto *line = new QStandardItem(m_theme.icon(icon, Ink(ink)),
                                   source.isEmpty() ? said.text : tr("%1 [%2]").arg(said.text, source));
    line->setForeground(m_theme.ink(Ink(ink)));
    line->setData(canOverride, overrideRole);
    line->setData(said.rule, ruleRole);
    line->setToolTip(line->text());
    m_lines->appendRow(line);
}

void StatusChecks::show(const domain::Publishing &said, const QStringList &unknownWords, const QString &spellingProblem)
{
    const int current = currentIndex().row();
    m_lines->clear();
    m_refusals = 0;
    if (said.keptInside)
        add({tr("Stops it: %1").arg(said.keptInside->text), said.keptInside->rule, said.keptInside->source}, u"lock"_s,
            int(Ink::Error));
    m_refusals += said.keptInside.has_value();
    for (const domain::Notice &notice : said.notices) {
        const bool stops = notice.effect == domain::RuleEffect::Refuse;
        m_refusals += stops;
        add({stops ? tr("Stops it: %1").arg(notice.text) : tr("Remark: %1").arg(notice.text), notice.rule, notice.source},
            stops ? u"error"_s : u"warning"_s, int(stops ? Ink::Error : Ink::Warn), stops && notice.canOverride);
    }
    if (!unknownWords.isEmpty())
        add({tr("Spelling: %1").arg(unknownWords.join(u", "_s)), {}, {}}, u"correct"_s, int(Ink::Warn));
    if (!spellingProblem.isEmpty())
        add({spellingProblem, {}, {}}, u"info"_s, int(Ink::Muted));
    if (current >= 0)
        setCurrentIndex(m_lines->index(std::min(current, m_lines->rowCount() - 1), 0));
    setVisible(m_lines->rowCount() > 0);
    updateGeometry();
}

void StatusChecks::setMostLines(int lines)
{
    if (std::exchange(m_mostLines, lines) != lines)
        updateGeometry();
}

QSize StatusChecks::sizeHint() const
{
    int height = 2 * frameWidth();
    for (int row = 0; row < std::min(m_lines->rowCount(), m_mostLines); ++row)
        height += std::max(sizeHintForRow(row), fontMetrics().height());
    return {m_theme.scaled(120), height + m_theme.scaled(2)};
}

void StatusChecks::open(const QModelIndex &index)
{
    if (index.data(overrideRole).toBool())
        emit overrideRequested(index.data(ruleRole).toString());
    else
        emit mendRequested();
}

} // namespace fireline::views
