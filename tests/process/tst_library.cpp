// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbookfolder.h"
#include "process/calendar.h"
#include "processlibrary.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace fireline::process;
using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

QByteArray smallProcess(const QByteArray &id, const QByteArray &more = {})
{
    return "format: 1\nid: " + id + "\ntitle: Small\nversion: \"1\"\n" + more
           + "severities: [{id: S1, rank: 1, name: One}]\nroles: [{id: lead, name: Lead, commands: true}]\n"
             "phases: [{id: only, name: Only, ends: true}]\n";
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void readsBuiltIn();
    void readsOnceWhenAsked();
    void standsUsersFilesBeside();
    void refusesTakenId();
    void replacesOnRequest();
    void refusesToReplaceNothing();
    void refusesSecondUserFile();
    void keepsBrokenFileWithItsFaults();
    void namesWhatThereIs();
    void writesHolidaysIntoTheText();
    void saysWhichHolidaysAreMissing();
    void readsUsersPlaybook();
    void readsAFolderOfAnything();
    void refusesSpecialFiles();

private:
    void write(const QString &path, const QByteArray &bytes) const;
    [[nodiscard]] QString config() const { return m_dir->path(); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestLibrary::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestLibrary::write(const QString &path, const QByteArray &bytes) const
{
    const QString full = m_dir->filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(full).path()));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestLibrary::readsBuiltIn()
{
    const ProcessLibrary library(config());
    QVERIFY(!library.entries().isEmpty());
    for (const auto &entry : library.entries()) {
        for (const Finding &finding : entry.findings)
            qWarning().noquote() << finding.toText();
        QVERIFY(entry.builtIn);
        QVERIFY(entry.process);
        QVERIFY(entry.process->calendar.holidayFile.isEmpty());
        QVERIFY(library.process(entry.id).ok());
    }
    for (const Finding &finding : library.playbookFindings())
        qWarning().noquote() << finding.toText();
    QVERIFY(library.playbookFindings().isEmpty());
    QVERIFY(!library.playbooks().isEmpty());
}

void TestLibrary::readsOnceWhenAsked()
{
    const ProcessLibrary library(config());
    const ProcessLibrary copy = library;
    write(u"processes/mine.yaml"_s, smallProcess("mine"));
    QVERIFY(library.process(u"mine"_s).ok());
    write(u"processes/other.yaml"_s, smallProcess("other"));
    QVERIFY(!library.process(u"other"_s).ok());
    // Whoever asks a copy, in whatever thread, gets what was read once.
    const QList<ProcessLibrary::Entry> *seen = nullptr;
    std::thread elsewhere([&] { seen = &copy.entries(); });
    elsewhere.join();
    QCOMPARE(seen, &library.entries());
}

void TestLibrary::standsUsersFilesBeside()
{
    write(u"processes/mine.yaml"_s, smallProcess("mine"));
    write(u"processes/notes.txt"_s, "nothing");
    write(u"processes/.hidden.yaml"_s, "nothing");
    const ProcessLibrary library(config());
    const auto process = library.process(u"mine"_s);
    QVERIFY(process.ok());
    QCOMPARE(process.value().title, u"Small"_s);
    QCOMPARE(process.value().text, smallProcess("mine"));
    QVERIFY(!library.entries().last().builtIn);
    QCOMPARE(std::count_if(library.entries().cbegin(), library.entries().cend(), [](const auto &e) { return !e.builtIn; }), 1);
}

void TestLibrary::refusesTakenId()
{
    write(u"processes/a.yaml"_s, smallProcess("sre-directorate"));
    const ProcessLibrary library(config());
    QCOMPARE(library.entries().last().findings.first().code, u"id-taken"_s);
    QVERIFY(!library.entries().last().process);
    QVERIFY(library.process(u"sre-directorate"_s).value().title != u"Small"_s);
}

void TestLibrary::replacesOnRequest()
{
    write(u"processes/a.yaml"_s, smallProcess("sre-directorate", "replaces: sre-directorate\n"));
    write(u"processes/b.yaml"_s, smallProcess("ours", "replaces: community-hub\n"));
    const ProcessLibrary library(config());
    QCOMPARE(library.process(u"sre-directorate"_s).value().title, u"Small"_s);
    QCOMPARE(library.process(u"community-hub"_s).value().id, u"ours"_s);
    QCOMPARE(library.process(u"ours"_s).value().id, u"ours"_s);
}

void TestLibrary::refusesToReplaceNothing()
{
    write(u"processes/a.yaml"_s, smallProcess("mine", "replaces: nosuch\n"));
    const ProcessLibrary library(config());
    QCOMPARE(library.entries().last().findings.first().code, u"replaces-nothing"_s);
    QVERIFY(!library.process(u"mine"_s).ok());
}

void TestLibrary::refusesSecondUserFile()
{
    write(u"processes/a.yaml"_s, smallProcess("mine"));
    write(u"processes/b.yaml"_s, smallProcess("mine"));
    const ProcessLibrary library(config());
    QVERIFY(library.process(u"mine"_s).value().fileName.endsWith(u"a.yaml"));
    QCOMPARE(library.entries().last().findings.first().code, u"id-taken"_s);
}

void TestLibrary::keepsBrokenFileWithItsFaults()
{
    write(u"processes/broken.yaml"_s, "format: 1\nid: [\n");
    const ProcessLibrary library(config());
    const auto process = library.process(u"broken"_s);
    QVERIFY(!process.ok());
    QCOMPARE(process.problem().kind, Problem::Kind::Parse);
    QVERIFY(process.problem().text.contains(u"broken.yaml:3"));
    QVERIFY(library.process(u"sre-directorate"_s).ok());
}

void TestLibrary::namesWhatThereIs()
{
    const auto process = ProcessLibrary(config()).process(u"nosuch"_s);
    QVERIFY(!process.ok());
    QCOMPARE(process.problem().kind, Problem::Kind::NotFound);
    QVERIFY(process.problem().text.contains(u"sre-directorate"));
}

void TestLibrary::writesHolidaysIntoTheText()
{
    write(
        u"holidays/own.ics"_s,
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20250612\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    write(u"processes/mine.yaml"_s, smallProcess("mine", "calendar: {holidays: own.ics, freeze: [before_holiday]}  # ours\n"));
    const ProcessLibrary library(config());
    const auto first = library.process(u"mine"_s);
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.problem().detail));
    QVERIFY(first.value().calendar.holidays.contains(QDate(2031, 6, 12)));
    QVERIFY(Calendar(first.value().calendar).isFreeze(*Instant::fromRfc3339(u"2031-06-11T12:00:00Z"_s)));
    // What an incident pins needs no file any more and keeps its line numbers.
    const auto pinned = loadProcess(first.value().text, u"pinned"_s);
    QVERIFY(pinned.ok());
    QCOMPARE(pinned.value().calendar.holidays, first.value().calendar.holidays);
    QCOMPARE(pinned.value().sha256, first.value().sha256);
    QCOMPARE(first.value().text.count('\n'), smallProcess("mine", "\n").count('\n'));
}

