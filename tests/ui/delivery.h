// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incidentcontroller.h"

#include <QString>
#include <QStringList>

namespace fireline::test {

/// Others at work in the same incident while somebody types: `perKey` events for each key that is pressed, posted as other
/// people at other places would, through the controller that applies, shows and stores. Who is typed beside gets 20 a second at
/// 12 keys a second by 20.0 / 12. GUI thread.
class Delivery
{
public:
    Delivery(window::IncidentController &incident, double perKey) : m_incident(incident), m_perKey(perKey) { }

    /// A key was pressed: posts what came meanwhile.
    void keyPressed();
    /// What was posted, in its order.
    [[nodiscard]] const QStringList &posted() const { return m_posted; }
    /// Whether a text is one of these.
    [[nodiscard]] static bool isDelivered(const QString &text);

private:
    window::IncidentController &m_incident;
    double m_perKey;
    double m_due = 0;
    QStringList m_posted;
};

} // namespace fireline::test
