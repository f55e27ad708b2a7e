// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "memoryfeed.h"
#include "palette/commandpalette.h"
#include "palette/paletteroles.h"
#include "paletteplaces.h"
#include "paletteproviders.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;

namespace {

/// A palette over an incident, typed into; what it leads to is kept as words.
struct Open
{
    explicit Open(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s) : feed(process, severity)
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(entry);
        window.resize(900, 600);
        palette = new views::CommandPalette(actions, u"window.palette"_s, theme, &window);
        window::addPaletteProviders(*palette, feed, times,
                                    {[this](const QString &eventId) { gone.append(u"entry "_s + eventId); },
                                     [this](Instant at) { gone.append(u"time "_s + at.toRfc3339()); },
                                     [this](const QString &line) { gone.append(u"line "_s + line); },
                                     [this](const QString &clock) { gone.append(u"clock "_s + clock); },
                                     [this](const QString &ref) {
                                         if (!inPanels.contains(ref.left(1)))
                                             return false;
                                         gone.append(u"work "_s + ref);
                                         return true;
                                     },
                                     [this](const QString &person) { gone.append(u"person "_s + person); },
                                     [this](const QString &who, const Process &of) { return book.waysTo(who, of); },
                                     [this](const QString &value) { gone.append(u"copied "_s + value); }});
        window::addPalettePlaces(
            *palette, feed,
            {[] {
                 return QList<window::PlaybookPlace>{{u"db"_s, u"The database is overloaded"_s, u"suggested"_s},
                                                     {u"dns"_s, u"Names are not resolved"_s, {}}};
             },
             [this](const QString &key) { gone.append(u"playbook "_s + key); },
             [this](const QString &review, const QString &section) { gone.append(u"review "_s + review + u'/' + section); }});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        entry->setFocus();
    }
    void lines(const QStringList &texts)
    {
        for (const QString &text : texts) {
            const auto done = feed.line(text);
            QVERIFY2(done.ok(), done ? "" : qPrintable(text + u": "_s + done.problem().text));
        }
    }
    QLineEdit *field() const { return palette->findChild<QLineEdit *>(); }
    QAbstractItemModel *model() const { return palette->findChild<QListView *>()->model(); }
    QString text(int row = 0) const { return model()->index(row, 0).data().toString(); }
    QString detail(int row = 0) const { return model()->index(row, 0).data(views::PaletteRoles::Detail).toString(); }
    void type(const QString &text) const
    {
        palette->open();
        field()->clear();
        QTest::keyClicks(field(), text);
    }
    void enter(int down = 0) const
    {
        for (int i = 0; i < down; ++i)
            QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(field(), Qt::Key_Return);
    }

    test::MemoryFeed feed;
    views::Theme theme;
    views::TimeDisplay times{QTimeZone::utc()};
    QWidget window;
    views::ActionRegistry actions{&window};
    QLineEdit *entry = new QLineEdit;
    views::CommandPalette *palette = nullptr;
    QString inPanels = u"AHC"_s;
    ContactBook book;
    QStringList gone;
};

} // namespace

/// Whatever an incident holds is found by its number, its words, its person or its time, and leads to its place.
class TestPaletteProviders : public QObject
{
    Q_OBJECT
private slots:
    void objectsAreFoundWhateverTheirState();
    void theNumberThatIsNamedIsFirst();
    void anObjectOutsideThePanelsLeadsToItsEntry();
    void anOldRowIsFoundByItsNumber();
    void peopleAreAskedOrTheirRowsShown();
    void whoIsReachedIsCopied();
    void timesAreTypedOrNamed();
    void aTimeThatIsNoneSaysWhy();
    void clocksAreFoundByTheirParagraph();
    void aReadyTextIsFilledIn();
    void playbooksAreFoundByTheirTitle();
    void reviewsAreFoundByTheirSections();
};

