// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreport.h"
#include "pictures.h"

#include <QBuffer>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QThread>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;
using namespace fireline::domain;

namespace {

ExportDocument document(int rows)
{
    ExportDocument made;
    made.title = u"Checkout fails"_s;
    made.subject = u"Post-Mortem"_s;
    made.severity = u"SEV1 (Critical)"_s;
    made.incident = u"0190-id"_s;
    for (int i = 1; i <= rows; ++i) {
        ExportRow row;
        row.at = Instant{Span::minutes(i).us};
        row.kind = u"note"_s;
        row.actor = u"ana"_s;
        row.text = u"entry number %1"_s.arg(i);
        made.rows.append(row);
    }
    return made;
}

/// What a reader of the PDF sees, page by page.
QStringList pagesOf(const QByteArray &pdf)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        return {};
    QStringList pages = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f');
    pages.removeLast(); // after the last form feed
    return pages;
}

} // namespace

class TestPdfReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void eachPageSaysWhatItBelongsTo();
    void itIsAnArchivalFile();
    void nothingIsLostBetweenPages();
    void aRowStandsOnOnePage();
    void aRowHigherThanAPageIsCutBetweenLines();
    void aHeadingStaysWithWhatFollows();
    void aPrivateIncidentSaysSoOnEachPage();
    void retractedRowsAreMarked();
    void sameTextInAnyThread();
    void anEmptyDocumentIsOnePage();
    void aSectionKeepsItsMarkdown();
    void aPictureIsInItAndFits();
    void thePaperIsThatOfTheCountry();
};

void TestPdfReport::initTestCase()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("missing: pdftotext (poppler-utils) is not installed");
}

void TestPdfReport::eachPageSaysWhatItBelongsTo()
{
    const QStringList pages = pagesOf(fireline::print::toPdf(document(150)));
    QVERIFY(pages.size() >= 3);
    for (int i = 0; i < pages.size(); ++i) {
        QVERIFY(pages.at(i).contains(u"Checkout fails"_s));
        QVERIFY(pages.at(i).contains(u"All times in UTC. Incident 0190-id"_s));
        QVERIFY2(pages.at(i).contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())), qPrintable(pages.at(i)));
        QVERIFY(pages.at(i).contains(u"Event"_s)); // the head of the table
    }
    QVERIFY(pages.first().contains(u"Severity: SEV1 (Critical)"_s));
    QVERIFY(pages.first().contains(u"Post-Mortem"_s));
}

// As archives want it: with all letters, colours that mean the same everywhere, and what kind of file it is.
void TestPdfReport::itIsAnArchivalFile()
{
    const QByteArray pdf = fireline::print::toPdf(document(1));
    for (const char *part : {"/OutputIntent", "pdfaid:part", "/GTS_PDFA1"})
        QVERIFY2(pdf.contains(part), part);
}

void TestPdfReport::nothingIsLostBetweenPages()
{
    const QString all = pagesOf(fireline::print::toPdf(document(150))).join(u'\n');
    for (int i = 1; i <= 150; ++i)
        QCOMPARE(all.count(QRegularExpression(u"entry number %1\\b"_s.arg(i))), 1);
}

void TestPdfReport::aRowStandsOnOnePage()
{
    ExportDocument made = document(60);
    for (int i = 0; i < made.rows.size(); ++i)
        made.rows[i].text = u"begin%1 "_s.arg(i) + u"words between them "_s.repeated(3 + i % 17) + u"end%1"_s.arg(i);
    const QStringList pages = pagesOf(fireline::print::toPdf(made));
    QVERIFY(pages.size() >= 4);
    for (int i = 0; i < made.rows.size(); ++i) {
        const QRegularExpression begin(u"\\bbegin%1\\b"_s.arg(i));
        const QRegularExpression end(u"\\bend%1\\b"_s.arg(i));
        QCOMPARE(pages.filter(begin).size(), 1);
        QVERIFY2(pages.filter(begin) == pages.filter(end), qPrintable(u"row %1 is on two pages"_s.arg(i)));
        QCOMPARE(pages.join(u'\n').count(end), 1);
    }
}

void TestPdfReport::aRowHigherThanAPageIsCutBetweenLines()
{
    ExportDocument made = document(3);
    QStringList words;
    for (int i = 0; i < 3000; ++i)
        words.append(u"w%1."_s.arg(i));
    made.rows[1].text = words.join(u' ');
    const QStringList pages = pagesOf(fireline::print::toPdf(made));
    QVERIFY(pages.size() >= 3);
    // Qt writes the line before a cut once more, where nothing is printed: each word is there, and no line goes on twice.
    const QString all = pages.join(u'\n');
    qsizetype written = 0;
    for (const QString &word : std::as_const(words)) {
        const qsizetype count = all.count(QRegularExpression(u"\\b%1\\."_s.arg(word.chopped(1))));
        QVERIFY2(count == 1 || count == 2, qPrintable(word));
        written += count;
    }
    QVERIFY2(written - words.size() < 20 * (pages.size() - 1), qPrintable(QString::number(written)));
    QVERIFY(pages.last().contains(u"entry number 3"_s));
}

