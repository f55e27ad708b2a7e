// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddesk.h"
#include "core/limits.h"
#include "declaredincident.h"
#include "evidencedesk.h"
#include "memorystore.h"
#include "shell/messagebar.h"
#include "theme/theme.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::session;
using fireline::views::Message;
using fireline::views::MessageBar;
using fireline::views::Theme;
using fireline::window::CommandDesk;
using fireline::window::EvidenceDesk;
using fireline::window::IncidentController;

/// Several files at once: each is evidence, in the order they came, or is named with the reason.
class TestEvidenceDesk : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void eachFileIsEvidence();
    void whatCannotBeKeptIsNamedAndTriedAgain();
    void noneKeptSaysSo();
    void tooManyAreRefusedWhole();
    void batchesFollowEachOther();
    void nothingIsKeptWhereNothingMayBeWritten();

private:
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("the test's file cannot be written");
        return out.fileName();
    }
    /// Names of what is attached, in the order of the record.
    [[nodiscard]] QStringList attached() const
    {
        QStringList names;
        for (const Entry &entry : m_incident->state().entries) {
            if (!entry.sha256.isEmpty())
                names.append(entry.text);
        }
        return names;
    }

    QTemporaryDir m_folder;
    SimulatedClock m_clock{*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    UuidV7Source m_ids{42};
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
    MemoryStore::Disk m_disk;
    Theme m_theme;
    std::unique_ptr<MessageBar> m_messages;
    std::unique_ptr<IncidentController> m_incident;
    std::unique_ptr<CommandDesk> m_desk;
    std::unique_ptr<EvidenceDesk> m_evidence;
};

void TestEvidenceDesk::init()
{
    m_evidence.reset();
    m_desk.reset();
    m_incident.reset();
    m_disk = {};
    m_messages = std::make_unique<MessageBar>(m_theme);
    m_incident = std::make_unique<IncidentController>(fireline::test::declaredIncident(m_disk, m_setup), m_clock);
    m_desk = std::make_unique<CommandDesk>(*m_incident, *m_messages);
    m_evidence = std::make_unique<EvidenceDesk>(*m_incident, *m_desk, *m_messages);
}

void TestEvidenceDesk::eachFileIsEvidence()
{
    const Instant asked = m_clock.now();
    m_evidence->attach({file(u"b.log"_s, "two"), file(u"a.log"_s, "one"), file(u"empty.log"_s, "")});
    m_clock.advance(Span::minutes(2)); // a slow disk
    QTRY_COMPARE(m_messages->count(), 1);
    const QStringList names = attached();
    QCOMPARE(names.size(), 3);
    QVERIFY2(names[0].contains(u"b.log"_s) && names[1].contains(u"a.log"_s) && names[2].contains(u"empty.log"_s),
             qPrintable(names.join(u' ')));
    QCOMPARE(m_incident->state().entries.last().at, asked);
    QCOMPARE(m_messages->messages().first().kind, Message::Kind::Info);
    QVERIFY(m_messages->messages().first().text.contains(u'3'));
}

void TestEvidenceDesk::whatCannotBeKeptIsNamedAndTriedAgain()
{
    const QString good = file(u"a.log"_s, "one");
    QFile large(m_folder.filePath(u"large.log"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestAttachment + 1));
    const QString later = m_folder.filePath(u"later.log"_s);
    m_evidence->attach({m_folder.path(), good, large.fileName(), later});
    QTRY_COMPARE(m_messages->count(), 1);
    QCOMPARE(attached().size(), 1);
    const Message told = m_messages->messages().first();
    QCOMPARE(told.kind, Message::Kind::Warning);
    QVERIFY2(told.text.contains(u"large.log"_s) && told.text.contains(u"16 MiB"_s) && told.text.contains(u"later.log"_s),
             qPrintable(told.text));
    QVERIFY(!told.text.contains(u"a.log"_s));
    (void)file(u"later.log"_s, "at last");
    told.buttons.first().press();
    QTRY_COMPARE(attached().size(), 2);
}

void TestEvidenceDesk::noneKeptSaysSo()
{
    QStringList gone;
    for (int i = 0; i < 5; ++i)
        gone.append(m_folder.filePath(u"gone%1.log"_s.arg(i)));
    m_evidence->attach(gone);
    QTRY_COMPARE(m_messages->count(), 1);
    const QStringList lines = m_messages->messages().first().text.split(u'\n');
    QCOMPARE(lines.size(), 5); // what, three of them, and how many more
    QVERIFY(lines.first().startsWith(u"None"_s));
    QVERIFY(lines.last().contains(u'2'));
}

void TestEvidenceDesk::tooManyAreRefusedWhole()
{
    m_evidence->attach(QStringList(EvidenceDesk::MostFiles + 1, file(u"a.log"_s, "one")));
    QCOMPARE(m_messages->count(), 1);
    QCOMPARE(m_messages->messages().first().kind, Message::Kind::Refusal);
    m_evidence->attach({file(u"b.log"_s, "two"), file(u"c.log"_s, "three")});
    QTRY_COMPARE(m_messages->count(), 2);
    QCOMPARE(attached().size(), 2);
}

void TestEvidenceDesk::batchesFollowEachOther()
{
    m_evidence->attach({file(u"a.log"_s, "one"), file(u"b.log"_s, "two")});
    m_evidence->attach({file(u"c.log"_s, "three"), file(u"d.log"_s, "four"), file(u"e.log"_s, "five")});
    QTRY_COMPARE(m_messages->count(), 2);
    const QString names = attached().join(u' ');
    QCOMPARE(attached().size(), 5);
    QVERIFY2(names.indexOf(u"b.log"_s) < names.indexOf(u"c.log"_s), qPrintable(names));
}

void TestEvidenceDesk::nothingIsKeptWhereNothingMayBeWritten()
{
    m_desk->setReadOnlyReason(u"You look into the past."_s);
    m_evidence->attach({file(u"a.log"_s, "one"), file(u"b.log"_s, "two")});
    QCOMPARE(m_messages->count(), 1);
    QVERIFY(m_messages->messages().first().text.contains(u"past"_s));
    m_desk->setReadOnlyReason({});
    m_evidence->attach({file(u"c.log"_s, "three"), file(u"d.log"_s, "four")});
    QTRY_COMPARE(attached().size(), 2);
    QCOMPARE(m_disk.blobs.size(), 2);
}

QTEST_MAIN(TestEvidenceDesk)
#include "tst_evidencedesk.moc"