void TestPaletteProviders::objectsAreFoundWhateverTheirState()
{
    Open o;
    o.lines({u"/claim"_s, u"/action @bo restart pod A"_s, u"/done #A1 it is up"_s, u"/hyp lock on orders"_s,
             u"/ruleout #H1 nothing waits"_s, u"/decision wait until ten"_s, u"/alert DiskFull"_s, u"/report slow checkout"_s,
             u"/poll fail over"_s});
    o.type(u"#restart"_s);
    QCOMPARE(o.text(), u"#A1  @bo restart pod A"_s);
    QCOMPARE(o.detail(), u"done"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"work A1"_s);
    const QList<std::array<QString, 3>> rows{{u"#H1"_s, u"#H1  lock on orders"_s, u"ruled out"_s},
                                             {u"#D1"_s, u"#D1  wait until ten"_s, u"decided"_s},
                                             {u"#DiskFull"_s, u"#L1  DiskFull"_s, u"fires"_s},
                                             {u"#R1"_s, u"#R1  slow checkout"_s, u"customer report"_s},
                                             {u"#P1"_s, u"#P1  fail over"_s, u"open"_s}};
    for (const auto &[typed, text, detail] : rows) {
        o.type(typed);
        QCOMPARE(o.text(), text);
        QCOMPARE(o.detail(), detail);
    }
}

void TestPaletteProviders::theNumberThatIsNamedIsFirst()
{
    Open o;
    for (int i = 1; i <= 12; ++i)
        o.lines({u"/action @bo a1 step %1"_s.arg(i)});
    o.type(u"#a1"_s);
    QVERIFY2(o.text().startsWith(u"#A1  "_s), qPrintable(o.text()));
    o.type(u"#A12"_s);
    QVERIFY2(o.text().startsWith(u"#A12  "_s), qPrintable(o.text()));
}

void TestPaletteProviders::anObjectOutsideThePanelsLeadsToItsEntry()
{
    Open o;
    o.lines({u"/alert DiskFull"_s});
    o.type(u"#L1"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"entry "_s + o.feed.state().alerts.first().eventId);
}

void TestPaletteProviders::anOldRowIsFoundByItsNumber()
{
    Open o;
    for (int i = 0; i < 260; ++i)
        o.lines({u"line %1"_s.arg(i)});
    const QString eventId = o.feed.state().entry(u"E3")->eventId;
    o.type(u"#E3"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"entry "_s + eventId);
}

void TestPaletteProviders::peopleAreAskedOrTheirRowsShown()
{
    Open o;
    o.lines({u"/role @bo scribe"_s});
    o.type(u"@bo"_s);
    QCOMPARE(o.text(), u"@bo  Scribe"_s);
    QCOMPARE(o.detail(), u"ask"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"line /ask @bo "_s);
    o.type(u"@bo"_s);
    o.enter(1);
    QCOMPARE(o.gone.last(), u"person bo"_s);
    o.type(u"@scribe"_s); // a role is asked; it writes nothing itself
    QCOMPARE(o.detail(), u"ask"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"line /ask @scribe "_s);
}

void TestPaletteProviders::whoIsReachedIsCopied()
{
    Open o;
    o.book = ContactBook({{u"bo"_s, {}, {u"555 0142"_s, {}, u"@bo"_s, true}, 1},
                          {u"Engineering Director"_s, {}, {u"555 0199"_s, {}, {}, true}, 2}});
    o.lines({u"/role @bo scribe"_s});
    o.type(u"@bo"_s);
    QCOMPARE(o.detail(0), u"ask"_s);
    QCOMPARE(o.detail(1), u"copy phone 555 0142"_s);
    QCOMPARE(o.detail(2), u"copy handle @bo"_s);
    QCOMPARE(o.detail(3), u"show what they wrote"_s);
    o.enter(1);
    QCOMPARE(o.gone.last(), u"copied 555 0142"_s);
    o.type(u"@director"_s);
    o.enter(1);
    QCOMPARE(o.gone.last(), u"copied 555 0199"_s);
    QCOMPARE(o.feed.state().entries.size(), 2); // the declaration and the role: nothing was recorded
}

