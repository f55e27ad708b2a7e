// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle.h"
#include "program.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;

/// A bundle holds the whole record, and whoever has it can tell that nothing in it was changed: with this program, and without.
class TestBundle : public QObject
{
    Q_OBJECT
private slots:
    void holdsAllOfTheRecord();
    void itsReportShowsThePicturesOfAReview();
    void theSameRecordGivesTheSameBytes();
    void whatIsChangedIsNamed_data();
    void whatIsChangedIsNamed();
    void anotherArchiveIsNoBundle();
    void theExportStandsInTheRecord();
    void theExportOfAReviewOpensItsGate();
};

namespace {

using Files = QMap<QString, QByteArray>;

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Files filesOf(const QByteArray &archive)
{
    Files files;
    const auto read = bundle::readZip(archive, [&files](const QString &name, const QByteArray &bytes) {
        files.insert(name, bytes);
        return true;
    });
    if (!read)
        qWarning("%s", qPrintable(read.problem().text));
    return files;
}

QByteArray archiveOf(const Files &files)
{
    QByteArray archive;
    bundle::ZipWriter zip([&archive](const char *bytes, qint64 size) {
        archive.append(bytes, size);
        return true;
    });
    bool ok = true;
    for (auto it = files.begin(); it != files.end(); ++it)
        ok = zip.add(it.key(), it.value()).ok() && ok;
    return zip.finish().ok() && ok ? archive : QByteArray();
}

/// An incident with a note, an attachment and a second author, and its bundle.
struct Exported
{
    Exported()
    {
        const auto does = [this](const QStringList &arguments) {
            const auto done = program.run(arguments);
            QVERIFY2(done.exitCode == 0, qPrintable(done.out + done.err));
        };
        does({u"new"_s, file, u"--process"_s, u"sre-directorate"_s, u"--title"_s, u"Checkout fails"_s, u"--severity"_s,
              u"SEV1"_s});
        writeTo(program.path(u"dump.log"_s), attachment);
        does({u"do"_s, file, u"the pool is exhausted – “überall”"_s, u"--as"_s, u"ana"_s});
        does({u"do"_s, file, u"/attach "_s + program.path(u"dump.log"_s), u"--as"_s, u"bo"_s});
        does({u"do"_s, file, u"/claim"_s, u"--as"_s, u"ana"_s});
    }
    Program::Result exportTo(const QString &path) const
    {
        return program.run({u"export"_s, file, u"--format"_s, u"bundle"_s, u"-o"_s, path});
    }
    Program::Result verify(const QString &path) const { return program.run({u"verify"_s, path, u"--json"_s}); }
    /// The program that lies in the bundle itself; gives its exit code.
    int verifyAlone(const QString &path, QString *said = nullptr) const
    {
        writeTo(program.path(u"verify.py"_s), filesOf(bytesOf(zip)).value(u"verify.py"_s));
        QProcess python;
        python.setProcessChannelMode(QProcess::MergedChannels);
        python.start(u"python3"_s, {u"-B"_s, program.path(u"verify.py"_s), path});
        if (!python.waitForFinished())
            return -1;
        if (said)
            *said = QString::fromUtf8(python.readAll());
        return python.exitCode();
    }

    Program program;
    QString file = program.path(u"a.fireline"_s);
    QString zip = program.path(u"a.zip"_s);
    QByteArray attachment = "pid 4711 runs\n";
};

/// The manifest says what the files are now: only the record's own hashes can tell.
void mendManifest(Files &files)
{
    QJsonObject manifest = QJsonDocument::fromJson(files.value(u"manifest.json"_s)).object();
    QJsonObject named;
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (it.key() != "manifest.json"_L1)
            named.insert(it.key(),
                         QJsonObject{{u"sha256"_s, QString::fromLatin1(hashOf(it.value()))}, {u"bytes"_s, it.value().size()}});
    }
    manifest.insert(u"files"_s, named);
    files.insert(u"manifest.json"_s, QJsonDocument(manifest).toJson(QJsonDocument::Compact));
}

} // namespace

