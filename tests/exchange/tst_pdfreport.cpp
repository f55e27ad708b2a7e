// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreport.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

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
    void nothingIsLostBetweenPages();
    void aPrivateIncidentSaysSoOnEachPage();
    void retractedRowsAreMarked();
    void sameTextInAnyThread();
    void anEmptyDocumentIsOnePage();
    void thePaperIsThatOfTheCountry();
};

void TestPdfReport::initTestCase()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext (poppler-utils) is not installed");
}

void TestPdfReport::eachPageSaysWhatItBelongsTo()
{
    const QStringList pages = pagesOf(fireline::print::toPdf(document(150)));
    QVERIFY(pages.size() >= 3);
    for (int i = 0; i < pages.size(); ++i) {
        QVERIFY(pages.at(i).contains(u"Checkout fails"_s));
        QVERIFY(pages.at(i).contains(u"All times in UTC."_s));
        QVERIFY2(pages.at(i).contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())), qPrintable(pages.at(i)));
        QVERIFY(pages.at(i).contains(u"Event"_s)); // the head of the table
    }
    QVERIFY(pages.first().contains(u"Severity: SEV1 (Critical)"_s));
    QVERIFY(pages.first().contains(u"Post-Mortem"_s));
}

void TestPdfReport::nothingIsLostBetweenPages()
{
    const QString all = pagesOf(fireline::print::toPdf(document(150))).join(u'\n');
    for (int i = 1; i <= 150; ++i)
        QCOMPARE(all.count(QRegularExpression(u"entry number %1\\b"_s.arg(i))), 1);
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
