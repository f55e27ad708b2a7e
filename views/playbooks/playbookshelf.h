// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/linesdelegate.h"

#include <QListView>

namespace fireline::views {

/// The list of playbooks: Enter opens one, letters go to the search. GUI thread; made by its panel.
class PlaybookShelf : public QListView
{
    Q_OBJECT
public:
    explicit PlaybookShelf(QWidget *parent = nullptr);

    void keyboardSearch(const QString &letters) override { emit typed(letters); }
    void selectFirst();

signals:
    void typed(const QString &letters);
};

/// Draws one playbook: title, then in words and by a shape how it stands, why it is suggested, where it was found. GUI thread;
/// made by the panel; the theme outlives it.
class PlaybookShelfDelegate : public LinesDelegate
{
    Q_OBJECT
public:
    using LinesDelegate::LinesDelegate;

protected:
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString reasonText(const QModelIndex &index) const;
};

} // namespace fireline::views