void TestLibrary::saysWhichHolidaysAreMissing()
{
    write(u"processes/mine.yaml"_s, smallProcess("mine", "calendar: {holidays: nowhere.ics}\n"));
    const ProcessLibrary library(config());
    const auto process = library.process(u"mine"_s);
    QVERIFY(!process.ok());
    QVERIFY(process.problem().text.contains(u"mine.yaml:5:22"));
    QVERIFY(process.problem().text.contains(u"nowhere.ics"));
}

void TestLibrary::readsUsersPlaybook()
{
    write(u"playbooks/own.md"_s, "---\nid: own\ntitle: Own\n---\n- one\n");
    write(u"playbooks/taken.md"_s, "---\nid: bad-deploy\ntitle: Taken\n---\n- one\n");
    write(u"playbooks/replacing.md"_s, "---\nid: database-overload\ntitle: Ours\nreplaces: database-overload\n---\n- one\n");
    const ProcessLibrary library(config());
    QStringList titles;
    for (const Playbook &playbook : library.playbooks())
        titles.append(playbook.title);
    QVERIFY(titles.contains(u"Own"_s));
    QVERIFY(titles.contains(u"Ours"_s));
    QVERIFY(!titles.contains(u"Taken"_s));
    const Process offered = library.withPlaybooks(library.process(u"sre-directorate"_s).value());
    QVERIFY(offered.list(u"playbook.own"));
    QCOMPARE(offered.sha256, library.process(u"sre-directorate"_s).value().sha256);
    QCOMPARE(library.playbookFindings().size(), 1);
    QCOMPARE(library.playbookFindings().first().code, u"id-taken"_s);
}

