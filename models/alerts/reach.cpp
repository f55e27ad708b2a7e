// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/reach.h"

namespace fireline::models {

bool canReach(Reach way)
{
    switch (way.channel) {
    case Channel::Soon:
    case Channel::Desktop: return way.matter != Matter::DrillStop;
    case Channel::Sound:
        return way.matter != Matter::InsideUpdate && way.matter != Matter::Decision && way.matter != Matter::Review
               && way.matter != Matter::Deadline;
    case Channel::Attention: return way.matter == Matter::Escalation || way.matter == Matter::Command;
    }
    return false;
}

QList<Reach> allReaches()
{
    QList<Reach> all;
    for (int matter = int(Matter::OutsideUpdate); matter <= int(Matter::DrillStop); ++matter) {
        for (const Channel channel : {Channel::Soon, Channel::Desktop, Channel::Sound, Channel::Attention}) {
            if (const Reach way{Matter(matter), channel}; canReach(way))
                all.append(way);
        }
    }
    return all;
}

Channel noticeOf(domain::Attention::Level level)
{
    return level == domain::Attention::Level::Due ? Channel::Soon : Channel::Desktop;
}

} // namespace fireline::models
