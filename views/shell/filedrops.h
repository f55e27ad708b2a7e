// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace fireline::views {

/// Files that are dropped anywhere on a window, where no widget of it takes them. They are copied, never moved: whoever drags
/// them keeps them. GUI thread; owned by the window.
class FileDrops : public QObject
{
    Q_OBJECT
public:
    explicit FileDrops(QWidget &window);

signals:
    /// At least one, in the order they came.
    void dropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace fireline::views
