// SPDX-License-Identifier: GPL-3.0-or-later
#include "afterwards.h"
#include "modelrig.h"
#include "review/reviewmodel.h"
#include "review/reviewsources.h"
#include "review/reviewtimelinemodel.h"
#include "timeline/timelineroles.h"

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::ReviewModel;
using fireline::models::ReviewSourcesModel;
using fireline::models::ReviewTimelineModel;
using fireline::models::TimelineRole;
namespace r = fireline::models::review;

namespace {

struct Desk : test::ModelRig<ReviewModel>
{
    using ModelRig::ModelRig;

    QModelIndex row(r::Kind kind, const QString &id, int item = 0) const
    {
        return test::findRow(model, {{r::KindRole, kind}, {r::IdRole, id}, {r::ItemRole, item}});
    }
    QStringList ids(r::Kind kind) const { return test::textsOf(model, r::IdRole, {{r::KindRole, kind}}); }
    QString heading(r::Kind of) const
    {
        return test::findRow(model, {{r::KindRole, r::Heading}, {r::OfRole, of}}).data().toString();
    }
    QString cell(int row, int column) const { return model.timeline().index(row, column).data().toString(); }

    /// What the section gets for the first that says this; empty where there is none.
    QString given(const QString &words) const
    {
        return test::findRow(model.sources(), {{Qt::DisplayRole, words}}).data(ReviewSourcesModel::MarkdownRole).toString();
    }

