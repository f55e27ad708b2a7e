// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"
#include "review/reviewroles.h"
#include "review/sectionheadings.h"

#include <QAbstractListModel>
#include <QStringList>

namespace fireline::models {

/// One row of the outline. A value.
struct OutlineRow
{
    QString section;
    int heading = -1; ///< which of the section's; -1: the section itself
    QString text;
    int level = 0; ///< of a heading, counted from the highest that the section has: 1
    int line = 0;  ///< of a heading, 0-based
    int state = review::Plain;
    QStringList remarks;

    [[nodiscard]] QPair<QString, int> key() const { return {section, heading}; }
    bool operator==(const OutlineRow &) const = default;
};

/// The sections of a review (reviewroles.h), and below the one that is being written the headings of its text. GUI thread; owned
/// by the view; the review's model outlives it.
class ReviewOutlineModel : public RowModel<QAbstractListModel>
{
    Q_OBJECT
public:
    explicit ReviewOutlineModel(QAbstractItemModel &review, QObject *parent = nullptr);

    /// Of the section that is open; an empty one: none is.
    void setHeadings(const QString &section, const QList<SectionHeading> &headings);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// KindRole is Section or Passage, IdRole the section, LevelRole and LineRole those of a heading.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void sync();
    [[nodiscard]] QList<OutlineRow> rowsNow() const;

    QAbstractItemModel &m_review;
    QString m_open;
    QList<SectionHeading> m_headings;
    QList<OutlineRow> m_rows;
};

} // namespace fireline::models
