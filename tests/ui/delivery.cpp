// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr QLatin1StringView beginning("delivered ");

} // namespace

void Delivery::keyPressed()
{
    static const std::array people{u"Bo Lindqvist"_s, u"Chidi Okafor"_s, u"Dana Weiß"_s};
    for (m_due += m_perKey; m_due >= 1; m_due -= 1) {
        const QString text = beginning + QString::number(m_posted.size());
        domain::Command command;
        command.by = people.at(size_t(m_posted.size()) % people.size());
        command.args.insert(u"text"_s, text);
        if (const auto executed = m_incident.execute(command); !executed)
            qFatal("not delivered: %s", qPrintable(executed.problem().text));
        m_posted.append(text);
    }
}

bool Delivery::isDelivered(const QString &text)
{
    return text.startsWith(beginning);
}

} // namespace fireline::test
