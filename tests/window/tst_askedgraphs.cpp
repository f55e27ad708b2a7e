// SPDX-License-Identifier: GPL-3.0-or-later
#include "liverig.h"
#include "metrics/graphpage.h"
#include "playedseries.h"

#include <QDir>
#include <QHash>
#include <QMap>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;
using fireline::test::PlayedSeries;
using fireline::window::SeriesShelf;
using test::Graphs;

namespace {

/// Answers each query by itself, as soon as it may.
struct Answering : PlayedSeries
{
    explicit Answering(QString called = u"played"_s) : m_id(std::move(called)) { }
    [[nodiscard]] QString id() const override { return m_id; }
    void ask(const SeriesQuestion &question, QObject *receiver, const Told &told) override
    {
        PlayedSeries::ask(question, receiver, told);
        if (!held)
            QMetaObject::invokeMethod(
                &m_later, [this] { tell(); }, Qt::QueuedConnection);
    }
    /// The oldest that is open.
    void tell()
    {
        has = says.value(asked.at(asked.size() - openCount()).query);
        answer();
    }
    QHash<QString, std::vector<MetricSeries>> says;
    bool held = false; ///< it waits for tell()

private:
    QString m_id;
    QObject m_later;
};

/// As what each series is drawn, by who was asked and its name.
QMap<QString, int> looksOf(const Graphs &graphs)
{
    QMap<QString, int> all;
    for (int i = 0; i < graphs.store.count(); ++i) {
        const MetricStore::Series &each = graphs.store.at(i);
        const SeriesSource *source = graphs.desk->graphs().sourceOf(each.source);
        if (!each.data.points.empty())
            all.insert((source ? source->id() : QString()) + u' ' + each.data.name, each.look);
    }
    return all;
}

} // namespace

/// What a person sees of a query once it was asked for.
class TestAskedGraphs : public QObject
{
    Q_OBJECT
private slots:
    void aNewQueryComesIntoSight();
    void aSeriesLooksAsBefore();
    void theOnlySeriesOfItsQueryLooksAsBefore();
    void theSameQueryOfTwoSourcesLooksAsBefore();
    void noQueryIsLostForItsLooks();
    void whoComesAndGoesIsForgotten();
    void whatIsAskedEarlyLeavesWhatIsRemembered();

private:
    [[nodiscard]] MetricSeries named(const QString &name) const { return {name, {}, {{m_feed.now().us, 1}}}; }

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
    const MetricSeries eu = named(u"errors{region=\"eu\"}"_s);
    const MetricSeries us = named(u"errors{region=\"us\"}"_s);
    const auto source = std::make_shared<Answering>();
    SeriesShelf shelf;
    shelf.setSources({source});
    source->says = {{u"errors"_s, {eu, us}}, {u"up"_s, {named(u"up"_s)}}};
    QMap<QString, int> before;
    {
        Graphs graphs(m_feed, shelf, folder.path());
        graphs.ask(u"errors"_s);
        graphs.ask(u"up"_s);
        QTRY_COMPARE(looksOf(graphs).size(), 3);
        before = looksOf(graphs);
        graphs.files.flush();
    }
    source->says.insert(u"errors"_s, {us, eu});
    Graphs graphs(m_feed, shelf, folder.path());
    QTRY_COMPARE(looksOf(graphs).size(), 3);
    QCOMPARE(looksOf(graphs), before);
}

/// Named like its query, it takes the place that was held for it: nothing is added then.
void TestAskedGraphs::theOnlySeriesOfItsQueryLooksAsBefore()
{
    const QTemporaryDir folder;
    const auto source = std::make_shared<Answering>();
    SeriesShelf shelf;
    shelf.setSources({source});
    source->says = {{u"sum(up)"_s, {named(u"sum(up)"_s)}}, {u"sum(down)"_s, {}}};
    QMap<QString, int> before;
    {
        Graphs graphs(m_feed, shelf, folder.path());
        QTRY_VERIFY(!graphs.desk->graphs().isLive(u"query:1"_s));
        for (const QString &query : {u"first"_s, u"second"_s, u"sum(up)"_s, u"sum(down)"_s})
            graphs.ask(query);
        emit graphs.panel.removeRequested(u"query:1"_s);
        emit graphs.panel.removeRequested(u"query:2"_s);
        QTRY_COMPARE(looksOf(graphs).size(), 1);
        // Of the other nothing came until now.
        source->says.insert(u"sum(down)"_s, {{u"sum(down)"_s, {}, {{(m_feed.now() + Span::seconds(1)).us, 1}}}});
        m_feed.advance(Span::seconds(1));
        QTRY_COMPARE(looksOf(graphs).size(), 2);
        before = looksOf(graphs);
        QVERIFY(before.first() > 1); // others were there before
        graphs.files.flush();
    }
    Graphs graphs(m_feed, shelf, folder.path());
    QTRY_COMPARE(looksOf(graphs).size(), 2);
    QCOMPARE(looksOf(graphs), before);
}

