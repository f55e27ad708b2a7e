// SPDX-License-Identifier: GPL-3.0-or-later
#include "liverig.h"
#include "metrics/graphpage.h"
#include "playedseries.h"

#include <QHash>
#include <QMap>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;
using fireline::test::PlayedSeries;
using fireline::window::SeriesShelf;
using test::Graphs;

namespace {

/// Answers each query at once.
struct Answering : PlayedSeries
{
    void ask(const SeriesQuestion &question, QObject *receiver, const Told &told) override
    {
        PlayedSeries::ask(question, receiver, told);
        has = says.value(question.query);
        answer();
    }
    QHash<QString, std::vector<MetricSeries>> says;
};

} // namespace

/// What a person sees of a query once it was asked for.
class TestAskedGraphs : public QObject
{
    Q_OBJECT
private slots:
    void aNewQueryComesIntoSight();
    void aSeriesLooksAsBefore();

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

/// In another run, in whatever order its series come.
void TestAskedGraphs::aSeriesLooksAsBefore()
{
    const QTemporaryDir folder;
    const MetricSeries eu{u"errors{region=\"eu\"}"_s, {}, {{m_feed.now().us, 1}}};
    const MetricSeries us{u"errors{region=\"us\"}"_s, {}, {{m_feed.now().us, 2}}};
    const MetricSeries up{u"up"_s, {}, {{m_feed.now().us, 1}}};
    const auto looks = [](const Graphs &graphs) {
        QMap<QString, int> all;
        for (int i = 0; i < graphs.store.count(); ++i)
            all.insert(graphs.store.at(i).data.name, graphs.store.at(i).look);
        return all;
    };
    const auto source = std::make_shared<Answering>();
    SeriesShelf shelf;
    shelf.setSources({source});
    source->says = {{u"errors"_s, {eu, us}}, {u"up"_s, {up}}};
    QMap<QString, int> before;
    {
        Graphs graphs(m_feed, shelf, folder.path());
        graphs.ask(u"errors"_s);
        graphs.ask(u"up"_s);
        before = looks(graphs);
        QCOMPARE(before.size(), 3);
        graphs.files.flush();
    }
    source->says = {{u"errors"_s, {us, eu}}, {u"up"_s, {up}}};
    Graphs graphs(m_feed, shelf, folder.path());
    QTRY_COMPARE(graphs.store.count(), 3);
    const QMap<QString, int> after = looks(graphs);
    for (const QString &name : {eu.name, us.name, up.name})
        QVERIFY2(after.value(name, -1) == before.value(name), qPrintable(name));
}

QTEST_MAIN(TestAskedGraphs)
#include "tst_askedgraphs.moc"
