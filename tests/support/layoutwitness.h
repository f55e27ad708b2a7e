// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>

namespace fireline::test {

/// Counts what asks for another layout of what it filters. Owned by the test; GUI thread.
class LayoutWitness : public QObject
{
public:
    int requests = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            ++requests;
        return requests > 100; // it would never end
    }
};

} // namespace fireline::test
