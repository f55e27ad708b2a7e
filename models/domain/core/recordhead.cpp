// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recordhead.h"

namespace fireline::domain {

RecordedHead headOf(const QList<Event> &events)
{
    RecordedHead head;
    for (const Event &event : events)
        head = {head.count + 1, nextRecordHash(head.hash, head.count + 1, event.hash)};
    return head;
}

QByteArray nextHead(const QList<QByteArray> &heads, const Event &event)
{
    return nextRecordHash(heads.isEmpty() ? zeroHash() : heads.last(), heads.size() + 1, event.hash);
}

} // namespace fireline::domain
