// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace fireline::views {

/// Lets the text cursor stand while nobody types: its blinking would wake an idle program twice a second for nothing (ux 5.2,
/// check 14). The next key, click or change of focus sets it going again. One in a program, whose windows share the cursor's
/// time; GUI thread, owned by who runs the windows.
class CaretRest : public QObject
{
    Q_OBJECT
public:
    /// Rests after `after` without a key.
    explicit CaretRest(std::chrono::milliseconds after = std::chrono::seconds(10), QObject *parent = nullptr);
    ~CaretRest() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rest();
    void wake();

    QTimer m_idle;
    int m_flashTime = 0; ///< what the desktop says, in ms, while the cursor stands; 0 else
};

} // namespace fireline::views