// A folder is what somebody put there: whatever cannot be a playbook is told with its place and what to do, and hinders none.
void TestLibrary::readsAFolderOfAnything()
{
    QTemporaryDir elsewhere;
    QFile secret(elsewhere.filePath(u"secret.md"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("---\nid: secret\ntitle: S\n---\n- s\n") > 0);
    secret.close();
    write(u"playbooks/a.md"_s, "---\nid: a\ntitle: A\n---\n- one\n");
    write(u"playbooks/binary.md"_s, QByteArray("\x7f"
                                               "ELF\0\xff\xfe",
                                               7));
    write(u"playbooks/huge.md"_s, QByteArray(2 * 1024 * 1024, 'x'));
    write(u"playbooks/plain.md"_s, "# Words\n- do\n");
    write(u"playbooks/.hidden.md"_s, "no\n");
    const QString folder = playbookFolder(config());
    QVERIFY(QDir(folder).mkdir(u"folder.md"_s));
    QVERIFY(QFile::link(secret.fileName(), folder + u"/outside.md"_s));
    QVERIFY(QFile::link(folder + u"/a.md"_s, folder + u"/inside.md"_s));
    QVERIFY(QFile::link(folder + u"/nowhere"_s, folder + u"/broken.md"_s));
    QMap<QString, QString> codes;
    for (const PlaybookFile &file : readPlaybookFolders(u":nowhere"_s, config())) {
        codes.insert(QFileInfo(file.path).fileName(), file.findings.isEmpty() ? QString() : file.findings.first().code);
        QCOMPARE(file.playbook.has_value(), file.findings.isEmpty());
        for (const Finding &finding : file.findings)
            QVERIFY2(!finding.text.isEmpty() && !finding.remedy.isEmpty(), qPrintable(finding.toText()));
    }
    const QMap<QString, QString> expected{{u"a.md"_s, {}},
                                          {u"binary.md"_s, u"not-utf8"_s},
                                          {u"broken.md"_s, u"link-outside"_s},
                                          {u"folder.md"_s, u"not-a-file"_s},
                                          {u"huge.md"_s, u"too-large"_s},
                                          {u"inside.md"_s, u"id-taken"_s},
                                          {u"outside.md"_s, u"link-outside"_s},
                                          {u"plain.md"_s, u"no-front-matter"_s}};
    QCOMPARE(codes, expected);
}

void TestLibrary::refusesSpecialFiles()
{
    const ProcessLibrary library(config());
    QCOMPARE(library.readFile(config()).problem().kind, Problem::Kind::Io);
    QCOMPARE(library.readFile(config() + u"/none.yaml"_s).problem().kind, Problem::Kind::NotFound);
    write(u"big.yaml"_s, QByteArray(1024 * 1024 + 1, ' '));
    QCOMPARE(library.readFile(config() + u"/big.yaml"_s).problem().code, u"too-large"_s);
}

QTEST_APPLESS_MAIN(TestLibrary)
#include "tst_library.moc"
