// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftfile.h"
#include "keptpictures.h"
#include "statefiles.h"

#include <QDir>
#include <QImage>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using fireline::domain::Instant;
using fireline::domain::Outcome;
using fireline::window::KeptPictures;
using fireline::window::SentLine;
using fireline::window::StateFiles;
using fireline::window::writeDraft;

namespace {

const Instant pasted = *Instant::fromRfc3339(u"2025-03-04T02:41:00.000007Z"_s);

QImage glass()
{
    QImage image(7, 5, QImage::Format_ARGB32);
    image.fill(QColor(200, 10, 20, 128));
    image.setPixelColor(3, 2, Qt::green);
    return image;
}

/// The file that the line attaches.
QString fileOf(const SentLine &line)
{
    return line.line.section(u'"', 1, 1);
}

} // namespace

/// Pictures that were pasted and are not in the record. Each test reads what a program that was killed just then had left.
class TestKeptPictures : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void pixelsAreThereBeforeAnybodyWaited();
    void picturesWithFewColoursToo();
    void aPngStaysAsItCame();
    void whatIsInTheRecordGoes();
    void aLogOffCopiesThem();
    void withoutMemoryTheyAreCopied();
    void hostileFilesGiveNothing_data();
    void hostileFilesGiveNothing();
    void whatNobodySpeaksOfIsSwept();
    void othersAreLeftAlone();
    void anEmptyFolderKeepsNothing();

private:
    [[nodiscard]] QString state() const { return m_folder->filePath(u"state"_s); }
    [[nodiscard]] KeptPictures::Left left() const { return KeptPictures::left(state(), u"i1"_s); }
    void reboot() { QVERIFY(QDir(m_folder->filePath(u"run/fireline"_s)).removeRecursively()); }

    std::optional<QTemporaryDir> m_folder;
};

void TestKeptPictures::init()
{
    m_folder.emplace();
    QVERIFY(QDir(m_folder->path()).mkdir(u"run"_s));
    qputenv("XDG_RUNTIME_DIR", m_folder->filePath(u"run"_s).toLocal8Bit());
}

