// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace fireline::views {

/// Where F6 goes: strip, left panels, timeline … Asked anew each time, because panels move. A value.
struct Region
{
    QString id;
    std::function<QList<QWidget *>()> widgets; ///< only what can be seen
};

/// Moves the keyboard from region to region, back to where it was in each. GUI thread; owned by the main window.
class Regions : public QObject
{
    Q_OBJECT
public:
    explicit Regions(QObject *parent);

    void set(const QList<Region> &regions) { m_regions = regions; }
    /// +1 the next, -1 the one before. Regions with nothing to focus are passed over.
    void step(int direction);
    /// Empty where the keyboard is in none.
    [[nodiscard]] QString current() const;

private:
    [[nodiscard]] qsizetype indexOf(const QWidget *widget) const;
    [[nodiscard]] QWidget *target(const Region &region) const;

    QList<Region> m_regions;
    QHash<QString, QPointer<QWidget>> m_last;
};

} // namespace fireline::views
