// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginebench.h"

namespace fireline::sync {

void Bench::write(const QString &type, const QJsonObject &body)
{
    const auto events = stamper->stamp({{type, body, wall()}}, wall());
    journal.write(events.value().first());
    engine.localChanged(incident);
    engine.tick();
}

void Bench::declare()
{
    write(u"incident.declared"_s, {{u"title"_s, u"Checkout fails"_s}});
    for (int i = 0; i < 4; ++i)
        write(u"entry.posted"_s);
}

void Bench::serve(size_t until)
{
    for (int i = 0; i < 500 && asked; ++i) {
        if (asked->second.index() == until)
            return;
        const auto call = *std::exchange(asked, std::nullopt);
        engine.answered(call.first, server.answer(login, call.second));
    }
}

void Bench::online()
{
    QVERIFY(engine.add(incident, journal).ok());
    engine.start();
    serve();
    QCOMPARE(engine.status().state, Link::Online);
}

void Bench::pass(Span span)
{
    time = time + span;
    server.now = wall();
    engine.tick();
}

void Bench::reconnect()
{
    engine.stop();
    engine.start();
    serve();
}

void Bench::send(quint64 ticket, const Request &request)
{
    QVERIFY2(!asked, "two calls at once");
    asked = {ticket, request};
    history.append(request.index());
}

} // namespace fireline::sync
