// SPDX-License-Identifier: GPL-3.0-or-later
#include "strip/striplayout.h"
#include "striprig.h"

#include <QEvent>
#include <QHash>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::MemoryFeed;
using fireline::views::CellWidget;
using fireline::views::Strip;
using fireline::views::StripCell;
using fireline::views::Theme;
using fireline::views::TimeDisplay;
using Board = fireline::test::StripRig;

namespace {

/// English that takes four tenths more room, as German does.
class LongerTexts : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        const int more = int(double(QString(text).remove(QRegularExpression(u"%[0-9n]"_s)).size()) * 0.4 + 0.5);
        return text.replace(u"%n"_s, QString::number(n)) + QString(more, u'ë');
    }
};

const QList<StripCell> mustHaves{StripCell::Severity, StripCell::Elapsed, StripCell::Updates, StripCell::Command};

/// The same incident, in practice.
class DrillFeed : public MemoryFeed
{
public:
    using MemoryFeed::MemoryFeed;
    const IncidentState &state() const override
    {
        m_drill = MemoryFeed::state();
        m_drill.drill = true;
        return m_drill;
    }

private:
    mutable IncidentState m_drill;
};

/// Counts the paint events of each cell.
class PaintCount : public QObject
{
public:
    QHash<QObject *, int> counts;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++counts[watched];
        return false;
    }
};

} // namespace

/// What has to be seen is seen at every width, and what stands stands still.
class TestStripWidths : public QObject
{
    Q_OBJECT
private slots:
    void mustHavesAreWholeAtEveryWidth_data();
    void mustHavesAreWholeAtEveryWidth();
    void aDrillIsSeenAtEveryWidth_data() { mustHavesAreWholeAtEveryWidth_data(); }
    void aDrillIsSeenAtEveryWidth();
    void troubleHidesNoMustHave_data() { mustHavesAreWholeAtEveryWidth_data(); }
    void troubleHidesNoMustHave();
    void textIsSmallerOnlyWhereItMustBe();
    void nothingIsCutWhileWordsCanGo();
    void sinceWhenGoesBeforeThePhase();
    void tickingMovesNothing();
    void onlyWhatChangedIsPaintedAnew();
};

void TestStripWidths::mustHavesAreWholeAtEveryWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("textSize");
    QTest::addColumn<bool>("longer");
    for (const int width : {1024, 1280, 1366}) {
        for (const int textSize : {100, 150}) {
            for (const bool longer : {false, true}) {
                const QByteArray name = QByteArray::number(width) + " px, " + QByteArray::number(textSize) + " %";
                QTest::newRow((name + (longer ? ", longer" : "")).constData()) << width << textSize << longer;
            }
        }
    }
    // What is left of 1024 and 1366 pixels on screens of twice the scale.
    QTest::newRow("512 px, 200 %, longer") << 512 << 200 << true;
    QTest::newRow("683 px, 200 %, longer") << 683 << 200 << true;
}

void TestStripWidths::mustHavesAreWholeAtEveryWidth()
{
    QFETCH(int, width);
    QFETCH(int, textSize);
    QFETCH(bool, longer);
    LongerTexts texts;
    if (longer)
        QVERIFY(QCoreApplication::installTranslator(&texts));

    Board board;
    board.theme.setTextSize(textSize);
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/action @bo look at the database +5m"_s));
    board.strip.resize(width, board.strip.minimumSizeHint().height());
    for (const bool handover : {false, true}) {
        if (handover)
            QVERIFY(board.feed.line(u"/handover @bo"_s));
        board.feed.advance(Span::minutes(40)); // everything that can be late is, and takes the most room
        int right = 0;
        for (const StripCell cell : mustHaves)
            QVERIFY2(board.strip.cell(cell)->showsAll(), qPrintable(board.strip.cell(cell)->objectName()));
        for (int i = 0; i <= int(StripCell::Save); ++i) {
            const CellWidget *cell = board.strip.cell(StripCell(i));
            if (!cell->isVisible())
                continue;
            QVERIFY2(cell->captionFont().pointSizeF() >= 9, "a caption is too small to be read");
            QVERIFY2(cell->x() >= right, "cells overlap");
            right = cell->geometry().right();
        }
        QVERIFY(right < width);
    }
}

void TestStripWidths::aDrillIsSeenAtEveryWidth()
{
    QFETCH(int, width);
    QFETCH(int, textSize);
    QFETCH(bool, longer);
    LongerTexts texts;
    if (longer)
        QVERIFY(QCoreApplication::installTranslator(&texts));
    DrillFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    Theme theme;
    theme.setTextSize(textSize);
    TimeDisplay times;
    Strip strip(feed, theme, times);
    strip.resize(width, strip.minimumSizeHint().height());
    strip.show();
    feed.advance(Span::minutes(40));
    for (const StripCell cell : mustHaves)
        QVERIFY2(strip.cell(cell)->showsAll(), qPrintable(strip.cell(cell)->objectName()));
    QVERIFY(strip.cell(StripCell::Drill)->showsAll());
    QVERIFY(strip.cell(StripCell::Drill)->text().variants.last().value.contains(u"DRILL"_s));
    const QImage band = strip.grab().toImage().copy(0, strip.height() - 3, width, 1);
    QSet<QRgb> colours;
    for (int x = 0; x < width; ++x)
        colours.insert(band.pixel(x, 0));
    QVERIFY(colours.contains(theme.chip(views::Chip::Drill).background.rgb()));
    QVERIFY(colours.size() > 1); // stripes
}

