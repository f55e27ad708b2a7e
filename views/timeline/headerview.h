// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace fireline::views {

/// As high as the header in it wants to be at the present width, but never more than half of the panel: then it scrolls, and the
/// rows below it keep their room. Where that leaves less than a line of it beside a row, it is there once the keyboard comes to it.
/// GUI thread; a child of the panel.
class HeaderView : public QScrollArea
{
    Q_OBJECT
public:
    HeaderView(QWidget *header, QWidget *panel);
    ~HeaderView() override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    [[nodiscard]] int most() const;

    int m_height = 0;
    bool m_used = false; ///< it has the keyboard
};

} // namespace fireline::views