void TestBundle::holdsAllOfTheRecord()
{
    const Exported made;
    const QJsonArray audit = made.program.run({u"log"_s, made.file, u"--audit"_s, u"--json"_s}).json().array();
    const auto done = made.exportTo(made.zip);
    QVERIFY2(done.exitCode == 0, qPrintable(done.out + done.err));
    const Files files = filesOf(bytesOf(made.zip));
    const QString attached = u"attachments/"_s + QString::fromLatin1(hashOf(made.attachment));
    QCOMPARE(files.keys(),
             (QStringList{u"VERIFY.md"_s, attached, u"events.jsonl"_s, u"manifest.json"_s, u"report.html"_s, u"verify.py"_s}));
    QCOMPARE(files.value(attached), made.attachment);
    QCOMPARE(files.value(u"events.jsonl"_s).count('\n'), audit.size());
    QVERIFY(files.value(u"report.html"_s).contains("the pool is exhausted"));
    QVERIFY(files.value(u"report.html"_s).contains("Incident Commander")); // roles by their names, as in any report
    const QString manifestHash = QString::fromLatin1(hashOf(files.value(u"manifest.json"_s)));
    QVERIFY(done.out.contains(manifestHash));

    const auto verified = made.verify(made.zip);
    QVERIFY2(verified.exitCode == 0, qPrintable(verified.out + verified.err));
    QCOMPARE(verified.json().object().value(u"events").toInteger(), audit.size());
    QCOMPARE(verified.json().object().value(u"manifest").toString(), manifestHash);
    QString said;
    QVERIFY2(made.verifyAlone(made.zip, &said) == 0, qPrintable(said));
    QVERIFY2(said.contains(manifestHash), qPrintable(said));
}

void TestBundle::itsReportShowsThePicturesOfAReview()
{
    const Exported made;
    const QByteArray png = QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    writeTo(made.program.path(u"load.png"_s), png);
    for (const QString &line :
         {u"/attach "_s + made.program.path(u"load.png"_s), u"/review postmortem section=Impact ![the load](fireline:E5)"_s})
        QCOMPARE(made.program.run({u"do"_s, made.file, line, u"--as"_s, u"ana"_s}).exitCode, 0);
    QCOMPARE(made.exportTo(made.zip).exitCode, 0);
    const QByteArray report = filesOf(bytesOf(made.zip)).value(u"report.html"_s);
    QVERIFY2(report.contains("<img src=\"data:image/png;base64," + png.toBase64()), report.constData());
    QCOMPARE(made.verify(made.zip).exitCode, 0);
}

void TestBundle::theSameRecordGivesTheSameBytes()
{
    Exported made;
    QVERIFY(QFile::copy(made.file, made.program.path(u"b.fireline"_s)));
    QCOMPARE(made.exportTo(made.zip).exitCode, 0);
    made.program.setEnvironment(u"TZ"_s, u"Asia/Tokyo"_s);
    made.file = made.program.path(u"b.fireline"_s);
    QCOMPARE(made.exportTo(made.program.path(u"b.zip"_s)).exitCode, 0);
    QVERIFY(!bytesOf(made.zip).isEmpty());
    QCOMPARE(bytesOf(made.program.path(u"b.zip"_s)), bytesOf(made.zip));
}

void TestBundle::whatIsChangedIsNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("named"); // by both: a file, or what is wrong with an event
    QTest::newRow("a word of an event") << u"word"_s << u"its content does not match its hash"_s;
    QTest::newRow("an event taken out") << u"gap"_s << u"missing"_s;
    QTest::newRow("the last event taken out") << u"tail"_s << QString();
    QTest::newRow("a line that is no event") << u"garbage"_s << QString();
    QTest::newRow("the report") << u"report"_s << u"report.html"_s;
    QTest::newRow("an attachment") << u"attachment"_s << u"attachments/"_s;
    QTest::newRow("an attachment taken out") << u"lost"_s << u"attachments/"_s;
    QTest::newRow("another file") << u"more"_s << u"more.txt"_s;
}

