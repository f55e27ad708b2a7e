// SPDX-License-Identifier: GPL-3.0-or-later
#include "liverig.h"
#include "metrics/graphpage.h"
#include "playedseries.h"

#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;
using fireline::test::PlayedSeries;
using fireline::window::SeriesShelf;
using test::Graphs;

/// What a person sees of a query once it was asked for.
class TestAskedGraphs : public QObject
{
    Q_OBJECT
private slots:
    void aNewQueryComesIntoSight();

private:
    MemoryFeed m_feed{u"sre-directorate"_s, u"SEV1"_s};
};

/// Also where one graph of several is drawn, and before and after it was answered.
void TestAskedGraphs::aNewQueryComesIntoSight()
{
    const auto source = std::make_shared<PlayedSeries>();
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    shelf.setSources({source});
    graphs.panel.resize(430, 150);
    graphs.ask(u"up"_s);
    const auto *list = graphs.panel.findChild<QTableView *>(u"metricsSeries"_s);
    const auto seen = [&] { return graphs.store.fields().value(graphs.panel.plot().page().first); };
    const auto selected = [&] { return graphs.store.at(list->currentIndex().row()).source; };
    for (const QString &query : {u"errors"_s, u"latency"_s}) {
        graphs.ask(query);
        QCOMPARE(graphs.panel.plot().page().count, 1);
        QCOMPARE(graphs.store.field(seen()).title, query);
        QCOMPARE(selected(), seen());
    }
    source->has = {{u"a"_s, {}, {{m_feed.now().us, 1}}}, {u"b"_s, {}, {{m_feed.now().us, 2}}}};
    while (source->isOpen())
        source->answer();
    QCOMPARE(graphs.store.field(seen()).title, u"latency"_s);
    QCOMPARE(selected(), seen());
}

QTEST_MAIN(TestAskedGraphs)
#include "tst_askedgraphs.moc"
