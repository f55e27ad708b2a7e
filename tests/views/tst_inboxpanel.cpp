// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/duerowdelegate.h"
#include "inbox/inboxpanel.h"
#include "inbox/inboxroles.h"
#include "inbox/trendview.h"
#include "panelrig.h"
#include "partnames.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::ArrivedAlert;
using fireline::models::InboxModel;
using fireline::models::SourceReading;
using fireline::views::Chip;
using fireline::views::DueRow;
using fireline::views::DueRowDelegate;
using fireline::views::InboxPanel;
namespace inbox = fireline::models::inbox;

namespace {

struct Box : test::PanelRig<InboxModel, InboxPanel>
{
    Box() : PanelRig(u"sre-directorate"_s, u"SEV1"_s) { }

    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    static ArrivedAlert alert(const QString &fingerprint, const QString &name, Instant at)
    {
        ArrivedAlert made;
        made.fingerprint = fingerprint;
        made.labels = {{u"alertname"_s, name}, {u"service"_s, u"svc-"_s + fingerprint}, {u"severity"_s, u"page"_s}};
        made.annotations = {{u"summary"_s, u"7 errors a second"_s}, {u"cause"_s, u"pool exhausted"_s}};
        made.startsAt = at;
        return made;
    }
    /// What one Alertmanager says now: two of one name and one of another, each ten minutes old.
    SourceReading reading() const
    {
        SourceReading made{u"Alertmanager at alerts.example"_s, feed.now(), false, {}};
        const Instant at = feed.now() - Span::minutes(10);
        made.alerts = {alert(u"f1"_s, u"Errors"_s, at), alert(u"f2"_s, u"Errors"_s, at - Span::minutes(3)),
                       alert(u"f3"_s, u"DiskFull"_s, at - Span::minutes(7))};
        return made;
    }
    void hear(const SourceReading &one) { panel.setReadings({one}, false); }
    QListView *view() const { return part<QListView>("inboxList"); }
    void select(const QString &fingerprint) { view()->setCurrentIndex(model.indexOf(fingerprint)); }
    DueRow shown(const QString &fingerprint) const
    {
        return static_cast<DueRowDelegate *>(view()->itemDelegate())->rowOf(model.indexOf(fingerprint));
    }
    /// All of it, opened by its key.
    QString details()
    {
        if (!sees("inboxDetails"))
            key(Qt::Key_Space);
        return part<QTextBrowser>("inboxDetails")->toPlainText();
    }
    QString sources() const { return part<QLabel>("inboxSources")->text(); }
};

} // namespace

class TestInboxPanel : public QObject
{
    Q_OBJECT
private slots:
    void withoutASourceItSaysSo();
    void saysWhoWasHeardAndWhen();
    void linkedAcknowledgedByKeys();
    void theGateOpensWhenAlertsHaveCleared();
    void silencedByKeysAtItsSource();
    void aRefusalStaysInTheForm();
    void aSilenceIsEnded();
    void oneOfTheRecordIsMarkedThere();
    void declaredFromAnAlert();
    void aBadgeIsSeenInTheSelectedRow();
    void theStartIsOfferedAsTheImpacts();
    void saysHowOftenItFiredBefore();
    void theTrendIsSaidInWords();
    void aDrillHasItsScenarioAlone();
    void everythingHasAName();
    void itsPagesAreOpenedByKey();
};

void TestInboxPanel::withoutASourceItSaysSo()
{
    Box box;
    box.panel.setReadings({}, false);
    QVERIFY(box.sees("inboxEmpty"));
    QVERIFY2(box.sources().startsWith(u"No Alertmanager is set up yet"_s), qPrintable(box.sources()));
    QSignalSpy settings(&box.panel, &InboxPanel::settingsRequested);
    auto *button = box.part<QPushButton>("inboxSettings");
    button->setFocus();
    box.press(Qt::Key_Space);
    QCOMPARE(settings.size(), 1);
    // What the sources say and the list that has the keyboard are in sight together, in a low panel too.
    box.panel.resize(600, 130);
    QTRY_VERIFY(box.view()->geometry().bottom() < 130);
    QVERIFY(!box.sees("inboxDeclare"));
    box.key(Qt::Key_Y);
    box.key(Qt::Key_R);
    box.key(Qt::Key_S);
    QVERIFY(box.asked.isEmpty());
}

