// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace fireline::views {

/// The list of orders. Space shows the details, Enter goes to what can be done. GUI thread; made by its panel.
class OrdersView : public QTreeView
{
    Q_OBJECT
public:
    explicit OrdersView(QWidget *parent = nullptr);

    /// Letters are commands here, not the beginning of a text.
    void keyboardSearch(const QString &) override { }
    /// Two rows: where there is little room the others scroll, and the buttons below stay in sight.
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void detailsRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// What opens below takes room from the list: the current row stays in sight.
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace fireline::views
