#include "report/compliance.h"
#include "rig.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>
#include <cstdio>
using namespace fireline::conformance;
using namespace fireline::domain;
using namespace Qt::StringLiterals;
int main(int c, char **v)
{
    QCoreApplication app(c, v);
    QTextStream in(stdin);
    auto J = [&](QString l) { return QJsonDocument::fromJson(l.toUtf8()).object(); };
    QJsonObject h = J(in.readLine());
    ConformanceRig rig(h["process"_L1].toString(), h["start"_L1].toString());
    Instant t0 = rig.now();
    auto a = rig.declare(h["who"_L1].toString(), h["severity"_L1].toString(), {}, h["title"_L1].toString());
    printf("declare %s\n", qPrintable(a.toText()));
    QSet<QString> told, seen;
    auto look = [&] {
        for (auto &k : runningClocks(rig.state(), rig.process(), rig.now())) {
            seen.insert(k.rule);
            QString key = k.id + QString::number(k.anchor.us);
            if (k.state == RunningClock::State::Late && !told.contains(key)) {
                told.insert(key);
                printf("   LATE %s %s at %s (late since %s)\n", qPrintable(k.id), qPrintable(k.text),
                       qPrintable(rig.now().toRfc3339()), qPrintable(k.late.toRfc3339()));
            }
        }
    };
    QString l;
    int n = 0, bad = 0;
    while (in.readLineInto(&l)) {
        auto o = J(l);
        ++n;
        Instant to = t0 + Span::seconds(o["t"_L1].toInt());
        while (rig.now() < to) {
            Instant nx = nextChange(runningClocks(rig.state(), rig.process(), rig.now()), rig.now());
            if (!nx.isSet() || nx > to)
                nx = to;
            rig.advance(nx - rig.now());
            look();
        }
        QString line = o["line"_L1].toString();
        if (line.startsWith(u"@clear "_s)) {
            for (auto &x : rig.state().alerts)
                if (x.name == line.mid(7))
                    line = u"/clearalert #"_s + x.id;
        }
        auto an = rig.line(o["who"_L1].toString(), line);
        QString e = o["exp"_L1].toString(), r = o["rule"_L1].toString();
        bool ok = e == u"ok"_s ? an.ok : e == u"refused"_s ? (!an.ok && (r.isEmpty() || an.rule == r)) : (an.ok && an.notice(r));
        if (!ok) {
            ++bad;
            printf("BAD t=%d %s %s -> %s\n", o["t"_L1].toInt(), qPrintable(o["who"_L1].toString()), qPrintable(line),
                   qPrintable(an.toText()));
        } else if (e == u"ok"_s)
            for (auto &nn : an.notices)
                printf("   note t=%d [%s] %s: %s\n", o["t"_L1].toInt(), qPrintable(line.left(50)), qPrintable(nn.rule),
                       qPrintable(nn.text));
        look();
    }
    printf("%d steps, %d bad, %d late\n", n, bad, int(told.size()));
    QStringList miss;
    for (auto &d : rig.process().deadlines)
        if (!seen.contains(d.rule.id))
            miss << d.rule.id;
    for (auto &d : rig.process().cadences)
        if (!seen.contains(d.rule.id))
            miss << d.rule.id;
    for (auto &d : rig.process().ladders)
        if (!seen.contains(d.rule.id))
            miss << d.rule.id;
    printf("not seen: %s\n", qPrintable(miss.join(u' ')));
    printf("closed %d resolved %d\n", rig.state().closedAt.isSet(), rig.state().resolvedAt.isSet());
    QMap<QString, QStringList> v2;
    for (auto &x : compliance(rig.events(), rig.process(), rig.now()))
        v2[verdictText(x.verdict)] << x.rule;
    for (auto i = v2.begin(); i != v2.end(); ++i)
        printf("%s: %s\n", qPrintable(i.key()), qPrintable(i->join(u' ')));
}
