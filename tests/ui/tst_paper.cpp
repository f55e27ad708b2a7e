// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recordhead.h"
#include "exportdocument.h"
#include "livewindow.h"
#include "madeincident.h"
#include "processlibrary.h"
#include "shell/keysheet.h"
#include "shell/mainwindow.h"
#include "sqlite/sqlitejournal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::test;

namespace {

constexpr double marginPoints = 15 / 25.4 * 72;
constexpr int hexDigits = 64;

/// A word where a reader of the PDF finds it, in points from the upper left.
struct Word
{
    QRectF box;
    QString text;
};
using Page = QList<Word>;

QByteArray answerOf(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(tool), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QList<Page> pagesOf(const QString &pdf)
{
    static const QRegularExpression line(
        uR"re(<page |<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>)re"_s);
    QList<Page> pages;
    const QString found = QString::fromUtf8(answerOf(u"pdftotext"_s, {u"-bbox"_s, pdf, u"-"_s}));
    for (auto it = line.globalMatch(found); it.hasNext();) {
        const auto match = it.next();
        if (match.captured(0) == "<page "_L1)
            pages.append(Page());
        else
            pages.last().append({QRectF(QPointF(match.captured(1).toDouble(), match.captured(2).toDouble()),
                                        QPointF(match.captured(3).toDouble(), match.captured(4).toDouble())),
                                 match.captured(5)});
    }
    return pages;
}

QString textOf(const Page &page)
{
    QStringList words;
    for (const Word &word : page)
        words.append(word.text);
    return words.join(u' ');
}

bool contains(const Page &page, const QString &text)
{
    return std::any_of(page.begin(), page.end(), [&](const Word &word) { return word.text == text; });
}

/// What lies outside the margins or runs into the foot: on paper it is cut off, or under something else. Where a row goes on from
/// the page before, Qt writes its last line there once more, above the sheet's margin, where nothing is printed.
QStringList cutOff(const Page &page, double width, double height, const Page &before = {})
{
    QStringList faults;
    const QRectF inner(marginPoints - 1, marginPoints - 3, width - 2 * marginPoints + 2, height - 2 * marginPoints + 6);
    const auto foot = std::find_if(page.begin(), page.end(), [&](const Word &word) {
        return word.text.size() == hexDigits && word.box.top() > height * 0.9;
    });
    if (foot == page.end())
        return {u"no hash at the foot"_s};
    const double footTop = foot->box.top() - 14; // the line of the page's number may be above it
    for (const Word &word : page) {
        const bool notPrinted = word.box.top() < inner.top() && contains(before, word.text);
        if (!inner.contains(word.box) && !notPrinted)
            faults.append(u"outside the margins: %1, at %2, %3 of %4 x %5"_s.arg(word.text)
                              .arg(word.box.left())
                              .arg(word.box.top())
                              .arg(width)
                              .arg(height));
        if (word.box.top() < footTop - 14 && word.box.bottom() > footTop + 1)
            faults.append(u"runs into the foot: "_s + word.text);
    }
    return faults;
}

/// Pictures of the pages, as a printer has them.
QStringList paleOrSmearedPages(const QString &pdf, const QString &folder)
{
    (void)answerOf(u"pdftoppm"_s, {u"-r"_s, u"40"_s, u"-gray"_s, u"-png"_s, pdf, folder + u"/page"_s});
    QStringList faults;
    const QDir dir(folder);
    const QStringList files = dir.entryList({u"page*.png"_s}, QDir::Files);
    for (const QString &file : files) {
        const QImage picture = QImage(dir.filePath(file)).convertToFormat(QImage::Format_Grayscale8);
        const int rim = int(10 / 25.4 * 40);
        const int top = int(14.9 / 25.4
                            * 40); // above the head of the page, where what goes on from the page before is not printed
        int dark = 0;
        int atRim = 0;
        for (int y = 0; y < picture.height(); ++y) {
            const uchar *row = picture.constScanLine(y);
            for (int x = 0; x < picture.width(); ++x) {
                if (row[x] > 200)
                    continue;
                const bool rimPixel = x < rim || y < top || x >= picture.width() - rim || y >= picture.height() - rim;
                ++(rimPixel ? atRim : dark);
            }
        }
        if (dark < 100)
            faults.append(file + u": blank"_s);
        if (atRim > 0)
            faults.append(file + u": something is printed at the rim"_s);
        QFile::remove(dir.filePath(file));
    }
    return files.isEmpty() ? QStringList{u"no page"_s} : faults;
}

QStringList fontsNotInside(const QString &pdf)
{
    QStringList lines = QString::fromUtf8(answerOf(u"pdffonts"_s, {pdf})).split(u'\n', Qt::SkipEmptyParts);
    if (lines.size() < 3)
        return {u"no font at all"_s};
    const qsizetype column = lines.first().indexOf(u"emb"_s);
    lines.remove(0, 2);
    lines.removeIf([&](const QString &line) { return line.mid(column, 3) == "yes"_L1; });
    return lines;
}

/// All that may be asked of a document on paper.
QStringList faultsOf(const QString &pdf, const QString &hash)
{
    QTemporaryDir scratch;
    QStringList faults = fontsNotInside(pdf) + paleOrSmearedPages(pdf, scratch.path());
    const QList<Page> pages = pagesOf(pdf);
    for (int i = 0; i < pages.size(); ++i) {
        const QString text = textOf(pages[i]);
        if (!text.contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())))
            faults.append(u"page %1 does not say which it is"_s.arg(i + 1));
        if (!text.contains(hash))
            faults.append(u"page %1 has another hash or none"_s.arg(i + 1));
        if (text.contains(QRegularExpression(u"[\uFB00-\uFB06]"_s)))
            faults.append(u"page %1: two letters in one"_s.arg(i + 1));
        for (const QString &fault : cutOff(pages[i], 595, 842, i > 0 ? pages[i - 1] : Page()))
            faults.append(u"page %1: %2"_s.arg(i + 1).arg(fault));
    }
    return faults;
}