void TestPaletteProviders::timesAreTypedOrNamed()
{
    Open o;
    const Instant declared = o.feed.now();
    o.feed.advance(Span::minutes(30));
    o.lines({u"/sev SEV2 better"_s});
    o.type(u":-20m"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"time "_s + (o.feed.now() - Span::minutes(20)).toRfc3339());
    o.type(u":"_s);
    QCOMPARE(o.text(), u"Severity SEV2"_s); // the latest first
    o.type(u":declared"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"time "_s + declared.toRfc3339());
}

void TestPaletteProviders::aTimeThatIsNoneSaysWhy()
{
    Open o;
    o.type(u":25:70"_s);
    QCOMPARE(o.model()->rowCount(), 1);
    QVERIFY(!o.model()->index(0, 0).data(views::PaletteRoles::WhyNot).toString().isEmpty());
    o.enter();
    QVERIFY(o.gone.isEmpty());
}

void TestPaletteProviders::clocksAreFoundByTheirParagraph()
{
    Open o;
    o.lines({u"/claim"_s});
    o.type(u"due SRE-33"_s);
    QVERIFY(o.text().contains(u"Customer Support team"_s));
    o.enter();
    QCOMPARE(o.gone.last(), u"clock sre.script"_s);
    // What was due yesterday does not read like tonight's.
    const QString today = o.text();
    o.times.setNow(o.feed.now());
    o.type(u"due SRE-33"_s);
    QCOMPARE(o.text(), today);
    o.feed.advance(Span::days(1));
    o.times.setNow(o.feed.now());
    o.type(u"due SRE-33"_s);
    QVERIFY2(o.text().startsWith(u"Due %1 "_s.arg(o.times.day(o.feed.now() - Span::days(1)))), qPrintable(o.text()));
}

// SRE-17: what to say to an executive who comes in.
void TestPaletteProviders::aReadyTextIsFilledIn()
{
    Open o;
    o.lines({u"/role @bo ol"_s, u"/role @cy cl"_s});
    o.type(u"say "_s);
    QCOMPARE(o.model()->rowCount(), 1);
    QCOMPARE(o.detail(), u"SRE-17"_s);
    QVERIFY2(o.text().startsWith(u"Hi …, we are currently investigating Checkout fails. I have bo working on it."_s),
             qPrintable(o.text()));
    o.enter();
    QCOMPARE(o.gone.last(), u"line /draft sre.swoop problem=\"Checkout fails\" exec="_s);
    o.lines({o.gone.last().mid(5) + u"Kim"_s});
    QVERIFY(o.feed.state().entries.last().text.contains(u"Hi Kim, we are currently investigating Checkout fails."_s));
    Open nin(u"nine-step"_s, u"P1"_s);
    nin.type(u"say "_s);
    QCOMPARE(nin.model()->rowCount(), 0);
}

void TestPaletteProviders::playbooksAreFoundByTheirTitle()
{
    Open o;
    o.type(u"play "_s);
    QCOMPARE(o.model()->rowCount(), 2);
    QCOMPARE(o.detail(), u"suggested"_s);
    o.type(u"play names"_s);
    QCOMPARE(o.text(), u"Names are not resolved"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"playbook dns"_s);
}

void TestPaletteProviders::reviewsAreFoundByTheirSections()
{
    Open o;
    const ReviewDef review = o.feed.process().reviews.first();
    o.type(u"review "_s);
    QCOMPARE(o.text(), review.name);
    o.enter();
    QCOMPARE(o.gone.last(), u"review "_s + review.id + u'/');
    o.type(u"review root cause"_s);
    QCOMPARE(o.text(), review.name + u": Root Cause"_s);
    QCOMPARE(o.detail(), u"still to be written"_s);
    o.enter();
    QCOMPARE(o.gone.last(), u"review "_s + review.id + u"/Root Cause"_s);
    o.lines({u"/review %1 section=\"Root Cause\" the pool was small"_s.arg(review.id)});
    o.type(u"review root cause"_s);
    QVERIFY(o.detail().isEmpty());
}

QTEST_MAIN(TestPaletteProviders)
#include "tst_paletteproviders.moc"