void TestBundle::whatIsChangedIsNamed()
{
    QFETCH(QString, change);
    QFETCH(QString, named);
    const Exported made;
    QCOMPARE(made.exportTo(made.zip).exitCode, 0);
    Files files = filesOf(bytesOf(made.zip));
    const QString attached = u"attachments/"_s + QString::fromLatin1(hashOf(made.attachment));
    QByteArrayList lines = files.value(u"events.jsonl"_s).split('\n');
    QVERIFY(lines.size() > 3 && lines.last().isEmpty());
    if (change == "word"_L1)
        lines[1].replace("the pool is", "the pod is");
    else if (change == "gap"_L1)
        lines.removeAt(1);
    else if (change == "tail"_L1)
        lines.removeAt(lines.size() - 2);
    else if (change == "garbage"_L1)
        lines[1] = "{}";
    files.insert(u"events.jsonl"_s, lines.join('\n'));
    if (change == "more"_L1)
        files.insert(u"more.txt"_s, "x");
    else if (change == "report"_L1)
        files[u"report.html"_s].replace("exhausted", "unaffected");
    else if (change == "lost"_L1)
        files.remove(attached);
    else if (change == "attachment"_L1)
        files[attached] += "and more";
    else
        mendManifest(files);
    const QString changed = made.program.path(u"changed.zip"_s);
    writeTo(changed, archiveOf(files));
    const auto verified = made.verify(changed);
    QVERIFY2(verified.exitCode == 1, qPrintable(verified.out + verified.err));
    QVERIFY2(verified.out.contains(named), qPrintable(verified.out));
    QVERIFY(!verified.json().object().value(u"ok").toBool(true));
    QString said;
    QVERIFY2(made.verifyAlone(changed, &said) == 1, qPrintable(said));
    QVERIFY2(said.contains(named), qPrintable(said));
}

void TestBundle::anotherArchiveIsNoBundle()
{
    const Exported made;
    QCOMPARE(made.exportTo(made.zip).exitCode, 0);
    const QString other = made.program.path(u"other.zip"_s);
    writeTo(other, archiveOf({{u"a.txt"_s, "x"}}));
    QCOMPARE(made.verify(other).exitCode, 3);
    QCOMPARE(made.verifyAlone(other), 2);
    writeTo(other, bytesOf(made.zip).chopped(200));
    QVERIFY(made.verify(other).exitCode != 0);
}

void TestBundle::theExportStandsInTheRecord()
{
    const Exported made;
    QCOMPARE(made.exportTo(made.zip).exitCode, 0);
    const QJsonArray audit = made.program.run({u"log"_s, made.file, u"--audit"_s, u"--json"_s}).json().array();
    const QJsonObject last = audit.last().toObject();
    QCOMPARE(last.value(u"type").toString(), u"system.did"_s);
    QCOMPARE(last[u"payload"][u"system"].toString(), u"bundle"_s);
    QCOMPARE(last[u"payload"][u"fields"][u"manifest"].toString().toLatin1(),
             hashOf(filesOf(bytesOf(made.zip)).value(u"manifest.json"_s)));
    // Standard output is the archive alone, and takes what a file takes.
    QVERIFY(made.exportTo(u"-"_s).err.contains(u"SHA-256"_s));
    QCOMPARE(made.exportTo(made.program.path(u"no/such/folder.zip"_s)).exitCode, 3);
    QCOMPARE(made.program.run({u"log"_s, made.file, u"--audit"_s, u"--json"_s}).json().array().size(), audit.size() + 1);
}

// SRE-25: what waits for the exported review is met by it, from here as from the window.
void TestBundle::theExportOfAReviewOpensItsGate()
{
    const Exported made;
    const auto kinds = [&made] { return made.program.run({u"log"_s, made.file, u"--audit"_s}).out.count(u"system.did"_s); };
    const auto review = [&made](const QString &part) {
        const auto done = made.program.run(
            {u"export"_s, made.file, u"--format"_s, u"markdown"_s, u"--part"_s, part, u"-o"_s, u"-"_s});
        QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    };
    const auto before = kinds();
    review(u"sitrep"_s);
    QCOMPARE(kinds(), before);
    review(u"postmortem"_s);
    QCOMPARE(kinds(), before + 1);
    review(u"postmortem"_s);
    QCOMPARE(kinds(), before + 1); // it is met already
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
