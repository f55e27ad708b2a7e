// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportdocument.h"
#include "openincident.h"
#include "processlibrary.h"
#include "sqlite/sqlitejournal.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::session;

/// A real file, opened and declared in its own thread.
class TestOpenIncident : public QObject
{
    Q_OBJECT
private slots:
    void declaredIsDurableAndOpensAgain();
    void refusedDeclarationLeavesNoFile();
    void lockedFileCanBeLookedAt();
    void unreadableProcessIsNeverAdopted();
    void garbageIsAProblem();
    void aReviewTellsTheCauseAndNoCommands();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static Outcome<OpenedIncident> take(Opening opening)
    {
        opening.waitForFinished();
        return std::move(*opening.result());
    }
    Outcome<OpenedIncident> declare(const QString &name, const QString &severity = u"1"_s)
    {
        const Process process = fireline::process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
        return take(declareIncident(path(name), m_setup, process,
                                    {Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, severity}}}));
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    UuidV7Source m_ids;
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
};

void TestOpenIncident::declaredIsDurableAndOpensAgain()
{
    {
        const auto declared = declare(u"sub/one.fireline"_s);
        QVERIFY(declared);
        QSignalSpy saved(declared.value().store, &ThreadedStore::saved);
        QVERIFY(declared.value().session->execute({Verb::Note, {}, {}, {{u"text"_s, u"pods restarted"_s}}}));
        QTRY_COMPARE(saved.size(), 1);
    }
    const auto opened = take(openIncident(path(u"sub/one.fireline"_s), false, m_setup));
    QVERIFY(opened);
    QCOMPARE(opened.value().session->state().entries.last().text, u"pods restarted"_s);
    QCOMPARE(opened.value().session->process().id, u"severity-ladder"_s);
}

void TestOpenIncident::refusedDeclarationLeavesNoFile()
{
    QVERIFY(!declare(u"two.fireline"_s, u"nonsense"_s));
    QVERIFY(!QFile::exists(path(u"two.fireline"_s)));
}

void TestOpenIncident::lockedFileCanBeLookedAt()
{
    const auto declared = declare(u"three.fireline"_s);
    QVERIFY(declared);
    QCOMPARE(take(openIncident(path(u"three.fireline"_s), false, m_setup)).problem().kind, Problem::Kind::Locked);
    const auto looked = take(openIncident(path(u"three.fireline"_s), true, m_setup));
    QVERIFY(looked);
    QVERIFY(looked.value().readOnly);
    QCOMPARE(looked.value().session->state().title, u"Checkout fails"_s);
}

// Its first event would hold a text that nobody can open the file by.
void TestOpenIncident::unreadableProcessIsNeverAdopted()
{
    {
        const auto declared = declare(u"four.fireline"_s);
        QVERIFY(declared);
        const auto executed = declared.value().session->execute({Verb::AdoptProcess,
                                                                 {},
                                                                 {},
                                                                 {{u"process"_s, u"severity-ladder"_s},
                                                                  {u"processText"_s, u"format: [1"_s},
                                                                  {u"processHash"_s, u"00"_s},
                                                                  {u"text"_s, u"newer"_s}}});
        QVERIFY(!executed);
        QCOMPARE(executed.problem().kind, Problem::Kind::Parse);
    }
    const auto opened = take(openIncident(path(u"four.fireline"_s), false, m_setup));
    QVERIFY(opened);
    QVERIFY(!opened.value().session->process().phases.isEmpty());
}

void TestOpenIncident::garbageIsAProblem()
{
    QFile file(path(u"five.fireline"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no database at all");
    file.close();
    QCOMPARE(take(openIncident(file.fileName(), false, m_setup)).problem().code, u"not-fireline"_s);
    QCOMPARE(take(openIncident(path(u"none.fireline"_s), false, m_setup)).problem().kind, Problem::Kind::NotFound);
}

void TestOpenIncident::aReviewTellsTheCauseAndNoCommands()
{
    const auto declared = declare(u"two.fireline"_s);
    QVERIFY(declared);
    IncidentSession &session = *declared.value().session;
    QVERIFY(session.execute({Verb::Field, {}, {}, {{u"fields"_s, QJsonObject{{u"root_cause"_s, u"a bad deploy"_s}}}}}));
    QVERIFY(session.execute({Verb::ReviewEdit,
                             {},
                             {},
                             {{u"id"_s, u"rca"_s},
                              {u"fields"_s, QJsonObject{{u"section"_s, u"Contributing Factors"_s}}},
                              {u"text"_s, u"{{factors}}"_s}}}));
    const auto part = exportPart(u"rca"_s, session.process());
    QVERIFY(part);
    const auto document = exportDocument(session.state(), session.process(), {}, m_clock.now(), part.value(), {});
    const QString text = QString::fromUtf8(exportBytes(document, u"markdown"_s));
    QVERIFY2(text.contains(u"Root cause, as recorded"_s) && text.contains(u"a bad deploy"_s), qPrintable(text));
    QVERIFY2(text.contains(u"not recorded"_s) && !text.contains(u"/factor"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestOpenIncident)
#include "tst_openincident.moc"