void TestPdfReport::aHeadingStaysWithWhatFollows()
{
    for (int rows = 30; rows < 70; ++rows) {
        ExportDocument made = document(1);
        QStringList lines;
        for (int i = 0; i < rows; ++i)
            lines.append(u"line %1"_s.arg(i));
        made.sections = {{u"Measures"_s, {{ExportBlock::Kind::List, {}, lines, {}}}},
                         {u"Factors"_s, {{ExportBlock::Kind::List, {}, {u"one pod alone"_s}, {}}}}};
        const QStringList pages = pagesOf(fireline::print::toPdf(made));
        QCOMPARE(pages.filter(u"Factors"_s), pages.filter(u"one pod alone"_s));
    }
}

void TestPdfReport::aPrivateIncidentSaysSoOnEachPage()
{
    ExportDocument made = document(100);
    made.isPrivate = true;
    made.drill = true;
    for (const QString &page : pagesOf(fireline::print::toPdf(made))) {
        QVERIFY(page.contains(u"This incident is private."_s));
        QVERIFY(page.contains(u"This was a drill."_s));
    }
}

void TestPdfReport::retractedRowsAreMarked()
{
    ExportDocument made = document(1);
    made.rows.first().retracted = true;
    QVERIFY(pagesOf(fireline::print::toPdf(made)).first().contains(u"entry number 1 (retracted)"_s));
}

void TestPdfReport::sameTextInAnyThread()
{
    const ExportDocument made = document(60);
    QByteArray other;
    std::unique_ptr<QThread> thread(QThread::create([&] { other = fireline::print::toPdf(made); }));
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(pagesOf(other), pagesOf(fireline::print::toPdf(made)));
}

void TestPdfReport::anEmptyDocumentIsOnePage()
{
    QCOMPARE(pagesOf(fireline::print::toPdf({})).size(), 1);
}

void TestPdfReport::aSectionKeepsItsMarkdown()
{
    ExportDocument made = document(1);
    made.sections = {{u"Impact"_s,
                      {{ExportBlock::Kind::Text,
                        u"**bold** [words](https://a.example/x) <b>html</b>\n\n| where | what |\n|---|---|\n| Europe | all |"_s,
                        {},
                        {}}}}};
    const QString page = pagesOf(fireline::print::toPdf(made)).first();
    QVERIFY2(page.contains(u"bold words (https://a.example/x) <b>html</b>"_s), qPrintable(page));
    QVERIFY(page.contains(QRegularExpression(u"where +what\\s+Europe +all"_s)));
}

// A wide picture is made smaller, a high one does not run over the end of the page.
void TestPdfReport::aPictureIsInItAndFits()
{
    ExportDocument made = document(1);
    const QString text = u"![the load](fireline:E1)"_s;
    made.sections = {{u"Impact"_s, {{ExportBlock::Kind::Text, text, {}, {}}}}};
    made.references.rows.insert(u"E1"_s, {u"E1"_s, made.rows.first(), u"abcd"_s});
    QVERIFY(!fireline::print::toPdf(made).contains("/Subtype /Image"));
    for (const QSize &size : {QSize(4000, 300), QSize(300, 4000), QSize(40, 30)}) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::darkRed);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
        made.references.pictures.insert(u"abcd"_s, png);
        const QByteArray pdf = fireline::print::toPdf(made);
        QVERIFY(pdf.contains("/Subtype /Image"));
        const QStringList pages = pagesOf(pdf);
        QVERIFY2(pages.size() <= 2, qPrintable(QString::number(pages.size())));
        QVERIFY(pages.join(u'\n').contains(u"the load (E1, "_s));
        // As wide as it is in the text, or as the page lets it be: dots of 300 to the inch, from 96.
        QTextDocument shown;
        shown.setHtml(exportHtmlBody(made));
        fireline::print::showPictures(shown, made.references, 680);
        const QString html = shown.toHtml();
        const auto width = QRegularExpression(u"<img [^>]*width=\"([\\d.]+)\""_s).match(html).captured(1).toDouble();
        const auto height = QRegularExpression(u"<img [^>]*height=\"([\\d.]+)\""_s).match(html).captured(1).toDouble();
        QVERIFY2(width > 0 && width <= 680 && height <= 680, qPrintable(html));
        QVERIFY(std::abs(width / height - double(size.width()) / size.height()) < 0.05 * size.width() / size.height());
    }
}

void TestPdfReport::thePaperIsThatOfTheCountry()
{
    const auto sizeIn = [](const char *locale) {
        qunsetenv("LC_ALL");
        qputenv("LC_PAPER", locale);
        const QString pdf = QString::fromLatin1(fireline::print::toPdf(document(1)));
        const auto box = QRegularExpression(u"/MediaBox \\[0 0 (\\d+)[.\\d]* (\\d+)"_s).match(pdf);
        return box.captured(1) + u'x' + box.captured(2);
    };
    QCOMPARE(sizeIn("en_US.UTF-8"), u"612x792"_s);
    QCOMPARE(sizeIn("de_DE.UTF-8"), u"595x842"_s);
}

QTEST_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"