// The thread of the files does nothing at all.
void TestKeptPictures::pixelsAreThereBeforeAnybodyWaited()
{
    QSemaphore gate;
    StateFiles files([&gate](const QString &, const QByteArray &) {
        gate.acquire();
        return Outcome<void>();
    });
    files.keep(u"in front"_s, "x");
    KeptPictures pictures(files, state(), u"i1"_s);
    pictures.keep({glass(), {}}, pasted);
    const auto now = left();
    QCOMPARE(now.lines.size(), 1);
    QCOMPARE(now.lines.first().at, pasted);
    QVERIFY(now.lines.first().events.isEmpty());
    QVERIFY2(now.lines.first().line.startsWith(u"/attach <\""_s), qPrintable(now.lines.first().line));
    QCOMPARE(QImage(fileOf(now.lines.first())).convertToFormat(QImage::Format_ARGB32), glass());
    QCOMPARE(now.files.size(), 1);
    QCOMPARE(QFileInfo(now.files.first()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(!QDir(state() + u"/drafts"_s).exists(u"i1.sent"_s));
    gate.release();
}

void TestKeptPictures::picturesWithFewColoursToo()
{
    StateFiles files(writeDraft);
    KeptPictures pictures(files, state(), u"i1"_s);
    const QImage few = glass().convertToFormat(QImage::Format_Indexed8);
    pictures.keep({few, {}}, pasted);
    QCOMPARE(QImage(fileOf(left().lines.value(0))).convertToFormat(QImage::Format_ARGB32),
             few.convertToFormat(QImage::Format_ARGB32));
}

void TestKeptPictures::aPngStaysAsItCame()
{
    const QByteArray png = "\x89PNG and whatever follows";
    StateFiles files(writeDraft);
    KeptPictures pictures(files, state(), u"i1"_s);
    pictures.keep({{}, png}, pasted);
    QFile file(fileOf(left().lines.value(0)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), png);
}

void TestKeptPictures::whatIsInTheRecordGoes()
{
    StateFiles files(writeDraft);
    KeptPictures pictures(files, state(), u"i1"_s);
    const QString one = pictures.keep({glass(), {}}, pasted);
    pictures.copy();
    pictures.keep({glass(), {}}, Instant{pasted.us + 1});
    pictures.forget(); // neither is evidence yet
    files.flush();
    QCOMPARE(left().lines.size(), 2);
    pictures.attached(one);
    QCOMPARE(left().lines.size(), 2); // and not saved for certain
    pictures.forget();
    files.flush();
    const auto now = left();
    QCOMPARE(now.lines.size(), 1);
    QCOMPARE(now.lines.first().at.us, pasted.us + 1);
}

void TestKeptPictures::aLogOffCopiesThem()
{
    {
        StateFiles files(writeDraft);
        KeptPictures pictures(files, state(), u"i1"_s);
        pictures.keep({glass(), {}}, pasted);
        pictures.copy();
        files.flush();
        reboot();
        QCOMPARE(left().lines.size(), 1);
        pictures.keep({glass(), {}}, Instant{pasted.us + 1});
    }
    reboot(); // a window that was closed copied them as well
    QCOMPARE(left().lines.size(), 2);
}

void TestKeptPictures::withoutMemoryTheyAreCopied()
{
    QFile blocked(m_folder->filePath(u"run/fireline"_s));
    QVERIFY(blocked.open(QIODevice::WriteOnly)); // no folder can be made there
    StateFiles files(writeDraft);
    KeptPictures pictures(files, state(), u"i1"_s);
    pictures.keep({glass(), {}}, pasted);
    files.flush();
    QCOMPARE(left().lines.size(), 1);
}

void TestKeptPictures::hostileFilesGiveNothing_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing in it") << -1 << QByteArray();
    QTest::newRow("cut off") << -2 << QByteArray();
    QTest::newRow("another beginning") << 0 << QByteArray("x");
    QTest::newRow("larger than it is") << 4 << QByteArray("\0\0\xff\xff", 4);
    QTest::newRow("less than nothing wide") << 4 << QByteArray("\xff\xff\xff\xff", 4);
    QTest::newRow("no such format") << 12 << QByteArray("\0\0\0\x7f", 4);
    QTest::newRow("a palette that is not there") << 12 << QByteArray("\0\0\0\x03", 4);
    QTest::newRow("lines that are too long") << 16 << QByteArray("\x7f\xff\xff\xff\xff\xff\xff\xff", 8);
}

void TestKeptPictures::hostileFilesGiveNothing()
{
    QFETCH(const int, from);
    QFETCH(const QByteArray, bytes);
    StateFiles files(writeDraft);
    KeptPictures pictures(files, state(), u"i1"_s);
    pictures.keep({glass(), {}}, pasted);
    const QDir run(m_folder->filePath(u"run/fireline"_s));
    QFile file(run.filePath(run.entryList(QDir::Files).value(0)));
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (from >= 0) {
        QVERIFY(file.seek(from));
        QCOMPARE(file.write(bytes), bytes.size());
    } else {
        QVERIFY(file.resize(from == -1 ? 0 : file.size() - 1));
    }
    file.close();
    const auto now = left();
    QVERIFY(now.lines.isEmpty());
    QCOMPARE(now.files.size(), 1); // it goes with the others
}

void TestKeptPictures::whatNobodySpeaksOfIsSwept()
{
    StateFiles files(writeDraft);
    KeptPictures pictures(files, state(), u"i1"_s);
    pictures.keep({glass(), {}}, pasted);
    pictures.keep({glass(), {}}, Instant{pasted.us + 1});
    const auto now = left();
    QCOMPARE(now.lines.size(), 2);
    pictures.sweep({now.lines.first().line + u" the graph"_s, u"something else"_s});
    files.flush();
    QVERIFY(QFile::exists(fileOf(now.lines.first())));
    QVERIFY(!QFile::exists(fileOf(now.lines.last())));
    pictures.sweep({});
    files.flush();
    QVERIFY(!QFile::exists(QFileInfo(fileOf(now.lines.first())).path()));
}

void TestKeptPictures::othersAreLeftAlone()
{
    StateFiles files(writeDraft);
    KeptPictures pictures(files, state(), u"i2"_s);
    pictures.keep({glass(), {}}, pasted);
    QVERIFY(left().lines.isEmpty());
    QVERIFY(KeptPictures::left(m_folder->filePath(u"another console"_s), u"i2"_s).lines.isEmpty());
    QCOMPARE(KeptPictures::left(state(), u"i2"_s).lines.size(), 1);
}

void TestKeptPictures::anEmptyFolderKeepsNothing()
{
    StateFiles files(writeDraft);
    KeptPictures pictures(files, {}, u"i1"_s);
    const QString name = pictures.keep({glass(), {}}, pasted);
    pictures.attached(name);
    pictures.forget();
    pictures.sweep({});
    QVERIFY(KeptPictures::left({}, u"i1"_s).files.isEmpty());
    QVERIFY(QDir(m_folder->filePath(u"run"_s)).isEmpty());
}

QTEST_MAIN(TestKeptPictures)
#include "tst_keptpictures.moc"
