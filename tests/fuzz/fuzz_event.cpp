// SPDX-License-Identifier: GPL-3.0-or-later
// Events from outside: what is taken is canonical and gives the same bytes again, and any event folds into any state.
#include "core/canonicaljson.h"
#include "core/event.h"
#include "state/incidentstate.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdlib>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

void demand(bool condition)
{
    if (!condition)
        abort();
}

void fold(IncidentState &state, const QJsonObject &object)
{
    const auto event = fromAuditJson(object, u"01890000-0000-7000-8000-000000000001"_s);
    if (!event.ok())
        return;
    const QJsonObject written = toAuditJson(event.value(), 1);
    const auto again = fromAuditJson(written, event.value().incident);
    demand(again.ok() && toAuditJson(again.value(), 1) == written);
    demand(contentHash(again.value()) == contentHash(event.value()));
    apply(state, event.value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto payload = fromCanonicalJson(bytes); payload.ok()) {
        const auto again = toCanonicalJson(payload.value());
        demand(again.ok() && again.value() == bytes);
    }
    IncidentState state;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isObject())
        fold(state, document.object());
    for (const QJsonValue event : document.array())
        fold(state, event.toObject());
    return 0;
}
