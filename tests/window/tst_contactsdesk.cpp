// SPDX-License-Identifier: GPL-3.0-or-later
#include "contactfile.h"
#include "contactsdesk.h"
#include "memoryfeed.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using window::ContactsDesk;

namespace {

const QByteArray bo = "format: 1\ncontacts:\n  - {who: oncall, phone: \"+49 30 5550142\"}\n";

/// A config folder and the desk that reads it.
struct Rig
{
    QString path() const { return process::contactPath(dir.path()); }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QString phone(const ContactsDesk &desk, const QString &who = u"oncall"_s) const
    {
        return desk.book().waysTo(who, feed.process()).phone;
    }

    QTemporaryDir dir;
    test::MemoryFeed feed{u"sre-directorate"_s, u"SEV1"_s};
};

} // namespace

/// A person's own numbers: read strictly, laid over the process, followed while the file changes.
class TestContactsDesk : public QObject
{
    Q_OBJECT
private slots:
    void faultsHaveLineAndRemedy_data();
    void faultsHaveLineAndRemedy();
    void whatIsWrittenIsRead();
    void theNearestNoteCounts();
    void aNewFileIsEmptyAndOnesOwn();
    void followsTheFile();
    void aFaultLeavesWhatWasRead();
    void withoutAFileThereAreNone();
};

void TestContactsDesk::faultsHaveLineAndRemedy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("remedy");
    const QByteArray head = "format: 1\ncontacts:\n";
    QTest::newRow("key") << QByteArray(head + "  - {who: a, fone: \"1\"}\n") << u"unknown-key"_s << 3 << u"phone"_s;
    QTest::newRow("nobody") << QByteArray(head + "  - {phone: \"1\"}\n") << u"missing-key"_s << 3 << u"Add it"_s;
    QTest::newRow("no way") << QByteArray(head + "  - {who: a}\n") << u"no-way"_s << 3 << u"phone"_s;
    QTest::newRow("empty") << QByteArray(head + "  - {who: a, phone: \"\"}\n") << u"empty-value"_s << 3 << u"Write"_s;
    QTest::newRow("words") << QByteArray(head + "  - {who: a, phone: ask Jo}\n") << u"bad-phone"_s << 3 << u"digits"_s;
    QTest::newRow("mail") << QByteArray(head + "  - {who: a, mail: jo at home}\n") << u"bad-mail"_s << 3 << u"@"_s;
    QTest::newRow("twice") << QByteArray(head + "  - {who: a, phone: \"1\"}\n  - {who: A, phone: \"2\"}\n") << u"given-twice"_s
                           << 4 << u"line 3"_s;
    QTest::newRow("hidden") << QByteArray(head + "  - {who: a\xE2\x80\xAE, phone: \"1\"}\n") << u"bad-text"_s << 3 << u"plain"_s;
    QTest::newRow("format") << QByteArray("contacts: []\n") << u"missing-key"_s << 1 << u"Add it"_s;
    QTest::newRow("no YAML") << QByteArray("format: 1\ncontacts: [\n") << u"syntax"_s << 3 << u"brackets"_s;
    QTest::newRow("too large") << QByteArray(300 * 1024, '#') << u"too-large"_s << 0 << u"Shorten"_s;
}

void TestContactsDesk::faultsHaveLineAndRemedy()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    QFETCH(QString, remedy);
    const auto reading = process::readContacts(text, u"contacts.yaml"_s);
    QVERIFY(!reading.book);
    QVERIFY(!reading.findings.isEmpty());
    const process::Finding &first = reading.findings.first();
    QCOMPARE(first.code, code);
    QCOMPARE(first.line, line);
    QVERIFY2(first.remedy.contains(remedy), qPrintable(first.remedy));
}

void TestContactsDesk::whatIsWrittenIsRead()
{
    const auto reading = process::readContacts("format: 1\ncontacts:\n  - who: Jo Lindt\n    process: nine-step\n    phone: 0049 "
                                               "(30) 555-0142\n    mail: jo@example.org\n"
                                               "    handle: \"@jo\"\n",
                                               u"contacts.yaml"_s);
    QVERIFY2(reading.book, reading.findings.isEmpty() ? "" : qPrintable(reading.findings.first().toText()));
    const OwnContact jo = reading.book->contacts().value(0);
    QCOMPARE(jo.who, u"Jo Lindt"_s);
    QCOMPARE(jo.process, u"nine-step"_s);
    QCOMPARE(jo.ways.phone, u"0049 (30) 555-0142"_s); // as it is written: no number loses its zeros
    QCOMPARE(jo.ways.mail, u"jo@example.org"_s);
    QCOMPARE(jo.ways.handle, u"@jo"_s);
}

