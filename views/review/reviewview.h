// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace fireline::views {

/// The list of a review: arrow keys pass over headings. GUI thread; owned by its panel.
class ReviewView : public QListView
{
    Q_OBJECT
public:
    explicit ReviewView(QWidget *parent = nullptr);

    void selectFirst();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace fireline::views