/// Their series have the same names, and in the next run the other answers first.
void TestAskedGraphs::theSameQueryOfTwoSourcesLooksAsBefore()
{
    const QTemporaryDir folder;
    const auto one = std::make_shared<Answering>(u"one"_s);
    const auto other = std::make_shared<Answering>(u"other"_s);
    SeriesShelf shelf;
    shelf.setSources({one, other});
    one->says = other->says = {{u"errors"_s, {named(u"errors{region=\"eu\"}"_s), named(u"errors{region=\"us\"}"_s)}}};
    QMap<QString, int> before;
    {
        Graphs graphs(m_feed, shelf, folder.path());
        graphs.ask(u"errors"_s, u"one"_s);
        graphs.ask(u"errors"_s, u"other"_s);
        QTRY_COMPARE(looksOf(graphs).size(), 4);
        before = looksOf(graphs);
        graphs.files.flush();
    }
    one->held = true;
    Graphs graphs(m_feed, shelf, folder.path());
    QTRY_COMPARE(looksOf(graphs).size(), 2);
    while (one->isOpen())
        one->tell();
    QCOMPARE(looksOf(graphs).size(), 4);
    QCOMPARE(looksOf(graphs), before);
}

/// However long the names of their series are.
void TestAskedGraphs::noQueryIsLostForItsLooks()
{
    const QTemporaryDir folder;
    const auto source = std::make_shared<Answering>();
    SeriesShelf shelf;
    shelf.setSources({source});
    const QStringList queries{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    for (const QString &query : queries) {
        for (int i = 0; i < 8; ++i)
            source->says[query].push_back(named(QString(9000, u'x') + query + QString::number(i)));
    }
    {
        Graphs graphs(m_feed, shelf, folder.path());
        for (const QString &query : queries)
            graphs.ask(query);
        QTRY_COMPARE(looksOf(graphs).size(), 32);
        graphs.files.flush();
    }
    QDir kept(folder.filePath(u"metrics"_s));
    const QFileInfoList files = kept.entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY2(files.first().size() <= 256 * 1024, qPrintable(QString::number(files.first().size())));
    Graphs graphs(m_feed, shelf, folder.path());
    QTRY_COMPARE(graphs.queries(), queries);
    for (const QString &field : graphs.desk->graphs().ids())
        QCOMPARE(graphs.store.field(field).threshold, 250.0);
}

/// A day of instances with names of their own leaves no more than a few; those that are there are among them.
void TestAskedGraphs::whoComesAndGoesIsForgotten()
{
    const QTemporaryDir folder;
    const auto source = std::make_shared<Answering>();
    SeriesShelf shelf;
    shelf.setSources({source});
    QMap<QString, int> before;
    QStringList last;
    {
        Graphs graphs(m_feed, shelf, folder.path());
        graphs.ask(u"pods"_s);
        for (int turn = 0; turn < 12; ++turn) {
            last.clear();
            source->says[u"pods"_s].clear();
            for (int i = 0; i < 30; ++i) {
                last.append(u"pod %1 of %2"_s.arg(i).arg(turn));
                source->says[u"pods"_s].push_back(named(last.last()));
            }
            QTRY_VERIFY(graphs.store.find(u"query:1"_s, last.last()) >= 0);
            m_feed.advance(Span::seconds(1));
        }
        before = looksOf(graphs);
        graphs.files.flush();
    }
    QFile file(QDir(folder.filePath(u"metrics"_s)).entryInfoList(QDir::Files).value(0).filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY2(kept.count("pod ") <= 150, qPrintable(QString::number(kept.count("pod "))));
    std::reverse(source->says[u"pods"_s].begin(), source->says[u"pods"_s].end());
    Graphs graphs(m_feed, shelf, folder.path());
    QTRY_COMPARE(looksOf(graphs).size(), 30);
    const QMap<QString, int> after = looksOf(graphs);
    for (const QString &name : std::as_const(last))
        QCOMPARE(after.value(u"played "_s + name), before.value(u"played "_s + name));
}

/// Before it is read: it is not written over.
void TestAskedGraphs::whatIsAskedEarlyLeavesWhatIsRemembered()
{
    const QTemporaryDir folder;
    const auto source = std::make_shared<PlayedSeries>();
    SeriesShelf shelf;
    shelf.setSources({source});
    for (const QString &query : {u"up"_s, u"down"_s, u"errors"_s}) {
        Graphs graphs(m_feed, shelf, folder.path());
        graphs.ask(query);
        if (query != u"up"_s)
            QTRY_VERIFY(graphs.queries().contains(u"up"_s));
        else
            QTRY_COMPARE(graphs.queries().size(), 1);
        QCoreApplication::processEvents();
        graphs.files.flush();
    }
    Graphs graphs(m_feed, shelf, folder.path());
    QTRY_COMPARE(graphs.queries().size(), 3);
}

QTEST_MAIN(TestAskedGraphs)
#include "tst_askedgraphs.moc"
