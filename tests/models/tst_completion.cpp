// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/completionmodel.h"
#include "entry/completionroles.h"
#include "entry/statecontext.h"
#include "memoryfeed.h"

#include <rapidcheck.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;

namespace {

struct Rig
{
    test::MemoryFeed feed;
    CompletionModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    explicit Rig(const QString &process = u"helpdeskflow"_s, const QString &severity = u"P1"_s) : feed(process, severity) { }
    EntryContext context() const { return entryContext(feed.state(), feed.process(), feed.now()); }
    /// The words offered where "|" stands in the line.
    QStringList at(QString line)
    {
        const qsizetype cursor = line.indexOf(u'|');
        model.update(line.remove(cursor, 1), cursor, context());
        QStringList words;
        for (int row = 0; row < model.rowCount(); ++row)
            words << model.index(row).data(completionroles::Word).toString();
        return words;
    }
    QString detail(int row) const { return model.index(row).data(completionroles::Detail).toString(); }
};

} // namespace

/// What the word at the cursor can become, from the incident as it stands.
class TestCompletion : public QObject
{
    Q_OBJECT
private slots:
    void verbs();
    void people();
    void objects();
    void ids_data();
    void ids();
    void choicesAndSteps();
    void fields();
    void aDraftOffersWhatItsRecordTakes();
    void closingTellsWhatIsDueAndUndone();
    void resolvingTellsWhatIsDueAndUndone();
    void aLineWithoutItsTextNamesWhatItTakes();
    void phasesBeginWithTheNextOne();
    void marks();
    void proseIsLeftAlone();
    void insertions();
    void settles();
    void everyCandidateIsUnderstood();
    void anyLineGivesAnAnswer();
    void isQuick();
};

void TestCompletion::verbs()
{
    Rig rig;
    QCOMPARE(rig.at(u"/a|"_s).first(), u"/action"_s);
    QCOMPARE(rig.at(u"/seve|"_s).first(), u"/sev"_s);
    QCOMPARE(rig.at(u"/hyp|"_s).first(), u"/hyp"_s);
    QCOMPARE(rig.at(u"-5m /deci|"_s).first(), u"/decision"_s);
    QCOMPARE(rig.at(u"@ana /don|"_s).first(), u"/done"_s);
    QVERIFY(rig.at(u"the path /a|"_s).isEmpty());
    QVERIFY(rig.at(u"//a|"_s).isEmpty());
    QVERIFY(rig.at(u"/|"_s).size() > 50);
    rig.at(u"/rol|"_s);
    QCOMPARE(rig.model.index(0).data(completionroles::Positions).value<QList<int>>(), (QList<int>{0, 1, 2, 3}));
    QVERIFY(rig.detail(0).contains(u"/role"_s));
    // By what it does, too.
    QVERIFY(rig.at(u"/command|"_s).contains(u"/claim"_s));
}

void TestCompletion::people()
{
    Rig rig;
    QVERIFY(rig.feed.line(u"told @\"Jo Ann\" about it"_s));
    QVERIFY(rig.feed.line(u"/claim"_s));
    QVERIFY(rig.feed.line(u"/action @\"Jo Ann\" look"_s));
    QVERIFY(rig.at(u"asked @an|"_s).contains(u"@ana"_s));
    QVERIFY(rig.at(u"/action |"_s).contains(u"@\"Jo Ann\""_s));
    QVERIFY(rig.at(u"/role @ana |"_s).size() >= rig.feed.process().roles.size());
    const QStringList commander = rig.at(u"@"_s + rig.feed.process().commander()->id + u'|');
    QCOMPARE(commander.first(), u'@' + rig.feed.process().commander()->id);
    QVERIFY2(rig.detail(0).contains(u"ana"_s), qPrintable(rig.detail(0)));
}