void TestInboxPanel::saysWhoWasHeardAndWhen()
{
    Box box;
    SourceReading one = box.reading();
    one.at = *Instant::fromRfc3339(u"2026-03-02T10:02:11Z"_s);
    box.hear(one);
    QVERIFY(!box.sees("inboxEmpty") && !box.sees("inboxSettings"));
    QVERIFY2(box.sources().contains(u"10:02:11"_s) && !box.sources().contains(u"▲"_s), qPrintable(box.sources()));
    QCOMPARE(box.shown(u"f1"_s).chip, std::optional(Chip::Late));
    QVERIFY(!box.shown(u"f1"_s).quiet);
    one.stale = true;
    one.why = u"Alertmanager at alerts.example cannot be reached."_s;
    box.hear(one);
    QVERIFY2(box.sources().startsWith(u"▲ Stale"_s) && box.sources().contains(u"cannot be reached"_s)
                 && box.sources().contains(u"10:02:11"_s),
             qPrintable(box.sources()));
    QVERIFY(box.shown(u"f1"_s).quiet);
    QVERIFY2(box.shown(u"f1"_s).detail.startsWith(u"not heard of lately"_s), qPrintable(box.shown(u"f1"_s).detail));
    QVERIFY(box.part("inboxSilence")->toolTip().contains(u"does not answer"_s));
    // One that never answered clears nothing and knows nothing.
    box.hear({one.source, {}, true, {}, one.why});
    QVERIFY2(box.sources().endsWith(u"What fires there is not known."_s), qPrintable(box.sources()));
    QVERIFY(!box.sees("inboxEmpty"));
    box.hear({one.source, {}, true, {}});
    QVERIFY(box.sources().endsWith(u"is asked…"_s));
}

void TestInboxPanel::linkedAcknowledgedByKeys()
{
    Box box;
    box.hear(box.reading());
    QCOMPARE(box.shown(u"f1"_s).title, u"Errors (2 alerts)"_s);
    box.select(u"f1"_s);
    QCOMPARE(box.part("inboxAcknowledge")->toolTip(), u"Link it to this incident first: R."_s);
    box.key(Qt::Key_Y);
    QVERIFY(box.asked.isEmpty());
    box.key(Qt::Key_R);
    QCOMPARE(box.refusals, QStringList());
    const Alert linked = box.feed.state().alerts.value(0);
    QCOMPARE(linked.fingerprint + u' ' + linked.source, u"f1 Alertmanager at alerts.example"_s);
    QCOMPARE(linked.firedAt, box.feed.now() - Span::minutes(10));
    // The process's clock for it: 15 minutes from when it fired.
    QVERIFY2(box.shown(u"f1"_s).detail.contains(u"05:00"_s), qPrintable(box.shown(u"f1"_s).detail));
    box.feed.advance(Span::minutes(6));
    QVERIFY2(box.shown(u"f1"_s).detail.startsWith(u"▲ \u206601:00\u2069 past: Page"_s), qPrintable(box.shown(u"f1"_s).detail));
    QVERIFY(box.details().contains(u"Due:"_s));
    QSignalSpy events(&box.panel, &InboxPanel::eventRequested);
    box.key(Qt::Key_Return);
    QCOMPARE(events.value(0).value(0).toString(), linked.eventId);
    box.key(Qt::Key_Y);
    QCOMPARE(box.refusals, QStringList());
    QCOMPARE(box.feed.state().alerts.value(0).state, Alert::State::Acknowledged);
    QVERIFY(box.shown(u"f1"_s).time.contains(u"acknowledged"_s));
    QVERIFY(!box.details().contains(u"Due:"_s));
    box.key(Qt::Key_Y);
    QCOMPARE(box.asked.size(), 2);
    QVERIFY(box.panel.showItem(u"L1"_s));
    QVERIFY(!box.panel.showItem(u"L9"_s));
}