/// The worst that can come together: practice, all late, a handover, the past in sight, and a backend that is away or a full disk.
void TestStripWidths::troubleHidesNoMustHave()
{
    using State = models::LinkState::State;
    QFETCH(int, width);
    QFETCH(int, textSize);
    QFETCH(bool, longer);
    LongerTexts texts;
    if (longer)
        QVERIFY(QCoreApplication::installTranslator(&texts));
    DrillFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    Theme theme;
    theme.setTextSize(textSize);
    TimeDisplay times;
    Strip strip(feed, theme, times);
    strip.resize(width, strip.minimumSizeHint().height());
    strip.show();
    QVERIFY(feed.line(u"/claim"_s));
    QVERIFY(feed.line(u"/action @bo look at the database +5m"_s));
    QVERIFY(feed.line(u"/handover @bo"_s));
    feed.advance(Span::minutes(40));
    const auto check = [&](const char *where) {
        for (const StripCell cell : mustHaves)
            QVERIFY2(strip.cell(cell)->isVisible() && strip.cell(cell)->showsAll(),
                     qPrintable(QLatin1StringView(where) + u": "_s + strip.cell(cell)->objectName()));
        int right = 0;
        for (int i = 0; i <= int(StripCell::Save); ++i) {
            const CellWidget *cell = strip.cell(StripCell(i));
            if (!cell->isVisible())
                continue;
            QVERIFY2(cell->x() >= right, where);
            right = cell->geometry().right();
        }
        QVERIFY2(right < width, where);
    };
    for (const State state : {State::Offline, State::Stopped}) {
        strip.setLink({state, 112, u"Nobody answers."_s, feed.now()});
        check(state == State::Offline ? "offline" : "not shared");
    }
    feed.holdSaving();
    QVERIFY(feed.line(u"one"_s));
    feed.release(false);
    check("not saved");
    strip.setViewing(feed.now() - Span::minutes(20));
    check("not saved, in the past");
}

// How long a server is away is told in its tip too; what phase it is, by this cell alone.
void TestStripWidths::sinceWhenGoesBeforeThePhase()
{
    const auto variantsAt = [](int width, const QList<int> &save) {
        QList<int> variants;
        for (const views::CellPlace &place :
             views::placeCells({{StripCell::Phase, {100}, true}, {StripCell::Save, save}}, width, 10))
            variants.append(place.variant);
        return variants;
    };
    const QList<int> offline{400, 300, 150, 40}; // with people, since when, how many are unsent, that number
    QCOMPARE(variantsAt(510, offline), (QList<int>{0, 0}));
    QCOMPARE(variantsAt(410, offline), (QList<int>{0, 1}));
    QCOMPARE(variantsAt(260, offline), (QList<int>{0, 2}));
    QCOMPARE(variantsAt(200, offline), (QList<int>{-1, 2}));
    QCOMPARE(variantsAt(260, {400, 200, 40}), (QList<int>{-1, 1})); // what is not saved is said in words
}

void TestStripWidths::textIsSmallerOnlyWhereItMustBe()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.theme.setTextSize(200);
    board.strip.resize(1366, 200);
    const int usual = board.strip.minimumSizeHint().height();
    board.strip.resize(512, 200);
    QVERIFY(board.strip.minimumSizeHint().height() < usual);
    board.strip.resize(1366, 200);
    QCOMPARE(board.strip.minimumSizeHint().height(), usual);
}

void TestStripWidths::nothingIsCutWhileWordsCanGo()
{
    Board board(u"nine-step"_s, u"P2"_s); // phases with long names
    const auto people = [&] { return board.value(StripCell::Save).contains(u"person"_s); };
    bool cut = false;
    bool shortened = false;
    for (int width = 1500; width > 600; width -= 10) {
        board.strip.resize(width, board.strip.height());
        const bool phaseIsCut = board.strip.cell(StripCell::Phase)->isVisible()
                                && !board.strip.cell(StripCell::Phase)->showsAll();
        QVERIFY2(!phaseIsCut || !people(), qPrintable(QString::number(width)));
        cut = cut || phaseIsCut;
        shortened = shortened || !people();
    }
    QVERIFY(cut && shortened);
}

void TestStripWidths::tickingMovesNothing()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    QList<QRect> before;
    for (int i = 0; i <= int(StripCell::Save); ++i)
        before.append(board.strip.cell(StripCell(i))->geometry());
    for (int second = 0; second < 1900; second += 37) {
        board.feed.advance(Span::seconds(37));
        for (int i = 0; i <= int(StripCell::Save); ++i)
            QCOMPARE(board.strip.cell(StripCell(i))->geometry(), before.at(i));
    }
    QVERIFY(board.value(StripCell::Updates).startsWith(u"▲ late"_s));
}

void TestStripWidths::onlyWhatChangedIsPaintedAnew()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    PaintCount paints;
    for (int i = 0; i <= int(StripCell::Save); ++i)
        board.strip.cell(StripCell(i))->installEventFilter(&paints);
    QVERIFY(QTest::qWaitForWindowExposed(&board.strip));
    QTRY_VERIFY(paints.counts.value(board.strip.cell(StripCell::Save)) > 0);
    QCoreApplication::sendPostedEvents(); // the rest of what showing a window asks for
    board.strip.repaint();
    paints.counts.clear();
    board.feed.advance(Span::seconds(1));
    QTRY_COMPARE(paints.counts.value(board.strip.cell(StripCell::Elapsed)), 1);
    QCOMPARE(paints.counts.value(board.strip.cell(StripCell::Updates)), 1);
    QCOMPARE(paints.counts.value(board.strip.cell(StripCell::Severity)), 0);
    QCOMPARE(paints.counts.value(board.strip.cell(StripCell::Command)), 0);
    QCOMPARE(paints.counts.value(board.strip.cell(StripCell::Save)), 0);
}

QTEST_MAIN(TestStripWidths)
#include "tst_stripwidths.moc"