/// An incident in which somebody wrote what does not fit: long words, other scripts, many rows.
void fill(MadeIncident &incident)
{
    incident.advance(Span::seconds(20));
    QVERIFY(incident.line(u"/claim"_s));
    QVERIFY(incident.line(u"see https://wiki.example/"_s + u"runbook-checkout-database-failover-"_s.repeated(8)));
    QVERIFY(incident.line(u"النظام متوقف عن العمل"_s));
    QVERIFY(incident.line(u"決済が失敗しています"_s));
    QVERIFY(incident.line(u"/impact "_s + u"in many words "_s.repeated(30)));
    QVERIFY(incident.line(u"/action @bo "_s + u"look_at_every_pod_"_s.repeated(10) + u" +10m"_s));
    incident.notes(60);
    QVERIFY(incident.line(u"/why the pool was "_s + u"too small "_s.repeated(40)));
}

} // namespace

/// Every document that can be printed, as paper takes it (ux 5.2, item 25).
class TestPaper : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void documentsAreWhole_data();
    void documentsAreWhole();
    void theKeySheetIsWhole();
    void theKeySheetFitsLetter();
    void faultsAreFound();

private:
    views::Theme m_theme;
};

void TestPaper::initTestCase()
{
    qunsetenv("LC_ALL");
    qputenv("LC_PAPER", "de_DE.UTF-8"); // A4, wherever the test runs
    for (const QString &tool : {u"pdftotext"_s, u"pdftoppm"_s, u"pdffonts"_s}) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            QSKIP("missing: poppler-utils is not installed (./dev test installs it)");
    }
}