void TestInboxPanel::theGateOpensWhenAlertsHaveCleared()
{
    Box box;
    box.lines({u"/claim"_s, u"/impact end"_s});
    SourceReading one = box.reading();
    box.hear(one);
    box.select(u"f1"_s);
    box.key(Qt::Key_R);
    const auto refused = box.feed.line(u"/resolve"_s);
    QVERIFY(!refused && refused.problem().text.contains(u"Alerts have cleared"_s));
    one.alerts.removeFirst();
    one.at = box.feed.now();
    box.hear(one);
    QVERIFY(box.shown(u"f1"_s).time.contains(u"cleared"_s));
    for (const Command &command : box.model.followCommands())
        box.does(command);
    QCOMPARE(box.refusals, QStringList());
    const auto later = box.feed.line(u"/resolve"_s); // what else is missing has nothing to do with alerts
    QVERIFY2(later.ok() || !later.problem().text.contains(u"Alerts"_s), later ? "" : qPrintable(later.problem().text));
}

void TestInboxPanel::silencedByKeysAtItsSource()
{
    Box box;
    box.hear(box.reading());
    QSignalSpy asked(&box.panel, &InboxPanel::silenceRequested);
    box.select(u"f3"_s); // linked or not
    box.key(Qt::Key_S);
    QVERIFY(box.part<QLineEdit>("inboxForm_why")->hasFocus());
    box.press(Qt::Key_Return);
    QVERIFY(asked.isEmpty());
    box.type(u"known, E12"_s);
    QCOMPARE(box.part<QSpinBox>("inboxForm_minutes")->value(), 60);
    // Another one is selected meanwhile: the form names what it was asked about.
    box.select(u"f1"_s);
    box.press(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString() + u' ' + asked[0][2].toString(), u"f3 known, E12"_s);
    QCOMPARE(asked[0][1].value<Span>(), Span::hours(1));
    const auto *words = box.part<QLabel>("inboxFormProblem");
    QCOMPARE(words->text(), u"Its source is asked…"_s); // which is no fault
    QCOMPARE(words->palette().color(QPalette::WindowText), box.theme.ink(views::Ink::Text));
    box.press(Qt::Key_Return); // the source is being asked
    QCOMPARE(asked.size(), 1);
    QVERIFY(box.asked.isEmpty());
    box.panel.answered(u"f3"_s, {});
    QVERIFY(!box.sees("inboxForm"));
    QVERIFY(box.view()->hasFocus());
}

void TestInboxPanel::aRefusalStaysInTheForm()
{
    Box box;
    box.hear(box.reading());
    QSignalSpy asked(&box.panel, &InboxPanel::silenceRequested);
    box.select(u"f3"_s);
    box.key(Qt::Key_S);
    box.type(u"known"_s);
    box.press(Qt::Key_Return);
    box.panel.answered(u"f3"_s, u"Alertmanager cannot be reached."_s);
    QCOMPARE(box.part<QLabel>("inboxFormProblem")->palette().color(QPalette::WindowText), box.theme.ink(views::Ink::Error));
    QVERIFY(box.sees("inboxForm"));
    QCOMPARE(box.part<QLineEdit>("inboxForm_why")->text(), u"known"_s);
    const auto labels = box.panel.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel *label) { return label->text().contains(u"cannot be reached"_s); }));
    box.press(Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
    // It is gone while somebody thinks about why.
    box.panel.answered(u"f3"_s, u"no"_s);
    SourceReading less = box.reading();
    less.alerts.removeLast();
    box.hear(less);
    box.press(Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
    QVERIFY(box.sees("inboxForm"));
}

void TestInboxPanel::aSilenceIsEnded()
{
    Box box;
    SourceReading one = box.reading();
    one.alerts[2].silenced = true;
    box.hear(one);
    box.select(u"f3"_s);
    QCOMPARE(box.shown(u"f3"_s).chip, std::optional(Chip::Offline));
    QVERIFY(box.part("inboxSilence")->toolTip().startsWith(u"Another alert holds it back"_s));
    one.alerts[2].silences = {u"s1"_s};
    box.hear(one);
    QSignalSpy ended(&box.panel, &InboxPanel::endSilenceRequested);
    box.key(Qt::Key_S);
    QVERIFY(!box.sees("inboxForm"));
    box.key(Qt::Key_S, Qt::ShiftModifier);
    box.type(u"it is real"_s);
    box.press(Qt::Key_Return);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].toString() + u' ' + ended[0][1].toString(), u"f3 it is real"_s);
    box.panel.answered(u"f3"_s, {});
    QVERIFY(!box.sees("inboxForm"));
}

