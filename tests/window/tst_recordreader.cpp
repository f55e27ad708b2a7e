// SPDX-License-Identifier: GPL-3.0-or-later
#include "openincident.h"
#include "otherdatabase.h"
#include "processlibrary.h"
#include "recordreader.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::session;
using fireline::window::RecordReader;

/// What a window asks its record while somebody works in it.
class TestRecordReader : public QObject
{
    Q_OBJECT
private slots:
    void theVersionsOfAnEntryAreReadAlone();

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    UuidV7Source m_ids;
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
};

// The event before them cannot even be read: whoever went through the record would end there.
void TestRecordReader::theVersionsOfAnEntryAreReadAlone()
{
    const QString path = m_folder.filePath(u"one.fireline"_s);
    const Process process = fireline::process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
    auto opening = declareIncident(path, m_setup, process,
                                   {Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}}});
    opening.waitForFinished();
    QStringList versions;
    {
        const auto opened = std::move(*opening.result());
        IncidentSession &session = *opened.value().session;
        QVERIFY(session.execute({Verb::Note, {}, {}, {{u"text"_s, u"lag falls"_s}}}).ok());
        const Entry &entry = session.state().entries.last();
        versions.append(entry.eventId);
        const QString ref = u"E%1"_s.arg(session.state().entries.size());
        QVERIFY(session.execute({Verb::Correct, {}, {}, {{u"ref"_s, ref}, {u"text"_s, u"load falls"_s}}}).ok());
        versions += session.state().entry(ref)->correctedBy;
    }
    QCOMPARE(versions.size(), 2);
    QVERIFY(OtherDatabase(path).run(u"UPDATE events SET recorded_by = CAST(X'ff' AS TEXT) WHERE seq = 1"_s));
    RecordReader reader(path);
    QSignalSpy problems(&reader, &RecordReader::problemOccurred);
    auto events = reader.events(versions);
    events.waitForFinished();
    QCOMPARE(events.result().size(), 2);
    QCOMPARE(events.result().last().body().value(u"new"_s).toString(), u"load falls"_s);
    QCOMPARE(problems.size(), 0);
}

QTEST_GUILESS_MAIN(TestRecordReader)
#include "tst_recordreader.moc"