    QAbstractItemModelTester tableTester{&model.timeline(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester sourcesTester{&model.sources(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

class TestReviewModel : public QObject
{
    Q_OBJECT
private slots:
    void eachProcessHasItsReview_data();
    void eachProcessHasItsReview();
    void aSectionIsMissingUntilItIsWritten();
    void lintsSpeakOfSectionsAndOfWhatIsTyped();
    void whysAreCountedByTheProcess();
    void whysAreATree();
    void actionItemsHaveTheirFieldsAndFindings();
    void gatesSayWhatIsMissingAndWhoseItIs();
    void deadlinesRunFromTheResolution();
    void anotherReviewIsShown();
    void theTimelineFollowsTheRecord();
    void theTimelineIsChosen();
    void theSectionOfTheTimelineIsFound();
    void aSectionKnowsItsWriter();
    void theRecordGivesASection();
    void whatWasTakenFromTheRecordIsCompared();
    void refusalsAreToldBefore();
    void saysWholeSentences();
};

void TestReviewModel::eachProcessHasItsReview_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QStringList>("reviews");
    QTest::addColumn<QStringList>("sections");
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s << QStringList{u"report"_s}
                                   << QStringList{u"Summary"_s, u"Timeline"_s, u"Cause"_s, u"Follow-up Actions"_s};
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P1"_s << QStringList{u"rca"_s, u"debrief"_s}
                                  << QStringList{u"What Happened"_s,
                                                 u"Why It Happened"_s,
                                                 u"How It Was Detected"_s,
                                                 u"How Long It Lasted"_s,
                                                 u"Fixes Being Implemented"_s,
                                                 u"Diagrams"_s,
                                                 u"Logs"_s,
                                                 u"Timeline"_s,
                                                 u"Action List"_s};
    QTest::newRow("nine-step") << u"nine-step"_s << u"P1"_s << QStringList{u"postmortem"_s}
                               << QStringList{u"Summary"_s,
                                              u"Impact"_s,
                                              u"Timeline"_s,
                                              u"Root Cause"_s,
                                              u"Contributing Factors"_s,
                                              u"What Went Well"_s,
                                              u"What Could Be Improved"_s,
                                              u"Action Items"_s,
                                              u"Lessons Learned"_s};
    QTest::newRow("severity-ladder") << u"severity-ladder"_s << u"1"_s << QStringList{u"rca"_s, u"retrospective"_s}
                                     << QStringList{u"What Happened"_s, u"Contributing Factors"_s, u"Systemic Issues"_s};
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s << QStringList{u"postmortem"_s}
                                     << QStringList{u"Executive Summary"_s, u"Timeline"_s, u"Root Cause"_s, u"Impact"_s,
                                                    u"Action Items"_s};
}

void TestReviewModel::eachProcessHasItsReview()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(QStringList, reviews);
    QFETCH(QStringList, sections);
    const Desk desk(process, severity);
    QStringList ids;
    for (const auto &[id, name] : desk.model.reviews())
        ids.append(id);
    QCOMPARE(ids, reviews);
    QCOMPARE(desk.ids(r::Section), sections);
    QCOMPARE(desk.model.review(), reviews.first());
    QVERIFY(!desk.ids(r::Need).isEmpty());
}

void TestReviewModel::aSectionIsMissingUntilItIsWritten()
{
    Desk desk;
    QCOMPARE(desk.row(r::Section, u"Impact"_s).data(r::StateRole).toInt(), int(r::Missing));
    QCOMPARE(desk.row(r::Section, u"Impact"_s).data(r::SourceRole).toString(), u"SRE-26"_s);
    QCOMPARE(desk.model.stageText(), u"○ not begun"_s);
    const QString before = desk.heading(r::Section);
    desk.lines({u"/review postmortem section=impact all checkouts failed"_s, u"/review postmortem section=Notes more"_s});
    const QModelIndex impact = desk.row(r::Section, u"Impact"_s);
    QCOMPARE(impact.data(r::StateRole).toInt(), int(r::Written));
    QCOMPARE(impact.data(r::BodyRole).toString(), u"all checkouts failed"_s);
    QCOMPARE(desk.ids(r::Section).last(), u"Notes"_s);
    QVERIFY(desk.heading(r::Section) != before);
    QCOMPARE(desk.model.stageText(), u"◐ being written"_s);
}

void TestReviewModel::lintsSpeakOfSectionsAndOfWhatIsTyped()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    QVERIFY(desk.model.remarksOn(u"The pool was too small."_s).isEmpty());
    const QStringList remarks = desk.model.remarksOn(u"Who broke the build? It was the fault of ana."_s);
    QCOMPARE(remarks.size(), 2);
    QVERIFY(remarks.first().startsWith(u"NIN-30: "_s));
    desk.lines({u"/review postmortem section=Summary the fault of ana"_s});
    QCOMPARE(desk.row(r::Section, u"Summary"_s).data(r::RemarksRole).toStringList().size(), 1);
    QVERIFY(desk.row(r::Section, u"Impact"_s).data(r::RemarksRole).toStringList().isEmpty());
}

void TestReviewModel::whysAreCountedByTheProcess()
{
    Desk desk;
    QCOMPARE(desk.row(r::Field, u"whys"_s).data(r::StateRole).toInt(), int(r::Missing));
    for (int i = 1; i < 5; ++i)
        desk.lines({u"/why cause %1"_s.arg(i)});
    QCOMPARE(desk.ids(r::Why), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(desk.row(r::Field, u"whys"_s).data(r::StateRole).toInt(), int(r::Missing));
    desk.lines({u"/why cause 5"_s});
    QCOMPARE(desk.row(r::Field, u"whys"_s).data(r::StateRole).toInt(), int(r::Written));
    desk.lines({u"/retract #%1 wrong"_s.arg(desk.row(r::Why, u"2"_s).data(r::RefRole).toString())});
    QCOMPARE(desk.ids(r::Why).size(), 4);
    QCOMPARE(desk.row(r::Why, u"2"_s).data().toString(), u"cause 3"_s);
}

void TestReviewModel::whysAreATree()
{
    Desk desk;
    desk.lines({u"/why small"_s, u"/why default"_s});
    const auto ref = [&](const QString &label) { return desk.row(r::Why, label).data(r::RefRole).toString(); };
    desk.lines({u"/why #%1 busy"_s.arg(ref(u"1"_s)), u"/why nobody asked"_s});
    desk.lines({u"/why #%1 old"_s.arg(ref(u"2a"_s))});
    QCOMPARE(desk.ids(r::Why), (QStringList{u"1"_s, u"2a"_s, u"3a"_s, u"2b"_s, u"3b"_s}));
    QCOMPARE(desk.row(r::Why, u"3a"_s).data().toString(), u"old"_s);
    QCOMPARE(desk.row(r::Why, u"3b"_s).data(r::DepthRole).toInt(), 1);
    QCOMPARE(desk.row(r::Why, u"3b"_s).data(r::AboveRole).toString(), u"2b"_s);
    QCOMPARE(desk.row(r::Why, u"3b"_s).data(Qt::AccessibleTextRole).toString(), u"Why 3b, which answers 2b: nobody asked"_s);
    // Five answers are not five levels.
    QCOMPARE(desk.row(r::Field, u"whys"_s).data(r::StateRole).toInt(), int(r::Missing));
    desk.lines({u"/why #%1 four"_s.arg(ref(u"3b"_s)), u"/why five"_s});
    QCOMPARE(desk.row(r::Field, u"whys"_s).data(r::StateRole).toInt(), int(r::Written));
    // Beside the first, and what is no why.
    desk.lines({u"/why #E1 the alarm was late"_s});
    QCOMPARE(desk.ids(r::Why).first(), u"1a"_s);
    QCOMPARE(desk.ids(r::Why).last(), u"1b"_s);
    desk.lines({u"/note nothing"_s});
    const QString note = u"E%1"_s.arg(desk.feed.state().entries.size());
    QVERIFY(desk.model.whyNot({Verb::Why, {}, {}, {{u"text"_s, u"x"_s}, {u"ref"_s, note}}}).contains(u"is no why"_s));
}

void TestReviewModel::actionItemsHaveTheirFieldsAndFindings()
{
    Desk desk(u"helpdeskflow"_s, u"P1"_s);
    QVERIFY(desk.model.remarksOnItem(u"add replication lag alert"_s, {}).isEmpty());
    QVERIFY(desk.model.remarksOnItem(u"improve database monitoring"_s, {}).first().startsWith(u"HDF-21: "_s));
    desk.lines(
        {u"/item first owner=bo"_s, u"/item add lag alert owner=ana due=2030-02-01 tag=detection ticket=OPS-1 priority=high"_s});
    const QModelIndex item = desk.row(r::Item, u"I2"_s);
    QCOMPARE(item.data(r::WhoRole).toString(), u"ana"_s);
    QCOMPARE(item.data(r::DueRole).toString(), u"2030-02-01"_s);
    QCOMPARE(item.data(r::PriorityRole).toString(), u"high"_s);
    QCOMPARE(item.data(r::TicketRole).toString(), u"OPS-1"_s);
    desk.lines({u"/itemdone #I1"_s});
    QCOMPARE(desk.ids(r::Item), (QStringList{u"I2"_s, u"I1"_s}));
    QCOMPARE(desk.row(r::Item, u"I1"_s).data(r::StateRole).toInt(), int(r::Done));
}

void TestReviewModel::gatesSayWhatIsMissingAndWhoseItIs()
{
    Desk desk(u"helpdeskflow"_s, u"P1"_s);
    test::resolveHelpdesk(desk.feed);
    const QModelIndex debrief = desk.row(r::Need, u"hdf.after"_s, 1);
    const QModelIndex rca = desk.row(r::Need, u"hdf.after"_s, 2);
    QCOMPARE(debrief.data(r::StateRole).toInt(), int(r::Missing));
    QVERIFY(debrief.data(r::ClosesRole).toBool());
    QVERIFY(debrief.data(r::WhoRole).toString().contains(u"ana"_s));
    QVERIFY(rca.data(r::WhoRole).toString().contains(u"Di"_s)); // the owner of that review
    QVERIFY(!rca.data(r::ByHandRole).toBool());
    QVERIFY(!desk.row(r::Need, u"hdf.detect"_s, 1).isValid());
    desk.lines({u"/field monitoring_gap=true"_s});
    QCOMPARE(desk.row(r::Need, u"hdf.detect"_s, 1).data(r::StateRole).toInt(), int(r::Missing));
    QVERIFY(!desk.row(r::Need, u"hdf.detect"_s, 1).data(r::ClosesRole).toBool());
    desk.lines({u"/item add lag alert owner=Bo tag=detection"_s, u"/held debrief who=ana,Bo"_s});
    QCOMPARE(desk.row(r::Need, u"hdf.detect"_s, 1).data(r::StateRole).toInt(), int(r::Met));
    QCOMPARE(desk.row(r::Need, u"hdf.after"_s, 1).data(r::StateRole).toInt(), int(r::Met));

    Desk sre; // a system's step may be confirmed by hand
    const QModelIndex chat = sre.row(r::Need, u"sre.paper"_s, 3);
    QVERIFY(chat.data(r::ByHandRole).toBool());
    sre.lines({u"/gate sre.paper 3 saved in the vault"_s});
    QCOMPARE(sre.row(r::Need, u"sre.paper"_s, 3).data(r::StateRole).toInt(), int(r::ByHand));
}

void TestReviewModel::deadlinesRunFromTheResolution()
{
    Desk desk(u"helpdeskflow"_s, u"P1"_s);
    QVERIFY(desk.ids(r::Deadline).isEmpty());
    test::resolveHelpdesk(desk.feed);
    const QModelIndex rca = desk.row(r::Deadline, u"hdf.rca72"_s);
    QVERIFY(rca.isValid());
    QCOMPARE(rca.data(r::LeftRole).toLongLong(), Span::hours(72).us);
    QVERIFY(rca.data(r::WhoRole).toString().contains(u"Di"_s));
    QSignalSpy changed(&desk.model, &ReviewModel::dataChanged);
    desk.feed.advance(Span::seconds(30));
    desk.feed.advance(Span::seconds(10));
    QVERIFY(changed.size() <= 1); // nothing to see within a minute
    desk.feed.advance(Span::hours(73));
    QCOMPARE(desk.row(r::Deadline, u"hdf.rca72"_s).data(r::StateRole).toInt(), int(r::Late));
    QVERIFY(desk.heading(r::Deadline).contains(u'1'));
}

void TestReviewModel::anotherReviewIsShown()
{
    Desk desk(u"helpdeskflow"_s, u"P1"_s);
    QSignalSpy resets(&desk.model, &ReviewModel::modelReset);
    desk.model.setReview(u"debrief"_s);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(desk.ids(r::Section), (QStringList{u"What Went Smoothly"_s, u"What Failed Operationally"_s, u"Action Items"_s}));
    QCOMPARE(desk.ids(r::Agenda).size(), 3);
    desk.model.setReview(u"nothing"_s);
    QCOMPARE(desk.model.review(), u"debrief"_s);
}

void TestReviewModel::theTimelineFollowsTheRecord()
{
    Desk desk;
    const auto &table = desk.model.timeline();
    const int before = table.rowCount();
    desk.lines({u"/note nobody sees this"_s});
    QCOMPARE(table.rowCount(), before);
    desk.lines({u"/decision fail over"_s});
    QCOMPARE(table.rowCount(), before + 1);
    const QString ref = table.index(before, 0).data(int(TimelineRole::Ref)).toString();
    QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
    desk.lines({u"/correct #%1 text=\"fail over to region B\""_s.arg(ref)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk.cell(before, ReviewTimelineModel::What), u"fail over to region B (corrected)"_s);
    desk.lines({u"/retract #%1 it was not done"_s.arg(ref)});
    QVERIFY(desk.cell(before, ReviewTimelineModel::What).startsWith(u"✕ taken out of the record (it was not done)"_s));
}

void TestReviewModel::theTimelineIsChosen()
{
    Desk desk;
    desk.lines({u"/note one"_s, u"/note two"_s, u"/decision wait"_s});
    auto &table = desk.model.timeline();
    table.setWords(u"pinned"_s);
    QCOMPARE(table.rowCount(), 0);
    int one = 0; // its number in the record
    for (qsizetype i = 0; i < desk.feed.state().entries.size(); ++i)
        one = desk.feed.state().entries.at(i).text == "one"_L1 ? int(i) + 1 : one;
    desk.lines({u"/pin #E%1"_s.arg(one)});
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(desk.cell(0, ReviewTimelineModel::What), u"one"_s);
    table.setWords(u"pinned decision"_s);
    QCOMPARE(table.rowCount(), 2);
    table.setWords(u"all"_s);
    QCOMPARE(table.rowCount(), desk.feed.state().entries.size());
}

void TestReviewModel::theSectionOfTheTimelineIsFound()
{
    Desk desk;
    QCOMPARE(desk.model.timelineSection(), std::optional(QPair(u"Timeline"_s, QString())));
    QCOMPARE(desk.model.withTimeline(u"Timeline"_s, u"{{timeline all}}"_s), u"{{timeline all}}"_s);
    desk.lines({u"/review postmortem section=Impact {{timeline pinned status}} and after"_s});
    QCOMPARE(desk.model.timelineSection(), std::optional(QPair(u"Impact"_s, u"pinned status"_s)));
    QCOMPARE(desk.model.withTimeline(u"Impact"_s, u"{{timeline}}"_s), u"{{timeline}} and after"_s);
}

void TestReviewModel::aSectionKnowsItsWriter()
{
    Desk desk;
    const auto writer = [&](const QString &section) {
        const models::ReviewSectionBy by = desk.model.sectionBy(section);
        return by.own ? u"own "_s + by.who : by.who;
    };
    QCOMPARE(writer(u"Impact"_s), QString());
    desk.lines({u"/review postmortem section=Impact nobody could pay"_s}, u"bo"_s);
    const Instant at = desk.feed.now();
    desk.feed.advance(Span::minutes(5));
    desk.lines({u"/review postmortem Detection=\"by hand\" section=Trigger the deploy"_s}, u"cy"_s);
    desk.feed.advance(Span::minutes(5));
    desk.lines({u"/review postmortem section=Resolution nobody could pay any more"_s});
    QCOMPARE(desk.model.sectionText(u"Impact"_s), u"nobody could pay"_s);
    QCOMPARE(writer(u"Impact"_s), u"bo"_s);
    QCOMPARE(desk.model.sectionBy(u"Impact"_s).at.us, at.us);
    QCOMPARE(writer(u"Trigger"_s), u"cy"_s);
    QCOMPARE(writer(u"Resolution"_s), u"own ana"_s);
}

void TestReviewModel::theRecordGivesASection()
{
    Desk desk;
    desk.lines({u"/decision fail [over]"_s, u"/why the pool was small"_s, u"pinned words"_s, u"words taken back"_s});
    const int pinned = int(desk.feed.state().entries.size()) - 1;
    desk.lines({u"/retract #E%1 wrong"_s.arg(pinned + 1)});
    desk.lines({u"/pin #E%1"_s.arg(pinned)});
    desk.model.sources().refresh();
    QCOMPARE(desk.given(u"↻ the whys, always as the record has it"_s), u"{{whys}}"_s);
    QVERIFY(desk.given(u"✎ the whys, as of now, to write in"_s).startsWith(u"{{frozen whys "_s));
    QVERIFY(desk.given(u"✎ the contributing factors, as of now, to write in"_s).isEmpty()); // there are none
    QStringList texts;
    for (int row = 0; row < desk.model.sources().rowCount(); ++row)
        texts.append(desk.model.sources().index(row, 0).data().toString());
    QVERIFY(texts.filter(u"words taken back"_s).isEmpty());
    const QStringList pins = texts.filter(u"pinned words"_s);
    QCOMPARE(pins.size(), 1);
    QVERIFY2(pins.first().startsWith(u"◆ pinned E%1 "_s.arg(pinned)), qPrintable(pins.first()));
    QVERIFY(texts.indexOf(pins.first()) < texts.indexOf(texts.filter(u"fail [over]"_s).value(0)));
    const QString link = desk.given(pins.first());
    QCOMPARE(link, u"[E%1](fireline:%2)"_s.arg(pinned).arg(desk.feed.state().entries.at(pinned - 1).eventId));
}

void TestReviewModel::whatWasTakenFromTheRecordIsCompared()
{
    Desk desk;
    desk.lines({u"/why the pool was small"_s});
    desk.model.sources().refresh();
    const QString piece = desk.given(u"✎ the whys, as of now, to write in"_s);
    const QString text = u"Before.\n"_s + piece + u"\nBehind."_s;
    QVERIFY(desk.model.outdatedIn(text).isEmpty());
    desk.lines({u"/why nobody measured it"_s});
    const auto old = desk.model.outdatedIn(text);
    QCOMPARE(old.size(), 1);
    QCOMPARE(old.first().name, u"the whys"_s);
    QCOMPARE(text.mid(old.first().from, old.first().length), piece);
    QVERIFY(!old.first().edited);
    QVERIFY(old.first().now.contains(u"2. nobody measured it"_s));
    const QString renewed = QString(text).replace(piece, old.first().now);
    QVERIFY(desk.model.outdatedIn(renewed).isEmpty());
    QVERIFY(desk.model.outdatedIn(QString(text).replace(u"small"_s, u"far too small"_s)).value(0).edited);
}

void TestReviewModel::refusalsAreToldBefore()
{
    Desk desk;
    Command close;
    close.verb = Verb::CloseReview;
    close.args = {{u"id"_s, u"postmortem"_s}};
    QVERIFY(desk.model.whyNot(close).contains(u"SRE-26"_s));
    for (const models::ReviewQuestion &asked : desk.model.itemQuestions())
        QCOMPARE(asked.required, (QStringList{u"owner"_s, u"due"_s, u"tag"_s}.contains(asked.id)));
}

void TestReviewModel::saysWholeSentences()
{
    Desk desk(u"nine-step"_s, u"P1"_s);
    desk.lines({u"/why it was full"_s, u"/factor no alarm"_s, u"/item add alarm owner=bo due=2030-01-01 ticket=X-1"_s});
    for (int row = 0; row < desk.model.rowCount(); ++row)
        QVERIFY(desk.model.index(row).data(Qt::AccessibleTextRole).toString().size() > 5);
    QCOMPARE(desk.row(r::Item, u"I1"_s).data(Qt::AccessibleTextRole).toString(),
             u"Action item I1 of bo, due 2030-01-01: add alarm"_s);
}

QTEST_GUILESS_MAIN(TestReviewModel)
#include "tst_reviewmodel.moc"