void TestInboxPanel::oneOfTheRecordIsMarkedThere()
{
    Box box;
    box.lines({u"/alert DiskFull service=db"_s});
    QSignalSpy asked(&box.panel, &InboxPanel::silenceRequested);
    box.view()->setCurrentIndex(box.model.index(0, 0));
    box.key(Qt::Key_S);
    box.type(u"known"_s);
    box.press(Qt::Key_Return);
    QVERIFY(asked.isEmpty());
    QCOMPARE(box.refusals, QStringList());
    QCOMPARE(box.feed.state().alerts.value(0).state, Alert::State::Silenced);
    QVERIFY(!box.sees("inboxForm"));
}

// Its border is a line that is no part of a letter: as long as half the badge.
void TestInboxPanel::aBadgeIsSeenInTheSelectedRow()
{
    Box box;
    box.hear(box.reading());
    box.select(u"f1"_s);
    box.key(Qt::Key_R);
    box.key(Qt::Key_Y);
    QCOMPARE(box.shown(u"f1"_s).chip, std::optional(views::Chip::Info));
    const QRect row = box.view()->visualRect(box.view()->currentIndex());
    const QImage image = box.view()->viewport()->grab(row).toImage();
    const QColor wanted = box.theme.ink(views::Ink::SelectionText);
    int longest = 0;
    for (int y = 0; y < image.height(); ++y) {
        int run = 0;
        for (int x = image.width() / 2; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int off = std::abs(pixel.red() - wanted.red()) + std::abs(pixel.green() - wanted.green())
                            + std::abs(pixel.blue() - wanted.blue());
            run = off < 120 ? run + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    QVERIFY2(longest > 30, qPrintable(QString::number(longest)));
}

void TestInboxPanel::declaredFromAnAlert()
{
    Box box;
    box.hear(box.reading());
    box.select(u"f1"_s);
    QSignalSpy declared(&box.panel, &InboxPanel::declareRequested);
    box.key(Qt::Key_D);
    const auto offer = declared.value(0).value(0).value<models::DeclarationOffer>();
    QCOMPARE(offer.title, u"7 errors a second"_s);
    QCOMPARE(offer.links.size(), 2);
    QCOMPARE(offer.impactStart, box.feed.now() - Span::minutes(13));
    QVERIFY(box.asked.isEmpty());
}

void TestInboxPanel::theStartIsOfferedAsTheImpacts()
{
    Box box;
    box.hear(box.reading());
    box.select(u"f3"_s);
    box.key(Qt::Key_I);
    QCOMPARE(box.prepared.size(), 1);
    QVERIFY(!box.feed.state().impactStart.isSet());
    box.lines(box.prepared);
    QCOMPARE(box.feed.state().impactStart, box.feed.now() - Span::minutes(17));
}

void TestInboxPanel::saysHowOftenItFiredBefore()
{
    Box box;
    box.hear(box.reading());
    box.select(u"f1"_s);
    QVERIFY(!box.details().contains(u"Before:"_s));
    box.model.setEarlier(u"f1"_s, {});
    QVERIFY2(box.details().contains(u"First time"_s), qPrintable(box.details()));
    const Instant at = box.feed.now() - Span::minutes(10);
    box.model.setEarlier(u"f1"_s, {at - Span::hours(24), at - Span::hours(48), at - Span::hours(72), at - Span::hours(90)});
    QVERIFY2(box.details().contains(u"Every day: 4 time(s) before, 3 around this hour"_s), qPrintable(box.details()));
    QVERIFY2(box.details().contains(u"in 7 days 4"_s), qPrintable(box.details()));
    box.model.setEarlier(u"f1"_s, {at - Span::hours(30)});
    QVERIFY2(box.details().contains(u"Repeating: 1"_s), qPrintable(box.details()));
    QVERIFY(box.details().contains(u"pool exhausted"_s));
    // The same is in sight without a key.
    box.key(Qt::Key_Space);
    QVERIFY(!box.sees("inboxDetails"));
    const QString first = box.part<QLabel>("inboxVerdict")->text();
    QVERIFY2(first.contains(u"Repeating: 1"_s) && first.contains(u"pool exhausted"_s), qPrintable(first));
}

void TestInboxPanel::theTrendIsSaidInWords()
{
    using models::TrendLine;
    Box box;
    box.hear(box.reading());
    auto *view = box.part<views::TrendView>("inboxTrend");
    QVERIFY(view->isHidden());
    models::AlertTrend trend;
    trend.query = {u"shop_errors"_s, 5.0};
    trend.length = Span::hours(1);
    trend.lines = {{TrendLine::When::Now, {{0, 1.0}, {1'800'000'000, std::nan("")}, {3'600'000'000, 7.0}}},
                   {TrendLine::When::WeekBefore, {{0, std::nan("")}}}};
    box.panel.setTrend(trend);
    QVERIFY(view->isVisible());
    QCOMPARE(view->accessibleName(), u"shop_errors: now 7, a week before no value. Threshold 5."_s);
    // The threshold is in sight at every size, with words beside it or without.
    const auto inks = [&](QSize size) {
        view->resize(size);
        const QImage drawn = view->grab().toImage();
        int count = 0;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x)
                count += drawn.pixelColor(x, y).red() > drawn.pixelColor(x, y).green() + 60 ? 1 : 0;
        }
        return count;
    };
    for (const QSize size : {QSize(400, 160), QSize(170, 160), QSize(170, 80), QSize(20, 10)})
        QVERIFY2(size.width() == 20 || inks(size) > 5, qPrintable(QString::number(size.width())));
    // Drawn it is something, and something else without the line of now.
    const QImage with = view->grab().toImage();
    trend.lines.removeFirst();
    box.panel.setTrend(trend);
    QVERIFY(view->grab().toImage() != with);
    box.panel.setTrend({});
    QVERIFY(view->isHidden());
    trend.lines.clear();
    trend.why = u"Prometheus cannot be reached."_s;
    box.panel.setTrend(trend);
    QCOMPARE(view->accessibleName(), trend.why);
}