void TestCompletion::objects()
{
    Rig rig;
    QVERIFY(rig.feed.line(u"/claim"_s));
    QVERIFY(rig.feed.line(u"/action @ben restart pod A"_s));
    QVERIFY(rig.feed.line(u"/action @ben look at the pool"_s));
    QVERIFY(rig.feed.line(u"/hyp lock on orders #db"_s));
    QCOMPARE(rig.at(u"/done #|"_s), (QStringList{u"#A2"_s, u"#A1"_s}));
    QCOMPARE(rig.detail(0), u"look at the pool"_s);
    QCOMPARE(rig.at(u"/done |"_s), (QStringList{u"#A2"_s, u"#A1"_s}));
    QCOMPARE(rig.at(u"/done #pod|"_s), (QStringList{u"#A1"_s})); // by its text
    QCOMPARE(rig.at(u"/ruleout #|"_s), (QStringList{u"#H1"_s}));
    QVERIFY(rig.feed.line(u"@ben /done #A2 fine"_s));
    QCOMPARE(rig.at(u"/done #|"_s), (QStringList{u"#A1"_s, u"#A2"_s})); // what is over stands behind
    const QStringList anywhere = rig.at(u"this is about #|"_s);
    for (const QString &word : {u"#A1"_s, u"#H1"_s, u"#db"_s, u"#E1"_s})
        QVERIFY2(anywhere.contains(word), qPrintable(word));
    QVERIFY(!anywhere.contains(u"#A2"_s));
}

void TestCompletion::ids_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("kind");
    QTest::newRow("severity") << u"/sev |"_s << int(IdKind::Severity);
    QTest::newRow("phase") << u"/phase |"_s << int(IdKind::Phase);
    QTest::newRow("flag") << u"/flag |"_s << int(IdKind::Flag);
    QTest::newRow("list") << u"/start |"_s << int(IdKind::List);
    QTest::newRow("gate") << u"/gate |"_s << int(IdKind::Gate);
    QTest::newRow("ladder") << u"/skip |"_s << int(IdKind::Ladder);
    QTest::newRow("rule") << u"/override |"_s << int(IdKind::Rule);
    QTest::newRow("target") << u"/draft |"_s << int(IdKind::Target);
    QTest::newRow("audience") << u"/reply |"_s << int(IdKind::Audience);
    QTest::newRow("review") << u"/held |"_s << int(IdKind::Review);
    QTest::newRow("clock") << u"/snooze |"_s << int(IdKind::Clock);
    QTest::newRow("cadence") << u"/cadence |"_s << int(IdKind::CadenceItem);
    QTest::newRow("option") << u"/mitigation |"_s << int(IdKind::Option);
}

void TestCompletion::ids()
{
    QFETCH(QString, line);
    QFETCH(int, kind);
    Rig rig(IdKind(kind) == IdKind::Flag ? u"community-hub"_s : u"helpdeskflow"_s, {});
    QStringList known = rig.context().ids(IdKind(kind));
    QVERIFY(!known.isEmpty());
    QStringList offered = rig.at(line);
    for (QString &word : offered)
        word.remove(u'"');
    QCOMPARE(offered, known.first(std::min(known.size(), mostCandidates)));
    if (IdKind(kind) == IdKind::Gate)
        QVERIFY2(!rig.detail(0).isEmpty(), "a gate is named by its id alone");
}

void TestCompletion::choicesAndSteps()
{
    Rig rig;
    QCOMPARE(rig.at(u"/confirm |"_s), (QStringList{u"real"_s, u"false"_s}));
    const ListRule &list = rig.feed.process().lists.first();
    const QStringList steps = rig.at(u"/check "_s + list.rule.id + u" |"_s);
    QCOMPARE(steps.size(), list.items.size());
    QCOMPARE(steps.first(), u"1"_s);
    QCOMPARE(rig.detail(0), list.items.first().label());
}

void TestCompletion::fields()
{
    Rig rig;
    QCOMPARE(rig.at(u"/correct #E1 |"_s), (QStringList{u"text="_s, u"kind="_s}));
    const auto &forms = rig.feed.process().forms;
    const auto form = std::find_if(forms.begin(), forms.end(), [](const FormRule &f) {
        return f.target.record == RecordKind::Resolution && !f.fields.isEmpty();
    });
    QVERIFY(form != forms.end());
    const QString key = form->fields.first().id;
    QVERIFY(rig.at(u"/resolve "_s + key.left(2) + u'|').contains(key + u'='));
    QVERIFY(!rig.feed.process().fields.isEmpty());
    QCOMPARE(rig.at(u"/field |"_s).size(), rig.feed.process().fields.size());
    QVERIFY(rig.at(u"/declare x severity=|"_s).contains(u"P1"_s));
}

