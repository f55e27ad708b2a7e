// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <memory>

class QAbstractItemView;

namespace fireline::views {

struct PanelDescriptor;

/// What a panel stands in: it scrolls where the screen has less room than the panel wants, so that no panel makes the window
/// larger than the screen. What has the keyboard is scrolled into sight, of a list the row. Carries the panel's title. GUI thread; owned by
/// whatever frame holds the panel.
class PanelView : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes the panel's widget.
    explicit PanelView(const PanelDescriptor &panel);
    ~PanelView() override;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void showFocused(QWidget *now);
    void follow(QAbstractItemView *list);
    void showRow(const QAbstractItemView *list);

    std::unique_ptr<QObject> m_following; ///< the list with the keyboard
};

} // namespace fireline::views