void TestInboxPanel::aDrillHasItsScenarioAlone()
{
    Box box;
    box.lines({u"/alert DiskFull service=db"_s});
    box.panel.setReadings({box.reading()}, true);
    QCOMPARE(box.model.rowCount(), 1);
    QVERIFY2(box.sources().startsWith(u"A drill"_s), qPrintable(box.sources()));
    QVERIFY(!box.sees("inboxSettings"));
    box.view()->setCurrentIndex(box.model.index(0, 0));
    QSignalSpy declared(&box.panel, &InboxPanel::declareRequested);
    box.key(Qt::Key_D);
    QVERIFY(declared.isEmpty());
    box.key(Qt::Key_Y);
    QCOMPARE(box.feed.state().alerts.value(0).state, Alert::State::Acknowledged);
}

void TestInboxPanel::everythingHasAName()
{
    Box box;
    box.hear(box.reading());
    box.select(u"f3"_s);
    box.key(Qt::Key_S);
    test::checkPartNames(box.panel);
    QVERIFY(box.registry.problems().isEmpty());
}

void TestInboxPanel::itsPagesAreOpenedByKey()
{
    Box box;
    SourceReading one = box.reading();
    one.alerts[2].link = u"http://prom.example/graph?g0.expr=up"_s;
    box.hear(one);
    QSignalSpy asked(&box.panel, &InboxPanel::pageRequested);
    box.select(u"f1"_s);
    box.key(Qt::Key_O);
    QVERIFY(asked.isEmpty());
    box.registry.refresh();
    QCOMPARE(box.registry.whyNot(u"inbox.page"_s), u"The alert names no page."_s);
    box.select(u"f3"_s);
    box.key(Qt::Key_O);
    QCOMPARE(asked.takeFirst().first().toString(), u"http://prom.example/graph?g0.expr=up"_s);
    // Of several a menu asks which, the dashboard first.
    one.alerts[2].annotations.insert(u"dashboard"_s, u"https://grafana.example/d/7"_s);
    box.hear(one);
    box.key(Qt::Key_O);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu && asked.isEmpty());
    QCOMPARE(menu->activeAction()->text(), u"dashboard at grafana.example"_s);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(asked.takeFirst().first().toString(), u"https://grafana.example/d/7"_s);
}

QTEST_MAIN(TestInboxPanel)
#include "tst_inboxpanel.moc"