void TestCompletion::aDraftOffersWhatItsRecordTakes()
{
    Rig rig(u"nine-step"_s, {});
    const QStringList record = rig.at(u"/draft nin.ack |"_s);
    QVERIFY2(record.contains(u"symptom="_s) && !record.contains(u"Investigating"_s), qPrintable(record.join(u' ')));
    QCOMPARE(rig.at(u"/draft internal |"_s).first(), u"Investigating"_s);
    const EntryContext context = rig.context();
    const QString told = describe(parseEntry(u"/draft nin.ack ", context), context);
    QVERIFY2(!told.contains(u"not known"_s), qPrintable(told));
    QVERIFY(describe(parseEntry(u"/draft nin.nack ", context), context).contains(u"not known"_s));
}

void TestCompletion::closingTellsWhatIsDueAndUndone()
{
    Rig rig(u"severity-ladder"_s, u"4"_s);
    for (const QString &line : {u"/claim"_s, u"/role @ana tech_lead"_s, u"/gate lad.verify 1 seen"_s,
                                u"/gate lad.verify 2 seen"_s, u"/gate lad.verify 3 seen"_s, u"/resolve"_s})
        QVERIFY2(rig.feed.line(line, u"ana"_s), qPrintable(line));
    const EntryContext context = rig.context();
    const QString told = describe(parseEntry(u"/close", context), context);
    QVERIFY2(told.contains(u"still open: "_s) && told.contains(u"due: Draft the record"_s), qPrintable(told));
    QVERIFY(!describe(parseEntry(u"/note x", context), context).contains(u"still open"_s));
}

// What vanishes with the resolution is told before it, late or not; what is only said to people, and what goes on, is not.
void TestCompletion::resolvingTellsWhatIsDueAndUndone()
{
    Rig rig(u"nine-step"_s, u"P1"_s);
    const auto told = [&rig](const QString &line) { return describe(parseEntry(line, rig.context()), rig.context()); };
    QVERIFY2(told(u"/resolve"_s).contains(u"due: Page On-call engineers"_s), qPrintable(told(u"/resolve"_s)));
    QVERIFY2(!told(u"/phase triage"_s).contains(u"due: "_s), qPrintable(told(u"/phase triage"_s)));
    rig.feed.advance(Span::minutes(6));
    QVERIFY2(told(u"/resolve"_s).contains(u"late: Page On-call engineers"_s), qPrintable(told(u"/resolve"_s)));
    QVERIFY2(!told(u"/resolve"_s).contains(u"due: Page On-call engineers"_s), qPrintable(told(u"/resolve"_s)));
    for (const QString &line : {u"/phase triage"_s, u"/phase assemble"_s, u"/phase initial_comms"_s})
        QVERIFY(rig.feed.line(line));
    const auto &clocks = rig.feed.clocks();
    const auto advice = std::find_if(clocks.begin(), clocks.end(), [](const RunningClock &clock) {
        return clock.advice() && clock.state == RunningClock::State::Due;
    });
    QVERIFY(advice != clocks.end());
    QVERIFY2(!told(u"/resolve"_s).contains(advice->text), qPrintable(told(u"/resolve"_s)));
}

void TestCompletion::aLineWithoutItsTextNamesWhatItTakes()
{
    Rig rig(u"severity-ladder"_s, u"4"_s);
    const EntryContext context = rig.context();
    const QString told = describe(parseEntry(u"/item", context), context);
    QVERIFY2(told.contains(u"/item TEXT owner= due= tag=prevention|documentation|monitoring ticket=."_s), qPrintable(told));
}

void TestCompletion::phasesBeginWithTheNextOne()
{
    Rig rig(u"severity-ladder"_s, u"4"_s);
    QCOMPARE(rig.at(u"/phase |"_s), (QStringList{u"response"_s, u"recovery"_s, u"review"_s, u"detection"_s}));
    QVERIFY(rig.feed.line(u"/phase response"_s));
    QCOMPARE(rig.at(u"/phase |"_s), (QStringList{u"recovery"_s, u"detection"_s, u"review"_s, u"response"_s}));
}

