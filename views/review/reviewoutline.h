// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/linesdelegate.h"
#include "forms/linesview.h"

#include <QSet>

namespace fireline::models {
class ReviewOutlineModel;
struct SectionHeading;
} // namespace fireline::models

namespace fireline::views {

/// The sections of a review beside the one that is being written, each with its state, and the headings in that one. Arrows choose,
/// Enter opens or goes there. GUI thread; owned by the editor; model and theme outlive it.
class ReviewOutline : public LinesView
{
    Q_OBJECT
public:
    ReviewOutline(QAbstractItemModel &model, Theme &theme, QWidget *parent);

    /// The one that is open with its headings, and those where words wait that are not in the record.
    void follow(const QString &section, const QSet<QString> &waiting, const QList<models::SectionHeading> &headings);
    [[nodiscard]] QString section() const { return m_section; }
    /// The section after this one (1) or before it (-1); empty at either end.
    [[nodiscard]] QString neighbour(int step) const;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void sectionRequested(const QString &section);
    /// That line of the open section is wanted.
    void lineRequested(int line);

private:
    friend class OutlineDelegate;

    [[nodiscard]] int rowOf(const QString &section) const;

    models::ReviewOutlineModel *m_rows;
    Theme &m_theme;
    QString m_section;
    QSet<QString> m_waiting;
};

/// Draws them: the name, and below it the state as a shape and a word. GUI thread; owned by the outline.
class OutlineDelegate : public LinesDelegate
{
    Q_OBJECT
public:
    OutlineDelegate(Theme &theme, ReviewOutline &outline);

protected:
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index) const override;

private:
    ReviewOutline &m_outline;
};

} // namespace fireline::views