void TestContactsDesk::theNearestNoteCounts()
{
    const Rig rig;
    Process process = rig.feed.process();
    for (ContactDef &contact : process.contacts) {
        contact.phone = u"000"_s;
        contact.mail = u"all@example.org"_s;
    }
    const auto reading = process::readContacts("format: 1\ncontacts:\n"
                                               "  - {who: oncall, phone: \"1\"}\n"
                                               "  - {who: OnCall, process: sre-directorate, phone: \"2\"}\n"
                                               "  - {who: oncall2, process: nine-step, phone: \"3\"}\n"
                                               "  - {who: Engineering Director, handle: \"@dir\"}\n"
                                               "  - {who: commander, phone: \"4\"}\n"
                                               "  - {who: Bo, phone: \"5\"}\n",
                                               u"contacts.yaml"_s);
    QVERIFY(reading.book);
    const auto ways = [&](const QString &who) { return reading.book->waysTo(who, process); };
    QCOMPARE(ways(u"oncall"_s).phone, u"2"_s);
    QCOMPARE(ways(u"oncall"_s).mail, u"all@example.org"_s); // as the process says
    QVERIFY(ways(u"oncall"_s).own);
    QCOMPARE(ways(u"oncall2"_s).phone, u"000"_s); // noted for another process
    QVERIFY(!ways(u"oncall2"_s).own);
    QCOMPARE(ways(u"director"_s).handle, u"@dir"_s); // by its name
    QCOMPARE(ways(u"ic"_s).phone, u"4"_s);           // by an alias
    QCOMPARE(ways(u"bo"_s).phone, u"5"_s);           // a person
    QVERIFY(ways(u"Cy"_s).isEmpty());
}

void TestContactsDesk::aNewFileIsEmptyAndOnesOwn()
{
    Rig rig;
    const QByteArray text = process::newContactFile(rig.feed.process());
    QVERIFY(text.contains("who: oncall2") && text.contains("Secondary on-call engineer"));
    const auto reading = process::readContacts(text, u"contacts.yaml"_s);
    QVERIFY2(reading.book, reading.findings.isEmpty() ? "" : qPrintable(reading.findings.first().toText()));
    QVERIFY(reading.book->contacts().isEmpty());
    // With a line filled in it is a book.
    const QByteArray filled = QByteArray(text).replace("#  - {who: oncall2, phone: \"\"}", "  - {who: oncall2, phone: \"7\"}");
    QVERIFY(filled != text);
    QCOMPARE(process::readContacts(filled, {}).book.value_or(ContactBook()).contacts().size(), 1);

    QString made;
    ContactsDesk desk(rig.dir.path());
    const auto provide = [&] {
        made.clear();
        desk.provide(rig.feed.process(), [&](const Outcome<QString> &path) { made = path ? path.value() : path.problem().text; });
        QTRY_VERIFY(!made.isEmpty());
    };
    provide();
    QCOMPARE(made, rig.path());
    QCOMPARE(QFile::permissions(made) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    rig.write(bo);
    provide(); // never written over
    QTRY_COMPARE(rig.phone(desk), u"+49 30 5550142"_s);
    ContactsDesk none(u"/proc/none"_s);
    made.clear();
    none.provide(rig.feed.process(), [&](const Outcome<QString> &path) { made = path ? QString() : path.problem().text; });
    QTRY_VERIFY2(made.contains(u"cannot be written"_s), qPrintable(made));
}

void TestContactsDesk::followsTheFile()
{
    Rig rig;
    ContactsDesk desk(rig.dir.path());
    QSignalSpy changed(&desk, &ContactsDesk::changed);
    rig.write(bo);
    QTRY_COMPARE(rig.phone(desk), u"+49 30 5550142"_s);
    rig.write(QByteArray(bo).replace("0142", "0199"));
    QTRY_COMPARE(rig.phone(desk), u"+49 30 5550199"_s);
    // As editors do it: another file takes its place.
    QFile other(rig.dir.filePath(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(QByteArray(bo).replace("0142", "0177"));
    other.close();
    QVERIFY(QFile::remove(rig.path()) && other.rename(rig.path()));
    QTRY_COMPARE(rig.phone(desk), u"+49 30 5550177"_s);
    QVERIFY(QFile::remove(rig.path()));
    QTRY_COMPARE(rig.phone(desk), QString());
    QVERIFY(changed.size() >= 4);
}

void TestContactsDesk::aFaultLeavesWhatWasRead()
{
    Rig rig;
    rig.write(bo);
    ContactsDesk desk(rig.dir.path());
    QSignalSpy told(&desk, &ContactsDesk::faultTold);
    QTRY_COMPARE(rig.phone(desk), u"+49 30 5550142"_s);
    QCOMPARE(told.size(), 0);
    rig.write(QByteArray(bo).replace("phone", "fone"));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(desk.fault().contains(u"contacts.yaml, line 3: "_s) && desk.fault().contains(u"phone"_s), qPrintable(desk.fault()));
    QCOMPARE(rig.phone(desk), u"+49 30 5550142"_s);
    rig.write(bo);
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(desk.fault(), QString());
}

void TestContactsDesk::withoutAFileThereAreNone()
{
    Rig rig;
    const ContactsDesk nowhere{QString()};
    QVERIFY(nowhere.book().contacts().isEmpty());
    ContactsDesk desk(rig.dir.filePath(u"not there yet"_s));
    QString made;
    desk.provide(rig.feed.process(), [&](const Outcome<QString> &path) { made = path ? path.value() : QString(); });
    QTRY_VERIFY(!made.isEmpty());
    QFile file(made);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bo);
    file.close();
    QTRY_COMPARE(rig.phone(desk), u"+49 30 5550142"_s); // it is watched from then on
}

QTEST_GUILESS_MAIN(TestContactsDesk)
#include "tst_contactsdesk.moc"