void TestCompletion::marks()
{
    Rig rig;
    QVERIFY(rig.at(u"pool full !k|"_s).contains(u"!key"_s));
    QVERIFY(rig.feed.line(u"pool full #database"_s));
    QCOMPARE(rig.at(u"again #dat|"_s).first(), u"#database"_s);
}

void TestCompletion::proseIsLeftAlone()
{
    Rig rig;
    for (const QString &line : {u"|"_s, u"customers report|"_s, u"customers |"_s, u"/decision roll|"_s, u"/a @ana restart po|"_s})
        QVERIFY2(rig.at(line).isEmpty(), qPrintable(line));
}

void TestCompletion::insertions()
{
    Rig rig;
    rig.at(u"say /x|"_s);
    QCOMPARE(rig.model.insertion(0), QString());
    rig.at(u"ask @an|na now"_s);
    QCOMPARE(rig.model.start(), 4);
    QCOMPARE(rig.model.length(), 5);
    QCOMPARE(rig.model.insertion(0), u"@ana "_s);
    rig.at(u"/correct #E1 te|"_s);
    QCOMPARE(rig.model.insertion(0), u"text="_s);
}

void TestCompletion::settles()
{
    Rig rig;
    rig.at(u"/resolve|"_s);
    QVERIFY(rig.model.isSettled());
    rig.at(u"/resolv|"_s);
    QVERIFY(!rig.model.isSettled());
    rig.model.clear();
    QVERIFY(rig.model.isSettled());
}

// A candidate that the parser then does not take would be a trap.
void TestCompletion::everyCandidateIsUnderstood()
{
    Rig rig;
    QVERIFY(rig.feed.line(u"/claim"_s));
    QVERIFY(rig.feed.line(u"/action @\"Jo Ann\" look"_s));
    for (const QString &line :
         {u"/sev |"_s, u"/phase |"_s, u"/role @ana |"_s, u"/mitigation |"_s, u"/draft |"_s, u"/snooze |"_s}) {
        const QStringList words = rig.at(line);
        QVERIFY2(!words.isEmpty(), qPrintable(line));
        for (const QString &word : words) {
            const QString whole = line.chopped(1) + word;
            const ParsedEntry parsed = parseEntry(whole, rig.context());
            QVERIFY2(parsed.parts.last().valid && parsed.parts.last().kind == EntryPart::Kind::Id, qPrintable(whole));
            QCOMPARE(parsed.parts.last().start + parsed.parts.last().length, whole.size());
        }
    }
}

void TestCompletion::anyLineGivesAnAnswer()
{
    Rig rig;
    QVERIFY(rc::check("the stretch lies in the line and holds the cursor", [&] {
        const auto letters = rc::gen::container<std::string>(
            rc::gen::element('/', '@', '#', '!', 'a', 's', ' ', '"', '=', '1', '\\'));
        const QString line = QString::fromStdString(*letters);
        const int cursor = *rc::gen::inRange(0, int(line.size()) + 1);
        rig.model.update(line, cursor, rig.context());
        RC_ASSERT(rig.model.start() >= 0);
        RC_ASSERT(rig.model.start() <= line.size());
        RC_ASSERT(rig.model.start() + rig.model.length() <= line.size());
        RC_ASSERT(rig.model.rowCount() <= mostCandidates);
    }));
}

void TestCompletion::isQuick()
{
    Rig rig;
    for (int i = 0; i < 300; ++i)
        QVERIFY(rig.feed.line(u"line %1 #tag%1"_s.arg(i)));
    rig.at(u"#t|"_s);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        rig.at(u"#tag2|"_s);
        rig.at(u"/|"_s);
    }
    const qint64 each = timer.nsecsElapsed() / 40'000;
    qInfo("%lld us each", each);
#if !defined(__SANITIZE_ADDRESS__)
    QVERIFY2(each < 8000, qPrintable(QString::number(each)));
#endif
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