void TestPaper::documentsAreWhole_data()
{
    QTest::addColumn<QString>("id");
    const process::ProcessLibrary library({});
    QVERIFY(library.entries().size() >= 5);
    for (const auto &entry : library.entries())
        QTest::newRow(qPrintable(entry.id)) << entry.id;
}

void TestPaper::documentsAreWhole()
{
    QFETCH(QString, id);
    QTemporaryDir folder;
    const Process process = process::ProcessLibrary({}).process(id).value();
    const QString file = folder.filePath(u"a.fireline"_s);
    MadeIncident incident({.path = file,
                           .processId = id,
                           .title = u"Checkout fails in Europe, and nobody has found out why in spite of all that was tried"_s,
                           .severity = process.severities.first().id,
                           .start = *Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s)});
    fill(incident);
    QList<Event> events;
    const auto journal = store::SqliteJournal::open(file, store::SqliteJournal::Mode::ReadOnly);
    QVERIFY(journal);
    QVERIFY(journal.value()->read(0, [&](qint64, const Event &event) {
        events.append(event);
        return true;
    }));
    QVERIFY(events.size() > 60);
    const QString hash = QString::fromLatin1(headOf(events).hash.toHex());

    QStringList parts{u"report"_s, u"timeline"_s, u"sitrep"_s};
    for (const ReviewDef &review : process.reviews)
        parts.append(review.id);
    for (const QString &part : std::as_const(parts)) {
        const auto document = session::exportDocument(incident.state(), process, events, incident.now(),
                                                      session::exportPart(part, process).value());
        QFile pdf(folder.filePath(part + u".pdf"_s));
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        pdf.write(session::exportBytes(document, u"pdf"_s));
        pdf.close();
        const QStringList faults = faultsOf(pdf.fileName(), hash);
        QVERIFY2(faults.isEmpty(), qPrintable(part + u": "_s + faults.mid(0, 20).join(u'\n')));
    }
}

void TestPaper::theKeySheetIsWhole()
{
    LiveWindow live(m_theme, LiveWindow::Setup{});
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keys.pdf"_s);
    const auto &actions = qobject_cast<views::MainWindow *>(live.window())->actions();
    QVERIFY(views::writeKeySheet(actions, path));
    const QByteArray hash = QCryptographicHash::hash(views::keySheetText(actions).toUtf8(), QCryptographicHash::Sha256).toHex();
    const QStringList faults = faultsOf(path, QString::fromLatin1(hash));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(pagesOf(path).size() >= 2);
}

void TestPaper::theKeySheetFitsLetter()
{
    qputenv("LC_PAPER", "en_US.UTF-8");
    LiveWindow live(m_theme, LiveWindow::Setup{});
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keys.pdf"_s);
    QVERIFY(views::writeKeySheet(qobject_cast<views::MainWindow *>(live.window())->actions(), path));
    qputenv("LC_PAPER", "de_DE.UTF-8");
    const QList<Page> pages = pagesOf(path);
    QVERIFY(pages.size() >= 2);
    for (qsizetype i = 0; i < pages.size(); ++i)
        QCOMPARE(cutOff(pages[i], 612, 792, i > 0 ? pages[i - 1] : Page()), QStringList());
}

void TestPaper::faultsAreFound()
{
    const QString hash(hexDigits, u'a');
    const Word foot{QRectF(60, 780, 300, 8), hash};
    QCOMPARE(cutOff({foot}, 595, 842), QStringList());
    QCOMPARE(cutOff({}, 595, 842).size(), 1);
    QCOMPARE(cutOff({foot, {QRectF(500, 100, 90, 10), u"wide"_s}}, 595, 842).size(), 1);
    QCOMPARE(cutOff({foot, {QRectF(100, 10, 90, 10), u"high"_s}}, 595, 842).size(), 1);
    QCOMPARE(cutOff({foot, {QRectF(100, 750, 90, 30), u"low"_s}}, 595, 842).size(), 1);
}

QTEST_MAIN(TestPaper)
#include "tst_paper.moc"
