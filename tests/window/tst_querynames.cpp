// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectorrig.h"
#include "drillseries.h"
#include "liverig.h"
#include "passwordstore.h"
#include "sourceaccess.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::FakeHttp;
using fireline::test::MemoryFeed;
using fireline::window::SeriesShelf;
using test::Graphs;
using test::Settings;
using test::sourceAt;

namespace {

FakeHttp::Reply named(const QByteArray &names)
{
    return test::good(R"({"status":"success","data":[)" + names + "]}");
}

/// What the field of the query offers.
QStringList offered(const Graphs &graphs)
{
    const auto *query = graphs.panel.findChild<QLineEdit *>(u"metricsForm_query"_s);
    QStringList names;
    if (const QCompleter *completer = query ? query->completer() : nullptr) {
        for (int i = 0; i < completer->model()->rowCount(); ++i)
            names.append(completer->model()->index(i, 0).data().toString());
    }
    return names;
}

} // namespace

/// The names that a query can be made of, asked of the source that is to answer it.
class TestQueryNames : public QObject
{
    Q_OBJECT
private slots:
    void aSourceOfTheSettingsIsAskedWhenAQueryIsTyped();
    void aSourceWithASignInOffersThemOnceItIsOpen();
    void whoDoesNotAnswerOffersNothing();
    void aDrillOffersItsOwn();

private:
    MemoryFeed m_feed{u"sre-directorate"_s, u"SEV1"_s};
};

void TestQueryNames::aSourceOfTheSettingsIsAskedWhenAQueryIsTyped()
{
    FakeHttp shop;
    FakeHttp pay;
    shop.setReplies({named(R"("http_errors_total","up")")});
    pay.setReplies({named(R"("payments_total")")});
    Settings settings;
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    const window::MonitoredShelf monitored(settings.desk, shelf, nullptr);
    settings.keep({sourceAt(u"shop"_s, shop.address()), sourceAt(u"pay"_s, pay.address())});
    QCoreApplication::processEvents();
    QCOMPARE(shop.connections(), 0); // nobody typed yet
    graphs.panel.forms().askQuery();
    QTRY_COMPARE(offered(graphs), (QStringList{u"http_errors_total"_s, u"up"_s}));
    QVERIFY(shop.asked().first().target.contains("/label/__name__/values"));
    QCOMPARE(pay.connections(), 0);
    auto *source = graphs.panel.findChild<QComboBox *>(u"metricsForm_source"_s);
    QVERIFY(source);
    source->setCurrentIndex(1);
    QCOMPARE(offered(graphs), QStringList()); // not those of another
    QTRY_COMPARE(offered(graphs), QStringList{u"payments_total"_s});
    source->setCurrentIndex(0);
    QCOMPARE(offered(graphs), (QStringList{u"http_errors_total"_s, u"up"_s})); // known already
    settings.desk.flush();
}

// Its secret is asked for with the first graph, not by somebody who only begins to type.
void TestQueryNames::aSourceWithASignInOffersThemOnceItIsOpen()
{
    FakeHttp shop;
    shop.setReplies({named(R"("up")")});
    Settings settings;
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    const window::MonitoredShelf monitored(settings.desk, shelf, nullptr);
    const MonitoringSource source = sourceAt(u"shop"_s, shop.address(), MonitoringSource::SignIn::Token);
    settings.keep({source});
    settings.desk.passwords().keep(window::secretNamesOf(source).first(), u"horse-battery-staple"_s, this,
                                   [](const QString &) {});
    graphs.panel.forms().askQuery();
    QCoreApplication::processEvents();
    QCOMPARE(shop.connections(), 0);
    graphs.ask(u"errors"_s, shelf.sources().front()->id());
    QTRY_COMPARE(shop.asked().size(), 1);
    graphs.panel.forms().askQuery();
    QTRY_COMPARE(offered(graphs), QStringList{u"up"_s});
    settings.desk.flush();
}

void TestQueryNames::whoDoesNotAnswerOffersNothing()
{
    Settings settings;
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    const window::MonitoredShelf monitored(settings.desk, shelf, nullptr);
    settings.keep({sourceAt(u"shop"_s, QUrl(u"http://127.0.0.1:1"_s))});
    graphs.panel.forms().askQuery();
    QCOMPARE(offered(graphs), QStringList());
    graphs.ask(u"errors"_s, shelf.sources().front()->id());
    QTRY_COMPARE(graphs.store.field(graphs.desk->graphs().ids().first()).notice.kind, MetricNotice::Kind::Unreachable);
    QCOMPARE(offered(graphs), QStringList()); // and the question of the graph was told of
    settings.desk.flush();
}

void TestQueryNames::aDrillOffersItsOwn()
{
    SeriesShelf shelf;
    Graphs graphs(m_feed, shelf, {});
    shelf.setSources({std::make_shared<window::DrillSeries>(u":/scenarios/demo.csv"_s)});
    graphs.panel.forms().askQuery();
    QTRY_VERIFY(offered(graphs).contains(u"edge_error_percent"_s));
    for (const QString &name : offered(graphs))
        QVERIFY2(!name.contains(u'{') && !name.contains(u'('), qPrintable(name));
    shelf.setSources({std::make_shared<window::DrillSeries>(u":/scenarios/none.csv"_s)});
    graphs.panel.forms().askQuery();
    QCOMPARE(offered(graphs), QStringList());
}

QTEST_MAIN(TestQueryNames)

#include "tst_querynames.moc"
